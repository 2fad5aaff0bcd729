//! Where paragraphs, and the pieces of text in them, stand in the bytes of a Word part.

use super::Refusal;
use crate::model::Anchor;
use quick_xml::Reader;
use quick_xml::events::Event;

/// Deepest nesting of elements that is followed.
const DEEPEST: usize = 4_096;

/// A paragraph.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Where its content begins: behind its properties.
    pub(super) begins: usize,
    /// Where its closing tag begins.
    pub(super) ends: usize,
    /// Its letters and digits.
    pub(super) letters: String,
    /// What stands in it one after the other.
    pub(super) pieces: Vec<Piece>,
}

/// An element directly in a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) begins: usize,
    pub(super) ends: usize,
    /// How many letters of the paragraph come before it, and before its end.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// A part of a Word document, as far as it must be known to put marks into it.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// Prefix of its elements, with the colon: `w:`; empty for none.
    pub(super) prefix: String,
    /// Paragraphs with text, in the order in which they begin.
    pub(super) paragraphs: Vec<Paragraph>,
}

/// An element that is open.
struct Open {
    name: String,
    begins: usize,
    /// Whether its text does not count: deleted, a field's code, or a copy for old programs.
    silent: bool,
}

/// Finds the paragraphs of a part. `text` is its text without a byte-order mark.
pub(super) fn find(text: &str) -> Result<Part, Refusal> {
    Scan::default().run(text)
}

#[derive(Default)]
struct Scan {
    part: Part,
    open: Vec<Open>,
    /// Paragraphs that are open, innermost last, each with its depth.
    current: Vec<(usize, Paragraph)>,
    /// Letters that stood before the piece of the innermost paragraph that is open.
    piece: Vec<usize>,
}

impl Scan {
    fn run(mut self, text: &str) -> Result<Part, Refusal> {
        let mut reader = Reader::from_str(text);
        let unsafe_part = |error: &dyn std::fmt::Display| Refusal::Unsafe(error.to_string());
        loop {
            let begins = position(&reader);
            let event = reader.read_event().map_err(|error| unsafe_part(&error))?;
            let ends = position(&reader);
            match event {
                Event::Start(tag) => {
                    self.start(tag.name().as_ref(), begins, ends)?;
                }
                Event::Empty(tag) => {
                    self.start(tag.name().as_ref(), begins, ends)?;
                    self.end(ends, ends);
                }
                Event::End(_) => self.end(begins, ends),
                Event::Text(words) => self.text(&words),
                Event::CData(words) => self.text(&words),
                Event::Eof => break,
                Event::DocType(_) => {
                    return Err(Refusal::Unsafe("it declares a document type".to_owned()));
                }
                Event::GeneralRef(reference) => {
                    let letter = reference.resolve_char_ref().map_err(|e| unsafe_part(&e))?;
                    self.text(&letter.map(String::from).unwrap_or_default());
                }
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            }
        }
        if !self.open.is_empty() {
            return Err(Refusal::Unsafe("it ends in the middle".to_owned()));
        }
        self.part.paragraphs.sort_by_key(|paragraph| paragraph.begins);
        Ok(self.part)
    }

    fn start(&mut self, name: &str, begins: usize, ends: usize) -> Result<(), Refusal> {
        if self.open.len() >= DEEPEST {
            return Err(Refusal::Unsafe("it is nested too deeply".to_owned()));
        }
        if self.open.is_empty() {
            let prefix = name.find(':').map_or(0, |at| at + 1);
            self.part.prefix = name[..prefix].to_owned();
        }
        let depth = self.open.len();
        if let Some((of, paragraph)) = self.current.last()
            && depth == of + 1
        {
            self.piece.push(paragraph.letters.chars().count());
        }
        let outer = self.open.last().is_some_and(|outer| outer.silent);
        let silent = outer || self.is_silent(name);
        self.open.push(Open { name: name.to_owned(), begins, silent });
        if self.is(name, "p") && !silent {
            self.current.push((depth, Paragraph { begins: ends, ..Paragraph::default() }));
        }
        Ok(())
    }

    /// Text that is not there for a reader: deleted or moved away, codes of fields, and the copy
    /// that old programs read.
    fn is_silent(&self, name: &str) -> bool {
        ["del", "moveFrom", "instrText", "delText"].iter().any(|word| self.is(name, word))
            || name.ends_with(":Fallback")
    }

    fn end(&mut self, begins: usize, ends: usize) {
        let Some(closed) = self.open.pop() else { return };
        let depth = self.open.len();
        let Some((of, paragraph)) = self.current.last_mut() else { return };
        if depth == *of {
            if let Some((_, mut paragraph)) = self.current.pop() {
                paragraph.ends = begins;
                // An empty element has nothing behind its opening tag.
                if paragraph.ends >= paragraph.begins && !paragraph.letters.is_empty() {
                    self.part.paragraphs.push(paragraph);
                }
            }
            return;
        }
        if depth != *of + 1 {
            return;
        }
        let from = self.piece.pop().unwrap_or(0);
        let properties = format!("{}pPr", self.part.prefix);
        if closed.name == properties {
            paragraph.begins = ends;
        } else {
            let to = paragraph.letters.chars().count();
            paragraph.pieces.push(Piece { begins: closed.begins, ends, from, to });
        }
    }

    fn text(&mut self, words: &str) {
        let in_text = self.open.last().is_some_and(|open| self.is(&open.name, "t") && !open.silent);
        if let Some((_, paragraph)) = self.current.last_mut().filter(|_| in_text) {
            paragraph.letters.push_str(&Anchor::letters(words));
        }
    }

    fn is(&self, name: &str, local: &str) -> bool {
        name.strip_prefix(self.part.prefix.as_str()) == Some(local)
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn paragraphs_and_pieces_are_where_they_are() {
        let text = "<w:document><w:p><w:pPr><w:b/></w:pPr><w:r><w:t>One </w:t></w:r>\
                    <w:del><w:r><w:delText>gone</w:delText></w:r></w:del>\
                    <w:ins><w:r><w:t>two</w:t></w:r></w:ins></w:p><w:p/><w:p><w:r/></w:p></w:document>";
        let part = find(text).unwrap();
        assert_eq!(part.prefix, "w:");
        assert_eq!(part.paragraphs.len(), 1, "paragraphs without text are left out");
        let one = &part.paragraphs[0];
        assert_eq!(one.letters, "onetwo");
        assert!(text[..one.begins].ends_with("</w:pPr>"));
        assert!(text[one.ends..].starts_with("</w:p>"));
        let pieces: Vec<&str> = one.pieces.iter().map(|p| &text[p.begins..p.ends]).collect();
        assert!(pieces[0].starts_with("<w:r>") && pieces[0].ends_with("</w:r>"));
        assert!(pieces[2].starts_with("<w:ins>") && pieces[2].ends_with("</w:ins>"));
        assert_eq!((one.pieces[2].from, one.pieces[2].to), (3, 6));
    }

    #[test]
    fn a_text_box_has_paragraphs_of_its_own_and_old_copies_do_not_count() {
        let text = "<x:document><x:p><x:r><x:t>out</x:t><mc:AlternateContent><mc:Choice>\
                    <x:p><x:r><x:t>in</x:t></x:r></x:p></mc:Choice><mc:Fallback><x:p><x:r><x:t>in</x:t>\
                    </x:r></x:p></mc:Fallback></mc:AlternateContent></x:r></x:p></x:document>";
        let part = find(text).unwrap();
        let letters: Vec<&str> = part.paragraphs.iter().map(|p| p.letters.as_str()).collect();
        assert_eq!(letters, ["out", "in"]);
        assert_eq!(part.paragraphs[0].pieces.len(), 1);
    }

    #[test]
    fn what_does_not_hold_together_is_refused() {
        assert!(find("<w:document><w:p></w:document>").is_err());
        assert!(find("<w:document><w:p>").is_err());
        assert!(find("<!DOCTYPE x [<!ENTITY a 'b'>]><w:document/>").is_err());
    }
}
