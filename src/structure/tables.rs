//! Tables: which row is the heading, and which column says how strongly a row binds.
//!
//! In requirement matrices the sentence often has no verb ("Encryption of stored data"), and the
//! force stands in a column of its own: Shall/Should, SKA/BÖR, M/S, A/B, Mandatory/Optional.

use super::columns;
use crate::language::Forces;
use crate::language::GRAMMARS;
use crate::language::Grammar;
use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Force;
use crate::model::Span;
use std::collections::BTreeMap;

/// How many rows at the top are searched for the headings.
const MAX_PREFACE: usize = 10;

/// One table of the document: its blocks by row.
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    /// Headings by column; empty where no row reads like headings.
    pub(super) headings: Vec<(u32, Span)>,
    /// The first heading of each column.
    by_column: BTreeMap<u32, Span>,
}

/// One row.
pub(super) struct Row {
    /// Indexes of its blocks with their columns, in reading order.
    pub(super) cells: Vec<(usize, u32)>,
}

impl Table {
    /// Gathers the blocks of one table. `blocks` begins with its first block. Cells in which
    /// bidders answer are left out: what they promise is no demand.
    ///
    /// Rows above the headings (title, instructions) come as a table of their own.
    pub(super) fn gather(text: &str, blocks: &[Block], first: usize) -> (Vec<Self>, usize) {
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
        let rows: Vec<Row> = rows.into_iter().map(|(_, row)| row).collect();
        (Self::split_at_headings(text, blocks, rows), end)
    }

    fn split_at_headings(text: &str, blocks: &[Block], mut rows: Vec<Row>) -> Vec<Self> {
        let cells = |row: &Row| -> Vec<(u32, Span)> {
            row.cells.iter().map(|&(index, column)| (column, blocks[index].span)).collect()
        };
        let announced = rows.iter().take(MAX_PREFACE).position(|row| {
            row.cells.len() > 1
                && columns::are_headings(
                    row.cells.iter().map(|&(index, _)| blocks[index].span.of(text)),
                )
        });
        let found = announced.or_else(|| reads_like_headings(text, blocks, &rows).then_some(0));
        let Some(at) = found.filter(|at| at + 1 < rows.len()) else {
            return vec![Self::new(rows, Vec::new())];
        };
        let mut headings = cells(&rows[at]);
        let mut below = rows.split_off(at + 1);
        rows.pop();
        let answers = columns::answers(
            &headings.iter().map(|(column, span)| (*column, span.of(text))).collect::<Vec<_>>(),
        );
        if !answers.is_empty() {
            headings.retain(|(column, _)| !answers.contains(column));
            for row in &mut below {
                row.cells.retain(|(_, column)| !answers.contains(column));
            }
            below.retain(|row| !row.cells.is_empty());
        }
        vec![Self::new(rows, Vec::new()), Self::new(below, headings)]
    }

    fn new(rows: Vec<Row>, headings: Vec<(u32, Span)>) -> Self {
        let by_column = headings.iter().rev().copied().collect();
        Self { rows, headings, by_column }
    }

    /// Heading of the column, if it has one.
    pub(super) fn heading(&self, column: u32) -> Option<Span> {
        self.by_column.get(&column).copied()
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

/// Whether the first row reads like headings: several short cells, no sentences, more rows below.
fn reads_like_headings(text: &str, blocks: &[Block], rows: &[Row]) -> bool {
    let Some(first) = rows.first().filter(|row| row.cells.len() > 1) else { return false };
    let short = first.cells.iter().all(|&(index, _)| {
        let cell = blocks[index].span.of(text);
        cell.chars().count() <= columns::MAX_HEADING
            && !cell.ends_with(['.', ';'])
            && cell.chars().any(char::is_alphabetic)
    });
    short && first.cells.windows(2).all(|pair| pair[0].1 != pair[1].1)
}

/// What a cell says about force: unmistakable words anywhere, single letters only under a heading
/// that announces them.
fn force_of_cell(value: &str, heading: Option<&str>) -> Option<Force> {
    let value = value.trim().trim_end_matches('.').to_lowercase();
    if let Some(force) = force_of_word(&value) {
        return Some(force);
    }
    // A column for each force, with a mark in one of them.
    let yes = GRAMMARS.iter().any(|grammar| grammar.forces.yes.contains(&value.as_str()));
    let marked = yes || matches!(value.as_str(), "x" | "✓" | "✔");
    if let Some(force) = heading.filter(|_| marked).and_then(force_of_word) {
        return Some(force);
    }
    let heading = heading?;
    let announced =
        |grammar: &&Grammar| grammar.forces.announced.iter().any(|word| heading.contains(word));
    if !GRAMMARS.iter().any(announced) {
        return None;
    }
    match value.as_str() {
        "m" | "a" | "1" | "ja" | "yes" | "high" | "x" => Some(Force::Must),
        "s" | "b" | "2" | "d" => Some(Force::Should),
        "c" | "o" | "3" => Some(Force::May),
        _ => None,
    }
}

/// Words that state a force and nothing else, in any language.
fn force_of_word(word: &str) -> Option<Force> {
    let says = |list: fn(&Forces) -> &[&str]| {
        GRAMMARS.iter().any(|grammar| list(&grammar.forces).contains(&word))
    };
    if says(|forces| forces.must) {
        Some(Force::Must)
    } else if says(|forces| forces.should) {
        Some(Force::Should)
    } else if says(|forces| forces.may) {
        Some(Force::May)
    } else {
        None
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
        assert_eq!(force_of_cell("X", Some("bör")), Some(Force::Should));
        assert_eq!(force_of_cell("x", Some("skall")), Some(Force::Must));
    }
}
