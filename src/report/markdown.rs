//! The report in Markdown, for summaries of jobs and for wikis: counts, gaps with their passages, and
//! what could not be read. GitHub cuts a summary at 1 MiB, so the longest part is bounded and what is left
//! out is counted.

use super::policy;
use super::view;
use super::view::Context;
use super::view::PackView;
use super::words;
use super::words::Words;
use crate::model::Finding;
use crate::model::Report;
use crate::model::Role;
use std::io;
use std::io::Write;

/// Most gaps that are laid out for one pack.
const GAPS: usize = 100;
/// Most packs that are laid out; all are counted.
const PACKS: usize = 50;
/// Longest quote, in characters.
const QUOTE: usize = 500;

/// Writes the report.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let w = context.words;
    for pack in report.packs.iter().take(PACKS) {
        pack_section(&PackView::new(pack, context), w, out)?;
    }
    if report.packs.len() > PACKS {
        writeln!(out, "… {}\n", w.say_count("report-title-many", report.packs.len()))?;
    }
    let remarks = policy::sentences(report);
    if !remarks.is_empty() {
        writeln!(out, "## {}\n", escape(&w.say("remarks-heading")))?;
    }
    for remark in &remarks {
        writeln!(out, "- {}", escape(remark))?;
    }
    writeln!(out)?;
    for stamp in &report.rulesets {
        writeln!(out, "<sub>{}</sub>", escape(&super::html::stamp(stamp, w)))?;
    }
    Ok(())
}

fn pack_section(view: &PackView<'_>, w: &Words, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}\n", escape(&w.say_of("report-title", &view.report.name)))?;
    write!(out, "{} ", escape(&w.say_count("summary-demands", view.counts.total())))?;
    if view.unread() == 0 {
        writeln!(out, "{}\n", escape(&w.say_count("summary-read-all", view.documents())))?;
    } else {
        writeln!(out, "**{}**\n", escape(&w.say_count("summary-read-partly", view.unread())))?;
    }
    let heads: Vec<String> = view.counts.each().map(|(v, _)| escape(&w.verdict(v))).collect();
    let numbers: Vec<String> = view.counts.each().map(|(_, count)| count.to_string()).collect();
    writeln!(out, "| {} |", heads.join(" | "))?;
    writeln!(out, "|{}", " ---: |".repeat(heads.len()))?;
    writeln!(out, "| {} |\n", numbers.join(" | "))?;
    writeln!(out, "{}\n", escape(&w.say("summary-advice")))?;
    unread(view, w, out)?;
    if !view.gaps.is_empty() {
        writeln!(out, "## {}\n", escape(&w.say("letter-gaps")))?;
        overview(view, w, out)?;
    }
    for finding in view.gaps.iter().take(GAPS) {
        gap(finding, view, w, out)?;
    }
    conflicts(view, w, out)
}

fn unread(view: &PackView<'_>, w: &Words, out: &mut dyn Write) -> io::Result<()> {
    if view.unread() == 0 {
        return Ok(());
    }
    writeln!(out, "## {}\n", escape(&w.say("letter-unread")))?;
    for document in view.report.documents.iter().filter(|one| !one.status.is_complete()) {
        let notes = document.notes.iter().filter(|note| note.kind.is_loss());
        let notes: Vec<String> = notes.take(3).map(|note| w.note(note)).collect();
        let (path, status) = (escape(&document.path), escape(&w.status(document.status)));
        writeln!(out, "- **{path}** ({status}): {}", escape(&notes.join("; ")))?;
    }
    writeln!(out)
}

fn overview(view: &PackView<'_>, w: &Words, out: &mut dyn Write) -> io::Result<()> {
    let heads = ["sheet-severity", "sheet-verdict", "sheet-demand", "sheet-reasons"];
    let heads: Vec<String> = heads.iter().map(|key| escape(&w.say(key))).collect();
    writeln!(out, "| {} |\n|{}", heads.join(" | "), " --- |".repeat(heads.len()))?;
    for finding in &view.gaps {
        let reason = w.reasons(finding).into_iter().next().unwrap_or_default();
        let decided = w.disposition(&finding.disposition);
        let decided = if decided.is_empty() { decided } else { format!(" *{}*", escape(&decided)) };
        writeln!(
            out,
            "| {} | {} | {}{decided} | {} |",
            escape(&w.severity(finding.rule.severity)),
            escape(&w.verdict(finding.verdict)),
            escape(&words::capitalised(w.rule_text(&finding.rule.title))),
            escape(&words::shorten(&reason, QUOTE)),
        )?;
    }
    writeln!(out)
}

fn gap(finding: &Finding, view: &PackView<'_>, w: &Words, out: &mut dyn Write) -> io::Result<()> {
    let title = words::capitalised(w.rule_text(&finding.rule.title));
    writeln!(out, "### {} — {}\n", escape(&title), escape(&w.verdict(finding.verdict)))?;
    for reason in w.reasons(finding) {
        writeln!(out, "- {}", escape(&reason))?;
    }
    writeln!(out)?;
    for evidence in finding.evidence.iter().filter(|one| one.role != Role::Triggers).take(2) {
        let path = view.paths.get(evidence.document).copied();
        let place = w.place(path.unwrap_or_default(), &evidence.place);
        writeln!(out, "> {}\n>", escape(&words::shorten(&evidence.quote, QUOTE)))?;
        writeln!(out, "> — *{}*, {}\n", escape(&w.role(evidence.role)), escape(&place))?;
    }
    let language = view::pack_language(view.report).code();
    if let Some((_, clause)) = view::model_clause(finding, language) {
        writeln!(out, "<details><summary>{}</summary>\n", escape(&w.say("finding-model-clause")))?;
        writeln!(out, "> {}\n\n</details>\n", escape(clause))?;
    }
    Ok(())
}

/// Numbers that do not agree.
fn conflicts(view: &PackView<'_>, w: &Words, out: &mut dyn Write) -> io::Result<()> {
    if view.report.conflicts.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "## {}\n\n{}\n",
        escape(&w.say("conflicts-heading")),
        w.say("conflicts-caption")
    )?;
    for conflict in &view.report.conflicts {
        writeln!(out, "- **{}**", escape(&words::capitalised(w.rule_text(&conflict.parameter))))?;
        for number in &conflict.numbers {
            let path = view.paths.get(number.evidence.document).copied();
            let place = w.place(path.unwrap_or_default(), &number.evidence.place);
            writeln!(out, "  - {}: {}", escape(&w.quantity(&number.quantity)), escape(&place))?;
        }
    }
    writeln!(out)
}

/// Text on one line that Markdown takes for nothing but text: no table, link, tag, code or mention.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in words::display_safe(text).chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            // A mention or an address would notify somebody or lead somewhere.
            '@' => escaped.push_str("&#64;"),
            ':' => escaped.push_str("&#58;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn text_of_a_document_is_only_text() {
        assert_eq!(escape("a|b <b>*x*</b>"), "a\\|b &lt;b&gt;\\*x\\*&lt;/b&gt;");
        assert_eq!(escape("[x](http://y) @all"), "\\[x\\](http&#58;//y) &#64;all");
        assert_eq!(escape("one\ntwo"), "one two");
    }

    #[test]
    fn escaped_text_comes_out_of_markdown_as_it_was() {
        for text in ["# 1 | 2 *3* <4> `5` ~6~ _7_", "www.x.org & a@b.c \\ [8]: http://9"] {
            let escaped = escape(text);
            let mut plain = String::new();
            for event in pulldown_cmark::Parser::new(&escaped) {
                match event {
                    pulldown_cmark::Event::Text(words) => plain.push_str(&words),
                    pulldown_cmark::Event::Start(pulldown_cmark::Tag::Paragraph)
                    | pulldown_cmark::Event::End(pulldown_cmark::TagEnd::Paragraph) => {}
                    other => panic!("{other:?} in {escaped}"),
                }
            }
            assert_eq!(plain, text);
        }
    }
}
