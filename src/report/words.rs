//! The words in which verdicts and reasons are told to people. Never "compliant": a tool can say
//! what is written, not whether it suffices in law.

use crate::model::Bearer;
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
        Reason::NotTriggered(about) => format!("nothing in this pack is about {about}"),
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

/// "1 document", "2 documents".
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// The text without control characters, which could move the cursor or colour a terminal.
#[must_use]
pub fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}
