//! Hyphens at line ends: those that only break a word, and those that belong to it.
//!
//! "inci-/dent" is one word, "third-/party" and "ISO-/27001" keep their hyphen, "IT- / och" keeps
//! it with a space. What the same document writes inside its lines decides; where it does not
//! tell, a document that breaks many words is taken to have broken this one too.

use super::lines::Line;
use std::collections::HashSet;

/// Words that follow a hanging hyphen ("data- and", "drift- och").
const AND: [&str; 19] = [
    "and",
    "or",
    "to",
    "och",
    "eller",
    "samt",
    "og",
    "und",
    "oder",
    "bzw.",
    "ja",
    "tai",
    "sekä",
    "en",
    "of",
    "et",
    "ou",
    "än",
    "respektive",
];

/// What a document says about hyphens.
#[derive(Default)]
pub(super) struct Hyphens {
    words: HashSet<String>,
    lines: usize,
    broken: usize,
}

impl Hyphens {
    /// Learns the words of a line. Only words that a line end could have broken matter.
    pub(super) fn learn(&mut self, line: &Line) {
        let text = line.text.as_str();
        self.lines += 1;
        self.broken += usize::from(ends_broken(text));
        let end = if ends_with_hyphen(text) { text.rfind(' ').unwrap_or(0) } else { text.len() };
        for word in text[..end].split_whitespace() {
            let word = bare(word);
            if word.len() > 5 && !self.words.contains(word) {
                self.words.insert(word.to_lowercase());
            }
        }
    }

    /// Appends a line to a paragraph.
    pub(super) fn join(&self, paragraph: &mut String, line: &str) {
        if !ends_with_hyphen(paragraph) {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line);
            return;
        }
        paragraph.pop();
        let before = paragraph.chars().next_back();
        let first = line.chars().next();
        let word = line.split_whitespace().next().unwrap_or_default();
        if AND.contains(&word) {
            paragraph.push_str("- ");
        } else if !self.breaks_word(paragraph, word)
            || !first.is_some_and(char::is_lowercase)
            || !before.is_some_and(char::is_lowercase)
        {
            paragraph.push('-');
        }
        paragraph.push_str(line);
    }

    /// Whether the hyphen between the end of `paragraph` and `next` was put in by the line end.
    fn breaks_word(&self, paragraph: &str, next: &str) -> bool {
        let start = paragraph.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let first = paragraph[start..].trim_start_matches(|c: char| !c.is_alphanumeric());
        let next = next.trim_end_matches(|c: char| !c.is_alphanumeric());
        let whole = format!("{first}{next}").to_lowercase();
        if self.words.contains(&whole) {
            return true;
        }
        let hyphened = format!("{first}-{next}").to_lowercase();
        !self.words.contains(&hyphened) && self.broken * 50 >= self.lines
    }
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{ad}' | '\u{2010}')
}

/// Ends with a word and a hyphen; a ruled line of hyphens or "-2-" is none.
pub(super) fn ends_with_hyphen(text: &str) -> bool {
    let mut end = text.chars().rev();
    end.next().is_some_and(is_hyphen)
        && end.next().is_some_and(char::is_alphanumeric)
        && !text.starts_with(is_hyphen)
}

/// Ends with a hyphen after at least two lower-case letters.
fn ends_broken(text: &str) -> bool {
    let mut chars = text.chars().rev();
    chars.next().is_some_and(is_hyphen)
        && chars.next().is_some_and(char::is_lowercase)
        && chars.next().is_some_and(char::is_lowercase)
}
