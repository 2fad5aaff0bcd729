//! Whether a pattern holds in a passage, and where.

use super::index::PackIndex;
use super::index::Passage;
use super::near;
use super::near::Place;
use super::near::Words;
use crate::language::quantities;
use crate::model::ProvisionKind;
use crate::model::Span;
use crate::model::UnitKind;
use crate::ruleset::ConceptId;
use crate::ruleset::Near;
use crate::ruleset::Pattern;
use std::cell::OnceCell;
use std::cell::RefCell;
use std::rc::Rc;

/// How far apart in a sentence the parts of a pattern may stand, in bytes (about 60 words), unless
/// one of them (`near`) is longer.
const MAX_SPREAD: usize = 400;
/// How many places of the first part are tried.
const MAX_ANCHORS: usize = 24;
/// How many provisions before and after a passage belong to its clause.
const CLAUSE_REACH: u32 = 6;

/// Where a pattern holds. `None` inside: it holds through a lead-in, a heading or a negation, and
/// has no place in the passage itself.
pub(super) type Region = Option<Span>;

/// Whether `pattern` holds in `passage`; the tightest place if it holds in several.
pub(super) fn find(
    pattern: &Pattern,
    passage: &Passage<'_>,
    index: &PackIndex<'_>,
) -> Option<Region> {
    Matching::new(passage, index).eval(pattern, None)
}

struct Matching<'m, 'i> {
    passage: &'m Passage<'i>,
    index: &'m PackIndex<'i>,
    /// Quantities of the passage by kind, once they were asked for.
    quantities: RefCell<Vec<(UnitKind, Rc<[Span]>)>>,
    /// The words of the passage, once they had to be counted.
    words: OnceCell<Words>,
}

impl<'m, 'i> Matching<'m, 'i> {
    fn new(passage: &'m Passage<'i>, index: &'m PackIndex<'i>) -> Self {
        Self { passage, index, quantities: RefCell::default(), words: OnceCell::new() }
    }

    fn eval(&self, pattern: &Pattern, near: Option<usize>) -> Option<Region> {
        match pattern {
            Pattern::Concept(id) => self.concept(*id, near),
            Pattern::Topic(id) => {
                self.concept(*id, near).or_else(|| self.passage.is_under(*id).then_some(None))
            }
            Pattern::All(list) => self.all(list, near),
            Pattern::Any(list) => list
                .iter()
                .filter_map(|pattern| self.eval(pattern, near))
                .min_by_key(|region| distance(*region, near)),
            Pattern::Near(wanted) => {
                self.placements(wanted).into_iter().map(|place| place.own).min_by_key(|own| {
                    match near {
                        Some(_) => distance(*own, near),
                        None => own.map_or(usize::MAX, Span::len),
                    }
                })
            }
            Pattern::Not(inner) => self.eval(inner, near).is_none().then_some(None),
            Pattern::Clause(inner) => self.eval(inner, near).or_else(|| {
                self.index
                    .clause_mates(self.passage, CLAUSE_REACH)
                    .any(|mate| Matching::new(&mate, self.index).eval(inner, None).is_some())
                    .then_some(None)
            }),
            Pattern::Quantity(kind) => self
                .quantities(*kind)
                .iter()
                .map(|span| Some(*span))
                .min_by_key(|region| distance(*region, near)),
        }
    }

    /// Where quantities of a kind stand in the passage.
    fn quantities(&self, kind: UnitKind) -> Rc<[Span]> {
        if let Some((_, found)) = self.quantities.borrow().iter().find(|(known, _)| *known == kind)
        {
            return Rc::clone(found);
        }
        let span = self.passage.provision.span;
        let within = span.of(self.passage.folded);
        let found: Rc<[Span]> = quantities(within, self.passage.provision.language, kind)
            .into_iter()
            .map(|(range, _)| Span::new(span.start() + range.start, span.start() + range.end))
            .collect();
        self.quantities.borrow_mut().push((kind, Rc::clone(&found)));
        found
    }

    /// The occurrence nearest to `near` in the passage, else one in the lead-in.
    fn concept(&self, id: ConceptId, near: Option<usize>) -> Option<Region> {
        let own = self
            .passage
            .own
            .iter()
            .filter(|hit| hit.concept == id)
            .map(|hit| Some(hit.span()))
            .min_by_key(|region| distance(*region, near));
        own.or_else(|| self.passage.lead_in().any(|hit| hit.concept == id).then_some(None))
    }

    /// Where all parts stand near each other.
    fn placements(&self, near: &Near) -> Vec<Place> {
        let mut parts = Vec::with_capacity(near.of.len());
        for pattern in &near.of {
            let places = self.places(pattern);
            if places.is_empty() {
                return Vec::new();
            }
            parts.push(places);
        }
        let without = near.without.as_ref().map(|pattern| self.places(pattern));
        near::placements(near, &parts, &without.unwrap_or_default())
    }

    /// All places of a pattern in the passage and its lead-in, in order.
    fn places(&self, pattern: &Pattern) -> Vec<Place> {
        let words = self.words.get_or_init(|| Words::new(self.passage));
        let mut places: Vec<Place> = match pattern {
            Pattern::Concept(id) => {
                let hits = self.passage.lead_in().chain(self.passage.own);
                hits.filter(|hit| hit.concept == *id)
                    .filter_map(|hit| words.place(hit.span()))
                    .collect()
            }
            Pattern::Quantity(kind) => {
                self.quantities(*kind).iter().filter_map(|span| words.place(*span)).collect()
            }
            Pattern::Any(list) => list.iter().flat_map(|pattern| self.places(pattern)).collect(),
            Pattern::Near(near) => self.placements(near),
            Pattern::Topic(_) | Pattern::All(_) | Pattern::Not(_) | Pattern::Clause(_) => {
                Vec::new()
            }
        };
        places.sort_unstable_by_key(|place| place.order());
        places
    }

    /// The tightest stretch in which all patterns hold.
    fn all(&self, list: &[Pattern], near: Option<usize>) -> Option<Region> {
        if !list.iter().all(|pattern| self.may_hold(pattern)) {
            return None;
        }
        let mut anchors: Vec<Option<usize>> = Vec::new();
        if near.is_none() {
            let mut concepts = Vec::new();
            list.iter().for_each(|pattern| pattern.concepts(&mut concepts));
            let own = self.passage.own.iter().filter(|hit| concepts.contains(&hit.concept));
            anchors.extend(own.map(|hit| Some(hit.start as usize)).take(MAX_ANCHORS));
        }
        if anchors.is_empty() {
            anchors.push(near);
        }
        anchors
            .into_iter()
            .filter_map(|anchor| self.all_near(list, anchor))
            .min_by_key(|region| region.map_or(usize::MAX, Span::len))
    }

    /// Whether the concepts are there that the pattern cannot do without: a cheap look before places
    /// are tried.
    fn may_hold(&self, pattern: &Pattern) -> bool {
        match pattern {
            Pattern::Concept(id) => {
                self.passage.own.iter().any(|hit| hit.concept == *id)
                    || self.passage.lead_in().any(|hit| hit.concept == *id)
            }
            Pattern::All(list) => list.iter().all(|pattern| self.may_hold(pattern)),
            Pattern::Any(list) => list.iter().any(|pattern| self.may_hold(pattern)),
            Pattern::Near(near) => near.of.iter().all(|pattern| self.may_hold(pattern)),
            Pattern::Topic(_) | Pattern::Not(_) | Pattern::Clause(_) | Pattern::Quantity(_) => true,
        }
    }

    fn all_near(&self, list: &[Pattern], near: Option<usize>) -> Option<Region> {
        let mut whole: Region = None;
        let mut longest = 0;
        for pattern in list {
            let region = self.eval(pattern, near)?;
            longest = longest.max(region.map_or(0, Span::len));
            whole = match (whole, region) {
                (Some(a), Some(b)) => Some(a.cover(b)),
                (a, b) => a.or(b),
            };
        }
        let row = self.passage.provision.kind == ProvisionKind::TableRow;
        (row || whole.is_none_or(|span| span.len() <= MAX_SPREAD.max(longest))).then_some(whole)
    }
}

/// How far a region is from a place; regions without a place come last.
fn distance(region: Region, near: Option<usize>) -> usize {
    match (region, near) {
        (None, _) => usize::MAX,
        (Some(span), Some(near)) => near.abs_diff(span.start()),
        (Some(span), None) => span.start(),
    }
}
