//! What is laid upon a page: values of form fields, typed-in text, reviewers' notes.
//!
//! The interpreter draws annotations that carry their own picture, so that most values are in the
//! text of the page already. Here are those that a viewer shows without such a picture, and the
//! notes that it shows on a click. Signatures and passwords are left out.

use super::device::PageText;
use super::objects;
use crate::model::BlockKind;
use crate::model::Furniture;
use hayro_interpret::hayro_syntax::object::Array;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::object::Name;
use hayro_interpret::hayro_syntax::object::Object;
use hayro_interpret::hayro_syntax::page::Page;
use std::collections::BTreeSet;

const HIDDEN: u32 = 1 << 1;
const NO_VIEW: u32 = 1 << 5;
const PASSWORD: u32 = 1 << 13;
/// Ancestors of a field from which it may inherit.
const ANCESTORS: usize = 32;
/// Longest description of a field that serves as its name.
const NAME: usize = 120;

/// A text that is laid upon a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Annotation {
    pub(super) kind: BlockKind,
    pub(super) text: String,
}

/// Whether viewers draw the form fields themselves, whatever pictures the file has of them.
pub(super) fn are_redrawn(catalog: &Dict<'_>) -> bool {
    let form = catalog.get::<Dict<'_>>("AcroForm");
    form.and_then(|form| form.get::<bool>("NeedAppearances")).unwrap_or(false)
}

/// Texts that are not among those drawn on the page. `redrawn` says that pictures of form fields
/// may be out of date.
pub(super) fn of_page(page: &Page<'_>, drawn: &PageText, redrawn: bool) -> Vec<Annotation> {
    let Some(array) = page.raw().get::<Array<'_>>("Annots") else { return Vec::new() };
    let drawn: String = drawn.segments.iter().map(|segment| squeezed(&segment.text)).collect();
    let mut seen = BTreeSet::new();
    objects::dicts(&array, page.xref())
        .filter_map(|dict| {
            let (mut kind, name, text) = text_of(&dict)?;
            let flags = dict.get::<u32>("F").unwrap_or(0);
            if flags & (HIDDEN | NO_VIEW) != 0 {
                kind = BlockKind::Furniture(Furniture::Hidden);
            } else if kind == BlockKind::Paragraph && !redrawn && dict.contains_key("AP") {
                // The picture may show the value in another form (a date).
                return None;
            }
            let is_drawn = drawn.contains(&squeezed(&text));
            let text = name.map_or_else(|| text.clone(), |name| format!("{name}: {text}"));
            (!is_drawn && seen.insert(text.clone())).then_some(Annotation { kind, text })
        })
        .collect()
}

/// Kind, name and text of an annotation.
fn text_of(dict: &Dict<'_>) -> Option<(BlockKind, Option<String>, String)> {
    let contents = || objects::text_of(dict, "Contents");
    match &*dict.get::<Name<'_>>("Subtype")? {
        b"Widget" => {
            let (name, value) = field(dict)?;
            Some((BlockKind::Paragraph, name, value))
        }
        b"FreeText" => Some((BlockKind::Paragraph, None, contents()?)),
        // Links describe their target, and pop-ups repeat their note.
        b"Link" | b"Popup" | b"Movie" | b"Sound" | b"Screen" => None,
        _ => Some((BlockKind::Furniture(Furniture::Comment), None, contents()?)),
    }
}

/// Name and value of a form field.
fn field(widget: &Dict<'_>) -> Option<(Option<String>, String)> {
    let chain: Vec<Dict<'_>> =
        std::iter::successors(Some(widget.clone()), |field| field.get::<Dict<'_>>("Parent"))
            .take(ANCESTORS)
            .collect();
    let kind = chain.iter().find_map(|field| field.get::<Name<'_>>("FT"))?;
    let flags = chain.iter().find_map(|field| field.get::<u32>("Ff")).unwrap_or(0);
    let value = chain.iter().find_map(|field| field.get::<Object<'_>>("V"))?;
    let text = match &*kind {
        b"Tx" if flags & PASSWORD == 0 => plain(value)?,
        b"Ch" => plain(value)?,
        // The sign of a button that has a picture is drawn.
        b"Btn" if !widget.contains_key("AP") => {
            let state = value.into_name()?;
            if &*state == b"Off" { "☐" } else { "☒" }.to_owned()
        }
        _ => return None,
    };
    let name = chain
        .iter()
        .find_map(|field| objects::text_of(field, "TU"))
        .filter(|name| name.chars().count() <= NAME)
        .or_else(|| chain.iter().find_map(|field| objects::text_of(field, "T")));
    (!text.trim().is_empty()).then_some((name, text))
}

/// Text of a value: a string, a stream or a choice of several.
fn plain(value: Object<'_>) -> Option<String> {
    match value {
        Object::String(string) => Some(objects::text(string.as_bytes())),
        Object::Stream(stream) => Some(objects::text(&stream.decoded().ok()?)),
        Object::Array(array) => {
            let choices: Vec<String> =
                array.iter::<Object<'_>>().take(objects::MAX_NODES).filter_map(single).collect();
            Some(choices.join("; "))
        }
        _ => None,
    }
}

fn single(value: Object<'_>) -> Option<String> {
    value.into_string().map(|string| objects::text(string.as_bytes()))
}

/// Text without white space, to compare what is drawn in pieces.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
