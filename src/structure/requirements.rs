//! The rows of requirement tables as requirements: number, text, how strongly each binds. For those who
//! bring a list of requirements instead of a text that holds them.

use super::columns;
use super::columns::Use;
use super::tables::Row;
use super::tables::Table;
use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Document;
use crate::model::Force;
use crate::model::Language;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// Longest number of a requirement, in characters.
const MAX_ID: usize = 24;
/// How many rows without headings are told of.
const SHOWN: usize = 3;

/// A requirement as a table states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// Its number; empty if it has none.
    pub id: String,
    /// What it demands.
    pub text: String,
    /// How strongly it binds, where a column says so.
    pub force: Option<Force>,
    /// Its language.
    pub language: Language,
    /// Sheet and cell, or table and row, both counted from 1.
    pub place: String,
}

/// The requirements of all tables with a column for them.
///
/// # Errors
/// If no table has one: the first rows of the tables there are, as far as they help to see why.
pub fn requirements(document: &Document) -> Result<Vec<Requirement>, Vec<String>> {
    let mut found = Vec::new();
    let mut seen = Vec::new();
    let mut recognised = false;
    let (text, blocks) = (document.text.as_str(), &document.blocks);
    let mut at = 0;
    while at < blocks.len() {
        if !matches!(blocks[at].kind, BlockKind::TableCell(_)) {
            at += 1;
            continue;
        }
        let (tables, end) = Table::gather(text, blocks, at);
        for table in &tables {
            match demand_column(table, text, blocks) {
                Some(column) => {
                    recognised = true;
                    let id = id_column(table, text, blocks, column);
                    let rows = table.rows.iter();
                    found.extend(rows.filter_map(|row| one(document, table, row, column, id)));
                }
                None => {
                    let headings = table.headings.iter().map(|(_, heading)| heading.of(text));
                    let headings: Vec<&str> = headings.collect();
                    seen.extend((!headings.is_empty()).then(|| headings.join(" | ")));
                    let rows = table.rows.iter().take(SHOWN);
                    seen.extend(rows.map(|row| cells(row, text, blocks).join(" | ")));
                }
            }
        }
        at = end.max(at + 1);
    }
    seen.truncate(SHOWN);
    if recognised { Ok(found) } else { Err(seen) }
}

fn cells(row: &Row, text: &str, blocks: &[Block]) -> Vec<String> {
    row.cells.iter().map(|&(index, _)| blocks[index].span.of(text).to_owned()).collect()
}

/// The text of a cell, its paragraphs joined.
fn cell(row: &Row, column: u32, text: &str, blocks: &[Block]) -> String {
    let parts = row.cells.iter().filter(|(_, other)| *other == column);
    let parts: Vec<&str> = parts.map(|&(index, _)| blocks[index].span.of(text).trim()).collect();
    parts.join(" ")
}

/// The column of the requirements: of those whose heading says so, the one with the longest cells.
fn demand_column(table: &Table, text: &str, blocks: &[Block]) -> Option<u32> {
    let named: BTreeSet<u32> = table
        .headings
        .iter()
        .filter(|(_, heading)| columns::use_of(heading.of(text)) == Some(Use::Demand))
        .map(|(column, _)| *column)
        .collect();
    named.into_iter().max_by_key(|column| {
        let length: usize =
            table.rows.iter().map(|row| cell(row, *column, text, blocks).len()).sum();
        (length, std::cmp::Reverse(*column))
    })
}

/// The column of the numbers: the first of which every cell is short and no two are equal.
fn id_column(table: &Table, text: &str, blocks: &[Block], demand: u32) -> Option<u32> {
    let mut by_column: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for row in &table.rows {
        for (_, column) in row.cells.iter().filter(|(_, column)| *column != demand) {
            by_column.entry(*column).or_default().push(cell(row, *column, text, blocks));
        }
    }
    let filled = |ids: &Vec<String>| {
        let unique: BTreeSet<&String> = ids.iter().collect();
        let short = ids.iter().all(|id| id.chars().count() <= MAX_ID);
        short && unique.len() == ids.len() && 2 * ids.len() >= table.rows.len()
    };
    let digits = |ids: &Vec<String>| ids.iter().any(|id| id.chars().any(|c| c.is_ascii_digit()));
    by_column.into_iter().find(|(_, ids)| filled(ids) && digits(ids)).map(|(column, _)| column)
}

fn one(
    document: &Document,
    table: &Table,
    row: &Row,
    column: u32,
    id: Option<u32>,
) -> Option<Requirement> {
    let (text, blocks) = (document.text.as_str(), &document.blocks);
    let demand = cell(row, column, text, blocks);
    // A row without a sentence is a heading between requirements.
    if demand.split_whitespace().count() < 2 {
        return None;
    }
    let first = &blocks[row.cells.first()?.0];
    let place = first.address.clone().unwrap_or_else(|| match first.kind {
        BlockKind::TableCell(cell) => format!("table {}, row {}", cell.table + 1, cell.row + 1),
        _ => String::new(),
    });
    let at = first.span.start();
    let provision = document.provisions.iter().find(|provision| provision.span.end() > at);
    Some(Requirement {
        id: id.map(|id| cell(row, id, text, blocks)).unwrap_or_default(),
        text: demand,
        force: table.stated_force(text, blocks, row),
        language: provision.map_or(document.language, |provision| provision.language),
        place,
    })
}
