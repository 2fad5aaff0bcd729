//! Why a rule made of a pack what it did: every passage that decided or came near, with the words
//! the rule saw in it and each of its conditions.
//!
//! Looks only; the finding itself comes from `findings`, and a condition is asked of `matching`
//! just as a verdict asks it, so that an explanation cannot tell another story.

use super::Engine;
use super::assess::Assessment;
use super::assess::Assessor;
use super::duty;
use super::findings;
use super::index::PackIndex;
use super::index::Passage;
use super::index::PassageId;
use super::matching;
use super::nearest;
use super::place;
use crate::model::Asks;
use crate::model::Condition;
use crate::model::ExplainedPassage;
use crate::model::ExplainedPattern;
use crate::model::Explanation;
use crate::model::Purpose;
use crate::model::Reason;
use crate::model::UnitKind;
use crate::model::Worth;
use crate::ruleset::ConceptId;
use crate::ruleset::Pattern;
use crate::ruleset::Rule;
use std::collections::BTreeSet;

/// How many passages are explained.
const SHOWN: usize = 8;
/// How many passages that have only some of the words are explained.
const NEAR: usize = 3;

/// Explains the finding of `rule` for a pack.
pub(super) fn explain(engine: &Engine<'_>, index: &PackIndex<'_>, rule: &Rule) -> Explanation {
    let finding = findings::find(engine, index, rule);
    let explainer = Explainer {
        assessor: Assessor { ruleset: engine.ruleset, vocabulary: &engine.vocabulary, index },
        rule,
    };
    let mut passages = explainer.passages();
    let left_out = passages.len().saturating_sub(SHOWN);
    passages.truncate(SHOWN);
    Explanation {
        finding,
        applies_to: rule.applies_when.as_ref().map(|applies| applies.about.clone()),
        searched: index.len(),
        passages,
        left_out,
    }
}

struct Explainer<'a> {
    assessor: Assessor<'a>,
    rule: &'a Rule,
}

impl Explainer<'_> {
    /// The passages worth explaining, best first.
    fn passages(&self) -> Vec<ExplainedPassage> {
        let index = self.assessor.index;
        let patterns = self.patterns();
        let candidates: BTreeSet<PassageId> = patterns
            .iter()
            .filter(|(purpose, _)| !matches!(purpose, Purpose::Weakens(_)))
            .flat_map(|(_, pattern)| index.candidates(&pattern.needs()))
            .chain(self.rule.obsolete.iter().flat_map(|concept| index.with(*concept).to_vec()))
            .collect();
        let mut judged: Vec<(Worth, PassageId, Vec<Reason>)> = candidates
            .into_iter()
            .filter_map(|id| {
                let (worth, reasons) = self.worth(&index.passage(id))?;
                Some((worth, id, reasons))
            })
            .collect();
        let known: BTreeSet<PassageId> = judged.iter().map(|(_, id, _)| *id).collect();
        let near = nearest::find(&self.assessor, self.rule, Vec::new());
        judged.extend(
            near.into_iter()
                .filter(|(id, _)| !known.contains(id))
                .take(NEAR)
                .map(|(id, reasons)| (Worth::Near, id, reasons)),
        );
        judged.sort_by_key(|(worth, id, reasons)| (*worth, reasons.len(), *id));
        judged.into_iter().map(|(worth, id, reasons)| self.passage(id, worth, reasons)).collect()
    }

    fn worth(&self, passage: &Passage<'_>) -> Option<(Worth, Vec<Reason>)> {
        let contradiction = self
            .assessor
            .contradiction(self.rule, passage, false)
            .or_else(|| self.assessor.obsolete(self.rule, passage));
        let assessment = contradiction
            .or_else(|| self.assessor.assess(self.rule, passage))
            .or_else(|| self.assessor.contradiction(self.rule, passage, true))?;
        Some(match assessment {
            Assessment::Contradicts(reasons) => (Worth::Contradicts, reasons),
            Assessment::Supports { reasons, .. } if reasons.is_empty() => {
                (Worth::Supports, reasons)
            }
            Assessment::Supports { reasons, .. } => (Worth::FallsShort, reasons),
            Assessment::Misses(reasons) => (Worth::Misses, reasons),
        })
    }

    fn passage(&self, id: PassageId, worth: Worth, reasons: Vec<Reason>) -> ExplainedPassage {
        let index = self.assessor.index;
        let passage = index.passage(id);
        let expected = (self.rule.expects.iter())
            .find_map(|expectation| matching::find(&expectation.pattern, &passage, index));
        // An expectation that holds settles the question; others would only distract from it.
        let settled = expected.is_some();
        let patterns: Vec<ExplainedPattern> = self
            .patterns()
            .into_iter()
            .map(|(purpose, pattern)| ExplainedPattern {
                purpose,
                condition: self.condition(pattern, &passage),
            })
            .filter(|pattern| {
                pattern.condition.holds || (pattern.purpose == Purpose::Expects && !settled)
            })
            .collect();
        let at = expected.flatten().unwrap_or(passage.provision.span);
        ExplainedPassage {
            document: passage.document,
            place: place::place(&index.pack.documents[passage.document], &passage),
            quote: passage.quote(),
            duty: duty::duty(&passage, at, self.assessor.vocabulary).duty,
            worth,
            reasons,
            concepts: self.concepts(&passage),
            patterns,
        }
    }

    /// The rule's patterns, each with what it is for.
    fn patterns(&self) -> Vec<(Purpose, &Pattern)> {
        let expects = self.rule.expects.iter().map(|e| (Purpose::Expects, &e.pattern));
        let weakens = self
            .rule
            .weakened_by
            .iter()
            .map(|wording| (Purpose::Weakens(wording.wording.clone()), &wording.pattern));
        let contradicts = self
            .rule
            .contradicted_by
            .iter()
            .map(|wording| (Purpose::Contradicts(wording.wording.clone()), &wording.pattern));
        expects.chain(weakens).chain(contradicts).collect()
    }

    /// Words of the passage that the rule or the analysis of duties looks at.
    fn concepts(&self, passage: &Passage<'_>) -> Vec<(String, String)> {
        let mut wanted: Vec<ConceptId> = Vec::new();
        self.patterns().iter().for_each(|(_, pattern)| pattern.concepts(&mut wanted));
        wanted.extend(&self.rule.obsolete);
        let vocabulary = self.assessor.vocabulary;
        passage
            .own
            .iter()
            .filter(|hit| {
                wanted.contains(&hit.concept)
                    || vocabulary.is_party(hit.concept)
                    || vocabulary.is_grammatical(hit.concept)
            })
            .map(|hit| {
                let words = hit.span().of(passage.text).to_owned();
                (words, self.name(hit.concept))
            })
            .collect()
    }

    fn name(&self, concept: ConceptId) -> String {
        self.assessor.ruleset.lexicon.concept(concept).name.clone()
    }

    /// A pattern as a tree of conditions on one passage.
    fn condition(&self, pattern: &Pattern, passage: &Passage<'_>) -> Condition {
        let found = matching::find(pattern, passage, self.assessor.index);
        let parts = |list: &[Pattern]| list.iter().map(|p| self.condition(p, passage)).collect();
        let (asks, name, parts): (Asks, String, Vec<Condition>) = match pattern {
            Pattern::Concept(id) => (Asks::Concept, self.name(*id), Vec::new()),
            Pattern::Topic(id) => (Asks::Topic, self.name(*id), Vec::new()),
            Pattern::All(list) => (Asks::All, String::new(), parts(list)),
            Pattern::Any(list) => (Asks::Any, String::new(), parts(list)),
            Pattern::Near(near) => {
                let asks = Asks::Near { within: near.within, without: near.without.is_some() };
                (asks, String::new(), parts(&near.of))
            }
            Pattern::Not(inner) => (Asks::Not, String::new(), vec![self.condition(inner, passage)]),
            Pattern::Clause(inner) => {
                (Asks::Clause, String::new(), vec![self.condition(inner, passage)])
            }
            Pattern::Quantity(kind) => {
                (Asks::Quantity, quantity_name(*kind).to_owned(), Vec::new())
            }
        };
        Condition {
            asks,
            name,
            holds: found.is_some(),
            found: found.flatten().map(|span| span.of(passage.text).to_owned()),
            parts,
        }
    }
}

fn quantity_name(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Duration => "a time",
        UnitKind::Percent => "a percentage",
        UnitKind::Money => "an amount of money",
        UnitKind::Version => "a version",
        UnitKind::KeyLength => "a key length",
    }
}
