//! Which passage of one pack became which of another: the same words first, then the most similar.

use crate::model::ProvisionKind;
use crate::model::ReadPassage;
use std::collections::BTreeMap;

/// Share of common words from which on two passages are versions of one another.
const SIMILAR: f64 = 0.5;
/// The same for passages of few words, where chance does more.
const SIMILAR_IF_SHORT: f64 = 0.72;
/// Passages with fewer words are short.
const SHORT: usize = 7;
/// Words in more passages than this tell nothing about which belong together.
const COMMON: usize = 60;
/// How many candidates are looked at closely for each passage.
const CANDIDATES: usize = 8;
/// What standing under the same heading is worth beside common words.
const SAME_CLAUSE: f64 = 0.04;

/// For each passage of one pack its counterpart in the other, and the other way round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Alignment {
    pub(super) new_of: Vec<Option<usize>>,
    pub(super) old_of: Vec<Option<usize>>,
}

/// Aligns the passages of two packs, each with at most one other.
pub(super) fn align(old: &[ReadPassage], new: &[ReadPassage]) -> Alignment {
    let of = |side: &[ReadPassage]| -> Vec<Vec<String>> {
        side.iter().map(|passage| words(&passage.words)).collect()
    };
    let (old_words, new_words) = (of(old), of(new));
    let mut alignment = Alignment { new_of: vec![None; old.len()], old_of: vec![None; new.len()] };
    alignment.pair_equal(old, new, &old_words, &new_words);
    alignment.pair_similar(old, new, &old_words, &new_words);
    alignment
}

/// The words of a text, without case and punctuation.
pub(super) fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    parts.map(str::to_lowercase).collect()
}

impl Alignment {
    fn pair(&mut self, old: usize, new: usize) {
        self.new_of[old] = Some(new);
        self.old_of[new] = Some(old);
    }

    /// Pairs passages of the same words; of several the ones under the same heading, then in order.
    fn pair_equal(
        &mut self,
        old: &[ReadPassage],
        new: &[ReadPassage],
        old_words: &[Vec<String>],
        new_words: &[Vec<String>],
    ) {
        let mut waiting: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
        for (at, words) in new_words.iter().enumerate() {
            waiting.entry(words).or_default().push(at);
        }
        for same_place in [true, false] {
            for (at, words) in old_words.iter().enumerate() {
                if self.new_of[at].is_some() || words.is_empty() {
                    continue;
                }
                let Some(list) = waiting.get_mut(words.as_slice()) else { continue };
                let fits = |other: &usize| {
                    !same_place
                        || old[at].place.path == new[*other].place.path
                            && old[at].quote == new[*other].quote
                };
                if let Some(found) = list.iter().position(fits) {
                    let other = list.remove(found);
                    self.pair(at, other);
                }
            }
        }
    }

    /// Pairs what is left, the most similar first.
    fn pair_similar(
        &mut self,
        old: &[ReadPassage],
        new: &[ReadPassage],
        old_words: &[Vec<String>],
        new_words: &[Vec<String>],
    ) {
        let mut holding: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, words) in new_words.iter().enumerate() {
            if self.old_of[at].is_none() && is_judged(&new[at]) {
                for word in words {
                    let list = holding.entry(word).or_default();
                    if list.last() != Some(&at) {
                        list.push(at);
                    }
                }
            }
        }
        let mut pairs: Vec<(f64, usize, usize, usize)> = Vec::new();
        for (at, words) in old_words.iter().enumerate() {
            if self.new_of[at].is_some() || !is_judged(&old[at]) {
                continue;
            }
            for other in candidates(words, &holding) {
                let share = similarity(words, &new_words[other]);
                let short = words.len().min(new_words[other].len()) < SHORT;
                if share >= if short { SIMILAR_IF_SHORT } else { SIMILAR } {
                    let same = old[at].place.path.last() == new[other].place.path.last();
                    let score = share + if same { SAME_CLAUSE } else { 0.0 };
                    pairs.push((score, at.abs_diff(other), at, other));
                }
            }
        }
        pairs.sort_by(|a, b| {
            b.0.total_cmp(&a.0).then_with(|| (a.1, a.2, a.3).cmp(&(b.1, b.2, b.3)))
        });
        for (_, _, at, other) in pairs {
            if self.new_of[at].is_none() && self.old_of[other].is_none() {
                self.pair(at, other);
            }
        }
    }
}

/// Whether a passage can be evidence, so that a version of it is worth looking for.
fn is_judged(passage: &ReadPassage) -> bool {
    !matches!(passage.kind, ProvisionKind::Heading | ProvisionKind::ContentsEntry)
}

/// The passages that share most of the telling words, best first.
fn candidates(words: &[String], holding: &BTreeMap<&str, Vec<usize>>) -> Vec<usize> {
    let mut shared: BTreeMap<usize, f64> = BTreeMap::new();
    for word in words {
        let Some(list) = holding.get(word.as_str()).filter(|list| list.len() <= COMMON) else {
            continue;
        };
        for at in list {
            *shared.entry(*at).or_default() += 1.0 / list.len() as f64;
        }
    }
    let mut best: Vec<(usize, f64)> = shared.into_iter().collect();
    best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    best.into_iter().take(CANDIDATES).map(|(at, _)| at).collect()
}

/// Share of words that two passages have in common (Dice), each word as often as it stands there.
fn similarity(one: &[String], other: &[String]) -> f64 {
    2.0 * common(one, other) / ((one.len() + other.len()).max(1)) as f64
}

/// Share of the words of the shorter of two passages that the longer has too; none of short ones,
/// where chance does more.
pub(super) fn overlap(one: &[String], other: &[String]) -> f64 {
    let shorter = one.len().min(other.len());
    if shorter < SHORT { 0.0 } else { common(one, other) / shorter as f64 }
}

/// How many words two passages have in common.
fn common(one: &[String], other: &[String]) -> f64 {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for word in one {
        *count.entry(word).or_default() += 1;
    }
    let mut common = 0;
    for word in other {
        if let Some(left) = count.get_mut(word.as_str()).filter(|left| **left > 0) {
            *left -= 1;
            common += 1;
        }
    }
    f64::from(common)
}

#[cfg(test)]
mod tests {
    use super::align;
    use crate::review::fixtures::passage;

    #[test]
    fn moved_and_reworded_passages_find_their_counterparts() {
        let old = [
            passage("The Supplier shall encrypt all data at rest with AES-256."),
            passage("The Supplier shall report incidents within 24 hours."),
            passage("Each party bears its own costs."),
        ];
        let new = [
            passage("Each party bears its own costs."),
            passage("The Supplier should report incidents within 72 hours."),
            passage("The Supplier shall encrypt all data at rest with AES-256."),
            passage("The Customer pays within 30 days."),
        ];
        let alignment = align(&old, &new);
        assert_eq!(alignment.new_of, [Some(2), Some(1), Some(0)]);
        assert_eq!(alignment.old_of, [Some(2), Some(1), Some(0), None]);
    }

    #[test]
    fn what_has_little_in_common_stays_alone() {
        let old = [passage("The Supplier shall encrypt all data at rest.")];
        let new = [passage("The Supplier shall delete all copies when the contract ends.")];
        assert_eq!(align(&old, &new).new_of, [None]);
    }
}
