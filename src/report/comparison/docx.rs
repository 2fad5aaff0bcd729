//! The comparison as a Word document, with the words that changed struck out or underlined.

use super::view;
use super::view::Passage;
use super::view::Quote;
use super::view::Rule;
use super::wording;
use crate::report::docx::parts;
use crate::report::words;
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
pub fn write(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    let title = format!("{} → {}", comparison.old.name, comparison.new.name);
    let mut docx = parts::document(&view::stamp(comparison));
    docx = docx.add_paragraph(parts::heading(0, &title));
    let counts = view::counts(comparison).into_iter();
    let rows = counts.map(|(name, count)| vec![name.to_owned(), count.to_string()]).collect();
    let heads = ["Demands".to_owned(), "Number".to_owned()];
    docx = docx.add_table(parts::table(&heads, &[80, 20], rows));
    let unread = view::unread(comparison);
    if !unread.is_empty() {
        docx = docx.add_paragraph(parts::heading(1, "Not fully read"));
        docx = unread.iter().fold(docx, |docx, line| docx.add_paragraph(parts::bullet(line)));
    }
    for section in view::sections(comparison) {
        let title = format!("{}: {}", section.title, section.meaning);
        docx = docx.add_paragraph(parts::heading(1, &title));
        docx = section.rules.iter().fold(docx, add_rule);
    }
    let others = view::others(comparison);
    if !others.is_empty() {
        docx = docx.add_paragraph(parts::heading(1, wording::OTHERS));
        docx = others.iter().fold(docx, add_passage);
    }
    for named in view::named(comparison) {
        docx = docx.add_paragraph(parts::heading(1, &named.title));
        let rules = named.rules.iter();
        docx = rules.fold(docx, |docx, rule| docx.add_paragraph(parts::bullet(rule)));
    }
    let mut bytes = Cursor::new(Vec::new());
    parts::finish(docx, "en").pack(&mut bytes).map_err(io::Error::other)?;
    out.write_all(bytes.get_ref())
}

fn add_rule(mut docx: Docx, rule: &Rule) -> Docx {
    let title = format!("{} ({}, {})", rule.title, rule.severity, rule.id);
    docx = docx.add_paragraph(parts::heading(2, &title));
    docx = docx.add_paragraph(parts::paragraph(&rule.verdicts));
    docx = rule.passages.iter().fold(docx, add_passage);
    match rule.left {
        0 => docx,
        left => docx.add_paragraph(parts::paragraph(&format!("… and {left} more passages"))),
    }
}

fn add_passage(mut docx: Docx, passage: &Passage) -> Docx {
    if let Some(old) = &passage.old {
        docx = docx.add_paragraph(parts::label(&format!("Old: {}", old.place)));
        docx = docx.add_paragraph(quotation(old, Run::strike));
    }
    if let Some(new) = &passage.new {
        docx = docx.add_paragraph(parts::label(&format!("New: {}", new.place)));
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
