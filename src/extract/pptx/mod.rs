//! Presentations (PPTX): the text of the slides in order, a page each, with speaker notes.
//!
//! Pictures, charts and diagrams are not read. Hidden slides are kept apart and noted.

mod slide;

#[cfg(test)]
mod tests;

use super::Builder;
use super::Limits;
use super::items::push_items;
use super::package::Package;
use super::xml::Token;
use super::xml::Trouble;
use super::xml::XmlReader;
use crate::model::BlockKind;
use crate::model::Extraction;
use crate::model::Format;
use crate::model::Furniture;
use crate::model::NoteKind;

/// Reads a presentation.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Extraction {
    let mut builder = Builder::new(Format::PowerPoint);
    let mut package = match Package::open(bytes, limits) {
        Ok(package) => package,
        Err((kind, message)) => {
            builder.note(kind, None, message);
            return builder.finish();
        }
    };
    let (slides, trouble) = slides(&mut package, limits.depth);
    for (kind, message) in trouble.notes() {
        builder.note(kind, None, message);
    }
    let mut table = 0;
    for part in slides.iter().take(limits.pages) {
        table = read_slide(&mut builder, &mut package, part, table, limits.depth);
    }
    if slides.len() > limits.pages {
        let message = format!("only the first {} slides were read", limits.pages);
        builder.note(NoteKind::TooLarge, None, message);
    }
    for (kind, message) in package.into_problems() {
        builder.note(kind, None, message);
    }
    builder.finish()
}

/// Parts of the slides, in the order in which they are shown, and what is wrong with their list.
fn slides(package: &mut Package<'_>, depth: usize) -> (Vec<String>, Trouble) {
    let main = package.main_part_or("ppt/presentation.xml");
    let relations = package.relations(&main);
    let Some(xml) = package.text(&main, "the list of slides") else {
        return (Vec::new(), Trouble::default());
    };
    let mut reader = XmlReader::new(&xml, depth);
    let mut slides = Vec::new();
    while let Some(token) = reader.next() {
        let Token::Open(element) = token else { continue };
        if element.name() == "sldId" {
            // Both `id` and `r:id` are there, in any order.
            let ids = element.attributes_named("id");
            let relation = relations.iter().find(|relation| ids.contains(&relation.id));
            slides.extend(relation.map(|relation| relation.target.clone()));
        }
    }
    (slides, reader.trouble())
}

/// Pushes one slide; the next free number of a table is given back.
fn read_slide(
    builder: &mut Builder,
    package: &mut Package<'_>,
    part: &str,
    table: u32,
    depth: usize,
) -> u32 {
    builder.begin_page();
    let page = builder.page();
    let Some(xml) = package.text(part, "a slide") else {
        builder.note(NoteKind::Damaged, page, "the slide is missing in the file");
        return table;
    };
    let mut slide = slide::read(&xml, depth);
    for relation in package.relations(part) {
        if relation.kind == "notesSlide"
            && let Some(xml) = package.text(&relation.target, "speaker notes")
        {
            slide.items.extend(slide::read_notes(&xml, depth));
        }
    }
    for (kind, message) in slide.trouble.notes() {
        builder.note(kind, page, message);
    }
    if slide.hidden {
        for item in &slide.items {
            builder.push(BlockKind::Furniture(Furniture::Hidden), None, &item.text);
        }
        let message = "the slide is hidden: its text was kept apart and not judged";
        builder.note(NoteKind::HiddenText, page, message);
        return table;
    }
    push_items(builder, &slide.items, &slide.tables, table)
}
