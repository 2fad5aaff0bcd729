//! What a passage demands, of whom, and how strongly.
//!
//! A sentence may hold several verbs ("The Customer may inspect, and the Supplier shall keep, the
//! logs"), so the duty is asked for at the place where a rule's words stand. The modal that governs
//! that place is the last one before it in its main clause; conditions in front ("If the Customer
//! should …,") and relative clauses ("incidents that may …") bind nobody. Where the passage has no
//! modal of its own, its lead-in or a column of its table may give one.

use super::bearer;
use super::index::Hit;
use super::index::Passage;
use super::vocabulary::Vocabulary;
use super::word_order::begins_with_any;
use super::word_order::bracket_duties;
use super::word_order::condition_end;
use super::word_order::is_passive;
use super::word_order::prefers;
use super::word_order::without_article;
use crate::language::Grammar;
use crate::model::Bearer;
use crate::model::Duty;
use crate::model::Force;
use crate::model::Polarity;
use crate::model::ProvisionKind;
use crate::model::Span;

/// How far after a modal a negation still belongs to it, in bytes (about three words).
const NEGATION_REACH: usize = 28;
/// The same in words, and where a negation may stand at the end of its clause.
const NEGATION_WORDS: usize = 3;
const LATE_NEGATION_WORDS: usize = 16;
/// How far before the words of a rule a negation denies a statement, in bytes.
const DENIAL_REACH: usize = 36;
/// How far before the end of a lead-in its ban may stand for the items to be what it forbids, in bytes.
const BAN_REACH: usize = 60;
/// Most words of a title at the beginning of a passage, and the least that follows it, in bytes.
const TITLE_WORDS: usize = 7;
const MIN_TITLED: usize = 20;
/// How far behind a ban the number stands that it sets as a bound, in bytes.
const BOUND_REACH: usize = 90;
/// How many words behind "may" the verb of a claim stands at most.
const CLAIM_REACH: usize = 12;

/// A duty, and whether the passage binds anybody at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) duty: Duty,
    /// False for a bare fact that neither names the supplier nor reads like a rule ("Encryption
    /// in transit is important").
    pub(super) binding: bool,
    /// Where the governing modal stands, if it stands in the passage itself.
    pub(super) modal: Option<Span>,
    /// Whether the one who is bound makes something possible for another: "allows audits".
    pub(super) offers: bool,
}

/// The duty at `at`, a place within the passage.
pub(super) fn duty(passage: &Passage<'_>, at: Span, vocabulary: &Vocabulary) -> Reading {
    let modals = passage.modals.get_or_init(|| own_modals(passage, vocabulary).into());
    let governing = governing(modals, passage, at, vocabulary);
    let stated = passage.provision.stated_force;
    let Some(modal) = governing else {
        return without_own_modal(passage, at, vocabulary);
    };
    let negated =
        negated_after(passage, modal, vocabulary) || refused_before(passage, modal, vocabulary);
    let (mut force, mut polarity) = meaning(modal.concept, negated, vocabulary);
    if polarity == Polarity::Prohibited
        && (has_exception_between(passage, modal, at, vocabulary) || sets_bound(passage, modal))
    {
        polarity = Polarity::Affirmed;
    }
    if let Some(stated) =
        stated.filter(|_| force != Force::Statement && polarity == Polarity::Affirmed)
    {
        force = weaker(force, stated);
    }
    let mut bearer = bearer::subject(passage, modal, vocabulary);
    if bearer == Bearer::Unstated {
        bearer = bearer::lead_in_party(passage, lead_in_modal(passage, vocabulary), vocabulary)
            .unwrap_or(Bearer::Unstated);
    }
    if bearer == Bearer::Customer
        && (force, polarity) == (Force::May, Polarity::Affirmed)
        && is_claim(passage, modal)
    {
        (bearer, force) = (Bearer::Supplier, Force::Must);
    }
    let span = Span::new(modal.start as usize, modal.end as usize);
    Reading {
        duty: Duty { bearer, force, polarity },
        binding: true,
        modal: Some(span),
        offers: false,
    }
}

/// Whether the one who may do so claims something of the other party: "may require that data are
/// deleted" binds the one who is asked. In some languages the verb closes its clause.
fn is_claim(passage: &Passage<'_>, modal: Hit) -> bool {
    let claims = passage.grammar().claims;
    let rest = &passage.folded[modal.end as usize..passage.provision.span.end()];
    let clause = rest.split([',', ';', ':']).next().unwrap_or_default();
    let mut words = clause.split_whitespace().take(CLAIM_REACH);
    words.any(|word| claims.contains(&word.trim_end_matches('.')))
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
    let grammar = passage.grammar();
    let sentence = passage.provision.span.of(passage.folded);
    let condition_end = start + leading_condition(sentence, grammar, true);
    let mut modals: Vec<Hit> = Vec::new();
    let mut hits = bracket_duties(passage, vocabulary);
    hits.extend(passage.own.iter().filter(|hit| vocabulary.is_modal(hit.concept)));
    hits.sort_by_key(|hit| hit.start);
    for hit in &hits {
        if let Some(last) = modals.last_mut() {
            // "should be entitled to" recommends; the right is what it recommends.
            if hit.concept == vocabulary.right_to && hit.start.saturating_sub(last.end) <= 4 {
                continue;
            }
            // "tulisi edellyttää", "behoort te eisen": what another verb governs adds no force of its own.
            let governed = [vocabulary.should, vocabulary.not_required].contains(&last.concept);
            if governed && hit.concept == vocabulary.must && bearer::are_close(last, hit) {
                continue;
            }
            if last.concept == vocabulary.must && prefers(passage, last, hit) {
                last.concept = vocabulary.should;
                continue;
            }
            // "sollte Audits durchführen können": the last verb says what is recommended.
            if hit.start >= last.end && ends_clause(passage, hit, grammar) {
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
                // "hat das Recht, … zu prüfen", "ist nicht verpflichtet, … zu": the infinitive
                // belongs to the right, and is no duty beside it.
                let infinitive = hit.start == last.start
                    && hit.concept == vocabulary.must
                    && last.concept != vocabulary.must;
                if !infinitive && hit.end - hit.start > last.end - last.start {
                    *last = *hit;
                }
                continue;
            }
        }
        modals.push(*hit);
    }
    let main = |hit: &Hit| {
        let before = &passage.folded[start..hit.start as usize];
        !is_relative(before, grammar)
            && !is_relative(before_party(passage, hit, vocabulary), grammar)
            && !is_purpose(before, grammar)
    };
    // "When signatures are not required, …" binds nobody, whatever follows. Where nothing follows, the
    // comma may be of the main clause: "When an incident occurs the Supplier shall keep logs, …".
    let clause_end = start + leading_condition(sentence, grammar, false);
    let follows = modals.iter().any(|hit| hit.start as usize >= clause_end);
    let of_party = |hit: &Hit| !follows && stands_by_party(passage, hit, vocabulary);
    modals.retain(|hit| hit.start as usize >= clause_end || of_party(hit));
    let outside: Vec<Hit> = modals
        .iter()
        .copied()
        .filter(|hit| hit.start as usize >= condition_end && main(hit))
        .collect();
    if !outside.is_empty() {
        return outside;
    }
    // "notifies of incidents that may affect data": what may be in a relative clause permits nothing.
    modals.retain(|hit| hit.concept != vocabulary.may || main(hit));
    modals
}

/// Whether a party stands right before or right after a verb of duty: "the Supplier shall", "ska
/// Leverantören".
fn stands_by_party(passage: &Passage<'_>, modal: &Hit, vocabulary: &Vocabulary) -> bool {
    bearer::parties(passage, vocabulary).any(|hit| bearer::are_close(hit, modal))
}

/// Whether a modal closes its clause and depends on another before it.
fn ends_clause(passage: &Passage<'_>, hit: &Hit, grammar: &Grammar) -> bool {
    let word = hit.span().of(passage.folded);
    let rest = passage.folded[hit.end as usize..].trim_start_matches(' ');
    grammar.final_modals.contains(&word)
        && (rest.is_empty() || rest.starts_with(['.', ',', ';', ':', '\n', ')']))
}

/// Length of a condition at the beginning of a sentence ("If …,"), 0 if there is none. With
/// `circumstances`, what has no verb of its own ("Upon termination, …") counts as well.
fn leading_condition(folded: &str, grammar: &Grammar, circumstances: bool) -> usize {
    if begins_with_any(folded, grammar.conditions)
        || (circumstances && begins_with_any(folded, grammar.circumstances))
    {
        folded.find(", ").map_or(0, |comma| comma + 1)
    } else {
        0
    }
}

/// Whether a modal stands in a relative or subordinate clause: "that", "which", "som" … right before it.
fn is_relative(before: &str, grammar: &Grammar) -> bool {
    let mut words = before.split_whitespace().rev();
    let last = words.next().unwrap_or_default();
    let before_last = words.next().unwrap_or_default();
    // "which it shall", "who is under no obligation": a pronoun or an auxiliary between.
    grammar.relatives.contains(&last)
        || (grammar.relatives.contains(&before_last) && grammar.between.contains(&last))
        || closes_relative(before, grammar)
}

/// Whether a verb closes a relative clause that began some words before: "Vorfälle, die Daten
/// betreffen können", "incidenten die gevolgen kunnen hebben".
fn closes_relative(before: &str, grammar: &Grammar) -> bool {
    let clause = before.rfind([',', ';', '\n']).map_or(before, |at| &before[at + 1..]);
    if grammar.relatives_after_comma {
        let first = clause.split_whitespace().next().unwrap_or_default();
        return clause.len() < before.len()
            && grammar.relatives.contains(&first)
            && clause.split_whitespace().count() <= grammar.relative_reach;
    }
    let mut last_words = clause.split_whitespace().rev().take(grammar.relative_reach);
    last_words.any(|word| grammar.relatives.contains(&word))
}

/// What precedes the party right before a modal, if a relative pronoun precedes that party ("som
/// Beställaren får"); empty otherwise. "that" is no such pronoun: "agree that the Supplier shall" binds.
fn before_party<'p>(passage: &Passage<'p>, modal: &Hit, vocabulary: &Vocabulary) -> &'p str {
    let grammar = passage.grammar();
    let start = passage.provision.span.start();
    let party = passage.own.iter().rev().find(|hit| {
        vocabulary.is_party(hit.concept) && hit.end <= modal.start && modal.start - hit.end <= 1
    });
    let before = party.map_or("", |hit| &passage.folded[start..hit.start as usize]);
    let before = without_article(before, grammar);
    let pronoun = before.rsplit(' ').next().unwrap_or_default();
    // "contributes to it that the Customer can …" permits the customer nothing.
    let enables = modal.concept == vocabulary.may
        && party.is_some_and(|hit| hit.concept == vocabulary.customer)
        && grammar.relatives.contains(&pronoun);
    if enables || grammar.pronouns.contains(&pronoun) { before } else { "" }
}

/// Whether a modal stands in a clause of purpose: "shall assist the Customer so that the Customer
/// can …" binds the one who assists.
fn is_purpose(before: &str, grammar: &Grammar) -> bool {
    grammar
        .purposes
        .iter()
        .filter_map(|opener| before.rfind(opener))
        .max()
        .is_some_and(|at| !before[at..].contains(';'))
}

/// The modal that governs a place: the last before its end in the same part of the sentence, else the first
/// after it. A later part may say "this the Supplier shall prove" of it;
/// what it permits or forbids is something else.
fn governing(
    modals: &[Hit],
    passage: &Passage<'_>,
    at: Span,
    vocabulary: &Vocabulary,
) -> Option<Hit> {
    let parted = |from: usize, to: usize| from <= to && passage.folded[from..to].contains("; ");
    let before = |limit: usize| {
        modals
            .iter()
            .rev()
            .find(|hit| (hit.start as usize) < limit && !parted(hit.end as usize, at.start()))
    };
    let after = || {
        modals.iter().find(|hit| {
            let same_part = !parted(at.end(), hit.start as usize);
            hit.start as usize >= at.start() && (same_part || hit.concept == vocabulary.must)
        })
    };
    // "shall record every access …, and nobody may alter the log": the ban comes after what is demanded.
    let demanded = || before(at.start()).filter(|hit| hit.concept == vocabulary.must);
    let last = before(at.end());
    let ban =
        last.filter(|hit| hit.concept == vocabulary.must_not && hit.start as usize >= at.start());
    ban.and_then(|_| demanded()).or(last).or_else(after).copied()
}

/// Whether a negation follows the modal closely: "ska inte", "shall in no case", "may not".
fn negated_after(passage: &Passage<'_>, modal: Hit, vocabulary: &Vocabulary) -> bool {
    let end = modal.end as usize;
    let grammar = passage.grammar();
    // "muss … nicht" is no prohibition, wherever its negation stands.
    let late = grammar.negates_late && modal.concept == vocabulary.may;
    let (reach, most) =
        if late { (usize::MAX, LATE_NEGATION_WORDS) } else { (NEGATION_REACH, NEGATION_WORDS) };
    passage.own.iter().any(|hit| {
        let start = hit.start as usize;
        if hit.concept != vocabulary.negation || start < end || start - end > reach {
            return false;
        }
        let between = passage.folded[end..start].trim();
        let after = passage.folded[hit.end as usize..].trim_start();
        // "not only" and "not later than" deny nothing.
        !between.contains(',')
            && !grammar.limits.iter().any(|word| after.starts_with(word))
            && between.split_whitespace().count() <= most
    })
}

/// Whether a right is refused: "has no right to", "har ikke på noe vilkår rett til".
fn refused_before(passage: &Passage<'_>, modal: Hit, vocabulary: &Vocabulary) -> bool {
    modal.concept == vocabulary.right_to
        && passage.own.iter().any(|hit| {
            hit.concept == vocabulary.negation
                && hit.end <= modal.start
                && ((modal.start - hit.end) as usize) <= DENIAL_REACH
                && !passage.folded[hit.end as usize..modal.start as usize].contains([',', ';'])
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
    let grammar = passage.grammar();
    let times =
        |words: &[&str]| -> usize { words.iter().map(|word| between.matches(word).count()).sum() };
    marked || times(grammar.ways_out) > times(grammar.no_ways_out)
}

/// "shall not exceed 4 hours", "darf 4 Stunden nicht überschreiten": what is forbidden is to go beyond a number.
fn sets_bound(passage: &Passage<'_>, modal: Hit) -> bool {
    let rest = &passage.folded[modal.start as usize..passage.provision.span.end()];
    let clause = rest.split(';').next().and_then(|clause| clause.split(", ").next());
    let clause = clause.unwrap_or_default();
    let near = &clause[..clause.floor_char_boundary(BOUND_REACH)];
    near.contains(|c: char| c.is_ascii_digit())
        && passage.grammar().bounds.iter().any(|verb| near.contains(verb))
}

/// The last verb of duty of the lead-in. "measures so that data cannot be read: …" says what the
/// items bring about, and binds nobody; nor does what is forbidden long before the items.
fn lead_in_modal(passage: &Passage<'_>, vocabulary: &Vocabulary) -> Option<Hit> {
    let grammar = passage.grammar();
    let says_what_for = |hit: &Hit| {
        let holds =
            |span: &&Span| span.start() <= hit.start as usize && (hit.start as usize) < span.end();
        passage.provision.lead_in.iter().find(holds).is_some_and(|span| {
            let forbids = hit.concept == vocabulary.must_not;
            is_purpose(&passage.folded[span.start()..hit.start as usize], grammar)
                || (forbids && span.end().saturating_sub(hit.end as usize) > BAN_REACH)
        })
    };
    let modals = passage.lead_in().filter(|hit| vocabulary.is_modal(hit.concept));
    modals.filter(|hit| !says_what_for(hit)).last().copied()
}

/// The duty of a passage that has no modal of its own.
fn without_own_modal(passage: &Passage<'_>, at: Span, vocabulary: &Vocabulary) -> Reading {
    let stated = passage.provision.stated_force;
    let lead_modal = lead_in_modal(passage, vocabulary);
    let lead_party = bearer::lead_in_party(passage, lead_modal, vocabulary);
    let own_subject = bearer::own_subject(passage, vocabulary);
    if let Some(modal) = lead_modal {
        let (force, mut polarity) = meaning(modal.concept, false, vocabulary);
        if denial(passage, at, vocabulary) == Polarity::Denied {
            polarity = Polarity::Prohibited;
        }
        let force = stated.map_or(force, |stated| weaker(force, stated));
        let bearer = lead_party.or(own_subject).unwrap_or(Bearer::Unstated);
        let duty = Duty { bearer, force, polarity };
        return Reading { duty, binding: true, modal: None, offers: false };
    }
    if let Some(force) = stated {
        let bearer = own_subject.or(lead_party).unwrap_or(Bearer::Unstated);
        let duty = Duty { bearer, force, polarity: denial(passage, at, vocabulary) };
        return Reading { duty, binding: true, modal: None, offers: false };
    }
    let bearer = own_subject.or(lead_party).unwrap_or(Bearer::Unstated);
    if passage.own.iter().any(|hit| hit.concept == vocabulary.offer) {
        let duty = Duty { bearer, force: Force::May, polarity: denial(passage, at, vocabulary) };
        return Reading { duty, binding: true, modal: None, offers: true };
    }
    let row = matches!(passage.provision.kind, ProvisionKind::TableRow | ProvisionKind::ListItem);
    let rule = passage.own.iter().any(|hit| hit.concept == vocabulary.states_rule);
    let binding = row
        || rule
        || matches!(bearer, Bearer::Supplier | Bearer::Both)
        || is_among_duties(passage, vocabulary)
        || bearer::is_about_delivery(passage, vocabulary)
        || is_passive(passage, at);
    let duty = Duty { bearer, force: Force::Statement, polarity: denial(passage, at, vocabulary) };
    Reading { duty, binding, modal: None, offers: false }
}

/// Whether a passage has a title of its own and then says in nouns what there is: "Backups: full each
/// week, restore test twice a year".
fn has_title(text: &str) -> bool {
    let title = text.find([':', '–']).map(|at| text[..at].trim_end());
    title.is_some_and(|title| {
        let words = title.split(' ').count();
        let nominal = title.starts_with(char::is_uppercase)
            && !title.contains(|c: char| matches!(c, ',' | '.' | ';') || c.is_ascii_digit());
        let follows = text[title.len()..].trim_start_matches([' ', ':', '–']);
        nominal
            && words <= TITLE_WORDS
            && follows.len() >= MIN_TITLED
            && follows.starts_with(char::is_alphanumeric)
    })
}

/// Whether a heading, or a title at the beginning of the passage, says that what follows is done:
/// "Security measures", "Obligations of the Supplier" (or of a firm that is not known as the supplier),
/// not "Obligations of the Customer".
fn is_among_duties(passage: &Passage<'_>, vocabulary: &Vocabulary) -> bool {
    let start = passage.provision.span.start();
    let titled = |hit: &Hit| hit.concept == vocabulary.measures && hit.start as usize == start;
    passage.is_under(vocabulary.measures)
        || passage.own.iter().any(titled)
        || has_title(passage.provision.span.of(passage.text))
        || (passage.is_under(vocabulary.duties) && !passage.is_under(vocabulary.customer))
}

/// Whether a bare negation stands shortly before the words: "does not encrypt", "är inte krypterad".
fn denial(passage: &Passage<'_>, at: Span, vocabulary: &Vocabulary) -> Polarity {
    let condition = condition_end(passage);
    let denied = passage.own.iter().any(|hit| {
        let end = hit.end as usize;
        hit.concept == vocabulary.negation
            && end <= at.end()
            && (end > condition || at.end() <= condition)
            && !in_relative_clause(
                &passage.folded[passage.provision.span.start()..hit.start as usize],
                passage.grammar(),
            )
            && at.start().saturating_sub(end) <= DENIAL_REACH
    });
    if denied { Polarity::Denied } else { Polarity::Affirmed }
}

/// Whether what precedes a negation begins a relative clause: "a failure that is not …".
fn in_relative_clause(before: &str, grammar: &Grammar) -> bool {
    let mut last_words = before.split_whitespace().rev().take(3);
    last_words.any(|word| grammar.relatives.contains(&word))
}
