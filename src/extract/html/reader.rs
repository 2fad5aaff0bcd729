//! Turns the nodes of a page into blocks: lists get their numbers, cells their place in the grid.
//!
//! Sees the nodes in order, as [`super::walk`] shows them, and never looks ahead; what needs to be
//! known before (how many cells a table has) is counted in a walk of its own.

use super::Visitor;
use super::elements::MAX_SPAN;
use super::elements::declarations;
use super::elements::is_block;
use super::elements::is_hidden;
use super::elements::number;
use super::elements::span;
use crate::extract::Builder;
use crate::extract::numerals::Numeral;
use crate::extract::text;
use crate::model::BlockKind;
use crate::model::Cell;
use crate::model::Furniture;
use crate::model::NoteKind;
use scraper::node::Element;

/// A list that is being read.
struct List {
    /// How its items are numbered; `None` for bullets.
    numeral: Option<Numeral>,
    next: i64,
    /// Whether its items show neither number nor bullet.
    bare: bool,
}

/// A table that is being read.
#[derive(Default)]
struct Table {
    /// It has a single cell, or stands in a cell, and its cells do not count.
    frame: bool,
    number: u32,
    row: Option<u32>,
    column: u32,
    /// Per column: how many of the following rows a cell above reaches into.
    taken: Vec<u32>,
}

impl Table {
    fn begin_row(&mut self) {
        self.row = Some(self.row.map_or(0, |row| row.saturating_add(1)));
        self.column = 0;
    }

    /// Column of a new cell, which takes `columns` by `rows` places of the grid.
    fn begin_cell(&mut self, columns: u32, rows: u32) -> u32 {
        while let Some(taken) = self.taken.get_mut(self.column as usize).filter(|t| **t > 0) {
            *taken -= 1;
            self.column += 1;
        }
        let column = self.column;
        self.column = column.saturating_add(columns);
        let end = self.column as usize;
        if rows > 1 && end <= MAX_SPAN as usize {
            if self.taken.len() < end {
                self.taken.resize(end, 0);
            }
            self.taken[column as usize..end].fill(rows - 1);
        }
        column
    }

    /// Counts down the cells above that reach past the end of the row.
    fn end_row(&mut self) {
        for taken in self.taken.iter_mut().skip(self.column as usize) {
            *taken = taken.saturating_sub(1);
        }
    }
}

/// Turns nodes into blocks.
pub(super) struct Reader<'b> {
    builder: &'b mut Builder,
    /// Cells of each table, in order.
    cells: Vec<u32>,
    /// How many tables have begun.
    begun: usize,
    /// Number of the next table that counts.
    pub(super) numbered: u32,
    /// What text in each of the open blocks is.
    kinds: Vec<BlockKind>,
    lists: Vec<List>,
    tables: Vec<Table>,
    /// Hidden and preformatted elements around the current place.
    hidden: usize,
    preformatted: usize,
    text: String,
    hidden_text: String,
    label: Option<String>,
    noted: bool,
}

impl<'b> Reader<'b> {
    pub(super) fn new(builder: &'b mut Builder, cells: Vec<u32>, numbered: u32) -> Self {
        Self {
            builder,
            cells,
            begun: 0,
            numbered,
            kinds: Vec::new(),
            lists: Vec::new(),
            tables: Vec::new(),
            hidden: 0,
            preformatted: 0,
            text: String::new(),
            hidden_text: String::new(),
            label: None,
            noted: false,
        }
    }

    fn kind(&self) -> BlockKind {
        self.kinds.last().copied().unwrap_or(BlockKind::Paragraph)
    }

    /// Ends the current block.
    pub(super) fn flush(&mut self) {
        let kind = self.kind();
        if !self.text.trim().is_empty() {
            if self.preformatted > 0 && kind == BlockKind::Paragraph {
                text::push_paragraphs(self.builder, &self.text);
            } else {
                let label = self.label.take();
                self.builder.push(kind, label.as_deref(), &self.text);
            }
        }
        self.text.clear();
        if !self.hidden_text.trim().is_empty() {
            if !std::mem::replace(&mut self.noted, true) {
                let message = "text that the page hides was kept apart and not judged";
                self.builder.note(NoteKind::HiddenText, None, message);
            }
            let kind = BlockKind::Furniture(Furniture::Hidden);
            self.builder.push(kind, None, &self.hidden_text);
        }
        self.hidden_text.clear();
    }

    /// What the text of a block element is, given what is around it. A cell keeps its text.
    fn kind_of(&mut self, element: &Element) -> BlockKind {
        let around = self.kind();
        let kind = match element.name() {
            "h1" => BlockKind::Heading(1),
            "h2" => BlockKind::Heading(2),
            "h3" => BlockKind::Heading(3),
            "h4" => BlockKind::Heading(4),
            "h5" => BlockKind::Heading(5),
            "h6" => BlockKind::Heading(6),
            "li" => {
                let level = self.lists.len().saturating_sub(1);
                BlockKind::ListItem(u8::try_from(level).unwrap_or(u8::MAX))
            }
            "td" | "th" => self.cell(element).map_or(around, BlockKind::TableCell),
            _ => around,
        };
        if matches!(around, BlockKind::TableCell(_)) { around } else { kind }
    }

    fn cell(&mut self, element: &Element) -> Option<Cell> {
        let table = self.tables.last_mut()?;
        let columns = span(element, "colspan");
        let column = table.begin_cell(columns, span(element, "rowspan"));
        let row = table.row.unwrap_or(0);
        (!table.frame).then_some(Cell { table: table.number, row, column })
    }

    fn begin_table(&mut self) {
        let in_cell = matches!(self.kind(), BlockKind::TableCell(_));
        let frame = in_cell || self.cells.get(self.begun).is_none_or(|&cells| cells <= 1);
        self.begun += 1;
        self.tables.push(Table { frame, number: self.numbered, ..Table::default() });
        self.numbered += u32::from(!frame);
    }

    fn begin_item(&mut self, element: &Element) {
        self.label = match self.lists.last_mut() {
            Some(list) if list.bare => None,
            Some(List { numeral: Some(numeral), next, .. }) => {
                if let Some(value) = number(element, "value") {
                    *next = value;
                }
                let label = format!("{}.", numeral.format(*next));
                *next = next.saturating_add(1);
                Some(label)
            }
            _ => Some("•".to_owned()),
        };
    }
}

impl Visitor for Reader<'_> {
    fn open(&mut self, element: &Element) {
        let name = element.name();
        if is_block(name) {
            self.flush();
            match name {
                "table" => self.begin_table(),
                "tr" => {
                    if let Some(table) = self.tables.last_mut() {
                        table.begin_row();
                    }
                }
                "ol" | "ul" | "menu" => self.lists.push(list(element)),
                "li" => self.begin_item(element),
                "pre" | "listing" | "xmp" => self.preformatted += 1,
                _ => {}
            }
            let kind = self.kind_of(element);
            self.kinds.push(kind);
        } else if matches!(name, "br" | "option") {
            self.text(if self.preformatted > 0 { "\n" } else { " " });
        }
        self.hidden += usize::from(is_hidden(element));
    }

    fn close(&mut self, element: &Element) {
        let name = element.name();
        if is_block(name) {
            self.flush();
            match name {
                "table" => {
                    self.tables.pop();
                }
                "tr" => {
                    if let Some(table) = self.tables.last_mut() {
                        table.end_row();
                    }
                }
                "ol" | "ul" | "menu" => {
                    self.lists.pop();
                }
                "li" => self.label = None,
                "pre" | "listing" | "xmp" => self.preformatted -= 1,
                _ => {}
            }
            self.kinds.pop();
        }
        self.hidden -= usize::from(is_hidden(element));
    }

    fn text(&mut self, text: &str) {
        let out = if self.hidden > 0 { &mut self.hidden_text } else { &mut self.text };
        out.push_str(text);
    }
}

fn list(element: &Element) -> List {
    let ordered = element.name() == "ol";
    let mut numeral = match element.attr("type") {
        Some("a") => Numeral::LowerLetter,
        Some("A") => Numeral::UpperLetter,
        Some("i") => Numeral::LowerRoman,
        Some("I") => Numeral::UpperRoman,
        _ => Numeral::Decimal,
    };
    let mut bare = false;
    for (property, value) in declarations(element) {
        if property != "list-style-type" && property != "list-style" {
            continue;
        }
        bare = value == "none";
        numeral = match value.as_str() {
            "lower-alpha" | "lower-latin" => Numeral::LowerLetter,
            "upper-alpha" | "upper-latin" => Numeral::UpperLetter,
            "lower-roman" => Numeral::LowerRoman,
            "upper-roman" => Numeral::UpperRoman,
            "decimal-leading-zero" => Numeral::DecimalZero,
            _ => numeral,
        };
    }
    let next = number(element, "start").unwrap_or(1);
    List { numeral: ordered.then_some(numeral), next, bare }
}
