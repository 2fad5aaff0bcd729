//! Duties whose words stand apart or in an unusual order: the subject behind its verb ("Inom 24 timmar
//! underrättar leverantören kunden"), the verb far before its infinitive ("hat … zu löschen") and the
//! adverb that makes a recommendation of a duty ("moeten bij voorkeur"); and verbs in the passive.

use super::index::Hit;
use super::index::Passage;
use super::vocabulary::Vocabulary;
use crate::language::Grammar;
use crate::model::Span;

/// How many words behind a party tell whether it only receives, and where its verb stands.
const RECEIVED_WORDS: usize = 18;
const BY_SUBJECT: usize = 4;
/// How far from the words of a rule a verb that is passive by itself may stand, in bytes.
const PASSIVE_REACH: usize = 60;
/// How many words may stand between a verb of duty and the adverb that weakens it.
const BEFORE_PREFERENCE: usize = 1;

/// The party behind the verb of a sentence that begins with something else, if it does.
pub(super) fn inverted_subject<'p>(passage: &Passage<'p>, parties: &[&'p Hit]) -> Option<&'p Hit> {
    let grammar = passage.grammar();
    let sentence = passage.provision.span.of(passage.folded);
    let verb_first = begins_with_verb(sentence, grammar);
    let start = passage.provision.span.start();
    if !verb_first && !begins_otherwise(sentence, grammar) {
        // "Sicherheitsvorfälle meldet der Anbieter": the object comes first, and the article tells it.
        let named = |hit: &&Hit| {
            let before = passage.folded[start..hit.start as usize].trim_end();
            let article = before.rsplit(' ').next().unwrap_or_default();
            grammar.nominative.contains(&article) && leads_subject(before, grammar)
        };
        return parties.iter().copied().find(named);
    }
    let leads = |hit: &Hit| leads_subject(&passage.folded[start..hit.start as usize], grammar);
    // "Vid incident som rör kunden underrättar leverantören kunden": what the first verb leads is its object.
    let resumed = |hit: &Hit| {
        let mut later = parties.iter().filter(|other| other.start >= hit.end);
        later.next().is_some_and(|next| {
            let between = &passage.folded[hit.end as usize..next.start as usize];
            let words = without_article(between, grammar).split_whitespace().count();
            words == 1 && leads(next)
        })
    };
    // "Kommt ein Dritter seinen Pflichten nicht nach, haftet der Auftragnehmer": a condition without "if".
    let in_main_clause =
        |hit: &Hit| !verb_first || passage.folded[start..hit.start as usize].contains(", ");
    let subject = |hit: &&Hit| leads(hit) && in_main_clause(hit) && !resumed(hit);
    parties.iter().copied().find(subject)
}

/// Most words before the pronoun that resumes a subject: "so meldet er".
const BEFORE_PRONOUN: usize = 2;

/// The party of a condition that a pronoun of the main clause resumes: "Erfährt der Auftragnehmer
/// von einem Vorfall, so meldet er ihn".
pub(super) fn resumed_subject<'p>(passage: &Passage<'p>, parties: &[&'p Hit]) -> Option<&'p Hit> {
    let grammar = passage.grammar();
    let start = passage.provision.span.start();
    let sentence = passage.provision.span.of(passage.folded);
    if !begins_with_verb(sentence, grammar) && !begins_with_any(sentence, grammar.conditions) {
        return None;
    }
    let resumes = |clause: &str| {
        let mut words = clause.split_whitespace().take(BEFORE_PRONOUN + 1);
        words.any(|word| grammar.resuming.contains(&word))
    };
    let mut commas = sentence.match_indices(", ");
    let (main, _) = commas.find(|(at, comma)| resumes(&sentence[at + comma.len()..]))?;
    parties.iter().copied().find(|hit| (hit.start as usize) < start + main)
}

/// The party right before a word that its ending shows to be a verb, in languages where the subject
/// may stand behind an opening: "päättyessä käsittelijä poistaa".
pub(super) fn subject_by_its_verb<'p>(
    passage: &Passage<'p>,
    parties: &[&'p Hit],
) -> Option<&'p Hit> {
    let grammar = passage.grammar();
    let span = passage.provision.span;
    let endings = grammar.verbs_behind_subject;
    let end = span.end();
    if !grammar.openers.is_empty() && !begins_otherwise(span.of(passage.folded), grammar) {
        return None;
    }
    parties.iter().copied().find(|hit| {
        let before = without_article(&passage.folded[span.start()..hit.start as usize], grammar);
        let subordinate = grammar.relatives.iter().chain(grammar.openers);
        let leading = before.rsplit(' ').next().unwrap_or_default();
        if subordinate.into_iter().any(|word| *word == leading) {
            return false;
        }
        let behind = &passage.folded[(hit.end as usize).min(end)..end];
        let word = behind.strip_prefix(' ').and_then(|rest| rest.split_whitespace().next());
        word.is_some_and(|word| endings.iter().any(|ending| word.ends_with(ending)))
    })
}

/// Where a condition without "if" ends with which the passage begins; where the passage begins if it
/// has none.
pub(super) fn condition_end(passage: &Passage<'_>) -> usize {
    let span = passage.provision.span;
    let sentence = span.of(passage.folded);
    let comma = sentence.find(", ").filter(|_| begins_with_verb(sentence, passage.grammar()));
    span.start() + comma.unwrap_or(0)
}

/// Whether a sentence begins with a verb, as a condition or a question does.
fn begins_with_verb(sentence: &str, grammar: &Grammar) -> bool {
    let first = first_word(sentence);
    grammar.present_endings.iter().any(|ending| first.ends_with(ending))
        && !grammar.openers.contains(&first)
        && !grammar.is_function_word(first)
}

/// Whether a sentence begins with neither its subject nor its verb: "Within", "If".
fn begins_otherwise(sentence: &str, grammar: &Grammar) -> bool {
    !grammar.openers.is_empty()
        && (grammar.openers.contains(&first_word(sentence))
            || begins_with_any(sentence, grammar.circumstances)
            || begins_with_any(sentence, grammar.conditions))
}

/// Whether a sentence begins with any of these openers.
pub(super) fn begins_with_any(sentence: &str, openers: &[&str]) -> bool {
    openers.iter().any(|opener| sentence.starts_with(opener))
}

fn first_word(sentence: &str) -> &str {
    sentence.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default()
}

/// Whether the subject follows this beginning of a sentence: it ends with a verb, or with a comma in
/// languages where the subject keeps its place before the verb.
fn leads_subject(before: &str, grammar: &Grammar) -> bool {
    let before = without_article(before, grammar);
    if grammar.present_endings.is_empty() {
        return before.ends_with(',');
    }
    let (rest, word) = before.rsplit_once([' ', '\n']).unwrap_or(("", before));
    let no_verb = [grammar.openers, grammar.relatives].concat().contains(&word)
        || grammar.is_function_word(word)
        || [grammar.conditions, grammar.circumstances].concat().iter().any(|w| w.trim() == word);
    !rest.is_empty() && !no_verb && grammar.present_endings.iter().any(|end| word.ends_with(end))
}

/// The text without an article at its end.
pub(super) fn without_article<'t>(text: &'t str, grammar: &Grammar) -> &'t str {
    let text = text.trim_end();
    let article = |article: &&str| {
        text.strip_suffix(article).filter(|rest| rest.is_empty() || rest.ends_with(' '))
    };
    grammar.articles.iter().find_map(article).map_or(text, str::trim_end)
}

/// The verbs of duty that no term of the lexicon finds because their infinitive stands too far behind.
pub(super) fn bracket_duties(passage: &Passage<'_>, vocabulary: &Vocabulary) -> Vec<Hit> {
    let grammar = passage.grammar();
    if grammar.duty_bracket.verbs.is_empty() {
        return Vec::new();
    }
    let start = passage.provision.span.start();
    let sentence = passage.provision.span.of(passage.folded);
    let mut found = Vec::new();
    let mut offset = start;
    for clause in sentence.split_inclusive([';', ':', '\n']) {
        if let Some((at, verb, closed)) = bracket(clause, grammar) {
            let (from, to, end) = (offset + at, offset + at + verb.len(), offset + closed);
            let taken = passage.own.iter().any(|hit| {
                vocabulary.is_modal(hit.concept)
                    && (hit.start as usize) < end
                    && hit.end as usize > from
            });
            if let (false, Ok(from), Ok(to)) = (taken, u32::try_from(from), u32::try_from(to)) {
                found.push(Hit { start: from, end: to, concept: vocabulary.must });
            }
        }
        offset += clause.len();
    }
    found
}

/// The verb that opens a bracket, where it stands, and where the infinitive that closes it ends. What
/// a bracket encloses may be a list, and no subordinate clause.
fn bracket<'c>(clause: &'c str, grammar: &Grammar) -> Option<(usize, &'c str, usize)> {
    let bracket = &grammar.duty_bracket;
    let mut open: Option<(usize, &str)> = None;
    let mut before_last = "";
    let mut last = "";
    let mut offset = 0;
    for part in clause.split_inclusive([',', '(', ')']) {
        let words: Vec<&str> =
            part.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        let subordinate =
            offset > 0 && words.first().is_some_and(|word| grammar.relatives.contains(word));
        if subordinate && open.is_some() {
            open = None;
        }
        for &word in &words {
            if open.is_none() && bracket.verbs.contains(&word) && !subordinate {
                open = Some((word.as_ptr() as usize - clause.as_ptr() as usize, word));
            }
            (before_last, last) = (last, word);
        }
        offset += part.len();
        let opener = open.filter(|(_, verb)| *verb != last && *verb != before_last);
        if let Some((at, verb)) = opener.filter(|_| bracket.is_closed_by(before_last, last)) {
            return Some((at, verb, offset));
        }
    }
    None
}

/// Whether an adverb right behind a verb of duty makes a recommendation of it: "moeten bij voorkeur".
pub(super) fn prefers(passage: &Passage<'_>, duty: &Hit, adverb: &Hit) -> bool {
    let word = adverb.span().of(passage.folded);
    if adverb.start < duty.end || !passage.grammar().preferences.contains(&word) {
        return false;
    }
    let between = &passage.folded[duty.end as usize..adverb.start as usize];
    !between.contains([',', ';', ':']) && between.split_whitespace().count() <= BEFORE_PREFERENCE
}

/// "is encrypted", "are stored", "krypteras": a rule in the present tense.
pub(super) fn is_passive(passage: &Passage<'_>, at: Span) -> bool {
    let passive = &passage.grammar().passive;
    let span = passage.provision.span;
    let folded = span.of(passage.folded);
    let with_auxiliary = passive.auxiliaries.iter().any(|auxiliary| {
        folded.match_indices(auxiliary).any(|(found, _)| {
            let rest = &folded[found + auxiliary.len()..];
            rest.split_whitespace().take(passive.reach).any(|word| passive.is_participle(word))
        })
    });
    let near = Span::new(
        at.start().saturating_sub(PASSIVE_REACH).max(span.start()),
        (at.end() + PASSIVE_REACH).min(span.end()),
    );
    let mut words = near.of(passage.folded).split(|c: char| !c.is_alphabetic());
    with_auxiliary || words.any(|word| passive.is_verb(word))
}

/// Whether a party only receives what the sentence is about: "the Customer shall be notified", "wird der
/// Auftraggeber informiert", "Kunden skal have besked".
pub(super) fn only_receives(passage: &Passage<'_>, party: &Hit) -> bool {
    let grammar = passage.grammar();
    if grammar.receiving.auxiliaries.is_empty() {
        return false;
    }
    let span = passage.provision.span;
    let before = &passage.folded[span.start()..party.start as usize];
    let verb_before = without_article(before, grammar).rsplit(' ').next().unwrap_or_default();
    let rest = &passage.folded[party.end as usize..span.end().max(party.end as usize)];
    let clause = rest.split([';', ':']).next().unwrap_or_default();
    let words: Vec<&str> = clause.split_whitespace().take(RECEIVED_WORDS).collect();
    is_told(verb_before, &words, grammar)
        || is_given(&words, grammar)
        || is_to_be_told(clause, &words, grammar)
}

/// Whether an auxiliary and a participle stand around a party ("wird der Auftraggeber informiert") or
/// behind it, or a verb that is passive by itself does.
fn is_told(verb_before: &str, words: &[&str], grammar: &Grammar) -> bool {
    let (receiving, passive) = (&grammar.receiving, &grammar.passive);
    // Where the participle may stand far from its auxiliary, so may the auxiliary from its subject.
    let reach = if passive.reach > BY_SUBJECT { RECEIVED_WORDS } else { BY_SUBJECT };
    let is_told = |word: &str| {
        let word = word.trim_end_matches([',', '.', ';', ':']);
        passive.is_participle(word) && !receiving.bound.contains(&word)
    };
    let is_auxiliary = |word: &str| receiving.auxiliaries.contains(&word);
    let follows = |at: usize| words.iter().skip(at).take(passive.reach).any(|word| is_told(word));
    let mut near = words.iter().take(reach).enumerate();
    (is_auxiliary(verb_before) && follows(0))
        || near.any(|(at, word)| is_auxiliary(word) && follows(at + 1))
        || words
            .windows(2)
            .any(|pair| is_told(pair[0]) && is_auxiliary(pair[1].trim_end_matches(['.', ','])))
        || words.iter().take(BY_SUBJECT).any(|word| {
            passive.is_verb(word.trim_end_matches(',')) && !receiving.bound.contains(word)
        })
}

/// Whether a verb of receiving stands by a party: "receives", "ha tillgång".
fn is_given(words: &[&str], grammar: &Grammar) -> bool {
    let near = words.iter().take(BY_SUBJECT).copied().collect::<Vec<_>>().join(" ");
    grammar.receiving.verbs.iter().any(|verb| {
        near == *verb
            || near.starts_with(&format!("{verb} "))
            || near.contains(&format!(" {verb} "))
    })
}

/// Whether the bracket of a duty begins behind a party that it does not bind: "ist … zu informieren".
fn is_to_be_told(clause: &str, words: &[&str], grammar: &Grammar) -> bool {
    grammar.duty_bracket.verbs.contains(words.first().unwrap_or(&""))
        && bracket(clause, grammar)
            .is_some_and(|(_, verb, _)| !grammar.duty_bracket.binding.contains(&verb))
}

#[cfg(test)]
mod tests {
    use super::begins_otherwise;
    use super::begins_with_verb;
    use super::bracket;
    use super::leads_subject;
    use crate::language::grammar;
    use crate::model::Language;

    #[test]
    fn a_verb_leads_its_subject_behind_an_opening() {
        for (language, sentence, before) in [
            (
                Language::Swedish,
                "inom 24 timmar underrättar leverantören",
                "inom 24 timmar underrättar ",
            ),
            (
                Language::German,
                "binnen 24 stunden informiert der bieter",
                "binnen 24 stunden informiert der ",
            ),
            (Language::Dutch, "binnen 24 uur stelt leverancier", "binnen 24 uur stelt "),
            (Language::French, "dans les 24 heures, le titulaire", "dans les 24 heures, le "),
        ] {
            let grammar = grammar(language);
            assert!(begins_otherwise(sentence, grammar), "{sentence}");
            assert!(leads_subject(before, grammar), "{before}");
        }
    }

    #[test]
    fn prepositions_conjunctions_and_pronouns_lead_no_subject() {
        for (language, before) in [
            (Language::Swedish, "vid incident efter "),
            (Language::Swedish, "inom 24 timmar eller "),
            (Language::German, "nach absprache mit dem "),
            (Language::Dutch, "binnen 24 uur nadat "),
            (Language::Dutch, "na incidenten dat "),
            (Language::French, "dans les 24 heures suivant la demande de l’"),
        ] {
            assert!(!leads_subject(before, grammar(language)), "{before}");
        }
        let swedish = grammar(Language::Swedish);
        assert!(!begins_otherwise("kontaktpersonen underrättar leverantören", swedish));
    }

    #[test]
    fn an_english_subject_follows_an_opening_and_its_comma() {
        let english = grammar(Language::English);
        assert!(begins_otherwise("within 24 hours, the supplier", english));
        assert!(leads_subject("within 24 hours, the ", english));
        assert!(!leads_subject("within 24 hours of a request by the ", english));
        assert!(!begins_otherwise("the supplier keeps, within reason, the logs", english));
    }

    #[test]
    fn a_condition_may_begin_with_its_verb() {
        let german = grammar(Language::German);
        assert!(begins_with_verb("kommt ein dritter seinen pflichten nicht nach", german));
        assert!(!begins_with_verb("mit dem vertrag", german));
        assert!(!begins_with_verb("der dritte kommt", german));
    }

    #[test]
    fn an_infinitive_at_the_end_of_the_clause_closes_the_bracket() {
        let german = grammar(Language::German);
        let verb = |clause| bracket(clause, german).map(|(_, verb, _)| verb);
        let far = "der bieter hat die daten nach ende des vertrags binnen 30 tagen vollständig zu löschen.";
        assert_eq!(verb(far), Some("hat"));
        assert_eq!(
            verb("die bieter haben den bericht bis zum 31. januar vorzulegen."),
            Some("haben")
        );
        assert_eq!(
            verb("lücken sind binnen sieben tagen, ältere binnen 30 tagen zu schließen"),
            Some("sind")
        );
        assert_eq!(verb("der bieter hat daten, die zu löschen"), None);
        assert_eq!(verb("der bieter hat die daten nach ende des vertrags gelöscht."), None);
        assert_eq!(verb("der bieter ist zu weiteren leistungen bereit."), None);
        assert_eq!(verb("daten, die er zu löschen hat"), None);
    }
}
