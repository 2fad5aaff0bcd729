//! Qualifiers that leave open how much, how soon or how often something is demanded.

use super::duty::Reading;
use super::index::Hit;
use super::index::Passage;
use super::vocabulary::Vocabulary;
use crate::model::Reason;
use crate::model::Span;
use crate::ruleset::ConceptId;
use crate::ruleset::Rule;
use crate::ruleset::Ruleset;

/// How far a qualifier may stand from what it qualifies, in bytes.
const REACH: usize = 60;
/// Names that say which practice or standard is meant.
const NAMED_STANDARDS: [&str; 7] = ["iso ", "iso/iec", "nist ", "owasp", "cis ", "bsi ", "etsi "];

/// Words that stand in place of a number: "promptly", "regularly".
struct Qualifier {
    text: String,
    of_time: bool,
}

/// What the qualifiers near `at` and the missing or unfit numbers say together. A number within
/// the threshold settles what a qualifier leaves open; a missing one is reported together with
/// the words that stand in its place.
pub(super) fn reasons(
    ruleset: &Ruleset,
    vocabulary: &Vocabulary,
    rule: &Rule,
    passage: &Passage<'_>,
    at: Span,
    reading: &Reading,
    numbers: Numbers,
) -> Vec<Reason> {
    let Numbers { stated, mut shortfalls } = numbers;
    let mut found = qualifiers(ruleset, vocabulary, rule, passage, at, reading);
    if stated && shortfalls.is_empty() {
        found.retain(|qualifier| !qualifier.of_time);
    }
    let missing = shortfalls.iter_mut().find_map(|reason| match reason {
        Reason::NumberMissing { instead, .. } => Some(instead),
        _ => None,
    });
    if let Some(instead) = missing {
        *instead = found
            .iter()
            .find(|qualifier| qualifier.of_time)
            .map(|qualifier| qualifier.text.clone());
        found.retain(|qualifier| !qualifier.of_time);
    }
    let mut reasons: Vec<Reason> =
        found.into_iter().map(|qualifier| Reason::Vague(qualifier.text)).collect();
    reasons.extend(shortfalls);
    reasons
}

/// All words of a passage that leave open how much is demanded, in order. Those of time are left
/// out: whether a number settles them is a matter of a rule.
pub(super) fn words(
    ruleset: &Ruleset,
    vocabulary: &Vocabulary,
    passage: &Passage<'_>,
) -> Vec<String> {
    let vague = passage.own.iter().filter(|hit| {
        ruleset.vague.contains(&hit.concept)
            && !vocabulary.is_of_time(hit.concept)
            && !is_made_concrete(passage, hit.concept, vocabulary)
    });
    let mut found: Vec<Span> = Vec::new();
    for hit in vague {
        match found.last_mut().filter(|last| hit.span().start() < last.end()) {
            Some(last) => *last = last.cover(hit.span()),
            None => found.push(hit.span()),
        }
    }
    found.into_iter().map(|span| span.of(passage.text).to_owned()).collect()
}

/// What was read of the numbers of a rule.
pub(super) struct Numbers {
    /// Whether any number was found.
    pub(super) stated: bool,
    /// What is wrong with the numbers.
    pub(super) shortfalls: Vec<Reason>,
}

fn qualifiers(
    ruleset: &Ruleset,
    vocabulary: &Vocabulary,
    rule: &Rule,
    passage: &Passage<'_>,
    at: Span,
    reading: &Reading,
) -> Vec<Qualifier> {
    let from = reading.modal.map_or(at.start(), |modal| modal.start().min(at.start()));
    let scope = Span::new(from.saturating_sub(REACH), at.end() + REACH);
    let vague = |hit: &&Hit| {
        ruleset.vague.contains(&hit.concept)
            && !rule.tolerates.contains(&hit.concept)
            && scope.contains(hit.span())
            && !is_made_concrete(passage, hit.concept, vocabulary)
    };
    let mut found: Vec<Qualifier> = Vec::new();
    let mut last: Option<Span> = None;
    for hit in passage.own.iter().filter(vague) {
        let of_time = vocabulary.is_of_time(hit.concept);
        // "commercially reasonable" and "reasonable efforts" are one qualifier.
        let overlap = last.filter(|last| hit.span().start() < last.end());
        let whole = overlap.map_or(hit.span(), |last| last.cover(hit.span()));
        let text = whole.of(passage.text).to_owned();
        if overlap.is_some() {
            if let Some(previous) = found.last_mut() {
                previous.text = text;
                previous.of_time &= of_time;
            }
        } else if found.iter().all(|qualifier| qualifier.text != text) {
            found.push(Qualifier { text, of_time });
        }
        last = Some(whole);
    }
    found
}

/// "best practice such as ISO 27001": a named standard says what is meant.
fn is_made_concrete(passage: &Passage<'_>, concept: ConceptId, vocabulary: &Vocabulary) -> bool {
    let folded = passage.provision.span.of(passage.folded);
    concept == vocabulary.best_practice && NAMED_STANDARDS.iter().any(|name| folded.contains(name))
}
