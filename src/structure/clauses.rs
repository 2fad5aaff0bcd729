//! The clause tree: which block belongs to which numbered or headed clause.

use super::numbering;
use super::numbering::Number;
use super::numbering::Series;
use crate::language::GRAMMARS;
use crate::language::grammar;
use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Clause;
use crate::model::ClauseId;
use crate::model::ClauseKind;
use crate::model::Language;
use crate::model::Span;

/// Longest line that may be a heading without its format saying so, in characters and words.
const MAX_HEADING_CHARS: usize = 90;
const MAX_HEADING_WORDS: usize = 10;

/// Deepest nesting of clauses. No contract comes near it; without it, a list that opens another
/// with every item would cost the square of its length.
const MAX_DEPTH: usize = 32;

/// The tree, and what it says of each block.
pub(super) struct Tree {
    pub(super) clauses: Vec<Clause>,
    pub(super) places: Vec<PlaceInTree>,
}

/// What the tree says of one block.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlaceInTree {
    /// Clause that the block belongs to.
    pub(super) clause: Option<ClauseId>,
    /// Text of the block without its printed number.
    pub(super) body: Span,
    /// Whether the whole block is a heading.
    pub(super) heading: bool,
    /// How deep in a list the block stands; 0 for running text.
    pub(super) list_depth: u8,
    /// Whether the block begins the clause it belongs to.
    pub(super) opens: bool,
}

/// A clause that following blocks may belong to.
struct Open {
    id: ClauseId,
    number: Option<Number>,
    /// Level of the heading, where the format gives one.
    level: Option<u8>,
    /// Depth of the list item that opened it, where the format gives one.
    item: Option<u8>,
}

/// Builds the tree. `contents` says which blocks are lines of a table of contents.
pub(super) fn build(
    text: &str,
    blocks: &[Block],
    contents: &[bool],
    languages: &[Language],
) -> Tree {
    let mut builder = TreeBuilder { text, clauses: Vec::new(), open: Vec::new(), last: None };
    let listed = listed_annexes(text, blocks);
    let places = blocks
        .iter()
        .zip(contents)
        .zip(listed)
        .zip(languages)
        .map(|(((block, contents), listed), language)| match block.kind {
            BlockKind::Furniture(_) => PlaceInTree::outside(block.span),
            _ if *contents => PlaceInTree::outside(block.span),
            _ => builder.place(block, listed, *language),
        })
        .collect();
    Tree { clauses: builder.clauses, places }
}

/// Text that must follow the last of several annex titles for it to begin that annex, in bytes.
const ANNEX_TEXT: usize = 150;

/// For each block, whether it names an annex in a list of annexes, where nothing of the annex
/// itself stands: another title follows, or one stands before and no text of length follows.
fn listed_annexes(text: &str, blocks: &[Block]) -> Vec<bool> {
    let judged: Vec<usize> = (0..blocks.len())
        .filter(|at| !matches!(blocks[*at].kind, BlockKind::Furniture(_)))
        .collect();
    let named: Vec<bool> = judged
        .iter()
        .map(|at| {
            let number = numbering::of_text(blocks[*at].span.of(text), false, None);
            number.is_some_and(|number| number.series == Series::Annex)
        })
        .collect();
    let mut listed = vec![false; blocks.len()];
    for (place, at) in judged.iter().enumerate().filter(|(place, _)| named[*place]) {
        let before = place.checked_sub(1).is_some_and(|before| named[before]);
        let after = named.get(place + 1).copied().unwrap_or(false);
        let text_follows =
            judged.get(place + 1).is_some_and(|next| blocks[*next].span.len() >= ANNEX_TEXT);
        listed[*at] = after || (before && !text_follows);
    }
    listed
}

impl PlaceInTree {
    fn outside(body: Span) -> Self {
        Self { clause: None, body, heading: false, list_depth: 0, opens: false }
    }
}

struct TreeBuilder<'t> {
    text: &'t str,
    clauses: Vec<Clause>,
    open: Vec<Open>,
    /// The number met last, to tell "(i)" after "(h)" from a Roman one.
    last: Option<Number>,
}

impl TreeBuilder<'_> {
    fn place(&mut self, block: &Block, listed: bool, language: Language) -> PlaceInTree {
        let content = block.span.of(self.text);
        let level = match block.kind {
            BlockKind::Heading(level) => Some(level),
            _ => None,
        };
        let item = match block.kind {
            BlockKind::ListItem(depth) => Some(depth),
            _ => None,
        };
        let number = block
            .label
            .as_deref()
            .and_then(|label| numbering::of_label(label, self.last.as_ref()))
            .or_else(|| numbering::of_text(content, level.is_some(), self.last.as_ref()))
            .filter(|number| allowed_in(block.kind, number))
            .filter(|number| !(listed && number.series == Series::Annex))
            .map(|number| self.within_item(number, item));
        let body = number.as_ref().map_or(block.span, |number| {
            Span::new(block.span.start() + number.length, block.span.end())
        });
        let rest = body.of(self.text);
        let in_table = matches!(block.kind, BlockKind::TableCell(_));
        let heading = level.is_some_and(|_| !is_sentence(rest, language))
            || (number.as_ref().is_some_and(|n| !n.series.is_list())
                && !in_table
                && is_title(rest, language))
            || (number.is_none() && !in_table && item.is_none() && is_shouted(rest, language));
        let place =
            |clause, list_depth, opens| PlaceInTree { clause, body, heading, list_depth, opens };
        if number.is_none() && !heading {
            let list_depth = self.continue_clause(block.kind);
            return place(self.open.last().map(|open| open.id), list_depth, false);
        }
        if heading && !number.as_ref().is_some_and(|n| n.series.is_list()) {
            self.make_room_for_heading(level.or(number.is_none().then_some(2)), number.as_ref());
        } else if let Some(number) = &number {
            self.make_room_for(number);
        }
        let list_depth = number.as_ref().map_or(0, |number| self.list_depth(number));
        let heading_span = if heading {
            (!body.is_empty()).then_some(body)
        } else {
            run_in_heading(self.text, body, language)
        };
        let id = self.push(number, level.or(heading.then_some(2)), heading_span, item);
        place(Some(id), list_depth, true)
    }

    /// The number of an item of a list within an item of another: "1." within "6." is 6.1.
    fn within_item(&self, number: Number, item: Option<u8>) -> Number {
        let plain = number.series == Series::Decimal && number.value.len() == 1;
        let Some(depth) = item.filter(|_| plain && number.length == 0) else { return number };
        let outer = self.open.iter().rev().find(|open| open.item.is_none_or(|outer| outer < depth));
        let outer = outer.filter(|open| open.item.is_some()).and_then(|open| open.number.as_ref());
        match outer.filter(|outer| outer.series == Series::Decimal) {
            Some(outer) => Number {
                value: [outer.value.as_slice(), &number.value].concat(),
                text: format!("{}.{}", outer.text.trim_end_matches('.'), number.text),
                ..number
            },
            None => number,
        }
    }

    fn push(
        &mut self,
        number: Option<Number>,
        level: Option<u8>,
        heading: Option<Span>,
        item: Option<u8>,
    ) -> ClauseId {
        self.open.truncate(MAX_DEPTH - 1);
        let parent = self.open.last().map(|open| open.id);
        let id = self.clauses.len();
        self.clauses.push(Clause {
            number: self.full_number(number.as_ref()),
            heading,
            parent,
            kind: self.kind(number.as_ref(), heading, parent),
        });
        self.last.clone_from(&number);
        self.open.push(Open { id, number, level, item });
        id
    }

    /// The number as a lawyer would cite it, with those of the enclosing clauses that it needs.
    fn full_number(&self, number: Option<&Number>) -> String {
        let Some(number) = number else { return String::new() };
        let enclosing = |wanted: fn(&Number) -> bool| {
            self.open.iter().rev().find(|open| open.number.as_ref().is_some_and(wanted))
        };
        if number.series.is_list() {
            let outer = enclosing(|_| true).map(|open| self.clauses[open.id].number.as_str());
            return format!("{}{}", outer.unwrap_or_default(), number.text);
        }
        let annex = enclosing(|number| number.series == Series::Annex)
            .filter(|_| number.series != Series::Annex);
        match annex.map(|open| self.clauses[open.id].number.as_str()) {
            Some(annex) => format!("{annex}, {}", number.text),
            None => number.text.clone(),
        }
    }

    fn kind(
        &self,
        number: Option<&Number>,
        heading: Option<Span>,
        parent: Option<ClauseId>,
    ) -> ClauseKind {
        if number.is_some_and(|number| number.series == Series::Annex) {
            return ClauseKind::Annex;
        }
        let title = heading.map(|span| span.of(self.text).to_lowercase()).unwrap_or_default();
        if GRAMMARS
            .iter()
            .any(|grammar| grammar.definition_titles.iter().any(|word| title.starts_with(word)))
        {
            return ClauseKind::Definitions;
        }
        if GRAMMARS.iter().any(|grammar| grammar.contents_titles.contains(&title.as_str())) {
            return ClauseKind::Contents;
        }
        match parent.map(|parent| self.clauses[parent].kind) {
            Some(ClauseKind::Definitions) => ClauseKind::Definitions,
            _ => ClauseKind::Body,
        }
    }

    /// Running text ends a numbered list; bullets and cells continue where they stand. Returns
    /// the list depth of the block.
    fn continue_clause(&mut self, kind: BlockKind) -> u8 {
        match kind {
            BlockKind::ListItem(level) => self.lists_open().saturating_add(level).saturating_add(1),
            BlockKind::TableCell(_) | BlockKind::Footnote => 0,
            _ => {
                while self.open.last().is_some_and(Open::is_list) {
                    self.open.pop();
                }
                0
            }
        }
    }

    fn lists_open(&self) -> u8 {
        let count = self.open.iter().rev().take_while(|open| open.is_list()).count();
        u8::try_from(count).unwrap_or(u8::MAX)
    }

    fn list_depth(&self, number: &Number) -> u8 {
        if number.series.is_list() { self.lists_open().saturating_add(1) } else { 0 }
    }

    /// Closes the clauses that a heading ends.
    fn make_room_for_heading(&mut self, level: Option<u8>, number: Option<&Number>) {
        if number.is_some_and(|number| number.series == Series::Annex) {
            self.open.clear();
            return;
        }
        if let Some(number) = number.filter(|number| number.series == Series::Decimal) {
            if let Some(at) = self.owner_of(number) {
                self.open.truncate(at + 1);
                return;
            }
            if let Some(at) = self.sibling_of(number) {
                self.open.truncate(at);
                return;
            }
        }
        let Some(level) = level else {
            if let Some(number) = number {
                self.make_room_for(number);
            }
            return;
        };
        while self
            .open
            .last()
            .is_some_and(|open| !open.is_annex() && open.level.is_none_or(|l| l >= level))
        {
            self.open.pop();
        }
    }

    /// Closes the clauses that a numbered paragraph ends.
    fn make_room_for(&mut self, number: &Number) {
        if number.series == Series::Annex {
            self.open.clear();
            return;
        }
        if let Some(at) = self.sibling_of(number) {
            self.open.truncate(at);
            return;
        }
        if let Some(at) = self.owner_of(number) {
            self.open.truncate(at + 1);
            return;
        }
        if number.series.is_list() {
            return;
        }
        let deeper = |open: &Open| {
            open.is_list()
                || (open.level.is_none()
                    && open.number.as_ref().is_some_and(|n| n.value.len() >= number.value.len()))
        };
        while self.open.last().is_some_and(deeper) {
            self.open.pop();
        }
    }

    /// An open clause of the same series and depth, not beyond a heading unless the numbers show
    /// that it is the same series.
    fn sibling_of(&self, number: &Number) -> Option<usize> {
        for (at, open) in self.open.iter().enumerate().rev() {
            if let Some(other) = &open.number {
                let same_stem = other.value.len() == number.value.len()
                    && other.value.split_last().map(|x| x.1)
                        == number.value.split_last().map(|x| x.1);
                if other.series == number.series
                    && same_stem
                    && (number.value.len() > 1 || follows(other, number))
                {
                    return Some(at);
                }
            }
            if open.is_annex() || (open.level.is_some() && number.series.is_list()) {
                return None;
            }
        }
        None
    }

    /// The open clause whose decimal number is the longest beginning of this one.
    fn owner_of(&self, number: &Number) -> Option<usize> {
        if number.series != Series::Decimal {
            return None;
        }
        self.open.iter().rposition(|open| {
            open.number.as_ref().is_some_and(|other| {
                matches!(other.series, Series::Decimal | Series::Article)
                    && other.value.len() < number.value.len()
                    && number.value.starts_with(&other.value)
            })
        })
    }
}

impl Open {
    fn is_list(&self) -> bool {
        self.level.is_none() && self.number.as_ref().is_some_and(|number| number.series.is_list())
    }

    fn is_annex(&self) -> bool {
        self.number.as_ref().is_some_and(|number| number.series == Series::Annex)
    }
}

/// Whether `number` may come some places after `other` in one series.
fn follows(other: &Number, number: &Number) -> bool {
    match (other.value.last(), number.value.last()) {
        (Some(before), Some(after)) => after > before,
        _ => false,
    }
}

/// In a table, "1" or "(a)" is the content of a cell rather than a clause.
fn allowed_in(kind: BlockKind, number: &Number) -> bool {
    !matches!(kind, BlockKind::TableCell(_))
        && (!matches!(kind, BlockKind::Footnote) || number.value.len() > 1)
}

/// Whether a numbered line is a title: short, begins with a capital, and is no sentence.
fn is_title(text: &str, language: Language) -> bool {
    text.chars().count() <= MAX_HEADING_CHARS
        && text.split_whitespace().count() <= MAX_HEADING_WORDS
        && text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', ';', ':', ',', '?'])
        && !has_verb(text, language)
}

/// Whether a block that its format calls a heading is a clause: some authors give whole clauses
/// an outline level.
fn is_sentence(text: &str, language: Language) -> bool {
    text.chars().count() > MAX_HEADING_CHARS
        && (text.ends_with(['.', ';', ':']) || has_verb(text, language))
}

/// Whether a line has a verb that titles do not have.
fn has_verb(text: &str, language: Language) -> bool {
    let verbs = grammar(language).verbs;
    let shouted = !text.chars().any(char::is_lowercase);
    text.split_whitespace().any(|word| {
        verbs.contains(&word) || (shouted && verbs.contains(&word.to_lowercase().as_str()))
    })
}

/// Whether a sentence of running text is the title of what follows: "9.4 Extended Support.", "LIMITED
/// WARRANTY." `followed` says that more text stands behind it in the same paragraph.
pub(super) fn is_run_in_title(text: &str, language: Language, followed: bool) -> bool {
    let bare = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim_start();
    let numbered = bare.len() < text.len();
    let title = bare.trim_end_matches(['.', ':']);
    let capital = |word: &str| {
        !word.starts_with(char::is_lowercase) || grammar(language).is_function_word(word)
    };
    (followed || numbered || is_shouted(title, language))
        && is_title(title, language)
        && title.split_whitespace().all(capital)
}

/// Whether a line without a number is a heading because it is in capitals.
fn is_shouted(text: &str, language: Language) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 5 && is_title(text, language) && !text.chars().any(char::is_lowercase)
}

/// "Incident notice. The Supplier shall …": the heading that runs into its text.
fn run_in_heading(text: &str, body: Span, language: Language) -> Option<Span> {
    let content = body.of(text);
    let stop = content.find(['.', ':', '–']).filter(|stop| *stop <= 60)?;
    let title = &content[..stop];
    let follows = content[stop..].trim_start_matches(['.', ':', '–', ' ']);
    let titled = title.split_whitespace().count() <= 6
        && is_title(title.trim(), language)
        && follows.len() > title.len();
    let next_is_sentence = follows.starts_with(char::is_uppercase);
    (titled && next_is_sentence)
        .then(|| Span::new(body.start(), body.start() + title.trim_end().len()))
}
