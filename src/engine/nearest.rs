//! What comes nearest to a clause that was not found.
//!
//! Passages are ranked by BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75) over concepts
//! instead of words, so that a Swedish passage is found for a rule whatever language its author
//! thought in. A rule's query is the concepts of its expectations.

use super::assess::Assessor;
use super::index::Passage;
use super::index::PassageId;
use crate::model::ProvisionKind;
use crate::model::Reason;
use crate::ruleset::ConceptId;
use crate::ruleset::Rule;
use std::collections::BTreeSet;

/// Sets of concepts, of each of which an expectation needs one.
type Needs = Vec<Vec<ConceptId>>;

const K1: f64 = 1.2;
const B: f64 = 0.75;
/// How many passages are shown.
const SHOWN: usize = 3;
/// How many of the best passages are looked at for something to show.
const RANKED: usize = 60;
/// Concepts that stand in a larger share of all provisions say nothing.
const MAX_SHARE: f64 = 0.5;

/// Passages nearest to the rule, best first, each with why it is not enough. Passages that were
/// assessed and found wanting come before those that merely use some of the words.
pub(super) fn find(
    assessor: &Assessor<'_>,
    rule: &Rule,
    mut missed: Vec<(PassageId, Vec<Reason>)>,
) -> Vec<(PassageId, Vec<Reason>)> {
    let scores = scores(assessor, rule);
    let score = |id: PassageId| scores[id as usize];
    let better = |a: PassageId, b: PassageId| score(b).total_cmp(&score(a)).then(a.cmp(&b));
    missed.sort_by(|a, b| better(a.0, b.0));
    let known: BTreeSet<PassageId> = missed.iter().map(|(id, _)| *id).collect();
    let mut ranked: Vec<PassageId> = (0..)
        .zip(&scores)
        .filter(|(id, score)| **score > 0.0 && !known.contains(id))
        .map(|(id, _)| id)
        .collect();
    if ranked.len() > RANKED {
        ranked.select_nth_unstable_by(RANKED, |a, b| better(*a, *b));
        ranked.truncate(RANKED);
    }
    ranked.sort_unstable_by(|a, b| better(*a, *b));
    let needs: Vec<Needs> =
        rule.expects.iter().map(|expectation| expectation.pattern.needs()).collect();
    let others = ranked
        .into_iter()
        .filter_map(|id| Some((id, vec![lacks(assessor, &needs, &assessor.index.passage(id))?])));
    let mut quotes = BTreeSet::new();
    missed
        .into_iter()
        .chain(others)
        .filter(|(id, _)| quotes.insert(assessor.index.passage(*id).quote()))
        .take(SHOWN)
        .collect()
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
fn lacks(assessor: &Assessor<'_>, needs: &[Needs], passage: &Passage<'_>) -> Option<Reason> {
    if !matches!(
        passage.provision.kind,
        ProvisionKind::Sentence | ProvisionKind::ListItem | ProvisionKind::TableRow
    ) {
        return None;
    }
    let present = |concept: &&ConceptId| passage.own.iter().any(|hit| hit.concept == **concept);
    let about = |needs: &&Needs| {
        needs.first().is_some_and(|set| {
            set.iter().any(|concept| present(&concept) && !assessor.vocabulary.is_party(*concept))
        })
    };
    // What has no terms in the language of the passage can never be found there.
    let language = passage.provision.language;
    let has_terms =
        |id: &ConceptId| assessor.ruleset.lexicon.concept(*id).languages.contains(&language);
    let can_hold = |needs: &&Needs| needs.iter().all(|set| set.iter().any(has_terms));
    let missing =
        |needs: &Needs| needs.iter().filter(|set| !set.iter().any(|c| present(&c))).count();
    let nearest = needs
        .iter()
        .filter(about)
        .filter(can_hold)
        .filter(|needs| missing(needs) > 0)
        .min_by_key(|needs| missing(needs))?;
    let name = |concept: &ConceptId| assessor.ruleset.lexicon.concept(*concept).name.clone();
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    for set in nearest {
        match set.iter().find(present) {
            Some(concept) => found.push(name(concept)),
            None => missing.extend(set.first().map(name)),
        }
    }
    found.dedup();
    missing.dedup();
    Some(Reason::Lacks { found, missing })
}
