//! The provisions of a document with their anchors, exactly as the rules see them.

use crate::model::Bearer;
use crate::model::Document;
use crate::model::Duty;
use crate::model::Force;
use crate::model::Polarity;
use crate::model::Provision;
use crate::model::ProvisionKind;
use crate::report::words::display_safe;
use std::io;
use std::io::Write;

/// Writes notes, parties and provisions, each with its page, clause and duty.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(document: &Document, duties: &[Duty], out: &mut dyn Write) -> io::Result<()> {
    for note in &document.notes {
        let page = note.page.map(|page| format!("page {page}: ")).unwrap_or_default();
        writeln!(out, "# note {}: {page}{}", note.kind.code(), display_safe(&note.message))?;
    }
    for party in &document.parties {
        writeln!(
            out,
            "# party: {} is called {}",
            display_safe(&party.name),
            display_safe(&party.alias)
        )?;
    }
    let mut page = None;
    let mut clause = None;
    for (provision, duty) in document.provisions.iter().zip(duties) {
        if provision.page != page {
            page = provision.page;
            if let Some(number) = page {
                let page = document.page(Some(number));
                let label = page.and_then(|page| page.label.as_deref());
                let label = label.map(|label| format!(", labelled {}", display_safe(label)));
                writeln!(out, "\n[page {number}{}]", label.unwrap_or_default())?;
            }
        }
        if provision.clause != clause {
            clause = provision.clause;
            writeln!(out, "[{}]", display_safe(&document.path_of(clause).join(" › ")))?;
        }
        writeln!(out, "  {} {}", tag(provision, *duty), display_safe(&text(document, provision)))?;
    }
    Ok(())
}

fn text(document: &Document, provision: &Provision) -> String {
    let mut parts: Vec<String> = provision
        .lead_in
        .iter()
        .map(|span| format!("⟨{}⟩", span.of(&document.text).replace('\n', " ")))
        .collect();
    parts.extend(provision.address.as_ref().map(|address| format!("[{address}]")));
    parts.push(provision.span.of(&document.text).replace('\n', " | "));
    parts.join(" ")
}

/// Kind and duty of a provision in short: `sentence supplier:must`.
fn tag(provision: &Provision, duty: Duty) -> String {
    let kind = match provision.kind {
        ProvisionKind::Sentence => "sentence",
        ProvisionKind::ListItem => "item",
        ProvisionKind::TableRow => "row",
        ProvisionKind::Heading => return "heading ·".to_owned(),
        ProvisionKind::ContentsEntry => return "contents ·".to_owned(),
        ProvisionKind::Definition => return "definition ·".to_owned(),
        ProvisionKind::Question => "question",
        ProvisionKind::Placeholder => "placeholder",
    };
    let bearer = match duty.bearer {
        Bearer::Supplier => "supplier",
        Bearer::Customer => "customer",
        Bearer::Both => "both",
        Bearer::ThirdParty => "third-party",
        Bearer::Unstated => "-",
    };
    let force = match (duty.force, duty.polarity) {
        (Force::Must, Polarity::Affirmed) => "must",
        (Force::Should, Polarity::Affirmed) => "should",
        (Force::May, Polarity::Affirmed) => "may",
        (Force::Statement, Polarity::Affirmed) => "states",
        (_, Polarity::Prohibited) => "must-not",
        (_, Polarity::Denied) => "need-not",
    };
    format!("{kind} {} {bearer}:{force} ·", provision.language.code())
}
