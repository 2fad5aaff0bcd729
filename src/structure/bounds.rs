//! How long a provision may be, and how much may be read with it.
//!
//! What the engine does with a provision grows faster than its length, and what is read with it
//! is read again for each. Both are bounded here, far above what contracts have, so that no
//! document can stop a run. What a bound changes is said: such a document counts as partly read.

use crate::model::Note;
use crate::model::NoteKind;
use crate::model::Span;

/// Longest provision, in bytes. The longest sentence of 560 real documents has 6,000.
const MOST_BYTES: usize = 8 << 10;
/// Most bytes that are read with a provision. Real ones have up to 3,900.
const MOST_READ_WITH: usize = 6 << 10;
/// Most lead-ins and headings that are read with a provision. Real ones have up to 19.
pub(super) const MOST_SPANS: usize = 256;
/// Most short cells that are read with a long one of their row: number, title, kind …
pub(super) const MOST_SHORT_CELLS: usize = 24;
/// What a span costs besides its bytes.
const SPAN: usize = 16;
/// How often the text of a document may be read again with its provisions. Real ones come to 2.2.
const MOST_TIMES: usize = 8;
/// What is allowed in any case, in bytes.
const ALWAYS: usize = 4 << 20;
/// How far from its end a piece may be cut, so that no word is.
const TAIL: usize = 200;

/// Keeps the bounds of one document.
pub(super) struct Bounds {
    /// Bytes that may still be read with provisions.
    left: usize,
    in_pieces: bool,
    without_lead_ins: bool,
}

impl Bounds {
    /// For a document with that many bytes of text.
    pub(super) fn new(text: usize) -> Self {
        let left = text.saturating_mul(MOST_TIMES).saturating_add(ALWAYS);
        Self { left, in_pieces: false, without_lead_ins: false }
    }

    /// The last of `spans` that may be read with one provision, in order.
    pub(super) fn read_with(&mut self, mut spans: Vec<Span>) -> Vec<Span> {
        let (mut kept, mut bytes, mut cost) = (0, 0, 0);
        for span in spans.iter().rev().take(MOST_SPANS) {
            let (more, dearer) = (bytes + span.len(), cost + span.len() + SPAN);
            if more > MOST_READ_WITH || dearer > self.left {
                break;
            }
            (kept, bytes, cost) = (kept + 1, more, dearer);
        }
        self.left -= cost;
        self.without_lead_ins |= kept < spans.len();
        spans.drain(..spans.len() - kept);
        spans
    }

    /// The first of the short cells of a row that may be read with a long one.
    pub(super) fn short_cells(&mut self, mut cells: Vec<Span>) -> Vec<Span> {
        self.without_lead_ins |= cells.len() > MOST_SHORT_CELLS;
        cells.truncate(MOST_SHORT_CELLS);
        cells
    }

    /// A span as it is, or in pieces that are short enough, cut between words where there are any.
    pub(super) fn pieces(&mut self, text: &str, span: Span) -> Vec<Span> {
        let mut pieces = Vec::new();
        let mut rest = span;
        while rest.len() > MOST_BYTES {
            self.in_pieces = true;
            let mut end = rest.start() + MOST_BYTES;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            let mut tail = end - TAIL;
            while !text.is_char_boundary(tail) {
                tail -= 1;
            }
            let space = text[tail..end].rfind(' ').map(|at| tail + at);
            pieces.push(Span::new(rest.start(), space.unwrap_or(end)));
            rest = Span::new(space.map_or(end, |at| at + 1), rest.end());
        }
        pieces.push(rest);
        pieces
    }

    /// What is to be said of the document.
    pub(super) fn notes(&self) -> Vec<Note> {
        let note = |message: &str| Note {
            kind: NoteKind::TooLarge,
            page: None,
            message: message.to_owned(),
        };
        let pieces = self.in_pieces.then(|| {
            note(
                "a sentence is too long to be judged as a whole and was judged in pieces; check \
                 whether the document was converted correctly",
            )
        });
        let lead_ins = self.without_lead_ins.then(|| {
            note(
                "lists or tables are too large to read every item with all its lead-ins and \
                 headings; some items were judged without them",
            )
        });
        pieces.into_iter().chain(lead_ins).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::ALWAYS;
    use super::Bounds;
    use super::MOST_BYTES;
    use super::MOST_READ_WITH;
    use super::MOST_SPANS;
    use super::SPAN;
    use crate::model::Span;

    #[test]
    fn a_sentence_of_any_length_loses_nothing_but_the_spaces_where_it_is_cut() {
        for text in ["word ".repeat(5_000), "å".repeat(30_000), "short".to_owned()] {
            let mut bounds = Bounds::new(text.len());
            let pieces = bounds.pieces(&text, Span::new(0, text.len()));
            let whole: String = pieces.iter().map(|piece| piece.of(&text)).collect();
            assert_eq!(whole.replace(' ', ""), text.replace(' ', ""));
            assert!(pieces.iter().all(|piece| !piece.is_empty() && piece.len() <= MOST_BYTES));
            assert!(pieces.iter().all(|piece| !piece.of(&text).starts_with("ord")));
            assert_eq!(bounds.notes().len(), usize::from(text.len() > MOST_BYTES));
        }
    }

    #[test]
    fn the_nearest_lead_ins_are_kept() {
        let mut bounds = Bounds::new(0);
        let few = vec![Span::new(0, 9), Span::new(10, 19)];
        assert_eq!(bounds.read_with(few.clone()), few);
        assert!(bounds.notes().is_empty());
        let mut long = few.clone();
        long.insert(0, Span::new(0, MOST_READ_WITH));
        assert_eq!(bounds.read_with(long), few);
        assert_eq!(bounds.notes().len(), 1);
        let many: Vec<Span> = (0..1_000).map(|at| Span::new(at, at + 1)).collect();
        assert_eq!(bounds.read_with(many.clone()), many[1_000 - MOST_SPANS..]);
    }

    #[test]
    fn what_is_read_again_and_again_has_an_end() {
        let mut bounds = Bounds::new(0);
        let lead_in = || vec![Span::new(0, 5_000)];
        let read = (0..1_000).filter(|_| !bounds.read_with(lead_in()).is_empty()).count();
        assert_eq!(read, ALWAYS / (5_000 + SPAN));
        assert_eq!(bounds.notes().len(), 1);
    }
}
