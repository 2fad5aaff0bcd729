//! Styles of an OpenDocument file, as far as they decide what is shown: how lists and headings
//! are numbered, which text is hidden, which sheets are. What is counted is left to `labels`.

use crate::extract::numerals::Numeral;
use crate::extract::xml::Element;
use crate::extract::xml::Token;
use crate::extract::xml::XmlReader;
use std::collections::HashMap;

/// Levels that a list can have.
pub(super) const LEVELS: usize = 10;
/// Longest chain of styles that build on one another.
const MAX_CHAIN: usize = 32;

/// How one level of a list is numbered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Level {
    pub(super) numeral: Numeral,
    pub(super) bullet: bool,
    pub(super) prefix: String,
    pub(super) suffix: String,
    /// The label with `%1%` … for the numbers, where it is given so.
    pub(super) pattern: Option<String>,
    /// How many levels are shown, this one included.
    pub(super) shown: usize,
    pub(super) start: i64,
}

/// Levels of a list, or of the headings.
pub(super) type Levels = [Option<Level>; LEVELS];

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    list: Option<String>,
    hidden: bool,
    /// The title of the document.
    title: bool,
}

/// All styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// By family and name.
    styles: HashMap<(String, String), Style>,
    lists: HashMap<String, Levels>,
    pub(super) outline: Levels,
}

impl Styles {
    /// Adds the styles of a part.
    pub(super) fn read(&mut self, xml: &str, depth: usize) {
        let mut reader = XmlReader::new(xml, depth);
        let mut style: Option<(String, String)> = None;
        let mut list: Option<Option<String>> = None;
        while let Some(token) = reader.next() {
            let Token::Open(element) = token else { continue };
            let name = || element.attribute("name").unwrap_or_default();
            match element.name() {
                "body" | "font-face-decls" | "master-styles" => reader.skip_element(),
                "style" => {
                    let key = (element.attribute("family").unwrap_or_default(), name());
                    let read = Style {
                        parent: element.attribute("parent-style-name"),
                        list: element.attribute("list-style-name"),
                        hidden: false,
                        title: name() == "Title",
                    };
                    self.styles.insert(key.clone(), read);
                    style = Some(key);
                }
                "text-properties" | "table-properties" => {
                    let display = element.attribute("display");
                    if let Some(read) = style.as_ref().and_then(|key| self.styles.get_mut(key)) {
                        read.hidden |= matches!(display.as_deref(), Some("none" | "false"));
                    }
                }
                "list-style" => {
                    style = None;
                    self.lists.insert(name(), Levels::default());
                    list = Some(Some(name()));
                }
                "outline-style" => {
                    style = None;
                    list = Some(None);
                }
                "list-level-style-number"
                | "list-level-style-bullet"
                | "list-level-style-image"
                | "outline-level-style" => self.read_level(&element, list.as_ref()),
                _ => {}
            }
        }
    }

    fn read_level(&mut self, element: &Element<'_>, list: Option<&Option<String>>) {
        let levels = match list {
            Some(Some(name)) => self.lists.get_mut(name),
            Some(None) => Some(&mut self.outline),
            None => None,
        };
        let number = |name| element.attribute(name).and_then(|value| value.parse::<usize>().ok());
        let level = number("level").unwrap_or(1);
        let Some(slot) = levels.and_then(|levels| levels.get_mut(level.checked_sub(1)?)) else {
            return;
        };
        let numeral = match element.attribute("num-format").as_deref() {
            Some("1") => Numeral::Decimal,
            Some("a") => Numeral::LowerLetter,
            Some("A") => Numeral::UpperLetter,
            Some("i") => Numeral::LowerRoman,
            Some("I") => Numeral::UpperRoman,
            Some(format) if format.starts_with("01") => Numeral::DecimalZero,
            Some(format) if format.starts_with("1st") => Numeral::Ordinal,
            _ => Numeral::None,
        };
        *slot = Some(Level {
            numeral,
            bullet: matches!(element.name(), "list-level-style-bullet" | "list-level-style-image"),
            prefix: element.attribute("num-prefix").unwrap_or_default(),
            suffix: element.attribute("num-suffix").unwrap_or_default(),
            pattern: element.attribute("num-list-format"),
            shown: number("display-levels").unwrap_or(1).clamp(1, LEVELS),
            start: number("start-value").and_then(|n| i64::try_from(n).ok()).unwrap_or(1),
        });
    }

    pub(super) fn list(&self, name: &str) -> Option<&Levels> {
        self.lists.get(name)
    }

    /// The list that a paragraph style belongs to.
    pub(super) fn list_of(&self, style: &str) -> Option<&str> {
        self.chain("paragraph", style).find_map(|style| style.list.as_deref())
    }

    /// Whether a paragraph style is that of the title.
    pub(super) fn is_title(&self, style: &str) -> bool {
        self.chain("paragraph", style).any(|style| style.title)
    }

    /// Whether a style of a family hides what has it.
    pub(super) fn hides(&self, family: &str, style: &str) -> bool {
        self.chain(family, style).any(|style| style.hidden)
    }

    fn chain<'s>(&'s self, family: &str, name: &str) -> impl Iterator<Item = &'s Style> {
        let family = family.to_owned();
        let find = |name: &str| self.styles.get(&(family.clone(), name.to_owned()));
        let mut chain = Vec::new();
        let mut next = find(name);
        while let Some(style) = next.filter(|_| chain.len() < MAX_CHAIN) {
            chain.push(style);
            next = style.parent.as_deref().and_then(find);
        }
        chain.into_iter()
    }
}
