//! The natural languages that blocks and terms are written in.

/// A language that a block of text may be in. `Other` is text in a language for which there is
/// no lexicon, `Unknown` is text too short or too mixed to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[allow(missing_docs, reason = "the names are the languages")]
pub enum Language {
    English,
    Swedish,
    Danish,
    Norwegian,
    German,
    Dutch,
    Finnish,
    French,
    Other,
    #[default]
    Unknown,
}

impl Language {
    /// The languages that clausecheck names, in the order in which they are listed to people.
    pub const NAMED: [Self; 8] = [
        Self::English,
        Self::Swedish,
        Self::Danish,
        Self::Norwegian,
        Self::German,
        Self::Dutch,
        Self::Finnish,
        Self::French,
    ];

    /// ISO 639-1 code (`und` where the language is not known).
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Swedish => "sv",
            Self::Danish => "da",
            Self::Norwegian => "no",
            Self::German => "de",
            Self::Dutch => "nl",
            Self::Finnish => "fi",
            Self::French => "fr",
            Self::Other => "other",
            Self::Unknown => "und",
        }
    }

    /// English name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Swedish => "Swedish",
            Self::Danish => "Danish",
            Self::Norwegian => "Norwegian",
            Self::German => "German",
            Self::Dutch => "Dutch",
            Self::Finnish => "Finnish",
            Self::French => "French",
            Self::Other => "another language",
            Self::Unknown => "an undetermined language",
        }
    }

    /// The language with this ISO 639-1 code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|language| language.code() == code)
    }
}
