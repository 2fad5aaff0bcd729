//! Sentences that a converter broke into paragraphs.
//!
//! Text copied from a PDF often has a paragraph a line. A paragraph that ends in the middle of a
//! sentence and is followed by one that begins with a small letter is one paragraph.

use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Extraction;
use crate::model::Span;

/// Shortest line that may have been broken, in characters: items of a list are shorter.
const MIN_LINE: usize = 60;

/// Joins such paragraphs. The line feed between them becomes a space, so every span stays true.
pub(super) fn rejoin(extraction: &mut Extraction) {
    let text = std::mem::take(&mut extraction.text);
    let mut bytes = text.clone().into_bytes();
    let mut joined: Vec<Block> = Vec::with_capacity(extraction.blocks.len());
    let mut last_line = Span::default();
    for block in extraction.blocks.drain(..) {
        let line = block.span;
        match joined.last_mut() {
            Some(last)
                if continues(last, last_line.of(&text), &block, line.of(&text))
                    && last.span.end() + 1 == line.start() =>
            {
                bytes[last.span.end()] = b' ';
                last.span = last.span.cover(line);
            }
            _ => joined.push(block),
        }
        last_line = line;
    }
    extraction.blocks = joined;
    // Only line feeds were replaced, by spaces, so the text is still UTF-8.
    extraction.text = String::from_utf8(bytes).unwrap_or(text);
}

fn continues(last: &Block, last_line: &str, next: &Block, line: &str) -> bool {
    let plain = |block: &Block| block.kind == BlockKind::Paragraph && block.label.is_none();
    let marker = line
        .split(' ')
        .next()
        .is_some_and(|word| word.chars().count() <= 4 && word.ends_with([')', '.']));
    plain(last)
        && plain(next)
        && last_line.chars().count() >= MIN_LINE
        && !last_line.ends_with(['.', ';', ':', '!', '?'])
        && line.starts_with(char::is_lowercase)
        && !marker
}

#[cfg(test)]
mod tests {
    use super::rejoin;
    use crate::model::Block;
    use crate::model::BlockKind;
    use crate::model::Extraction;
    use crate::model::Format;
    use crate::model::Span;

    #[test]
    fn a_sentence_over_two_paragraphs_is_one() {
        let lines = [
            "If the supplier becomes aware of an incident that concerns the data (such as",
            "access or loss), it shall notify the customer.",
            "next is a list",
        ];
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in lines {
            let span = Span::new(start, start + line.len());
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                span,
                label: None,
                page: None,
                address: None,
            });
            start = span.end() + 1;
        }
        let (text, format) = (lines.join("\n"), Format::Markdown);
        let mut extraction = Extraction { text, blocks, ..Extraction::new(format) };
        rejoin(&mut extraction);
        assert_eq!(extraction.blocks.len(), 2);
        assert!(extraction.text.contains("(such as access or loss)"));
    }
}
