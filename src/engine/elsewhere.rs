//! Where a passage sends its reader: clauses and annexes of the pack ("within the time stated in
//! clause 9.2", "as set out in Schedule 4"), and the definitions of the terms it uses.
//!
//! A number that a clause leaves to another place is looked for there before it is called
//! missing. What is found elsewhere never makes a passage evidence that is none by itself.

use super::index::PackIndex;
use super::index::Passage;
use super::index::PassageId;
use crate::language::GRAMMARS;
use crate::model::ClauseId;
use crate::model::Document;
use crate::model::ProvisionKind;
use regex::Regex;
use std::sync::LazyLock;

/// How many passages of one place are read.
const READ: usize = 40;
/// Longest term that is looked for, in bytes.
const MAX_TERM: usize = 60;

/// A word for a part of a contract with its number: "clause 9.2", "Schedule 4", "bilaga B".
static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    let clauses = GRAMMARS.iter().flat_map(|grammar| grammar.clause_words).copied();
    let annexes = GRAMMARS.iter().flat_map(|grammar| grammar.annexes).map(|(word, _)| *word);
    let words: Vec<&str> = clauses.chain(annexes).collect();
    reference(&words.join("|"))
});

#[allow(clippy::expect_used, reason = "a constant pattern, compiled in every test run")]
fn reference(words: &str) -> Regex {
    let pattern = format!(
        r"(?:^|[^\p{{L}}])({words})\s?([0-9]{{1,3}}(?:\.[0-9]{{1,3}})*|[a-z]|[ivx]{{1,5}})\b"
    );
    Regex::new(&pattern).expect("internal: a constant pattern compiles")
}

/// The passages that a passage sends its reader to, without itself.
pub(super) fn passages(passage: &Passage<'_>, index: &PackIndex<'_>) -> Vec<PassageId> {
    let mut found = Vec::new();
    let folded = passage.provision.span.of(passage.folded);
    for captures in REFERENCE.captures_iter(folded) {
        found.extend(of_clause(&captures[1], &captures[2], passage, index));
    }
    let text = passage.provision.span.of(passage.text);
    let terms = index.definitions(passage.document).iter();
    found.extend(terms.filter(|(term, _)| uses(text, term)).map(|(_, id)| *id));
    found.retain(|id| *id != passage.id);
    found.dedup();
    found
}

/// The passages of a clause or annex: of the same document if it has one with that number.
fn of_clause(
    word: &str,
    number: &str,
    passage: &Passage<'_>,
    index: &PackIndex<'_>,
) -> Vec<PassageId> {
    let annex = family(word);
    let documents = 0..index.pack.documents.len();
    let own = std::iter::once(passage.document);
    // Only an annex may stand in another document.
    let others = documents.filter(|other| annex.is_some() && *other != passage.document);
    for number_of_document in own.chain(others) {
        let document = &index.pack.documents[number_of_document];
        let clause = document.clauses.iter().position(|clause| {
            let printed = clause.number.to_lowercase();
            match annex {
                Some(_) => is_annex(&printed, number, annex),
                None => printed.trim_end_matches('.') == number,
            }
        });
        if let Some(clause) = clause {
            return within(document, clause, index.first(number_of_document));
        }
    }
    Vec::new()
}

/// Whether "schedule 4" is the annex that "Schedule 4" or "Annex 4" names.
fn is_annex(printed: &str, number: &str, wanted: Option<&str>) -> bool {
    let Some((word, own)) = printed.rsplit_once(' ') else { return false };
    own == number && family(word).is_some() && family(word) == wanted
}

/// The word by which annexes of this name are compared; `None` for clauses.
fn family(word: &str) -> Option<&'static str> {
    let mut annexes = GRAMMARS.iter().flat_map(|grammar| grammar.annexes);
    annexes.find(|(written, _)| *written == word).map(|(_, family)| *family)
}

/// The first passages below a clause.
fn within(document: &Document, clause: ClauseId, first: PassageId) -> Vec<PassageId> {
    let below = |mut id: Option<ClauseId>| {
        while let Some(inner) = id {
            if inner == clause {
                return true;
            }
            id = document.clauses[inner].parent;
        }
        false
    };
    (first..)
        .zip(&document.provisions)
        .skip_while(|(_, provision)| !below(provision.clause))
        .take_while(|(_, provision)| below(provision.clause))
        .take(READ)
        .map(|(id, _)| id)
        .collect()
}

/// The terms that a document defines, each with its definition: `"Notice Period" means …`.
pub(super) fn definitions(document: &Document, first: PassageId) -> Vec<(String, PassageId)> {
    (first..)
        .zip(&document.provisions)
        .filter(|(_, provision)| provision.kind == ProvisionKind::Definition)
        .filter_map(|(id, provision)| {
            let text = provision.span.of(&document.text);
            let term = defined_term(text)?;
            Some((term.to_owned(), id))
        })
        .collect()
}

/// Whether a passage is an item of the definition of a term that the document goes on to use: what
/// "Excluded Claims" comprises is agreed once liability for them is unlimited.
pub(super) fn defines_used_term(passage: &Passage<'_>) -> bool {
    let spans = passage.provision.lead_in.iter();
    let mut terms = spans.filter_map(|span| Some((span, defined_term(span.of(passage.text))?)));
    terms.any(|(span, term)| {
        let (before, after) = (&passage.text[..span.start()], &passage.text[span.end()..]);
        uses(before, term) || uses(after, term)
    })
}

/// The term in quotation marks at the beginning of a definition. Terms are capitalised.
fn defined_term(text: &str) -> Option<&str> {
    let marks = ['"', '“', '”', '„', '«', '»', '‘', '’', '\''];
    let inner = text.trim_start_matches(marks);
    if inner.len() == text.len() {
        return None;
    }
    let term = inner[..inner.find(marks)?].trim();
    (term.len() <= MAX_TERM && term.starts_with(char::is_uppercase) && term.len() > 2)
        .then_some(term)
}

/// Whether a text uses a term as a word of its own.
fn uses(text: &str, term: &str) -> bool {
    text.match_indices(term).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        !before
    })
}

#[cfg(test)]
mod tests {
    use super::defined_term;
    use super::is_annex;
    use super::uses;

    #[test]
    fn terms_stand_in_quotation_marks() {
        assert_eq!(defined_term("“Notice Period” means 24 hours."), Some("Notice Period"));
        assert_eq!(defined_term("Notice Period means 24 hours."), None);
        assert!(uses("within the Notice Period.", "Notice Period"));
        assert!(!uses("within the notice period.", "Notice Period"));
    }

    #[test]
    fn annexes_are_compared_by_word_and_number() {
        assert!(is_annex("schedule 4", "4", Some("schedule")));
        assert!(!is_annex("annex 4", "4", Some("schedule")));
        assert!(!is_annex("schedule 14", "4", Some("schedule")));
    }
}
