//! Cells of Excel workbooks, through `calamine`.
//!
//! The packages of today are read as a stream of cells. What an entry of the package unpacks to
//! is measured before `calamine` sees it, because it unpacks strings and styles without a limit.

use super::Sheet;
use super::bounds;
use super::extras;
use super::push_sheet;
use super::values;
use crate::extract::Builder;
use crate::extract::Limits;
use crate::extract::package::Package;
use crate::model::NoteKind;
use calamine::Cell;
use calamine::DataRef;
use calamine::Reader;
use calamine::SheetType;
use calamine::SheetVisible;
use calamine::Style;
use calamine::Xls;
use calamine::XlsError;
use calamine::Xlsb;
use calamine::Xlsx;
use std::io::Cursor;

/// Most rows that a sheet has.
const MAX_ROWS: u32 = 1 << 20;

/// Reads an XLSX or XLSB package.
pub(super) fn read_package(builder: &mut Builder, bytes: &[u8], limits: &Limits) {
    let opened = Package::open(bytes, limits).and_then(|mut package| {
        package.measure()?;
        extras::check_strings(&mut package, limits.depth)?;
        Ok(package)
    });
    let mut package = match opened {
        Ok(package) => package,
        Err((kind, message)) => {
            builder.note(kind, None, message);
            return;
        }
    };
    if package.has("xl/workbook.bin") {
        match Xlsb::new(Cursor::new(bytes)) {
            Ok(mut book) => read_binary(builder, &mut book, limits),
            Err(_) => note_damaged(builder),
        }
        return;
    }
    match Xlsx::new(Cursor::new(bytes)) {
        Ok(mut book) => read_xml(builder, &mut book, &mut package, limits),
        Err(_) => note_damaged(builder),
    }
    for (kind, message) in package.into_problems() {
        builder.note(kind, None, message);
    }
}

/// Reads an XLS file.
pub(super) fn read_legacy(builder: &mut Builder, bytes: &[u8], limits: &Limits) {
    match bounds::grid_cells(bytes) {
        Ok(cells) if cells > 4 * limits.cells as u64 => {
            let message = "the workbook names cells that lie too far apart, so it was not read; \
                           save it as XLSX";
            builder.note(NoteKind::TooLarge, None, message);
            return;
        }
        Ok(_) => {}
        Err((kind, message)) => {
            builder.note(kind, None, message);
            return;
        }
    }
    let mut book: Xls<_> = match Xls::new(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(XlsError::Password) => {
            let message = "the workbook is encrypted: remove the password in Excel and save it";
            builder.note(NoteKind::NeedsPassword, None, message);
            return;
        }
        Err(_) => return note_damaged(builder),
    };
    let mut budget = limits.cells;
    for (table, (name, hidden)) in (0..).zip(sheets(book.sheets_metadata())) {
        let Ok(range) = book.worksheet_range(&name) else {
            note_damaged_sheet(builder, &name);
            continue;
        };
        let (row, column) = range.start().unwrap_or_default();
        let mut sheet = Sheet { name, hidden, ..Sheet::default() };
        for (r, c, value) in range.used_cells() {
            let place = (row + to_u32(r), column + to_u32(c));
            let text = values::text(&values::borrowed(value), false);
            sheet.cells.push((place.0, place.1, text));
        }
        if sheet.cells.len() > budget {
            sheet.cells.truncate(budget);
            note_too_many(builder, limits);
        }
        budget -= sheet.cells.len();
        if !push_sheet(builder, table, &mut sheet, limits) {
            return;
        }
    }
}

fn read_xml(
    builder: &mut Builder,
    book: &mut Xlsx<Cursor<&[u8]>>,
    package: &mut Package<'_>,
    limits: &Limits,
) {
    let mut budget = limits.cells;
    let mut parts = extras::parts(package, limits.depth);
    for (table, (name, hidden)) in (0..).zip(sheets(book.sheets_metadata())) {
        let mut sheet = Sheet { name, hidden, ..Sheet::default() };
        match book.worksheet_cells_reader(&sheet.name) {
            Ok(mut reader) => {
                let percents: Vec<bool> = reader.styles().iter().map(is_percent).collect();
                let mut next = || {
                    let cell = reader.next_cell_with_style_id().map_err(drop)?;
                    Ok(cell.map(|(cell, style)| {
                        let percent = percents.get(style).copied().unwrap_or(false);
                        (cell, percent)
                    }))
                };
                collect(builder, &mut sheet, &mut next, &mut budget, limits);
            }
            Err(_) => note_damaged_sheet(builder, &sheet.name),
        }
        if let Some(part) = parts.remove(&sheet.name) {
            extras::read(package, &part, &mut sheet, limits.depth);
        }
        if !push_sheet(builder, table, &mut sheet, limits) {
            return;
        }
    }
}

fn read_binary(builder: &mut Builder, book: &mut Xlsb<Cursor<&[u8]>>, limits: &Limits) {
    let mut budget = limits.cells;
    for (table, (name, hidden)) in (0..).zip(sheets(book.sheets_metadata())) {
        let mut sheet = Sheet { name, hidden, ..Sheet::default() };
        match book.worksheet_cells_reader(&sheet.name) {
            Ok(mut reader) => {
                let mut next = || Ok(reader.next_cell().map_err(drop)?.map(|cell| (cell, false)));
                collect(builder, &mut sheet, &mut next, &mut budget, limits);
            }
            Err(_) => note_damaged_sheet(builder, &sheet.name),
        }
        if !push_sheet(builder, table, &mut sheet, limits) {
            return;
        }
    }
}

/// A cell and whether it shows a percentage; nothing after the last.
type Next<'n, 'd> = &'n mut dyn FnMut() -> Result<Option<(Cell<DataRef<'d>>, bool)>, ()>;

/// Takes the cells of a sheet from a stream, until the limits of cells or text are reached.
fn collect(
    builder: &mut Builder,
    sheet: &mut Sheet,
    next: Next<'_, '_>,
    budget: &mut usize,
    limits: &Limits,
) {
    let mut text_bytes = 0;
    loop {
        match next() {
            Ok(None) => return,
            Ok(Some((cell, percent))) => {
                let text = values::text(cell.get_value(), percent);
                if text.is_empty() {
                    continue;
                }
                if *budget == 0 {
                    return note_too_many(builder, limits);
                }
                *budget -= 1;
                text_bytes += text.len();
                let (row, column) = cell.get_position();
                if row >= MAX_ROWS || column >= extras::COLUMNS {
                    return note_damaged_sheet(builder, &sheet.name);
                }
                sheet.cells.push((row, column, text));
                // What is over the limit is noted when the sheet is pushed.
                if text_bytes > limits.text_bytes.saturating_mul(2) {
                    return;
                }
            }
            Err(()) => return note_damaged_sheet(builder, &sheet.name),
        }
    }
}

/// Names of the sheets that have cells, and whether they are hidden.
fn sheets(metadata: &[calamine::Sheet]) -> Vec<(String, bool)> {
    metadata
        .iter()
        .filter(|sheet| !matches!(sheet.typ, SheetType::ChartSheet | SheetType::Vba))
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect()
}

fn is_percent(style: &Style) -> bool {
    style.number_format.as_ref().is_some_and(|format| format.format_code.contains('%'))
}

fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn note_damaged(builder: &mut Builder) {
    let message = "the workbook is damaged; open it in Excel and save it again";
    builder.note(NoteKind::Damaged, None, message);
}

fn note_damaged_sheet(builder: &mut Builder, name: &str) {
    let message = format!("the sheet “{name}” is damaged; what comes before that was read");
    builder.note(NoteKind::Damaged, None, message);
}

fn note_too_many(builder: &mut Builder, limits: &Limits) {
    let message =
        format!("the workbook has more than {} cells; the rest was not read", limits.cells);
    builder.note(NoteKind::TooLarge, None, message);
}
