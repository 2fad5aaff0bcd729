//! Where a passage stands, in words and numbers for people.

use super::index::Passage;
use crate::model::BlockKind;
use crate::model::Clause;
use crate::model::Document;
use crate::model::Place;
use crate::model::Provision;

/// Page, clause, cell and row of a passage. The clause is the innermost number, or the address of
/// its cell, with the innermost heading.
pub(super) fn place(document: &Document, passage: &Passage<'_>) -> Place {
    let provision = passage.provision;
    let page = document.page(provision.page);
    Place {
        page: provision.page,
        page_label: page.and_then(|page| page.label.clone()),
        clause: clause(document, provision),
        path: document.path_of(provision.clause),
        cell: provision.address.clone(),
        row: row(document, provision),
        areas: document.areas(provision.span),
        recognised: page.is_some_and(|page| page.recognised),
        doubtful: document.doubtful(provision.span).map(str::to_owned).collect(),
    }
}

fn clause(document: &Document, provision: &Provision) -> String {
    let address = provision.address.as_deref();
    let clauses = || document.clause_path(provision.clause);
    let number = address.or_else(|| {
        clauses().map(|clause| clause.number.as_str()).find(|number| !number.is_empty())
    });
    let heading = clauses()
        .map(|clause| heading(document, clause))
        .find(|heading| !heading.is_empty())
        .filter(|heading| !address.is_some_and(|address| names_sheet(address, heading)))
        .unwrap_or_default();
    match number {
        Some(number) => format!("{number} {heading}").trim_end().to_owned(),
        None => heading.to_owned(),
    }
}

fn heading<'d>(document: &'d Document, clause: &Clause) -> &'d str {
    clause.heading.map(|span| span.of(&document.text).trim()).unwrap_or_default()
}

/// Table and row of a provision, from the block that it begins in.
fn row(document: &Document, provision: &Provision) -> Option<(u32, u32)> {
    let at = provision.span.start();
    let block = document.blocks.partition_point(|block| block.span.end() <= at);
    match document.blocks.get(block)?.kind {
        BlockKind::TableCell(cell) => Some((cell.table + 1, cell.row + 1)),
        _ => None,
    }
}

/// Whether a heading only repeats the sheet that the address of a cell begins with.
fn names_sheet(address: &str, heading: &str) -> bool {
    let sheet = address.rsplit_once('!').map_or(address, |(sheet, _)| sheet);
    sheet == heading || sheet.trim_matches('\'').replace("''", "'") == heading
}
