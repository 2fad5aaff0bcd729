//! Annotations for a log of GitHub Actions ("Workflow commands", GitHub Docs). A step shows about
//! ten errors and ten warnings, so the most serious come first and the rest is counted. Text of a
//! document cannot become a command: what would begin one is escaped.

use super::is_waived;
use super::message;
use super::problems;
use super::spot;
use crate::model::Report;
use crate::model::Severity;
use crate::report::policy;
use crate::report::words;
use std::io;
use std::io::Write;

/// How many annotations of one kind a step shows.
const SHOWN: usize = 10;

/// Writes the annotations.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let (mut errors, mut warnings, mut more) = (0, 0, 0);
    let documents = report.packs.iter().flat_map(|pack| &pack.documents);
    for document in documents.filter(|document| !document.status.is_complete()) {
        let losses = document.notes.iter().filter(|note| note.kind.is_loss());
        let losses: Vec<&str> = losses.map(|note| note.message.as_str()).collect();
        if errors < SHOWN {
            let text = words::display_safe(&losses.join("; "));
            annotate(out, "error", &document.path, 1, "Not fully read", &text)?;
            errors += 1;
        } else {
            more += 1;
        }
    }
    for (pack, finding) in problems(&report.packs) {
        if is_waived(finding) {
            continue;
        }
        let serious = finding.rule.severity >= Severity::High;
        let (kind, count) =
            if serious { ("error", &mut errors) } else { ("warning", &mut warnings) };
        if *count >= SHOWN {
            more += 1;
            continue;
        }
        *count += 1;
        let spot = spot(pack, finding);
        let title = format!("{} ({})", finding.rule.id, finding.rule.severity.code());
        annotate(out, kind, spot.path, spot.start.0, &title, &message(pack, finding))?;
    }
    for remark in report.remarks.iter().filter(|remark| remark.is_problem()) {
        let (kind, text) = (property(remark.code()), data(&policy::remark_with_source(remark)));
        if warnings < SHOWN {
            writeln!(out, "::warning title={kind}::{}", words::display_safe(&text))?;
            warnings += 1;
        } else {
            more += 1;
        }
    }
    if more > 0 {
        writeln!(out, "::notice title=clausecheck::{more} more are in the full report")?;
    }
    Ok(())
}

fn annotate(
    out: &mut dyn Write,
    kind: &str,
    path: &str,
    line: usize,
    title: &str,
    text: &str,
) -> io::Result<()> {
    let path = property(&path.replace('\\', "/"));
    writeln!(out, "::{kind} file={path},line={line},title={}::{}", property(title), data(text))
}

/// A value after the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value of a property.
fn property(text: &str) -> String {
    data(&words::display_safe(text)).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::data;
    use super::property;

    #[test]
    fn nothing_ends_a_command_or_begins_one() {
        assert_eq!(data("50 %\n::error::x"), "50 %25%0A::error::x");
        assert_eq!(property("a,b:c%"), "a%2Cb%3Ac%25");
    }
}
