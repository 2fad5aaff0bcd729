//! Numbers with units in running text: "within twenty-four (24) hours", "99,9 %", "10 MSEK",
//! "TLS 1.2", "256-bit", "annually".

use super::numbers::number_word;
use crate::model::Language;
use crate::model::Quantity;
use crate::model::Unit;
use crate::model::UnitKind;
use regex::Captures;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A quantity and where it stands in the searched text.
type Found = (Range<usize>, Quantity);

const ENGLISH_WORDS: &str = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|eighteen|\
    twenty one|twenty four|twenty|thirty six|thirty|forty eight|forty five|forty|sixty|seventy two|ninety";
const SWEDISH_WORDS: &str = "en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|fjorton|femton|arton|tjugofyra|\
    tjugoen|tjugo|trettiosex|trettio|fyrtioåtta|fyrtio|sextio|sjuttiotvå|nittio";

const ENGLISH_UNITS: &str = "minutes?|mins?|hours?|hrs?|h|(?:calendar |consecutive )?days?|\
    (?:working|business) days?|weeks?|(?:calendar )?months?|(?:calendar |contract )?years?";
const SWEDISH_UNITS: &str = "minut(?:er)?|min|timm(?:e|ar|ars|en)|tim|h|dygn|(?:kalender)?dag(?:en|ar|ars|arna)?|\
    (?:arbets|var|bank)dag(?:en|ar|ars)?|veck(?:a|or|an)|(?:kalender)?månad(?:er|en|ers)?|år";

static ENGLISH_DURATION: LazyLock<Regex> = LazyLock::new(|| duration(ENGLISH_WORDS, ENGLISH_UNITS));
static SWEDISH_DURATION: LazyLock<Regex> = LazyLock::new(|| duration(SWEDISH_WORDS, SWEDISH_UNITS));

static INTERVAL: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\b(?:(annual(?:ly)?|yearly|once (?:a|per|every) (?:calendar )?year|(?:every|each) year|årlig(?:en|a|t)?|varje år|en gång (?:per|om) (?:året|år))|(half yearly|twice (?:a|per) year|biannual(?:ly)?|halvårsvis|två gånger (?:per|om) (?:året|år))|(quarterly|(?:every|each) quarter|kvartalsvis|varje kvartal)|(monthly|(?:every|each) month|once a month|månatlig(?:en|a)?|månadsvis|varje månad)|(weekly|(?:every|each) week|once a week|veckovis|varje vecka)|(daily|(?:every|each) (?:day|night)|nightly|once a day|daglig(?:en|a)?|varje (?:dag|dygn|natt))|(biennial(?:ly)?|every (?:two|second) years?|vartannat år))\b",
    )
});
static PERCENT: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"\b([0-9]{1,3}(?:[.,][0-9]+)?) ?(?:%|per ?cent\b|procent\b)"));
static MONEY_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"(€|£|\$|\beur\b|\beuro\b|\bsek\b|\bgbp\b|\busd\b|\bdkk\b|\bnok\b) ?([0-9][0-9 .,']*[0-9]|[0-9]) ?(million|miljon(?:er)?|m\b|thousand|k\b)?",
    )
});
static MONEY_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\b([0-9][0-9 .,']*[0-9]|[0-9]) ?(million|miljon(?:er)?|thousand|tusen|m|t|k)? ?(€|£|euros?|eur|msek|mkr|tkr|sek|kronor|kr|pounds|gbp|usd|dollars|dkk|nok|prisbasbelopp)\b",
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

fn duration(words: &str, units: &str) -> Regex {
    compiled(&format!(
        r"\b([0-9]+(?:[.,][0-9]+)?|(?:{words})\b) ?(?:\(([0-9]+|(?:{words}))\))? ?({units})\b"
    ))
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
        UnitKind::Money => money(folded),
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
    let regex = if language == Language::Swedish { &SWEDISH_DURATION } else { &ENGLISH_DURATION };
    let mut found: Vec<Found> = regex
        .captures_iter(folded)
        .filter_map(|captures| {
            let stated = captures.get(2).or_else(|| captures.get(1))?.as_str();
            let value = number(stated).or_else(|| number_word(stated, language))?;
            Some((range(&captures), Quantity { value, unit: duration_unit(&captures[3]) }))
        })
        .collect();
    found.extend(INTERVAL.captures_iter(folded).filter_map(|captures| {
        let which = (1..=7).find(|index| captures.get(*index).is_some())?;
        let (value, unit) = match which {
            1 => (1.0, Unit::Years),
            2 => (6.0, Unit::Months),
            3 => (3.0, Unit::Months),
            4 => (1.0, Unit::Months),
            5 => (1.0, Unit::Weeks),
            6 => (1.0, Unit::Days),
            _ => (2.0, Unit::Years),
        };
        Some((range(&captures), Quantity { value, unit }))
    }));
    found
}

fn duration_unit(word: &str) -> Unit {
    let last = word.rsplit(' ').next().unwrap_or(word);
    if word.starts_with("working") || word.starts_with("business") {
        return Unit::WorkingDays;
    }
    if ["arbetsdag", "vardag", "bankdag"].iter().any(|stem| last.starts_with(stem)) {
        return Unit::WorkingDays;
    }
    match last {
        _ if last.starts_with("min") => Unit::Minutes,
        _ if last.starts_with('h') || last.starts_with("tim") => Unit::Hours,
        _ if last.starts_with("week") || last.starts_with("veck") => Unit::Weeks,
        _ if last.starts_with("month") || last.contains("månad") => Unit::Months,
        _ if last.starts_with("year") || last == "år" => Unit::Years,
        _ => Unit::Days,
    }
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

fn money(folded: &str) -> Vec<Found> {
    let before = MONEY_BEFORE.captures_iter(folded).filter_map(|captures| {
        let factor = captures.get(3).map_or(1.0, |word| factor(word.as_str()));
        let value = amount(&captures[2])? * factor;
        Some((range(&captures), Quantity { value, unit: currency(&captures[1]).0 }))
    });
    let after = MONEY_AFTER.captures_iter(folded).filter_map(|captures| {
        let (unit, scale) = currency(&captures[3]);
        let factor = captures.get(2).map_or(1.0, |word| factor(word.as_str()));
        Some((range(&captures), Quantity { value: amount(&captures[1])? * factor * scale, unit }))
    });
    before.chain(after).collect()
}

fn currency(word: &str) -> (Unit, f64) {
    match word {
        "€" | "eur" | "euro" | "euros" => (Unit::Eur, 1.0),
        "£" | "gbp" | "pounds" => (Unit::Gbp, 1.0),
        "$" | "usd" | "dollars" => (Unit::Usd, 1.0),
        "dkk" => (Unit::Dkk, 1.0),
        "nok" => (Unit::Nok, 1.0),
        "prisbasbelopp" => (Unit::PriceBaseAmount, 1.0),
        "msek" | "mkr" => (Unit::Sek, 1e6),
        "tkr" => (Unit::Sek, 1e3),
        _ => (Unit::Sek, 1.0),
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
