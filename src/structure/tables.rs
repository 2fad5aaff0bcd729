//! Tables: which row is the heading, and which column says how strongly a row binds.
//!
//! In requirement matrices the sentence often has no verb ("Encryption of stored data"), and the
//! force stands in a column of its own: Shall/Should, SKA/BÖR, M/S, A/B, Mandatory/Optional.

use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Force;
use crate::model::Span;

/// Longest heading of a column, in characters.
const MAX_HEADING: usize = 60;

/// One table of the document: its blocks by row.
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    /// Headings by column; empty where the first row is no heading row.
    pub(super) headings: Vec<(u32, Span)>,
}

/// One row.
pub(super) struct Row {
    /// Indexes of its blocks with their columns, in reading order.
    pub(super) cells: Vec<(usize, u32)>,
}

impl Table {
    /// Gathers the blocks of one table. `blocks` begins with its first block.
    pub(super) fn gather(text: &str, blocks: &[Block], first: usize) -> (Self, usize) {
        let mut rows: Vec<(u32, Row)> = Vec::new();
        let mut end = first;
        let mut table = None;
        for (index, block) in blocks.iter().enumerate().skip(first) {
            let BlockKind::TableCell(cell) = block.kind else { break };
            if *table.get_or_insert(cell.table) != cell.table {
                break;
            }
            match rows.last_mut() {
                Some((row, cells)) if *row == cell.row => cells.cells.push((index, cell.column)),
                _ => rows.push((cell.row, Row { cells: vec![(index, cell.column)] })),
            }
            end = index + 1;
        }
        let mut rows: Vec<Row> = rows.into_iter().map(|(_, row)| row).collect();
        let headings = heading_row(text, blocks, &rows);
        if !headings.is_empty() {
            rows.remove(0);
        }
        (Self { rows, headings }, end)
    }

    /// Heading of the column, if it has one.
    pub(super) fn heading(&self, column: u32) -> Option<Span> {
        self.headings.iter().find(|(c, _)| *c == column).map(|(_, span)| *span)
    }

    /// The force that a column states for the row.
    pub(super) fn stated_force(&self, text: &str, blocks: &[Block], row: &Row) -> Option<Force> {
        row.cells.iter().find_map(|&(index, column)| {
            let value = blocks[index].span.of(text);
            let heading = self.heading(column).map(|span| span.of(text).to_lowercase());
            force_of_cell(value, heading.as_deref())
        })
    }
}

/// The first row, if it reads like headings: several short cells, no sentences, more rows below.
fn heading_row(text: &str, blocks: &[Block], rows: &[Row]) -> Vec<(u32, Span)> {
    let Some(first) = rows.first().filter(|row| rows.len() > 1 && row.cells.len() > 1) else {
        return Vec::new();
    };
    let cells: Vec<(u32, Span)> =
        first.cells.iter().map(|&(index, column)| (column, blocks[index].span)).collect();
    let reads_like_headings = cells.iter().all(|(_, span)| {
        let cell = span.of(text);
        cell.chars().count() <= MAX_HEADING
            && !cell.ends_with(['.', ';'])
            && cell.chars().any(char::is_alphabetic)
    });
    let distinct = first.cells.windows(2).all(|pair| pair[0].1 != pair[1].1);
    if reads_like_headings && distinct { cells } else { Vec::new() }
}

/// What a cell says about force: unmistakable words anywhere, single letters only under a heading
/// that announces them.
fn force_of_cell(value: &str, heading: Option<&str>) -> Option<Force> {
    let value = value.trim().trim_end_matches('.').to_lowercase();
    match value.as_str() {
        "shall" | "must" | "mandatory" | "ska" | "skall" | "ska-krav" | "skall-krav"
        | "skakrav" | "skallkrav" | "obligatoriskt" | "required" | "måste" => {
            return Some(Force::Must);
        }
        "should" | "desirable" | "bör" | "börkrav" | "bör-krav" | "want" | "recommended"
        | "önskvärt" => {
            return Some(Force::Should);
        }
        "optional" | "could" | "may" | "nice to have" | "option" | "valfritt" => {
            return Some(Force::May);
        }
        _ => {}
    }
    let announced = [
        "priorit",
        "type",
        "typ",
        "level",
        "nivå",
        "krav",
        "m/s",
        "a/b",
        "ska",
        "bör",
        "must",
        "shall",
        "moscow",
        "class",
        "obligat",
        "mandatory",
    ];
    let heading = heading?;
    if !announced.iter().any(|word| heading.contains(word)) {
        return None;
    }
    match value.as_str() {
        "m" | "a" | "1" | "ja" | "yes" | "high" | "x" => Some(Force::Must),
        "s" | "b" | "2" | "d" => Some(Force::Should),
        "c" | "o" | "3" => Some(Force::May),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::force_of_cell;
    use crate::model::Force;

    #[test]
    fn words_speak_for_themselves_letters_need_a_heading() {
        assert_eq!(force_of_cell("Skall", None), Some(Force::Must));
        assert_eq!(force_of_cell("BÖR", None), Some(Force::Should));
        assert_eq!(force_of_cell("M", Some("priority")), Some(Force::Must));
        assert_eq!(force_of_cell("M", Some("size")), None);
        assert_eq!(force_of_cell("M", None), None);
    }
}
