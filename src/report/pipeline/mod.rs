//! Reports for the programs of a review pipeline: SARIF, JUnit, GitLab, GitHub. Each keeps to the
//! limits of whoever reads it, and says in itself what it left out.

pub mod github;
pub mod gitlab;
pub mod junit;
pub mod sarif;

use super::words;
use crate::model::Disposition;
use crate::model::Evidence;
use crate::model::Finding;
use crate::model::PackReport;
use crate::model::Role;
use crate::model::Severity;
use crate::model::Verdict;

/// Gaps and what could not be assessed, most serious first: what a pipeline must be told of.
fn problems(packs: &[PackReport]) -> Vec<(&PackReport, &Finding)> {
    let mut found: Vec<(&PackReport, &Finding)> = packs
        .iter()
        .flat_map(|pack| pack.findings.iter().map(move |finding| (pack, finding)))
        .filter(|(_, finding)| finding.verdict.is_gap())
        .collect();
    found
        .sort_by_key(|(_, finding)| (is_waived(finding), std::cmp::Reverse(finding.rule.severity)));
    found
}

fn is_waived(finding: &Finding) -> bool {
    matches!(finding.disposition, Disposition::Waived(_))
}

/// The passage that a gap is shown at: the one that decided, or else what comes nearest.
fn shown(finding: &Finding) -> Option<&Evidence> {
    let decided = |evidence: &&Evidence| {
        matches!(evidence.role, Role::Contradicts | Role::Weakens | Role::Supports)
    };
    finding.evidence.iter().find(decided)
}

/// Where a gap is: the path of its document, the line and column in the text as `extract` prints
/// it, and the same for its end. What rests on no passage is at the beginning of the pack's first document.
struct Spot<'r> {
    path: &'r str,
    start: (usize, usize),
    end: (usize, usize),
}

fn spot<'r>(pack: &'r PackReport, finding: &Finding) -> Spot<'r> {
    let first = pack.documents.first().map_or("", |entry| entry.path.as_str());
    let Some(passage) = shown(finding) else {
        return Spot { path: first, start: (1, 1), end: (1, 2) };
    };
    let path = pack.documents.get(passage.document).map_or(first, |entry| entry.path.as_str());
    let text = pack.texts.get(passage.document).map_or("", |text| text.text.as_str());
    let (start, end) =
        (line_and_column(text, passage.span.start()), line_and_column(text, passage.span.end()));
    Spot { path, start, end: end.max((start.0, start.1 + 1)) }
}

/// Line and column, in characters, of a byte of a text; both counted from 1.
fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let begin = before.rfind('\n').map_or(0, |at| at + 1);
    (line, before[begin..].chars().count() + 1)
}

/// What is wrong, where and why, in a few sentences.
fn message(pack: &PackReport, finding: &Finding) -> String {
    let mut message = format!("{}: {}.", words::verdict(finding.verdict), finding.rule.title);
    if let Some(reason) = finding.reasons.first() {
        message.push(' ');
        message.push_str(&words::sentence(&words::reason(reason)));
    }
    if let Some(passage) = shown(finding) {
        let path = pack.documents.get(passage.document).map_or("", |entry| entry.path.as_str());
        let quote = words::shorten(&passage.quote, 300);
        message.push_str(&format!(" {}: “{quote}”", words::place(path, &passage.place)));
    }
    words::display_safe(&message)
}

/// What a number says where a severity is wanted as one, on the scale of CVSS.
fn score(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "9.5",
        Severity::High => "8.0",
        Severity::Medium => "5.5",
        Severity::Low => "2.5",
    }
}

/// What tells a finding from every other of the run, and is the same in the next run.
fn identity(pack: &PackReport, finding: &Finding) -> String {
    let print = crate::review::fingerprint(finding);
    let mut hasher = blake3::Hasher::new();
    // A gap that rests on no passage is told by the document where it is shown.
    let place = if finding.verdict == Verdict::Missing { spot(pack, finding).path } else { "" };
    for part in [print.as_str(), place, pack.name.as_str()] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().to_hex()[..32].to_owned()
}

#[cfg(test)]
mod tests {
    use super::line_and_column;

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let text = "åäö x\nb";
        assert_eq!(line_and_column(text, 0), (1, 1));
        assert_eq!(line_and_column(text, "åäö ".len()), (1, 5));
        assert_eq!(line_and_column(text, text.len()), (2, 2));
        assert_eq!(line_and_column(text, 99), (1, 1));
    }
}
