//! Workbooks (XLSX, XLSM, XLSB, XLS), cell by cell.
//!
//! Requirement matrices often come as workbooks, so every cell keeps its address ("Krav!C14") and
//! its place in the table of its sheet. A file of 2 kB can name a cell in the last row and the
//! last column; cells are therefore read one by one and never laid out as a grid. Hidden sheets,
//! rows and columns are kept apart and noted, because they also hold filtered rows that somebody
//! meant to leave out. Formulas are read as the values last computed; charts and pictures are not
//! read. OpenDocument spreadsheets are left to `opendocument`, which shares [`Sheet`].
//!
//! `excel` reads cells with `calamine`, `bounds` keeps it from laying out huge grids, `extras`
//! reads what `calamine` leaves out, `values` writes numbers and dates as text.

mod bounds;
mod excel;
mod extras;
mod values;

#[cfg(test)]
mod tests;

use super::Builder;
use super::Limits;
use crate::model::BlockKind;
use crate::model::Cell;
use crate::model::Extraction;
use crate::model::Format;
use crate::model::Furniture;
use crate::model::NoteKind;
use std::collections::BTreeSet;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Extraction {
    let mut builder = Builder::new(Format::Excel);
    if bytes.starts_with(b"PK") {
        excel::read_package(&mut builder, bytes, limits);
    } else {
        excel::read_legacy(&mut builder, bytes, limits);
    }
    builder.finish()
}

/// One sheet, as far as it holds text.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) hidden: bool,
    /// Row, column (from 0) and text.
    pub(super) cells: Vec<(u32, u32, String)>,
    pub(super) hidden_rows: BTreeSet<u32>,
    /// First and last of each range.
    pub(super) hidden_columns: Vec<(u32, u32)>,
    /// Address and text.
    pub(super) comments: Vec<(String, String)>,
    /// Text of shapes that float above the cells.
    pub(super) shapes: Vec<String>,
}

impl Sheet {
    fn hides(&self, row: u32, column: u32) -> bool {
        self.hidden
            || self.hidden_rows.contains(&row)
            || self.hidden_columns.iter().any(|&(first, last)| (first..=last).contains(&column))
    }
}

/// Pushes the name of a sheet as a heading and its cells in row order, as table `table`. Whether
/// all of it fitted into the limit of text.
pub(super) fn push_sheet(
    builder: &mut Builder,
    table: u32,
    sheet: &mut Sheet,
    limits: &Limits,
) -> bool {
    sheet.cells.retain(|(_, _, text)| !text.trim().is_empty());
    sheet.cells.sort_by_key(|&(row, column, _)| (row, column));
    let sheet = &*sheet;
    if sheet.cells.is_empty() && sheet.comments.is_empty() && sheet.shapes.is_empty() {
        return true;
    }
    if !sheet.hidden {
        builder.push(BlockKind::Heading(1), None, &sheet.name);
    }
    let first_row = sheet.cells.first().map_or(0, |&(row, _, _)| row);
    let first_column = sheet.cells.iter().map(|&(_, column, _)| column).min().unwrap_or(0);
    let prefix = quoted(&sheet.name);
    let mut hidden = 0;
    for (row, column, text) in &sheet.cells {
        if builder.text_len() > limits.text_bytes {
            let message = format!(
                "the cells hold more than {} MB of text; the rest was not read",
                limits.text_bytes >> 20
            );
            builder.note(NoteKind::TooLarge, None, message);
            return false;
        }
        if sheet.hides(*row, *column) {
            hidden += 1;
            builder.push(BlockKind::Furniture(Furniture::Hidden), None, text);
            continue;
        }
        let cell = Cell { table, row: row - first_row, column: column - first_column };
        builder.push_cell(cell, format!("{prefix}!{}", address(*row, *column)), text);
    }
    for shape in &sheet.shapes {
        let kind = if sheet.hidden {
            BlockKind::Furniture(Furniture::Hidden)
        } else {
            BlockKind::Paragraph
        };
        builder.push(kind, None, shape);
    }
    for (at, comment) in &sheet.comments {
        let text = format!("{prefix}!{at}: {comment}");
        builder.push(BlockKind::Furniture(Furniture::Comment), None, &text);
    }
    note_kept_apart(builder, sheet, hidden);
    true
}

fn note_kept_apart(builder: &mut Builder, sheet: &Sheet, hidden: usize) {
    let cells = |count: usize| if count == 1 { "cell was" } else { "cells were" };
    if hidden > 0 {
        let what = if sheet.hidden {
            format!("the sheet “{}” is hidden: its {hidden} {}", sheet.name, cells(hidden))
        } else {
            format!("in hidden rows or columns of “{}” {hidden} {}", sheet.name, cells(hidden))
        };
        let message =
            format!("{what} kept apart and not judged; show them and save to have them judged");
        builder.note(NoteKind::HiddenText, None, message);
    }
    if !sheet.comments.is_empty() {
        let count = sheet.comments.len();
        let message = format!(
            "{count} {} kept apart and not judged in “{}”",
            if count == 1 { "comment was" } else { "comments were" },
            sheet.name
        );
        builder.note(NoteKind::Comments, None, message);
    }
}

/// "C14" of row 13, column 2.
pub(super) fn address(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    format!("{letters}{}", u64::from(row) + 1)
}

/// The name of a sheet as it is written before an address: in quotes unless it is one word.
fn quoted(name: &str) -> String {
    let plain = name.chars().all(|c| c.is_alphanumeric() || c == '_')
        && !name.starts_with(|c: char| c.is_ascii_digit());
    if plain { name.to_owned() } else { format!("'{}'", name.replace('\'', "''")) }
}
