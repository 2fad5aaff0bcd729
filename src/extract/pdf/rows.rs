//! Rows and tables: lines that stand beside one another.
//!
//! Owns the difference between a table (rows whose cells share columns), a single row (a form
//! line, a signature block) and columns of prose, which are read one after the other. A number
//! with its text is never a table of two columns.

use super::lines::Label;
use super::lines::Line;

/// Lines of one cell, downwards.
pub(super) type CellLines = Vec<Line>;

/// A row of a table: its cells with their column numbers.
pub(super) type TableRow = Vec<(u32, CellLines)>;

/// Part of a page in reading order.
#[derive(Debug)]
pub(super) enum Piece {
    /// Running text.
    Flow(Vec<Line>),
    /// Cells on one baseline that belong to no table.
    Row(Vec<CellLines>),
    /// Rows that share columns, with the horizontal extent of each column.
    Table(Vec<TableRow>, Vec<(f32, f32)>),
}

/// Prose in columns has taller "cells" than this many lines.
const TALL: usize = 12;

/// Cuts the lines of a page into pieces.
pub(super) fn pieces(lines: Vec<Line>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut cells: Vec<CellLines> = Vec::new();
    for line in lines {
        let Some(place) = place(&cells, &line) else {
            close(&mut pieces, &mut cells);
            cells.push(vec![line]);
            continue;
        };
        match place {
            Place::Beside(from) => {
                if cells.len() == 1 && from > 0 {
                    let row = cells[0].split_off(from);
                    close(&mut pieces, &mut cells);
                    cells.push(row);
                }
                cells.push(vec![line]);
            }
            Place::Below => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(line);
                }
            }
        }
    }
    close(&mut pieces, &mut cells);
    tables(pieces)
}

enum Place {
    /// A new cell, right of the lines of the last cell from this one on.
    Beside(usize),
    /// In the last cell.
    Below,
}

/// Where a line stands in the row that is open; nowhere if it begins something new.
fn place(cells: &[CellLines], line: &Line) -> Option<Place> {
    let cell = cells.last()?;
    let last = cell.last()?;
    if last.angle != line.angle {
        return None;
    }
    let slack = 0.3 * line.size;
    if line.y < last.y + 0.6 * line.size {
        let from = cell.iter().position(|other| other.y > line.y - 0.6 * line.size)?;
        let edge = right_edge(&cell[from..]);
        if line.left() >= edge - slack {
            return Some(Place::Beside(from));
        }
    }
    let previous = cells[..cells.len() - 1].iter().map(|cell| right_edge(cell));
    let edge = previous.fold(f32::MIN, f32::max);
    let below = line.y >= last.y - slack;
    let stays = cells.len() == 1
        || (below && line.left() > edge - slack && line.y - last.y < 3.0 * line.size);
    stays.then_some(Place::Below)
}

fn right_edge(lines: &[Line]) -> f32 {
    lines.iter().map(|line| line.x1).fold(f32::MIN, f32::max)
}

fn close(pieces: &mut Vec<Piece>, cells: &mut Vec<CellLines>) {
    let cells = std::mem::take(cells);
    match cells.len() {
        0 => {}
        1 => {
            let lines = cells.into_iter().flatten();
            match pieces.last_mut() {
                Some(Piece::Flow(flow)) => flow.extend(lines),
                _ => pieces.push(Piece::Flow(lines.collect())),
            }
        }
        _ => pieces.push(Piece::Row(cells)),
    }
}

/// Makes tables of neighbouring rows that share columns.
fn tables(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut done = Vec::new();
    let mut rows: Vec<Vec<CellLines>> = Vec::new();
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Row(cells) => rows.push(cells),
            // A heading row inside a table.
            Piece::Flow(lines)
                if !rows.is_empty()
                    && lines.len() <= 2
                    && matches!(pieces.peek(), Some(Piece::Row(_)))
                    && within(&rows, &lines) =>
            {
                rows.push(vec![lines]);
            }
            other => {
                group(&mut done, std::mem::take(&mut rows));
                done.push(other);
            }
        }
    }
    group(&mut done, rows);
    done
}

/// Whether lines stand close below a row, inside its extent.
fn within(rows: &[Vec<CellLines>], lines: &[Line]) -> bool {
    let Some(last) = rows.last() else { return false };
    let lowest = last.iter().flatten().map(|line| line.y).fold(f32::MIN, f32::max);
    let left = last.iter().flatten().map(Line::left).fold(f32::MAX, f32::min);
    let right = last.iter().map(|cell| right_edge(cell)).fold(f32::MIN, f32::max);
    lines.iter().all(|line| {
        line.y > lowest && line.left() > left - line.size && line.x1 < right + 4.0 * line.size
    }) && lines.first().is_some_and(|line| line.y - lowest < 3.0 * line.size)
}

fn group(done: &mut Vec<Piece>, mut rows: Vec<Vec<CellLines>>) {
    if rows.len() > 1 {
        split_at_columns(&mut rows);
    }
    let mut rest = rows.as_slice();
    while !rest.is_empty() {
        let (table, columns, used) = table(rest);
        let (taken, after) = rest.split_at(used.max(1));
        rest = after;
        if taken.iter().filter(|cells| cells.len() > 1).count() >= 2 && !is_prose(taken) {
            done.push(Piece::Table(table, columns));
        } else {
            done.extend(taken.iter().map(|cells| match cells.len() {
                1 => Piece::Flow(cells[0].clone()),
                _ => Piece::Row(cells.clone()),
            }));
        }
    }
}

/// Splits cells of narrow columns that stand so near to each other that their text was taken for
/// one line: there is a gap where another row begins a cell, and no line runs across it.
fn split_at_columns(rows: &mut [Vec<CellLines>]) {
    let edges: Vec<Vec<f32>> =
        rows.iter().map(|row| row.iter().map(|cell| extent(cell).0).collect()).collect();
    for (index, row) in rows.iter_mut().enumerate() {
        let others = edges.iter().enumerate().filter(|(other, _)| *other != index);
        let others: Vec<f32> = others.flat_map(|(_, edges)| edges.iter().copied()).collect();
        let mut at = 0;
        while at < row.len() {
            match split_cell(&row[at], &others) {
                Some((left, right)) => {
                    row[at] = left;
                    row.insert(at + 1, right);
                }
                None => at += 1,
            }
        }
    }
}

/// The two cells of a cell that spans an edge at which its lines have gaps.
fn split_cell(cell: &[Line], edges: &[f32]) -> Option<(CellLines, CellLines)> {
    let gap_at =
        |line: &Line, edge: f32| line.gaps.iter().copied().find(|gap| (gap.x1 - edge).abs() < 1.5);
    let edge = cell.iter().flat_map(|line| &line.gaps).map(|gap| gap.x1).find(|&x| {
        edges.iter().any(|edge| (edge - x).abs() < 1.5)
            && cell
                .iter()
                .all(|line| line.left() > x - 1.5 || line.x1 < x || gap_at(line, x).is_some())
    })?;
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for line in cell {
        match gap_at(line, edge) {
            Some(gap) => {
                let (before, after) = line.split(gap);
                left.push(before);
                right.push(after);
            }
            None if line.x1 < edge => left.push(line.clone()),
            None => right.push(line.clone()),
        }
    }
    Some((left, right))
}

/// Columns of prose, or a list of contents: not to be read as a table.
fn is_prose(rows: &[Vec<CellLines>]) -> bool {
    let cells = rows.iter().flatten().count();
    let lines: usize = rows.iter().flatten().map(Vec::len).sum();
    let dotted = rows.iter().filter(|row| row.iter().flatten().any(is_dotted)).count();
    lines > TALL * cells || dotted * 2 > rows.len() || is_contents(rows)
}

fn is_dotted(line: &Line) -> bool {
    line.text.contains(".....") || line.text.contains(". . . .")
}

/// Text on the left and ascending page numbers on the right.
fn is_contents(rows: &[Vec<CellLines>]) -> bool {
    let mut previous = 0;
    rows.iter().all(|row| {
        let last = row.last().and_then(|cell| cell.first());
        let number = last.and_then(|line| line.text.parse::<u32>().ok());
        let ascends = number.is_some_and(|number| number >= previous && number < 2_000);
        previous = number.unwrap_or(previous);
        ascends && row.len() == 2
    })
}

/// The table that the first rows make: rows, columns, and how many rows were used.
fn table(rows: &[Vec<CellLines>]) -> (Vec<TableRow>, Vec<(f32, f32)>, usize) {
    let wide = rows.iter().map(Vec::len).max().unwrap_or(0);
    let unlabelled = wide >= 3
        || rows.iter().any(|row| {
            row.iter().flatten().next().is_some_and(|line| line.label.is_some()) && row.len() >= 2
        });
    let mut columns: Vec<(f32, f32)> = Vec::new();
    let mut table: Vec<TableRow> = Vec::new();
    let rows: Vec<Vec<CellLines>> =
        rows.iter().map(|row| if unlabelled { split_labels(row) } else { row.clone() }).collect();
    let template = rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in rows.iter().filter(|row| row.len() == template) {
        for (index, cell) in row.iter().enumerate() {
            let (left, right) = extent(cell);
            match columns.get_mut(index) {
                Some(column) if overlap(*column, (left, right)) > 0.0 => {
                    *column = (column.0.min(left), column.1.max(right));
                }
                Some(_) => {}
                None => columns.push((left, right)),
            }
        }
    }
    for row in &rows {
        let Some(numbers) = assign(row, &columns) else { break };
        table.push(numbers.into_iter().zip(row.iter().cloned()).collect());
    }
    let used = table.len();
    (table, columns, used)
}

/// Gives a clause number at the start of a row a cell of its own, as in "ID / Requirement".
fn split_labels(row: &[CellLines]) -> Vec<CellLines> {
    let mut cells = row.to_vec();
    let first = cells.first_mut().filter(|_| row.len() > 1);
    if let Some(cell) = first
        && cell.iter().skip(1).all(|line| line.label.is_none())
        && let Some(line) = cell.first_mut()
        && let Some(Label { text, x0, x1, words }) = line.label.take()
    {
        let label = Line { label: None, text, x0, x1, words, ..line.clone() };
        cells.insert(0, vec![label]);
    }
    cells
}

fn extent(cell: &[Line]) -> (f32, f32) {
    let left = cell.iter().map(Line::left).fold(f32::MAX, f32::min);
    (left, right_edge(cell))
}

fn overlap(a: (f32, f32), b: (f32, f32)) -> f32 {
    a.1.min(b.1) - a.0.max(b.0)
}

/// The column of each cell, from left to right; none if the cells do not fit the columns.
fn assign(row: &[CellLines], columns: &[(f32, f32)]) -> Option<Vec<u32>> {
    let mut numbers = Vec::with_capacity(row.len());
    let mut next = 0;
    for cell in row {
        let place = extent(cell);
        let mut best: Option<(usize, f32)> = None;
        for (index, column) in columns.iter().enumerate().skip(next) {
            let shared = overlap(*column, place);
            if shared > 0.0 && best.is_none_or(|(_, most)| shared > most + 1.0) {
                best = Some((index, shared));
            }
        }
        let (index, _) = best?;
        next = index + 1;
        numbers.push(u32::try_from(index).ok()?);
    }
    Some(numbers)
}

/// Whether two tables have the same columns, so that one goes on in the other.
pub(super) fn same_columns(a: &[(f32, f32)], b: &[(f32, f32)]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a.0 - b.0).abs() < 6.0)
}
