//! Pages to blocks of the document.
//!
//! Owns what only the whole document tells: the usual font size and with it the headings, tables
//! and sentences that go on over a page break, and the order of body and page furniture.

use super::super::Builder;
use super::PageInfo;
use super::device::PageText;
use super::furniture;
use super::hyphens::Hyphens;
use super::joins;
use super::lines;
use super::lines::Line;
use super::marker;
use super::outline;
use super::paragraphs;
use super::paragraphs::Measure;
use super::paragraphs::Paragraph;
use super::rows;
use super::rows::Piece;
use crate::model::BlockKind;
use crate::model::Cell;
use crate::model::Furniture;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// Longest text of a heading, in characters.
const HEADING: usize = 160;

/// A paragraph with its place in a table, if it stands in one.
pub(super) struct Item {
    pub(super) paragraph: Paragraph,
    pub(super) cell: Option<Cell>,
    /// Page number or the like of an earlier print that stands in the middle of the page.
    pub(super) inner_furniture: bool,
}

/// Pushes all pages.
pub(super) fn assemble(mut pages: Vec<PageText>, infos: Vec<PageInfo>, builder: &mut Builder) {
    let mut furniture = furniture::take(&mut pages);
    let heights: Vec<f32> = pages.iter().map(|page| page.height).collect();
    let recognised: Vec<bool> = pages.iter().map(|page| page.recognised).collect();
    let mut hyphens = Hyphens::default();
    let lines: Vec<Vec<Line>> = pages
        .into_iter()
        .map(|page| {
            let lines = lines::lines(page.segments);
            lines.iter().for_each(|line| hyphens.learn(line));
            lines
        })
        .collect();
    let sizes = Sizes::of(lines.iter().flatten());
    let mut tables = Tables::default();
    let mut items: Vec<Vec<Item>> =
        lines.into_iter().map(|lines| page_items(lines, &hyphens, &mut tables)).collect();
    joins::set_apart_inner_furniture(&mut items, &hyphens);
    joins::join_rows(&mut items, &hyphens);
    let footnotes: Vec<usize> = items
        .iter()
        .zip(&heights)
        .map(|(items, &height)| items.len() - footnotes_begin(items, &sizes, height))
        .collect();
    joins::join_pages(&mut items, &hyphens, &footnotes);
    let sizes = sizes.with_headings(items.iter().flatten());
    let pages = items.iter().zip(&mut furniture).zip(heights).zip(infos).zip(recognised);
    for ((((items, furniture), height), info), recognised) in pages {
        builder.begin_page();
        if recognised {
            builder.mark_recognised();
        }
        builder.label_page(info.label.clone());
        let is_header = |line: &furniture::Line| line.kind == Furniture::Header;
        for line in furniture.iter().filter(|line| is_header(line)) {
            builder.push(BlockKind::Furniture(line.kind), None, &line.text);
        }
        push_items(items, &sizes, height, &info, builder);
        for annotation in &info.annotations {
            builder.push(annotation.kind, None, &annotation.text);
        }
        for line in furniture.iter().filter(|line| !is_header(line)) {
            builder.push(BlockKind::Furniture(line.kind), None, &line.text);
        }
    }
}

fn push_items(items: &[Item], sizes: &Sizes, height: f32, info: &PageInfo, builder: &mut Builder) {
    let notes_from = footnotes_begin(items, sizes, height);
    for (index, item) in items.iter().enumerate() {
        let paragraph = &item.paragraph;
        let bullet = paragraph.bullet.as_deref();
        let kind = match item.cell {
            _ if item.inner_furniture => BlockKind::Furniture(Furniture::Footer),
            Some(cell) => BlockKind::TableCell(cell),
            None if index >= notes_from => BlockKind::Footnote,
            None if bullet.is_some() => BlockKind::ListItem(0),
            None if in_contents(items, index) => BlockKind::Paragraph,
            None => match sizes.heading_level(paragraph).or_else(|| named_level(paragraph, info)) {
                Some(level) => BlockKind::Heading(level),
                None => BlockKind::Paragraph,
            },
        };
        builder.push_printed(kind, bullet, &paragraph.text, &paragraph.words);
    }
}

/// Level of a heading that looks like text but is bookmarked or tagged as one.
fn named_level(paragraph: &Paragraph, info: &PageInfo) -> Option<u8> {
    if !is_heading_text(paragraph) {
        return None;
    }
    let tagged = paragraph.mark.and_then(|mark| info.tagged.get(&mark));
    tagged.or_else(|| info.bookmarks.get(&outline::key(&paragraph.text))).copied()
}

/// Whether an item and one beside it end with a number, as entries of a table of contents do.
fn in_contents(items: &[Item], index: usize) -> bool {
    let ends_with_number = |index: usize| {
        items.get(index).is_some_and(|item| {
            let text = &item.paragraph.text;
            let word = text.rsplit(' ').next().unwrap_or_default();
            let number = word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
            number || marker::is_dotted_entry(text)
        })
    };
    ends_with_number(index)
        && (ends_with_number(index + 1) || index > 0 && ends_with_number(index - 1))
}

/// Index of the first footnote: small numbered text in the lower part of the page, to its end.
fn footnotes_begin(items: &[Item], sizes: &Sizes, height: f32) -> usize {
    let small = items.iter().rev().take_while(|item| {
        item.cell.is_none()
            && item.paragraph.size < 0.92 * sizes.body
            && item.paragraph.y > 0.55 * height
    });
    let from = items.len() - small.count();
    let numbered =
        |item: &Item| item.paragraph.text.starts_with(|c: char| c.is_ascii_digit() || c == '*');
    items[from..].iter().position(numbered).map_or(items.len(), |offset| from + offset)
}

/// Numbers the tables, also over page breaks.
#[derive(Default)]
struct Tables {
    count: u32,
    /// Columns and next row of a table with which the last page ended.
    open: Option<(Vec<(f32, f32)>, u32)>,
}

fn page_items(lines: Vec<Line>, hyphens: &Hyphens, tables: &mut Tables) -> Vec<Item> {
    if lines.is_empty() {
        return Vec::new();
    }
    let pieces = rows::pieces(lines);
    let flow = pieces.iter().filter_map(|piece| match piece {
        Piece::Flow(lines) => Some(lines),
        _ => None,
    });
    let page = Measure::of(flow.flatten());
    let mut items = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Flow(lines) => {
                tables.open = None;
                push(&mut items, &lines, page, hyphens, None);
            }
            Piece::Row(cells) => {
                tables.open = None;
                if cells.iter().all(|cell| cell.len() == 1) {
                    let line: Vec<Line> = cells.into_iter().flatten().collect();
                    push(&mut items, &line, page, hyphens, None);
                } else {
                    for cell in &cells {
                        push(&mut items, cell, Measure::of(cell.iter()), hyphens, None);
                    }
                }
            }
            Piece::Table(rows, columns) => {
                let next =
                    tables.open.take().filter(|(open, _)| rows::same_columns(open, &columns));
                let mut row = next.map_or(0, |(_, row)| row);
                tables.count += u32::from(row == 0);
                for cells in &rows {
                    for (column, lines) in cells {
                        let cell = Cell { table: tables.count - 1, row, column: *column };
                        push(&mut items, lines, Measure::of(lines.iter()), hyphens, Some(cell));
                    }
                    row += 1;
                }
                tables.open = Some((columns, row));
            }
        }
    }
    items
}

fn push(
    items: &mut Vec<Item>,
    lines: &[Line],
    measure: Measure,
    hyphens: &Hyphens,
    cell: Option<Cell>,
) {
    let paragraphs = paragraphs::paragraphs(lines, measure, hyphens);
    items.extend(paragraphs.into_iter().map(|paragraph| Item {
        paragraph,
        cell,
        inner_furniture: false,
    }));
}

/// Font sizes of the document, in half points.
struct Sizes {
    body: f32,
    /// Sizes of headings, largest first.
    headings: Vec<i32>,
}

impl Sizes {
    fn of<'a>(lines: impl Iterator<Item = &'a Line>) -> Self {
        let mut lengths: BTreeMap<i32, usize> = BTreeMap::new();
        for line in lines {
            *lengths.entry(half_points(line.size)).or_default() += line.text.len();
        }
        let body = lengths.iter().max_by_key(|(_, length)| **length).map_or(20, |(size, _)| *size);
        Self { body: body as f32 / 2.0, headings: Vec::new() }
    }

    fn with_headings<'a>(mut self, items: impl Iterator<Item = &'a Item>) -> Self {
        let sizes: BTreeSet<i32> = items
            .filter(|item| item.cell.is_none() && self.is_large(&item.paragraph))
            .map(|item| half_points(item.paragraph.size))
            .collect();
        self.headings = sizes.into_iter().rev().collect();
        self
    }

    fn is_large(&self, paragraph: &Paragraph) -> bool {
        paragraph.size > 1.12 * self.body && is_heading_text(paragraph)
    }

    fn heading_level(&self, paragraph: &Paragraph) -> Option<u8> {
        let rank = if self.is_large(paragraph) {
            let size = half_points(paragraph.size);
            self.headings.iter().position(|heading| *heading == size)?
        } else {
            let bold = paragraph.bold && paragraph.size > 0.9 * self.body;
            (bold && is_heading_text(paragraph)).then_some(self.headings.len())?
        };
        Some(u8::try_from(rank + 1).unwrap_or(4).min(4))
    }
}

fn half_points(size: f32) -> i32 {
    (size * 2.0).round() as i32
}

/// Whether a text is short enough, and shaped, to be a heading.
fn is_heading_text(paragraph: &Paragraph) -> bool {
    let text = &paragraph.text;
    let length = text.chars().count();
    let stop = text.ends_with([';', ',', ':']) || (text.ends_with('.') && length > 60);
    paragraph.angle == 0
        && paragraph.bullet.is_none()
        && paragraph.lines <= 3
        && length <= HEADING
        && !stop
        && text.chars().any(char::is_alphabetic)
        && !text.starts_with(char::is_lowercase)
}
