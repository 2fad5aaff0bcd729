//! Highlights with notes in a PDF document, as an incremental update: the bytes of the original stand
//! unchanged at the beginning of the copy.

use super::Refusal;
use crate::model::Area;
use crate::model::Comment;
use lopdf::Dictionary;
use lopdf::Document;
use lopdf::IncrementalDocument;
use lopdf::Object;
use lopdf::ObjectId;
use lopdf::StringFormat;
use lopdf::dictionary;
use std::collections::BTreeMap;

/// Who is named as the author of the notes.
const AUTHOR: &str = "clausecheck";
/// How many page nodes above a page are asked for what it inherits.
const ABOVE: usize = 32;
/// The size of a page that does not say its own, in points: US Letter, as PDF has it.
const LETTER: [f32; 4] = [0.0, 0.0, 612.0, 792.0];

/// The bytes of a PDF document with a highlight and a note at each comment; those without a place stand
/// at the top of the first page.
///
/// # Errors
/// If notes cannot be added without harm.
pub(super) fn annotate(bytes: &[u8], comments: &[Comment]) -> Result<Vec<u8>, Refusal> {
    let unsafe_file = |error: lopdf::Error| Refusal::Unsafe(error.to_string());
    let document = Document::load_mem(bytes).map_err(unsafe_file)?;
    if document.is_encrypted() || document.encryption_state.is_some() {
        return Err(Refusal::Unsafe("it is encrypted; save a copy without a password".to_owned()));
    }
    if is_signed(&document) {
        return Err(Refusal::Signed);
    }
    let pages = document.get_pages();
    let mut notes: BTreeMap<u32, Vec<Dictionary>> = BTreeMap::new();
    for comment in comments {
        let page = comment.areas.first().map_or(1, |area| area.page);
        let id = pages.get(&page).ok_or_else(|| {
            Refusal::Unsafe(format!("it has no page {page} for those who edit it"))
        })?;
        let frame = Frame::of(&document, *id);
        notes.entry(page).or_default().push(note(comment, page, &frame, *id));
    }
    let mut update = IncrementalDocument::create_from(bytes.to_vec(), document);
    for (page, notes) in notes {
        add(&mut update, pages[&page], notes).map_err(unsafe_file)?;
    }
    let mut copy = Vec::new();
    update.save_to(&mut copy).map_err(|error| Refusal::Unsafe(error.to_string()))?;
    Ok(copy)
}

/// Whether the document holds a signature or a time stamp; only these have a range of bytes to seal.
fn is_signed(document: &Document) -> bool {
    document.objects.values().any(|object| {
        let Ok(dictionary) = object.as_dict() else { return false };
        let is = |key: &[u8], name: &[u8]| {
            dictionary.get(key).and_then(Object::as_name).is_ok_and(|found| found == name)
        };
        is(b"FT", b"Sig") && dictionary.has(b"V") || dictionary.has(b"ByteRange")
    })
}

/// How a page is shown: the part of it that is in sight, and how far it is turned.
struct Frame {
    left: f32,
    bottom: f32,
    right: f32,
    top: f32,
    /// Quarter turns clockwise.
    turns: i64,
}

impl Frame {
    fn of(document: &Document, page: ObjectId) -> Self {
        let media =
            inherited(document, page, b"MediaBox").and_then(|found| numbers(document, found));
        let media = media.unwrap_or(LETTER);
        let crop = inherited(document, page, b"CropBox").and_then(|found| numbers(document, found));
        let crop = crop.unwrap_or(media);
        let turned = inherited(document, page, b"Rotate").and_then(|found| found.as_i64().ok());
        Self {
            left: crop[0].min(crop[2]).max(media[0].min(media[2])),
            bottom: crop[1].min(crop[3]).max(media[1].min(media[3])),
            right: crop[0].max(crop[2]).min(media[0].max(media[2])),
            top: crop[1].max(crop[3]).min(media[1].max(media[3])),
            turns: turned.unwrap_or(0).rem_euclid(360) / 90,
        }
    }

    /// The point of the page that is shown at this distance from the upper left corner.
    fn point(&self, right: f32, down: f32) -> (f32, f32) {
        match self.turns {
            1 => (self.left + down, self.bottom + right),
            2 => (self.right - right, self.bottom + down),
            3 => (self.right - down, self.top - right),
            _ => (self.left + right, self.top - down),
        }
    }
}

/// A value of a page, or of one of the nodes above it.
fn inherited<'d>(document: &'d Document, page: ObjectId, key: &[u8]) -> Option<&'d Object> {
    let mut node = document.get_dictionary(page).ok()?;
    for _ in 0..ABOVE {
        if let Ok(value) = node.get(key) {
            return document.dereference(value).ok().map(|(_, value)| value);
        }
        let parent = node.get(b"Parent").and_then(Object::as_reference).ok()?;
        node = document.get_dictionary(parent).ok()?;
    }
    None
}

fn numbers(document: &Document, object: &Object) -> Option<[f32; 4]> {
    let list = object.as_array().ok()?;
    let number = |object: &Object| {
        document.dereference(object).ok().and_then(|(_, found)| found.as_float().ok())
    };
    let found: Vec<f32> = list.iter().filter_map(number).collect();
    found.try_into().ok()
}

/// The annotation of a comment: a highlight over its lines, or a note at the top of the page.
fn note(comment: &Comment, page: u32, frame: &Frame, id: ObjectId) -> Dictionary {
    let areas: Vec<&Area> = comment.areas.iter().filter(|area| area.page == page).collect();
    let corners: Vec<[(f32, f32); 4]> = areas
        .iter()
        .map(|area| {
            [
                frame.point(area.left, area.top),
                frame.point(area.right, area.top),
                frame.point(area.left, area.bottom),
                frame.point(area.right, area.bottom),
            ]
        })
        .collect();
    let mut note = dictionary! {
        "Type" => "Annot",
        "Subtype" => if corners.is_empty() { "Text" } else { "Highlight" },
        "T" => text(AUTHOR),
        "Contents" => text(&comment.lines.join("\n")),
        "C" => vec![1.into(), 0.86.into(), 0.35.into()],
        // Printed with the page.
        "F" => 4,
        "P" => id,
    };
    let points: Vec<(f32, f32)> = corners.iter().flatten().copied().collect();
    let around = if points.is_empty() {
        vec![frame.point(12.0, 12.0), frame.point(32.0, 32.0)]
    } else {
        points.clone()
    };
    let least = |pick: fn(&(f32, f32)) -> f32| around.iter().map(pick).fold(f32::MAX, f32::min);
    let most = |pick: fn(&(f32, f32)) -> f32| around.iter().map(pick).fold(f32::MIN, f32::max);
    let rectangle = [least(|p| p.0), least(|p| p.1), most(|p| p.0), most(|p| p.1)];
    note.set("Rect", rectangle.map(Object::Real).to_vec());
    if points.is_empty() {
        note.set("Name", "Comment");
    } else {
        let numbers = points.iter().flat_map(|(x, y)| [Object::Real(*x), Object::Real(*y)]);
        note.set("QuadPoints", numbers.collect::<Vec<Object>>());
    }
    note
}

/// A text as PDF holds it: UTF-16 with a byte-order mark.
fn text(words: &str) -> Object {
    let mut bytes = vec![0xfe, 0xff];
    words.encode_utf16().for_each(|unit| bytes.extend(unit.to_be_bytes()));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// Adds notes to those that a page has.
fn add(
    update: &mut IncrementalDocument,
    page: ObjectId,
    notes: Vec<Dictionary>,
) -> Result<(), lopdf::Error> {
    let before = update.get_prev_documents();
    let old = before.get_dictionary(page)?.get(b"Annots").ok();
    let old = old.and_then(|list| before.dereference(list).ok());
    let mut list = old.and_then(|(_, list)| list.as_array().ok().cloned()).unwrap_or_default();
    for note in notes {
        list.push(Object::Reference(update.new_document.add_object(note)));
    }
    update.opt_clone_object_to_new_document(page)?;
    update.new_document.get_object_mut(page)?.as_dict_mut()?.set("Annots", list);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Frame;

    #[test]
    fn points_follow_the_turn_of_the_page() {
        let frame = |turns| Frame { left: 10.0, bottom: 20.0, right: 110.0, top: 220.0, turns };
        // The upper left corner as shown is another corner of the page each time.
        assert_eq!(frame(0).point(0.0, 0.0), (10.0, 220.0));
        assert_eq!(frame(1).point(0.0, 0.0), (10.0, 20.0));
        assert_eq!(frame(2).point(0.0, 0.0), (110.0, 20.0));
        assert_eq!(frame(3).point(0.0, 0.0), (110.0, 220.0));
        assert_eq!(frame(0).point(5.0, 7.0), (15.0, 213.0));
        assert_eq!(frame(1).point(5.0, 7.0), (17.0, 25.0));
    }
}
