//! The format `clausecheck/report/v1`. Frozen: a change of meaning needs a `v2` beside it.

use super::inert;
use crate::model;
use crate::report::words;
use schemars::JsonSchema;
use serde::Serialize;
use std::io;

/// Name of the format.
pub const SCHEMA: &str = "clausecheck/report/v1";

/// A whole run.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "clausecheck report, version 1")]
pub struct Report {
    /// Always `clausecheck/report/v1`.
    pub schema: String,
    /// The program that made the report.
    pub tool: Tool,
    /// Rules that were applied.
    pub rulesets: Vec<Ruleset>,
    /// Packs, in the order in which they were given.
    pub packs: Vec<Pack>,
}

/// The program that made a report.
#[derive(Debug, Serialize, JsonSchema)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Tool {
    pub name: String,
    pub version: String,
}

/// A ruleset that was applied.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Ruleset {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// BLAKE3 of its rules and its lexicon, in hexadecimal.
    pub hash: String,
}

/// Documents that were judged together.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Pack {
    /// Name of the folder or file.
    pub name: String,
    /// Every file, read or not.
    pub documents: Vec<Document>,
    /// One finding for each rule.
    pub findings: Vec<Finding>,
}

/// A file.
#[derive(Debug, Serialize, JsonSchema)]
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
}

/// How far a file was read.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Status {
    Read,
    PartlyRead,
    Unreadable,
    Skipped,
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

/// What was found for one rule.
#[derive(Debug, Serialize, JsonSchema)]
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
    /// Numbers that the rule needs.
    pub parameters: Vec<Parameter>,
    /// Passages, strongest role first.
    pub evidence: Vec<Evidence>,
}

/// How much a gap matters.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Severity {
    Low,
    Medium,
    High,
    Critical,
}

/// What can be said of a rule for a pack.
#[derive(Debug, Serialize, JsonSchema)]
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
#[derive(Debug, Serialize, JsonSchema)]
pub struct Parameter {
    /// Name in words.
    pub name: String,
    /// What is stated, with its unit; null if nothing is.
    pub found: Option<String>,
    /// What is required, with comparison sign and unit.
    pub required: String,
    /// Unit of the threshold.
    pub unit: String,
    /// Whether what is stated is within the threshold.
    pub ok: bool,
}

/// A passage.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Evidence {
    /// What it does for the rule.
    pub role: Role,
    /// Path of its document.
    pub document: String,
    /// Page on which it begins, counted from 1; null where the format has no pages.
    pub page: Option<u32>,
    /// What is printed as the number of that page, where that is something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_label: Option<String>,
    /// Clause with its heading; empty if it stands in none.
    pub clause: String,
    /// The clauses around it, outermost first, each with number and heading.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub path: Vec<String>,
    /// Sheet and cell, where the format addresses them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// Where it stands in a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<Row>,
    /// Rectangles to mark on fixed pages, one for each printed line of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub areas: Vec<Area>,
    /// Whether the text was recognised in a picture of the page (OCR).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schemars(default)]
    pub recognised: bool,
    /// Words of the passage that were recognised, and not for sure.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub doubtful: Vec<String>,
    /// The passage with its lead-in.
    pub quote: String,
}

/// A row of a table.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Row {
    /// Number of the table in the document, counted from 1.
    pub table: u32,
    /// Number of the row in the table, counted from 1.
    pub row: u32,
}

/// A rectangle on a page, in points (1/72 inch) from the upper left corner of the page as shown,
/// rounded to tenths.
#[derive(Debug, Serialize, JsonSchema)]
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
#[derive(Debug, Serialize, JsonSchema)]
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

impl From<&model::Report> for Report {
    fn from(report: &model::Report) -> Self {
        Self {
            schema: SCHEMA.to_owned(),
            tool: Tool {
                name: env!("CARGO_PKG_NAME").to_owned(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
            },
            rulesets: report
                .rulesets
                .iter()
                .map(|stamp| Ruleset {
                    name: stamp.name.clone(),
                    version: stamp.version.clone(),
                    hash: stamp.hash.clone(),
                })
                .collect(),
            packs: report.packs.iter().map(pack).collect(),
        }
    }
}

fn pack(pack: &model::PackReport) -> Pack {
    Pack {
        name: pack.name.clone(),
        documents: pack.documents.iter().map(document).collect(),
        findings: pack.findings.iter().map(|finding| self::finding(finding, pack)).collect(),
    }
}

fn document(entry: &model::DocumentEntry) -> Document {
    Document {
        path: entry.path.clone(),
        hash: entry.hash.clone(),
        format: entry.format.to_owned(),
        kinds: entry.kinds.iter().map(|kind| kind.code().to_owned()).collect(),
        language: entry.language.to_owned(),
        pages: entry.pages,
        status: match entry.status {
            model::ReadStatus::Read => Status::Read,
            model::ReadStatus::PartlyRead => Status::PartlyRead,
            model::ReadStatus::Unreadable => Status::Unreadable,
            model::ReadStatus::Skipped => Status::Skipped,
        },
        notes: entry
            .notes
            .iter()
            .map(|note| Note {
                kind: note.kind.code().to_owned(),
                page: note.page,
                message: note.message.clone(),
            })
            .collect(),
    }
}

fn finding(finding: &model::Finding, pack: &model::PackReport) -> Finding {
    Finding {
        rule: finding.rule.id.clone(),
        title: finding.rule.title.clone(),
        family: finding.rule.family.clone(),
        severity: match finding.rule.severity {
            model::Severity::Low => Severity::Low,
            model::Severity::Medium => Severity::Medium,
            model::Severity::High => Severity::High,
            model::Severity::Critical => Severity::Critical,
        },
        verdict: match finding.verdict {
            model::Verdict::Met => Verdict::Met,
            model::Verdict::Weak => Verdict::Weak,
            model::Verdict::Contradicted => Verdict::Contradicted,
            model::Verdict::Missing => Verdict::Missing,
            model::Verdict::NotApplicable => Verdict::NotApplicable,
            model::Verdict::Undetermined => Verdict::Undetermined,
        },
        reasons: finding.reasons.iter().map(words::reason).collect(),
        parameters: finding.parameters.iter().map(parameter).collect(),
        evidence: finding.evidence.iter().map(|evidence| self::evidence(evidence, pack)).collect(),
    }
}

fn parameter(parameter: &model::ParameterResult) -> Parameter {
    Parameter {
        name: parameter.name.clone(),
        found: parameter.found.map(|quantity| quantity.to_string()),
        required: format!("{} {}", parameter.comparator.symbol(), parameter.required),
        unit: parameter.required.unit.symbol().to_owned(),
        ok: parameter.ok,
    }
}

fn evidence(evidence: &model::Evidence, pack: &model::PackReport) -> Evidence {
    Evidence {
        role: match evidence.role {
            model::Role::Supports => Role::Supports,
            model::Role::Weakens => Role::Weakens,
            model::Role::Contradicts => Role::Contradicts,
            model::Role::Triggers => Role::Triggers,
            model::Role::Nearest => Role::Nearest,
        },
        document: pack
            .documents
            .get(evidence.document)
            .map(|entry| entry.path.clone())
            .unwrap_or_default(),
        page: evidence.place.page,
        page_label: evidence.place.page_label.clone(),
        clause: evidence.place.clause.clone(),
        path: evidence.place.path.clone(),
        cell: evidence.place.cell.clone(),
        row: evidence.place.row.map(|(table, row)| Row { table, row }),
        areas: evidence.place.areas.iter().map(area).collect(),
        recognised: evidence.place.recognised,
        doubtful: evidence.place.doubtful.clone(),
        quote: evidence.quote.clone(),
    }
}

fn area(area: &model::Area) -> Area {
    let tenths = |points: f32| (points * 10.0).round() / 10.0;
    Area {
        page: area.page,
        left: tenths(area.left),
        top: tenths(area.top),
        right: tenths(area.right),
        bottom: tenths(area.bottom),
    }
}
