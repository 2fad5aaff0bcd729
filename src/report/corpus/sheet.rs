//! Workbooks for people: sheets on which coders write what they read, and tables to look at.
//!
//! Text is only ever written as text: never as a formula, link or number.

use super::table::Table;
use super::table::Value;
use rust_xlsxwriter::DataValidation;
use rust_xlsxwriter::DocProperties;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::Workbook;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;
use std::io;
use std::io::Write;

/// Most characters that a cell holds.
const CELL: usize = 32_000;
/// What coders can choose from.
pub const CODES: [&str; 5] = ["met", "weak", "contradicted", "missing", "unclear"];

/// How a sheet looks.
#[derive(Debug, Clone, Default)]
pub struct Look<'l> {
    /// Width of each column, in characters.
    pub widths: &'l [f64],
    /// Column in which coders choose a code.
    pub code: Option<u16>,
    /// What coders read first, on a sheet of its own.
    pub instructions: &'l [String],
}

/// Writes rows as a workbook whose bytes do not depend on the time.
///
/// # Errors
/// If there are more rows than a sheet holds, or `out` cannot be written to.
pub fn write(
    table: &Table,
    rows: &[Vec<Value>],
    look: &Look<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let bytes = workbook(table, rows, look).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn workbook(table: &Table, rows: &[Vec<Value>], look: &Look<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&date));
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let sheet = book.add_worksheet();
    sheet.set_name(table.name)?;
    for (column, name) in (0_u16..).zip(&table.columns) {
        sheet.write_string_with_format(0, column, &name.name, &head)?;
        let width = look.widths.get(usize::from(column)).copied().unwrap_or(16.0);
        sheet.set_column_width(column, width)?;
    }
    for (row, cells) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            write_cell(sheet, row, column, cell, &wrapped)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    if let Some(column) = look.code
        && let Ok(last) = u32::try_from(rows.len())
    {
        let choice = DataValidation::new().allow_list_strings(&CODES)?;
        sheet.add_data_validation(1, column, last.max(1), column, &choice)?;
    }
    if !look.instructions.is_empty() {
        let sheet = book.add_worksheet();
        sheet.set_name("Instructions")?;
        sheet.set_column_width(0, 100)?;
        for (row, line) in (0_u32..).zip(look.instructions) {
            sheet.write_string_with_format(row, 0, line, &wrapped)?;
        }
    }
    book.save_to_buffer()
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Value,
    format: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Value::Null => sheet.write_blank(row, column, format)?,
        Value::Text(text) => {
            let cut: String = text.chars().filter(|c| is_xml(*c)).take(CELL).collect();
            sheet.write_string_with_format(row, column, cut, format)?
        }
        Value::Integer(number) => {
            sheet.write_number_with_format(row, column, *number as f64, format)?
        }
        Value::Number(number) => sheet.write_number_with_format(row, column, *number, format)?,
        Value::Boolean(value) => sheet.write_boolean_with_format(row, column, *value, format)?,
    };
    Ok(())
}

/// Whether XML 1.0 can hold the character.
fn is_xml(c: char) -> bool {
    let is_printed = !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    is_printed && !matches!(c, '\u{fffe}' | '\u{ffff}')
}
