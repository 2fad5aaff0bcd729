//! What a passage demands, of whom, and how strongly.
//!
//! A sentence may hold several verbs ("The Customer may inspect, and the Supplier shall keep, the
//! logs"), so the duty is asked for at the place where a rule's words stand. The modal that governs
//! that place is the last one before it in its main clause; conditions in front ("If the Customer
//! should …,") and relative clauses ("incidents that may …") bind nobody. Where the passage has no
//! modal of its own, its lead-in or a column of its table may give one.

use super::index::Hit;
use super::index::Passage;
use super::vocabulary::Vocabulary;
use crate::model::Bearer;
use crate::model::Duty;
use crate::model::Force;
use crate::model::Polarity;
use crate::model::ProvisionKind;
use crate::model::Span;

/// How far after a modal a negation still belongs to it, in bytes (about three words).
const NEGATION_REACH: usize = 28;
/// How far before the words of a rule a negation denies a statement, in bytes.
const DENIAL_REACH: usize = 36;

/// A duty, and whether the passage binds anybody at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) duty: Duty,
    /// False for a bare fact that neither names the supplier nor reads like a rule ("Encryption
    /// in transit is important").
    pub(super) binding: bool,
    /// Where the governing modal stands, if it stands in the passage itself.
    pub(super) modal: Option<Span>,
}

/// The duty at `at`, a place within the passage.
pub(super) fn duty(passage: &Passage<'_>, at: Span, vocabulary: &Vocabulary) -> Reading {
    let modals = own_modals(passage, vocabulary);
    let governing = governing(&modals, passage, at);
    let stated = passage.provision.stated_force;
    let Some(modal) = governing else {
        return without_own_modal(passage, at, vocabulary);
    };
    let negated = negated_after(passage, modal, vocabulary);
    let (mut force, mut polarity) = meaning(modal.concept, negated, vocabulary);
    if polarity == Polarity::Prohibited && has_exception_between(passage, modal, at, vocabulary) {
        polarity = Polarity::Affirmed;
    }
    if let Some(stated) =
        stated.filter(|_| force != Force::Statement && polarity == Polarity::Affirmed)
    {
        force = weaker(force, stated);
    }
    let mut bearer = subject(passage, modal, vocabulary);
    if bearer == Bearer::Unstated {
        bearer = lead_in_party(passage, vocabulary).unwrap_or(Bearer::Unstated);
    }
    let span = Span::new(modal.start as usize, modal.end as usize);
    Reading { duty: Duty { bearer, force, polarity }, binding: true, modal: Some(span) }
}

/// The weaker of two forces: a row that is marked "should" does not become binding because its
/// sentence says "shall".
fn weaker(a: Force, b: Force) -> Force {
    let rank = |force| match force {
        Force::Must => 0,
        Force::Statement => 1,
        Force::Should => 2,
        Force::May => 3,
    };
    if rank(a) >= rank(b) { a } else { b }
}

/// Force and polarity of a modal.
fn meaning(concept: u32, negated: bool, vocabulary: &Vocabulary) -> (Force, Polarity) {
    let v = vocabulary;
    let prohibited = if negated { Polarity::Prohibited } else { Polarity::Affirmed };
    if concept == v.must_not {
        (Force::Must, Polarity::Prohibited)
    } else if concept == v.not_required {
        (Force::Must, Polarity::Denied)
    } else if concept == v.should {
        (Force::Should, prohibited)
    } else if concept == v.may {
        (if negated { Force::Must } else { Force::May }, prohibited)
    } else if concept == v.right_to {
        (Force::May, prohibited)
    } else {
        (Force::Must, prohibited)
    }
}

/// Modals of the passage's main clauses, the longest where several overlap, in order.
fn own_modals(passage: &Passage<'_>, vocabulary: &Vocabulary) -> Vec<Hit> {
    let start = passage.provision.span.start();
    let condition_end = start + leading_condition(passage.provision.span.of(passage.folded));
    let mut modals: Vec<Hit> = Vec::new();
    for hit in passage.own.iter().filter(|hit| vocabulary.is_modal(hit.concept)) {
        if let Some(last) = modals.last_mut() {
            // "should be entitled to" recommends; the right is what it recommends.
            if hit.concept == vocabulary.right_to && hit.start.saturating_sub(last.end) <= 4 {
                continue;
            }
            // "may process only on instructions": the limit turns the permission into a duty.
            if hit.concept == vocabulary.only_if && hit.start >= last.end {
                if last.concept == vocabulary.may {
                    last.concept = vocabulary.only_if;
                }
                continue;
            }
            if hit.start < last.end {
                if hit.end - hit.start > last.end - last.start {
                    *last = *hit;
                }
                continue;
            }
        }
        modals.push(*hit);
    }
    let main = |hit: &Hit| {
        let before = &passage.folded[start..hit.start as usize];
        !is_relative(before)
            && !is_relative(before_party(passage, hit, vocabulary))
            && !is_purpose(before)
    };
    let outside: Vec<Hit> = modals
        .iter()
        .copied()
        .filter(|hit| hit.start as usize >= condition_end && main(hit))
        .collect();
    if outside.is_empty() { modals } else { outside }
}

/// Length of a condition at the beginning of a sentence ("If …,"), 0 if there is none.
fn leading_condition(folded: &str) -> usize {
    const OPENERS: [&str; 22] = [
        "if ",
        "where ",
        "when ",
        "whenever ",
        "in case ",
        "in the event ",
        "should ",
        "unless ",
        "to the extent ",
        "upon ",
        "while ",
        "provided ",
        "om ",
        "när ",
        "vid ",
        "i den mån ",
        "såvida ",
        "ifall ",
        "då ",
        "för det fall ",
        "i de fall ",
        "as soon as ",
    ];
    if OPENERS.iter().any(|opener| folded.starts_with(opener)) {
        folded.find(", ").map_or(0, |comma| comma + 1)
    } else {
        0
    }
}

/// Whether a modal stands in a relative or subordinate clause: "that", "which", "som" … right before it.
fn is_relative(before: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    let last = words.next().unwrap_or_default();
    let before_last = words.next().unwrap_or_default();
    // "which it shall", "who is under no obligation": a pronoun or an auxiliary between.
    RELATIVES.contains(&last) || (RELATIVES.contains(&before_last) && BETWEEN.contains(&last))
}

/// What precedes the party right before a modal, if a relative pronoun precedes that party ("som
/// Beställaren får"); empty otherwise. "that" is left out: "agree that the Supplier shall" binds.
fn before_party<'p>(passage: &Passage<'p>, modal: &Hit, vocabulary: &Vocabulary) -> &'p str {
    let start = passage.provision.span.start();
    let party = passage.own.iter().rev().find(|hit| {
        vocabulary.is_party(hit.concept) && hit.end <= modal.start && modal.start - hit.end <= 1
    });
    let before = party.map_or("", |hit| passage.folded[start..hit.start as usize].trim_end());
    let before = before.strip_suffix(" the").unwrap_or(before);
    let pronoun = before.rsplit(' ').next().unwrap_or_default();
    let relative = ["som", "which", "vilka", "vilken", "vilket"].contains(&pronoun);
    if relative { before } else { "" }
}

/// Whether a modal stands in a clause of purpose: "shall assist the Customer so that the Customer
/// can …" binds the one who assists.
fn is_purpose(before: &str) -> bool {
    const OPENERS: [&str; 3] = [" so that ", " in order that ", " så att "];
    OPENERS
        .iter()
        .filter_map(|opener| before.rfind(opener))
        .max()
        .is_some_and(|at| !before[at..].contains(';'))
}

/// Words that begin a relative or subordinate clause.
const RELATIVES: [&str; 12] = [
    "that", "which", "who", "whom", "whose", "som", "vilka", "vilken", "vilket", "where", "if",
    "how",
];
/// Words that may stand between such a word and the verb.
const BETWEEN: [&str; 14] = [
    "it", "they", "he", "det", "den", "de", "party", "is", "are", "was", "were", "has", "have",
    "är",
];

/// The modal that governs a place: the last before it in the same part of the sentence, else the
/// first after it.
fn governing(modals: &[Hit], passage: &Passage<'_>, at: Span) -> Option<Hit> {
    let before = modals.iter().rev().find(|hit| {
        let end = hit.end as usize;
        (hit.start as usize) < at.end()
            && !(end <= at.start() && passage.folded[end..at.start()].contains("; "))
    });
    before.or_else(|| modals.iter().find(|hit| hit.start as usize >= at.start())).copied()
}

/// Whether a negation follows the modal closely: "ska inte", "shall in no case", "may not".
fn negated_after(passage: &Passage<'_>, modal: Hit, vocabulary: &Vocabulary) -> bool {
    let end = modal.end as usize;
    passage.own.iter().any(|hit| {
        let start = hit.start as usize;
        if hit.concept != vocabulary.negation || start < end || start - end > NEGATION_REACH {
            return false;
        }
        let between = passage.folded[end..start].trim();
        let after = passage.folded[hit.end as usize..].trim_start();
        // "not only" and "not later than" deny nothing.
        !between.contains(',')
            && ![
                "only",
                "later than",
                "less than",
                "more than",
                "limited to",
                "exceed",
                "senare än",
                "mindre än",
                "bara",
                "endast",
            ]
            .iter()
            .any(|word| after.starts_with(word))
            && between.split_whitespace().count() <= 3
    })
}

/// "shall not … unless / without / except": the prohibition has a way out, and the way out is what
/// the sentence demands.
fn has_exception_between(
    passage: &Passage<'_>,
    modal: Hit,
    at: Span,
    vocabulary: &Vocabulary,
) -> bool {
    let (from, to) = (modal.end as usize, at.end().max(modal.end as usize));
    let marked = passage.own.iter().any(|hit| {
        hit.concept == vocabulary.exception
            && hit.start as usize >= from
            && (hit.end as usize) <= to
    });
    let between = &passage.folded[from..to];
    marked
        || [" without ", " utan ", " other than ", " annat än ", " outside of ", " om inte "]
            .iter()
            .any(|word| between.contains(word))
}

/// Who the governing modal binds: the party right before it, else the party right after it
/// (Swedish word order), else "by the …".
fn subject(passage: &Passage<'_>, modal: Hit, vocabulary: &Vocabulary) -> Bearer {
    let start = passage.provision.span.start();
    let parties: Vec<&Hit> = passage
        .own
        .iter()
        .filter(|hit| vocabulary.is_party(hit.concept) && !is_genitive(passage, hit))
        .collect();
    let clause_start =
        passage.folded[start..modal.start as usize].rfind("; ").map_or(start, |at| start + at);
    let before: Vec<&&Hit> = parties
        .iter()
        .filter(|hit| hit.start as usize >= clause_start && hit.end <= modal.start)
        .collect();
    if let Some(hit) = before.last().filter(|hit| modal.start - hit.end <= 3) {
        return bearer(hit.concept, vocabulary);
    }
    let after = parties.iter().find(|hit| hit.start >= modal.end);
    if let Some(hit) = after.filter(|hit| {
        let between = &passage.folded[modal.end as usize..hit.start as usize];
        matches!(between.trim(), "" | "the" | "each" | "any" | "även" | "också")
    }) {
        return bearer(hit.concept, vocabulary);
    }
    if let Some(hit) = parties.iter().filter(|hit| hit.start >= modal.end).find(|hit| {
        let lead = &passage.folded[modal.end as usize..hit.start as usize];
        [" by", " by the", " av", " by any"].iter().any(|end| lead.trim_end().ends_with(end))
            && !lead.contains("approved by")
            && !lead.contains("requested by")
    }) {
        return bearer(hit.concept, vocabulary);
    }
    // "The Supplier, at the Customer's request, shall": the first party is the subject if the
    // sentence begins with it.
    before
        .first()
        .filter(|hit| hit.start as usize <= clause_start + 6)
        .map_or(Bearer::Unstated, |hit| bearer(hit.concept, vocabulary))
}

/// "the Customer's", "Kundens": owns something, and is not the subject.
fn is_genitive(passage: &Passage<'_>, hit: &Hit) -> bool {
    let end = hit.end as usize;
    let after = &passage.folded[end..];
    let word = &passage.folded[hit.start as usize..end];
    after.starts_with("'s")
        || after.starts_with("’s")
        || after.starts_with("s'")
        || after.starts_with("s’")
        || ["ens", "ns", "rs’"].iter().any(|ending| word.ends_with(ending))
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

/// The last party of the lead-in, if the lead-in has one.
fn lead_in_party(passage: &Passage<'_>, vocabulary: &Vocabulary) -> Option<Bearer> {
    passage
        .lead_in()
        .filter(|hit| vocabulary.is_party(hit.concept))
        .last()
        .map(|hit| bearer(hit.concept, vocabulary))
}

/// The duty of a passage that has no modal of its own.
fn without_own_modal(passage: &Passage<'_>, at: Span, vocabulary: &Vocabulary) -> Reading {
    let stated = passage.provision.stated_force;
    // "measures so that data cannot be read: …" says what the items bring about and forbids nothing.
    let is_result = |hit: &&Hit| {
        hit.concept == vocabulary.must_not
            && passage.folded[hit.start as usize..hit.end as usize].starts_with("can")
    };
    let lead_modal = passage
        .lead_in()
        .filter(|hit| vocabulary.is_modal(hit.concept) && !is_result(hit))
        .last()
        .copied();
    let lead_party = lead_in_party(passage, vocabulary);
    let own_subject = own_subject(passage, vocabulary);
    if let Some(modal) = lead_modal {
        let (force, mut polarity) = meaning(modal.concept, false, vocabulary);
        if denial(passage, at, vocabulary) == Polarity::Denied {
            polarity = Polarity::Prohibited;
        }
        let force = stated.map_or(force, |stated| weaker(force, stated));
        let bearer = lead_party.or(own_subject).unwrap_or(Bearer::Unstated);
        return Reading { duty: Duty { bearer, force, polarity }, binding: true, modal: None };
    }
    if let Some(force) = stated {
        let bearer = own_subject.or(lead_party).unwrap_or(Bearer::Unstated);
        let duty = Duty { bearer, force, polarity: denial(passage, at, vocabulary) };
        return Reading { duty, binding: true, modal: None };
    }
    let bearer = own_subject.or(lead_party).unwrap_or(Bearer::Unstated);
    if passage.own.iter().any(|hit| hit.concept == vocabulary.offer) {
        let duty = Duty { bearer, force: Force::May, polarity: denial(passage, at, vocabulary) };
        return Reading { duty, binding: true, modal: None };
    }
    let row = matches!(passage.provision.kind, ProvisionKind::TableRow | ProvisionKind::ListItem);
    let rule = passage.own.iter().any(|hit| hit.concept == vocabulary.states_rule);
    let binding = row
        || rule
        || matches!(bearer, Bearer::Supplier | Bearer::Both)
        || is_among_duties(passage, vocabulary)
        || is_passive(passage, at);
    let duty = Duty { bearer, force: Force::Statement, polarity: denial(passage, at, vocabulary) };
    Reading { duty, binding, modal: None }
}

/// Whether a heading says that what stands below it is done: "Security measures", "Obligations of
/// the Supplier" (or of a firm that is not known as the supplier), not "Obligations of the Customer".
fn is_among_duties(passage: &Passage<'_>, vocabulary: &Vocabulary) -> bool {
    passage.is_under(vocabulary.measures)
        || (passage.is_under(vocabulary.duties) && !passage.is_under(vocabulary.customer))
}

/// The party with which the passage begins.
fn own_subject(passage: &Passage<'_>, vocabulary: &Vocabulary) -> Option<Bearer> {
    let start = passage.provision.span.start();
    passage
        .own
        .iter()
        .find(|hit| vocabulary.is_party(hit.concept))
        .filter(|hit| (hit.start as usize) - start <= 6 && !is_genitive(passage, hit))
        .map(|hit| bearer(hit.concept, vocabulary))
}

/// Whether a bare negation stands shortly before the words: "does not encrypt", "är inte krypterad".
fn denial(passage: &Passage<'_>, at: Span, vocabulary: &Vocabulary) -> Polarity {
    let denied = passage.own.iter().any(|hit| {
        let end = hit.end as usize;
        hit.concept == vocabulary.negation
            && end <= at.end()
            && !in_relative_clause(
                &passage.folded[passage.provision.span.start()..hit.start as usize],
            )
            && at.start().saturating_sub(end) <= DENIAL_REACH
    });
    if denied { Polarity::Denied } else { Polarity::Affirmed }
}

/// Whether what precedes a negation begins a relative clause: "a failure that is not …".
fn in_relative_clause(before: &str) -> bool {
    let mut last_words = before.split_whitespace().rev().take(3);
    last_words.any(|word| matches!(word, "that" | "which" | "who" | "som" | "if" | "om"))
}

/// "is encrypted", "are stored", "krypteras": a rule in the present tense.
fn is_passive(passage: &Passage<'_>, at: Span) -> bool {
    let span = passage.provision.span;
    let folded = span.of(passage.folded);
    let english = [" is ", " are ", " remains ", " has been "].iter().any(|verb| {
        folded.match_indices(verb).any(|(found, _)| {
            let rest = &folded[found + verb.len()..];
            rest.split_whitespace().take(3).any(|word| {
                word.trim_end_matches([',', '.']).ends_with("ed")
                    || matches!(word, "kept" | "held" | "made" | "run")
            })
        })
    });
    let near =
        Span::new(at.start().saturating_sub(60).max(span.start()), (at.end() + 60).min(span.end()));
    let swedish = near.of(passage.folded).split(|c: char| !c.is_alphabetic()).any(|word| {
        word.chars().count() > 5
            && (word.ends_with("as") || word.ends_with("ras") || word.ends_with("eras"))
    });
    english || (swedish && passage.provision.language == crate::model::Language::Swedish)
}
