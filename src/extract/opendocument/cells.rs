//! Cells of an OpenDocument spreadsheet, as the text that is shown in them.

use super::styles::Styles;
use super::text::comment;
use crate::extract::Builder;
use crate::extract::Limits;
use crate::extract::sheets::Sheet;
use crate::extract::sheets::address;
use crate::extract::sheets::push_sheet;
use crate::extract::xml::Element;
use crate::extract::xml::Token;
use crate::extract::xml::Trouble;
use crate::extract::xml::XmlReader;
use crate::model::NoteKind;

/// How many equal cells in a row, or equal rows, are read one by one. More are never text.
const MAX_REPEATED: u32 = 256;

#[derive(Default)]
struct Reader {
    sheet: Option<Sheet>,
    sheets: Vec<Sheet>,
    row: u32,
    rows_repeated: u32,
    column: u32,
    /// Text of the cell that is open, with how often it repeats.
    cell: Option<(String, u32)>,
    /// Where the cells of the open row begin.
    row_start: usize,
    cells: usize,
    /// Columns counted so far, for their visibility.
    columns: u32,
}

/// Reads all sheets and pushes them.
pub(super) fn read(
    builder: &mut Builder,
    content: &str,
    styles: &Styles,
    limits: &Limits,
) -> Trouble {
    let mut xml = XmlReader::new(content, limits.depth);
    let mut reader = Reader::default();
    let mut names: Vec<Kind> = Vec::new();
    while let Some(token) = xml.next() {
        match token {
            Token::Open(element) => match element.name() {
                "automatic-styles"
                | "font-face-decls"
                | "scripts"
                | "forms"
                | "tracked-changes"
                | "content-validations"
                | "named-expressions"
                | "database-ranges"
                | "shapes" => {
                    xml.skip_element();
                }
                "annotation" => {
                    let text = comment(&mut xml);
                    reader.comment(text);
                }
                _ => names.push(reader.enter(&element, styles)),
            },
            Token::Close => {
                if let Some(kind) = names.pop() {
                    reader.leave(kind);
                }
            }
            Token::Text(text) => {
                if names.contains(&Kind::Paragraph)
                    && let Some((cell, _)) = &mut reader.cell
                {
                    cell.push_str(&text);
                }
            }
        }
        if reader.cells > limits.cells {
            let message =
                format!("the workbook has more than {} cells; the rest was not read", limits.cells);
            builder.note(NoteKind::TooLarge, None, message);
            break;
        }
    }
    reader.sheets.extend(reader.sheet.take());
    for (table, sheet) in (0..).zip(&mut reader.sheets) {
        if !push_sheet(builder, table, sheet, limits) {
            break;
        }
    }
    xml.trouble()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Table,
    Row,
    Cell,
    Paragraph,
    Other,
}

impl Reader {
    fn enter(&mut self, element: &Element<'_>, styles: &Styles) -> Kind {
        let repeated = |name| {
            element.attribute(name).and_then(|value| value.parse::<u32>().ok()).unwrap_or(1).max(1)
        };
        let collapsed =
            || matches!(element.attribute("visibility").as_deref(), Some("collapse" | "filter"));
        match element.name() {
            "table" if self.sheet.is_none() => {
                let style = element.attribute("style-name").unwrap_or_default();
                self.sheet = Some(Sheet {
                    name: element.attribute("name").unwrap_or_default(),
                    hidden: styles.hides("table", &style),
                    ..Sheet::default()
                });
                (self.row, self.column, self.columns) = (0, 0, 0);
                return Kind::Table;
            }
            "table-column" => {
                let end = self.columns.saturating_add(repeated("number-columns-repeated"));
                if collapsed()
                    && let Some(sheet) = &mut self.sheet
                {
                    sheet.hidden_columns.push((self.columns, end.saturating_sub(1)));
                }
                self.columns = end;
            }
            "table-row" => {
                self.rows_repeated = repeated("number-rows-repeated");
                self.column = 0;
                if let Some(sheet) = &mut self.sheet {
                    self.row_start = sheet.cells.len();
                    if collapsed() {
                        let rows = self.rows_repeated.min(MAX_REPEATED);
                        sheet.hidden_rows.extend(self.row..self.row.saturating_add(rows));
                    }
                }
                return Kind::Row;
            }
            "table-cell" | "covered-table-cell" => {
                self.cell = Some((String::new(), repeated("number-columns-repeated")));
                return Kind::Cell;
            }
            "p" => {
                self.space();
                return Kind::Paragraph;
            }
            "s" | "tab" | "line-break" => self.space(),
            _ => {}
        }
        Kind::Other
    }

    fn leave(&mut self, kind: Kind) {
        match kind {
            Kind::Table => self.sheets.extend(self.sheet.take()),
            Kind::Row => self.end_row(),
            Kind::Cell => self.end_cell(),
            Kind::Paragraph | Kind::Other => {}
        }
    }

    fn end_cell(&mut self) {
        let (Some((text, repeated)), Some(sheet)) = (self.cell.take(), &mut self.sheet) else {
            return;
        };
        if !text.trim().is_empty() {
            for step in 0..repeated.min(MAX_REPEATED) {
                sheet.cells.push((self.row, self.column.saturating_add(step), text.clone()));
                self.cells += 1;
            }
        }
        self.column = self.column.saturating_add(repeated);
    }

    fn end_row(&mut self) {
        if let Some(sheet) = &mut self.sheet {
            let row: Vec<(u32, u32, String)> =
                sheet.cells.get(self.row_start..).unwrap_or_default().to_vec();
            // A long run of equal rows is filling, and one of them says as much.
            let copies = if self.rows_repeated > MAX_REPEATED { 1 } else { self.rows_repeated };
            for step in 1..copies {
                self.cells += row.len();
                sheet
                    .cells
                    .extend(row.iter().map(|(at, column, text)| {
                        (at.saturating_add(step), *column, text.clone())
                    }));
            }
        }
        self.row = self.row.saturating_add(self.rows_repeated);
    }

    fn space(&mut self) {
        if let Some((cell, _)) = &mut self.cell {
            cell.push(' ');
        }
    }

    fn comment(&mut self, text: String) {
        let at = address(self.row, self.column);
        if let Some(sheet) = self.sheet.as_mut().filter(|_| !text.is_empty()) {
            sheet.comments.push((at, text));
        }
    }
}
