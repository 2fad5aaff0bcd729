//! Pages as pictures, and what was recognised in them.

use super::Area;

/// A page drawn in shades of grey, for the recognition of its text.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Counted from 1.
    pub page: u32,
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Pixels in a point (1/72 inch).
    pub scale: f32,
    /// One byte a pixel, row by row from the top, 255 being white.
    pub grey: Vec<u8>,
}

/// What was recognised in the picture of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct RecognisedPage {
    /// Counted from 1.
    pub page: u32,
    /// Lines in reading order.
    pub lines: Vec<RecognisedLine>,
}

/// Words on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct RecognisedLine {
    /// Where the whole line stands.
    pub area: Area,
    /// From left to right.
    pub words: Vec<RecognisedWord>,
}

/// A word and how sure the recognition is of it.
#[derive(Debug, Clone, PartialEq)]
pub struct RecognisedWord {
    /// Its text.
    pub text: String,
    /// Where it stands.
    pub area: Area,
    /// From 0 to 100.
    pub confidence: f32,
}

impl RecognisedWord {
    /// Confidence below which a word is doubtful.
    const SURE: f32 = 60.0;

    /// Whether the recognition is not sure of it.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.confidence < Self::SURE
    }
}

impl RecognisedPage {
    /// Mean confidence of its words, weighted by their length, from 0 to 100; `None` if there are
    /// no words.
    #[must_use]
    pub fn confidence(&self) -> Option<f32> {
        let words = self.lines.iter().flat_map(|line| &line.words);
        let (mut sum, mut letters) = (0.0, 0.0);
        for word in words {
            let length = word.text.chars().count() as f32;
            sum += word.confidence * length;
            letters += length;
        }
        (letters > 0.0).then(|| sum / letters)
    }
}
