//! Styles: which paragraphs are headings, numbered or hidden because of their style.
//!
//! Most contracts are numbered and headed by style alone, and styles inherit from one another.
//! Inheritance is settled here once, so that a paragraph needs one look-up. Of looks only matters
//! whether text can be seen (`look`).

use super::look;
use super::look::Look;
use crate::extract::xml::Space;
use crate::extract::xml::Token;
use crate::extract::xml::XmlReader;
use std::collections::HashMap;

/// Longest chain of styles that is followed; more can only be a circle.
const CHAIN: usize = 32;

/// Most styles that are read.
const MAX_STYLES: usize = 1 << 16;

/// Names of the built-in heading styles. Word writes the English name in every language; other
/// programs write their own.
const HEADING_NAMES: [&str; 8] =
    ["heading", "rubrik", "overskrift", "überschrift", "otsikko", "kop", "titre", "título"];

/// What a style means for its paragraphs, inherited properties included.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// Identifier within the file.
    pub(super) id: String,
    /// 0 is the highest heading level, 9 running text.
    pub(super) outline: Option<u8>,
    /// Numbering that the style or one of its ancestors asks for.
    pub(super) number: Option<String>,
    /// Identifier of the style that asks for it.
    pub(super) number_from: String,
    /// Level of that numbering, where a style of the chain names one.
    pub(super) level: Option<usize>,
    pub(super) look: Look,
    /// A style of tables that colours cells.
    pub(super) shades: bool,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, usize>,
    styles: Vec<Style>,
    /// Style of paragraphs that name none, or one that does not exist.
    default: Style,
}

impl Styles {
    /// The style with this identifier, or the default style.
    pub(super) fn get(&self, id: Option<&str>) -> &Style {
        id.and_then(|id| self.by_id.get(id))
            .and_then(|&index| self.styles.get(index))
            .unwrap_or(&self.default)
    }

    /// Look of a character style.
    pub(super) fn look(&self, id: &str) -> Look {
        let style = self.by_id.get(id).and_then(|&index| self.styles.get(index));
        style.map_or_else(Look::default, |style| style.look)
    }

    /// Whether a table style colours cells.
    pub(super) fn shades(&self, id: &str) -> bool {
        let style = self.by_id.get(id).and_then(|&index| self.styles.get(index));
        style.is_some_and(|style| style.shades)
    }

    /// Reads the part that defines the styles.
    pub(super) fn read(reader: &mut XmlReader<'_>) -> Self {
        let (own, default) = read_own(reader);
        let by_id: HashMap<String, usize> =
            own.iter().enumerate().map(|(index, style)| (style.id.clone(), index)).collect();
        let styles: Vec<Style> = (0..own.len()).map(|index| inherit(&own, &by_id, index)).collect();
        let default = default.and_then(|index| styles.get(index)).cloned().unwrap_or_default();
        Self { by_id, styles, default }
    }
}

/// A style as it stands in the file.
#[derive(Debug, Default)]
struct OwnStyle {
    id: String,
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    number: Option<String>,
    level: Option<usize>,
    look: Look,
    shades: bool,
}

fn read_own(reader: &mut XmlReader<'_>) -> (Vec<OwnStyle>, Option<usize>) {
    let mut styles: Vec<OwnStyle> = Vec::new();
    let mut default = None;
    while let Some(token) = reader.next() {
        let Token::Open(element) = token else { continue };
        if element.space != Space::Word {
            continue;
        }
        match element.name() {
            "tblStylePr" => {
                let shades = reads_shade(reader);
                if let Some(style) = styles.last_mut() {
                    style.shades |= shades;
                }
            }
            "pPrChange" | "rPrChange" => reader.skip_element(),
            "style" if styles.len() >= MAX_STYLES => reader.skip_element(),
            "style" => {
                let paragraph = element.attribute("type").as_deref() == Some("paragraph");
                let is_default =
                    matches!(element.attribute("default").as_deref(), Some("1" | "true" | "on"));
                if paragraph && is_default {
                    default = Some(styles.len());
                }
                let id = element.attribute("styleId").unwrap_or_default();
                styles.push(OwnStyle { id, ..OwnStyle::default() });
            }
            name => {
                let Some(style) = styles.last_mut() else { continue };
                match name {
                    "name" => style.name = element.value().unwrap_or_default(),
                    "basedOn" => style.based_on = element.value(),
                    "outlineLvl" => style.outline = element.number(),
                    "numId" => style.number = element.value(),
                    "ilvl" => style.level = element.number(),
                    _ => {
                        style.shades |= name == "shd" && look::is_shade(&element);
                        style.look.read(&element);
                    }
                }
            }
        }
    }
    (styles, default)
}

/// Passes over the part of a table style for some of its cells; whether it colours them.
fn reads_shade(reader: &mut XmlReader<'_>) -> bool {
    let mut shades = false;
    let mut open = 1_usize;
    while open > 0 {
        match reader.next() {
            Some(Token::Open(element)) => {
                open += 1;
                shades |= element.name() == "shd" && look::is_shade(&element);
            }
            Some(Token::Close) => open -= 1,
            Some(Token::Text(_)) => {}
            None => break,
        }
    }
    shades
}

fn inherit(own: &[OwnStyle], by_id: &HashMap<String, usize>, index: usize) -> Style {
    let parent = |style: &OwnStyle| by_id.get(style.based_on.as_ref()?).copied();
    let chain =
        || std::iter::successors(own.get(index), |style| own.get(parent(style)?)).take(CHAIN);
    let numbered = chain().find(|style| style.number.is_some());
    Style {
        id: own.get(index).map(|style| style.id.clone()).unwrap_or_default(),
        outline: chain().find_map(|style| style.outline.or_else(|| named_level(&style.name))),
        number: numbered.and_then(|style| style.number.clone()),
        number_from: numbered.map(|style| style.id.clone()).unwrap_or_default(),
        level: chain().find_map(|style| style.level),
        look: chain().fold(Look::default(), |look, style| look.or(style.look)),
        shades: chain().any(|style| style.shades),
    }
}

/// Heading level that the name of a style promises, 0 being the highest.
fn named_level(name: &str) -> Option<u8> {
    let name = name.trim().to_lowercase();
    if name == "title" {
        return Some(0);
    }
    let (word, number) = name.rsplit_once(' ')?;
    let level: u8 = number.parse().ok()?;
    (HEADING_NAMES.contains(&word) && (1..=9).contains(&level)).then(|| level - 1)
}
