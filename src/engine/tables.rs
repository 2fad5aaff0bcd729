//! Fills the tables about a pack as a whole: who keeps which data where, and who answers for what.
//!
//! Rows come from passages and findings as they are; nothing here changes a verdict. An empty cell
//! means that no words for it were found at that place, nor, for a column that a rule answers,
//! anywhere in the pack.

use super::duty;
use super::index::PackIndex;
use super::index::Passage;
use super::index::PassageId;
use super::matching;
use super::place;
use super::vocabulary::Vocabulary;
use crate::model::Accountability;
use crate::model::Finding;
use crate::model::Mention;
use crate::model::ProvisionKind;
use crate::model::Role;
use crate::model::Span;
use crate::model::StorageCell;
use crate::model::StorageRow;
use crate::model::UnitKind;
use crate::model::Verdict;
use crate::ruleset::Column;
use crate::ruleset::ConceptId;
use crate::ruleset::Tables;
use std::collections::BTreeSet;

/// Most rows of the table of data; a pack with more repeats itself.
const ROWS: usize = 60;
/// Most words in a cell.
const WORDS: usize = 6;
/// How far from a demand its proof and consequence are looked for, in provisions of its clause.
const REACH: u32 = 8;

/// Rows of the table of data, in the order of the pack.
pub(super) fn storage(
    tables: &Tables,
    index: &PackIndex<'_>,
    vocabulary: &Vocabulary,
    findings: &[Finding],
) -> Vec<StorageRow> {
    let mut seen = BTreeSet::new();
    let candidates = index.candidates(&tables.storage.needs()).into_iter();
    candidates
        .map(|id| index.passage(id))
        .filter(|passage| binds(passage))
        .filter(|passage| matching::find(&tables.storage, passage, index).is_some())
        .filter(|passage| seen.insert(passage.quote()))
        .take(ROWS)
        .map(|passage| StorageRow {
            keeper: duty::duty(&passage, passage.provision.span, vocabulary).duty.bearer,
            passage: mention(&passage, index),
            cells: tables.columns.iter().map(|column| cell(column, &passage, findings)).collect(),
        })
        .collect()
}

/// What stands behind each demand that was found.
pub(super) fn accountability(
    tables: &Tables,
    index: &PackIndex<'_>,
    findings: &[Finding],
) -> Vec<Accountability> {
    findings.iter().filter_map(|finding| answers_for(tables, index, finding)).collect()
}

fn answers_for(
    tables: &Tables,
    index: &PackIndex<'_>,
    finding: &Finding,
) -> Option<Accountability> {
    let demands = |role| matches!(role, Role::Supports | Role::Weakens);
    let evidence = finding.evidence.iter().find(|evidence| demands(evidence.role))?;
    let passage = at(index, evidence.document, evidence.span)?;
    let duty = evidence.duty?;
    let stated = finding.parameters.iter().filter_map(|parameter| parameter.found);
    Some(Accountability {
        rule: finding.rule.id.clone(),
        passage: mention(&passage, index),
        bearer: duty.bearer,
        force: duty.force,
        deadline: stated.into_iter().find(|found| found.unit.kind() == UnitKind::Duration),
        proof: near(&tables.proof, &passage, index),
        consequence: near(&tables.consequence, &passage, index),
    })
}

/// The passage itself or the nearest of its clause that speaks of one of the concepts. Rows of a
/// table stand for themselves.
fn near(concepts: &[ConceptId], passage: &Passage<'_>, index: &PackIndex<'_>) -> Option<Mention> {
    let speaks = |other: &Passage<'_>| other.own.iter().any(|hit| concepts.contains(&hit.concept));
    if speaks(passage) {
        return Some(mention(passage, index));
    }
    if passage.provision.kind == ProvisionKind::TableRow {
        return None;
    }
    let mates = index.clause_mates(passage, REACH).filter(|mate| binds(mate) && speaks(mate));
    mates.min_by_key(|mate| mate.id.abs_diff(passage.id)).map(|mate| mention(&mate, index))
}

/// Whether a passage can lay down anything.
fn binds(passage: &Passage<'_>) -> bool {
    use ProvisionKind::{ListItem, Sentence, TableRow};
    matches!(passage.provision.kind, Sentence | ListItem | TableRow)
}

fn cell(column: &Column, passage: &Passage<'_>, findings: &[Finding]) -> StorageCell {
    let found = findings.iter().filter(|finding| {
        column.answered_by.contains(&finding.rule.id)
            && matches!(finding.verdict, Verdict::Met | Verdict::Weak)
    });
    StorageCell {
        words: words(column, passage),
        elsewhere: found.map(|finding| finding.rule.id.clone()).collect(),
    }
}

/// The words of a passage and its lead-in that stand for the concepts of a column, each once, as
/// written; of words within one another the longest.
fn words(column: &Column, passage: &Passage<'_>) -> Vec<String> {
    let lead_in = passage.lead_in().filter(|_| passage.provision.kind != ProvisionKind::TableRow);
    let hits = lead_in.chain(passage.own).filter(|hit| column.concepts.contains(&hit.concept));
    let mut spans: Vec<Span> = hits.map(|hit| hit.span()).collect();
    spans.sort_by_key(|span| (span.start(), std::cmp::Reverse(span.end())));
    let mut last = 0;
    spans.retain(|span| {
        let outside = span.end() > last;
        last = last.max(span.end());
        outside
    });
    let mut seen = BTreeSet::new();
    let words = spans.into_iter().map(|span| span.of(passage.text).replace('\n', " "));
    words.filter(|words| seen.insert(words.to_lowercase())).take(WORDS).collect()
}

fn mention(passage: &Passage<'_>, index: &PackIndex<'_>) -> Mention {
    Mention {
        words: passage.quote(),
        document: passage.document,
        span: passage.provision.span,
        place: place::place(&index.pack.documents[passage.document], passage),
    }
}

/// The passage of a document with exactly this text.
fn at<'i>(index: &'i PackIndex<'_>, document: usize, span: Span) -> Option<Passage<'i>> {
    let provisions = &index.pack.documents.get(document)?.provisions;
    let number = provisions.iter().position(|provision| provision.span == span)?;
    let id = index.first(document) + PassageId::try_from(number).ok()?;
    Some(index.passage(id))
}
