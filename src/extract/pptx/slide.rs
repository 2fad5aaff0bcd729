//! Text of one slide: titles, paragraphs, tables.

use crate::extract::items::Item;
use crate::extract::xml::Element;
use crate::extract::xml::Space;
use crate::extract::xml::Token;
use crate::extract::xml::Trouble;
use crate::extract::xml::XmlReader;
use crate::model::BlockKind;
use crate::model::Cell;

/// What a slide holds.
#[derive(Debug, Default)]
pub(super) struct Slide {
    pub(super) items: Vec<Item>,
    /// Number of cells of each table.
    pub(super) tables: Vec<u32>,
    pub(super) hidden: bool,
    pub(super) trouble: Trouble,
}

#[derive(Default)]
struct Reader {
    slide: Slide,
    /// Kind of place holder of the shape that is open: "title", "body".
    holder: Option<String>,
    paragraph: Option<(String, u8)>,
    row: Option<u32>,
    column: u32,
    in_table: bool,
}

/// Reads a slide.
pub(super) fn read(xml: &str, depth: usize) -> Slide {
    read_shapes(xml, depth, |holder| !matches!(holder, Some("sldNum" | "dt" | "ftr" | "hdr")))
}

/// Reads speaker notes: the page also shows the slide and its number.
pub(super) fn read_notes(xml: &str, depth: usize) -> Vec<Item> {
    let slide = read_shapes(xml, depth, |holder| holder == Some("body"));
    slide
        .items
        .into_iter()
        .map(|item| Item { kind: BlockKind::Paragraph, cell: None, ..item })
        .collect()
}

fn read_shapes(xml: &str, depth: usize, keep: impl Fn(Option<&str>) -> bool) -> Slide {
    let mut xml = XmlReader::new(xml, depth);
    let mut reader = Reader::default();
    let mut open: Vec<String> = Vec::new();
    while let Some(token) = xml.next() {
        match token {
            // The same content again, for programs that do not know the first.
            Token::Open(element)
                if element.space == Space::Compatibility && element.name() == "Fallback" =>
            {
                xml.skip_element();
            }
            Token::Open(element) => {
                reader.enter(&element);
                open.push(element.name().to_owned());
            }
            Token::Close => {
                if let Some(name) = open.pop() {
                    reader.leave(&name, &keep);
                }
            }
            Token::Text(text) => {
                if open.last().is_some_and(|name| name == "t")
                    && let Some((paragraph, _)) = &mut reader.paragraph
                {
                    paragraph.push_str(&text);
                }
            }
        }
    }
    reader.slide.trouble = xml.trouble();
    reader.slide
}

impl Reader {
    fn enter(&mut self, element: &Element<'_>) {
        match element.name() {
            "sld" => self.slide.hidden = element.attribute("show").as_deref() == Some("0"),
            "sp" | "graphicFrame" => self.holder = None,
            "ph" => {
                // Without a type it holds the body.
                self.holder = element.attribute("type").or_else(|| Some("body".to_owned()));
            }
            "p" if element.space == Space::Drawing => self.paragraph = Some((String::new(), 0)),
            "pPr" => {
                let level = element.attribute("lvl").and_then(|level| level.parse().ok());
                if let (Some((_, slot)), Some(level)) = (&mut self.paragraph, level) {
                    *slot = level;
                }
            }
            "br" | "tab" => {
                if let Some((paragraph, _)) = &mut self.paragraph {
                    paragraph.push(' ');
                }
            }
            "tbl" => {
                self.in_table = true;
                self.row = None;
                self.slide.tables.push(0);
            }
            "tr" => {
                self.row = Some(self.row.map_or(0, |row| row.saturating_add(1)));
                self.column = 0;
            }
            "tc" => {
                self.column = self.column.saturating_add(1);
                if let Some(cells) = self.slide.tables.last_mut() {
                    *cells = cells.saturating_add(1);
                }
            }
            _ => {}
        }
    }

    fn leave(&mut self, name: &str, keep: &impl Fn(Option<&str>) -> bool) {
        match name {
            "tbl" => self.in_table = false,
            "p" => {
                let Some((text, level)) = self.paragraph.take() else { return };
                if text.trim().is_empty() || !keep(self.holder.as_deref()) {
                    return;
                }
                let kind = match self.holder.as_deref() {
                    Some("title" | "ctrTitle") => BlockKind::Heading(1),
                    _ if level > 0 => BlockKind::ListItem(level),
                    _ => BlockKind::Paragraph,
                };
                let cell = self.cell();
                let (label, hidden, begins_page) = (None, String::new(), false);
                self.slide.items.push(Item { kind, label, text, hidden, cell, begins_page });
            }
            _ => {}
        }
    }

    fn cell(&self) -> Option<Cell> {
        let table = u32::try_from(self.slide.tables.len().checked_sub(1)?).ok()?;
        let column = self.column.checked_sub(1)?;
        self.in_table.then_some(Cell { table, row: self.row?, column })
    }
}
