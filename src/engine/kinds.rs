//! What kind of document each one is, by its name, its title and the titles of its annexes.
//!
//! A rule that no document of these kinds need answer does not apply: a contract holds no award
//! criteria. A document whose kind is not told leaves all rules in force.

use super::index::Passage;
use super::vocabulary::Vocabulary;
use crate::language::TermHit;
use crate::language::fold;
use crate::model::Document;
use crate::model::DocumentKind;
use crate::model::Pack;
use crate::model::ProvisionKind;
use crate::model::Span;
use crate::ruleset::ConceptId;
use crate::ruleset::Ruleset;
use std::collections::BTreeSet;

/// How many passages at the beginning may hold the title.
const TITLE_PASSAGES: usize = 6;
/// Longest passage that may be a title, in bytes.
const TITLE: usize = 160;

/// The kinds of each document of a pack, from its passages in order.
pub(super) fn of_documents<'p>(
    pack: &Pack,
    passages: impl Iterator<Item = Passage<'p>>,
    ruleset: &Ruleset,
    vocabulary: &Vocabulary,
) -> Vec<BTreeSet<DocumentKind>> {
    let mut kinds: Vec<BTreeSet<DocumentKind>> =
        pack.documents.iter().map(|document| of_name(document, ruleset, vocabulary)).collect();
    let mut seen = vec![0; kinds.len()];
    for passage in passages {
        let number = passage.document;
        seen[number] += 1;
        let provision = passage.provision;
        let early =
            seen[number] <= TITLE_PASSAGES && provision.kind != ProvisionKind::ContentsEntry;
        if (early || passage.begins_annex()) && provision.span.len() <= TITLE {
            let hits = passage.own.iter().map(|hit| (hit.concept, hit.span()));
            kinds[number].extend(named(hits.collect(), vocabulary));
        }
    }
    kinds
}

/// The kinds that the name of a file tells.
fn of_name(
    document: &Document,
    ruleset: &Ruleset,
    vocabulary: &Vocabulary,
) -> BTreeSet<DocumentKind> {
    let path = document.source.path.as_str();
    let name = path.rsplit(['/', '\\', '!']).next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).replace(['_', '-'], " ");
    let Some(matcher) = ruleset.lexicon.matchers.get(&document.language) else {
        return BTreeSet::new();
    };
    let mut hits: Vec<TermHit> = Vec::new();
    matcher.find(&stem, &fold(&stem), &mut hits);
    let hits = hits.iter().map(|hit| (hit.id, Span::new(hit.start as usize, hit.end as usize)));
    named(hits.collect(), vocabulary)
}

/// The kinds among some hits. "Data Processing Agreement" names no other agreement: the longest
/// name counts.
fn named(hits: Vec<(ConceptId, Span)>, vocabulary: &Vocabulary) -> BTreeSet<DocumentKind> {
    let names: Vec<(DocumentKind, Span)> = hits
        .into_iter()
        .filter_map(|(concept, span)| Some((vocabulary.kind(concept)?, span)))
        .collect();
    let within_longer = |span: &Span| {
        names.iter().any(|(_, other)| other.contains(*span) && other.len() > span.len())
    };
    names.iter().filter(|(_, span)| !within_longer(span)).map(|(kind, _)| *kind).collect()
}
