//! The format `clausecheck/document/v1`. Frozen: a change of meaning needs a `v2` beside it.
//!
//! Offsets are bytes (UTF-8) of `text`; a span is the first byte and one past the last.

use crate::model;
use crate::report::json::inert;
use schemars::JsonSchema;
use serde::Serialize;
use std::io;

/// Name of the format.
pub const SCHEMA: &str = "clausecheck/document/v1";

/// A document as it was read.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "clausecheck document, version 1")]
pub struct Document {
    /// Always `clausecheck/document/v1`.
    pub schema: String,
    /// Path as given, or as found in an archive or e-mail.
    pub path: String,
    /// BLAKE3 of its bytes, in hexadecimal; empty if they could not be read.
    pub hash: String,
    /// Format by content.
    pub format: String,
    /// ISO 639-1 code of its main language, `other` or `und`.
    pub language: String,
    /// How far it was read: `read`, `partly-read`, `unreadable` or `skipped`.
    pub status: String,
    /// What was not read, and what else to know.
    pub notes: Vec<Note>,
    /// What the parties are called.
    pub parties: Vec<Party>,
    /// The whole normalised text.
    pub text: String,
    /// Pages; empty where the format has none.
    pub pages: Vec<Page>,
    /// Paragraphs, headings, list items and cells in reading order.
    pub blocks: Vec<Block>,
    /// What is judged, in reading order.
    pub provisions: Vec<Provision>,
    /// Words with their rectangles on fixed pages.
    pub words: Vec<Word>,
}

/// Something to know about how a file was read.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Note {
    /// Reason code, such as `no-text-layer`.
    pub kind: String,
    /// Page that it concerns, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// One plain sentence.
    pub message: String,
}

/// A party and its short name.
#[derive(Debug, Serialize, JsonSchema)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Party {
    pub name: String,
    pub alias: String,
}

/// A page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Page {
    /// Counted from 1.
    pub number: u32,
    /// What is printed as its number, where that is something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Whether its text was recognised in its picture (OCR).
    pub recognised: bool,
    /// The text that begins on it.
    pub span: [usize; 2],
}

/// A paragraph-like piece of text.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Block {
    /// `heading`, `paragraph`, `list-item`, `table-cell`, `footnote`, `header`, `footer`,
    /// `comment` or `hidden`; the last four are never judged.
    pub kind: String,
    /// Level of a heading (from 1) or list item (from 0).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// Table, row and column of a cell, each counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<[u32; 3]>,
    /// Sheet and cell, where the format addresses them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Automatic number or bullet, which is not part of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Page on which it begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// Its text.
    pub span: [usize; 2],
}

/// A sentence, list item or table row with all that it is read with.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Provision {
    /// `sentence`, `list-item`, `table-row`, `heading`, `contents`, `definition`, `question` or
    /// `placeholder`.
    pub kind: String,
    /// Its text.
    pub span: [usize; 2],
    /// Lead-in or column headings that are read with it.
    pub lead_in: Vec<[usize; 2]>,
    /// The clauses around it, outermost first, each with number and heading.
    pub path: Vec<String>,
    /// Page on which it begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// Sheet and cell, where the format addresses them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// ISO 639-1 code of its language, `other` or `und`.
    pub language: String,
    /// Who is bound: `supplier`, `customer`, `both`, `third-party` or `unstated`.
    pub bearer: String,
    /// How strongly: `must`, `should`, `may` or `statement`.
    pub force: String,
    /// `affirmed`, `prohibited` or `denied`.
    pub polarity: String,
}

/// A word on a fixed page; rectangles are in points (1/72 inch) from the upper left corner of the
/// page as shown, rounded to tenths: left, top, right, bottom.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Word {
    /// Its text.
    pub span: [usize; 2],
    /// Counted from 1.
    pub page: u32,
    /// Left, top, right, bottom.
    pub area: [f32; 4],
    /// Whether it was recognised in a picture, and not for sure.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schemars(default)]
    pub doubtful: bool,
}

/// Writes a document with the duty of each provision, and a line feed at its end.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(
    document: &model::Document,
    duties: &[model::Duty],
    out: &mut dyn io::Write,
) -> io::Result<()> {
    inert::write_line(&Document::new(document, duties), out)
}

/// JSON Schema of the format.
#[must_use]
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Document)
}

impl Document {
    fn new(document: &model::Document, duties: &[model::Duty]) -> Self {
        let provisions = document.provisions.iter().zip(duties);
        Self {
            schema: SCHEMA.to_owned(),
            path: document.source.path.clone(),
            hash: document.source.hash.clone(),
            format: document.format.name().to_owned(),
            language: document.language.code().to_owned(),
            status: document.status.code().to_owned(),
            notes: document.notes.iter().map(note).collect(),
            parties: document.parties.iter().map(party).collect(),
            text: document.text.clone(),
            pages: document.pages.iter().map(page).collect(),
            blocks: document.blocks.iter().map(block).collect(),
            provisions: provisions.map(|(own, duty)| provision(document, own, *duty)).collect(),
            words: document.printed.iter().map(word).collect(),
        }
    }
}

fn span(span: model::Span) -> [usize; 2] {
    [span.start(), span.end()]
}

fn note(note: &model::Note) -> Note {
    Note { kind: note.kind.code().to_owned(), page: note.page, message: note.message.clone() }
}

fn party(party: &model::Party) -> Party {
    Party { name: party.name.clone(), alias: party.alias.clone() }
}

fn page(page: &model::Page) -> Page {
    Page {
        number: page.number,
        label: page.label.clone(),
        recognised: page.recognised,
        span: span(page.span),
    }
}

fn block(block: &model::Block) -> Block {
    let (kind, level, cell) = match block.kind {
        model::BlockKind::Heading(level) => ("heading", Some(level), None),
        model::BlockKind::Paragraph => ("paragraph", None, None),
        model::BlockKind::ListItem(level) => ("list-item", Some(level), None),
        model::BlockKind::TableCell(cell) => {
            ("table-cell", None, Some([cell.table + 1, cell.row + 1, cell.column + 1]))
        }
        model::BlockKind::Footnote => ("footnote", None, None),
        model::BlockKind::Furniture(model::Furniture::Header) => ("header", None, None),
        model::BlockKind::Furniture(model::Furniture::Footer) => ("footer", None, None),
        model::BlockKind::Furniture(model::Furniture::Comment) => ("comment", None, None),
        model::BlockKind::Furniture(model::Furniture::Hidden) => ("hidden", None, None),
    };
    Block {
        kind: kind.to_owned(),
        level,
        cell,
        address: block.address.clone(),
        label: block.label.clone(),
        page: block.page,
        span: span(block.span),
    }
}

fn provision(
    document: &model::Document,
    provision: &model::Provision,
    duty: model::Duty,
) -> Provision {
    let kind = match provision.kind {
        model::ProvisionKind::Sentence => "sentence",
        model::ProvisionKind::ListItem => "list-item",
        model::ProvisionKind::TableRow => "table-row",
        model::ProvisionKind::Heading => "heading",
        model::ProvisionKind::ContentsEntry => "contents",
        model::ProvisionKind::Definition => "definition",
        model::ProvisionKind::Question => "question",
        model::ProvisionKind::Placeholder => "placeholder",
    };
    Provision {
        kind: kind.to_owned(),
        span: span(provision.span),
        lead_in: provision.lead_in.iter().copied().map(span).collect(),
        path: document.path_of(provision.clause),
        page: provision.page,
        address: provision.address.clone(),
        language: provision.language.code().to_owned(),
        bearer: duty.bearer.code().to_owned(),
        force: duty.force.code().to_owned(),
        polarity: duty.polarity.code().to_owned(),
    }
}

fn word(word: &model::Printed) -> Word {
    let tenths = |points: f32| (points * 10.0).round() / 10.0;
    let area = word.area;
    Word {
        span: span(word.span),
        page: area.page,
        area: [area.left, area.top, area.right, area.bottom].map(tenths),
        doubtful: word.doubtful,
    }
}
