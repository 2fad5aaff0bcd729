//! One part of the package as a balanced stream of elements and text.
//!
//! Sits between `quick-xml` and the readers of the single parts, so that each of them sees the
//! same thing: every element is opened and closed, whatever the file does; names are resolved by
//! namespace and not by prefix; entities that the file itself declares are never expanded; and
//! nesting ends at a limit. What the elements mean is left to the callers.

use crate::model::NoteKind;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::escape::unescape;
use quick_xml::events::BytesRef;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;
use std::borrow::Cow;

/// How many open elements are searched for the one that a misplaced end tag closes.
const REPAIR_REACH: usize = 16;

/// Namespace of an element, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// `WordprocessingML`, transitional or strict.
    Word,
    /// Alternate content.
    Compatibility,
    /// Formulas.
    Math,
    /// Text of drawings that are not text boxes.
    Drawing,
    /// Drawings in OpenDocument files.
    Svg,
    Other,
}

impl Space {
    fn of(resolved: &ResolveResult<'_>) -> Self {
        let ResolveResult::Bound(namespace) = resolved else { return Self::Other };
        match (*namespace).into_inner() {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Compatibility,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Math,
            "http://schemas.openxmlformats.org/drawingml/2006/main"
            | "http://purl.oclc.org/ooxml/drawingml/main" => Self::Drawing,
            "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" => Self::Svg,
            _ => Self::Other,
        }
    }
}

/// An element that begins.
pub(super) struct Element<'x> {
    pub(super) space: Space,
    start: BytesStart<'x>,
}

impl Element<'_> {
    /// Name without prefix.
    pub(super) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// Value of an attribute, whatever its prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        attributes.with_checks(false);
        let attribute = attributes.flatten().find(|a| a.key.local_name().into_inner() == name)?;
        let value = unescape(&attribute.value)
            .map_or_else(|_| attribute.value.clone().into_owned(), Cow::into_owned);
        Some(value)
    }

    /// Values of all attributes of this name, whatever their prefixes.
    pub(super) fn attributes_named(&self, name: &str) -> Vec<String> {
        let mut attributes = self.start.attributes();
        attributes.with_checks(false);
        let named = attributes.flatten().filter(|a| a.key.local_name().into_inner() == name);
        named.map(|attribute| attribute.value.into_owned()).collect()
    }

    /// The attribute `val`.
    pub(super) fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// The attribute `val` as a number.
    pub(super) fn number<T: std::str::FromStr>(&self) -> Option<T> {
        self.value()?.trim().parse().ok()
    }

    /// Whether a switch is on; without a value it is.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// What comes next.
pub(super) enum Token<'x> {
    Open(Element<'x>),
    /// The element that was opened last and is not closed yet ends.
    Close,
    Text(Cow<'x, str>),
}

/// Why a part was not read as it should be.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Trouble {
    /// Not well-formed; as much as could be made out was read.
    pub(super) malformed: bool,
    /// Carries a document type declaration or refers to entities, which Word never writes.
    pub(super) declares: bool,
    /// Nested beyond the limit; the rest was not read.
    pub(super) too_deep: bool,
}

impl Trouble {
    /// What is to be noted of it.
    pub(super) fn notes(self) -> impl Iterator<Item = (NoteKind, &'static str)> {
        let too_deep = "the document is nested too deeply, as no program writes it; the rest was not \
                        read: open it, save it again and check the copy";
        let declares = "the document declares entities, which office programs never do and which can \
                        swell or fetch things; they were left out: open it, save it again and check \
                        the copy";
        let malformed = "the document is not well-formed; as much as could be made out was read";
        [
            (self.too_deep, NoteKind::TooDeep, too_deep),
            (self.malformed, NoteKind::Damaged, malformed),
            (self.declares, NoteKind::EntitiesRefused, declares),
        ]
        .into_iter()
        .filter_map(|(is_so, kind, message)| is_so.then_some((kind, message)))
    }
}

/// Reads one part.
pub(super) struct XmlReader<'x> {
    reader: NsReader<&'x [u8]>,
    /// Names of the open elements, one after the other.
    names: String,
    /// Where each of them begins.
    starts: Vec<usize>,
    /// Open elements that are to be closed before anything else is read.
    closing: usize,
    finished: bool,
    max_depth: usize,
    trouble: Trouble,
}

impl<'x> XmlReader<'x> {
    pub(super) fn new(xml: &'x str, max_depth: usize) -> Self {
        let mut reader = NsReader::from_str(xml);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        config.expand_empty_elements = true;
        Self {
            reader,
            names: String::new(),
            starts: Vec::new(),
            closing: 0,
            finished: false,
            max_depth: max_depth.min(usize::from(u16::MAX) - 1),
            trouble: Trouble::default(),
        }
    }

    /// What went wrong so far.
    pub(super) fn trouble(&self) -> Trouble {
        self.trouble
    }

    /// The next token; `None` at the end, when every element has been closed.
    pub(super) fn next(&mut self) -> Option<Token<'x>> {
        loop {
            if self.closing > 0 {
                self.closing -= 1;
                self.forget_innermost();
                return Some(Token::Close);
            }
            if self.finished {
                return None;
            }
            match self.reader.read_event() {
                Ok(Event::Start(start)) => {
                    if self.starts.len() >= self.max_depth {
                        self.trouble.too_deep = true;
                        self.finish();
                        continue;
                    }
                    let (resolved, _) = self.reader.resolver().resolve_element(start.name());
                    let space = Space::of(&resolved);
                    self.remember(start.name().into_inner());
                    return Some(Token::Open(Element { space, start }));
                }
                Ok(Event::End(end)) => self.close(end.name().into_inner()),
                Ok(Event::Text(text)) => return Some(Token::Text(text.into_inner())),
                Ok(Event::CData(text)) => return Some(Token::Text(text.into_inner())),
                Ok(Event::GeneralRef(reference)) => {
                    if let Some(text) = self.resolve(&reference) {
                        return Some(Token::Text(Cow::Owned(text)));
                    }
                }
                Ok(Event::DocType(_)) => self.trouble.declares = true,
                Ok(Event::Eof) => {
                    self.trouble.malformed |= !self.starts.is_empty();
                    self.finish();
                }
                Ok(_) => {}
                Err(_) => {
                    self.trouble.malformed = true;
                    self.finish();
                }
            }
        }
    }

    /// Passes over the content of the element that was just opened, and over its end.
    pub(super) fn skip_element(&mut self) {
        let mut open = 1_usize;
        while open > 0 {
            match self.next() {
                Some(Token::Open(_)) => open += 1,
                Some(Token::Close) => open -= 1,
                Some(Token::Text(_)) => {}
                None => return,
            }
        }
    }

    fn remember(&mut self, name: &str) {
        self.starts.push(self.names.len());
        self.names.push_str(name);
    }

    fn forget_innermost(&mut self) {
        if let Some(start) = self.starts.pop() {
            self.names.truncate(start);
        }
    }

    fn finish(&mut self) {
        self.finished = true;
        self.closing = self.starts.len();
    }

    /// Closes what an end tag closes: usually the innermost element, in a malformed part the
    /// nearest of that name, and nothing if there is none.
    fn close(&mut self, name: &str) {
        let mut end = self.names.len();
        for (distance, &start) in self.starts.iter().rev().take(REPAIR_REACH).enumerate() {
            if &self.names[start..end] == name {
                self.closing = distance + 1;
                break;
            }
            end = start;
        }
        self.trouble.malformed |= self.closing != 1;
    }

    fn resolve(&mut self, reference: &BytesRef<'_>) -> Option<String> {
        if let Ok(Some(character)) = reference.resolve_char_ref() {
            return Some(character.to_string());
        }
        let text = resolve_predefined_entity(reference).map(str::to_owned);
        self.trouble.declares |= text.is_none();
        text
    }
}
