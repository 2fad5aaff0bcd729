//! GitLab Code Quality ("Code Quality report format", GitLab Docs): an array of issues with a
//! fingerprint, a severity and a place. Paths are relative and do not begin with `./`; lines are those of the
//! text that `extract` prints. A document that was not fully read is an issue of its own.

use super::identity;
use super::is_waived;
use super::message;
use super::problems;
use super::spot;
use crate::model::Report;
use crate::model::Severity;
use crate::report::json::inert;
use crate::report::words;
use serde::Serialize;
use std::io;
use std::io::Write;

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

/// Writes the issues.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let gaps = problems(&report.packs).into_iter().map(|(pack, finding)| {
        let spot = spot(pack, finding);
        let severity = match finding.rule.severity {
            _ if is_waived(finding) => "info",
            Severity::Critical => "blocker",
            Severity::High => "critical",
            Severity::Medium => "major",
            Severity::Low => "minor",
        };
        Issue {
            description: message(pack, finding),
            check_name: finding.rule.id.clone(),
            fingerprint: identity(pack, finding),
            severity,
            location: Location { path: relative(spot.path), lines: Lines { begin: spot.start.0 } },
        }
    });
    let documents = report.packs.iter().flat_map(|pack| &pack.documents);
    let unread = documents.filter(|document| !document.status.is_complete()).map(|document| {
        let losses = document.notes.iter().filter(|note| note.kind.is_loss());
        let losses: Vec<&str> = losses.map(|note| note.message.as_str()).collect();
        let text = format!("Not fully read: {}", losses.join("; "));
        Issue {
            description: words::display_safe(&text),
            check_name: "not-fully-read".to_owned(),
            fingerprint: blake3::hash(document.path.as_bytes()).to_hex()[..32].to_owned(),
            severity: "blocker",
            location: Location { path: relative(&document.path), lines: Lines { begin: 1 } },
        }
    });
    let issues: Vec<Issue> = unread.chain(gaps).collect();
    inert::write_pretty(&issues, out)
}

fn relative(path: &str) -> String {
    path.replace('\\', "/").trim_start_matches("./").to_owned()
}
