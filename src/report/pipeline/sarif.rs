//! SARIF 2.1.0 (OASIS, 2020) within the limits of GitHub code scanning ("SARIF support for code
//! scanning", GitHub Docs): no empty text, descriptions of at most 1,024 characters, at most 5,000
//! results, one location each, fingerprints of content. Lines are those of the text that `extract` prints; page
//! and clause stand in the message. Files that were not fully read are notifications, and then the
//! invocation was not successful.

use super::identity;
use super::is_waived;
use super::message;
use super::problems;
use super::score;
use super::spot;
use crate::model::Disposition;
use crate::model::Finding;
use crate::model::PackReport;
use crate::model::Report;
use crate::model::RuleCard;
use crate::model::Severity;
use crate::report::json::inert;
use crate::report::policy;
use crate::report::words;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io;
use std::io::Write;

/// Most results that GitHub keeps of a run.
const RESULTS: usize = 5_000;
/// Longest description and message, in characters.
const TEXT: usize = 1_000;
/// Most tags of a rule that GitHub keeps.
const TAGS: usize = 10;

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    automation_details: Id,
    column_kind: &'static str,
    invocations: [Invocation; 1],
    results: Vec<ResultObject>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: String,
    name: String,
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration,
    properties: RuleProperties,
}

#[derive(Serialize)]
struct RuleProperties {
    #[serde(rename = "security-severity")]
    security_severity: &'static str,
    precision: &'static str,
    tags: Vec<String>,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Id {
    id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Text,
    descriptor: Id,
    locations: Vec<Location>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultObject {
    rule_id: String,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Suppression>,
    properties: ResultProperties,
}

#[derive(Serialize)]
struct ResultProperties {
    verdict: &'static str,
    pack: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    #[serde(skip_serializing_if = "String::is_empty")]
    clause: String,
}

#[derive(Serialize)]
struct Suppression {
    kind: &'static str,
    status: &'static str,
    justification: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

/// Writes the log.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let cards = cards(report);
    let index: BTreeMap<&str, usize> =
        cards.iter().enumerate().map(|(at, card)| (card.id.as_str(), at)).collect();
    let problems = problems(&report.packs);
    let left_out = problems.len().saturating_sub(RESULTS);
    let shown = problems.iter().take(RESULTS);
    let results = shown.map(|(pack, finding)| result(pack, finding, &index)).collect();
    let notifications = notifications(report, left_out);
    let complete = report
        .packs
        .iter()
        .flat_map(|pack| &pack.documents)
        .all(|document| document.status.is_complete());
    let names: Vec<&str> = report.rulesets.iter().map(|stamp| stamp.name.as_str()).collect();
    let version = env!("CARGO_PKG_VERSION");
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "clausecheck",
                    version,
                    semantic_version: version,
                    rules: cards.into_iter().map(descriptor).collect(),
                },
            },
            automation_details: Id { id: format!("clausecheck/{}/", names.join("+")) },
            column_kind: "unicodeCodePoints",
            invocations: [Invocation {
                execution_successful: complete,
                tool_execution_notifications: notifications,
            }],
            results,
        }],
    };
    inert::write_pretty(&log, out)
}

/// Every rule of the findings, once, in order of id.
fn cards(report: &Report) -> Vec<&RuleCard> {
    let findings = report.packs.iter().flat_map(|pack| &pack.findings);
    let cards: BTreeMap<&str, &RuleCard> =
        findings.map(|finding| (finding.rule.id.as_str(), &finding.rule)).collect();
    cards.into_values().collect()
}

/// A text that is neither empty nor too long.
fn text(text: &str, otherwise: &str) -> Text {
    let text = if text.trim().is_empty() { otherwise } else { text };
    Text { text: words::shorten(text, TEXT) }
}

fn descriptor(card: &RuleCard) -> Descriptor {
    let title = words::capitalised(&card.title);
    let family = format!("family/{}", card.family);
    let mut tags = vec!["security".to_owned(), "procurement".to_owned(), family];
    tags.extend(card.factors.iter().map(|factor| format!("factor/{factor}")));
    tags.truncate(TAGS);
    let help = if card.why.trim().is_empty() { &card.requirement } else { &card.why };
    Descriptor {
        id: card.id.clone(),
        name: card.id.split('-').map(words::capitalised).collect(),
        short_description: text(&title, &card.id),
        full_description: text(&card.requirement, &title),
        help: Help { text: text(help, &title).text, markdown: markdown(card) },
        default_configuration: Configuration { level: level(card.severity) },
        properties: RuleProperties {
            security_severity: score(card.severity),
            precision: "medium",
            tags,
        },
    }
}

/// What to do about a gap: why it matters, wording to paste, and what it rests on.
fn markdown(card: &RuleCard) -> String {
    use crate::report::markdown::escape;
    let mut help =
        format!("{}\n\n**Why it matters.** {}\n", escape(&card.requirement), escape(&card.why));
    for (code, clause) in card.model_clauses.iter().filter(|(code, _)| code == "en") {
        help.push_str(&format!("\n**Wording to paste ({code})**\n\n> {}\n", escape(clause)));
    }
    if !card.sources.is_empty() {
        help.push_str("\n**Sources**\n\n");
    }
    for source in &card.sources {
        let mark = source.basis.mark();
        let mark = if mark.is_empty() { String::new() } else { format!(" ({mark})") };
        help.push_str(&format!("- {}{mark}\n", escape(&source.reference)));
    }
    help
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low => "note",
    }
}

fn result(pack: &PackReport, finding: &Finding, index: &BTreeMap<&str, usize>) -> ResultObject {
    let spot = spot(pack, finding);
    let passage = super::shown(finding);
    let suppressions = match &finding.disposition {
        Disposition::Waived(waiver) => vec![Suppression {
            kind: "external",
            status: "accepted",
            justification: format!(
                "{} (approved by {}, until {})",
                waiver.reason, waiver.approver, waiver.expires
            ),
        }],
        _ => Vec::new(),
    };
    ResultObject {
        rule_id: finding.rule.id.clone(),
        rule_index: index.get(finding.rule.id.as_str()).copied().unwrap_or(0),
        level: if is_waived(finding) { "note" } else { level(finding.rule.severity) },
        message: text(&message(pack, finding), &finding.rule.id),
        locations: [Location {
            physical_location: PhysicalLocation {
                artifact_location: Artifact { uri: uri(spot.path) },
                region: Some(Region {
                    start_line: spot.start.0,
                    start_column: spot.start.1,
                    end_line: spot.end.0,
                    end_column: spot.end.1,
                }),
            },
        }],
        partial_fingerprints: BTreeMap::from([(
            "primaryLocationLineHash",
            identity(pack, finding),
        )]),
        suppressions,
        properties: ResultProperties {
            verdict: finding.verdict.code(),
            pack: pack.name.clone(),
            page: passage.and_then(|passage| passage.place.page),
            clause: passage.map(|passage| passage.place.clause.clone()).unwrap_or_default(),
        },
    }
}

/// What was not fully read, and what the limits left out.
fn notifications(report: &Report, left_out: usize) -> Vec<Notification> {
    let documents = report.packs.iter().flat_map(|pack| &pack.documents);
    let unread = documents.filter(|document| !document.status.is_complete());
    let mut notifications: Vec<Notification> = unread
        .map(|document| {
            let losses: Vec<&str> = document
                .notes
                .iter()
                .filter(|note| note.kind.is_loss())
                .map(|note| note.message.as_str())
                .collect();
            let code = document.notes.iter().find(|note| note.kind.is_loss());
            Notification {
                level: "error",
                message: text(
                    &words::display_safe(&format!(
                        "{} was not fully read: {}",
                        document.path,
                        losses.join("; ")
                    )),
                    "a document was not fully read",
                ),
                descriptor: Id { id: code.map_or("not-read", |note| note.kind.code()).to_owned() },
                locations: vec![Location {
                    physical_location: PhysicalLocation {
                        artifact_location: Artifact { uri: uri(&document.path) },
                        region: None,
                    },
                }],
            }
        })
        .collect();
    let remarks = report.remarks.iter().filter(|remark| remark.is_problem());
    notifications.extend(remarks.map(|remark| Notification {
        level: "warning",
        message: text(&words::display_safe(&policy::remark_with_source(remark)), remark.code()),
        descriptor: Id { id: remark.code().to_owned() },
        locations: Vec::new(),
    }));
    if left_out > 0 {
        notifications.push(Notification {
            level: "warning",
            message: Text {
                text: format!(
                    "{left_out} gaps of the least severity were left out, since no more than {RESULTS} are shown; the JSON report has all"
                ),
            },
            descriptor: Id { id: "left-out".to_owned() },
            locations: Vec::new(),
        });
    }
    notifications
}

/// A path as a relative reference: forward slashes, nothing that a URI does not hold.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let path = path.trim_start_matches("./").trim_start_matches('/');
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    if uri.is_empty() { "unknown".to_owned() } else { uri }
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_relative_references() {
        assert_eq!(uri("./tender/Bilaga 1 (å).docx"), "tender/Bilaga%201%20%28%C3%A5%29.docx");
        assert_eq!(uri("C:\\x"), "C%3A/x");
        assert_eq!(uri(""), "unknown");
    }
}
