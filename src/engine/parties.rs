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
use std::collections::BTreeSet;

/// How often a name must be the subject of a sentence to be that of a party.
const SUBJECTS: usize = 4;
/// How often it must stand within sentences.
const WITHIN: usize = 2;
/// How many hits before a word are looked at for one that holds it.
const HITS_AT_A_WORD: usize = 16;
/// How often a supplier must speak of what it offers, and of what its customer uses.
const SPEAKS: usize = 2;
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
        let own = own_name(document, folded, hits, vocabulary);
        named.extend(own.map(|name| (fold(&name), vocabulary.supplier)));
    }
    named.extend(persons(document, folded, vocabulary));
    let mut found = Vec::new();
    for (name, role) in &named {
        let spans: Vec<(usize, usize)> = match name.strip_prefix('*') {
            Some(ending) => words_ending_in(folded, ending),
            None => words(folded, name).map(|start| (start, start + name.len())).collect(),
        };
        let hit = |(start, end)| Hit { start: count(start), end: count(end), concept: *role };
        found.extend(spans.into_iter().map(hit));
    }
    found
}

/// The words that end in `ending`.
fn words_ending_in(text: &str, ending: &str) -> Vec<(usize, usize)> {
    memmem::find_iter(text.as_bytes(), ending.as_bytes())
        .map(|at| (at, at + ending.len()))
        .filter(|(_, end)| !text[*end..].chars().next().is_some_and(char::is_alphanumeric))
        .map(|(at, end)| {
            let stem = text[..at].trim_end_matches(char::is_alphanumeric);
            (stem.len(), end)
        })
        .collect()
}

/// Where `word` stands as a word of its own.
fn words<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + use<'t> {
    memmem::find_iter(text.as_bytes(), word.as_bytes()).filter(move |start| {
        let (before, after) = (&text[..*start], &text[start + word.len()..]);
        !before.chars().next_back().is_some_and(char::is_alphanumeric)
            && !after.chars().next().is_some_and(char::is_alphanumeric)
    })
}

/// "We" and "you", with their roles, where a supplier speaks: of "our services" and "your account".
/// A tender says "we" of the buyer, and neither of these.
fn persons(
    document: &Document,
    folded: &str,
    vocabulary: &Vocabulary,
) -> impl Iterator<Item = (String, ConceptId)> {
    let persons = &grammar(document.language).persons;
    let times = |phrases: &[&str]| -> usize {
        phrases.iter().map(|phrase| words(folded, phrase).count()).sum()
    };
    let speaks = times(persons.offered) >= SPEAKS && times(persons.used) >= SPEAKS;
    let supplier = persons.supplier.iter().map(|word| ((*word).to_owned(), vocabulary.supplier));
    let customer = persons.customer.iter().map(|word| ((*word).to_owned(), vocabulary.customer));
    supplier.chain(customer).filter(move |_| speaks)
}

/// The name by which the supplier calls itself, where the text names the customer by its role and
/// the supplier by none: a name that is the subject of many sentences, stands within others too and
/// is hardly ever written small. No guess is made where nouns are written with capitals, or two names
/// are subjects nearly as often.
fn own_name(
    document: &Document,
    folded: &str,
    hits: &[Hit],
    vocabulary: &Vocabulary,
) -> Option<String> {
    let of = |concept| hits.iter().filter(|hit| hit.concept == concept).count();
    let grammar = grammar(document.language);
    let addressed: usize =
        grammar.persons.customer.iter().map(|you| words(folded, you).count()).sum();
    if grammar.capitalises_nouns || of(vocabulary.customer) + addressed < CUSTOMERS {
        return None;
    }
    let mut subjects: BTreeMap<&str, usize> = BTreeMap::new();
    for provision in &document.provisions {
        let start = provision.span.start();
        let known = hits.partition_point(|hit| (hit.start as usize) < start);
        let has_meaning = hits.get(known).is_some_and(|hit| hit.start as usize == start);
        let sentence = matches!(provision.kind, ProvisionKind::Sentence | ProvisionKind::ListItem);
        let first = provision.span.of(&document.text).split(' ').next().unwrap_or_default();
        if sentence && is_name(first) && !has_meaning {
            *subjects.entry(first).or_default() += 1;
        }
    }
    let modals = hits.iter().filter(|hit| vocabulary.is_modal(hit.concept));
    for name in modals.filter_map(|modal| name_before(document, hits, *modal)) {
        *subjects.entry(name).or_default() += 1;
    }
    let is_proper = |name: &str, times: usize| {
        let all = words(&document.text, name).count();
        // Addresses ("example.org") are written small.
        let small = name.to_lowercase();
        let small = words(&document.text, &small)
            .filter(|at| !is_in_address(&document.text, *at, *at + small.len()))
            .count();
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
    // A defined party ("Acme") may be named less often than suppliers are spoken of in general. An
    // abbreviation ("COR") is more often an office.
    let defined = document.parties.iter().any(|party| party.alias == name)
        && name.chars().any(char::is_lowercase)
        && times > suppliers_bound(hits, vocabulary);
    (alone && (times > of(vocabulary.supplier) || defined)).then(|| name.to_owned())
}

/// How often a verb of duty stands right behind the supplier by its role: "the Processor shall".
fn suppliers_bound(hits: &[Hit], vocabulary: &Vocabulary) -> usize {
    let modals: BTreeSet<u32> =
        hits.iter().filter(|hit| vocabulary.is_modal(hit.concept)).map(|hit| hit.start).collect();
    let suppliers = hits.iter().filter(|hit| hit.concept == vocabulary.supplier);
    suppliers.filter(|hit| modals.contains(&(hit.end + 1))).count()
}

/// Whether a word is part of an address: "https://acme.example", "info@acme.example".
fn is_in_address(text: &str, start: usize, end: usize) -> bool {
    let joins = |c: Option<char>| c.is_some_and(|c| matches!(c, '.' | '/' | '@' | '-' | '_'));
    let follows = text[end..].chars().nth(1).is_some_and(char::is_alphanumeric);
    joins(text[..start].chars().next_back()) || (joins(text[end..].chars().next()) && follows)
}

/// A word with a capital within a sentence, right before a verb of duty: "the data, Acme shall".
fn name_before<'d>(document: &'d Document, hits: &[Hit], modal: Hit) -> Option<&'d str> {
    let before = document.text[..modal.start as usize].strip_suffix(' ')?;
    let name = before.rsplit([' ', '\n']).next()?;
    let start = count(before.len() - name.len());
    let within = document.text[..start as usize]
        .trim_end()
        .ends_with(|c: char| c.is_alphabetic() || c == ',');
    let known = hits.partition_point(|hit| hit.start <= start);
    let has_meaning = hits[..known].iter().rev().take(HITS_AT_A_WORD).any(|hit| hit.end > start);
    (within && is_name(name) && !has_meaning).then_some(name)
}

/// Whether a word looks like a name.
fn is_name(word: &str) -> bool {
    word.chars().count() >= 3
        && word.starts_with(char::is_uppercase)
        && word.chars().all(char::is_alphanumeric)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// "Customer Data" and "supervisory authority" name no customer, "third-party audits" no third party: a
/// party's name inside a longer term of another meaning is no party. A verb and its particle only enclose
/// the party: "gibt der Auftragnehmer die Daten zurück". `folded` is the text folded.
pub(super) fn drop_in_compounds(
    hits: &mut Vec<Hit>,
    text: &str,
    folded: &str,
    vocabulary: &Vocabulary,
) {
    let is_compound = |hit: &Hit| hit.span().of(folded).split(' ').count() <= COMPOUND_WORDS;
    let longer: Vec<Hit> = hits
        .iter()
        .filter(|hit| vocabulary.swallows_parties(hit.concept) && is_compound(hit))
        .copied()
        .collect();
    let mut from = 0;
    hits.retain(|hit| {
        // "third-party audit reports": an adjective names nobody.
        if hit.concept == vocabulary.third_party {
            return !hit.span().of(text).contains('-');
        }
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

/// "Le sous-traitant" names the processor where a document speaks of a controller and names its
/// supplier by no other word more often; elsewhere it names a subcontractor. Only one of the two is kept.
pub(super) fn tell_processors(hits: &mut Vec<Hit>, vocabulary: &Vocabulary) {
    let of = |concept| hits.iter().copied().filter(move |hit: &Hit| hit.concept == concept);
    let subcontractors: Vec<Hit> = of(vocabulary.subcontractor).collect();
    let reading = |hit: &Hit| {
        let overlaps = |other: &&Hit| other.start < hit.end && other.end > hit.start;
        let longest = subcontractors.iter().filter(overlaps).max_by_key(|other| other.end);
        longest.filter(|other| other.start >= hit.start && other.end >= hit.end).copied()
    };
    let suppliers: Vec<(Hit, Option<Hit>)> =
        of(vocabulary.supplier).map(|hit| (hit, reading(&hit))).collect();
    let same = |(hit, other): &(Hit, Option<Hit>)| other.is_some_and(|o| o.end == hit.end);
    let either = suppliers.iter().filter(|pair| same(pair)).count();
    let others = suppliers.iter().filter(|(_, other)| other.is_none()).count();
    let processors = of(vocabulary.controller).next().is_some() && either >= others;
    let dropped: Vec<Hit> = suppliers
        .iter()
        .filter_map(|(hit, other)| {
            let other = (*other)?;
            Some(if processors && other.end == hit.end { other } else { *hit })
        })
        .collect();
    if !dropped.is_empty() {
        hits.retain(|hit| !dropped.contains(hit));
    }
}

/// Most words of a term that may hold the name of a party.
const COMPOUND_WORDS: usize = 5;
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

#[cfg(test)]
mod tests {
    use super::tell_processors;
    use crate::engine::index::Hit;
    use crate::engine::vocabulary::Vocabulary;
    use crate::ruleset;

    /// Which of supplier and subcontractor is left of "le sous-traitant" (0–16), with what else stands there.
    fn left(others: impl Fn(&Vocabulary) -> Vec<Hit>) -> (bool, bool) {
        let ruleset = ruleset::load("baseline").expect("the shipped ruleset loads");
        let vocabulary = Vocabulary::new(&ruleset).expect("the shipped lexicon is complete");
        let (supplier, subcontractor) = (vocabulary.supplier, vocabulary.subcontractor);
        let mut hits = vec![
            Hit { start: 0, end: 16, concept: supplier },
            Hit { start: 3, end: 16, concept: subcontractor },
        ];
        hits.extend(others(&vocabulary));
        tell_processors(&mut hits, &vocabulary);
        let first = |concept| hits.iter().any(|hit| hit.concept == concept && hit.start < 16);
        (first(supplier), first(subcontractor))
    }

    #[test]
    fn beside_a_controller_the_word_names_the_processor() {
        let controller = |v: &Vocabulary| vec![Hit { start: 20, end: 45, concept: v.controller }];
        assert_eq!(left(controller), (true, false));
    }

    #[test]
    fn elsewhere_it_names_a_subcontractor() {
        assert_eq!(left(|_| Vec::new()), (false, true));
        let contract = |v: &Vocabulary| {
            let supplier = |start| Hit { start, end: start + 9, concept: v.supplier };
            vec![Hit { start: 20, end: 45, concept: v.controller }, supplier(50), supplier(70)]
        };
        assert_eq!(left(contract), (false, true));
    }

    #[test]
    fn a_longer_name_of_a_subcontractor_names_no_supplier() {
        let further = |v: &Vocabulary| {
            let controller = Hit { start: 40, end: 65, concept: v.controller };
            vec![Hit { start: 3, end: 26, concept: v.subcontractor }, controller]
        };
        assert_eq!(left(further), (false, true));
    }
}
