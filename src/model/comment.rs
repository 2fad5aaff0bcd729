//! What is written into the margin of a document.

use super::Area;

/// Where a comment stands: at a stretch of a paragraph. Only letters and digits count, so that white
/// space, hyphens and numbers that are not part of the text make no difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The letters and digits of the paragraph, in lower case.
    pub paragraph: String,
    /// Which of the paragraphs with these letters, counted from 0.
    pub occurrence: usize,
    /// First letter of the stretch, counted from 0.
    pub from: usize,
    /// One past its last letter.
    pub to: usize,
}

impl Anchor {
    /// The letters and digits of a text, in lower case.
    #[must_use]
    pub fn letters(text: &str) -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    }
}

/// A comment.
#[derive(Debug, Clone, PartialEq)]
pub struct Comment {
    /// Where it stands; none for the beginning of the document.
    pub anchor: Option<Anchor>,
    /// The lines of it on fixed pages; empty for the beginning of the document.
    pub areas: Vec<Area>,
    /// What it says, first line as its title.
    pub lines: Vec<String>,
}
