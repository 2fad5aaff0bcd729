//! Pieces of a line: glyphs that follow one another on one baseline without a wide gap.
//!
//! Owns the decision where words end (gaps, since many files draw no spaces), what is drawn twice
//! to look bold, and what the bullets of symbol fonts mean.

use super::super::builder::Word;
use crate::model::Area;

/// A character at its place, turned so that its baseline runs to the right. `y` grows downwards.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    pub(super) character: char,
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    /// Degrees by which the baseline was turned.
    pub(super) angle: i16,
}

/// What glyphs of one run have in common.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) bold: bool,
    /// Cannot be seen.
    pub(super) hidden: bool,
    /// Tagged as belonging to the page rather than to the document.
    pub(super) artifact: bool,
    /// Marked-content identifier, which in tagged files tells paragraphs and cells apart.
    pub(super) mark: Option<i32>,
}

/// Moves words to where their text begins at `offset` of a longer text.
pub(super) fn moved(words: &[Word], offset: usize) -> impl Iterator<Item = Word> {
    words.iter().map(move |word| Word { at: word.at + offset, ..*word })
}

/// A gap between words that may be one between narrow columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap {
    /// Byte offset of the word after it.
    pub(super) at: usize,
    pub(super) x0: f32,
    pub(super) x1: f32,
}

/// Text without a wide gap on one baseline.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    pub(super) text: String,
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) angle: i16,
    pub(super) style: Style,
    /// Glyphs that leave ink, and how many of them are bold.
    pub(super) glyphs: u32,
    pub(super) bold: u32,
    pub(super) gaps: Vec<Gap>,
    pub(super) words: Vec<Word>,
}

/// Wider than this (in em) is a gap between words.
const WORD_GAP: f32 = 0.16;
/// Wider than this is a gap between columns or cells.
pub(super) const WIDE_GAP: f32 = 2.0;
/// Wider than this may be a gap between narrow columns, if a table has one there.
pub(super) const COLUMN_GAP: f32 = 0.5;
/// The same between parts that a tagged file marks as different.
const MARKED_GAP: f32 = 0.7;

/// Height of letters above the baseline and below it, in em; enough for marking a word.
const ASCENT: f32 = 0.8;
const DESCENT: f32 = 0.2;

impl Glyph {
    fn ink(&self, at: usize, page: u32) -> Word {
        Word { at, area: self.area(page), doubtful: false }
    }

    /// The glyph on its page, unturned.
    fn area(&self, page: u32) -> Area {
        let (top, bottom) = (self.y - ASCENT * self.size, self.y + DESCENT * self.size);
        if self.angle == 0 {
            return Area { page, left: self.x0, top, right: self.x1, bottom };
        }
        let (sin, cos) = f32::from(self.angle).to_radians().sin_cos();
        let corners = [(self.x0, top), (self.x1, top), (self.x0, bottom), (self.x1, bottom)]
            .map(|(x, y)| (x * cos - y * sin, x * sin + y * cos));
        let [left, right] = [f32::min, f32::max].map(|pick: fn(f32, f32) -> f32| {
            corners.iter().map(|(x, _)| *x).reduce(pick).unwrap_or_default()
        });
        let [top, bottom] = [f32::min, f32::max].map(|pick: fn(f32, f32) -> f32| {
            corners.iter().map(|(_, y)| *y).reduce(pick).unwrap_or_default()
        });
        Area { page, left, top, right, bottom }
    }
}

/// Strings glyphs together.
#[derive(Default)]
pub(super) struct Pen {
    page: u32,
    done: Vec<Segment>,
    open: Option<Segment>,
    space: bool,
    last: Option<(char, f32)>,
}

impl Pen {
    /// A pen for one page, counted from 1.
    pub(super) fn new(page: u32) -> Self {
        Self { page, ..Self::default() }
    }

    pub(super) fn put(&mut self, glyph: &Glyph, style: Style) {
        let character = meaning(glyph.character);
        if character.is_whitespace() || character.is_control() {
            self.space = true;
            return;
        }
        let Some(open) = &mut self.open else {
            self.begin(glyph, character, style);
            return;
        };
        let em = glyph.size.max(open.size).max(0.1);
        if self.last.is_some_and(|(last, x0)| {
            last == character
                && (glyph.x0 - x0).abs() < 0.1 * em
                && (glyph.y - open.y).abs() < 0.1 * em
        }) {
            return;
        }
        let gap = glyph.x0 - open.x1;
        if !continues(open, glyph, style, gap, em) {
            self.begin(glyph, character, style);
            return;
        }
        let raised = glyph.size < 0.8 * open.size && glyph.y < open.y - 0.15 * em;
        let note_mark = raised
            && character.is_ascii_digit()
            && open.text.ends_with(|c: char| c.is_alphabetic() || c == '.' || c == ',');
        if (self.space || gap > WORD_GAP * em.min(open.size) || note_mark)
            && !open.text.ends_with(' ')
        {
            open.text.push(' ');
            open.words.push(glyph.ink(open.text.len(), self.page));
            if gap > COLUMN_GAP * em {
                open.gaps.push(Gap { at: open.text.len(), x0: open.x1, x1: glyph.x0 });
            }
        } else if let Some(word) = open.words.last_mut() {
            word.area = word.area.cover(&glyph.area(self.page));
        }
        if open.text.ends_with('\u{ad}') {
            // Inside a line it is a hyphen that is shown.
            open.text.pop();
            open.text.push('-');
        }
        open.text.push(character);
        open.x1 = open.x1.max(glyph.x1);
        open.glyphs += 1;
        open.bold += u32::from(style.bold);
        if glyph.size > open.size * 1.1 && open.glyphs < 4 {
            open.size = glyph.size;
            open.y = glyph.y;
        }
        self.space = false;
        self.last = Some((character, glyph.x0));
    }

    fn begin(&mut self, glyph: &Glyph, character: char, style: Style) {
        self.close();
        self.space = false;
        self.last = Some((character, glyph.x0));
        self.open = Some(Segment {
            text: character.to_string(),
            x0: glyph.x0,
            x1: glyph.x1,
            y: glyph.y,
            size: glyph.size,
            angle: glyph.angle,
            style,
            glyphs: 1,
            bold: u32::from(style.bold),
            gaps: Vec::new(),
            words: vec![glyph.ink(0, self.page)],
        });
    }

    /// Ends the open piece, unless it repeats one that was just drawn (fake bold, shadows).
    fn close(&mut self) {
        let Some(segment) = self.open.take() else { return };
        let near = 0.25 * segment.size;
        let repeated = self.done.iter().rev().take(8).any(|other| {
            (other.y - segment.y).abs() < near
                && (other.x0 - segment.x0).abs() < near
                && other.angle == segment.angle
                && other.text == segment.text
        });
        if !repeated {
            self.done.push(segment);
        }
    }

    pub(super) fn finish(mut self) -> Vec<Segment> {
        self.close();
        self.done
    }
}

fn continues(open: &Segment, glyph: &Glyph, style: Style, gap: f32, em: f32) -> bool {
    let resized = glyph.size < 0.8 * open.size || glyph.size > 1.25 * open.size;
    let drift = if resized { 0.5 } else { 0.3 };
    let wide = if style.mark == open.style.mark { WIDE_GAP } else { MARKED_GAP };
    glyph.angle == open.angle
        && style.hidden == open.style.hidden
        && style.artifact == open.style.artifact
        && (glyph.y - open.y).abs() < drift * em
        && gap > -0.5 * em
        && gap < wide * em
}

/// Bullets and dashes of symbol fonts live in the private-use area.
fn meaning(character: char) -> char {
    match character {
        '\u{f0b7}' | '\u{f0a8}' | '\u{f06c}' | '\u{f09f}' => '•',
        '\u{f0a7}' | '\u{f06e}' | '\u{f0d8}' | '\u{f0fc}' | '\u{f076}' | '\u{f071}' => '▪',
        '\u{f02d}' | '\u{f0be}' => '–',
        '\u{f020}' => ' ',
        c => c,
    }
}
