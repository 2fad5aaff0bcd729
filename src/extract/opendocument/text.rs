//! Text of an OpenDocument part as paragraphs, each with its label and its place in a table.

use super::labels::Labels;
use super::styles::Styles;
use crate::extract::items::Item;
use crate::extract::xml::Element;
use crate::extract::xml::Space;
use crate::extract::xml::Token;
use crate::extract::xml::Trouble;
use crate::extract::xml::XmlReader;
use crate::model::BlockKind;
use crate::model::Cell;
use crate::model::Furniture;

/// Most spaces that one element stands for.
const MAX_SPACES: usize = 64;

/// What of a part is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Region {
    Body,
    /// Headers and footers, which stand among the styles.
    Margins,
}

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub(super) items: Vec<Item>,
    pub(super) notes: Vec<Item>,
    pub(super) comments: Vec<String>,
    /// Number of cells of each outermost table.
    pub(super) tables: Vec<u32>,
    pub(super) changes: usize,
    pub(super) trouble: Trouble,
}

/// What is undone when an element ends.
enum Scope {
    Plain,
    Paragraph { hides: bool },
    List,
    Item,
    Table,
    Note,
    Hidden,
    Margin,
    Title,
}

struct Table {
    row: Option<u32>,
    column: u32,
}

struct Reader<'s> {
    styles: &'s Styles,
    labels: Labels<'s>,
    story: Story,
    /// Paragraphs that are open; text boxes nest them.
    open: Vec<Item>,
    scopes: Vec<Scope>,
    tables: Vec<Table>,
    notes: usize,
    hidden: usize,
    margin: Option<Furniture>,
    title: bool,
    begins_page: bool,
}

/// Reads a region of a part.
pub(super) fn read(xml: &str, styles: &Styles, region: Region, depth: usize) -> Story {
    let mut xml = XmlReader::new(xml, depth);
    let mut reader = Reader {
        styles,
        labels: Labels::new(styles),
        story: Story::default(),
        open: Vec::new(),
        scopes: Vec::new(),
        tables: Vec::new(),
        notes: 0,
        hidden: 0,
        margin: None,
        title: false,
        begins_page: false,
    };
    while let Some(token) = xml.next() {
        match token {
            Token::Open(element) => match element.name() {
                "tracked-changes" => reader.count_changes(&mut xml),
                "annotation" => reader.read_comment(&mut xml),
                name if is_no_text(name, region) || is_caption(&element) => xml.skip_element(),
                _ => {
                    let scope = reader.enter(&element, region);
                    reader.scopes.push(scope);
                }
            },
            Token::Close => reader.leave(),
            Token::Text(text) => reader.text(&text),
        }
    }
    reader.story.trouble = xml.trouble();
    reader.story
}

/// Whether an element holds nothing that is shown as text.
fn is_no_text(name: &str, region: Region) -> bool {
    matches!(
        name,
        "automatic-styles"
            | "font-face-decls"
            | "scripts"
            | "forms"
            | "note-citation"
            | "ruby-text"
            | "object"
            | "object-ole"
            | "event-listeners"
            | "settings"
            | "sequence-decls"
            | "variable-decls"
            | "user-field-decls"
    ) || name.ends_with("-source")
        || region == Region::Margins && name == "styles"
}

/// Whether an element describes a picture.
fn is_caption(element: &Element<'_>) -> bool {
    element.space == Space::Svg && matches!(element.name(), "title" | "desc")
}

impl Reader<'_> {
    fn enter(&mut self, element: &Element<'_>, region: Region) -> Scope {
        let number = |name| element.attribute(name).and_then(|value| value.parse::<u32>().ok());
        match element.name() {
            "p" | "h" => return self.enter_paragraph(element, region),
            "s" => {
                let count = number("c").unwrap_or(1) as usize;
                self.text(&" ".repeat(count.min(MAX_SPACES)));
            }
            "tab" | "line-break" => self.text(" "),
            "list" => {
                let continues = element.attribute("continue-numbering").as_deref() == Some("true")
                    || element.attribute("continue-list").is_some();
                self.labels.open_list(element.attribute("style-name"), continues);
                return Scope::List;
            }
            "list-item" => {
                let start = element.attribute("start-value").and_then(|value| value.parse().ok());
                self.labels.open_item(start);
                return Scope::Item;
            }
            "note" => {
                self.notes += 1;
                return Scope::Note;
            }
            "table" => return self.enter_table(),
            "table-row" if self.tables.len() == 1 => {
                if let Some(table) = self.tables.last_mut() {
                    table.row = Some(table.row.map_or(0, |row| row.saturating_add(1)));
                    table.column = 0;
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.enter_cell(number("number-columns-repeated").unwrap_or(1));
            }
            "page" => self.begins_page = true,
            "frame" if element.attribute("class").as_deref() == Some("title") => {
                self.title = true;
                return Scope::Title;
            }
            _ => return self.enter_other(element, region),
        }
        Scope::Plain
    }

    fn enter_other(&mut self, element: &Element<'_>, region: Region) -> Scope {
        let name = element.name();
        if region == Region::Margins && self.margin.is_none() {
            let furniture = match name {
                _ if name.starts_with("header") => Some(Furniture::Header),
                _ if name.starts_with("footer") => Some(Furniture::Footer),
                _ => None,
            };
            // Properties of headers are named "header-style" and "header-footer-properties".
            if furniture.is_some() && !name.ends_with("-style") && !name.ends_with("-properties") {
                self.margin = furniture;
                return Scope::Margin;
            }
        }
        let style = element.attribute("style-name");
        let hidden = match name {
            "section" => element.attribute("display").as_deref() == Some("none"),
            "hidden-text" | "hidden-paragraph" => {
                element.attribute("is-hidden").as_deref() != Some("false")
            }
            "span" => style.is_some_and(|style| self.styles.hides("text", &style)),
            _ => false,
        };
        if hidden {
            self.hidden += 1;
            return Scope::Hidden;
        }
        Scope::Plain
    }

    fn enter_paragraph(&mut self, element: &Element<'_>, region: Region) -> Scope {
        if region == Region::Margins && self.margin.is_none() {
            return Scope::Plain;
        }
        let style = element.attribute("style-name");
        let level = (element.name() == "h").then(|| {
            let level = element.attribute("outline-level").and_then(|value| value.parse().ok());
            level.unwrap_or(1_u8).max(1)
        });
        let item = self.labels.item(style.as_deref());
        let mut kind = match (level, &item) {
            _ if self.title => BlockKind::Heading(1),
            (None, None) if style.as_deref().is_some_and(|style| self.styles.is_title(style)) => {
                BlockKind::Heading(1)
            }
            (Some(level), _) => BlockKind::Heading(level),
            (None, Some((_, level))) => BlockKind::ListItem(*level),
            (None, None) => BlockKind::Paragraph,
        };
        let mut label = item.map(|(label, _)| label);
        let unnumbered = element.attribute("is-list-header").as_deref() == Some("true");
        if let Some(level) = level.filter(|_| !unnumbered && !self.labels.in_list()) {
            let restart = element.attribute("start-value").and_then(|value| value.parse().ok());
            label = self.labels.heading(usize::from(level), restart);
        }
        if let Some(furniture) = self.margin {
            kind = BlockKind::Furniture(furniture);
        }
        let hides = style.is_some_and(|style| self.styles.hides("paragraph", &style));
        self.hidden += usize::from(hides);
        let cell = self.cell();
        let begins_page = std::mem::take(&mut self.begins_page);
        self.open.push(Item {
            kind,
            label: label.filter(|label| !label.is_empty()),
            text: String::new(),
            hidden: String::new(),
            cell,
            begins_page,
        });
        Scope::Paragraph { hides }
    }

    fn enter_table(&mut self) -> Scope {
        if self.tables.is_empty() {
            self.story.tables.push(0);
        }
        self.tables.push(Table { row: None, column: 0 });
        Scope::Table
    }

    fn enter_cell(&mut self, repeated: u32) {
        if self.tables.len() != 1 {
            return;
        }
        if let (Some(table), Some(cells)) = (self.tables.last_mut(), self.story.tables.last_mut()) {
            table.column = table.column.saturating_add(repeated);
            *cells = cells.saturating_add(1);
        }
    }

    /// Place in the outermost table.
    fn cell(&self) -> Option<Cell> {
        let outermost = self.tables.first()?;
        let table = u32::try_from(self.story.tables.len().checked_sub(1)?).ok()?;
        Some(Cell { table, row: outermost.row?, column: outermost.column.checked_sub(1)? })
    }

    fn leave(&mut self) {
        match self.scopes.pop() {
            Some(Scope::Paragraph { hides }) => {
                self.close_paragraph();
                self.hidden = self.hidden.saturating_sub(usize::from(hides));
            }
            Some(Scope::List) => self.labels.close_list(),
            Some(Scope::Item) => self.labels.close_item(),
            Some(Scope::Table) => {
                self.tables.pop();
            }
            Some(Scope::Note) => self.notes = self.notes.saturating_sub(1),
            Some(Scope::Hidden) => self.hidden = self.hidden.saturating_sub(1),
            Some(Scope::Margin) => self.margin = None,
            Some(Scope::Title) => self.title = false,
            Some(Scope::Plain) | None => {}
        }
    }

    fn close_paragraph(&mut self) {
        let Some(item) = self.open.pop() else { return };
        if item.is_empty() && !item.begins_page {
            return;
        }
        if self.notes > 0 { &mut self.story.notes } else { &mut self.story.items }.push(item);
    }

    fn text(&mut self, text: &str) {
        let Some(item) = self.open.last_mut() else { return };
        if self.hidden > 0 { &mut item.hidden } else { &mut item.text }.push_str(text);
    }

    /// Passes over the list of changes, which holds what was deleted.
    fn count_changes(&mut self, xml: &mut XmlReader<'_>) {
        let mut open = 1_usize;
        while open > 0 {
            match xml.next() {
                Some(Token::Open(element)) => {
                    open += 1;
                    self.story.changes += usize::from(element.name() == "changed-region");
                }
                Some(Token::Close) => open -= 1,
                Some(Token::Text(_)) => {}
                None => return,
            }
        }
    }

    fn read_comment(&mut self, xml: &mut XmlReader<'_>) {
        let comment = comment(xml);
        if !comment.is_empty() {
            self.story.comments.push(comment);
        }
    }
}

/// Text of a comment that was just opened, without its author and date.
pub(super) fn comment(xml: &mut XmlReader<'_>) -> String {
    let mut comment = String::new();
    let mut open = 1_usize;
    while open > 0 {
        match xml.next() {
            Some(Token::Open(element)) => match element.name() {
                "creator" | "date" | "date-string" | "creator-initials" => xml.skip_element(),
                name => {
                    open += 1;
                    if matches!(name, "p" | "s" | "tab" | "line-break") {
                        comment.push(' ');
                    }
                }
            },
            Some(Token::Close) => open -= 1,
            Some(Token::Text(text)) => comment.push_str(&text),
            None => break,
        }
    }
    comment.trim().to_owned()
}
