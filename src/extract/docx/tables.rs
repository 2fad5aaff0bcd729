//! Where a paragraph stands in tables: grid rows and columns, nesting, and which tables are only
//! frames.
//!
//! Columns are counted in grid columns, so that a cell stands under its heading although other
//! rows merge cells. Text of a nested table belongs to the cell around it, and a table of a
//! single cell is a frame, not a table.

use crate::model::Cell;

/// Widest row that is believed.
const MAX_SPAN: u32 = 1_000;

/// A cell of one table, by the reader's own table numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    table: usize,
    row: u32,
    column: u32,
}

#[derive(Debug)]
struct Table {
    /// Cell that the table stands in.
    within: Option<Place>,
    cells: u32,
}

#[derive(Debug)]
struct OpenTable {
    table: usize,
    row: u32,
    column: u32,
    next_column: u32,
    row_deleted: bool,
}

/// The tables of a story, filled while reading.
#[derive(Debug, Default)]
pub(super) struct Tables {
    all: Vec<Table>,
    open: Vec<OpenTable>,
    deleted_rows: usize,
}

impl Tables {
    pub(super) fn begin_table(&mut self) {
        let table = self.all.len();
        self.all.push(Table { within: self.place(), cells: 0 });
        self.open.push(OpenTable { table, row: 0, column: 0, next_column: 0, row_deleted: false });
    }

    pub(super) fn end_table(&mut self) {
        self.open.pop();
    }

    pub(super) fn begin_row(&mut self) {
        if let Some(table) = self.open.last_mut() {
            table.column = 0;
            table.next_column = 0;
        }
    }

    /// Leaves out `columns` at the beginning of the row.
    pub(super) fn skip_columns(&mut self, columns: u32) {
        if let Some(table) = self.open.last_mut() {
            table.next_column = table.next_column.saturating_add(columns.min(MAX_SPAN));
        }
    }

    /// The row is deleted by a tracked change.
    pub(super) fn delete_row(&mut self) {
        if let Some(table) = self.open.last_mut().filter(|table| !table.row_deleted) {
            table.row_deleted = true;
            self.deleted_rows += 1;
        }
    }

    pub(super) fn end_row(&mut self) {
        let Some(table) = self.open.last_mut() else { return };
        if table.row_deleted {
            table.row_deleted = false;
            self.deleted_rows = self.deleted_rows.saturating_sub(1);
        } else {
            table.row = table.row.saturating_add(1);
        }
    }

    pub(super) fn begin_cell(&mut self) {
        let Some(open) = self.open.last_mut() else { return };
        open.column = open.next_column;
        open.next_column = open.next_column.saturating_add(1);
        if !open.row_deleted
            && let Some(table) = self.all.get_mut(open.table)
        {
            table.cells = table.cells.saturating_add(1);
        }
    }

    /// The cell takes `columns` grid columns.
    pub(super) fn span_columns(&mut self, columns: u32) {
        if let Some(table) = self.open.last_mut() {
            table.next_column = table.column.saturating_add(columns.clamp(1, MAX_SPAN));
        }
    }

    /// Whether what is read now stands in a deleted row.
    pub(super) fn in_deleted_row(&self) -> bool {
        self.deleted_rows > 0
    }

    /// The innermost cell that is being read.
    pub(super) fn place(&self) -> Option<Place> {
        let table = self.open.last()?;
        Some(Place { table: table.table, row: table.row, column: table.column })
    }
}

/// Turns places into the cells that a document shows.
#[derive(Debug)]
pub(super) struct Layout {
    /// Per table: the outermost cell around it, and whether it is only a frame.
    tables: Vec<(Option<Place>, bool)>,
    /// Number of each table among those that hold text, in reading order.
    numbers: Vec<Option<u32>>,
    next: u32,
}

impl Layout {
    pub(super) fn new(tables: &Tables) -> Self {
        let mut layout: Vec<(Option<Place>, bool)> = Vec::with_capacity(tables.all.len());
        for table in &tables.all {
            let around = table.within.and_then(|place| outermost(&layout, place));
            layout.push((around, table.cells <= 1));
        }
        let numbers = vec![None; layout.len()];
        Self { tables: layout, numbers, next: 0 }
    }

    /// The cell that `place` counts as; `None` if only frames are around it.
    pub(super) fn cell(&mut self, place: Place) -> Option<Cell> {
        let place = outermost(&self.tables, place)?;
        let number = self.numbers.get_mut(place.table)?;
        let table = *number.get_or_insert_with(|| {
            self.next += 1;
            self.next - 1
        });
        Some(Cell { table, row: place.row, column: place.column })
    }
}

/// Outermost cell around `place` that is not a frame. Tables come after those around them.
fn outermost(tables: &[(Option<Place>, bool)], place: Place) -> Option<Place> {
    let (around, frame) = *tables.get(place.table)?;
    around.or(if frame { None } else { Some(place) })
}
