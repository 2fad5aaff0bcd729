//! Numbers with units in running text: "within twenty-four (24) hours", "99,9 %", "10 MSEK",
//! "TLS 1.2", "256-bit", "annually".

use super::GRAMMARS;
use super::Grammar;
use super::grammar;
use crate::model::Language;
use crate::model::Quantity;
use crate::model::Unit;
use crate::model::UnitKind;
use regex::Captures;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;
use std::sync::OnceLock;

/// A quantity and where it stands in the searched text.
type Found = (Range<usize>, Quantity);

/// Deadlines and rhythms of one language, ready to be found.
struct Times {
    grammar: &'static Grammar,
    /// Number, the same number in brackets, then a group for each unit.
    durations: Regex,
    /// A group for each interval.
    intervals: Regex,
}

/// By the order of [`GRAMMARS`]; made when a language is first met.
static TIMES: [OnceLock<Times>; GRAMMARS.len()] = [const { OnceLock::new() }; GRAMMARS.len()];

static PERCENT: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\b([0-9]{1,3}(?:[.,][0-9]+)?) ?(?:%|per ?cent\b|procent\b|prosent\b|prozent\b|prosentti\w*|pour ?cent\b|pct\b)",
    )
});
static MONEY_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"(€|£|\$|\beur\b|\beuro\b|\bsek\b|\bgbp\b|\busd\b|\bdkk\b|\bnok\b|\bkr\b) ?([0-9][0-9 .,']*[0-9]|[0-9]) ?(millions?|miljon(?:er)?|millioner|millionen|miljoen|miljoonaa|mio\b|mill\b|m\b|thousand|tusen|tusind|tausend|duizend|k\b)?",
    )
});
static MONEY_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\b([0-9][0-9 .,']*[0-9]|[0-9]) ?(millions?(?: d’| d')?|miljon(?:er)?|millioner|millionen|miljoen|miljoonaa?|mio\.?|mill\.?|thousand|tusen|tusind|tausend|duizend|tuhatta|m|t|k)? ?(€|£|euros?|euroa|eur|msek|mkr|tkr|mdkk|mnok|tdkk|tnok|sek|kronor|kroner|kr|pounds|gbp|usd|dollars|dkk|nok|prisbasbelopp)\b",
    )
});
static PROTOCOL: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"\b(?:tls|dtls)(?: version| v)? ?v?([0-9](?:\.[0-9])?)\b"));
static KEY_LENGTH: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"\b(?:aes|camellia) ?([0-9]{3})\b|\b([0-9]{3,4}) ?bit(?:s|ars)?\b"));

#[allow(clippy::expect_used, reason = "constant patterns, compiled in every test run")]
fn compiled(source: &str) -> Regex {
    Regex::new(source).expect("internal: a constant pattern compiles")
}

fn times(grammar: &'static Grammar) -> Times {
    let mut words: Vec<&str> = grammar.numbers.iter().map(|(word, _)| *word).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let words = words.join("|");
    let group = |pattern: &str| format!("({pattern})");
    let units: Vec<String> = grammar.units.iter().map(|(unit, _)| group(unit)).collect();
    let intervals: Vec<String> = grammar.intervals.iter().map(|(name, ..)| group(name)).collect();
    Times {
        grammar,
        durations: compiled(&format!(
            r"\b([0-9]+(?:[.,][0-9]+)?|(?:{words})\b) ?(?:\(([0-9]+|(?:{words}))\))? ?(?:{})\b",
            units.join("|")
        )),
        intervals: compiled(&format!(r"\b(?:{})\b", intervals.join("|"))),
    }
}

/// Quantities of one kind in `folded` text, in order.
#[must_use]
pub fn quantities(
    folded: &str,
    language: Language,
    kind: UnitKind,
) -> Vec<(Range<usize>, Quantity)> {
    let mut found = match kind {
        UnitKind::Duration => durations(folded, language),
        UnitKind::Percent => numbers(&PERCENT, folded, Unit::Percent),
        UnitKind::Money => money(folded, grammar(language).crown),
        UnitKind::Version => numbers(&PROTOCOL, folded, Unit::Version),
        UnitKind::KeyLength => numbers(&KEY_LENGTH, folded, Unit::Bits),
    };
    found.sort_by_key(|(range, _)| (range.start, range.end));
    found
}

/// Reads a threshold as an author writes it: "24 hours", "99.5 %", "TLS 1.2", "256 bits".
#[must_use]
pub fn parse_quantity(text: &str) -> Option<Quantity> {
    let folded = super::fold(text.trim());
    [UnitKind::Duration, UnitKind::Percent, UnitKind::Money, UnitKind::Version, UnitKind::KeyLength]
        .into_iter()
        .find_map(|kind| {
            let found = quantities(&folded, Language::English, kind);
            found
                .into_iter()
                .find(|(range, _)| *range == (0..folded.len()))
                .map(|(_, quantity)| quantity)
        })
}

fn durations(folded: &str, language: Language) -> Vec<Found> {
    let known = GRAMMARS.iter().position(|grammar| grammar.language == language).unwrap_or(0);
    let times = TIMES[known].get_or_init(|| times(GRAMMARS[known]));
    let grammar = times.grammar;
    let mut found: Vec<Found> = times
        .durations
        .captures_iter(folded)
        .filter_map(|captures| {
            let stated = captures.get(2).or_else(|| captures.get(1))?.as_str();
            let value = number(stated).or_else(|| number_word(stated, grammar))?;
            let (_, unit) = grammar.units.get(which(&captures, 3)?)?;
            Some((range(&captures), Quantity { value, unit: *unit }))
        })
        .collect();
    found.extend(times.intervals.captures_iter(folded).filter_map(|captures| {
        let (_, value, unit) = grammar.intervals.get(which(&captures, 1)?)?;
        Some((range(&captures), Quantity { value: *value, unit: *unit }))
    }));
    found
}

/// Which of the groups from `first` on took part.
fn which(captures: &Captures<'_>, first: usize) -> Option<usize> {
    (first..captures.len()).position(|group| captures.get(group).is_some())
}

/// What a folded number word is worth ("twenty four" is 24).
fn number_word(word: &str, grammar: &Grammar) -> Option<f64> {
    grammar.numbers.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

fn numbers(regex: &Regex, folded: &str, unit: Unit) -> Vec<Found> {
    regex
        .captures_iter(folded)
        .filter_map(|captures| {
            let stated = captures.get(1).or_else(|| captures.get(2))?.as_str();
            Some((range(&captures), Quantity { value: number(stated)?, unit }))
        })
        .collect()
}

fn money(folded: &str, crown: Unit) -> Vec<Found> {
    let before = MONEY_BEFORE.captures_iter(folded).filter_map(|captures| {
        let factor = captures.get(3).map_or(1.0, |word| factor(word.as_str()));
        let value = amount(&captures[2])? * factor;
        Some((range(&captures), Quantity { value, unit: currency(&captures[1], crown).0 }))
    });
    let after = MONEY_AFTER.captures_iter(folded).filter_map(|captures| {
        let (unit, scale) = currency(&captures[3], crown);
        let factor = captures.get(2).map_or(1.0, |word| factor(word.as_str()));
        Some((range(&captures), Quantity { value: amount(&captures[1])? * factor * scale, unit }))
    });
    before.chain(after).collect()
}

/// Unit and factor of a currency; `crown` is what "kr" means in the language of the text.
fn currency(word: &str, crown: Unit) -> (Unit, f64) {
    match word {
        "€" | "eur" | "euro" | "euros" | "euroa" => (Unit::Eur, 1.0),
        "£" | "gbp" | "pounds" => (Unit::Gbp, 1.0),
        "$" | "usd" | "dollars" => (Unit::Usd, 1.0),
        "dkk" => (Unit::Dkk, 1.0),
        "mdkk" => (Unit::Dkk, 1e6),
        "tdkk" => (Unit::Dkk, 1e3),
        "nok" => (Unit::Nok, 1.0),
        "mnok" => (Unit::Nok, 1e6),
        "tnok" => (Unit::Nok, 1e3),
        "sek" | "kronor" => (Unit::Sek, 1.0),
        "msek" => (Unit::Sek, 1e6),
        "prisbasbelopp" => (Unit::PriceBaseAmount, 1.0),
        "mkr" => (crown, 1e6),
        "tkr" => (crown, 1e3),
        _ => (crown, 1.0),
    }
}

fn factor(word: &str) -> f64 {
    match word.chars().next() {
        Some('m') => 1e6,
        _ => 1e3,
    }
}

/// An amount with separators: the last comma or stop before one or two digits is the decimal sign.
fn amount(text: &str) -> Option<f64> {
    let decimals = text.rfind([',', '.']).filter(|at| (1..=2).contains(&(text.len() - at - 1)));
    let mut plain = String::new();
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() {
            plain.push(c);
        } else if Some(at) == decimals {
            plain.push('.');
        }
    }
    plain.parse().ok()
}

fn number(text: &str) -> Option<f64> {
    text.replace(',', ".").parse().ok()
}

fn range(captures: &Captures<'_>) -> Range<usize> {
    captures.get(0).map_or(0..0, |whole| whole.range())
}

#[cfg(test)]
mod tests {
    use super::parse_quantity;
    use super::quantities;
    use crate::language::fold;
    use crate::model::Language;
    use crate::model::UnitKind;

    fn check(text: &str, language: Language, kind: UnitKind, expected: &[&str]) {
        let found: Vec<String> =
            quantities(&fold(text), language, kind).iter().map(|(_, q)| q.to_string()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn durations() {
        let en = Language::English;
        check(
            "within twenty-four (24) hours or 5 working days",
            en,
            UnitKind::Duration,
            &["24 h", "5 working days"],
        );
        check("a 24-hour clock; 72 hours", en, UnitKind::Duration, &["24 h", "72 h"]);
        check(
            "tested annually and every quarter",
            en,
            UnitKind::Duration,
            &["1 years", "3 months"],
        );
        let sv = Language::Swedish;
        check(
            "inom tjugofyra (24) timmar, senast 5 arbetsdagar",
            sv,
            UnitKind::Duration,
            &["24 h", "5 working days"],
        );
        check(
            "inom ett dygn och minst en gång per år",
            sv,
            UnitKind::Duration,
            &["1 days", "1 years"],
        );
        // The genitive: "two years' warranty", "a month's notice".
        check(
            "två års garanti, två veckors varsel",
            sv,
            UnitKind::Duration,
            &["2 years", "2 weeks"],
        );
        check("en måneds varsel", Language::Danish, UnitKind::Duration, &["1 months"]);
        check("to års reklamasjonsfrist", Language::Norwegian, UnitKind::Duration, &["2 years"]);
    }

    #[test]
    fn percent_money_versions_keys() {
        let sv = Language::Swedish;
        check("99,9 % respektive 99.5 procent", sv, UnitKind::Percent, &["99.9 %", "99.5 %"]);
        check("10 MSEK eller 5 000 000 kr", sv, UnitKind::Money, &["10000000 SEK", "5000000 SEK"]);
        check(
            "EUR 1,000,000 and € 2.5 million",
            Language::English,
            UnitKind::Money,
            &["1000000 EUR", "2500000 EUR"],
        );
        check("TLS 1.2 or TLSv1.3", Language::English, UnitKind::Version, &["1.2", "1.3"]);
        check(
            "AES-256 or 128-bit keys",
            Language::English,
            UnitKind::KeyLength,
            &["256 bits", "128 bits"],
        );
    }

    #[test]
    fn thresholds() {
        for text in ["24 hours", "99.5 %", "TLS 1.2", "256 bits", "12 months", "EUR 1000000"] {
            assert!(parse_quantity(text).is_some(), "{text}");
        }
        assert!(parse_quantity("soon").is_none());
    }
}
