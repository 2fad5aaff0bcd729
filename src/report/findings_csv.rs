//! Findings as a table of comma-separated values: one row for each demand and pack. The headings and
//! codes are data and stay English; reasons are sentences.

use super::csv::quote_safe;
use super::rows;
use super::words::Words;
use crate::model::Report;
use std::io;
use std::io::Write;

/// Headings, in order.
pub const COLUMNS: [&str; 17] = [
    "pack",
    "rule",
    "title",
    "family",
    "severity",
    "verdict",
    "disposition",
    "reasons",
    "parameter",
    "stated",
    "required",
    "document",
    "page",
    "clause",
    "role",
    "quote",
    "fingerprint",
];

/// Writes the table: UTF-8, lines that end with CR LF (RFC 4180), and cells that no spreadsheet
/// takes for a formula.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let w = Words::english();
    let mut table =
        ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
    table.write_record(COLUMNS)?;
    let rows = report
        .packs
        .iter()
        .flat_map(|pack| rows::requirements(pack, &w).into_iter().map(move |row| (pack, row)));
    for (pack, row) in rows {
        let finding = row.finding;
        let passage = row.passage.as_ref();
        let number = finding.parameters.iter().find(|one| !one.ok).or(finding.parameters.first());
        let cells = [
            row.pack.to_owned(),
            finding.rule.id.clone(),
            finding.rule.title.clone(),
            finding.rule.family.clone(),
            finding.rule.severity.code().to_owned(),
            finding.verdict.code().to_owned(),
            finding.disposition.code().to_owned(),
            row.reasons.clone(),
            number.map(|one| one.name.clone()).unwrap_or_default(),
            number.and_then(|one| one.found).map(|found| found.to_string()).unwrap_or_default(),
            number
                .map(|one| format!("{} {}", one.comparator.symbol(), one.required))
                .unwrap_or_default(),
            passage
                .and_then(|passage| pack.documents.get(passage.evidence.document))
                .map(|document| document.path.clone())
                .unwrap_or_default(),
            passage
                .and_then(|passage| passage.page)
                .map(|page| page.to_string())
                .unwrap_or_default(),
            passage.map_or("", |passage| passage.clause).to_owned(),
            passage.map_or("", |passage| passage.evidence.role.code()).to_owned(),
            passage.map_or("", |passage| passage.quote).to_owned(),
            row.fingerprint.clone(),
        ];
        table.write_record(cells.iter().map(|cell| quote_safe(cell).into_owned()))?;
    }
    table.flush()
}
