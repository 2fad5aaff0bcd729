//! Markdown, by the `CommonMark` rules with tables and footnotes.
//!
//! Numbers of lists are given as a renderer shows them; clause numbers that are printed in the
//! text stay there. Front matter is kept line by line, because it may hold the only mention of a
//! version or a party; HTML inside Markdown is read by the HTML reader.

use super::Builder;
use super::Limits;
use super::html;
use super::text;
use crate::model::BlockKind;
use crate::model::Cell;
use crate::model::Extraction;
use crate::model::Format;
use pulldown_cmark::Event;
use pulldown_cmark::HeadingLevel;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Extraction {
    let decoded = text::decode(bytes);
    let mut builder = Builder::new(Format::Markdown);
    text::note_encoding(&mut builder, &decoded);
    let source = decoded.text.trim_start_matches('\u{feff}');
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reader = Reader::new(&mut builder);
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        match event {
            Event::Start(tag) => reader.start(&tag, &source[range]),
            Event::End(tag) => reader.end(tag),
            Event::Text(text) | Event::Code(text) => reader.text(&text),
            Event::Html(html) => reader.html.push_str(&html),
            Event::InlineHtml(html) if html.starts_with("<br") => reader.text(" "),
            Event::SoftBreak => reader.text(" "),
            Event::HardBreak => reader.text("\n"),
            Event::TaskListMarker(done) => reader.text(if done { "☒ " } else { "☐ " }),
            Event::Rule => reader.flush(),
            _ => {}
        }
    }
    reader.flush();
    builder.finish()
}

struct Reader<'b> {
    builder: &'b mut Builder,
    /// What text in each of the open blocks is.
    kinds: Vec<BlockKind>,
    /// Open lists: number of the next item, or `None` for bullets.
    lists: Vec<Option<u64>>,
    table: u32,
    row: u32,
    column: u32,
    text: String,
    html: String,
    label: Option<String>,
    /// Pictures around the current place; their descriptions are no text of the document.
    images: usize,
}

impl<'b> Reader<'b> {
    fn new(builder: &'b mut Builder) -> Self {
        Self {
            builder,
            kinds: Vec::new(),
            lists: Vec::new(),
            table: 0,
            row: 0,
            column: 0,
            text: String::new(),
            html: String::new(),
            label: None,
            images: 0,
        }
    }

    fn kind(&self) -> BlockKind {
        self.kinds.last().copied().unwrap_or(BlockKind::Paragraph)
    }

    fn text(&mut self, text: &str) {
        if self.images == 0 {
            self.text.push_str(text);
        }
    }

    /// Ends the current block. A line that the author broke by hand and that begins with a number
    /// is a block of its own.
    fn flush(&mut self) {
        let kind = self.kind();
        let mut block = String::new();
        for line in std::mem::take(&mut self.text).split('\n') {
            if text::begins_item(line.trim()) {
                self.push(kind, &block);
                block.clear();
            }
            block.push_str(line);
            block.push(' ');
        }
        self.push(kind, &block);
    }

    fn push(&mut self, kind: BlockKind, text: &str) {
        if !text.trim().is_empty() {
            let label = self.label.take();
            self.builder.push(kind, label.as_deref(), text);
        }
    }

    fn start(&mut self, tag: &Tag<'_>, source: &str) {
        match tag {
            Tag::Paragraph
            | Tag::BlockQuote(_)
            | Tag::HtmlBlock
            | Tag::CodeBlock(_)
            | Tag::MetadataBlock(_) => self.begin(self.kind()),
            Tag::Heading { level, .. } => self.begin(BlockKind::Heading(heading_level(*level))),
            Tag::List(first) => {
                self.flush();
                self.lists.push(*first);
            }
            Tag::Item => {
                let level = self.lists.len().saturating_sub(1);
                self.begin(BlockKind::ListItem(u8::try_from(level).unwrap_or(u8::MAX)));
                self.label = self.lists.last_mut().map(|list| item_label(list, source));
            }
            Tag::FootnoteDefinition(_) => self.begin(BlockKind::Footnote),
            Tag::Table(_) => {
                self.flush();
                self.row = 0;
            }
            Tag::TableHead | Tag::TableRow => self.column = 0,
            Tag::TableCell => {
                let cell = Cell { table: self.table, row: self.row, column: self.column };
                self.begin(BlockKind::TableCell(cell));
            }
            Tag::Image { .. } => self.images += 1,
            _ => {}
        }
    }

    fn begin(&mut self, kind: BlockKind) {
        self.flush();
        self.kinds.push(kind);
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph
            | TagEnd::BlockQuote(_)
            | TagEnd::Heading(_)
            | TagEnd::FootnoteDefinition => self.finish(),
            TagEnd::Item => {
                self.finish();
                self.label = None;
            }
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.html);
                self.table = html::push_html(self.builder, &html, self.table, &Limits::default());
                self.finish();
            }
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => {
                let lines = std::mem::take(&mut self.text);
                if matches!(tag, TagEnd::CodeBlock) && self.kind() == BlockKind::Paragraph {
                    text::push_paragraphs(self.builder, &lines);
                } else {
                    for line in lines.lines() {
                        self.text.push_str(line);
                        self.flush();
                    }
                }
                self.finish();
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::Table => self.table += 1,
            TagEnd::TableHead | TagEnd::TableRow => self.row += 1,
            TagEnd::TableCell => {
                self.finish();
                self.column += 1;
            }
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            _ => {}
        }
    }

    fn finish(&mut self) {
        self.flush();
        self.kinds.pop();
    }
}

/// Number or bullet of the next item, with the sign that stands behind the number in `source`.
fn item_label(list: &mut Option<u64>, source: &str) -> String {
    let Some(next) = list else { return "•".to_owned() };
    let sign = source.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
    let label = format!("{next}{}", if sign.starts_with(')') { ')' } else { '.' });
    *next = next.saturating_add(1);
    label
}

fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    fn check(markdown: &str, expected: &[&str]) {
        let extraction = read(markdown.as_bytes());
        let blocks: Vec<String> = extraction
            .blocks
            .iter()
            .map(|block| {
                let label = block.label.as_ref().map(|l| format!("{l} | ")).unwrap_or_default();
                format!("{:?}: {label}{}", block.kind, block.span.of(&extraction.text))
                    .replace("TableCell(Cell { table: ", "Cell(")
                    .replace("row: ", "")
                    .replace("column: ", "")
                    .replace(" }):", "):")
            })
            .collect();
        assert_eq!(blocks, expected);
    }

    #[test]
    fn headings_paragraphs_and_printed_numbers() {
        check(
            "# Terms\n\n1\\. The Supplier shall\nencrypt *all* data.\n\n7.2 It shall `log` too.",
            &[
                "Heading(1): Terms",
                "Paragraph: 1. The Supplier shall encrypt all data.",
                "Paragraph: 7.2 It shall log too.",
            ],
        );
    }

    #[test]
    fn lines_broken_by_hand_begin_blocks() {
        check(
            "It shall  \n(a) log for 90\n99.9 days,  \nand  \n(b) alert.",
            &[
                "Paragraph: It shall",
                "Paragraph: (a) log for 90 99.9 days, and",
                "Paragraph: (b) alert.",
            ],
        );
    }

    #[test]
    fn lists_are_numbered_as_shown() {
        check(
            "3) three\n   - dot\n\n     more\n4) four\n",
            &[
                "ListItem(0): 3) | three",
                "ListItem(1): • | dot",
                "ListItem(1): more",
                "ListItem(0): 4) | four",
            ],
        );
    }

    #[test]
    fn tables_and_footnotes() {
        check(
            "| ID | Requirement |\n|---|---|\n| 1 | MFA[^1] |\n\n[^1]: Multi-factor.\n",
            &[
                "Cell(0, 0, 0): ID",
                "Cell(0, 0, 1): Requirement",
                "Cell(0, 1, 0): 1",
                "Cell(0, 1, 1): MFA",
                "Footnote: Multi-factor.",
            ],
        );
    }

    #[test]
    fn front_matter_code_quotes_and_html() {
        check(
            "---\ntitle: DPA\nversion: 2\n---\n> Quoted.\n\n```\ncode\n```\n\n<div><h2>Raw</h2>\n<p>in HTML</div>\n",
            &[
                "Paragraph: title: DPA",
                "Paragraph: version: 2",
                "Paragraph: Quoted.",
                "Paragraph: code",
                "Heading(2): Raw",
                "Paragraph: in HTML",
            ],
        );
    }
}
