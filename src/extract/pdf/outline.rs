//! Bookmarks: headings that the writer of the file named, with the page they stand on.
//!
//! A line of that page that says the same is a heading, even if it looks like any other. Lines
//! that bookmarks only paraphrase are left alone.

use super::objects;
use super::objects::MAX_NODES;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::Array;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::object::Name;
use hayro_interpret::hayro_syntax::object::Object;
use hayro_interpret::hayro_syntax::object::ObjectIdentifier;
use std::collections::BTreeSet;
use std::collections::HashMap;

/// Deepest level that is told apart.
const LEVELS: u8 = 6;

/// Headings of one page: their letters and digits, and their level.
pub(super) type Headings = HashMap<String, u8>;

/// Bookmarked headings, page by page.
pub(super) fn headings(pdf: &Pdf, catalog: &Dict<'_>) -> Vec<Headings> {
    let mut pages = vec![Headings::new(); pdf.pages().len()];
    let targets = Targets::of(pdf, catalog);
    let first =
        catalog.get::<Dict<'_>>("Outlines").and_then(|outlines| outlines.get::<Dict<'_>>("First"));
    let mut waiting: Vec<(Dict<'_>, u8)> = first.map(|first| (first, 1)).into_iter().collect();
    let mut seen: BTreeSet<ObjectIdentifier> = BTreeSet::new();
    let mut count = 0;
    while let Some((item, level)) = waiting.pop() {
        count += 1;
        if count > MAX_NODES || item.obj_id().is_some_and(|id| !seen.insert(id)) {
            continue;
        }
        let key = objects::text_of(&item, "Title").map(|title| key(&title)).unwrap_or_default();
        if let Some(page) = targets.page(&item)
            && let Some(headings) = pages.get_mut(page)
            && !key.is_empty()
        {
            headings.entry(key).or_insert(level);
        }
        waiting.extend(item.get::<Dict<'_>>("Next").map(|next| (next, level)));
        waiting.extend(item.get::<Dict<'_>>("First").map(|child| (child, (level + 1).min(LEVELS))));
    }
    pages
}

/// Letters and digits of a heading, by which it is recognised.
pub(super) fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Where destinations lead.
struct Targets {
    /// Page index by the number of its object.
    pages: HashMap<ObjectIdentifier, usize>,
    /// Page index by the name of the destination.
    named: HashMap<Vec<u8>, usize>,
}

impl Targets {
    fn of(pdf: &Pdf, catalog: &Dict<'_>) -> Self {
        let ids = pdf.pages().iter().enumerate();
        let pages = ids.filter_map(|(index, page)| Some((page.raw().obj_id()?, index))).collect();
        let mut targets = Self { pages, named: HashMap::new() };
        let mut named = HashMap::new();
        let mut add = |name: &[u8], value: Object<'_>| {
            let array = match value {
                Object::Dict(dict) => dict.get::<Array<'_>>("D"),
                other => other.into_array(),
            };
            if let Some(page) = array.and_then(|array| targets.first(&array)) {
                named.insert(name.to_vec(), page);
            }
        };
        if let Some(dests) = catalog.get::<Dict<'_>>("Dests") {
            for name in dests.keys().take(MAX_NODES) {
                if let Some(value) = dests.get::<Object<'_>>(&name) {
                    add(&name, value);
                }
            }
        }
        let tree =
            catalog.get::<Dict<'_>>("Names").and_then(|names| names.get::<Dict<'_>>("Dests"));
        for (name, value) in
            tree.map_or_else(Vec::new, |root| objects::tree(root, "Names", pdf.xref()))
        {
            if let Some(name) = name.into_string() {
                add(name.as_bytes(), value);
            }
        }
        targets.named = named;
        targets
    }

    /// Page that a bookmark leads to.
    fn page(&self, item: &Dict<'_>) -> Option<usize> {
        let action = || item.get::<Dict<'_>>("A").filter(is_go_to);
        match item.get::<Object<'_>>("Dest").or_else(|| action()?.get::<Object<'_>>("D"))? {
            Object::Array(array) => self.first(&array),
            Object::String(name) => self.named.get(name.as_bytes()).copied(),
            Object::Name(name) => self.named.get(&*name).copied(),
            _ => None,
        }
    }

    /// Page that is the first item of an explicit destination.
    fn first(&self, array: &Array<'_>) -> Option<usize> {
        let first = array.raw_iter().next()?;
        match first.as_obj_ref() {
            Some(reference) => self.pages.get(&reference.into()).copied(),
            None => usize::try_from(array.flex_iter().next::<i32>()?).ok(),
        }
    }
}

fn is_go_to(action: &Dict<'_>) -> bool {
    action.get::<Name<'_>>("S").is_some_and(|kind| &*kind == b"GoTo")
}
