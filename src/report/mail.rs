//! The report as a paragraph to paste into an e-mail.

use super::view::Context;
use super::view::PackView;
use super::words;
use super::words::Words;
use crate::model::PackReport;
use crate::model::Report;
use crate::model::Verdict;
use std::io;
use std::io::Write;

/// How many gaps are named.
const NAMED: usize = 5;

/// Writes a paragraph for each pack, under a line to use as subject.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    for (number, pack) in report.packs.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        let view = PackView::new(pack, context);
        let w = context.words;
        writeln!(out, "{}\n", words::display_safe(&w.say_of("mail-subject", &pack.name)))?;
        writeln!(out, "{}", words::display_safe(&paragraph(pack, &view, w)))?;
    }
    for stamp in &report.rulesets {
        writeln!(out, "\n{}", words::display_safe(&super::html::stamp(stamp, context.words)))?;
    }
    Ok(())
}

fn paragraph(pack: &PackReport, view: &PackView<'_>, w: &Words) -> String {
    let mut sentences = vec![w.say_with(
        "mail-greeting",
        &[("x", pack.name.as_str().into()), ("n", view.counts.total().into())],
    )];
    let count = |verdict| view.counts.with(verdict).into();
    sentences.push(w.say_with(
        "mail-counts",
        &[
            ("met", count(Verdict::Met)),
            ("weak", count(Verdict::Weak)),
            ("contradicted", count(Verdict::Contradicted)),
            ("missing", count(Verdict::Missing)),
            ("undetermined", count(Verdict::Undetermined)),
            ("na", count(Verdict::NotApplicable)),
        ],
    ));
    let named: Vec<String> = view
        .urgent()
        .take(NAMED)
        .map(|finding| {
            let verdict = w.verdict(finding.verdict).to_lowercase();
            format!("{} ({verdict})", w.rule_text(&finding.rule.title))
        })
        .collect();
    if !named.is_empty() {
        sentences.push(w.say_of("mail-urgent", &named.join("; ")));
    }
    let unread = pack.documents.iter().filter(|document| !document.status.is_complete());
    let unread: Vec<&str> = unread.map(|document| document.path.as_str()).collect();
    if !unread.is_empty() {
        sentences.push(w.say_of("mail-unread", &unread.join(", ")));
    }
    sentences.push(w.say("summary-advice"));
    sentences.push(w.say("mail-end"));
    sentences.join(" ")
}
