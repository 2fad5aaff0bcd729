//! Assembles an [`Extraction`]: every reader pushes its blocks here, so that normalisation, spans
//! and pages are made in one place and agree in all formats.

use super::lookalikes;
use super::normalize;
use crate::model::Area;
use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Cell;
use crate::model::Extraction;
use crate::model::Format;
use crate::model::Note;
use crate::model::NoteKind;
use crate::model::Page;
use crate::model::Printed;
use crate::model::Span;

/// Words that mix alphabets and are named in the note about them.
const MIXED_WORDS: usize = 3;

/// Where a word of a raw text begins, and where it is printed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Byte offset.
    pub(super) at: usize,
    pub(super) area: Area,
    /// Whether it was recognised in a picture, and not for sure.
    pub(super) doubtful: bool,
}

/// Collects blocks in reading order.
pub(super) struct Builder {
    extraction: Extraction,
    invisible: usize,
    mixed: usize,
    /// Some of the words that mix alphabets.
    mixed_words: Vec<String>,
}

impl Builder {
    pub(super) fn new(format: Format) -> Self {
        let extraction = Extraction::new(format);
        Self { extraction, invisible: 0, mixed: 0, mixed_words: Vec::new() }
    }

    /// Starts the next page. Blocks pushed from here on begin on it.
    pub(super) fn begin_page(&mut self) {
        let number = u32::try_from(self.extraction.pages.len() + 1).unwrap_or(u32::MAX);
        let at = self.extraction.text.len();
        self.extraction.pages.push(Page {
            number,
            label: None,
            span: Span::new(at, at),
            recognised: false,
        });
    }

    /// Says what is printed as the number of the page that was begun last.
    pub(super) fn label_page(&mut self, label: Option<String>) {
        if let Some(page) = self.extraction.pages.last_mut() {
            page.label = label;
        }
    }

    /// Says that the text of the page that was begun last was recognised in its picture.
    pub(super) fn mark_recognised(&mut self) {
        if let Some(page) = self.extraction.pages.last_mut() {
            page.recognised = true;
        }
    }

    /// Number of the page that was begun last, counted from 1.
    pub(super) fn page(&self) -> Option<u32> {
        self.extraction.pages.last().map(|page| page.number)
    }

    /// Adds a block of raw text. Text without any visible character adds nothing, except that a
    /// label alone is kept as the text of its block.
    pub(super) fn push(&mut self, kind: BlockKind, label: Option<&str>, raw: &str) {
        let (mut text, invisible) = normalize::normalize(raw);
        self.invisible += invisible;
        self.remember_mixed(lookalikes::unmask(&mut text));
        let label =
            label.map(|label| normalize::normalize(label).0).filter(|label| !label.is_empty());
        if text.is_empty() {
            return;
        }
        if !self.extraction.text.is_empty() {
            self.extraction.text.push('\n');
        }
        let start = self.extraction.text.len();
        self.extraction.text.push_str(&text);
        let span = Span::new(start, self.extraction.text.len());
        let page = self.page();
        if let Some(page) = self.extraction.pages.last_mut() {
            let page_start = if page.span.is_empty() { start } else { page.span.start() };
            page.span = Span::new(page_start, span.end());
        }
        self.extraction.blocks.push(Block { kind, span, label, page, address: None });
    }

    /// Adds a block whose words, in order, stand at known places.
    pub(super) fn push_printed(
        &mut self,
        kind: BlockKind,
        label: Option<&str>,
        raw: &str,
        words: &[Word],
    ) {
        let before = self.extraction.blocks.len();
        self.push(kind, label, raw);
        let Some(block) = self.extraction.blocks.get(before) else { return };
        let text = block.span.of(&self.extraction.text);
        let starts = normalized_offsets(raw, text, words);
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let base = block.span.start();
        let printed = starts.iter().zip(ends).zip(words).filter_map(|((&start, end), word)| {
            let end = start + text.get(start..end)?.trim_end().len();
            let span = Span::new(base + start, base + end);
            let Word { area, doubtful, .. } = *word;
            (start < end).then_some(Printed { span, area, doubtful })
        });
        self.extraction.printed.extend(printed);
    }

    /// Adds a table cell that the format addresses. Text without any visible character adds
    /// nothing.
    pub(super) fn push_cell(&mut self, cell: Cell, address: String, raw: &str) {
        let before = self.extraction.blocks.len();
        self.push(BlockKind::TableCell(cell), None, raw);
        if let Some(block) = self.extraction.blocks.get_mut(before) {
            block.address = Some(address);
        }
    }

    /// Bytes of text so far.
    pub(super) fn text_len(&self) -> usize {
        self.extraction.text.len()
    }

    fn remember_mixed(&mut self, words: Vec<String>) {
        self.mixed += words.len();
        for word in words {
            if self.mixed_words.len() < MIXED_WORDS && !self.mixed_words.contains(&word) {
                self.mixed_words.push(word);
            }
        }
    }

    /// Adds a note.
    pub(super) fn note(&mut self, kind: NoteKind, page: Option<u32>, message: impl Into<String>) {
        self.extraction.notes.push(Note { kind, page, message: message.into() });
    }

    /// Whether any block was pushed.
    pub(super) fn is_empty(&self) -> bool {
        self.extraction.blocks.is_empty()
    }

    /// The finished extraction. A document that has neither text nor a reason for that gets one.
    pub(super) fn finish(mut self) -> Extraction {
        if self.invisible > 0 {
            let message = format!(
                "{} zero-width or direction-changing characters were removed before reading",
                self.invisible
            );
            self.note(NoteKind::InvisibleCharacters, None, message);
        }
        if self.mixed > 0 {
            let (count, plural) = (self.mixed, self.mixed != 1);
            let message = format!(
                "{count} {} letters of different alphabets, which can disguise a word, and {} read \
                 as Latin: {}{}",
                if plural { "words mix" } else { "word mixes" },
                if plural { "were" } else { "was" },
                self.mixed_words.join(", "),
                if count > self.mixed_words.len() { " …" } else { "" },
            );
            self.note(NoteKind::MixedScript, None, message);
        }
        let says_why = |note: &Note| note.kind.is_loss() || note.kind == NoteKind::OwnReport;
        if self.is_empty() && !self.extraction.notes.iter().any(says_why) {
            self.note(NoteKind::Empty, None, "the document contains no text");
        }
        self.extraction
    }
}

/// Where the words of `raw` begin in its normal form `text`.
fn normalized_offsets(raw: &str, text: &str, words: &[Word]) -> Vec<usize> {
    if raw == text {
        return words.iter().map(|word| word.at).collect();
    }
    let mut offsets = Vec::with_capacity(words.len());
    let (mut begin, mut offset) = (0, 0);
    for word in words {
        let before = raw.get(begin..word.at).unwrap_or_default();
        let mut normal = normalize::normalize(before).0;
        lookalikes::unmask(&mut normal);
        offset += normal.len();
        offset += usize::from(offset > 0 && before.ends_with(char::is_whitespace));
        begin = word.at;
        offsets.push(offset.min(text.len()));
    }
    offsets
}

#[cfg(test)]
mod tests {
    use super::Builder;
    use crate::model::BlockKind;
    use crate::model::Format;
    use crate::model::NoteKind;

    #[test]
    fn disguised_words_are_read_and_noted() {
        let mut builder = Builder::new(Format::Text);
        // The third letter is Cyrillic.
        builder.push(BlockKind::Paragraph, None, "The Supplier shall en\u{441}rypt data.");
        let extraction = builder.finish();
        assert_eq!(extraction.text, "The Supplier shall encrypt data.");
        assert_eq!(extraction.notes[0].kind, NoteKind::MixedScript);
        assert!(extraction.notes[0].message.ends_with("en\u{441}rypt"));
    }
}
