//! Clause numbers, printed or automatic: what they look like and what they say about order.

use regex::Regex;
use std::sync::LazyLock;

/// Kinds of numbers. Numbers of one series and depth are siblings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Series {
    /// "Schedule 4", "Bilaga 2".
    Annex,
    /// "Article 5", "Section 3", "§ 4".
    Article,
    /// "12", "12.3", "12.3.1".
    Decimal,
    /// "(a)", "b.", "A.".
    Letter,
    /// "(i)", "iv.".
    Roman,
    /// "(1)", "2)".
    Bracketed,
}

impl Series {
    /// Whether it numbers items of a list rather than clauses.
    pub(super) fn is_list(self) -> bool {
        matches!(self, Self::Letter | Self::Roman | Self::Bracketed)
    }
}

/// A number at the beginning of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) series: Series,
    /// Parts of a decimal number; a single value otherwise.
    pub(super) value: Vec<u32>,
    /// As it is cited: "12.3", "(a)", "Schedule 4", "§ 4".
    pub(super) text: String,
    /// Bytes of the block's text that the number takes, white space behind it included. 0 for
    /// automatic numbers.
    pub(super) length: usize,
}

const ANNEX_WORDS: &str = "schedule|annex|appendix|exhibit|attachment|addendum|bilaga|underbilaga|bilag|vedlegg|\
                           anlage|anhang|bijlage|liite|annexe";
const ARTICLE_WORDS: &str =
    "article|section|clause|chapter|part|artikel|kapitel|avsnitt|punkt|paragraf|kap";

static ANNEX: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?i:({ANNEX_WORDS}))\s+([0-9]+[a-zA-Z]?(?:\.[0-9]+)?|[A-Z]|[IVX]+)(?:[\s.:–—-]+|$)"
    ))
});
static ARTICLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"^(?i:({ARTICLE_WORDS}))\.?\s+([0-9]+(?:\.[0-9]+)*|[IVX]+)(?:[\s.:–—-]+|$)"))
});
static PARAGRAPH_SIGN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?:§+\s*([0-9]+(?:\.[0-9]+)*)\s?[a-z]?|([0-9]+)\s*(?:[a-z]\s*)?§)[\s.:]*")
});
static DECIMAL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^([0-9]{1,3}(?:\.[0-9]{1,3}){0,6})([.):]*)(?:\s+|$)"));
static BRACKET: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(\(?)([a-zA-Z]|[ivxlIVXL]{2,6}|[0-9]{1,2})(\)|\.)(?:\s+|$)"));

#[allow(clippy::expect_used, reason = "constant patterns, compiled in every test run")]
fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("internal: a constant pattern compiles")
}

/// The number in an automatic label such as "7.2." or "(a)". Bullets are no numbers.
pub(super) fn of_label(label: &str, previous: Option<&Number>) -> Option<Number> {
    let mut number =
        section(label).or_else(|| decimal(label, true)).or_else(|| bracket(label, previous))?;
    number.length = 0;
    Some(number)
}

/// The number printed at the beginning of a block's text. `heading` says that the block is one,
/// where a bare "4" is a number too; `previous` decides whether "(i)" follows "(h)" or begins a
/// series of Roman numbers.
pub(super) fn of_text(text: &str, heading: bool, previous: Option<&Number>) -> Option<Number> {
    annex(text, heading)
        .or_else(|| section(text))
        .or_else(|| article(text, heading))
        .or_else(|| decimal(text, heading || is_next_title(text, previous)))
        .or_else(|| bracket(text, previous))
}

/// Most words of a title behind a bare number.
const TITLE_WORDS: usize = 8;

/// Whether a text is a bare whole number that comes next and a title: "3 Security requirements"
/// where nothing (text files, recognised scans) says that it is a heading.
fn is_next_title(text: &str, previous: Option<&Number>) -> bool {
    let Some((digits, title)) = text.split_once(' ') else { return false };
    let next = match previous {
        None => 1,
        Some(number) if number.series == Series::Decimal => {
            number.value.first().map_or(1, |value| value.saturating_add(1))
        }
        Some(_) => return false,
    };
    digits.len() <= 2
        && digits.parse() == Ok(next)
        && title.starts_with(char::is_uppercase)
        && title.split(' ').count() <= TITLE_WORDS
        && title.chars().all(|c| c.is_alphabetic() || " ,-–/&()".contains(c))
}

/// "Schedule 4 – Security", but not "Schedule 4 contains the prices."
fn annex(text: &str, heading: bool) -> Option<Number> {
    let found = ANNEX.captures(text)?;
    let length = found.get(0)?.end();
    if !(heading || stands_alone(&text[length..])) {
        return None;
    }
    let text = format!("{} {}", capitalised(&found[1]), &found[2]);
    let value = vec![ordinal(&found[2])];
    Some(Number { series: Series::Annex, value, text, length })
}

fn article(text: &str, heading: bool) -> Option<Number> {
    let found = ARTICLE.captures(text)?;
    let whole = found.get(0)?;
    let stopped = whole.as_str().trim_end().ends_with(['.', ':', '–', '—', '-']);
    if !(heading || stopped || stands_alone(&text[whole.end()..])) {
        return None;
    }
    let value = found[2].split('.').map(ordinal).collect();
    let text = format!("{} {}", capitalised(&found[1]), &found[2]);
    Some(Number { series: Series::Article, value, text, length: whole.end() })
}

fn section(text: &str) -> Option<Number> {
    let found = PARAGRAPH_SIGN.captures(text)?;
    let digits = found.get(1).or_else(|| found.get(2))?.as_str();
    let value = digits.split('.').map(ordinal).collect();
    let length = found.get(0)?.end();
    Some(Number { series: Series::Article, value, text: format!("§ {digits}"), length })
}

fn decimal(text: &str, surely: bool) -> Option<Number> {
    let found = DECIMAL.captures(text)?;
    let (digits, marks) = (&found[1], &found[2]);
    let length = found.get(0)?.end();
    let follows = text[length..].chars().next();
    let begins =
        follows.is_none_or(|c| c.is_uppercase() || matches!(c, '"' | '“' | '”' | '(' | '['));
    let marked = !marks.is_empty() || digits.contains('.');
    if !(surely || (marked && begins)) || digits.starts_with("00") {
        return None;
    }
    if marks == ")" {
        let value = vec![ordinal(digits)];
        return Some(Number {
            series: Series::Bracketed,
            value,
            text: format!("({digits})"),
            length,
        });
    }
    let value = digits.split('.').map(ordinal).collect();
    Some(Number { series: Series::Decimal, value, text: digits.to_owned(), length })
}

fn bracket(text: &str, previous: Option<&Number>) -> Option<Number> {
    let found = BRACKET.captures(text)?;
    let (open, inner, close) = (&found[1], &found[2], &found[3]);
    if !open.is_empty() && close != ")" {
        return None;
    }
    let length = found.get(0)?.end();
    let text = format!("({inner})");
    if inner.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(Number {
            series: Series::Bracketed,
            value: vec![ordinal(inner)],
            text,
            length,
        });
    }
    // A single capital with a full stop is more often an initial than a number.
    if close == "."
        && open.is_empty()
        && inner.chars().all(char::is_uppercase)
        && previous.is_none()
    {
        return None;
    }
    let letter = u32::from(inner.to_ascii_lowercase().as_bytes()[0] - b'a') + 1;
    let follows = previous.is_some_and(|p| p.series == Series::Letter && p.value == [letter - 1]);
    let roman = roman_value(inner);
    if inner.len() == 1 && (follows || roman.is_none() || !matches!(inner, "i" | "I" | "v" | "x")) {
        return Some(Number { series: Series::Letter, value: vec![letter], text, length });
    }
    let value = vec![roman?];
    Some(Number { series: Series::Roman, value, text, length })
}

/// Whether what follows a number is a heading or nothing: short, and no sentence.
fn stands_alone(rest: &str) -> bool {
    let rest = rest.trim();
    rest.is_empty()
        || (rest.len() <= 100
            && rest.starts_with(|c: char| c.is_uppercase() || c == '(' || c == '"' || c == '“')
            && !rest.ends_with(['.', ';', ',']))
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect()
    })
}

/// Value of a decimal, Roman or letter numeral; 0 if it is none.
fn ordinal(text: &str) -> u32 {
    text.parse().ok().or_else(|| roman_value(text)).unwrap_or_else(|| {
        text.bytes()
            .next()
            .filter(u8::is_ascii_alphabetic)
            .map_or(0, |b| u32::from(b.to_ascii_lowercase() - b'a') + 1)
    })
}

fn roman_value(text: &str) -> Option<u32> {
    let mut total = 0;
    let mut largest = 0;
    for digit in text.to_ascii_lowercase().bytes().rev() {
        let value = match digit {
            b'i' => 1,
            b'v' => 5,
            b'x' => 10,
            b'l' => 50,
            _ => return None,
        };
        if value < largest {
            total -= value;
        } else {
            total += value;
            largest = value;
        }
    }
    (total > 0).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::Series;
    use super::of_label;
    use super::of_text;

    fn check(text: &str, expected: Option<(Series, &[u32], &str)>) {
        let found = of_text(text, false, None);
        let got = found.as_ref().map(|n| (n.series, n.value.as_slice(), n.text.as_str()));
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn printed_numbers() {
        check("12.3 The Supplier shall", Some((Series::Decimal, &[12, 3], "12.3")));
        check("4. Security", Some((Series::Decimal, &[4], "4")));
        check("(b) encrypt", Some((Series::Letter, &[2], "(b)")));
        check("ii) encrypt", Some((Series::Roman, &[2], "(ii)")));
        check("§ 7 Ansvar", Some((Series::Article, &[7], "§ 7")));
        check("Bilaga 4 – Säkerhetskrav", Some((Series::Annex, &[4], "Bilaga 4")));
        check("ANNEX II", Some((Series::Annex, &[2], "Annex II")));
        check("Article 5. Audit", Some((Series::Article, &[5], "Article 5")));
    }

    #[test]
    fn numbers_in_sentences_are_left_alone() {
        check("24 hours after detection", None);
        check("1.2 or later of TLS", None);
        check("Schedule 4 contains the prices.", None);
        check("Section 5 applies.", None);
        check("A supplier", None);
    }

    #[test]
    fn bare_numbers_count_before_titles_where_they_come_next() {
        let second = of_text("2.4 The Supplier shall", false, None);
        let third = of_text("3 Security requirements", false, second.as_ref());
        assert_eq!(third.map(|number| number.text), Some("3".to_owned()));
        assert_eq!(of_text("5 Security requirements", false, second.as_ref()), None);
        assert_eq!(of_text("3 Gateways are encrypted.", false, second.as_ref()), None);
        check("1 Scope", Some((Series::Decimal, &[1], "1")));
    }

    #[test]
    fn an_i_after_h_is_a_letter() {
        let h = of_text("(h) last", false, None);
        assert_eq!(of_text("(i) more", false, h.as_ref()).map(|n| n.series), Some(Series::Letter));
        assert_eq!(of_text("(i) more", false, None).map(|n| n.series), Some(Series::Roman));
    }

    #[test]
    fn labels() {
        assert_eq!(of_label("7.2.", None).map(|n| n.text), Some("7.2".to_owned()));
        assert_eq!(of_label("7", None).map(|n| n.text), Some("7".to_owned()));
        assert_eq!(of_label("•", None), None);
    }
}
