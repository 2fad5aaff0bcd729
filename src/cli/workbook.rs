//! The cells of a workbook that people filled in, hidden and filtered rows included.

use calamine::Data;
use calamine::DataRef;
use calamine::Reader as _;
use calamine::Xlsx;
use std::collections::BTreeMap;
use std::io::Cursor;

/// Most cells that are read.
const CELLS: usize = 5_000_000;

/// The texts of a sheet by row and column, both counted from 0. Rows and columns without text are not
/// there, so that a sheet that claims a million of them costs nothing.
pub(super) type Cells = BTreeMap<u32, BTreeMap<u32, String>>;

/// The name and the cells of every sheet, in order.
pub(super) fn sheets(bytes: Vec<u8>) -> Result<Vec<(String, Cells)>, String> {
    let failed =
        |error: calamine::XlsxError| format!("it is no workbook of Excel (.xlsx): {error}");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(failed)?;
    let mut left = CELLS;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut cells = Cells::new();
        let mut reader = book.worksheet_cells_reader(&name).map_err(failed)?;
        while let Some(cell) = reader.next_cell().map_err(failed)? {
            left = left.checked_sub(1).ok_or("it has more cells than are read")?;
            let (row, column) = cell.get_position();
            let text = text(cell.get_value());
            if !text.is_empty() {
                cells.entry(row).or_default().insert(column, text);
            }
        }
        sheets.push((name, cells));
    }
    Ok(sheets)
}

/// What a cell shows: whole numbers without a point, days as `YYYY-MM-DD`.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        DataRef::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => Data::from(other.clone()).to_string().trim().to_owned(),
    }
}
