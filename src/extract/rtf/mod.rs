//! Rich Text Format.
//!
//! An own reader: the ready-made crate knows neither tables nor code pages, and contracts need
//! both. Groups are kept on a stack on the heap, so nesting costs no stack of the program.
//! Automatic numbers are stored as text by the programs that write RTF, and are taken from there.
//! Tracked deletions are dropped; pictures and embedded objects are not read.
//!
//! `tokens` cuts, `fonts` decodes, `reader` keeps the groups and paragraphs.

mod fonts;
mod reader;
mod tokens;

#[cfg(test)]
mod tests;

use super::Builder;
use super::items::note_hidden;
use super::items::push_comments;
use super::items::push_item;
use super::items::push_items;
use crate::model::BlockKind;
use crate::model::Extraction;
use crate::model::Format;
use crate::model::NoteKind;
use std::collections::BTreeSet;

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Extraction {
    let mut builder = Builder::new(Format::Rtf);
    push_rtf(&mut builder, bytes);
    builder.finish()
}

/// Pushes the blocks of a document.
pub(super) fn push_rtf(builder: &mut Builder, bytes: &[u8]) {
    let story = reader::read(bytes);
    push_items(builder, &story.items, &story.tables, 0);
    for note in &story.notes {
        push_item(builder, note, BlockKind::Footnote);
    }
    let mut seen = BTreeSet::new();
    for item in story.margins.iter().filter(|item| seen.insert(item.text.as_str())) {
        push_item(builder, item, item.kind);
    }
    if story.deletions > 0 {
        let message = "tracked changes were read as accepted: deleted passages were dropped";
        builder.note(NoteKind::TrackedChanges, None, message);
    }
    note_hidden(builder, &story.items);
    push_comments(builder, &story.comments);
    if story.too_deep {
        let message = "the document is nested too deeply; some of it was not read";
        builder.note(NoteKind::TooDeep, None, message);
    }
    if story.unclosed {
        let message = "the document ends in the middle; what came before was read";
        builder.note(NoteKind::Damaged, None, message);
    }
}
