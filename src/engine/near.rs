//! Patterns that stand within some words of one another.
//!
//! A long sentence of a contract holds "terminate", "notice" and "if" in many places; what counts
//! is which of them belong together. Words are counted through the lead-in and the passage, as a
//! person reads them: "Either party may terminate: (a) on 30 days' notice".

use super::index::Passage;
use crate::model::Span;
use crate::ruleset::Near;
use std::collections::BTreeSet;

/// How many places of the first part are tried.
const MAX_ANCHORS: usize = 32;

/// Where something stands, with the numbers of its first and its last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The stretch in the passage itself; `None` if it stands in the lead-in alone.
    pub(super) own: Option<Span>,
    first: usize,
    last: usize,
}

impl Place {
    /// What places are sorted by: reading order, shorter ones first.
    pub(super) fn order(self) -> (usize, usize) {
        (self.first, self.last)
    }

    fn cover(self, other: Self) -> Self {
        let own = match (self.own, other.own) {
            (Some(a), Some(b)) => Some(a.cover(b)),
            (a, b) => a.or(b),
        };
        Self { own, first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    /// Words between two places; 0 if they touch or overlap.
    fn gap(self, other: Self) -> usize {
        let (earlier, later) =
            if self.first <= other.first { (self, other) } else { (other, self) };
        later.first.saturating_sub(earlier.last + 1)
    }
}

/// The words of a passage and its lead-in, numbered in reading order.
pub(super) struct Words {
    /// Each stretch of text, with the number of its first word and the bytes where words begin.
    stretches: Vec<(Span, usize, Vec<usize>)>,
    own: Span,
}

impl Words {
    pub(super) fn new(passage: &Passage<'_>) -> Self {
        let own = passage.provision.span;
        let mut count = 0;
        let stretches = passage
            .provision
            .lead_in
            .iter()
            .copied()
            .chain([own])
            .map(|span| {
                let starts = word_starts(passage.folded, span);
                let first = count;
                count += starts.len();
                (span, first, starts)
            })
            .collect();
        Self { stretches, own }
    }

    /// The words that a stretch of bytes touches; `None` outside of passage and lead-in.
    pub(super) fn place(&self, span: Span) -> Option<Place> {
        let within = |(stretch, _, _): &&(Span, usize, Vec<usize>)| stretch.contains(span);
        let (stretch, first, starts) = self.stretches.iter().rev().find(within)?;
        let word = |at: usize| starts.partition_point(|start| *start <= at).saturating_sub(1);
        Some(Place {
            own: (*stretch == self.own).then_some(span),
            first: first + word(span.start()),
            last: first + word(span.end().saturating_sub(1)),
        })
    }
}

fn word_starts(text: &str, span: Span) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut inside = false;
    for (at, c) in span.of(text).char_indices() {
        if !c.is_whitespace() && !inside {
            starts.push(span.start() + at);
        }
        inside = !c.is_whitespace();
    }
    starts
}

/// Where all parts stand near each other, and nothing among them that must not. `parts` has the
/// places of each part, `without` those of what must not stand there.
pub(super) fn placements(near: &Near, parts: &[Vec<Place>], without: &[Place]) -> Vec<Place> {
    let Some((firsts, rest)) = parts.split_first() else { return Vec::new() };
    let mut dead_ends = BTreeSet::new();
    firsts
        .iter()
        .take(MAX_ANCHORS)
        .filter_map(|first| match near.in_order {
            true => chain(*first, rest, near.within, &mut dead_ends),
            false => around(*first, rest, near.within),
        })
        .filter(|whole| !among(*whole, near, without))
        .collect()
}

/// The parts one after another, each at most `within` words behind the one before it. What led
/// nowhere, by the number of parts that were left and the last word, is not tried again: repeated
/// words would cost a power of their number.
fn chain(
    before: Place,
    rest: &[Vec<Place>],
    within: usize,
    dead_ends: &mut BTreeSet<(usize, usize)>,
) -> Option<Place> {
    let state = (rest.len(), before.last);
    let Some((places, rest)) = rest.split_first() else { return Some(before) };
    if dead_ends.contains(&state) {
        return None;
    }
    let found = places
        .iter()
        .filter(|place| place.first > before.last && before.gap(**place) <= within)
        .find_map(|place| chain(*place, rest, within, dead_ends));
    if found.is_none() {
        dead_ends.insert(state);
    }
    found.map(|whole| whole.cover(before))
}

/// The parts on either side of the first, each at most `within` words from it.
fn around(first: Place, rest: &[Vec<Place>], within: usize) -> Option<Place> {
    rest.iter().try_fold(first, |whole, places| {
        let nearest = places.iter().min_by_key(|place| first.gap(**place))?;
        (first.gap(*nearest) <= within).then(|| whole.cover(*nearest))
    })
}

/// Whether something that must not stand there stands among the parts or next to them.
fn among(whole: Place, near: &Near, without: &[Place]) -> bool {
    let (from, to) = (whole.first.saturating_sub(near.before), whole.last + near.after);
    without.iter().any(|place| place.last >= from && place.first <= to)
}

#[cfg(test)]
mod tests {
    use super::Place;
    use super::placements;
    use crate::model::Span;
    use crate::ruleset::Near;

    /// A word with its number.
    fn word(number: usize) -> Place {
        Place { own: Some(Span::new(number, number + 1)), first: number, last: number }
    }

    fn near(within: usize, in_order: bool) -> Near {
        Near { within, of: Vec::new(), in_order, without: None, before: 0, after: 0 }
    }

    fn words(numbers: &[usize]) -> Vec<Place> {
        numbers.iter().map(|number| word(*number)).collect()
    }

    #[test]
    fn words_are_counted_between_the_parts() {
        let found = |within, parts: [&[usize]; 2]| {
            placements(&near(within, false), &parts.map(words), &[]).len()
        };
        assert_eq!(found(2, [&[5], &[8]]), 1);
        assert_eq!(found(1, [&[5], &[8]]), 0);
        assert_eq!(found(2, [&[8], &[5]]), 1);
    }

    #[test]
    fn order_counts_from_one_part_to_the_next() {
        let parts = [words(&[0]), words(&[4]), words(&[8])];
        assert_eq!(placements(&near(3, true), &parts, &[]).len(), 1);
        assert!(placements(&near(3, false), &parts, &[]).is_empty());
        assert!(placements(&near(9, true), &[words(&[4]), words(&[0])], &[]).is_empty());
    }

    #[test]
    fn a_later_place_is_tried_where_the_first_leads_nowhere() {
        let parts = [words(&[0]), words(&[1, 5]), words(&[9])];
        assert_eq!(placements(&near(4, true), &parts, &[]).len(), 1);
    }

    #[test]
    fn repeated_words_do_not_cost_a_power_of_their_number() {
        let every: Vec<usize> = (0..400).collect();
        let mut parts = vec![words(&every); 7];
        parts.push(words(&[9_000]));
        assert!(placements(&near(100, true), &parts, &[]).is_empty());
    }

    #[test]
    fn what_must_not_stand_there_is_looked_for_around_the_parts() {
        let parts = [words(&[4]), words(&[8])];
        let wide = Near { before: 3, after: 2, ..near(5, true) };
        for (at, found) in [(0, 1), (1, 0), (6, 0), (10, 0), (11, 1)] {
            assert_eq!(placements(&wide, &parts, &words(&[at])).len(), found, "{at}");
        }
    }
}
