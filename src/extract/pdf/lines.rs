//! Lines with their clause numbers.
//!
//! A number or bullet is often drawn apart from its text: left of it with a wide gap, before all
//! texts of the page, or after its own text. Here it is brought back to the text that stands to
//! its right on the same baseline, so that numbers are neither lost nor glued to other words.

use super::super::builder::Word;
use super::marker;
use super::segment::Gap;
use super::segment::Segment;

/// A number or bullet printed left of its text.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub(super) text: String,
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) words: Vec<Word>,
}

/// Text on one baseline within one column or cell.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) label: Option<Label>,
    pub(super) text: String,
    /// Left edge of the text, right of the label.
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) angle: i16,
    pub(super) bold: bool,
    /// Marked-content identifier of its beginning.
    pub(super) mark: Option<i32>,
    pub(super) gaps: Vec<Gap>,
    pub(super) words: Vec<Word>,
}

impl Line {
    pub(super) fn new(mut segment: Segment) -> Self {
        if let Some(end) = marker::glued(&segment.text) {
            segment.text.insert(end, ' ');
            segment.gaps.iter_mut().for_each(|gap| gap.at += 1);
            let later = segment.words.iter_mut().filter(|word| word.at >= end);
            later.for_each(|word| word.at += 1);
        }
        Self {
            label: None,
            x0: segment.x0,
            x1: segment.x1,
            y: segment.y,
            size: segment.size.max(0.1),
            angle: segment.angle,
            bold: segment.bold * 10 >= segment.glyphs * 9,
            mark: segment.style.mark,
            gaps: segment.gaps,
            words: segment.words,
            text: segment.text,
        }
    }

    /// Left edge, label included.
    pub(super) fn left(&self) -> f32 {
        self.label.as_ref().map_or(self.x0, |label| label.x0)
    }

    pub(super) fn same_baseline(&self, other: &Self) -> bool {
        self.angle == other.angle && (self.y - other.y).abs() < 0.35 * self.size.max(other.size)
    }

    /// The parts before and after a gap.
    pub(super) fn split(&self, gap: Gap) -> (Self, Self) {
        let (before, after) = self.text.split_at(gap.at);
        let left = Self {
            text: before.trim_end().to_owned(),
            x1: gap.x0,
            gaps: self.gaps.iter().copied().filter(|other| other.at < gap.at).collect(),
            words: self.words.iter().copied().filter(|word| word.at < gap.at).collect(),
            ..self.clone()
        };
        let moved = |other: &Gap| Gap { at: other.at - gap.at, ..*other };
        let behind = self.words.iter().filter(|word| word.at >= gap.at);
        let right = Self {
            label: None,
            text: after.to_owned(),
            x0: gap.x1,
            gaps: self.gaps.iter().filter(|other| other.at > gap.at).map(moved).collect(),
            words: behind.map(|word| Word { at: word.at - gap.at, ..*word }).collect(),
            ..self.clone()
        };
        (left, right)
    }

    fn is_lone_label(&self) -> bool {
        self.label.is_none() && marker::is_label(&self.text)
    }

    /// Whether the label `other` stands left of this line, near enough to belong to it.
    fn is_labelled_by(&self, other: &Self) -> bool {
        let gap = self.x0 - other.x1;
        self.label.is_none()
            && self.same_baseline(other)
            && gap > -0.2 * self.size
            && gap < 8.0 * self.size
    }

    fn take_label(&mut self, label: Self) {
        self.label =
            Some(Label { text: label.text, x0: label.x0, x1: label.x1, words: label.words });
    }
}

/// Lines in reading order.
pub(super) fn lines(segments: Vec<Segment>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::with_capacity(segments.len());
    // Indices of labels that still wait for their text; few on any page.
    let mut waiting: Vec<usize> = Vec::new();
    let mut gone: Vec<usize> = Vec::new();
    for segment in segments {
        let mut line = Line::new(segment);
        let claimed = waiting.iter().rposition(|&index| line.is_labelled_by(&lines[index]));
        if let Some(position) = claimed {
            let index = waiting.remove(position);
            gone.push(index);
            line.take_label(lines[index].clone());
        } else if line.is_lone_label() {
            waiting.push(lines.len());
        }
        lines.push(line);
    }
    // Labels drawn after their text.
    for index in waiting {
        let label = lines[index].clone();
        let text = (0..index).rev().find(|&earlier| {
            !gone.contains(&earlier)
                && lines[earlier].is_labelled_by(&label)
                && !lines[earlier].is_lone_label()
        });
        if let Some(text) = text {
            lines[text].take_label(label);
            gone.push(index);
        }
    }
    gone.sort_unstable();
    let mut index = 0;
    lines.retain(|_| {
        index += 1;
        gone.binary_search(&(index - 1)).is_err()
    });
    if is_scattered(&lines) {
        sort_by_place(&mut lines);
    }
    lines
}

/// Whether the content stream draws the page in an order nobody would read it in: lines often
/// jump up to a place above the line before them that is not to its right (forms, reports).
fn is_scattered(lines: &[Line]) -> bool {
    let jumps = lines.iter().zip(lines.iter().skip(1)).filter(|(before, line)| {
        line.angle == before.angle
            && line.y < before.y - line.size
            && line.left() < before.x1 - line.size
    });
    let jumps = jumps.count();
    jumps > 3 && jumps * 8 > lines.len()
}

/// Orders lines downwards, and from left to right on the same baseline.
fn sort_by_place(lines: &mut [Line]) {
    lines.sort_by(|a, b| a.angle.cmp(&b.angle).then(a.y.total_cmp(&b.y)));
    let mut begin = 0;
    for index in 1..=lines.len() {
        let ends = lines.get(index).is_none_or(|line| !line.same_baseline(&lines[begin]));
        if ends {
            lines[begin..index].sort_by(|a, b| a.left().total_cmp(&b.left()));
            begin = index;
        }
    }
}
