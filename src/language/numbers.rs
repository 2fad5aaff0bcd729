//! Number words, as contracts use them in deadlines and amounts.

use crate::model::Language;

const ENGLISH: &[(&str, f64)] = &[
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("twelve", 12.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("eighteen", 18.0),
    ("twenty", 20.0),
    ("twenty one", 21.0),
    ("twenty four", 24.0),
    ("thirty", 30.0),
    ("thirty six", 36.0),
    ("forty", 40.0),
    ("forty five", 45.0),
    ("forty eight", 48.0),
    ("sixty", 60.0),
    ("seventy two", 72.0),
    ("ninety", 90.0),
    ("hundred and twenty", 120.0),
];

const SWEDISH: &[(&str, f64)] = &[
    ("en", 1.0),
    ("ett", 1.0),
    ("två", 2.0),
    ("tre", 3.0),
    ("fyra", 4.0),
    ("fem", 5.0),
    ("sex", 6.0),
    ("sju", 7.0),
    ("åtta", 8.0),
    ("nio", 9.0),
    ("tio", 10.0),
    ("tolv", 12.0),
    ("fjorton", 14.0),
    ("femton", 15.0),
    ("arton", 18.0),
    ("tjugo", 20.0),
    ("tjugoen", 21.0),
    ("tjugofyra", 24.0),
    ("trettio", 30.0),
    ("trettiosex", 36.0),
    ("fyrtio", 40.0),
    ("fyrtioåtta", 48.0),
    ("sextio", 60.0),
    ("sjuttiotvå", 72.0),
    ("nittio", 90.0),
];

/// What a folded number word is worth ("twenty four" is 24).
#[must_use]
pub(super) fn number_word(word: &str, language: Language) -> Option<f64> {
    let words = match language {
        Language::Swedish => SWEDISH,
        _ => ENGLISH,
    };
    words.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}
