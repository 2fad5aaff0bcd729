//! What `calamine` does not tell of an XLSX package: hidden rows and columns, comments on cells,
//! and the text of shapes above the cells.

use super::Sheet;
use crate::extract::package::Package;
use crate::extract::package::Problem;
use crate::extract::xml::Element;
use crate::extract::xml::Space;
use crate::extract::xml::Token;
use crate::extract::xml::XmlReader;
use crate::model::NoteKind;
use std::collections::BTreeMap;

/// Most columns that a sheet has.
pub(super) const COLUMNS: u32 = 16_384;

/// Checks how many strings the package says it has: `calamine` sets as much memory aside, and
/// a false number ends the process.
pub(super) fn check_strings(package: &mut Package<'_>, depth: usize) -> Result<(), Problem> {
    let Some(xml) = package.text("xl/sharedStrings.xml", "the texts") else { return Ok(()) };
    let mut reader = XmlReader::new(&xml, depth);
    let strings = loop {
        match reader.next() {
            Some(Token::Open(element)) => break element,
            Some(_) => {}
            None => return Ok(()),
        }
    };
    let declared = strings.attribute("uniqueCount").and_then(|count| count.parse::<u64>().ok());
    if declared.unwrap_or(0) > xml.len() as u64 {
        let message = "the workbook claims more texts than it holds and was not read; open it in \
                       Excel and save it again";
        return Err((NoteKind::Damaged, message.to_owned()));
    }
    Ok(())
}

/// Part of each sheet, by its name.
pub(super) fn parts(package: &mut Package<'_>, depth: usize) -> BTreeMap<String, String> {
    let mut parts = BTreeMap::new();
    let main = package.main_part_or("xl/workbook.xml");
    let relations = package.relations(&main);
    let Some(xml) = package.text(&main, "the list of sheets") else { return parts };
    let mut reader = XmlReader::new(&xml, depth);
    while let Some(token) = reader.next() {
        let Token::Open(element) = token else { continue };
        if element.name() != "sheet" {
            continue;
        }
        let ids = element.attributes_named("id");
        let relation = relations.iter().find(|relation| ids.contains(&relation.id));
        if let (Some(name), Some(relation)) = (element.attribute("name"), relation) {
            parts.insert(name, relation.target.clone());
        }
    }
    parts
}

/// Adds what belongs to a sheet.
pub(super) fn read(package: &mut Package<'_>, part: &str, sheet: &mut Sheet, depth: usize) {
    if let Some(xml) = package.text(part, "a sheet") {
        read_hidden(&xml, sheet, depth);
    }
    for relation in package.relations(part) {
        match relation.kind.as_str() {
            "comments" => {
                if let Some(xml) = package.text(&relation.target, "the comments") {
                    read_comments(&xml, sheet, depth);
                }
            }
            "drawing" => {
                if let Some(xml) = package.text(&relation.target, "a drawing") {
                    sheet.shapes.extend(paragraphs(&xml, depth));
                }
            }
            _ => {}
        }
    }
}

fn read_hidden(xml: &str, sheet: &mut Sheet, depth: usize) {
    let mut reader = XmlReader::new(xml, depth);
    let mut row = 0;
    while let Some(token) = reader.next() {
        let Token::Open(element) = token else { continue };
        let number = |name| element.attribute(name).and_then(|value| value.parse::<u32>().ok());
        match element.name() {
            "row" => {
                row = number("r").unwrap_or(row + 1).clamp(1, u32::MAX - 1);
                if is_set(&element, "hidden") {
                    sheet.hidden_rows.insert(row - 1);
                }
            }
            "col" if is_set(&element, "hidden") => {
                let first = number("min").unwrap_or(1).max(1) - 1;
                let last = number("max").unwrap_or(1).clamp(1, COLUMNS) - 1;
                sheet.hidden_columns.push((first, last));
            }
            _ => {}
        }
    }
}

fn is_set(element: &Element<'_>, name: &str) -> bool {
    matches!(element.attribute(name).as_deref(), Some("1" | "true" | "on"))
}

fn read_comments(xml: &str, sheet: &mut Sheet, depth: usize) {
    let mut reader = XmlReader::new(xml, depth);
    let mut open: Vec<bool> = Vec::new();
    while let Some(token) = reader.next() {
        match token {
            Token::Open(element) => {
                if element.name() == "comment" {
                    let at = element.attribute("ref").unwrap_or_default();
                    sheet.comments.push((at, String::new()));
                }
                open.push(element.name() == "t");
            }
            Token::Close => {
                open.pop();
            }
            Token::Text(text) => {
                if let (Some(true), Some((_, comment))) = (open.last(), sheet.comments.last_mut()) {
                    comment.push_str(&text);
                }
            }
        }
    }
}

/// Paragraphs of the text in drawings.
fn paragraphs(xml: &str, depth: usize) -> Vec<String> {
    let mut reader = XmlReader::new(xml, depth);
    let mut paragraphs = Vec::new();
    let mut open: Vec<bool> = Vec::new();
    while let Some(token) = reader.next() {
        match token {
            Token::Open(element) => {
                let drawing = element.space == Space::Drawing;
                if drawing && element.name() == "p" {
                    paragraphs.push(String::new());
                }
                open.push(drawing && element.name() == "t");
            }
            Token::Close => {
                open.pop();
            }
            Token::Text(text) => {
                if let (Some(true), Some(paragraph)) = (open.last(), paragraphs.last_mut()) {
                    paragraph.push_str(&text);
                }
            }
        }
    }
    paragraphs
}
