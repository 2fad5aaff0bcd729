//! Headings of tagged PDF: which marked content of a page stands under H1 … H6 or Title.
//!
//! Only headings are taken from the tags. Lists and tables are often tagged wrongly by the
//! programs that write them, and the layout finds them as well.

use super::objects;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::Array;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::object::Name;
use hayro_interpret::hayro_syntax::object::Object;
use std::collections::HashMap;

/// Elements between marked content and its heading.
const ANCESTORS: usize = 4;
/// Names in a chain of roles.
const ROLES: usize = 8;

/// Heading level by marked-content identifier, for one page.
pub(super) type Levels = HashMap<i32, u8>;

/// Levels of tagged headings, page by page.
pub(super) fn levels(pdf: &Pdf, catalog: &Dict<'_>) -> Vec<Levels> {
    let mut pages = vec![Levels::new(); pdf.pages().len()];
    let Some(root) = catalog.get::<Dict<'_>>("StructTreeRoot") else { return pages };
    let Some(parents) = root.get::<Dict<'_>>("ParentTree") else { return pages };
    let roles = root.get::<Dict<'_>>("RoleMap");
    let mut elements: HashMap<i32, Array<'_>> = objects::tree(parents, "Nums", pdf.xref())
        .into_iter()
        .filter_map(|(key, value)| Some((key.into_i32()?, value.into_array()?)))
        .collect();
    for (page, levels) in pdf.pages().iter().zip(&mut pages) {
        let key = page.raw().get::<i32>("StructParents");
        let Some(array) = key.and_then(|key| elements.remove(&key)) else { continue };
        // Not by `objects::items`: gaps in the array would shift the identifiers.
        for (id, item) in (0..).zip(array.raw_iter().take(objects::MAX_NODES)) {
            let Some(reference) = item.as_obj_ref() else { continue };
            let element = pdf.xref().get::<Object<'_>>(reference.into());
            if let Some(level) = element.and_then(Object::into_dict).and_then(|e| level(e, &roles))
            {
                levels.insert(id, level);
            }
        }
    }
    pages
}

/// Level of the heading that an element is or stands in.
fn level(element: Dict<'_>, roles: &Option<Dict<'_>>) -> Option<u8> {
    std::iter::successors(Some(element), |element| element.get::<Dict<'_>>("P"))
        .take(ANCESTORS)
        .find_map(|element| {
            let own = element.get::<Name<'_>>("S")?;
            let role = |name: &Name<'_>| roles.as_ref()?.get::<Name<'_>>(name);
            std::iter::successors(Some(own), role).take(ROLES).find_map(|name| {
                match &*name as &[u8] {
                    b"Title" | b"H" | b"H1" => Some(1),
                    [b'H', level @ b'2'..=b'6'] => Some(level - b'0'),
                    _ => None,
                }
            })
        })
}
