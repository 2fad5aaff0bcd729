//! What comes nearest to a clause that was not found.
//!
//! Passages are ranked by BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75) over concepts
//! instead of words, so that a Swedish passage is found for a rule whatever language its author
//! thought in. A rule's query is the concepts of its expectations.

use super::assess::Assessor;
use super::index::PassageId;
use crate::model::ProvisionKind;
use crate::model::Reason;
use crate::ruleset::ConceptId;
use crate::ruleset::Rule;
use std::collections::BTreeSet;

const K1: f64 = 1.2;
const B: f64 = 0.75;
/// How many passages are shown.
const SHOWN: usize = 3;
/// Concepts that stand in a larger share of all provisions say nothing.
const MAX_SHARE: f64 = 0.5;

/// Passages nearest to the rule, best first, each with why it is not enough. Passages that were
/// assessed and found wanting come before those that merely use some of the words.
pub(super) fn find(
    assessor: &Assessor<'_>,
    rule: &Rule,
    misses: Vec<(PassageId, Vec<Reason>)>,
) -> Vec<(PassageId, Vec<Reason>)> {
    let scores = scores(assessor, rule);
    let score = |id: &PassageId| scores[*id as usize];
    let mut missed: Vec<(PassageId, Vec<Reason>)> = misses;
    missed.sort_by(|a, b| score(&b.0).total_cmp(&score(&a.0)).then(a.0.cmp(&b.0)));
    let mut quotes = BTreeSet::new();
    missed.retain(|(id, _)| quotes.insert(assessor.index.passage(*id).quote()));
    missed.truncate(SHOWN);
    let known: BTreeSet<PassageId> = missed.iter().map(|(id, _)| *id).collect();
    let mut others: Vec<(PassageId, Vec<Reason>)> = Vec::new();
    let mut ranked: Vec<(PassageId, f64)> = (0..)
        .zip(scores.iter().copied())
        .filter(|(id, score)| *score > 0.0 && !known.contains(id))
        .collect();
    ranked.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    for (id, _) in ranked {
        if missed.len() + others.len() >= SHOWN {
            break;
        }
        let Some(reason) = lacks(assessor, rule, id) else { continue };
        if quotes.insert(assessor.index.passage(id).quote()) {
            others.push((id, vec![reason]));
        }
    }
    missed.extend(others);
    missed
}

/// BM25 of each provision; 0 where it holds no concept of the rule.
fn scores(assessor: &Assessor<'_>, rule: &Rule) -> Vec<f64> {
    let index = assessor.index;
    let total = index.len() as f64;
    let mut query = Vec::new();
    rule.expects.iter().for_each(|expectation| expectation.pattern.concepts(&mut query));
    let says_something = |concept: &ConceptId| {
        !assessor.vocabulary.is_party(*concept) && !assessor.vocabulary.is_grammatical(*concept)
    };
    let query: BTreeSet<ConceptId> = query.into_iter().filter(says_something).collect();
    let mut scores = vec![0.0; index.len()];
    for concept in query {
        let postings = index.with(concept);
        let holding = postings.len() as f64;
        if holding > MAX_SHARE * total + 3.0 {
            continue;
        }
        let weight = ((total - holding + 0.5) / (holding + 0.5) + 1.0).ln();
        for id in postings {
            let passage = index.passage(*id);
            let count =
                passage.own.iter().filter(|hit| hit.concept == concept).count().max(1) as f64;
            let length = passage.provision.span.len() as f64 / MEAN_LENGTH;
            let saturated = count * (K1 + 1.0) / (count + K1 * (1.0 - B + B * length));
            scores[*id as usize] += weight * saturated;
        }
    }
    scores
}

/// Usual length of a provision, in bytes; stands for the mean of the collection, so that a score
/// does not change with the other documents of a pack.
const MEAN_LENGTH: f64 = 180.0;

/// Which ideas a passage has and which it lacks, by the expectation that it comes nearest to. The
/// first part of a pattern is what the clause is about; a passage without it is not near. Nor is
/// a heading or a definition, which nobody would take for the clause.
fn lacks(assessor: &Assessor<'_>, rule: &Rule, id: PassageId) -> Option<Reason> {
    let passage = assessor.index.passage(id);
    if !matches!(
        passage.provision.kind,
        ProvisionKind::Sentence | ProvisionKind::ListItem | ProvisionKind::TableRow
    ) {
        return None;
    }
    let present: BTreeSet<ConceptId> = passage.own.iter().map(|hit| hit.concept).collect();
    let name = |concept: ConceptId| assessor.ruleset.lexicon.concept(concept).name.clone();
    let mut nearest: Option<(Vec<String>, Vec<String>)> = None;
    for expectation in &rule.expects {
        let needs = expectation.pattern.needs();
        let about = needs.first().is_some_and(|set| {
            set.iter()
                .any(|concept| present.contains(concept) && !assessor.vocabulary.is_party(*concept))
        });
        let (mut found, mut missing) = (Vec::new(), Vec::new());
        for set in &needs {
            match set.iter().find(|concept| present.contains(concept)) {
                Some(concept) => found.push(name(*concept)),
                None => missing.extend(set.first().map(|concept| name(*concept))),
            }
        }
        found.dedup();
        missing.dedup();
        let nearer = nearest.as_ref().is_none_or(|(_, best)| missing.len() < best.len());
        if about && !missing.is_empty() && nearer {
            nearest = Some((found, missing));
        }
    }
    nearest.map(|(found, missing)| Reason::Lacks { found, missing })
}
