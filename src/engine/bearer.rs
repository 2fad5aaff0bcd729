//! Who is bound: the party that is the subject of a sentence, whatever its order of words.

use super::index::Hit;
use super::index::Passage;
use super::vocabulary::Vocabulary;
use super::word_order::begins_with_any;
use super::word_order::inverted_subject;
use super::word_order::is_passive;
use super::word_order::only_receives;
use super::word_order::resumed_subject;
use super::word_order::subject_by_its_verb;
use super::word_order::without_article;
use crate::language::Grammar;
use crate::model::Bearer;
use crate::model::ProvisionKind;

/// How far from the beginning of a sentence its subject may begin, in bytes: "The Supplier".
const SUBJECT_REACH: usize = 6;
/// How far before a party the word stands that makes it an owner ("of the"), in bytes.
const OWNER_REACH: usize = 24;
/// How far a party may stand from a verb of duty that it stands by, in bytes: "the Supplier is not obliged".
const BESIDE: u32 = 4;
/// The same of the customer and its staff: "employees of the Customer".
const BESIDE_STAFF: u32 = 8;

/// Who the governing modal binds: the party right before it, else the party right after it
/// (Swedish word order), else "by the …".
pub(super) fn subject(passage: &Passage<'_>, modal: Hit, vocabulary: &Vocabulary) -> Bearer {
    let grammar = passage.grammar();
    let start = passage.provision.span.start();
    let parties: Vec<&Hit> =
        parties(passage, vocabulary).filter(|hit| !is_genitive(passage, hit)).collect();
    let clause_start =
        passage.folded[start..modal.start as usize].rfind("; ").map_or(start, |at| start + at);
    let before: Vec<&&Hit> = parties
        .iter()
        .filter(|hit| hit.start as usize >= clause_start && hit.start < modal.start)
        .collect();
    // "the user is advised": a party may be told by the verb that follows it. "Obligations to you shall":
    // a party to whom something is owed is no subject.
    let beside = |hit: &&&&Hit| modal.start.saturating_sub(hit.end) <= 3;
    if let Some(hit) = before.last().filter(beside).filter(|hit| !is_addressed(passage, hit)) {
        return bound(passage, hit, vocabulary);
    }
    if staff_of_customer(passage, modal, vocabulary) {
        return Bearer::Customer;
    }
    // "hat der Auftragnehmer … zu": the subject may stand within the verb.
    let verb_end = first_word_end(passage, modal, vocabulary);
    let after = parties.iter().find(|hit| hit.start as usize >= verb_end);
    // "processes data only on the Controller's instructions": "only" is no verb with a subject.
    if let Some(hit) = after.filter(|hit| {
        modal.concept != vocabulary.only_if && {
            let between = &passage.folded[verb_end..hit.start as usize];
            let between = between.trim();
            between.is_empty() || grammar.before_subject.contains(&between)
        }
    }) {
        return bound(passage, hit, vocabulary);
    }
    if let Some(hit) = parties
        .iter()
        .filter(|hit| hit.start as usize >= verb_end)
        .find(|hit| leads_agent(&passage.folded[verb_end..hit.start as usize], grammar))
    {
        return bound(passage, hit, vocabulary);
    }
    // "The Supplier, at the Customer's request, shall": the first party is the subject if the
    // sentence begins with it.
    before
        .first()
        .filter(|hit| hit.start as usize <= clause_start + SUBJECT_REACH && !is_owner(passage, hit))
        .map_or(Bearer::Unstated, |hit| bound(passage, hit, vocabulary))
}

/// Whether the staff of the customer is the subject: "Kundens ansatte skal", "the employees of the Customer
/// shall".
fn staff_of_customer(passage: &Passage<'_>, modal: Hit, vocabulary: &Vocabulary) -> bool {
    let reaches = |from: u32, to: u32| to >= from && (to - from) as usize <= OWNER_REACH;
    let of = |concept| passage.own.iter().filter(move |hit: &&Hit| hit.concept == concept);
    of(vocabulary.staff).filter(|staff| reaches(staff.end, modal.start)).any(|staff| {
        of(vocabulary.customer).any(|customer| {
            let beside = customer.end.abs_diff(staff.start).min(customer.start.abs_diff(staff.end));
            beside <= BESIDE_STAFF && customer.start < modal.start
        })
    })
}

/// Where the first word of a modal ends if a party stands within the modal, else where the modal ends.
fn first_word_end(passage: &Passage<'_>, modal: Hit, vocabulary: &Vocabulary) -> usize {
    let (start, end) = (modal.start as usize, modal.end as usize);
    let within = passage.own.iter().any(|hit| {
        vocabulary.is_party(hit.concept) && hit.start > modal.start && hit.end < modal.end
    });
    let word = passage.folded[start..end].find(' ').filter(|_| within);
    word.map_or(end, |at| start + at)
}

/// Whether what precedes a party names it as the one who does it: "… by the".
fn leads_agent(lead: &str, grammar: &Grammar) -> bool {
    let lead = lead.trim_end();
    grammar.agents.iter().any(|agent| lead.ends_with(agent)) && !is_bystander(lead, grammar)
}

/// Whether "by" follows a participle after which the party only approves or asks.
fn is_bystander(lead: &str, grammar: &Grammar) -> bool {
    let words = || lead.split_whitespace().rev().skip(1).take(2);
    words().any(|word| grammar.bystanders.contains(&word))
}

/// "the Customer's", "Kundens", "of the Customer": owns something, and is not the subject.
fn is_genitive(passage: &Passage<'_>, hit: &Hit) -> bool {
    let grammar = passage.grammar();
    let (start, end) = (hit.start as usize, hit.end as usize);
    let after = &passage.folded[end..];
    let word = &passage.folded[start..end];
    let near = passage.folded.floor_char_boundary(start.saturating_sub(OWNER_REACH));
    let before = &passage.folded[near..start];
    // "des Auftraggebers", "of the Customer": the article may say it, or the word before it.
    let owns = |text: &str| grammar.possessives.contains(&last_word(text));
    grammar.genitive_marks.iter().any(|mark| after.starts_with(mark))
        || grammar.genitive_endings.iter().any(|ending| word.ends_with(ending))
        || owns(before)
        || word.split_once(' ').is_some_and(|(first, _)| grammar.possessives.contains(&first))
        || owns(without_article(before, grammar))
}

/// "to the Customer", "gegenüber dem Auftraggeber": something is done to this party.
fn is_addressed(passage: &Passage<'_>, hit: &Hit) -> bool {
    let grammar = passage.grammar();
    let start = passage.provision.span.start();
    let before = passage.folded.get(start..hit.start as usize).unwrap_or_default();
    grammar.towards.contains(&last_word(without_article(before, grammar)))
}

fn last_word(text: &str) -> &str {
    text.trim_end().rsplit([' ', '\n']).next().unwrap_or_default()
}

/// Whether a party that no verb of duty follows closely only owns something: "Tilaajan tiedot".
fn is_owner(passage: &Passage<'_>, hit: &Hit) -> bool {
    let word = hit.span().of(passage.folded);
    passage.grammar().owner_endings.iter().any(|ending| word.ends_with(ending))
}

/// Whom a sentence with this subject binds: a customer who is only told or given something binds the one
/// who does it.
fn bound(passage: &Passage<'_>, subject: &Hit, vocabulary: &Vocabulary) -> Bearer {
    if subject.concept != vocabulary.customer || !only_receives(passage, subject) {
        return bearer(subject.concept, vocabulary);
    }
    let parties: Vec<&Hit> = parties(passage, vocabulary).collect();
    agent(passage, &parties).map_or(Bearer::Unstated, |hit| bearer(hit.concept, vocabulary))
}

/// The parties that a passage names itself, in order.
pub(super) fn parties<'p>(
    passage: &Passage<'p>,
    vocabulary: &Vocabulary,
) -> impl Iterator<Item = &'p Hit> {
    passage.own.iter().filter(|hit| vocabulary.is_party(hit.concept))
}

fn bearer(concept: u32, vocabulary: &Vocabulary) -> Bearer {
    if concept == vocabulary.supplier {
        Bearer::Supplier
    } else if concept == vocabulary.customer {
        Bearer::Customer
    } else if concept == vocabulary.both {
        Bearer::Both
    } else {
        Bearer::ThirdParty
    }
}

/// Whom the lead-in binds: the party that stands by its verb of duty, else the one it begins with,
/// else the last that it names. "The Customer's requirements" are for the supplier.
pub(super) fn lead_in_party(
    passage: &Passage<'_>,
    modal: Option<Hit>,
    vocabulary: &Vocabulary,
) -> Option<Bearer> {
    let row = passage.provision.kind == ProvisionKind::TableRow;
    let parties: Vec<&Hit> = passage
        .lead_in()
        .filter(|hit| vocabulary.is_party(hit.concept) && !is_genitive(passage, hit))
        .filter(|hit| !(row && is_owner(passage, hit)))
        .collect();
    let by_verb = modal.and_then(|modal| {
        let beside = |hit: &&&Hit| are_close(hit, &modal);
        parties.iter().find(beside).copied()
    });
    let begins = |hit: &&&Hit| {
        let starts = passage.provision.lead_in.iter().map(|span| span.start());
        starts.into_iter().any(|start| (hit.start as usize).wrapping_sub(start) <= SUBJECT_REACH)
    };
    by_verb
        .or_else(|| parties.iter().rev().find(begins).copied())
        .or_else(|| parties.last().copied())
        .map(|hit| bearer(hit.concept, vocabulary))
}

/// The party with which the passage begins; behind a circumstance, the first one:
/// "Bij het einde van de Overeenkomst retourneert Leverancier …".
pub(super) fn own_subject(passage: &Passage<'_>, vocabulary: &Vocabulary) -> Option<Bearer> {
    let grammar = passage.grammar();
    let start = passage.provision.span.start();
    let sentence = passage.provision.span.of(passage.folded);
    let behind_circumstance = begins_with_any(sentence, grammar.circumstances);
    let owns = |hit: &Hit| is_genitive(passage, hit) || is_owner(passage, hit);
    let others: Vec<&Hit> = parties(passage, vocabulary).filter(|hit| !owns(hit)).collect();
    let subject = if behind_circumstance {
        others.first().copied()
    } else {
        let begins = |hit: &&Hit| (hit.start as usize) - start <= SUBJECT_REACH;
        parties(passage, vocabulary).next().filter(|hit| !owns(hit)).filter(begins)
    };
    inverted_subject(passage, &others)
        .or_else(|| resumed_subject(passage, &others))
        .or_else(|| subject_by_its_verb(passage, &others))
        .or(subject)
        .or_else(|| agent(passage, &others))
        .map(|hit| bound(passage, hit, vocabulary))
}

/// The party by whom something is done in a passive sentence: "will not be used by the Supplier".
fn agent<'p>(passage: &Passage<'_>, parties: &[&'p Hit]) -> Option<&'p Hit> {
    let span = passage.provision.span;
    let done_by = |hit: &Hit| {
        leads_agent(&passage.folded[span.start()..hit.start as usize], passage.grammar())
    };
    parties.iter().copied().find(|hit| done_by(hit)).filter(|_| is_passive(passage, span))
}

/// Whether a sentence begins with what is delivered, or with the staff or a process of the supplier:
/// "The solution provides …", "The staff of the Contractor observes …", "The Supplier's processes follow …".
pub(super) fn is_about_delivery(passage: &Passage<'_>, vocabulary: &Vocabulary) -> bool {
    let start = passage.provision.span.start();
    let begins = |hit: &&Hit| (hit.start as usize) - start <= SUBJECT_REACH;
    let of_supplier = |staff: &Hit| {
        passage.own.iter().any(|hit| {
            hit.concept == vocabulary.supplier
                && hit.start.abs_diff(staff.end) as usize <= OWNER_REACH
        })
    };
    passage.own.iter().filter(begins).any(|hit| {
        hit.concept == vocabulary.deliverable
            || (hit.concept == vocabulary.supplier && is_genitive(passage, hit))
            || (hit.concept == vocabulary.staff && of_supplier(hit))
    })
}

/// Whether two hits stand next to each other.
pub(super) fn are_close(a: &Hit, b: &Hit) -> bool {
    let close = |end: u32, start: u32| start >= end && start - end <= BESIDE;
    close(a.end, b.start) || close(b.end, a.start)
}
