//! Numbers of lists and clauses as they are shown: 4, iv, d.
//!
//! Shared by the formats that number automatically and store only how (DOCX, HTML). Which number
//! an item has is left to the readers.

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Numeral {
    #[default]
    Decimal,
    /// 01, 02 … 10.
    DecimalZero,
    LowerLetter,
    UpperLetter,
    LowerRoman,
    UpperRoman,
    /// 1st, 2nd.
    Ordinal,
    /// Not shown.
    None,
}

impl Numeral {
    /// `number` as text. Numbers that a numeral cannot express are written in digits.
    pub(super) fn format(self, number: i64) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::DecimalZero => format!("{number:02}"),
            Self::LowerLetter => letters(number),
            Self::UpperLetter => letters(number).to_uppercase(),
            Self::LowerRoman => roman(number),
            Self::UpperRoman => roman(number).to_uppercase(),
            Self::Ordinal => format!("{number}{}", ordinal_ending(number)),
            Self::None => String::new(),
        }
    }
}

/// a … z, aa, bb … as Word counts.
fn letters(number: i64) -> String {
    let Some(index) = usize::try_from(number).ok().and_then(|n| n.checked_sub(1)) else {
        return number.to_string();
    };
    match ('a'..='z').nth(index % 26) {
        Some(letter) if index < 26 * 30 => letter.to_string().repeat(index / 26 + 1),
        _ => number.to_string(),
    }
}

fn roman(number: i64) -> String {
    const NUMERALS: [(i64, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..5000).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut out = String::new();
    for (value, numeral) in NUMERALS {
        while rest >= value {
            out.push_str(numeral);
            rest -= value;
        }
    }
    out
}

fn ordinal_ending(number: i64) -> &'static str {
    match (number % 10, number % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::Numeral;

    #[test]
    fn numerals() {
        assert_eq!(Numeral::LowerLetter.format(2), "b");
        assert_eq!(Numeral::UpperLetter.format(28), "BB");
        assert_eq!(Numeral::LowerLetter.format(0), "0");
        assert_eq!(Numeral::LowerRoman.format(1994), "mcmxciv");
        assert_eq!(Numeral::UpperRoman.format(-4), "-4");
        assert_eq!(Numeral::Ordinal.format(12), "12th");
        assert_eq!(Numeral::DecimalZero.format(7), "07");
    }
}
