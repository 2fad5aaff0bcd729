//! Definitions of automatic numbering, as the file states them.
//!
//! A numbering *instance* points at an abstract *definition* of up to nine levels and may override
//! some of them; a definition may borrow its levels from the one that a numbering style names. All
//! of that is settled here into plain levels per instance. Counting is left to `labels`.

use crate::extract::numerals::Numeral;
use crate::extract::xml::Element;
use crate::extract::xml::Space;
use crate::extract::xml::Token;
use crate::extract::xml::XmlReader;
use std::collections::HashMap;
use std::rc::Rc;

/// Levels of a definition.
pub(super) const LEVELS: usize = 9;

/// Most definitions and instances that are read; Word itself knows fewer.
const MAX_NUMBERINGS: usize = 1 << 16;

/// Longest text around the numbers of a level.
const MAX_TEXT: usize = 255;

/// How numbers of one level are made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Level {
    pub(super) start: i64,
    pub(super) numeral: Numeral,
    pub(super) bullet: bool,
    /// Text around the numbers: "%1.%2", "(%3)".
    pub(super) text: String,
    /// All numbers of the label in digits, whatever the other levels use.
    pub(super) legal: bool,
    /// Paragraph style that is bound to this level.
    pub(super) style: Option<String>,
    /// Level (counted from 1) after which this one starts anew; 0 for never, otherwise any
    /// higher level.
    pub(super) restart: Option<usize>,
}

/// A numbering that paragraphs refer to.
#[derive(Debug, Default)]
pub(super) struct Instance {
    /// Instances of one definition count together.
    pub(super) definition: usize,
    pub(super) levels: [Option<Rc<Level>>; LEVELS],
    /// Values at which the first use of this instance starts anew.
    pub(super) starts: [Option<i64>; LEVELS],
}

/// All numberings of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    by_id: HashMap<String, usize>,
    instances: Vec<Instance>,
}

impl Numbering {
    /// The numbering with this identifier, with its place among all.
    pub(super) fn get(&self, id: &str) -> Option<(usize, &Instance)> {
        let index = *self.by_id.get(id)?;
        Some((index, self.instances.get(index)?))
    }

    /// Reads the part that defines the numberings.
    pub(super) fn read(reader: &mut XmlReader<'_>) -> Self {
        let mut part = Part::default();
        while let Some(token) = reader.next() {
            match token {
                Token::Open(element) if element.space == Space::Word => part.open(&element),
                _ => {}
            }
        }
        part.settle()
    }
}

/// An abstract definition, as it stands in the file.
#[derive(Debug, Default)]
struct Definition {
    id: String,
    levels: [Option<Rc<Level>>; LEVELS],
    /// Numbering style that this definition is the home of.
    home_of: Option<String>,
    /// Numbering style whose home has the levels of this definition.
    borrows: Option<String>,
}

/// An instance, as it stands in the file.
#[derive(Debug, Default)]
struct OwnInstance {
    id: String,
    definition: String,
    levels: [Option<Rc<Level>>; LEVELS],
    starts: [Option<i64>; LEVELS],
}

/// What is being read.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Within {
    #[default]
    Nothing,
    Definition,
    Instance,
}

#[derive(Debug, Default)]
struct Part {
    definitions: Vec<Definition>,
    instances: Vec<OwnInstance>,
    within: Within,
    level: Option<usize>,
}

impl Part {
    fn open(&mut self, element: &Element<'_>) {
        match element.name() {
            "abstractNum" | "num"
                if self.definitions.len().max(self.instances.len()) >= MAX_NUMBERINGS =>
            {
                self.within = Within::Nothing;
            }
            "abstractNum" => {
                let id = element.attribute("abstractNumId").unwrap_or_default();
                self.definitions.push(Definition { id, ..Definition::default() });
                self.within = Within::Definition;
                self.level = None;
            }
            "num" => {
                let id = element.attribute("numId").unwrap_or_default();
                self.instances.push(OwnInstance { id, ..OwnInstance::default() });
                self.within = Within::Instance;
                self.level = None;
            }
            "styleLink" => {
                if let Some(definition) = self.definitions.last_mut() {
                    definition.home_of = element.value();
                }
            }
            "numStyleLink" => {
                if let Some(definition) = self.definitions.last_mut() {
                    definition.borrows = element.value();
                }
            }
            "abstractNumId" => {
                if let Some(instance) = self.instances.last_mut() {
                    instance.definition = element.value().unwrap_or_default();
                }
            }
            "lvlOverride" => self.level = level_index(element),
            "startOverride" => {
                if let (Some(instance), Some(level)) = (self.instances.last_mut(), self.level) {
                    instance.starts[level] = element.number::<i32>().map(i64::from);
                }
            }
            "lvl" => {
                self.level = level_index(element);
                if let Some(slot) = self.slot() {
                    *slot = Some(Rc::default());
                }
            }
            _ => self.open_in_level(element),
        }
    }

    fn open_in_level(&mut self, element: &Element<'_>) {
        let Some(level) = self.slot().and_then(|slot| Rc::get_mut(slot.as_mut()?)) else { return };
        match element.name() {
            "start" => level.start = element.number::<i32>().map_or(0, i64::from),
            "numFmt" => {
                let format = element.value().unwrap_or_default();
                level.bullet = format == "bullet";
                level.numeral = numeral(&format);
            }
            "lvlText" => {
                let text = element.value().unwrap_or_default();
                level.text = text.chars().take(MAX_TEXT).collect();
            }
            "isLgl" => level.legal = element.is_on(),
            "pStyle" => level.style = element.value(),
            "lvlRestart" => level.restart = element.number(),
            _ => {}
        }
    }

    /// Place of the level that is being read.
    fn slot(&mut self) -> Option<&mut Option<Rc<Level>>> {
        let level = self.level?;
        match self.within {
            Within::Nothing => None,
            Within::Definition => self.definitions.last_mut()?.levels.get_mut(level),
            Within::Instance => self.instances.last_mut()?.levels.get_mut(level),
        }
    }

    fn settle(self) -> Numbering {
        let Self { definitions, instances, .. } = self;
        let mut by_definition = HashMap::new();
        let mut homes = HashMap::new();
        for (index, definition) in definitions.iter().enumerate() {
            by_definition.entry(definition.id.as_str()).or_insert(index);
            if let Some(style) = &definition.home_of {
                homes.entry(style.as_str()).or_insert(index);
            }
        }
        let mut out = Numbering::default();
        for own in instances {
            let Some(&named) = by_definition.get(own.definition.as_str()) else { continue };
            let borrowed = definitions[named].borrows.as_deref();
            let home = borrowed.and_then(|style| homes.get(style)).copied().unwrap_or(named);
            let mut levels = own.levels;
            for (index, level) in levels.iter_mut().enumerate() {
                let of = |definition: usize| definitions[definition].levels[index].clone();
                *level = level.take().or_else(|| of(named)).or_else(|| of(home));
            }
            out.by_id.insert(own.id, out.instances.len());
            out.instances.push(Instance { definition: home, levels, starts: own.starts });
        }
        out
    }
}

fn level_index(element: &Element<'_>) -> Option<usize> {
    element.attribute("ilvl")?.parse().ok().filter(|&level| level < LEVELS)
}

fn numeral(format: &str) -> Numeral {
    match format {
        "lowerLetter" => Numeral::LowerLetter,
        "upperLetter" => Numeral::UpperLetter,
        "lowerRoman" => Numeral::LowerRoman,
        "upperRoman" => Numeral::UpperRoman,
        "decimalZero" => Numeral::DecimalZero,
        "ordinal" => Numeral::Ordinal,
        "none" => Numeral::None,
        _ => Numeral::Decimal,
    }
}
