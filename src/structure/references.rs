//! References to annexes that nobody gave us: "see Annex 7", and no Annex 7 is in the pack.
//!
//! What such an annex demands is unknown, which is neither a gap nor a failure to read. This
//! module finds the references of all documents of a pack and the annexes that there are, by
//! headings, by the names of the files and by the first lines and running headers of documents.
//! Annexes of laws and standards are no part of a pack and are not looked for.

use crate::language::GRAMMARS;
use crate::model::BlockKind;
use crate::model::ClauseKind;
use crate::model::Document;
use crate::model::Furniture;
use crate::model::Note;
use crate::model::Provision;
use crate::model::ProvisionKind;
use regex::Regex;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Blocks at the beginning of a document that may be its title.
const TITLE_BLOCKS: usize = 3;
/// Longest title or running header, in bytes.
const TITLE: usize = 160;
/// Text that an annex must have to count as given, in bytes: more than its line in a list.
const SUBSTANCE: usize = 150;
/// Highest number of an annex.
const LAST: u32 = 60;
/// Bytes around a reference in which the law or standard is named that it belongs to.
const NEAR: usize = 60;

const ID: &str = r"(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[A-Za-z]?|[A-Z][0-9]{0,2}|[IVX]{1,5})";

static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    let words: Vec<&str> = words().map(|(word, _)| word).collect();
    let words = words.join("|");
    pattern(&format!(
        r"\b(?i:({words}))[\s_-]{{1,3}}((?-i:{ID})\b(?:(?:\s?,\s|\s(?:and|och|og|und|en|et|ja|&)\s)(?-i:{ID})\b)*)"
    ))
});
/// The words alone: found much faster, and in few texts.
static MENTION: LazyLock<Regex> = LazyLock::new(|| {
    let words: Vec<&str> = words().map(|(word, _)| word).collect();
    pattern(&format!("(?i:{})", words.join("|")))
});
static SINGLE: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"\b{ID}\b")));
/// Names of files: "Bilaga_3", "annex7", "Schedule-B".
static IN_NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(annexe?|appendix|schedule|exhibit|bilaga|bilag|vedlegg|anlage|anhang|bijlage|liite)[\s_-]{0,3}([0-9]{1,2}(?:\.[0-9]{1,2})*[a-z]?|[a-z][0-9]{0,2})(?:[^\p{L}\p{N}]|$)",
    )
});
static LAW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:iso|iec|nist|regulation|directive|gdpr|nis ?2|act|treaty|standard contractual|sccs?|förordning\w*|direktiv\w*|lag|lagen|standardavtalsklausul\w*|forordning\w*|forskrift\w*|verordnung\w*|richtlinie\w*|dsgvo|avg|verordening\w*|richtlijn\w*|asetu\w*|direktiivi\w*|règlement\w*|directive\w*|rgpd|standardvertragsklausel\w*|f\.?a\.?r|eu)\b",
    )
});

/// "on schedule 24 hours a day".
static UNIT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s(?:second|minute|hour|day|week|month|year|tim|dag|veck|år|time|uge|stund|tag|woche|uur|uren|heure|jour|tunti|päiv)",
    )
});

#[allow(clippy::expect_used, reason = "constant patterns, compiled in every test run")]
fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("internal: a constant pattern compiles")
}

/// An annex by word and number: `("bilaga", "3")`.
type Target = (&'static str, String);

/// Adds a note to each document of a pack for every annex that it refers to and nobody gave.
pub fn note_outside_pack(documents: &mut [Document]) {
    let given: BTreeSet<Target> = documents.iter().flat_map(given).collect();
    for document in documents {
        let mut missing: BTreeMap<Target, Note> = BTreeMap::new();
        let mut order = Vec::new();
        for provision in &document.provisions {
            for (target, shown) in targets(document, provision) {
                if !is_given(&given, &target) && !missing.contains_key(&target) {
                    missing.insert(target.clone(), note(document, provision, &shown));
                    order.push(target);
                }
            }
        }
        document.notes.extend(order.iter().filter_map(|target| missing.remove(target)));
    }
}

fn note(document: &Document, provision: &Provision, shown: &str) -> Note {
    let number = document
        .clause_path(provision.clause)
        .map(|clause| clause.number.as_str())
        .find(|number| !number.is_empty());
    Note::outside_pack(shown, number, provision.page)
}

/// Annexes that a provision refers to, with the words in which it does.
fn targets(document: &Document, provision: &Provision) -> Vec<(Target, String)> {
    if matches!(provision.kind, ProvisionKind::ContentsEntry | ProvisionKind::Question) {
        return Vec::new();
    }
    let text = provision.span.of(&document.text);
    let mut found = Vec::new();
    if !MENTION.is_match(text) {
        return found;
    }
    for captures in REFERENCE.captures_iter(text) {
        let (Some(whole), Some(word), Some(numbers)) =
            (captures.get(0), captures.get(1), captures.get(2))
        else {
            continue;
        };
        let around = around(text, whole.start(), whole.end());
        // "the schedule I sent" and annexes of laws.
        let lettered = !numbers.as_str().starts_with(|c: char| c.is_ascii_digit());
        let lower = word.as_str().starts_with(char::is_lowercase);
        if LAW.is_match(around)
            || UNIT.is_match(&text[whole.end()..])
            || (lettered && lower && numbers.as_str() == "I")
        {
            continue;
        }
        let Some(family) = family(word.as_str()) else { continue };
        // "Annex 1 and 2 hours": only a plural is followed by several.
        let plural = word.as_str().to_lowercase() != family;
        let count = if plural { usize::MAX } else { 1 };
        for number in SINGLE.find_iter(numbers.as_str()).take(count) {
            if beyond(number.as_str()) {
                continue;
            }
            let target = (family, canonical(number.as_str()));
            let shown = format!("{} {}", capitalised(family), number.as_str());
            found.push((target, shown));
        }
    }
    found
}

/// The text near a reference, within its provision.
fn around(text: &str, start: usize, end: usize) -> &str {
    let mut from = start.saturating_sub(NEAR);
    let mut to = (end + NEAR).min(text.len());
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    while !text.is_char_boundary(to) {
        to += 1;
    }
    &text[from..to]
}

/// Annexes that a document is or contains.
fn given(document: &Document) -> BTreeSet<Target> {
    let mut given = BTreeSet::new();
    let name = document.source.path.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    for captures in IN_NAME.captures_iter(stem) {
        if let Some(family) = family(&captures[1]) {
            given.insert((family, canonical(&captures[2])));
        }
    }
    let titles = document.blocks.iter().take(TITLE_BLOCKS);
    let headers = document
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Furniture(Furniture::Header));
    for block in titles.chain(headers).filter(|block| block.span.len() <= TITLE) {
        given.extend(leading(block.span.of(&document.text)));
    }
    let mut substance = vec![0_usize; document.clauses.len()];
    for provision in &document.provisions {
        let path = std::iter::successors(provision.clause, |&id| document.clauses[id].parent);
        path.for_each(|id| substance[id] += provision.span.len());
    }
    for (clause, substance) in document.clauses.iter().zip(substance) {
        if clause.kind == ClauseKind::Annex && substance >= SUBSTANCE {
            given.extend(leading(&clause.number));
        }
    }
    given
}

/// The annex that a line begins with.
fn leading(line: &str) -> Option<Target> {
    let captures = REFERENCE.captures(line)?;
    let begins = captures.get(0).is_some_and(|whole| whole.start() == 0);
    let number = SINGLE.find(captures.get(2)?.as_str())?;
    begins.then_some((family(&captures[1])?, canonical(number.as_str())))
}

/// Whether an annex is there, itself or the one it is part of ("1.2" in 1).
fn is_given(given: &BTreeSet<Target>, (family, number): &Target) -> bool {
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    given.contains(&(*family, number.clone()))
        || (!digits.is_empty() && given.contains(&(*family, digits)))
}

/// A number as it is compared: "02" is "2", "b" is "B".
fn canonical(number: &str) -> String {
    number.trim_start_matches('0').to_uppercase()
}

/// Whether a number is too high for an annex ("GSA Schedule 70").
fn beyond(number: &str) -> bool {
    number.parse().is_ok_and(|number: u32| number > LAST)
}

/// Words for annexes in all languages: what is written, and the word it is compared by.
fn words() -> impl Iterator<Item = (&'static str, &'static str)> {
    GRAMMARS.iter().flat_map(|grammar| grammar.annexes).copied()
}

fn family(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    words().find(|(written, _)| *written == word).map(|(_, family)| family)
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(char::to_uppercase).into_iter().flatten().chain(chars).collect()
}

#[cfg(test)]
mod tests;
