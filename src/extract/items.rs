//! Paragraphs on their way from a reader of office formats to the blocks of a document.
//!
//! Only at the end of a table is it known whether it was one: a single cell is a frame around
//! text. Readers therefore collect items, count the cells of each table, and push them here.

use super::Builder;
use crate::model::BlockKind;
use crate::model::Cell;
use crate::model::Furniture;
use crate::model::NoteKind;

/// A paragraph.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) kind: BlockKind,
    pub(super) label: Option<String>,
    pub(super) text: String,
    pub(super) hidden: String,
    /// Place in its outermost table; tables are counted with those of a single cell.
    pub(super) cell: Option<Cell>,
    /// Whether a page or slide begins with it.
    pub(super) begins_page: bool,
}

impl Item {
    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.hidden.trim().is_empty()
    }
}

/// Pushes items in order. `cells` is the number of cells of each table; tables are numbered from
/// `first`, and the next free number is given back.
pub(super) fn push_items(builder: &mut Builder, items: &[Item], cells: &[u32], first: u32) -> u32 {
    let mut number = first;
    let numbers: Vec<Option<u32>> = cells
        .iter()
        .map(|&cells| {
            (cells > 1).then(|| {
                number += 1;
                number - 1
            })
        })
        .collect();
    for item in items {
        if item.begins_page {
            builder.begin_page();
        }
        let cell = item.cell.and_then(|cell| {
            let table = numbers.get(cell.table as usize).copied().flatten()?;
            Some(Cell { table, ..cell })
        });
        push_item(builder, item, cell.map_or(item.kind, BlockKind::TableCell));
    }
    number
}

/// Pushes one item, and what of it is hidden apart.
pub(super) fn push_item(builder: &mut Builder, item: &Item, kind: BlockKind) {
    builder.push(kind, item.label.as_deref(), &item.text);
    builder.push(BlockKind::Furniture(Furniture::Hidden), None, &item.hidden);
}

/// Notes how many of the items hold hidden text.
pub(super) fn note_hidden(builder: &mut Builder, items: &[Item]) {
    let hidden = items.iter().filter(|item| !item.hidden.trim().is_empty()).count();
    if hidden > 0 {
        let were = if hidden == 1 { "hidden passage was" } else { "hidden passages were" };
        let message = format!("{hidden} {were} kept apart and not judged");
        builder.note(NoteKind::HiddenText, None, message);
    }
}

/// Pushes comments apart and notes them.
pub(super) fn push_comments(builder: &mut Builder, comments: &[String]) {
    for comment in comments {
        builder.push(BlockKind::Furniture(Furniture::Comment), None, comment);
    }
    if !comments.is_empty() {
        let count = comments.len();
        let were = if count == 1 { "comment was" } else { "comments were" };
        let message = format!("{count} {were} kept apart and not judged");
        builder.note(NoteKind::Comments, None, message);
    }
}
