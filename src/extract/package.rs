//! The ZIP package of an office document: its parts, how they relate, and how much is unpacked.
//!
//! A small file can unpack to anything, so entries are counted and every byte that is unpacked is
//! taken from a budget; what the archive says about sizes is not believed. What could not be read
//! is remembered as a note. What the parts mean is left to the other modules.

use super::xml::Token;
use super::xml::XmlReader;
use crate::extract::Limits;
use crate::extract::twofold;
use crate::model::NoteKind;
use encoding_rs::Encoding;
use encoding_rs::UTF_8;
use encoding_rs::UTF_16BE;
use encoding_rs::UTF_16LE;
use std::collections::HashMap;
use std::io;
use std::io::Cursor;
use std::io::Read;
use zip::ZipArchive;

/// Where the XML declaration is looked for.
const DECLARATION: usize = 120;

/// What is said of a package that is not the same for everybody.
const AMBIGUOUS: &str = "the file holds two parts of the same name, or names its parts differently in \
                         two places, so that others may see another text than was read; open it, save \
                         it again and compare";

/// A problem with the package, as it will be noted.
pub(super) type Problem = (NoteKind, String);

/// A relationship of one part to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relation {
    pub(super) id: String,
    /// Last word of the relationship type: "header", "styles".
    pub(super) kind: String,
    /// Name of the part, or address of something outside the package.
    pub(super) target: String,
    pub(super) external: bool,
}

/// An open package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Entries by name, in lower case and with slashes: names are compared without regard to
    /// case, and some programs write backslashes.
    index: HashMap<String, usize>,
    limits: &'a Limits,
    unpacked: u64,
    problems: Vec<Problem>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, Problem> {
        let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else {
            let message = "the file is damaged: it is not a complete package; \
                           ask for it again, or open and save it again";
            return Err((NoteKind::Damaged, message.to_owned()));
        };
        if archive.len() > limits.entries {
            let message =
                format!("the file holds more than {} parts and was not read", limits.entries);
            return Err((NoteKind::TooManyParts, message));
        }
        let mut index = HashMap::new();
        let mut ambiguous = twofold::is_ambiguous(bytes, &archive);
        for entry in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(entry) {
                // The first of a name is read.
                ambiguous |= *index.entry(plain_name(&name)).or_insert(entry) != entry;
            }
        }
        let problems = ambiguous.then(|| (NoteKind::Ambiguous, AMBIGUOUS.to_owned()));
        let problems = problems.into_iter().collect();
        Ok(Self { archive, index, limits, unpacked: 0, problems })
    }

    /// Problems met so far.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.index_of(name).is_some()
    }

    /// Unpacks every part once and throws it away, for readers that unpack without a limit: the
    /// problem where a part, or all of them, are larger than is read.
    pub(super) fn measure(&mut self) -> Result<(), Problem> {
        let mut left = self.limits.total_bytes;
        for index in 0..self.archive.len() {
            let limit = self.limits.entry_bytes.min(left);
            // A part that cannot be unpacked is left to the reader to complain about.
            let Ok(entry) = self.archive.by_index(index) else { continue };
            let length =
                io::copy(&mut entry.take(limit.saturating_add(1)), &mut io::sink()).unwrap_or(0);
            if length > limit {
                let message = "the file unpacks to more than is read and was left out";
                return Err((NoteKind::TooLarge, message.to_owned()));
            }
            left = left.saturating_sub(length);
        }
        Ok(())
    }

    /// Name of the part that holds the body, found through the relationships of the package.
    pub(super) fn main_part(&mut self) -> String {
        self.main_part_or("word/document.xml")
    }

    /// The same, with the name that the part usually has.
    pub(super) fn main_part_or(&mut self, usual: &str) -> String {
        let root = self.relations_in("_rels/.rels", "");
        root.into_iter()
            .find(|relation| relation.kind == "officeDocument" && !relation.external)
            .map(|relation| relation.target)
            .filter(|target| self.index_of(target).is_some())
            .unwrap_or_else(|| usual.to_owned())
    }

    /// Relationships of a part.
    pub(super) fn relations(&mut self, part: &str) -> Vec<Relation> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let separator = if folder.is_empty() { "" } else { "/" };
        self.relations_in(&format!("{folder}{separator}_rels/{file}.rels"), part)
    }

    /// Text of a part, called `what` in notes; `None` if there is no such part, or if nothing of
    /// it could be read.
    pub(super) fn text(&mut self, name: &str, what: &str) -> Option<String> {
        let index = self.index_of(name)?;
        let bytes = self.unpack(index, what)?;
        let (text, lossy) = decode(&bytes);
        if lossy {
            let message = format!("{what}: some bytes are not text");
            self.problem(NoteKind::Garbled, message);
        }
        Some(text)
    }

    fn relations_in(&mut self, name: &str, base: &str) -> Vec<Relation> {
        let Some(xml) = self.text(name, "the list of parts") else { return Vec::new() };
        let mut reader = XmlReader::new(&xml, self.limits.depth);
        let mut relations = Vec::new();
        while let Some(token) = reader.next() {
            let Token::Open(element) = token else { continue };
            if element.name() != "Relationship" {
                continue;
            }
            let kind = element.attribute("Type").unwrap_or_default();
            let target = element.attribute("Target").unwrap_or_default();
            let external = element.attribute("TargetMode").as_deref() == Some("External");
            relations.push(Relation {
                id: element.attribute("Id").unwrap_or_default(),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: if external { target } else { resolve(base, &target) },
                external,
            });
        }
        relations
    }

    fn index_of(&self, name: &str) -> Option<usize> {
        self.index.get(&plain_name(name)).copied()
    }

    fn problem(&mut self, kind: NoteKind, message: String) {
        let problem = (kind, message);
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn unpack(&mut self, index: usize, what: &str) -> Option<Vec<u8>> {
        let left = self.limits.total_bytes.saturating_sub(self.unpacked);
        let limit = self.limits.entry_bytes.min(left);
        let mut bytes = Vec::new();
        let result = match self.archive.by_index(index) {
            Ok(entry) => entry.take(limit.saturating_add(1)).read_to_end(&mut bytes).is_ok(),
            Err(_) => false,
        };
        let length = bytes.len() as u64;
        self.unpacked = self.unpacked.saturating_add(length);
        if length > limit {
            let message = format!("{what} unpacks to more than is read and was left out");
            self.problem(NoteKind::TooLarge, message);
            return None;
        }
        if !result {
            let message = format!("{what} is damaged; what could be made out was read");
            self.problem(NoteKind::Damaged, message);
        }
        (!bytes.is_empty()).then_some(bytes)
    }
}

fn plain_name(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

/// The part that `target`, written in the part `base`, means.
fn resolve(base: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = base.split('/').collect();
    path.pop();
    for step in target.split('/') {
        match step {
            ".." => {
                path.pop();
            }
            "." | "" => {}
            step => path.push(step),
        }
    }
    path.join("/")
}

/// The text of an XML part: a byte-order mark decides, then the look of UTF-16, then the
/// declaration. Whether some bytes made no sense comes with it.
fn decode(bytes: &[u8]) -> (String, bool) {
    let head = &bytes[..bytes.len().min(DECLARATION)];
    let encoding = match head {
        [b'<', 0, ..] => UTF_16LE,
        [0, b'<', ..] => UTF_16BE,
        _ => declared(&String::from_utf8_lossy(head)).unwrap_or(UTF_8),
    };
    let (text, _, lossy) = encoding.decode(bytes);
    (text.into_owned(), lossy)
}

/// Encoding named in the XML declaration. One that is declared but cannot be (UTF-16 of single
/// bytes) is not believed.
fn declared(head: &str) -> Option<&'static Encoding> {
    let (_, rest) = head.split_once("encoding=")?;
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let name = rest.get(1..)?.split(quote).next()?;
    Encoding::for_label(name.as_bytes()).filter(|e| e.is_ascii_compatible())
}
