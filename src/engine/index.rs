//! Where in a pack each concept stands: found once, used by all rules.

use super::elsewhere;
use super::kinds;
use super::parties;
use super::vocabulary::Vocabulary;
use crate::language::Grammar;
use crate::language::fold;
use crate::language::grammar;
use crate::model::ClauseKind;
use crate::model::Document;
use crate::model::DocumentKind;
use crate::model::Language;
use crate::model::Pack;
use crate::model::Provision;
use crate::model::ProvisionKind;
use crate::model::Span;
use crate::ruleset::ConceptId;
use crate::ruleset::Ruleset;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

/// An occurrence of a concept in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) concept: ConceptId,
}

impl Hit {
    /// Where it stands in the document.
    pub(super) fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// Number of a provision counted through the whole pack.
pub(super) type PassageId = u32;

/// A pack with all concept hits.
pub(super) struct PackIndex<'p> {
    pub(super) pack: &'p Pack,
    documents: Vec<DocumentIndex>,
    /// For each provision of the pack: its document and its number there.
    places: Vec<(u32, u32)>,
    /// For each provision: the verbs of duty of its main clauses, once they were asked for.
    modals: Vec<OnceCell<Box<[Hit]>>>,
    /// For each document: the terms it defines, once they were asked for.
    definitions: Vec<OnceCell<Vec<(String, PassageId)>>>,
    /// For each concept: the provisions in which it stands, lead-ins included, in order.
    postings: Vec<Vec<PassageId>>,
    /// For each document: what kinds of document it is.
    pub(super) kinds: Vec<BTreeSet<DocumentKind>>,
}

struct DocumentIndex {
    folded: String,
    hits: Vec<Hit>,
    /// For each provision: its hits in `hits`.
    own: Vec<Range<usize>>,
    /// For each clause: concepts in its heading.
    heading_concepts: Vec<Vec<ConceptId>>,
    /// Number of its first provision in the pack.
    first: PassageId,
}

/// A provision with everything that patterns look at.
#[derive(Clone, Copy)]
pub(super) struct Passage<'i> {
    pub(super) id: PassageId,
    pub(super) document: usize,
    pub(super) text: &'i str,
    pub(super) folded: &'i str,
    pub(super) provision: &'i Provision,
    /// Hits in the passage itself, in order.
    pub(super) own: &'i [Hit],
    /// Verbs of duty of the main clauses; filled by `duty`.
    pub(super) modals: &'i OnceCell<Box<[Hit]>>,
    index: &'i DocumentIndex,
    source: &'i Document,
}

impl<'p> PackIndex<'p> {
    pub(super) fn new(pack: &'p Pack, ruleset: &Ruleset, vocabulary: &Vocabulary) -> Self {
        let mut documents = Vec::with_capacity(pack.documents.len());
        let mut places = Vec::new();
        let mut postings = vec![Vec::new(); ruleset.lexicon.concepts.len()];
        for (number, document) in pack.documents.iter().enumerate() {
            let first = count(places.len());
            let index = DocumentIndex::new(document, ruleset, vocabulary, first);
            for (at, provision) in document.provisions.iter().enumerate() {
                let id = count(places.len());
                places.push((count(number), count(at)));
                post(&mut postings, id, &index, provision, at);
            }
            documents.push(index);
        }
        let modals = vec![OnceCell::new(); places.len()];
        let definitions = vec![OnceCell::new(); pack.documents.len()];
        let mut index =
            Self { pack, documents, places, modals, definitions, postings, kinds: Vec::new() };
        index.kinds = kinds::of_documents(pack, index.passages(), ruleset, vocabulary);
        index
    }

    /// The kinds of all documents together; `None` if one is of no known kind.
    pub(super) fn pack_kinds(&self) -> Option<BTreeSet<DocumentKind>> {
        let told = !self.kinds.is_empty() && self.kinds.iter().all(|kinds| !kinds.is_empty());
        told.then(|| self.kinds.iter().flatten().copied().collect())
    }

    /// How many provisions there are.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// The provision with this number.
    pub(super) fn passage(&self, id: PassageId) -> Passage<'_> {
        let (number, at) = self.places[id as usize];
        let source = &self.pack.documents[number as usize];
        let index = &self.documents[number as usize];
        let provision = &source.provisions[at as usize];
        Passage {
            id,
            document: number as usize,
            text: &source.text,
            folded: &index.folded,
            provision,
            own: &index.hits[index.own[at as usize].clone()],
            modals: &self.modals[id as usize],
            index,
            source,
        }
    }

    /// All provisions, in order.
    pub(super) fn passages(&self) -> impl Iterator<Item = Passage<'_>> {
        (0..count(self.places.len())).map(|id| self.passage(id))
    }

    /// Number of the first provision of a document in the pack.
    pub(super) fn first(&self, document: usize) -> PassageId {
        self.documents[document].first
    }

    /// The terms that a document defines, each with its definition.
    pub(super) fn definitions(&self, document: usize) -> &[(String, PassageId)] {
        self.definitions[document].get_or_init(|| {
            elsewhere::definitions(&self.pack.documents[document], self.first(document))
        })
    }

    /// Provisions in which the concept stands.
    pub(super) fn with(&self, concept: ConceptId) -> &[PassageId] {
        &self.postings[concept as usize]
    }

    /// Provisions that hold at least one concept of each set, in order.
    pub(super) fn candidates(&self, needs: &[Vec<ConceptId>]) -> Vec<PassageId> {
        let size = |set: &[ConceptId]| -> usize {
            set.iter().map(|concept| self.with(*concept).len()).sum()
        };
        let Some(smallest) = needs.iter().min_by_key(|set| size(set)) else {
            return (0..count(self.places.len())).collect();
        };
        let mut found: Vec<PassageId> =
            smallest.iter().flat_map(|concept| self.with(*concept)).copied().collect();
        found.sort_unstable();
        found.dedup();
        let has_one = |id: &PassageId, set: &[ConceptId]| {
            set.iter().any(|concept| self.with(*concept).binary_search(id).is_ok())
        };
        found.retain(|id| needs.iter().all(|set| has_one(id, set)));
        found
    }

    /// Provisions of the same clause near a passage, itself left out.
    pub(super) fn clause_mates(
        &self,
        passage: &Passage<'_>,
        reach: u32,
    ) -> impl Iterator<Item = Passage<'_>> {
        let document = &self.pack.documents[passage.document];
        let first = self.documents[passage.document].first;
        let last = first + count(document.provisions.len());
        let (own, clause, paragraph) =
            (passage.id, passage.provision.clause, passage.provision.paragraph);
        (own.saturating_sub(reach).max(first)..(own + reach + 1).min(last))
            .filter(move |id| *id != own)
            .map(|id| self.passage(id))
            .filter(move |other| {
                other.provision.paragraph == paragraph
                    || (clause.is_some() && other.provision.clause == clause)
            })
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn post(
    postings: &mut [Vec<PassageId>],
    id: PassageId,
    index: &DocumentIndex,
    provision: &Provision,
    at: usize,
) {
    let lead_in = provision.lead_in.iter().flat_map(|span| index.within(*span));
    for hit in lead_in.chain(&index.hits[index.own[at].clone()]) {
        let posting = &mut postings[hit.concept as usize];
        if posting.last() != Some(&id) {
            posting.push(id);
        }
    }
}

impl DocumentIndex {
    fn new(
        document: &Document,
        ruleset: &Ruleset,
        vocabulary: &Vocabulary,
        first: PassageId,
    ) -> Self {
        let folded = fold(&document.text);
        let mut hits = find_terms(document, &folded, ruleset);
        let parties = parties::find(document, &folded, &hits, vocabulary);
        if !parties.is_empty() {
            hits.extend(parties);
            hits.sort_unstable();
            hits.dedup();
        }
        parties::drop_in_compounds(&mut hits, &document.text, &folded, vocabulary);
        parties::tell_processors(&mut hits, vocabulary);
        let mut index = Self { folded, hits, own: Vec::new(), heading_concepts: Vec::new(), first };
        index.own =
            document.provisions.iter().map(|provision| index.range(provision.span)).collect();
        index.heading_concepts = document
            .clauses
            .iter()
            .map(|clause| clause.heading.map_or_else(Vec::new, |span| index.concepts_within(span)))
            .collect();
        index
    }

    /// Hits that lie wholly within a span.
    fn within(&self, span: Span) -> &[Hit] {
        let range = self.range(span);
        &self.hits[range]
    }

    fn range(&self, span: Span) -> Range<usize> {
        let start = self.hits.partition_point(|hit| (hit.start as usize) < span.start());
        let end = self.hits.partition_point(|hit| (hit.start as usize) < span.end());
        start..end.max(start)
    }

    fn concepts_within(&self, span: Span) -> Vec<ConceptId> {
        let found: BTreeSet<ConceptId> = self.within(span).iter().map(|hit| hit.concept).collect();
        found.into_iter().collect()
    }
}

/// Runs each language's matcher over everything that is judged in that language.
fn find_terms(document: &Document, folded: &str, ruleset: &Ruleset) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut found = Vec::new();
    for (span, language) in searched(document) {
        let Some(matcher) = ruleset.lexicon.matchers.get(&language) else { continue };
        found.clear();
        matcher.find(span.of(&document.text), span.of(folded), &mut found);
        hits.extend(found.iter().map(|hit| Hit {
            start: count(span.start()) + hit.start,
            end: count(span.start()) + hit.end,
            concept: hit.id,
        }));
    }
    hits
}

/// The stretches of a document that hold its provisions and what they are read with, in order
/// and apart from each other.
fn searched(document: &Document) -> Vec<(Span, Language)> {
    let provisions = document.provisions.iter();
    let mut spans: Vec<(Span, Language)> = provisions
        .flat_map(|provision| {
            let read_with = provision.lead_in.iter().copied();
            read_with.chain([provision.span]).map(|span| (span, provision.language))
        })
        .collect();
    spans.sort_by_key(|(span, _)| (span.start(), span.end()));
    let mut apart: Vec<(Span, Language)> = Vec::with_capacity(spans.len());
    for (span, language) in spans {
        match apart.last_mut() {
            Some((last, _)) if span.start() < last.end() => *last = last.cover(span),
            _ => apart.push((span, language)),
        }
    }
    apart
}

/// Longest part of a lead-in that is quoted, in bytes.
const MAX_LEAD_IN: usize = 240;

/// The last words of a text, at most `bytes` long.
fn end_of(text: &str, bytes: usize) -> &str {
    let from = text.len().saturating_sub(bytes);
    if from == 0 {
        return text;
    }
    text.char_indices()
        .find(|(at, c)| *at >= from && *c == ' ')
        .map_or("", |(at, _)| text[at..].trim_start())
}

impl<'i> Passage<'i> {
    /// The small words of the language of the passage.
    pub(super) fn grammar(&self) -> &'static Grammar {
        grammar(self.provision.language)
    }

    /// Hits in the lead-in and the column headings.
    pub(super) fn lead_in(&self) -> impl Iterator<Item = &'i Hit> + use<'i> {
        let index = self.index;
        self.provision.lead_in.iter().flat_map(move |span| index.within(*span))
    }

    /// Whether the passage is the heading of an annex.
    pub(super) fn begins_annex(&self) -> bool {
        let clause = self.provision.clause.map(|id| &self.source.clauses[id]);
        let is_annex = clause.is_some_and(|clause| clause.kind == ClauseKind::Annex);
        self.provision.kind == ProvisionKind::Heading && is_annex
    }

    /// Whether a heading above the passage holds the concept.
    pub(super) fn is_under(&self, concept: ConceptId) -> bool {
        let mut clause = self.provision.clause;
        while let Some(id) = clause {
            if self.index.heading_concepts[id].contains(&concept) {
                return true;
            }
            clause = self.source.clauses[id].parent;
        }
        false
    }

    /// The passage as a person would quote it: lead-in, then the passage; cells of a row with
    /// bars between them.
    pub(super) fn quote(&self) -> String {
        let mut quote = String::new();
        let table = self.provision.kind == ProvisionKind::TableRow;
        if !table {
            for span in &self.provision.lead_in {
                let lead_in = span.of(self.text).trim();
                quote.push_str(end_of(lead_in, MAX_LEAD_IN));
                quote.push_str(" … ");
            }
        }
        quote.push_str(&self.provision.span.of(self.text).replace('\n', " | "));
        quote
    }
}
