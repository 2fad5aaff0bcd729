//! The format `clausecheck/report/v1`. Frozen: a change of meaning needs a `v2` beside it.
//!
//! It holds all that a report in any form needs, so that a stored one can be laid out again without
//! reading a document again: sentences for people, and beside them what they were made of.

mod from_model;
mod reasons;
mod to_model;
mod values;

pub use reasons::ReasonCode;
pub use to_model::ReadError;
pub use to_model::read;
pub use values::Bearer;
pub use values::Comparator;
pub use values::Duty;
pub use values::Force;
pub use values::Polarity;
pub use values::Quantity;
pub use values::Unit;

use super::inert;
use crate::model;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io;

/// Name of the format.
pub const SCHEMA: &str = "clausecheck/report/v1";

/// A whole run.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "clausecheck report, version 1")]
pub struct Report {
    /// Always `clausecheck/report/v1`.
    pub schema: String,
    /// The program that made the report.
    pub tool: Tool,
    /// Rulesets that were applied.
    pub rulesets: Vec<Ruleset>,
    /// The rules of these rulesets, each once, in order of id.
    #[serde(default)]
    pub rules: Vec<Rule>,
    /// Packs, in the order in which they were given.
    pub packs: Vec<Pack>,
    /// What there is to say of waivers, baseline and rulesets.
    #[serde(default)]
    pub remarks: Vec<Remark>,
}

/// The program that made a report.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Tool {
    pub name: String,
    pub version: String,
}

/// A ruleset that was applied.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Ruleset {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// BLAKE3 of its rules and its lexicon, in hexadecimal.
    pub hash: String,
}

/// A rule, as far as reports show it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Rule {
    /// Its id.
    pub id: String,
    /// Reads well after "This pack does not ensure …".
    pub title: String,
    /// Its family.
    pub family: String,
    /// How much a gap matters.
    pub severity: Severity,
    /// What the contract shall say.
    pub requirement: String,
    /// Why it matters.
    pub why: String,
    /// What it rests on.
    pub sources: Vec<Source>,
    /// Wording to paste, by language code.
    pub model_clauses: BTreeMap<String, String>,
    /// Codes of the study's factors that it answers.
    pub factors: Vec<String>,
}

/// A law, standard or study.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Instrument with article or section.
    pub reference: String,
    /// How far the reference was checked.
    pub basis: Basis,
}

/// How far a reference was checked.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Basis {
    LookedUp,
    Knowledge,
    Uncertain,
}

/// Documents that were judged together.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Pack {
    /// Name of the folder or file.
    pub name: String,
    /// Every file, read or not.
    pub documents: Vec<Document>,
    /// One finding for each rule.
    pub findings: Vec<Finding>,
    /// Numbers that do not agree with each other.
    #[serde(default)]
    pub conflicts: Vec<Conflict>,
    /// Who keeps which data where.
    #[serde(default)]
    pub storage: Vec<StorageRow>,
    /// What stands behind each demand that was found.
    #[serde(default)]
    pub accountability: Vec<Accountability>,
}

/// Different numbers for one parameter of one rule.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Conflict {
    /// Id of the rule.
    pub rule: String,
    /// Name of the parameter.
    pub parameter: String,
    /// The numbers with their passages.
    pub numbers: Vec<StatedNumber>,
    /// Passages that say which document or clause goes before which.
    pub precedence: Vec<Evidence>,
}

/// A number that a passage states.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct StatedNumber {
    /// The number.
    pub quantity: Quantity,
    /// The passage.
    pub passage: Evidence,
    /// Ids of rules of the same family that find a number of theirs in it.
    pub topics: Vec<String>,
}

/// Something that the keepers of waivers, baseline and rulesets must know.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Remark {
    /// What it is about.
    #[serde(flatten)]
    pub kind: RemarkKind,
    /// One plain sentence.
    pub message: String,
    /// Whether somebody must put the policy right.
    pub problem: bool,
    /// Id of the rule that it concerns; empty if it concerns none.
    pub rule: String,
    /// Pack, document or ruleset that it concerns.
    pub scope: String,
    /// Where the policy says so.
    pub source: String,
}

/// What a remark is about.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum RemarkKind {
    /// A waiver no longer holds.
    WaiverExpired {
        /// Last day on which it held.
        expires: String,
        /// Who approved it.
        approver: String,
    },
    /// A waiver waives nothing.
    WaiverUnused {
        /// Why: `other-words`, `other-document`, or the verdict that is no gap.
        because: String,
    },
    /// A waiver concerns nothing that was checked.
    WaiverElsewhere,
    /// A gap of the baseline is closed.
    GapClosed {
        /// Day on which it was first seen.
        since: String,
    },
    /// A ruleset is not the one that was locked.
    RulesetChanged {
        /// Version and hash in the lock file.
        locked: (String, String),
        /// Version and hash of the rules that were applied.
        applied: (String, String),
    },
    /// A ruleset is not in the lock file.
    RulesetNotLocked,
}

/// A passage that says where data is kept.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct StorageRow {
    /// Who keeps it.
    pub keeper: Bearer,
    /// The passage.
    pub passage: Mention,
    /// What is said of each column; a column without words and rules is a gap.
    pub cells: Vec<StorageCell>,
}

/// What is said of one column.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct StorageCell {
    /// `data`, `place`, `sub-processors`, `transfer` or `return`.
    pub column: String,
    /// The words of the passage that say it, as written.
    pub words: Vec<String>,
    /// Ids of rules for which the pack says it in general, elsewhere.
    pub elsewhere: Vec<String>,
}

/// What stands behind one demand.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Accountability {
    /// Id of the rule that is the topic.
    pub rule: String,
    /// The passage that makes the demand.
    pub passage: Mention,
    /// Who is obliged.
    pub bearer: Bearer,
    /// How strongly.
    pub force: Force,
    /// Until when, or how often; null if nothing is said.
    pub deadline: Option<Quantity>,
    /// How it is shown that it was done; null if nothing is said.
    pub proof: Option<Mention>,
    /// What follows if it is not done; null if nothing is said.
    pub consequence: Option<Mention>,
}

/// Words of a document, with where they stand.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// The words.
    pub words: String,
    /// Where they stand.
    #[serde(flatten)]
    pub at: Location,
}

/// A file.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// Path as given, or as found below a folder that was given.
    pub path: String,
    /// BLAKE3 of its bytes, in hexadecimal; empty if they could not be read.
    pub hash: String,
    /// Format by content.
    pub format: String,
    /// What it is, as its name and its titles tell: `tender`, `contract`, `sla`, `dpa`.
    pub kinds: Vec<String>,
    /// ISO 639-1 code of its main language, `other` or `und`.
    pub language: String,
    /// Number of pages; null where the format has none.
    pub pages: Option<u32>,
    /// How far it was read.
    pub status: Status,
    /// What was not read, and what else to know.
    pub notes: Vec<Note>,
    /// Its text, if the run was asked to keep it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
}

/// The text of a document.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Text {
    /// Blocks in reading order, joined by line feeds in what `start` and `end` of evidence count in.
    pub blocks: Vec<Block>,
}

/// A paragraph, heading, list item or table cell.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// First byte in the text.
    pub start: usize,
    /// Its text.
    pub text: String,
    /// Automatic number or bullet that is shown before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Page on which it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// Sheet and cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum BlockKind {
    Heading(u8),
    Paragraph,
    ListItem(u8),
    TableCell { table: u32, row: u32, column: u32 },
    Footnote,
    Header,
    Footer,
    Comment,
    Hidden,
}

/// How far a file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Status {
    Read,
    PartlyRead,
    Unreadable,
    Skipped,
}

/// Something to know about how a file was read.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// Reason code, such as `no-text-layer`.
    pub kind: String,
    /// Page that it concerns, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// One plain sentence.
    pub message: String,
}

/// What was found for one rule.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// Id of the rule.
    pub rule: String,
    /// Reads well after "This pack does not ensure …".
    pub title: String,
    /// Family of the rule.
    pub family: String,
    /// How much a gap matters.
    pub severity: Severity,
    /// The verdict.
    pub verdict: Verdict,
    /// Plain sentences, most important first.
    pub reasons: Vec<String>,
    /// The same for programs.
    #[serde(default)]
    pub reason_codes: Vec<ReasonCode>,
    /// Hash of the rule and the passage that decided; the same in another run over the same words.
    #[serde(default)]
    pub fingerprint: String,
    /// What people decided about it.
    #[serde(default)]
    pub disposition: Disposition,
    /// Numbers that the rule needs.
    pub parameters: Vec<Parameter>,
    /// Passages, strongest role first.
    pub evidence: Vec<Evidence>,
}

/// What people decided about a finding.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Disposition {
    /// Nothing.
    #[default]
    Open,
    /// The gap is accepted.
    Waived {
        /// Why.
        reason: String,
        /// Who answers for that.
        approver: String,
        /// Last day on which it holds, as `YYYY-MM-DD`.
        expires: String,
        /// What protects instead.
        control: Option<String>,
    },
    /// The gap was there when the baseline was taken.
    Known {
        /// Day on which it was first seen, as `YYYY-MM-DD`.
        since: String,
    },
    /// A person looked at the gap and confirmed it.
    Confirmed {
        /// What that person wrote.
        comment: String,
    },
}

/// How much a gap matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Severity {
    Low,
    Medium,
    High,
    Critical,
}

/// What can be said of a rule for a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Verdict {
    Met,
    Weak,
    Contradicted,
    Missing,
    NotApplicable,
    Undetermined,
}

/// A number that the rule needs.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Parameter {
    /// Name in words.
    pub name: String,
    /// What is stated, with its unit; null if nothing is.
    pub found: Option<String>,
    /// What is required, with comparison sign and unit.
    pub required: String,
    /// Unit of the threshold.
    pub unit: String,
    /// What is stated, for programs.
    #[serde(default)]
    pub stated: Option<Quantity>,
    /// How it must stand to the threshold.
    pub comparator: Comparator,
    /// The threshold, for programs.
    pub threshold: Quantity,
    /// Whether what is stated is within the threshold.
    pub ok: bool,
}

/// A passage.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// What it does for the rule.
    pub role: Role,
    /// Where it stands.
    #[serde(flatten)]
    pub at: Location,
    /// The passage with its lead-in.
    pub quote: String,
    /// Whom it binds, and how strongly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<Duty>,
    /// Why it is not enough, or what it does wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<String>,
    /// The same for programs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reason_codes: Vec<ReasonCode>,
}

/// Where a passage stands.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Location {
    /// Path of the document.
    pub document: String,
    /// Page on which it begins, counted from 1; null where the format has no pages.
    pub page: Option<u32>,
    /// What is printed as the number of that page, where that is something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page_label: Option<String>,
    /// Clause with its heading; empty if it stands in none.
    pub clause: String,
    /// The clauses around it, outermost first, each with number and heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub path: Vec<String>,
    /// Sheet and cell, where the format addresses them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// Where it stands in a table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<Row>,
    /// Rectangles to mark on fixed pages, one for each printed line of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<Area>,
    /// Whether the text was recognised in a picture of the page (OCR).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub recognised: bool,
    /// Words of the passage that were recognised, and not for sure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubtful: Vec<String>,
    /// First byte in the text of the document.
    #[serde(default)]
    pub start: usize,
    /// One past its last byte.
    #[serde(default)]
    pub end: usize,
}

/// A row of a table.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Row {
    /// Number of the table in the document, counted from 1.
    pub table: u32,
    /// Number of the row in the table, counted from 1.
    pub row: u32,
}

/// A rectangle on a page, in points (1/72 inch) from the upper left corner of the page as shown,
/// rounded to tenths.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Area {
    /// Counted from 1.
    pub page: u32,
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

/// What a passage does for a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Role {
    Supports,
    Weakens,
    Contradicts,
    Triggers,
    Nearest,
}

/// Writes a report, with a line feed at its end.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(report: &model::Report, out: &mut dyn io::Write) -> io::Result<()> {
    inert::write_pretty(&Report::from(report), out)
}

/// JSON Schema of the format.
#[must_use]
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Report)
}
