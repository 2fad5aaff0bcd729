//! How lexicon terms are matched: all terms of a language in one pass over the text.
//!
//! Grammar of a term: words separated by single spaces; `*` at the beginning or end of a word
//! stands for the rest of the word (compounds, inflection); `..` between words stands for up to
//! six words of the same sentence, `...` for up to eighteen ("gibt ... zurück"); `[sz]`, `(re|er)` and `s?` are alternatives and are spelled
//! out when the matcher is built. Matching ignores case, and a space in a term matches a hyphen
//! too; terms in capitals only (TLS, SOC) are matched in capitals.
//!
//! The first literal of every term goes into one Aho-Corasick automaton; what is left of the
//! term (word boundaries, further words) is checked where the automaton finds it. The cost of a
//! pass therefore depends on the text, hardly on the number of terms.

use aho_corasick::AhoCorasick;
use aho_corasick::MatchKind;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use thiserror::Error;

/// Words that `..` may stand for.
const GAP: usize = 6;
/// Words that `...` may stand for: all that a verb and its particle enclose.
const WIDE_GAP: usize = 18;
/// Places in one word where a literal is looked at.
const MAX_FOUND: usize = 8;
/// Terms that one language may have, spelled out.
const MAX_TERMS: usize = 1_000_000;
/// Spellings that one term may stand for.
const MAX_ALTERNATIVES: usize = 64;
/// Gaps in one term.
const MAX_GAPS: usize = 4;
/// Longest term, in bytes.
const MAX_LENGTH: usize = 200;

/// A term that does not follow the grammar.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TermError {
    /// Nothing but stars and white space.
    #[error("the term has no letters")]
    Empty,
    /// A star inside a word.
    #[error("`*` may stand only at the beginning or the end of a word")]
    StarInWord,
    /// Unbalanced or empty brackets.
    #[error("brackets do not match")]
    Brackets,
    /// Too many alternatives.
    #[error("the term stands for more than {MAX_ALTERNATIVES} spellings; write several terms")]
    TooMany,
    /// More gaps than a phrase has.
    #[error("the term has more than {MAX_GAPS} gaps; look for its parts with `all`")]
    TooManyGaps,
    /// Longer than a phrase is.
    #[error("the term is longer than {MAX_LENGTH} bytes; look for its parts with `all`")]
    TooLong,
    /// A gap at the beginning or the end.
    #[error("`..` may stand only between words")]
    Gap,
    /// More terms than any lexicon needs.
    #[error("there are more than {MAX_TERMS} terms in this language")]
    TooManyTerms,
}

/// An occurrence of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TermHit {
    /// First byte in the text that was searched.
    pub start: u32,
    /// One past the last byte, word endings that a star stands for included.
    pub end: u32,
    /// The number that was given with the term.
    pub id: u32,
}

/// One stretch of literal text within a term.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    literal: String,
    /// Whether the literal begins and ends with a letter or a digit.
    begins: bool,
    ends: bool,
    open_left: bool,
    open_right: bool,
    /// How many words may stand before it.
    gap: usize,
}

#[derive(Debug)]
struct Term {
    id: u32,
    first: Piece,
    rest: Vec<Piece>,
    /// The first literal as written, where case matters.
    exact: Option<String>,
}

/// Collects terms.
#[derive(Default)]
pub struct MatcherBuilder {
    written: Vec<(u32, String)>,
    spellings: usize,
}

impl MatcherBuilder {
    /// Adds a term under a number.
    ///
    /// # Errors
    /// If the term does not follow the grammar.
    pub fn add(&mut self, id: u32, term: &str) -> Result<(), TermError> {
        self.spellings += spelled(id, term)?.len();
        if self.spellings > MAX_TERMS {
            return Err(TermError::TooManyTerms);
        }
        self.add_known(id, term);
        Ok(())
    }

    /// Adds a term that is known to follow the grammar; one that does not is never found.
    pub fn add_known(&mut self, id: u32, term: &str) {
        self.written.push((id, term.to_owned()));
    }

    /// The terms, ready to be found. They are spelled out when they are first looked for, so that
    /// languages that no document is in cost nothing.
    #[must_use]
    pub fn build(self) -> Matcher {
        Matcher { written: self.written, automaton: OnceLock::new() }
    }
}

/// All spellings of a term.
fn spelled(id: u32, term: &str) -> Result<Vec<Term>, TermError> {
    if term.len() > MAX_LENGTH {
        return Err(TermError::TooLong);
    }
    if term.matches("..").count() > MAX_GAPS {
        return Err(TermError::TooManyGaps);
    }
    let spellings = spell_out(term)?.into_iter();
    let read = spellings.map(|spelling| {
        let mut pieces = parse(&spelling)?.into_iter();
        let first = pieces.next().ok_or(TermError::Empty)?;
        let exact = is_acronym(&spelling).then(|| first_words(&spelling));
        Ok(Term { id, first, rest: pieces.collect(), exact })
    });
    read.collect()
}

/// All terms of one language, ready to be found.
#[derive(Debug)]
pub struct Matcher {
    written: Vec<(u32, String)>,
    automaton: OnceLock<Automaton>,
}

/// Terms by their first literals.
#[derive(Debug)]
struct Automaton {
    literals: AhoCorasick,
    terms: Vec<Term>,
    /// For each literal: the terms that begin with it.
    beginning: Vec<Beginning>,
}

/// The terms that begin with one literal, and what is common to them: most places where a literal
/// stands within a longer word are told from that at once.
#[derive(Debug)]
struct Beginning {
    terms: Vec<usize>,
    /// Whether all of them need a word boundary before the literal.
    bounded_left: bool,
    /// Whether all of them need one behind it.
    bounded_right: bool,
}

impl Beginning {
    fn new(terms: Vec<usize>, all: &[Term]) -> Self {
        let firsts = || terms.iter().map(|index| &all[*index].first);
        let bounded_left = firsts().all(|first| first.begins && !first.open_left);
        let bounded_right = firsts().all(|first| first.ends && !first.open_right);
        Self { terms, bounded_left, bounded_right }
    }

    /// Whether none of the terms can stand here.
    fn is_cut(&self, folded: &str, start: usize, end: usize) -> bool {
        (self.bounded_left && ends_in_word(&folded[..start]))
            || (self.bounded_right && begins_in_word(&folded[end..]))
    }
}

impl Automaton {
    #[allow(clippy::expect_used, reason = "the number of terms is bounded when they are added")]
    fn new(written: &[(u32, String)]) -> Self {
        let terms: Vec<Term> =
            written.iter().filter_map(|(id, term)| spelled(*id, term).ok()).flatten().collect();
        let mut by_literal: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, term) in terms.iter().enumerate() {
            by_literal.entry(term.first.literal.as_str()).or_default().push(index);
        }
        let literals = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(by_literal.keys())
            .expect("internal: as many literals as terms can be numbered");
        let beginning =
            by_literal.into_values().map(|indices| Beginning::new(indices, &terms)).collect();
        Self { literals, terms, beginning }
    }
}

impl Matcher {
    /// Adds all terms of a text to `hits`, sorted and distinct. `folded` is
    /// [`fold`](super::fold) of `original`.
    pub fn find(&self, original: &str, folded: &str, hits: &mut Vec<TermHit>) {
        let automaton = self.automaton.get_or_init(|| Automaton::new(&self.written));
        let first = hits.len();
        for found in automaton.literals.find_overlapping_iter(folded) {
            let beginning = &automaton.beginning[found.pattern().as_usize()];
            if beginning.is_cut(folded, found.start(), found.end()) {
                continue;
            }
            for &index in &beginning.terms {
                let term = &automaton.terms[index];
                if let Some((start, end)) = term.matches_at(original, folded, found.start()) {
                    let hit = TermHit { start: place(start), end: place(end), id: term.id };
                    insert(hits, first, hit);
                }
            }
        }
    }
}

/// Puts a hit where it belongs among those from `first` on. They come in the order of the ends of
/// their literals, so it is nearly always one of the last places.
fn insert(hits: &mut Vec<TermHit>, first: usize, hit: TermHit) {
    let behind = hits[first..].iter().rev().take_while(|other| **other > hit).count();
    let at = hits.len() - behind;
    if at == first || hits[at - 1] != hit {
        hits.insert(at, hit);
    }
}

impl Term {
    /// Whether the term stands at byte `at`, where its first literal was found.
    fn matches_at(&self, original: &str, folded: &str, at: usize) -> Option<(usize, usize)> {
        if let Some(exact) = &self.exact {
            let there = original.get(at..at + self.first.literal.len())?;
            if !same_but_hyphens(there, exact) {
                return None;
            }
        }
        let start = if self.first.open_left { word_start(folded, at) } else { at };
        let mut end = self.first.bounded_end(folded, at)?;
        for piece in &self.rest {
            end = piece.find_after(folded, end)?;
        }
        Some((start, end))
    }
}

impl Piece {
    /// End of the piece if it stands at `at` with the word boundaries it asks for.
    fn end_at(&self, folded: &str, at: usize) -> Option<usize> {
        let rest = folded.get(at..)?;
        if self.open_left {
            // "hat .. *zustellen": the literal may stand anywhere in the word.
            let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let mut found = rest[..length].match_indices(self.literal.as_str()).take(MAX_FOUND);
            return found.find_map(|(from, _)| self.bounded_end(folded, at + from));
        }
        rest.starts_with(&self.literal).then(|| self.bounded_end(folded, at))?
    }

    /// End of the piece, whose literal stands at `at`, if it has the word boundaries it asks for.
    fn bounded_end(&self, folded: &str, at: usize) -> Option<usize> {
        let after = at + self.literal.len();
        let cut_left = !self.open_left && self.begins && ends_in_word(&folded[..at]);
        let cut_right = !self.open_right && self.ends && begins_in_word(&folded[after..]);
        if cut_left || cut_right {
            return None;
        }
        Some(if self.open_right { word_end(folded, after) } else { after })
    }

    /// End of the piece if it follows at `end`: after one space, or after a gap of some words.
    fn find_after(&self, folded: &str, end: usize) -> Option<usize> {
        let mut at = end;
        for _ in 0..=self.gap {
            at += folded.get(at..)?.len() - folded[at..].trim_start_matches([' ', ',']).len();
            if let Some(end) = self.end_at(folded, at) {
                return Some(end);
            }
            let rest = folded.get(at..)?;
            let word =
                rest.bytes().take(4 * MAX_WORD).position(|byte| matches!(byte, b' ' | b'\n'));
            let word = word.or((rest.len() <= 4 * MAX_WORD).then_some(rest.len()))?;
            if word == 0
                || rest[..word].ends_with(['.', ';', '?', '!'])
                || rest[word..].starts_with('\n')
            {
                return None;
            }
            at += word;
        }
        None
    }
}

/// Whether a text begins with a letter or a digit.
fn begins_in_word(text: &str) -> bool {
    match text.as_bytes().first() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        _ => text.chars().next().is_some_and(char::is_alphanumeric),
    }
}

/// Whether a text ends with a letter or a digit.
fn ends_in_word(text: &str) -> bool {
    match text.as_bytes().last() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        _ => text.chars().next_back().is_some_and(char::is_alphanumeric),
    }
}

/// Letters of a word on one side of a literal that belong to a hit. What is longer is no word, and
/// without a bound a document without spaces would cost the square of its length.
const MAX_WORD: usize = 200;

/// A place in a text. Texts are shorter than 4 GiB by all limits; a longer one has no terms behind that.
fn place(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(u32::MAX)
}

fn word_start(text: &str, at: usize) -> usize {
    let tail = text[..at].chars().rev().take(MAX_WORD).take_while(|c| c.is_alphanumeric());
    at - tail.map(char::len_utf8).sum::<usize>()
}

fn word_end(text: &str, at: usize) -> usize {
    let head = text[at..].chars().take(MAX_WORD).take_while(|c| c.is_alphanumeric());
    at + head.map(char::len_utf8).sum::<usize>()
}

fn same_but_hyphens(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).all(|(x, y)| x == y || (x == b'-' && y == b' '))
}

/// Whether case must match: two or more capitals and no small letter.
fn is_acronym(term: &str) -> bool {
    term.chars().filter(|c| c.is_uppercase()).count() >= 2 && !term.chars().any(char::is_lowercase)
}

/// The literal of the first piece, as written but with hyphens as spaces.
fn first_words(term: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    for word in term.split(' ') {
        if gap_of(word).is_some() {
            break;
        }
        out.push(word.trim_matches('*'));
        if word.ends_with('*') {
            break;
        }
    }
    out.join(" ").replace('-', " ")
}

/// How many words a sign stands for, if it is one of those that stand for words.
fn gap_of(word: &str) -> Option<usize> {
    match word {
        ".." => Some(GAP),
        "..." => Some(WIDE_GAP),
        _ => None,
    }
}

/// Splits a spelled-out term into literals with the conditions between them.
fn parse(term: &str) -> Result<Vec<Piece>, TermError> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut gap = 0;
    for word in term.split_whitespace() {
        if let Some(words) = gap_of(word) {
            if pieces.is_empty() {
                return Err(TermError::Gap);
            }
            gap = words;
            continue;
        }
        let literal = super::fold(word.trim_matches('*'));
        if literal.contains('*') {
            return Err(TermError::StarInWord);
        }
        if literal.trim().is_empty() {
            return Err(TermError::Empty);
        }
        let (open_left, open_right) = (word.starts_with('*'), word.ends_with('*'));
        match pieces.last_mut() {
            Some(last) if gap == 0 && !last.open_right && !open_left => {
                last.literal.push(' ');
                last.literal.push_str(&literal);
                last.ends = ends_in_word(&literal);
                last.open_right = open_right;
            }
            _ => pieces.push(Piece {
                begins: begins_in_word(&literal),
                ends: ends_in_word(&literal),
                literal,
                open_left,
                open_right,
                gap,
            }),
        }
        gap = 0;
    }
    if gap > 0 { Err(TermError::Gap) } else { Ok(pieces) }
}

/// An alternative with either apostrophe.
fn with_apostrophes(choice: &str) -> Vec<String> {
    let mut spellings = vec![choice.to_owned()];
    if choice.contains('\'') {
        spellings.push(choice.replace('\'', "’"));
    }
    spellings
}

/// Writes out the alternatives in a term: `[sz]`, `(re|er)`, `x?`, and both apostrophes.
fn spell_out(term: &str) -> Result<Vec<String>, TermError> {
    let mut spellings = vec![String::new()];
    let mut rest = term;
    while let Some(c) = rest.chars().next() {
        let (choices, used) = match c {
            '[' => bracket(rest, ']', |inner| inner.chars().map(String::from).collect())?,
            '(' => {
                bracket(rest, ')', |inner| inner.split('|').flat_map(with_apostrophes).collect())?
            }
            '\'' => (vec!["'".to_owned(), "’".to_owned()], 1),
            c => (vec![c.to_string()], c.len_utf8()),
        };
        rest = &rest[used..];
        let optional = rest.starts_with('?');
        rest = rest.strip_prefix('?').unwrap_or(rest);
        let mut next = Vec::new();
        for spelling in &spellings {
            next.extend(choices.iter().map(|choice| format!("{spelling}{choice}")));
            if optional {
                next.push(spelling.clone());
            }
        }
        spellings = next;
        if spellings.len() > MAX_ALTERNATIVES {
            return Err(TermError::TooMany);
        }
    }
    for spelling in &mut spellings {
        *spelling = spelling.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    Ok(spellings)
}

fn bracket(
    rest: &str,
    close: char,
    split: fn(&str) -> Vec<String>,
) -> Result<(Vec<String>, usize), TermError> {
    let end = rest.find(close).ok_or(TermError::Brackets)?;
    let inner = &rest[1..end];
    if inner.is_empty() || inner.contains(['[', '(']) {
        return Err(TermError::Brackets);
    }
    Ok((split(inner), end + close.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::MatcherBuilder;
    use super::TermError;
    use crate::language::fold;

    fn check(term: &str, text: &str, expected: &[&str]) {
        let mut builder = MatcherBuilder::default();
        builder.add(7, term).unwrap();
        let matcher = builder.build();
        let mut hits = Vec::new();
        matcher.find(text, &fold(text), &mut hits);
        let found: Vec<&str> =
            hits.iter().map(|hit| &text[hit.start as usize..hit.end as usize]).collect();
        assert_eq!(found, expected, "{term}");
    }

    #[test]
    fn words_have_boundaries_and_stars_open_them() {
        check("log", "Log the catalogue log.", &["Log", "log"]);
        check("leverantör*", "Leverantörens underleverantör", &["Leverantörens"]);
        check("*krypter*", "Okrypterad data krypteras", &["Okrypterad", "krypteras"]);
    }

    #[test]
    fn a_space_matches_a_hyphen_but_not_the_next_block() {
        check("two factor", "Two-factor, two factor, two\nfactor", &["Two-factor", "two factor"]);
    }

    #[test]
    fn gaps_span_words_of_one_sentence() {
        check(
            "ska .. inte",
            "Data ska under inga villkor inte lagras. Den ska. Inte",
            &["ska under inga villkor inte"],
        );
        check("may .. only", "may, with consent, only", &["may, with consent, only"]);
        check("may .. only", "may a b c d e f g only", &[]);
        check("gibt ... zurück", "gibt a b c d e f g zurück", &["gibt a b c d e f g zurück"]);
        check("gibt ... zurück", "gibt a b. Er gibt nichts. Zurück", &[]);
    }

    #[test]
    fn inflected_words_may_follow_each_other() {
        check(
            "fabriksinställ* lösenord*",
            "fabriksinställda lösenorden",
            &["fabriksinställda lösenorden"],
        );
    }

    #[test]
    fn a_later_word_may_have_any_beginning() {
        check("on .. *tava", "Tiedot on aina salattava.", &["on aina salattava"]);
        check("hat .. *zulegen", "Er hat Protokolle vorzulegen", &["hat Protokolle vorzulegen"]);
        check("on .. *tava", "on salattavat", &[]);
        check("plan für *sicherheit", "Plan für IT-Sicherheit", &[]);
    }

    #[test]
    fn acronyms_keep_their_case() {
        check("OT", "OT ot Ot", &["OT"]);
        check("PII*", "PIIs", &["PIIs"]);
    }

    #[test]
    fn alternatives_are_spelled_out() {
        check(
            "authori[sz]ation*",
            "authorisations authorization",
            &["authorisations", "authorization"],
        );
        check("data cent(re|er)s?", "data centres, data center", &["data centres", "data center"]);
        check("auditor's", "auditor’s auditor's", &["auditor’s", "auditor's"]);
    }

    #[test]
    fn what_is_no_term_is_refused() {
        let mut builder = MatcherBuilder::default();
        assert_eq!(builder.add(0, "a*b"), Err(TermError::StarInWord));
        assert_eq!(builder.add(0, "*"), Err(TermError::Empty));
        assert_eq!(builder.add(0, ".. x"), Err(TermError::Gap));
        assert_eq!(builder.add(0, "x [ab"), Err(TermError::Brackets));
        assert_eq!(builder.add(0, &"a .. ".repeat(6)), Err(TermError::TooManyGaps));
        assert_eq!(builder.add(0, &"a".repeat(201)), Err(TermError::TooLong));
    }
}
