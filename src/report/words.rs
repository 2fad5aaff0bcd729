//! The words in which verdicts and reasons are told to people. Never "compliant": a tool can say
//! what is written, not whether it suffices in law.

use crate::model::Bearer;
use crate::model::DocumentKind;
use crate::model::Place;
use crate::model::Reason;
use crate::model::Role;
use crate::model::Verdict;

/// A verdict for people.
#[must_use]
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "Found",
        Verdict::Weak => "Found, but weak",
        Verdict::Contradicted => "Contradicted",
        Verdict::Missing => "Not found",
        Verdict::NotApplicable => "Not applicable",
        Verdict::Undetermined => "Could not be assessed",
    }
}

/// What a passage does for a rule, for people.
#[must_use]
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Supports => "says so",
        Role::Weakens => "falls short",
        Role::Contradicts => "says the opposite",
        Role::Triggers => "makes it apply",
        Role::Nearest => "comes nearest",
    }
}

/// One plain sentence for a reason, without a final stop.
#[must_use]
pub fn reason(reason: &Reason) -> String {
    match reason {
        Reason::OnlyRecommended => "it is only recommended (“should”), not required".to_owned(),
        Reason::OnlyPermitted => "it is only allowed (“may”, “can”), not required".to_owned(),
        Reason::Vague(words) => format!("“{words}” leaves open how much is required"),
        Reason::NumberMissing { parameter, instead, comparator, required } => {
            let instead =
                instead.as_ref().map(|words| format!("it says “{words}”; ")).unwrap_or_default();
            let sign = comparator.symbol();
            format!("{instead}no number is given for the {parameter} ({sign} {required} required)")
        }
        Reason::NumberOutside { parameter, found, comparator, required } => {
            format!("the {parameter} is {found}; {} {required} is required", comparator.symbol())
        }
        Reason::WeakWording(wording) | Reason::OppositeWording(wording) => wording.clone(),
        Reason::DutyDenied => "the duty is expressly denied".to_owned(),
        Reason::Forbidden => "it is forbidden here, not required".to_owned(),
        Reason::Obsolete { found, replace_by } if replace_by.is_empty() => {
            format!("“{found}” is obsolete and is allowed here")
        }
        Reason::Obsolete { found, replace_by } => {
            format!("“{found}” is obsolete and is allowed here; ask for {replace_by} instead")
        }
        Reason::NotBinding => "it describes, but binds nobody".to_owned(),
        Reason::OnlySkills => "it asks for skills or experience of staff".to_owned(),
        Reason::RightOfSupplier => {
            "it gives the right to the supplier, not to the customer".to_owned()
        }
        Reason::WrongParty(bearer) => format!("it binds {}, not the supplier", party(*bearer)),
        Reason::OnlyHeading => "it is only a heading".to_owned(),
        Reason::OnlyContents => "it is only an entry in a table of contents".to_owned(),
        Reason::OnlyDefinition => "it only defines a term".to_owned(),
        Reason::OnlyQuestion => "it is a question".to_owned(),
        Reason::OnlyPlaceholder => {
            "it is an instruction to whoever fills in the template".to_owned()
        }
        Reason::Exception(words) => format!("“{words}” leaves a way out"),
        Reason::OnlyBoilerplate => "it is the wording of a form, and no term".to_owned(),
        Reason::Lacks { found, missing } => {
            format!("it speaks of {}, but not of {}", list(found, "and"), list(missing, "or"))
        }
        Reason::NothingFound { searched } => {
            format!("nothing about it was found in the {searched} passages that were searched")
        }
        Reason::NotFullyRead { documents: 1 } => {
            "one document could not be fully read, so its absence is not proven".to_owned()
        }
        Reason::NotFullyRead { documents } => {
            format!("{documents} documents could not be fully read, so its absence is not proven")
        }
        Reason::NotOfKind(kinds) => {
            let kinds: Vec<String> =
                kinds.iter().map(|kind| self::kind(*kind).to_owned()).collect();
            format!("it is not expected in {}", list(&kinds, "or"))
        }
        Reason::NotTriggered(about) => format!("nothing in this pack is about {about}"),
    }
}

/// A kind of document for people, with its article.
#[must_use]
pub fn kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Tender => "a tender",
        DocumentKind::Contract => "a contract",
        DocumentKind::Sla => "a service level agreement",
        DocumentKind::Dpa => "a data processing agreement",
    }
}

/// A kind of document for people, in a word.
#[must_use]
pub fn short_kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Tender => "tender",
        DocumentKind::Contract => "contract",
        DocumentKind::Sla => "SLA",
        DocumentKind::Dpa => "DPA",
    }
}

fn party(bearer: Bearer) -> &'static str {
    match bearer {
        Bearer::Supplier => "the supplier",
        Bearer::Customer => "the customer",
        Bearer::Both => "both parties",
        Bearer::ThirdParty => "a third party",
        Bearer::Unstated => "nobody in particular",
    }
}

fn list(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [init @ .., end] => format!("{} {last} {end}", init.join(", ")),
    }
}

/// Where a passage stands: "contract.docx, page 4, 9.2 Incidents".
#[must_use]
pub fn place(document: &str, place: &Place) -> String {
    let mut words = document.to_owned();
    if let Some(page) = place.page {
        words.push_str(&format!(", page {page}"));
    }
    if let Some(label) = &place.page_label {
        words.push_str(&format!(" (numbered {label})"));
    }
    if place.recognised {
        words.push_str(", read by OCR");
    }
    if !place.clause.is_empty() {
        words.push_str(", ");
        words.push_str(&shorten(&place.clause, 70));
    } else if let Some((table, row)) = place.row {
        words.push_str(&format!(", table {table}, row {row}"));
    }
    words
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

/// A text of a stranger (from a document, or a file name) as it may be shown at a terminal: on one
/// line, with nothing in it that moves the cursor, colours, links, hides or turns words round, and
/// nothing that a system for continuous integration takes for a command. What is dangerous is shown
/// as its number, so that nothing disappears in silence.
#[must_use]
pub fn display_safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut rest = text.chars();
    // A line can be broken at any white space, and what follows can come to stand at its start.
    let mut may_start = true;
    while let Some(c) = rest.next() {
        let after = rest.as_str();
        let command = may_start && c == ':' && after.starts_with(':')
            || c == '#' && (after.starts_with("#[") || after.starts_with("#vso["));
        may_start = c.is_whitespace() || (may_start && (c.is_control() || is_invisible(c)));
        match c {
            '\n' | '\t' | '\r' => safe.push(' '),
            _ if command || c.is_control() || is_invisible(c) => {
                safe.extend(c.escape_unicode());
            }
            _ => safe.push(c),
        }
    }
    safe
}

/// Characters without a shape of their own that change how others are shown.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// A message of several lines, of which each is [`display_safe`].
#[must_use]
pub fn display_safe_lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(display_safe).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::display_safe;
    use super::display_safe_lines;
    use proptest::prelude::proptest;

    #[test]
    fn what_a_terminal_obeys_is_shown_as_its_number() {
        assert_eq!(display_safe("\u{1b}[31mred\u{7}"), "\\u{1b}[31mred\\u{7}");
        assert_eq!(display_safe("a\u{9b}2J"), "a\\u{9b}2J");
        assert_eq!(display_safe("exe\u{202e}txt.pdf"), "exe\\u{202e}txt.pdf");
        assert_eq!(display_safe("one\r\ntwo\tthree"), "one  two three");
        assert_eq!(display_safe("Å “quote” … ≤ 24 h"), "Å “quote” … ≤ 24 h");
    }

    #[test]
    fn nothing_becomes_a_command_of_continuous_integration() {
        assert_eq!(display_safe("::error::x"), "\\u{3a}:error::x");
        assert_eq!(display_safe("a\n::set-env::b"), "a \\u{3a}:set-env::b");
        assert_eq!(display_safe("a\u{a0}::b"), "a\u{a0}\\u{3a}:b");
        assert_eq!(display_safe("std::fs"), "std::fs");
        assert_eq!(display_safe("x##vso[task]"), "x\\u{23}#vso[task]");
        assert_eq!(display_safe("##[group]"), "\\u{23}#[group]");
        assert_eq!(display_safe_lines("one\n::two"), "one\n\\u{3a}:two");
    }

    proptest! {
        #[test]
        fn no_text_commands_a_terminal_however_it_is_wrapped(text in "[\\PC\\x00-\\x1f:# \u{202a}-\u{202e}]{0,60}") {
            let safe = display_safe(&text);
            assert!(!safe.chars().any(|c| c.is_control() || super::is_invisible(c)), "{safe:?}");
            let mut words = safe.split(char::is_whitespace);
            assert!(!words.any(|word| word.starts_with("::")), "{safe:?}");
            assert!(!safe.contains("##["), "{safe:?}");
        }
    }
}
