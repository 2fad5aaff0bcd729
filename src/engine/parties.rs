//! Where a document names its parties by their own names.
//!
//! A preamble says who is who (`Mailjet SAS ("Processor")`). Terms that a supplier writes often do
//! not: they call the other side "the Customer" and themselves by name. That name is told from what
//! it does in the text.

use super::index::Hit;
use super::vocabulary::Vocabulary;
use crate::language::GRAMMARS;
use crate::language::fold;
use crate::language::grammar;
use crate::model::Document;
use crate::model::ProvisionKind;
use crate::ruleset::ConceptId;
use memchr::memmem;
use std::collections::BTreeMap;

/// How often a name must be the subject of a sentence to be that of a party.
const SUBJECTS: usize = 4;
/// How often it must stand within sentences.
const WITHIN: usize = 2;
/// How often the customer must be named, so that somebody is left to be the supplier.
const CUSTOMERS: usize = 3;

/// Occurrences of the parties' own names, as hits of the role that the document gives them.
pub(super) fn find(
    document: &Document,
    folded: &str,
    hits: &[Hit],
    vocabulary: &Vocabulary,
) -> Vec<Hit> {
    let mut named: Vec<(String, ConceptId)> = Vec::new();
    for party in &document.parties {
        let alias = fold(&party.alias);
        if let Some(role) = role_of(&alias, folded, hits, vocabulary) {
            named.extend(names(&party.name).into_iter().map(|name| (name, role)));
        }
    }
    if named.iter().all(|(_, role)| *role != vocabulary.supplier) {
        let own = own_name(document, hits, vocabulary);
        named.extend(own.map(|name| (fold(&name), vocabulary.supplier)));
    }
    let mut found = Vec::new();
    for (name, role) in &named {
        found.extend(words(folded, name).map(|start| Hit {
            start: count(start),
            end: count(start + name.len()),
            concept: *role,
        }));
    }
    found
}

/// Where `word` stands as a word of its own.
fn words<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + use<'t> {
    memmem::find_iter(text.as_bytes(), word.as_bytes()).filter(move |start| {
        let (before, after) = (&text[..*start], &text[start + word.len()..]);
        !before.chars().next_back().is_some_and(char::is_alphanumeric)
            && !after.chars().next().is_some_and(char::is_alphanumeric)
    })
}

/// The name by which the supplier calls itself, where the text names the customer by its role and
/// the supplier by none: a name that is the subject of many sentences, stands within others too and
/// is hardly ever written small. No guess is made where nouns are written with capitals, or two names
/// are subjects nearly as often.
fn own_name(document: &Document, hits: &[Hit], vocabulary: &Vocabulary) -> Option<String> {
    let of = |concept| hits.iter().filter(|hit| hit.concept == concept).count();
    if grammar(document.language).capitalises_nouns || of(vocabulary.customer) < CUSTOMERS {
        return None;
    }
    let mut subjects: BTreeMap<&str, usize> = BTreeMap::new();
    for provision in &document.provisions {
        let start = provision.span.start();
        let known = hits.partition_point(|hit| (hit.start as usize) < start);
        let has_meaning = hits.get(known).is_some_and(|hit| hit.start as usize == start);
        let sentence = matches!(provision.kind, ProvisionKind::Sentence | ProvisionKind::ListItem);
        let first = provision.span.of(&document.text).split(' ').next().unwrap_or_default();
        let is_name = first.chars().count() >= 3
            && first.starts_with(char::is_uppercase)
            && first.chars().all(char::is_alphanumeric);
        if sentence && is_name && !has_meaning {
            *subjects.entry(first).or_default() += 1;
        }
    }
    let is_proper = |name: &str, times: usize| {
        let all = words(&document.text, name).count();
        // Addresses ("example.org") are written small.
        let small = words(&document.text, &name.to_lowercase()).count();
        all >= times + WITHIN && 10 * small <= all
    };
    let mut likely: Vec<(usize, &str)> = subjects
        .into_iter()
        .filter(|(name, times)| *times >= SUBJECTS && is_proper(name, *times))
        .map(|(name, times)| (times, name))
        .collect();
    likely.sort_unstable_by_key(|(times, name)| (std::cmp::Reverse(*times), *name));
    let (times, name) = *likely.first()?;
    let alone = likely.get(1).is_none_or(|(second, _)| 2 * second <= times);
    (alone && times > of(vocabulary.supplier)).then(|| name.to_owned())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// "Customer Data" and "supervisory authority" name no customer: a party's name inside a longer
/// term of another meaning is no party.
pub(super) fn drop_in_compounds(hits: &mut Vec<Hit>, vocabulary: &Vocabulary) {
    let longer: Vec<Hit> =
        hits.iter().filter(|hit| vocabulary.swallows_parties(hit.concept)).copied().collect();
    let mut from = 0;
    hits.retain(|hit| {
        if ![vocabulary.supplier, vocabulary.customer].contains(&hit.concept) {
            return true;
        }
        while from < longer.len() && longer[from].start + MAX_COMPOUND < hit.start {
            from += 1;
        }
        let holds = |other: &Hit| {
            other.start <= hit.start
                && other.end >= hit.end
                && other.end - other.start > hit.end - hit.start
        };
        !longer[from..].iter().take_while(|other| other.start <= hit.start).any(holds)
    });
}

/// Longest term that may hold the name of a party, in bytes.
const MAX_COMPOUND: u32 = 60;

/// The role of an alias, as the lexicon reads it where it first stands in the text.
fn role_of(alias: &str, folded: &str, hits: &[Hit], vocabulary: &Vocabulary) -> Option<ConceptId> {
    let at = count(folded.find(alias)?);
    let end = at + count(alias.len());
    let within = |concept| {
        hits.iter().any(|hit| hit.concept == concept && hit.start >= at && hit.start < end)
    };
    [vocabulary.supplier, vocabulary.customer].into_iter().find(|role| within(*role))
}

/// The full name and, if it is a name of several words, its first word.
fn names(name: &str) -> Vec<String> {
    let full = fold(name);
    let first = full.split([' ', ',']).next().unwrap_or_default().to_owned();
    let common = GRAMMARS.iter().any(|grammar| grammar.common_names.contains(&first.as_str()));
    let short = full.contains(' ') && first.chars().count() >= 4 && !common;
    if short { vec![full, first] } else { vec![full] }
}
