//! The text of a document with its evidence marked: each passage leads to the findings that rest on it.

use crate::model::Block;
use crate::model::BlockKind;
use crate::model::DocumentText;
use crate::model::Evidence;
use crate::model::PackReport;
use crate::model::Role;
use crate::model::Span;

/// Most bytes of text of one document on a page; browsers grow slow beyond.
const MOST: usize = 4 << 20;

/// A passage to be marked.
#[derive(Debug, Clone)]
struct Passage {
    span: Span,
    role: Role,
    /// Number of its finding in the pack.
    finding: usize,
    /// Number of the passage in its finding.
    number: usize,
}

/// A document as it is shown.
pub(super) struct DocumentView {
    /// Its paragraphs and tables, in reading order.
    pub(super) parts: Vec<Part>,
    /// Whether the end was left out.
    pub(super) cut: bool,
}

/// A part of a document.
pub(super) enum Part {
    /// A page with this number begins.
    Page(String),
    /// A heading.
    Heading(Paragraph),
    /// Running text.
    Paragraph(Paragraph),
    /// An item of a list, with its level.
    Item(Paragraph),
    /// What is shown but not judged: headers, footers, comments, hidden text.
    Aside(Paragraph),
    /// Rows of cells, each with its paragraphs.
    Table(Vec<Vec<Vec<Paragraph>>>),
}

/// Text with marks in it.
pub(super) struct Paragraph {
    /// Automatic number or bullet.
    pub(super) label: String,
    /// The text in pieces.
    pub(super) pieces: Vec<Piece>,
}

/// A stretch of text on which the same findings rest.
pub(super) struct Piece {
    /// The text.
    pub(super) text: String,
    /// Class of the strongest role; empty for text that is no evidence.
    pub(super) role: &'static str,
    /// Passages that begin here, as finding and number.
    pub(super) begins: Vec<(usize, usize)>,
    /// Findings whose passage ends here.
    pub(super) ends: Vec<usize>,
}

/// The document with this number as it is shown.
pub(super) fn view(pack: &PackReport, number: usize) -> Option<DocumentView> {
    let text = pack.texts.get(number)?;
    let passages = passages(pack, number);
    let mut view = DocumentView { parts: Vec::new(), cut: false };
    let mut page = None;
    let mut table = None;
    for block in &text.blocks {
        if block.span.start() > MOST {
            view.cut = true;
            break;
        }
        if block.page.is_some() && block.page != page {
            page = block.page;
            table = None;
            view.parts.extend(page.map(|number| Part::Page(number.to_string())));
        }
        let paragraph = paragraph(block, text, &passages);
        match block.kind {
            BlockKind::TableCell(cell) => {
                let at = (cell.table, cell.row, cell.column);
                add_cell(&mut view.parts, table, at, paragraph);
                table = Some(at);
                continue;
            }
            BlockKind::Heading(_) => view.parts.push(Part::Heading(paragraph)),
            BlockKind::Paragraph => view.parts.push(Part::Paragraph(paragraph)),
            BlockKind::ListItem(_) => view.parts.push(Part::Item(paragraph)),
            BlockKind::Footnote | BlockKind::Furniture(_) => {
                view.parts.push(Part::Aside(paragraph));
            }
        }
        table = None;
    }
    Some(view)
}

/// Whether a passage is marked where it stands. What only makes a demand apply is not: it would
/// mark half of every document.
pub(super) fn is_marked(evidence: &Evidence) -> bool {
    evidence.role != Role::Triggers && !evidence.span.is_empty()
}

/// Passages of a document in order of text.
fn passages(pack: &PackReport, document: usize) -> Vec<Passage> {
    let mut passages = Vec::new();
    for (finding, found) in pack.findings.iter().enumerate() {
        for (number, evidence) in found.evidence.iter().enumerate() {
            if evidence.document == document && is_marked(evidence) {
                let (span, role) = (evidence.span, evidence.role);
                passages.push(Passage { span, role, finding, number });
            }
        }
    }
    passages.sort_by_key(|passage| (passage.span.start(), passage.span.end(), passage.finding));
    passages
}

/// Adds a cell's paragraph to the table that is being built, or begins one.
fn add_cell(
    parts: &mut Vec<Part>,
    last: Option<(u32, u32, u32)>,
    at: (u32, u32, u32),
    paragraph: Paragraph,
) {
    let same_table = last.is_some_and(|last| last.0 == at.0);
    if !same_table {
        parts.push(Part::Table(Vec::new()));
    }
    let Some(Part::Table(rows)) = parts.last_mut() else { return };
    let same_row = same_table && last.is_some_and(|last| last.1 == at.1);
    if !same_row {
        rows.push(Vec::new());
    }
    let Some(row) = rows.last_mut() else { return };
    let same_cell = same_row && last.is_some_and(|last| last.2 == at.2);
    match row.last_mut().filter(|_| same_cell) {
        Some(cell) => cell.push(paragraph),
        None => row.push(vec![paragraph]),
    }
}

fn paragraph(block: &Block, text: &DocumentText, passages: &[Passage]) -> Paragraph {
    Paragraph {
        label: block.label.clone().unwrap_or_default(),
        pieces: pieces(block.span, &text.text, passages),
    }
}

/// Cuts a block where passages begin and end.
fn pieces(block: Span, text: &str, passages: &[Passage]) -> Vec<Piece> {
    let within = |passage: &&Passage| {
        passage.span.start() < block.end() && passage.span.end() > block.start()
    };
    let here: Vec<&Passage> = passages.iter().filter(within).collect();
    let mut cuts = vec![block.start(), block.end()];
    for passage in &here {
        cuts.push(passage.span.start().max(block.start()));
        cuts.push(passage.span.end().min(block.end()));
    }
    cuts.sort_unstable();
    cuts.dedup();
    let stretches = cuts.windows(2).map(|ends| Span::new(ends[0], ends[1]));
    stretches
        .map(|stretch| {
            let covers = |passage: &&&Passage| passage.span.contains(stretch);
            let covering: Vec<&Passage> = here.iter().filter(covers).copied().collect();
            let begins = covering.iter().filter(|passage| {
                passage.span.start().max(block.start()) == stretch.start()
                    && passage.span.start() >= block.start()
            });
            let ends = covering.iter().filter(|passage| passage.span.end() == stretch.end());
            let mut ends: Vec<usize> = ends.map(|passage| passage.finding).collect();
            ends.dedup();
            Piece {
                text: stretch.of(text).to_owned(),
                role: covering.iter().map(|passage| passage.role).min().map_or("", Role::code),
                begins: begins.map(|passage| (passage.finding, passage.number)).collect(),
                ends,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Passage;
    use super::pieces;
    use crate::model::Role;
    use crate::model::Span;

    fn passage(start: usize, end: usize, finding: usize) -> Passage {
        Passage { span: Span::new(start, end), role: Role::Supports, finding, number: 0 }
    }

    #[test]
    fn overlapping_passages_lose_no_text() {
        let text = "one two three four";
        let found = pieces(Span::new(0, 18), text, &[passage(4, 13, 1), passage(8, 18, 2)]);
        let words: Vec<&str> = found.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(words, ["one ", "two ", "three", " four"]);
        assert_eq!(found[1].begins, [(1, 0)]);
        assert_eq!(found[2].ends, [1]);
        assert_eq!(found[3].ends, [2]);
        assert_eq!(found[0].role, "");
    }

    #[test]
    fn a_passage_over_two_blocks_is_marked_in_both_and_begins_once() {
        let text = "one two\nthree four";
        let passages = [passage(4, 13, 1)];
        let first = pieces(Span::new(0, 7), text, &passages);
        let second = pieces(Span::new(8, 18), text, &passages);
        assert_eq!((first[1].text.as_str(), second[0].text.as_str()), ("two", "three"));
        assert_eq!((first[1].begins.len(), second[0].begins.len()), (1, 0));
        assert_eq!((first[1].ends.len(), second[0].ends.len()), (0, 1));
    }
}
