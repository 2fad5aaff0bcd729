//! A whole run: packs, what was read of them, and the findings.

use super::Accountability;
use super::Block;
use super::Conflict;
use super::Document;
use super::DocumentKind;
use super::Finding;
use super::Language;
use super::Note;
use super::ReadStatus;
use super::Remark;
use super::StorageRow;

/// Documents that are judged together.
#[derive(Debug, Clone)]
pub struct Pack {
    /// Name for people: the folder or file name.
    pub name: String,
    /// In order of path.
    pub documents: Vec<Document>,
}

/// What a report says of one document. The text itself is not kept: a run may hold thousands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentEntry {
    /// Path as given or found.
    pub path: String,
    /// BLAKE3 of the bytes, in hexadecimal; empty if they could not be read.
    pub hash: String,
    /// Format name.
    pub format: String,
    /// What it is, as its name and its titles tell; empty if they do not.
    pub kinds: Vec<DocumentKind>,
    /// Main language.
    pub language: Language,
    /// Number of pages, where the format has pages.
    pub pages: Option<u32>,
    /// How far it was read.
    pub status: ReadStatus,
    /// What was not read, and what else to know.
    pub notes: Vec<Note>,
}

impl DocumentEntry {
    /// The entry for a document of these kinds.
    #[must_use]
    pub fn new(document: &Document, kinds: impl IntoIterator<Item = DocumentKind>) -> Self {
        Self {
            kinds: kinds.into_iter().collect(),
            path: document.source.path.clone(),
            hash: document.source.hash.clone(),
            format: document.format.name().to_owned(),
            language: document.language,
            pages: (!document.pages.is_empty())
                .then(|| u32::try_from(document.pages.len()).unwrap_or(u32::MAX)),
            status: document.status,
            notes: document.notes.clone(),
        }
    }
}

/// The text of a document, for reports that show passages where they stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentText {
    /// One normalised text; the spans of evidence point into it.
    pub text: String,
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
}

/// What was found in one pack.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PackReport {
    /// Name of the pack.
    pub name: String,
    /// Every input, read or not.
    pub documents: Vec<DocumentEntry>,
    /// One finding for each rule, in the order of the ruleset.
    pub findings: Vec<Finding>,
    /// Numbers that do not agree with each other.
    pub conflicts: Vec<Conflict>,
    /// Who keeps which data where.
    pub storage: Vec<StorageRow>,
    /// What stands behind each demand that was found, in the order of the findings.
    pub accountability: Vec<Accountability>,
    /// The text of each document, in the order of `documents`; empty unless it was asked for.
    pub texts: Vec<DocumentText>,
}

/// Which rules were applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesetStamp {
    /// Name of the ruleset.
    pub name: String,
    /// Its version.
    pub version: String,
    /// BLAKE3 of its rules and its lexicon, in hexadecimal.
    pub hash: String,
}

/// A whole run.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Rules that were applied.
    pub rulesets: Vec<RulesetStamp>,
    /// Packs in order of name.
    pub packs: Vec<PackReport>,
    /// What there is to say of waivers, baseline and rulesets.
    pub remarks: Vec<Remark>,
}
