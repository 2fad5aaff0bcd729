//! How large a grid a legacy workbook (XLS) would be laid out as.
//!
//! `calamine` lays every sheet of an XLS file out as a full grid from its first to its last used
//! cell, and two cells in opposite corners need gigabytes. This looks only at the places of the
//! cells, record by record, before any of it is read.

use crate::model::NoteKind;
use cfb::CompoundFile;
use std::io::Cursor;
use std::io::Read;

/// Records that stand for cells; each begins with row and column.
const CELLS: [u16; 13] = [
    0x0001, 0x0002, 0x0003, 0x0004, 0x0006, 0x00bd, 0x00be, 0x00d6, 0x00fd, 0x0201, 0x0203, 0x0204,
    0x027e,
];
/// Says how large the sheet is; `calamine` sets as much memory aside.
const DIMENSIONS: u16 = 0x0200;
/// A stream of records begins, as every sheet does.
const BEGIN: u16 = 0x0809;

/// The cells of all grids together; the kind of note and the message where that cannot be told.
pub(super) fn grid_cells(bytes: &[u8]) -> Result<u64, (NoteKind, String)> {
    let damaged = || {
        let message = "the workbook is damaged; open it in Excel and save it as XLSX";
        (NoteKind::Damaged, message.to_owned())
    };
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| damaged())?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name));
    let mut stream = name.and_then(|name| file.open_stream(name).ok()).ok_or_else(damaged)?;
    let mut records = Vec::new();
    // A stream cannot be longer than the file it stands in.
    let limit = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    stream.by_ref().take(limit).read_to_end(&mut records).map_err(|_| damaged())?;
    Ok(count(&records))
}

fn count(mut records: &[u8]) -> u64 {
    let mut total = 0;
    let mut grid: Option<[u16; 4]> = None;
    while let [a, b, c, d, rest @ ..] = records {
        let kind = u16::from_le_bytes([*a, *b]);
        let length = usize::from(u16::from_le_bytes([*c, *d]));
        if kind == BEGIN {
            total += area(grid.take());
        } else if CELLS.contains(&kind)
            && let [a, b, c, d, ..] = rest
        {
            let (row, column) = (u16::from_le_bytes([*a, *b]), u16::from_le_bytes([*c, *d]));
            let last = last_column(kind, rest.get(..length), column);
            let [top, left, bottom, right] = grid.unwrap_or([row, column, row, last]);
            grid = Some([top.min(row), left.min(column), bottom.max(row), right.max(last)]);
        }
        if kind == DIMENSIONS {
            total += rest.get(..length).map_or(0, declared);
        }
        records = rest.get(length..).unwrap_or_default();
    }
    total + area(grid)
}

/// Cells of the size that a sheet says it has.
fn declared(record: &[u8]) -> u64 {
    let short = |at: usize| {
        record.get(at..at + 2).map_or(0, |b| u64::from(u16::from_le_bytes([b[0], b[1]])))
    };
    let (rows, columns) = if record.len() < 14 {
        (short(2).saturating_sub(short(0)), short(6).saturating_sub(short(4)))
    } else {
        let long = |at: usize| short(at) | short(at + 2) << 16;
        (long(4).saturating_sub(long(0)), short(10).saturating_sub(short(8)))
    };
    rows * columns
}

/// Last column of a record: those for several cells end with it.
fn last_column(kind: u16, record: Option<&[u8]>, column: u16) -> u16 {
    match record {
        Some([.., a, b]) if matches!(kind, 0x00bd | 0x00be) => u16::from_le_bytes([*a, *b]),
        _ => column,
    }
}

fn area(grid: Option<[u16; 4]>) -> u64 {
    grid.map_or(0, |[top, left, bottom, right]| {
        let side = |from: u16, to: u16| u64::from(to.saturating_sub(from)) + 1;
        side(top, bottom) * side(left, right)
    })
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn grids_of_all_sheets_are_added() {
        let record = |kind: u16, row: u16, column: u16| {
            [kind, 4, row, column].into_iter().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()
        };
        let begin = [0x09, 0x08, 0, 0].to_vec();
        let stream = [
            begin.clone(),
            record(0x0203, 0, 0),
            record(0x0203, 65535, 255),
            begin,
            record(0x00fd, 7, 7),
        ];
        assert_eq!(count(&stream.concat()), 65536 * 256 + 1);
        assert_eq!(count(&[0x03, 0x02, 0xff]), 0);
        let mut dimensions = vec![0x00, 0x02, 14, 0, 0, 0, 0, 0];
        dimensions.extend([0xff, 0xff, 0xff, 0, 0, 0, 0xff, 0, 0, 0]);
        assert_eq!(count(&dimensions), 0x00ff_ffff * 0xff);
    }
}
