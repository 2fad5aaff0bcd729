//! OpenDocument files: texts (ODT), spreadsheets (ODS) and presentations (ODP).
//!
//! Read as streams of XML from the ZIP package that DOCX uses as well. The body comes first, in
//! order; then foot- and endnotes; then what is kept apart: headers, footers and comments.
//! Tracked deletions stand in a list of their own and are dropped, so changes are read as
//! accepted. Pictures and embedded objects are not read.
//!
//! `styles` reads what is defined, `labels` counts list items and headings, `text` reads
//! paragraphs, `cells` spreadsheets.

mod cells;
mod labels;
mod styles;
mod text;

#[cfg(test)]
mod tests;

use super::Builder;
use super::Limits;
use super::items::note_hidden;
use super::items::push_comments;
use super::items::push_item;
use super::items::push_items;
use super::package::Package;
use super::xml::Token;
use super::xml::Trouble;
use super::xml::XmlReader;
use crate::model::BlockKind;
use crate::model::Extraction;
use crate::model::Format;
use crate::model::NoteKind;
use std::collections::BTreeSet;
use styles::Styles;
use text::Region;
use text::Story;

/// Reads a document.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Extraction {
    let mut builder = Builder::new(Format::OpenDocument);
    let mut package = match Package::open(bytes, limits) {
        Ok(package) => package,
        Err((kind, message)) => {
            builder.note(kind, None, message);
            return builder.finish();
        }
    };
    let manifest = package.text("META-INF/manifest.xml", "the list of parts").unwrap_or_default();
    if manifest.contains("encryption-data") {
        let message = "the document is encrypted: remove the password and save it again";
        builder.note(NoteKind::NeedsPassword, None, message);
        return builder.finish();
    }
    if let Some(content) = package.text("content.xml", "the body") {
        let defined = package.text("styles.xml", "the styles").unwrap_or_default();
        read_content(&mut builder, &content, &defined, limits);
    } else {
        let message = "the file is damaged: it has no body of text; open it and save it again";
        builder.note(NoteKind::Damaged, None, message);
    }
    for (kind, message) in package.into_problems() {
        builder.note(kind, None, message);
    }
    builder.finish()
}

fn read_content(builder: &mut Builder, content: &str, defined: &str, limits: &Limits) {
    let mut styles = Styles::default();
    styles.read(defined, limits.depth);
    styles.read(content, limits.depth);
    if is_spreadsheet(content, limits.depth) {
        let trouble = cells::read(builder, content, &styles, limits);
        return note_trouble(builder, trouble);
    }
    let story = text::read(content, &styles, Region::Body, limits.depth);
    let around = text::read(defined, &styles, Region::Margins, limits.depth);
    push_items(builder, &story.items, &story.tables, 0);
    for note in &story.notes {
        push_item(builder, note, BlockKind::Footnote);
    }
    let mut seen = BTreeSet::new();
    for item in around.items.iter().filter(|item| seen.insert(item.text.as_str())) {
        push_item(builder, item, item.kind);
    }
    note_findings(builder, &story);
    note_trouble(builder, story.trouble);
}

/// Whether the body of the document is a spreadsheet.
fn is_spreadsheet(content: &str, depth: usize) -> bool {
    let mut reader = XmlReader::new(content, depth);
    let mut in_body = false;
    while let Some(token) = reader.next() {
        if let Token::Open(element) = token {
            if in_body {
                return element.name() == "spreadsheet";
            }
            match element.name() {
                "body" => in_body = true,
                "automatic-styles" | "font-face-decls" | "scripts" => reader.skip_element(),
                _ => {}
            }
        }
    }
    false
}

fn note_findings(builder: &mut Builder, story: &Story) {
    if story.changes > 0 {
        let message = format!(
            "tracked changes were read as accepted: {} {}",
            story.changes,
            if story.changes == 1 { "change" } else { "changes" }
        );
        builder.note(NoteKind::TrackedChanges, None, message);
    }
    note_hidden(builder, &story.items);
    push_comments(builder, &story.comments);
}

fn note_trouble(builder: &mut Builder, trouble: Trouble) {
    for (kind, message) in trouble.notes() {
        builder.note(kind, None, message);
    }
}
