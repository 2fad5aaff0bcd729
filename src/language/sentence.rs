//! Where sentences end, in text that is full of "No. 4", "bl.a." and "cl. 12.3".

use super::GRAMMARS;
use super::Grammar;
use super::grammar;
use crate::model::Language;
use std::ops::Range;

/// Ranges of the sentences of one block, trimmed, in order. Every visible character belongs to
/// one of them.
#[must_use]
pub fn sentences(text: &str, language: Language) -> Vec<Range<usize>> {
    let grammar = grammar(language);
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if !matches!(c, '.' | '!' | '?') {
            continue;
        }
        let end = closing_marks(text, at + 1);
        if bytes.get(end) != Some(&b' ') {
            continue;
        }
        let (before, rest) = (&text[start..at], &text[end + 1..]);
        let begins =
            begins_sentence(rest) || (ends_in_full_word(before) && is_main_clause(rest, grammar));
        let continues = is_abbreviation(before, grammar) || is_date(before, rest, grammar);
        if begins && (c != '.' || !continues) {
            push_trimmed(&mut found, text, start..end);
            start = end + 1;
        }
    }
    push_trimmed(&mut found, text, start..text.len());
    found
}

/// Skips quotation marks and brackets that close with the sentence.
fn closing_marks(text: &str, mut at: usize) -> usize {
    while let Some(c) = text[at..].chars().next() {
        if !matches!(c, '"' | '”' | '’' | '\'' | ')' | ']' | '»') {
            break;
        }
        at += c.len_utf8();
    }
    at
}

/// Whether what follows may begin a sentence.
fn begins_sentence(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        Some('"' | '“' | '”' | '(' | '[' | '«' | '•' | '–' | '-' | '\'' | '‘') => true,
        Some(c) => c.is_uppercase() || c.is_ascii_digit(),
        None => false,
    }
}

/// Whether the text before a full stop ends with a word that nobody abbreviates: four small
/// letters or more.
fn ends_in_full_word(before: &str) -> bool {
    let word = before.rsplit(' ').next().unwrap_or_default();
    let word = word.trim_end_matches([')', '"', '”', '’', ']']);
    word.chars().count() >= 4 && word.chars().all(char::is_lowercase)
}

/// Whether what follows is a name written small with its verb: "processor shall …", "iText may …".
fn is_main_clause(rest: &str, grammar: &Grammar) -> bool {
    let mut words = rest.split_whitespace();
    let name = words.next().is_some_and(|word| word.chars().all(char::is_alphanumeric));
    name && words.next().is_some_and(|word| grammar.verbs.contains(&word))
}

/// Whether the text before a full stop ends with an abbreviation, an initial or a clause number.
fn is_abbreviation(before: &str, grammar: &Grammar) -> bool {
    let word = before.rsplit([' ', '(', '[', '"', '“']).next().unwrap_or_default();
    let folded = word.to_lowercase();
    if [grammar, GRAMMARS[0]].iter().any(|known| known.abbreviations.contains(&folded.as_str())) {
        return true;
    }
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    // "12.3." or "2." at the very beginning is the number of the clause, not a sentence.
    let number = before.len() == word.len()
        && word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || c == '.');
    initial || number
}

/// Whether a full stop stands within a date: "31. Januar".
fn is_date(before: &str, rest: &str, grammar: &Grammar) -> bool {
    let day = before.rsplit(' ').next().unwrap_or_default();
    let month = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(day.len(), 1 | 2)
        && day.chars().all(|c| c.is_ascii_digit())
        && grammar.months.contains(&month.to_lowercase().as_str())
}

fn push_trimmed(found: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let piece = &text[range.clone()];
    let lead = piece.len() - piece.trim_start().len();
    let trimmed = piece.trim();
    if !trimmed.is_empty() {
        found.push(range.start + lead..range.start + lead + trimmed.len());
    }
}

#[cfg(test)]
mod tests {
    use super::sentences;
    use crate::model::Language;

    fn check_in(language: Language, text: &str, expected: &[&str]) {
        let found: Vec<&str> =
            sentences(text, language).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    fn check(text: &str, expected: &[&str]) {
        check_in(Language::English, text, expected);
    }

    #[test]
    fn plain_sentences() {
        check("One ends here. Two asks? Three.", &["One ends here.", "Two asks?", "Three."]);
    }

    #[test]
    fn abbreviations_numbers_and_initials_do_not_end() {
        check(
            "See Art. 28 and No. 4 of cl. 12.3. Next.",
            &["See Art. 28 and No. 4 of cl. 12.3.", "Next."],
        );
        check("2.1. The Supplier shall notify.", &["2.1. The Supplier shall notify."]);
    }

    #[test]
    fn each_language_has_its_abbreviations() {
        for (language, text) in [
            (Language::Swedish, "Uppgifter, bl.a. Personuppgifter, ska krypteras."),
            (Language::Danish, "Leverandøren skal, jf. Bilag 2, kryptere data, f.eks. Backup."),
            (Language::Norwegian, "Leverandøren skal, jf. Bilag 2, varsle bl.a. Kunden."),
            (
                Language::German,
                "Systeme, z. B. Server, sind gem. Art. 32 Abs. 1 DSGVO zu schützen.",
            ),
            (Language::Dutch, "Leverancier meldt o.a. Incidenten conform art. 33 lid 2 AVG."),
            (Language::Finnish, "Tiedot, mm. Henkilötiedot, salataan (ks. Liite 2)."),
            (Language::French, "Les mesures, p. ex. Le chiffrement, sont décrites (cf. Annexe 2)."),
        ] {
            check_in(language, text, &[text]);
        }
        check_in(
            Language::German,
            "Er meldet es. Danach hilft er.",
            &["Er meldet es.", "Danach hilft er."],
        );
    }

    #[test]
    fn a_date_does_not_end() {
        let text = "Der Bericht ist bis zum 31. Januar vorzulegen.";
        check_in(Language::German, text, &[text]);
        check_in(
            Language::German,
            "Es gilt Nummer 31. Janus liefert.",
            &["Es gilt Nummer 31.", "Janus liefert."],
        );
    }

    #[test]
    fn a_name_may_be_written_small() {
        check(
            "It stores all data. eBay shall encrypt it.",
            &["It stores all data.", "eBay shall encrypt it."],
        );
        check("Costs (approx. half shall be paid).", &["Costs (approx. half shall be paid)."]);
        check("See the annex. and so on.", &["See the annex. and so on."]);
    }

    #[test]
    fn quotes_close_with_their_sentence() {
        check(
            "It is \u{201c}secure.\u{201d} Then more.",
            &["It is \u{201c}secure.\u{201d}", "Then more."],
        );
    }
}
