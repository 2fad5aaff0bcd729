//! Plain text in any encoding: a byte-order mark decides, then valid UTF-8, then a guess.

use super::Builder;
use super::furniture;
use super::furniture::Furniture;
use crate::model::BlockKind;
use crate::model::Extraction;
use crate::model::Format;
use crate::model::Furniture as FurnitureKind;
use crate::model::NoteKind;
use chardetng::EncodingDetector;
use chardetng::Iso2022JpDetection;
use chardetng::Utf8Detection;
use encoding_rs::Encoding;

/// Decoded text, and what was assumed.
pub(super) struct Decoded {
    pub(super) text: String,
    /// Name of the encoding where it was guessed.
    pub(super) guessed: Option<&'static str>,
    /// Whether some bytes made no sense in that encoding.
    pub(super) lossy: bool,
}

/// Decodes bytes of unknown encoding.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        let (text, _, lossy) = encoding.decode(bytes);
        return Decoded { text: text.into_owned(), guessed: None, lossy };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.to_owned(), guessed: None, lossy: false };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Allow);
    let (text, _, lossy) = encoding.decode(bytes);
    Decoded { text: text.into_owned(), guessed: Some(encoding.name()), lossy }
}

/// Notes about how `decoded` came about.
pub(super) fn note_encoding(builder: &mut Builder, decoded: &Decoded) {
    if let Some(name) = decoded.guessed {
        builder.note(
            NoteKind::EncodingGuessed,
            None,
            format!("the text encoding was taken to be {name}"),
        );
    }
    if decoded.lossy {
        builder.note(
            NoteKind::Garbled,
            None,
            "some bytes are not text in the encoding of the file",
        );
    }
}

/// Reads plain text: blank lines separate paragraphs, a form feed begins a page.
pub(super) fn read(bytes: &[u8]) -> Extraction {
    let decoded = decode(bytes);
    let mut builder = Builder::new(Format::Text);
    note_encoding(&mut builder, &decoded);
    let paged = decoded.text.contains('\u{c}');
    let furniture = Furniture::of(&decoded.text);
    for page in decoded.text.split('\u{c}') {
        if paged {
            builder.begin_page();
        }
        push_page(&mut builder, page, &furniture);
    }
    builder.finish()
}

/// Splits running text into paragraphs at blank lines, and at lines that plainly begin something
/// new (a number, a bullet, a line after a short line).
pub(super) fn push_paragraphs(builder: &mut Builder, text: &str) {
    push_page(builder, text, &Furniture::of(""));
}

/// The same for text with lines that belong to its pages. They are set apart, and a sentence that
/// goes on behind them is one.
fn push_page(builder: &mut Builder, text: &str, furniture: &Furniture) {
    let width = usual_width(text);
    let mut open = OpenParagraph { builder, text: String::new(), held: Vec::new() };
    let mut previous_len = 0;
    let mut blank = false;
    for line in text.lines() {
        let trimmed = Some(line.trim()).filter(|line| !is_rule(line)).unwrap_or_default();
        if trimmed.is_empty() {
            blank = true;
            continue;
        }
        if furniture.holds(trimmed) {
            open.hold(trimmed);
            continue;
        }
        let begins = begins_item(trimmed)
            || match (open.held.is_empty(), blank) {
                (true, false) => previous_len * 3 < width * 2,
                (true, true) => true,
                (false, _) => !furniture::goes_on(&open.text, trimmed),
            };
        if begins {
            open.close();
        }
        join_line(&mut open.text, trimmed);
        previous_len = trimmed.chars().count();
        blank = false;
    }
    open.close();
}

/// A paragraph that further lines may belong to.
struct OpenParagraph<'b> {
    builder: &'b mut Builder,
    text: String,
    /// Lines of the page's foot and head that were met within it.
    held: Vec<String>,
}

impl OpenParagraph<'_> {
    fn hold(&mut self, line: &str) {
        self.held.push(line.to_owned());
        if self.text.is_empty() {
            self.close();
        }
    }

    fn close(&mut self) {
        self.builder.push(BlockKind::Paragraph, None, &self.text);
        self.text.clear();
        for line in self.held.drain(..) {
            self.builder.push(BlockKind::Furniture(FurnitureKind::Footer), None, &line);
        }
    }
}

/// Appends a line to a paragraph, undoing a hyphen at the line end.
pub(super) fn join_line(paragraph: &mut String, line: &str) {
    let next_lower = line.chars().next().is_some_and(char::is_lowercase);
    if next_lower && ends_with_broken_word(paragraph) {
        paragraph.pop();
    } else if !paragraph.is_empty() {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

/// Whether the text ends with a hyphen that a line break put into a word: a letter before it.
/// "ISO-" before a digit or a capital is left alone by the caller's look at the next line.
fn ends_with_broken_word(text: &str) -> bool {
    let mut chars = text.chars().rev();
    matches!(chars.next(), Some('-' | '\u{ad}' | '\u{2010}'))
        && chars.next().is_some_and(char::is_alphabetic)
        && chars.next().is_some_and(char::is_alphabetic)
}

/// Length of the longest usual line: hard-wrapped text has most lines near it.
fn usual_width(text: &str) -> usize {
    let mut lengths: Vec<usize> =
        text.lines().map(|line| line.trim().chars().count()).filter(|&length| length > 0).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() * 3 / 4).copied().unwrap_or(0)
}

/// Whether a line only draws a line, under a heading or between paragraphs.
fn is_rule(line: &str) -> bool {
    let first = line.chars().next().unwrap_or_default();
    line.len() > 2 && "-=~_*^#+\".".contains(first) && line.chars().all(|c| c == first)
}

/// Whether a line begins with a number, a letter in brackets or a bullet.
pub(super) fn begins_item(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    let bare = first.trim_matches(['(', ')', '.', '§', ':']);
    let marked = first.len() > bare.len();
    let bullet = matches!(first, "-" | "*" | "•" | "–" | "▪" | "◦" | "o" | "#" | "##" | "###");
    let number = bare.starts_with(|c: char| c.is_ascii_digit())
        && bare.chars().all(|c| c.is_ascii_digit() || c == '.')
        && (marked || bare.contains('.'));
    let letter = marked
        && bare.len() <= 3
        && !bare.is_empty()
        && bare.chars().all(|c| c.is_ascii_lowercase());
    bullet || number || letter
}

#[cfg(test)]
mod tests {
    use super::read;

    fn blocks(text: &str) -> Vec<String> {
        let extraction = read(text.as_bytes());
        extraction.blocks.iter().map(|block| block.span.of(&extraction.text).to_owned()).collect()
    }

    #[test]
    fn wrapped_lines_join_and_items_begin_blocks() {
        let text = "The Supplier shall notify the Customer of every incident with-\nout undue delay and at the latest within\n(a) 24 hours, or\n(b) a shorter time.\n\n2.1 Next clause";
        assert_eq!(
            blocks(text),
            [
                "The Supplier shall notify the Customer of every incident without undue delay and at the latest within",
                "(a) 24 hours, or",
                "(b) a shorter time.",
                "2.1 Next clause",
            ]
        );
    }

    #[test]
    fn the_foot_of_a_page_breaks_no_sentence() {
        let page = |n: u32| {
            format!(
                "{n}. The Supplier shall keep the records that concern the services of the\n\n\
                 Page {n}\n\nCustomer for six years.\n\n"
            )
        };
        let text: String = (1..4).map(page).collect();
        let found = blocks(&text);
        assert_eq!(found[1], "Page 1");
        assert!(found[0].ends_with("services of the Customer for six years."), "{found:?}");
        assert_eq!(found.len(), 6);
    }

    #[test]
    fn drawn_lines_are_no_text() {
        assert_eq!(blocks("Security\n~~~~~~~~\nEncrypt.\n---\n"), ["Security", "Encrypt."]);
    }

    #[test]
    fn other_encodings_are_guessed_and_said() {
        let extraction = read(b"Leverant\xf6ren ska kryptera alla uppgifter som \xf6verf\xf6rs.");
        assert!(extraction.text.contains("Leverantören"));
        assert_eq!(extraction.notes[0].kind.code(), "encoding-guessed");
    }
}
