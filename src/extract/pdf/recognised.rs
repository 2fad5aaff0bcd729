//! Recognised lines as pieces of a page, so that they take the same way to paragraphs and tables
//! as text that a file draws.

use super::super::builder::Word;
use super::device::PageText;
use super::segment::COLUMN_GAP;
use super::segment::Gap;
use super::segment::Segment;
use super::segment::Style;
use super::segment::WIDE_GAP;
use crate::model::RecognisedLine;
use crate::model::RecognisedPage;
use crate::model::RecognisedWord;

/// Size of letters in the height of the box around a line of them.
const SIZE: f32 = 0.9;
/// A line counts as larger than the others from this part of their usual height on: with and
/// without letters below the line, heights differ by a third.
const LARGER: f32 = 1.45;
/// Largest distance of lines in a cell, in em.
const NEXT_LINE: f32 = 2.0;

/// The page as if its text had been drawn. `height` is that of the page in points.
pub(super) fn page_text(page: &RecognisedPage, height: f32) -> PageText {
    let mut text = PageText::empty(height);
    text.recognised = true;
    text.visible = page.lines.iter().flat_map(|line| &line.words).map(|word| word.text.len()).sum();
    let usual = usual_height(page);
    let mut row = Row::default();
    for line in page.lines.iter().filter(|line| !line.words.is_empty()) {
        let own = line.area.bottom - line.area.top;
        let size = SIZE * if own > LARGER * usual { own } else { usual };
        let pieces = pieces(line, size);
        if !row.goes_on(&pieces) {
            text.segments.extend(row.take());
        }
        row.put(pieces);
    }
    text.segments.extend(row.take());
    text
}

/// The parts of a line between wide gaps.
fn pieces(line: &RecognisedLine, size: f32) -> Vec<Segment> {
    let mut pieces: Vec<Segment> = Vec::new();
    for word in &line.words {
        match pieces.last_mut().filter(|open| word.area.left - open.x1 < WIDE_GAP * size) {
            Some(segment) => append(segment, word),
            None => pieces.push(begin(line, word, size)),
        }
    }
    pieces
}

/// A row of cells with one line or more. Recognition reads across the page, line by line; files
/// draw a cell to its end before the next, which is what the layout expects.
#[derive(Default)]
struct Row {
    cells: Vec<Vec<Segment>>,
}

impl Row {
    /// Whether a line goes on cells of the row: there is more than one cell, every piece begins
    /// where one of them does, and the first, which would begin another row, stays as it is.
    fn goes_on(&self, pieces: &[Segment]) -> bool {
        let lowest = self.cells.iter().flatten().map(|segment| segment.y).fold(f32::MIN, f32::max);
        self.cells.len() > 1
            && pieces.iter().all(|piece| {
                self.cell_of(piece).is_some_and(|cell| cell > 0)
                    && piece.y - lowest < NEXT_LINE * piece.size
            })
    }

    /// The cell at the left edge of which a piece begins.
    fn cell_of(&self, piece: &Segment) -> Option<usize> {
        let at_edge = |cell: &Vec<Segment>| {
            cell.first().is_some_and(|first| (first.x0 - piece.x0).abs() < piece.size)
        };
        self.cells.iter().position(at_edge)
    }

    fn put(&mut self, pieces: Vec<Segment>) {
        let goes_on = !self.cells.is_empty();
        for piece in pieces {
            match self.cell_of(&piece).filter(|_| goes_on) {
                Some(cell) => self.cells[cell].push(piece),
                None => self.cells.push(vec![piece]),
            }
        }
    }

    fn take(&mut self) -> impl Iterator<Item = Segment> + use<> {
        std::mem::take(&mut self.cells).into_iter().flatten()
    }
}

/// Median height of the lines.
fn usual_height(page: &RecognisedPage) -> f32 {
    let mut heights: Vec<f32> =
        page.lines.iter().map(|line| line.area.bottom - line.area.top).collect();
    heights.sort_unstable_by(f32::total_cmp);
    heights.get(heights.len() / 2).copied().unwrap_or(12.0).max(1.0)
}

fn begin(line: &RecognisedLine, word: &RecognisedWord, size: f32) -> Segment {
    Segment {
        text: word.text.clone(),
        x0: word.area.left,
        x1: word.area.right,
        y: line.area.bottom,
        size,
        angle: 0,
        style: Style::default(),
        glyphs: 1,
        bold: 0,
        gaps: Vec::new(),
        words: vec![ink(word, 0)],
    }
}

fn append(segment: &mut Segment, word: &RecognisedWord) {
    segment.text.push(' ');
    let at = segment.text.len();
    if word.area.left - segment.x1 > COLUMN_GAP * segment.size {
        segment.gaps.push(Gap { at, x0: segment.x1, x1: word.area.left });
    }
    segment.text.push_str(&word.text);
    segment.x1 = segment.x1.max(word.area.right);
    segment.glyphs += 1;
    segment.words.push(ink(word, at));
}

fn ink(word: &RecognisedWord, at: usize) -> Word {
    Word { at, area: word.area, doubtful: word.is_doubtful() }
}
