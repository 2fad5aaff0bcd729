//! The words in which verdicts and reasons are told to people, in their language. Never "compliant":
//! a tool can say what is written, not whether it suffices in law.
//!
//! Sentences stand in one Fluent file per language beside this one; what rules say of themselves (titles,
//! wordings, parameters, ideas) is translated by the ruleset and handed in. What a language lacks is said
//! in English. Data formats and the messages of the command line stay English.

mod catalogue;
mod safe;

pub use catalogue::Words;
pub use safe::display_safe;
pub use safe::display_safe_lines;
pub(in crate::report) use safe::is_invisible;

use crate::model::DocumentKind;
use crate::model::Place;
use crate::model::Reason;
use crate::model::Role;
use crate::model::Verdict;
use std::sync::LazyLock;

static ENGLISH: LazyLock<Words> = LazyLock::new(Words::english);

/// A verdict in English.
#[must_use]
pub fn verdict(verdict: Verdict) -> String {
    ENGLISH.verdict(verdict)
}

/// What a passage does for a rule, in English.
#[must_use]
pub fn role(role: Role) -> String {
    ENGLISH.role(role)
}

/// One plain English sentence for a reason, without a final stop.
#[must_use]
pub fn reason(reason: &Reason) -> String {
    ENGLISH.reason(reason)
}

/// A kind of document in an English word.
#[must_use]
pub fn short_kind(kind: DocumentKind) -> String {
    ENGLISH.short_kind(kind)
}

/// Where a passage stands, in English: "contract.docx, page 4, 9.2 Incidents".
#[must_use]
pub fn place(document: &str, place: &Place) -> String {
    ENGLISH.place(document, place)
}

/// The beginning of a text, cut at a word, with an ellipsis if something was cut.
#[must_use]
pub fn shorten(text: &str, chars: usize) -> String {
    if text.chars().count() <= chars {
        return text.to_owned();
    }
    let cut: String = text.chars().take(chars).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", cut[..end].trim_end_matches([',', ';', ' ']))
}

/// The text with a capital at its beginning.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(char::to_uppercase).into_iter().flatten().chain(chars).collect()
}

/// A reason as a sentence of its own.
#[must_use]
pub fn sentence(text: &str) -> String {
    format!("{}.", capitalised(text))
}

/// "1 document", "2 documents".
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
