//! The comparison as a Word document, with the words that changed struck out or underlined.

use super::Telling;
use super::view;
use super::view::Passage;
use super::view::Quote;
use super::view::Rule;
use crate::report::docx::parts;
use crate::report::words;
use crate::report::words::Words;
use crate::review::Comparison;
use docx_rs::Docx;
use docx_rs::Paragraph;
use docx_rs::Run;
use std::io;
use std::io::Cursor;
use std::io::Write;

/// Writes the document.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(comparison: &Comparison, telling: Telling<'_>, out: &mut dyn Write) -> io::Result<()> {
    let w = telling.words;
    let title = format!("{} → {}", comparison.old.name, comparison.new.name);
    let mut docx = parts::document(&view::stamp(comparison));
    docx = docx.add_paragraph(parts::heading(0, &title));
    if telling.by_requirement {
        docx = add_requirements(w, docx, comparison);
    }
    let counts = view::counts(w, comparison).into_iter();
    let rows = counts.map(|(name, count)| vec![name, count.to_string()]).collect();
    let heads = ["compare-demands", "compare-number"].map(|key| w.say(key));
    docx = docx.add_table(parts::table(&heads, &[80, 20], rows));
    let unread = view::unread(w, comparison);
    if !unread.is_empty() {
        docx = docx.add_paragraph(parts::heading(1, &w.say("compare-unread")));
        docx = unread.iter().fold(docx, |docx, line| docx.add_paragraph(parts::bullet(line)));
    }
    for section in view::sections(w, comparison) {
        let title = format!("{}: {}", section.title, section.meaning);
        docx = docx.add_paragraph(parts::heading(1, &title));
        docx = section.rules.iter().fold(docx, |docx, rule| add_rule(w, docx, rule));
    }
    let others = view::others(w, comparison);
    if !others.is_empty() {
        docx = docx.add_paragraph(parts::heading(1, &w.say("compare-others")));
        docx = others.iter().fold(docx, |docx, passage| add_passage(w, docx, passage));
    }
    for named in view::named(w, comparison) {
        docx = docx.add_paragraph(parts::heading(1, &named.title));
        let rules = named.rules.iter();
        docx = rules.fold(docx, |docx, rule| docx.add_paragraph(parts::bullet(rule)));
    }
    let mut bytes = Cursor::new(Vec::new());
    parts::finish(docx, w.code()).pack(&mut bytes).map_err(io::Error::other)?;
    out.write_all(bytes.get_ref())
}

/// What is left of each demand, as a table.
fn add_requirements(w: &Words, docx: Docx, comparison: &Comparison) -> Docx {
    let heads = [
        "Id".to_owned(),
        w.say("compare-requirement"),
        comparison.old.name.clone(),
        comparison.new.name.clone(),
        w.say("compare-outcome"),
    ];
    let rows = view::requirements(w, comparison).into_iter().map(|row| {
        let [old, new] = row.states;
        let outcome = std::iter::once(row.survival).chain(row.whys);
        vec![row.id, row.text, old, new, outcome.collect::<Vec<_>>().join("\n")]
    });
    docx.add_paragraph(parts::heading(1, &w.say("compare-requirements")))
        .add_paragraph(parts::paragraph(&words::sentence(&w.say("compare-requirements-caption"))))
        .add_table(parts::table(&heads, &[13, 37, 13, 13, 24], rows.collect()))
        // Without it the next table would be a part of this one.
        .add_paragraph(parts::paragraph(""))
}

fn add_rule(w: &Words, mut docx: Docx, rule: &Rule) -> Docx {
    let title = format!("{} ({}, {})", rule.title, rule.severity, rule.id);
    docx = docx.add_paragraph(parts::heading(2, &title));
    docx = docx.add_paragraph(parts::paragraph(&rule.verdicts));
    docx = rule.passages.iter().fold(docx, |docx, passage| add_passage(w, docx, passage));
    match rule.left {
        0 => docx,
        left => docx.add_paragraph(parts::paragraph(&w.say_count("compare-more-passages", left))),
    }
}

fn add_passage(w: &Words, mut docx: Docx, passage: &Passage) -> Docx {
    if let Some(old) = &passage.old {
        docx = docx.add_paragraph(parts::label(&w.say_of("compare-old", &old.place)));
        docx = docx.add_paragraph(quotation(old, Run::strike));
    }
    if let Some(new) = &passage.new {
        docx = docx.add_paragraph(parts::label(&w.say_of("compare-new", &new.place)));
        docx = docx.add_paragraph(quotation(new, |run| run.underline("single")));
    }
    let whys = passage.whys.iter();
    whys.fold(docx, |docx, why| docx.add_paragraph(parts::paragraph(&format!("→ {why}"))))
}

/// A passage with its changed words marked.
fn quotation(quote: &Quote, mark: fn(Run) -> Run) -> Paragraph {
    let pieces = quote.pieces.iter().map(|piece| {
        let run = Run::new().add_text(words::display_safe(&piece.text));
        if piece.changed { mark(run) } else { run }
    });
    pieces.fold(Paragraph::new().style("Quote"), Paragraph::add_run)
}
