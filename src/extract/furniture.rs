//! Page numbers and running lines in plain text, where nothing but their look tells them apart.
//!
//! Text that was taken from a paged document has the foot of every page between two halves of a
//! sentence. A line that stands alone is one if it is a page number, or if it recurs, whatever its
//! digits, with a wide gap beside it; three of a kind make a document that has pages.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// How often a line must recur.
const MIN_COUNT: usize = 3;
/// Longest line that may recur at the edge of a page, in bytes.
const MAX_LINE: usize = 120;
/// Blank lines that make a gap that paragraphs do not have.
const WIDE_GAP: usize = 3;
/// Shortest text that may be one half of a sentence, in bytes: headings are shorter.
const MIN_HALF: usize = 40;

/// Lines of a text that belong to its pages.
pub(super) struct Furniture {
    lines: BTreeSet<String>,
}

impl Furniture {
    /// Learns from the whole text.
    pub(super) fn of(text: &str) -> Self {
        let lines: Vec<&str> = text.split(['\n', '\u{c}']).map(str::trim).collect();
        let mut seen: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for (at, line) in lines.iter().enumerate() {
            if line.is_empty() || line.len() > MAX_LINE {
                continue;
            }
            let before = lines[..at].iter().rev().take_while(|line| line.is_empty()).count();
            let after = lines[at + 1..].iter().take_while(|line| line.is_empty()).count();
            let alone = (before > 0 || at == 0) && (after > 0 || at + 1 == lines.len());
            if alone {
                let (count, wide) = seen.entry(key(line)).or_default();
                *count += 1;
                *wide += usize::from(before.max(after) >= WIDE_GAP);
            }
        }
        let lines = seen
            .into_iter()
            .filter(|(line, (count, wide))| {
                let running = line.chars().filter(|c| c.is_alphabetic()).count() >= 4
                    && wide + 1 >= *count
                    && !line.ends_with(['.', ';', ':', ',']);
                *count >= MIN_COUNT && (is_page_number(line) || running)
            })
            .map(|(line, _)| line)
            .collect();
        Self { lines }
    }

    /// Whether a line belongs to a page.
    pub(super) fn holds(&self, line: &str) -> bool {
        !self.lines.is_empty() && line.len() <= MAX_LINE && self.lines.contains(&key(line))
    }
}

/// A line in small letters, with one `#` for each number.
fn key(line: &str) -> String {
    let mut key = String::with_capacity(line.len());
    for c in line.to_lowercase().chars() {
        match c {
            c if c.is_ascii_digit() => {
                if !key.ends_with('#') {
                    key.push('#');
                }
            }
            c if c.is_whitespace() => {
                if !key.ends_with(' ') {
                    key.push(' ');
                }
            }
            c => key.push(c),
        }
    }
    key
}

/// "7", "- 7 -", "A-7", "Page 7 of 9", "Service Agreement Page 7".
fn is_page_number(key: &str) -> bool {
    let bare = key.trim_matches(['-', '–', '—', ' ', '[', ']']);
    bare == "#"
        || (key.contains("page #") && !key.ends_with(['.', ';', ',', ':']))
        || (bare.len() <= 4 && bare.ends_with("-#"))
}

/// Whether a line goes on with the sentence that the foot of a page broke off.
pub(super) fn goes_on(paragraph: &str, line: &str) -> bool {
    if paragraph.len() < MIN_HALF || paragraph.ends_with(['.', ';', ':', '!', '?', '"', '”']) {
        return false;
    }
    let last = paragraph.rsplit(' ').next().unwrap_or_default();
    let small = |word: &str| word.starts_with(char::is_lowercase);
    let shouted = |text: &str| {
        let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(char::is_uppercase)
    };
    small(line)
        || small(last)
        || last.ends_with(',')
        || (shouted(paragraph) && line.split(' ').next().is_some_and(shouted))
}

#[cfg(test)]
mod tests {
    use super::Furniture;
    use super::goes_on;

    #[test]
    fn page_numbers_and_lines_at_every_foot() {
        let page =
            |n: u32| format!("Text of page {n}.\n\nPage {n} of 3\n\nAcme, draft {n}\n\n\n\n");
        let text: String = (1..4).map(page).collect();
        let furniture = Furniture::of(&text);
        assert!(furniture.holds("Page 2 of 3") && furniture.holds("Acme, draft 2"));
        assert!(!furniture.holds("Text of page 2."));
    }

    #[test]
    fn what_recurs_among_paragraphs_is_text() {
        let text = "Definitions\n\nOne.\n\n".repeat(4);
        assert!(!Furniture::of(&text).holds("Definitions"));
        assert!(!Furniture::of("7\n\nText.\n\n8").holds("7"));
    }

    #[test]
    fn half_sentences_go_on() {
        let half = "The Supplier shall maintain the records and accounts of the";
        assert!(goes_on(half, "Customer for six years."));
        assert!(!goes_on("4 Limitation of Liability", "The Supplier is liable."));
        assert!(!goes_on(&format!("{half} year."), "The Supplier is liable."));
        let half = "IN NO EVENT SHALL A PARTY BE LIABLE TO THE";
        assert!(goes_on(half, "OTHER PARTY FOR MORE."));
    }
}
