//! Groups, destinations and paragraphs of RTF.

use super::fonts;
use super::fonts::CodePage;
use super::tokens::Token;
use super::tokens::Tokens;
use crate::extract::items::Item;
use crate::model::BlockKind;
use crate::model::Cell;
use crate::model::Furniture;
use encoding_rs::Encoding;
use encoding_rs::WINDOWS_1252;
use std::collections::HashMap;

/// Deepest nesting of groups that is followed.
const MAX_DEPTH: usize = 10_000;

/// What was read.
#[derive(Default)]
pub(super) struct Story {
    pub(super) items: Vec<Item>,
    pub(super) notes: Vec<Item>,
    /// Headers and footers.
    pub(super) margins: Vec<Item>,
    pub(super) comments: Vec<String>,
    /// Number of cells of each table.
    pub(super) tables: Vec<u32>,
    pub(super) deletions: usize,
    pub(super) too_deep: bool,
    pub(super) unclosed: bool,
}

/// Where the text of a group goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Destination {
    Body,
    Note,
    Margin(Furniture),
    Comment,
    /// Number of a list item.
    Label,
    Fonts,
    Styles,
    Nowhere,
}

/// State that ends with its group.
#[derive(Debug, Clone, Copy)]
struct Group {
    destination: Destination,
    /// Whether the group opened a paragraph of its own, which its end closes.
    opens: bool,
    page: CodePage,
    hidden: bool,
    deleted: bool,
    /// How many bytes stand for a Unicode character in readers that do not know it.
    fallback: usize,
    /// Right after `\*`: an unknown word makes the group go nowhere.
    starred: bool,
    paragraph: Properties,
}

/// Properties of the paragraph.
#[derive(Debug, Clone, Copy, Default)]
struct Properties {
    style: i32,
    outline: Option<u8>,
    level: u8,
    in_table: bool,
}

/// A paragraph that is open.
#[derive(Debug, Default)]
struct Open {
    text: String,
    hidden: String,
    label: String,
}

#[derive(Default)]
struct Table {
    open: bool,
    row: u32,
    column: u32,
    /// Whether a cell has ended since the last row did.
    within_row: bool,
}

struct Reader {
    groups: Vec<Group>,
    story: Story,
    open: Vec<Open>,
    default: &'static Encoding,
    fonts: HashMap<i32, CodePage>,
    font: i32,
    /// Heading level of styles.
    styles: HashMap<i32, u8>,
    style_name: String,
    table: Table,
    bytes: Vec<u8>,
    surrogate: Option<u16>,
    /// Bytes to pass over after a Unicode character.
    skip: usize,
}

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Story {
    let mut reader = Reader {
        groups: vec![Group {
            destination: Destination::Body,
            opens: false,
            page: CodePage::Default,
            hidden: false,
            deleted: false,
            fallback: 1,
            starred: false,
            paragraph: Properties::default(),
        }],
        story: Story::default(),
        open: vec![Open::default()],
        default: WINDOWS_1252,
        fonts: HashMap::new(),
        font: 0,
        styles: HashMap::new(),
        style_name: String::new(),
        table: Table::default(),
        bytes: Vec::new(),
        surrogate: None,
        skip: 0,
    };
    let mut ignored = 0_usize;
    for token in Tokens::new(bytes) {
        match token {
            Token::Open if ignored > 0 || reader.groups.len() > MAX_DEPTH => {
                reader.story.too_deep = true;
                ignored += 1;
            }
            Token::Close if ignored > 0 => ignored -= 1,
            _ if ignored > 0 => {}
            Token::Byte(byte) if reader.skip == 0 => reader.bytes.push(byte),
            Token::Byte(_) => reader.skip -= 1,
            token => reader.control(token),
        }
    }
    reader.flush();
    reader.end_paragraph();
    reader.story.unclosed = reader.groups.len() > 1;
    reader.story
}

impl Reader {
    fn group(&mut self) -> &mut Group {
        let last = self.groups.len() - 1;
        &mut self.groups[last]
    }

    fn properties(&mut self) -> &mut Properties {
        &mut self.group().paragraph
    }

    fn control(&mut self, token: Token<'_>) {
        self.flush();
        match token {
            Token::Open => {
                self.skip = 0;
                let group = Group { opens: false, starred: false, ..*self.group() };
                self.groups.push(group);
            }
            Token::Close => self.close(),
            Token::Symbol(b'*') => self.group().starred = true,
            _ if self.skip > 0 && !matches!(token, Token::Word("u" | "uc", _)) => self.skip -= 1,
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word(word, number) => {
                if !self.destination(word) {
                    self.word(word, number);
                }
            }
            Token::Byte(_) => {}
        }
    }

    fn close(&mut self) {
        self.skip = 0;
        if self.groups.len() < 2 {
            return;
        }
        if self.group().opens {
            self.end_paragraph();
            self.open.pop();
        }
        self.groups.pop();
    }

    /// A word that says where its group goes.
    fn destination(&mut self, word: &str) -> bool {
        let starred = std::mem::take(&mut self.group().starred);
        let nowhere = self.group().destination == Destination::Nowhere;
        let destination = match word {
            "shptxt" | "result" | "dptxbxtext" if nowhere => Destination::Body,
            _ if nowhere => return true,
            "fonttbl" => Destination::Fonts,
            "stylesheet" => Destination::Styles,
            "listtext" | "pntext" => Destination::Label,
            "footnote" => Destination::Note,
            "annotation" => Destination::Comment,
            "header" | "headerl" | "headerr" | "headerf" => Destination::Margin(Furniture::Header),
            "footer" | "footerl" | "footerr" | "footerf" => Destination::Margin(Furniture::Footer),
            "colortbl" | "info" | "pict" | "object" | "nonshppict" | "listtable" | "fldinst"
            | "listoverridetable" | "generator" | "xe" | "tc" | "revtbl" | "rsidtbl"
            | "filetbl" | "themedata" | "datastore" | "objdata" | "nonesttables" => {
                Destination::Nowhere
            }
            "fldrslt" | "shptxt" | "ud" | "nesttableprops" => return false,
            _ if starred => Destination::Nowhere,
            _ => return false,
        };
        let opens = matches!(
            destination,
            Destination::Note | Destination::Comment | Destination::Margin(_)
        ) || nowhere;
        if opens {
            self.open.push(Open::default());
        }
        let group = self.group();
        group.destination = destination;
        group.opens |= opens;
        true
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        let on = number != Some(0);
        let value = number.unwrap_or(0);
        match word {
            "par" | "sect" | "page" | "column" => self.end_paragraph(),
            "cell" => self.end_cell(),
            "row" => self.end_row(),
            "nestcell" => self.end_paragraph(),
            "tab" | "line" | "emspace" | "enspace" | "qmspace" | "softline" => self.text(" "),
            "pard" => *self.properties() = Properties::default(),
            "intbl" => self.properties().in_table = true,
            "itap" => self.properties().in_table = value > 0,
            "s" => self.properties().style = value,
            "outlinelevel" => self.set_outline(value),
            "ilvl" => self.properties().level = u8::try_from(value).unwrap_or(0),
            "plain" => {
                let group = self.group();
                (group.hidden, group.deleted) = (false, false);
                group.page = CodePage::Default;
            }
            "v" => self.group().hidden = on,
            "deleted" => {
                self.group().deleted = on;
                self.story.deletions += usize::from(on);
            }
            "u" => self.unicode(value),
            "uc" => self.group().fallback = usize::try_from(value).unwrap_or(1),
            "f" => self.set_font(value),
            "fcharset" => {
                self.fonts.insert(self.font, fonts::of_charset(value));
            }
            "ansicpg" => self.default = fonts::encoding(value).unwrap_or(self.default),
            "mac" => self.default = fonts::encoding(10_000).unwrap_or(self.default),
            _ => self.special(word),
        }
    }

    fn special(&mut self, word: &str) {
        let text = match word {
            "emdash" => "—",
            "endash" => "–",
            "bullet" => "•",
            "lquote" => "‘",
            "rquote" => "’",
            "ldblquote" => "“",
            "rdblquote" => "”",
            _ => return,
        };
        self.text(text);
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'~' => self.text("\u{a0}"),
            b'_' => self.text("-"),
            b'\\' | b'{' | b'}' => self.text(&char::from(symbol).to_string()),
            b'\n' | b'\r' => self.end_paragraph(),
            b'\t' => self.text(" "),
            _ => {}
        }
    }

    fn set_font(&mut self, font: i32) {
        self.font = font;
        if self.group().destination != Destination::Fonts {
            self.group().page = self.fonts.get(&font).copied().unwrap_or(CodePage::Default);
        }
    }

    fn set_outline(&mut self, value: i32) {
        let level = u8::try_from(value).ok().filter(|level| *level < 9).map(|level| level + 1);
        if self.group().destination == Destination::Styles {
            let style = self.properties().style;
            self.styles.extend(level.map(|level| (style, level)));
        } else {
            self.properties().outline = level;
        }
    }

    fn unicode(&mut self, value: i32) {
        let unit = u16::try_from(value & 0xffff).unwrap_or_default();
        let first = self.surrogate.take();
        match char::decode_utf16(first.into_iter().chain([unit])).last() {
            Some(Ok('\u{f000}'..='\u{f0ff}')) => self.text("•"),
            Some(Ok(c)) => self.text(c.encode_utf8(&mut [0; 4])),
            _ => self.surrogate = Some(unit),
        }
        self.skip = self.group().fallback;
    }

    /// Decodes the bytes that have come together.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let text = fonts::decode(&bytes, self.group().page, self.default);
        self.text(&text);
    }

    fn text(&mut self, text: &str) {
        let Group { destination, hidden, deleted, .. } = *self.group();
        if deleted {
            return;
        }
        let Some(open) = self.open.last_mut() else { return };
        match destination {
            Destination::Nowhere | Destination::Fonts => {}
            Destination::Styles => self.name_style(text),
            Destination::Label => open.label.push_str(text),
            _ if hidden => open.hidden.push_str(text),
            _ => open.text.push_str(text),
        }
    }

    /// Reads names of styles, each ended by a semicolon: "heading 1" and its like.
    fn name_style(&mut self, text: &str) {
        self.style_name.push_str(text);
        if let Some(name) = self.style_name.strip_suffix(';') {
            let level = heading_level(name);
            self.style_name.clear();
            let style = self.properties().style;
            self.styles.extend(level.map(|level| (style, level)));
        }
    }

    fn end_paragraph(&mut self) {
        let destination = self.group().destination;
        if matches!(
            destination,
            Destination::Nowhere | Destination::Fonts | Destination::Styles | Destination::Label
        ) {
            return;
        }
        let nested = self.open.len() > 1;
        let Some(open) = self.open.last_mut().map(std::mem::take) else { return };
        if destination == Destination::Comment {
            let comment = open.text.trim();
            if !comment.is_empty() {
                self.story.comments.push(comment.to_owned());
            }
            return;
        }
        let cell = self.cell(nested);
        if cell.is_none() && !nested {
            self.table.open = false;
        }
        let label = Some(open.label.trim().to_owned()).filter(|label| !label.is_empty());
        let Properties { style, outline, level, .. } = *self.properties();
        let heading = outline.or_else(|| self.styles.get(&style).copied());
        let kind = match (destination, heading, &label) {
            (Destination::Margin(furniture), ..) => BlockKind::Furniture(furniture),
            (_, Some(level), _) => BlockKind::Heading(level),
            (_, None, Some(_)) => BlockKind::ListItem(level),
            (_, None, None) => BlockKind::Paragraph,
        };
        let Open { text, hidden, .. } = open;
        let item = Item { kind, label, text, hidden, cell, begins_page: false };
        if item.is_empty() {
            return;
        }
        match destination {
            Destination::Note => self.story.notes.push(item),
            Destination::Margin(_) => self.story.margins.push(item),
            _ => self.story.items.push(item),
        }
    }

    /// Place of the paragraph that ends, if it stands in a table.
    fn cell(&mut self, nested: bool) -> Option<Cell> {
        if nested || !self.properties().in_table {
            return None;
        }
        if !self.table.open {
            self.table = Table { open: true, ..Table::default() };
            self.story.tables.push(0);
        }
        let table = u32::try_from(self.story.tables.len().checked_sub(1)?).ok()?;
        Some(Cell { table, row: self.table.row, column: self.table.column })
    }

    fn end_cell(&mut self) {
        self.properties().in_table = true;
        self.end_paragraph();
        self.table.column = self.table.column.saturating_add(1);
        self.table.within_row = true;
        if let Some(cells) = self.story.tables.last_mut() {
            *cells = cells.saturating_add(1);
        }
    }

    fn end_row(&mut self) {
        if self.table.within_row {
            self.table.row = self.table.row.saturating_add(1);
        }
        self.table.column = 0;
        self.table.within_row = false;
    }
}

/// Level of a style that is called "heading 2" in one of our languages; the title is above all.
fn heading_level(name: &str) -> Option<u8> {
    let name = name.trim().to_lowercase();
    if matches!(name.as_str(), "title" | "titel" | "titre" | "tittel") {
        return Some(1);
    }
    let (word, level) = name.rsplit_once(' ')?;
    let words = ["heading", "rubrik", "überschrift", "titre", "otsikko", "kop", "overskrift"];
    let level = level.parse::<u8>().ok()?;
    (words.contains(&word) && (1..=9).contains(&level)).then_some(level)
}
