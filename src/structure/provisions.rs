//! Provisions: the units that are judged, each with what it must be read with.

use super::bounds::Bounds;
use super::bounds::MOST_SHORT_CELLS;
use super::bounds::MOST_SPANS;
use super::clauses::PlaceInTree;
use super::clauses::Tree;
use super::clauses::is_run_in_title;
use super::tables::Row;
use super::tables::Table;
use crate::language::grammar;
use crate::language::sentences;
use crate::model::Block;
use crate::model::BlockKind;
use crate::model::ClauseId;
use crate::model::ClauseKind;
use crate::model::Force;
use crate::model::Language;
use crate::model::Note;
use crate::model::Provision;
use crate::model::ProvisionKind;
use crate::model::Span;

/// Longest row that is judged as one provision, in bytes; longer rows, and those with a long cell of
/// several sentences, are judged sentence by sentence, each with the short cells of its row.
const MAX_ROW: usize = 700;
/// Shortest lead-in of a list within a sentence, in bytes.
const MIN_HEAD: usize = 10;
/// Longest cell that is read together with the long cells of its row.
const SHORT_CELL: usize = 120;

/// What provisions are cut from.
pub(super) struct Input<'a> {
    pub(super) text: &'a str,
    pub(super) folded: &'a str,
    pub(super) blocks: &'a [Block],
    pub(super) tree: &'a Tree,
    pub(super) contents: &'a [bool],
    pub(super) languages: &'a [Language],
}

/// Cuts the document into provisions, in reading order, and says what could not be judged as it
/// stands.
pub(super) fn cut(input: &Input<'_>) -> (Vec<Provision>, Vec<Note>) {
    let mut cutter = Cutter {
        input,
        provisions: Vec::new(),
        lead_ins: Vec::new(),
        paragraph: 0,
        bounds: Bounds::new(input.text.len()),
    };
    let mut index = 0;
    while index < input.blocks.len() {
        if matches!(input.blocks[index].kind, BlockKind::TableCell(_)) {
            index = cutter.cut_table(index);
        } else {
            cutter.cut_block(index);
            index += 1;
        }
    }
    (cutter.provisions, cutter.bounds.notes())
}

/// A sentence that list items continue.
struct LeadIn {
    span: Span,
    depth: u8,
    clause: Option<ClauseId>,
    /// Whether it ends with a colon, so that numbered subclauses continue it too.
    colon: bool,
}

struct Cutter<'a> {
    input: &'a Input<'a>,
    provisions: Vec<Provision>,
    lead_ins: Vec<LeadIn>,
    paragraph: u32,
    bounds: Bounds,
}

impl Cutter<'_> {
    fn cut_block(&mut self, index: usize) {
        let block = &self.input.blocks[index];
        let place = self.input.tree.places[index];
        if matches!(block.kind, BlockKind::Furniture(_)) {
            return;
        }
        self.paragraph += 1;
        if self.input.contents[index] {
            self.push(index, place, place.body, ProvisionKind::ContentsEntry, Vec::new(), None);
            return;
        }
        if place.heading {
            self.lead_ins.clear();
            if !place.body.is_empty() {
                self.push(index, place, place.body, ProvisionKind::Heading, Vec::new(), None);
            }
            return;
        }
        self.close_lead_ins(place);
        let lead_in: Vec<Span> = self.lead_ins.iter().map(|lead_in| lead_in.span).collect();
        let kind =
            if lead_in.is_empty() { ProvisionKind::Sentence } else { ProvisionKind::ListItem };
        let spans = self.sentence_spans(index, place.body);
        for (at, span) in spans.iter().enumerate() {
            let title = kind == ProvisionKind::Sentence
                && block.kind == BlockKind::Paragraph
                && place.list_depth == 0
                && is_run_in_title(
                    span.of(self.input.text),
                    self.input.languages[index],
                    at + 1 < spans.len(),
                );
            if title {
                self.push(index, place, *span, ProvisionKind::Heading, Vec::new(), None);
            } else {
                self.push_with_items(index, place, *span, kind, &lead_in);
            }
        }
        let last = spans.last().copied();
        match last.and_then(|span| self.head_of_open_list(index, span)) {
            Some(span) => self.lead_ins.push(LeadIn {
                span,
                depth: place.list_depth,
                clause: place.clause,
                colon: true,
            }),
            None => self.open_lead_in(index, place, last),
        }
    }

    fn sentence_spans(&self, index: usize, body: Span) -> Vec<Span> {
        sentences(body.of(self.input.text), self.input.languages[index])
            .into_iter()
            .map(|range| Span::new(body.start() + range.start, body.start() + range.end))
            .collect()
    }

    /// A sentence; if it holds a list of its own ("(a) …; (b) …"), an item each.
    fn push_with_items(
        &mut self,
        index: usize,
        place: PlaceInTree,
        span: Span,
        kind: ProvisionKind,
        lead_in: &[Span],
    ) {
        let items = inline_items(span.of(self.input.folded));
        let Some((&first, _)) = items.split_first() else {
            self.push(index, place, span, kind, lead_in.to_vec(), None);
            return;
        };
        let head = Span::new(span.start(), span.start() + first);
        let mut with_head = lead_in.to_vec();
        with_head.push(head);
        for (at, &start) in items.iter().enumerate() {
            let end = items.get(at + 1).copied().unwrap_or(span.len());
            let item =
                trimmed(self.input.text, Span::new(span.start() + start, span.start() + end));
            self.push(index, place, item, ProvisionKind::ListItem, with_head.clone(), None);
        }
    }

    /// Adds a provision; in pieces, if it is longer than any sentence.
    fn push(
        &mut self,
        index: usize,
        place: PlaceInTree,
        span: Span,
        kind: ProvisionKind,
        lead_in: Vec<Span>,
        stated_force: Option<Force>,
    ) {
        let lead_in = self.bounds.read_with(lead_in);
        for piece in self.bounds.pieces(self.input.text, span) {
            self.push_piece(index, place, piece, kind, lead_in.clone(), stated_force);
        }
    }

    fn push_piece(
        &mut self,
        index: usize,
        place: PlaceInTree,
        span: Span,
        kind: ProvisionKind,
        lead_in: Vec<Span>,
        stated_force: Option<Force>,
    ) {
        let in_definitions = place
            .clause
            .is_some_and(|clause| self.input.tree.clauses[clause].kind == ClauseKind::Definitions);
        let content = span.of(self.input.text);
        let language = self.input.languages[index];
        let kind = match kind {
            ProvisionKind::Heading | ProvisionKind::ContentsEntry => kind,
            _ if content.ends_with('?') => ProvisionKind::Question,
            _ if content.starts_with('[') && content.ends_with(']') => ProvisionKind::Placeholder,
            _ if defines(content, span.of(self.input.folded), language, in_definitions)
                || self.continues_definition(&lead_in, language, in_definitions) =>
            {
                ProvisionKind::Definition
            }
            kind => kind,
        };
        self.provisions.push(Provision {
            kind,
            span,
            lead_in,
            clause: place.clause,
            paragraph: self.paragraph,
            stated_force,
            page: self.input.blocks[index].page,
            address: self.input.blocks[index].address.clone(),
            language,
        });
    }

    /// Whether an item belongs to a definition: `"Incident" means: (a) …`.
    fn continues_definition(
        &self,
        lead_in: &[Span],
        language: Language,
        in_definitions: bool,
    ) -> bool {
        let Input { text, folded, .. } = self.input;
        lead_in.iter().any(|span| defines(span.of(text), span.of(folded), language, in_definitions))
    }

    /// Forgets lead-ins that the block does not continue.
    fn close_lead_ins(&mut self, place: PlaceInTree) {
        let tree = self.input.tree;
        let parent = place.clause.and_then(|clause| tree.clauses[clause].parent);
        self.lead_ins.retain(|lead_in| {
            let deeper = place.list_depth > lead_in.depth;
            let subclause = lead_in.colon
                && place.opens
                && lead_in.clause.is_some()
                && parent == lead_in.clause;
            deeper || subclause
        });
    }

    fn open_lead_in(&mut self, index: usize, place: PlaceInTree, last: Option<Span>) {
        let Some(span) = last else { return };
        if is_agreement(span.of(self.input.folded), self.input.languages[index]) {
            return;
        }
        let content = span.of(self.input.text);
        let colon = content.ends_with(':');
        let unfinished = !content.ends_with(['.', ';', '!', '?', ','])
            && is_worded(content)
            && self.next_is_deeper(index, place);
        if colon || unfinished {
            self.lead_ins.push(LeadIn {
                span,
                depth: place.list_depth,
                clause: place.clause,
                colon,
            });
        }
    }

    /// What precedes the first item of a list whose second item begins the next block: "The
    /// Supplier may: (a) copy;" before "(b) print."
    fn head_of_open_list(&self, index: usize, span: Span) -> Option<Span> {
        let next = self.next_judged(index)?;
        let next = self.input.blocks[next].span.of(self.input.folded);
        let folded = span.of(self.input.folded);
        [("(a)", "(b)"), ("(i)", "(ii)"), ("(1)", "(2)")].into_iter().find_map(|(first, second)| {
            let at = folded.find(first).filter(|at| *at >= MIN_HEAD && next.starts_with(second))?;
            Some(Span::new(span.start(), span.start() + at))
        })
    }

    /// The next block that is no furniture.
    fn next_judged(&self, index: usize) -> Option<usize> {
        let furniture = |at: &usize| matches!(self.input.blocks[*at].kind, BlockKind::Furniture(_));
        (index + 1..self.input.blocks.len()).find(|at| !furniture(at))
    }

    fn next_is_deeper(&self, index: usize, place: PlaceInTree) -> bool {
        self.next_judged(index)
            .is_some_and(|at| self.input.tree.places[at].list_depth > place.list_depth)
    }

    /// Cuts the table that begins at a block; returns the block after it.
    fn cut_table(&mut self, first: usize) -> usize {
        let (tables, end) = Table::gather(self.input.text, self.input.blocks, first);
        let lead_in: Vec<Span> = self
            .lead_ins
            .iter()
            .filter(|lead_in| lead_in.colon)
            .map(|lead_in| lead_in.span)
            .collect();
        for table in &tables {
            for &(_, heading) in &table.headings {
                self.paragraph += 1;
                let place = self.input.tree.places[first];
                let blocks = &self.input.blocks[first..end];
                let before = blocks.partition_point(|block| block.span.start() < heading.start());
                let index = if before < blocks.len() { first + before } else { first };
                self.push(index, place, heading, ProvisionKind::Heading, Vec::new(), None);
            }
            for row in &table.rows {
                self.paragraph += 1;
                self.cut_row(table, row, &lead_in);
            }
        }
        self.lead_ins.clear();
        end
    }

    fn cut_row(&mut self, table: &Table, row: &Row, lead_in: &[Span]) {
        let (text, blocks) = (self.input.text, self.input.blocks);
        let Some(&(first, _)) = row.cells.first() else { return };
        let force = table.stated_force(text, blocks, row);
        let spans: Vec<Span> = row.cells.iter().map(|&(index, _)| blocks[index].span).collect();
        let whole = spans.iter().copied().reduce(Span::cover).unwrap_or_default();
        let long_cells = row.cells.iter().filter(|&&(index, _)| self.is_long(index)).count();
        let several = row.cells.iter().any(|&(index, _)| {
            self.is_long(index)
                && self.sentence_spans(index, self.input.tree.places[index].body).len() > 1
        });
        if whole.len() <= MAX_ROW && long_cells <= 1 && !several && row.cells.len() > 1 {
            let mut read_with = lead_in.to_vec();
            read_with.extend(table.headings.iter().map(|(_, span)| *span).take(MOST_SPANS + 1));
            // Where a column was left out in between, the longest cell stands for the row.
            let (mut index, mut span) = (first, whole);
            if row.cells.last().is_some_and(|&(last, _)| last - first >= row.cells.len()) {
                index = row
                    .cells
                    .iter()
                    .map(|&(index, _)| index)
                    .max_by_key(|&index| blocks[index].span.len())
                    .unwrap_or(first);
                span = blocks[index].span;
                read_with.extend(
                    row.cells
                        .iter()
                        .filter(|&&(other, _)| other != index)
                        .map(|&(other, _)| blocks[other].span),
                );
            }
            let place = self.input.tree.places[first];
            self.push(index, place, span, ProvisionKind::TableRow, read_with, force);
            return;
        }
        for &(index, column) in &row.cells {
            if !self.is_long(index) && row.cells.len() > 1 && long_cells > 0 {
                continue;
            }
            let mut read_with = lead_in.to_vec();
            read_with.extend(table.heading(column));
            let short =
                row.cells.iter().filter(|&&(other, _)| other < index && !self.is_long(other));
            let short = short.map(|&(other, _)| blocks[other].span).take(MOST_SHORT_CELLS + 1);
            read_with.extend(self.bounds.short_cells(short.collect()));
            for span in self.sentence_spans(index, self.input.tree.places[index].body) {
                let place = self.input.tree.places[index];
                self.push_row_sentence(index, place, span, read_with.clone(), force);
            }
        }
    }

    fn push_row_sentence(
        &mut self,
        index: usize,
        place: PlaceInTree,
        span: Span,
        read_with: Vec<Span>,
        force: Option<Force>,
    ) {
        let kind =
            if read_with.is_empty() { ProvisionKind::Sentence } else { ProvisionKind::TableRow };
        self.push(index, place, span, kind, read_with, force);
    }

    fn is_long(&self, index: usize) -> bool {
        self.input.blocks[index].span.len() > SHORT_CELL
    }
}

/// Whether a sentence is that with which the parties begin to agree: "NOW, THEREFORE, in
/// consideration of …, the parties agree as follows:". All of the contract continues it, and
/// nothing in it is said of any one clause.
fn is_agreement(folded: &str, language: Language) -> bool {
    let grammar = grammar(language);
    grammar.agreement_ends.iter().any(|end| folded.ends_with(end))
        && grammar.agreement_words.iter().any(|word| folded.contains(word))
}

/// Whether a text has words that may begin a sentence: "12" and "Annex B" have none.
fn is_worded(text: &str) -> bool {
    text.split_whitespace().any(|word| word.starts_with(char::is_lowercase))
}

fn trimmed(text: &str, span: Span) -> Span {
    let content = span.of(text);
    let lead = content.len() - content.trim_start().len();
    Span::new(span.start() + lead, span.start() + lead + content.trim().len())
}

/// Where the items of a list within a sentence begin: "(a)", "(b)" … in order, after the first
/// ten bytes. Empty if there are fewer than two.
fn inline_items(folded: &str) -> Vec<usize> {
    for first in ["(a)", "(i)", "(1)", " a)"] {
        let mut starts = Vec::new();
        let mut from = 0;
        for step in 0_u8..26 {
            let marker = match first {
                "(a)" => format!("({})", char::from(b'a' + step)),
                " a)" => format!(" {})", char::from(b'a' + step)),
                "(1)" => format!("({})", step + 1),
                _ => match ROMAN.get(usize::from(step)) {
                    Some(roman) => format!("({roman})"),
                    None => break,
                },
            };
            match folded[from..].find(&marker) {
                Some(at) => {
                    starts.push(from + at);
                    from += at + marker.len();
                }
                None => break,
            }
        }
        if starts.len() >= 2 && starts[0] >= MIN_HEAD {
            return starts;
        }
    }
    Vec::new()
}

const ROMAN: [&str; 12] =
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// Whether a sentence defines a term rather than demanding something: `"Incident" means …`.
fn defines(text: &str, folded: &str, language: Language, in_definitions: bool) -> bool {
    let grammar = grammar(language);
    let head_end = folded.char_indices().nth(80).map_or(folded.len(), |(at, _)| at);
    let head = &folded[..head_end];
    let marked = grammar.definition_verbs.iter().any(|marker| head.contains(marker));
    let quoted = text.starts_with(['"', '“', '”', '„', '«', '»', '\'', '‘'])
        || grammar.definition_openers.iter().any(|opener| head.starts_with(opener));
    marked && (quoted || in_definitions)
}

#[cfg(test)]
mod tests {
    use super::defines;
    use super::inline_items;
    use crate::language::fold;
    use crate::model::Language;

    #[test]
    fn lists_within_a_sentence() {
        let text = "the supplier shall (a) encrypt all data; and (b) log all access.";
        let items: Vec<&str> = inline_items(text).iter().map(|&at| &text[at..at + 3]).collect();
        assert_eq!(items, ["(a)", "(b)"]);
        assert!(inline_items("see clause 4(a) for more").is_empty());
    }

    #[test]
    fn definitions() {
        let check = |text: &str, language, inside| defines(text, &fold(text), language, inside);
        let en = Language::English;
        assert!(check("\"Incident\" means any event.", en, false));
        assert!(check("Incident means any event.", en, true));
        assert!(!check("This means that the Supplier shall act.", en, false));
        assert!(check("Med incident avses varje händelse.", Language::Swedish, false));
        assert!(check("Unter Vorfall versteht man jedes Ereignis.", Language::German, false));
        assert!(check("Par incident, on entend par là tout événement.", Language::French, false));
    }
}
