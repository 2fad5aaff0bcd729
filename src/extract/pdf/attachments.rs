//! Files inside the file: attachments, portfolios, forms in XML. They are named, not read.
//!
//! An attached document is part of what was sent, so that its silence is no proof of absence; an
//! attached picture, invoice record or job file is only mentioned.

use super::super::Builder;
use super::objects;
use crate::model::NoteKind;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::Array;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::object::Object;
use std::collections::BTreeSet;

/// Endings of files that people write text in.
const DOCUMENTS: [&str; 24] = [
    "pdf", "doc", "docx", "docm", "dot", "dotx", "xls", "xlsx", "xlsm", "xlsb", "ods", "odt",
    "rtf", "txt", "md", "htm", "html", "csv", "ppt", "pptx", "zip", "7z", "eml", "msg",
];
/// Names that are told in one note.
const NAMES: usize = 10;

/// Notes the files inside the file.
pub(super) fn note(pdf: &Pdf, catalog: &Dict<'_>, builder: &mut Builder) {
    let portfolio = catalog.contains_key("Collection");
    let (documents, others): (BTreeSet<String>, BTreeSet<String>) =
        names(pdf, catalog).into_iter().partition(|name| portfolio || is_document(name));
    if !documents.is_empty() {
        let message = format!(
            "the PDF carries {}, which {} not read: {}; save {} beside the PDF and check {} too",
            counted(documents.len(), if portfolio { "file" } else { "attached document" }),
            if documents.len() == 1 { "was" } else { "were" },
            listed(&documents),
            if documents.len() == 1 { "it" } else { "them" },
            if documents.len() == 1 { "it" } else { "them" },
        );
        builder.note(NoteKind::AttachmentNotRead, None, message);
    }
    if !others.is_empty() {
        let message = format!(
            "the PDF carries {} that {} no document and {} not read: {}",
            counted(others.len(), "attached file"),
            if others.len() == 1 { "is" } else { "are" },
            if others.len() == 1 { "was" } else { "were" },
            listed(&others),
        );
        builder.note(NoteKind::NotFollowed, None, message);
    }
    let form = catalog.get::<Dict<'_>>("AcroForm");
    let xml = form.as_ref().is_some_and(|form| form.contains_key("XFA"));
    if xml && catalog.get::<bool>("NeedsRendering").unwrap_or(false) {
        let message = "the PDF is a form in XML, whose text only Adobe Reader shows; open it \
                       there and print it to PDF";
        builder.note(NoteKind::UnsupportedFormat, None, message);
    }
}

/// Names of the attached files: those of the document, and those pinned to a page.
fn names(pdf: &Pdf, catalog: &Dict<'_>) -> BTreeSet<String> {
    let xref = pdf.xref();
    let mut names = BTreeSet::new();
    let embedded =
        catalog.get::<Dict<'_>>("Names").and_then(|names| names.get::<Dict<'_>>("EmbeddedFiles"));
    for (key, value) in embedded.map_or_else(Vec::new, |root| objects::tree(root, "Names", xref)) {
        let key = key.into_string().map(|key| objects::text(key.as_bytes()));
        names.extend(value.into_dict().and_then(|file| name(&file)).or(key));
    }
    let pinned = pdf.pages().iter().filter_map(|page| page.raw().get::<Array<'_>>("Annots"));
    let annotations = pinned.flat_map(|array| objects::dicts(&array, xref).collect::<Vec<_>>());
    for annotation in annotations.take(objects::MAX_NODES) {
        if let Some(file) = annotation.get::<Object<'_>>("FS").and_then(Object::into_dict)
            && file.contains_key("EF")
        {
            names.extend(name(&file));
        }
    }
    names
}

/// Name in a file specification, without folders.
fn name(file: &Dict<'_>) -> Option<String> {
    let name = objects::text_of(file, "UF").or_else(|| objects::text_of(file, "F"))?;
    let name = name.rsplit(['/', '\\']).next().unwrap_or(&name).trim();
    Some(name.chars().filter(|c| !c.is_control()).take(80).collect())
}

fn is_document(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_none_or(|ending| DOCUMENTS.contains(&ending.as_str()))
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn listed(names: &BTreeSet<String>) -> String {
    let shown: Vec<String> = names.iter().take(NAMES).map(|name| format!("`{name}`")).collect();
    let more = names.len().saturating_sub(NAMES);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{rest}", shown.join(", "))
}
