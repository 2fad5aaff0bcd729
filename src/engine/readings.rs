//! What a rule makes of every passage of a pack. A finding shows the few that decided; two packs can
//! only be compared by all of them.

use super::Engine;
use super::assess::Assessment;
use super::assess::Assessor;
use super::duty;
use super::index::PackIndex;
use super::index::Passage;
use super::index::PassageId;
use super::place;
use super::vague;
use crate::model::ReadPassage;
use crate::model::RuleReading;
use crate::model::Span;
use crate::model::Worth;
use crate::ruleset::Rule;
use std::collections::BTreeSet;

/// All passages of a pack, in order.
pub(super) fn passages(engine: &Engine<'_>, index: &PackIndex<'_>) -> Vec<ReadPassage> {
    let read = |passage: Passage<'_>| {
        let span = Span::new(passage.provision.span.start(), passage.provision.span.end());
        ReadPassage {
            document: passage.document,
            kind: passage.provision.kind,
            place: place::place(&index.pack.documents[passage.document], &passage),
            quote: passage.quote(),
            words: span.of(passage.text).replace('\n', " | "),
            duty: duty::duty(&passage, span, &engine.vocabulary).duty,
            qualifiers: vague::words(engine.ruleset, &engine.vocabulary, &passage),
        }
    };
    index.passages().map(read).collect()
}

/// What `rule` makes of the passages that speak of what it is about, in order.
pub(super) fn of_rule(engine: &Engine<'_>, index: &PackIndex<'_>, rule: &Rule) -> Vec<RuleReading> {
    let assessor = Assessor { ruleset: engine.ruleset, vocabulary: &engine.vocabulary, index };
    let expects = rule.expects.iter().map(|expectation| &expectation.pattern);
    let against = rule.contradicted_by.iter().map(|wording| &wording.pattern);
    let mut candidates: BTreeSet<PassageId> =
        expects.chain(against).flat_map(|pattern| index.candidates(&pattern.needs())).collect();
    for concept in &rule.obsolete {
        candidates.extend(index.with(*concept));
    }
    candidates.into_iter().filter_map(|id| reading(&assessor, rule, id)).collect()
}

/// What one passage is worth: a contradiction counts first, a general one only without support.
fn reading(assessor: &Assessor<'_>, rule: &Rule, id: PassageId) -> Option<RuleReading> {
    let passage = assessor.index.passage(id);
    let assessment = assessor
        .contradiction(rule, &passage, false)
        .or_else(|| assessor.obsolete(rule, &passage))
        .or_else(|| assessor.assess(rule, &passage));
    let assessment = match assessment {
        None | Some(Assessment::Misses(_)) => {
            assessor.contradiction(rule, &passage, true).or(assessment)
        }
        found => found,
    };
    let (worth, reasons, parameters) = match assessment? {
        Assessment::Contradicts(reasons) => (Worth::Contradicts, reasons, Vec::new()),
        Assessment::Supports { reasons, parameters } if reasons.is_empty() => {
            (Worth::Supports, reasons, parameters)
        }
        Assessment::Supports { reasons, parameters } => (Worth::FallsShort, reasons, parameters),
        Assessment::Misses(reasons) => (Worth::Misses, reasons, Vec::new()),
    };
    Some(RuleReading { passage: id as usize, worth, reasons, parameters })
}
