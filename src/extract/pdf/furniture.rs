//! Running headers, footers and page numbers: what belongs to the page, not to the document.
//!
//! Found by repetition at the same height over pages (digits masked), by the shape of page
//! numbers at the very edge, and by the tags of tagged files. A clause heading that happens to
//! open many pages ("Article 5") is left in the text.

use super::device::PageText;
use super::marker;
use super::segment::Segment;
use crate::model::Furniture;
use std::collections::HashMap;

/// Part of the page height at top and bottom in which furniture is looked for.
const ZONE: f32 = 0.14;

/// A line of page furniture.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) kind: Furniture,
    pub(super) text: String,
    y: f32,
}

/// Takes furniture and hidden text out of the pages and gives it back per page.
pub(super) fn take(pages: &mut [PageText]) -> Vec<Vec<Line>> {
    let mut counts: HashMap<(String, bool), Vec<f32>> = HashMap::new();
    for page in pages.iter() {
        let mut seen: Vec<(String, bool)> = Vec::new();
        for segment in &page.segments {
            let Some(zone) = zone(segment, page.height) else { continue };
            let key = (mask(&segment.text), zone == Furniture::Header);
            if !seen.contains(&key) {
                seen.push(key.clone());
                counts.entry(key).or_default().push(segment.y);
            }
        }
    }
    let few = pages.len() < 5;
    pages
        .iter_mut()
        .map(|page| {
            let edges = edges(page);
            let height = page.height;
            let beside: Vec<bool> =
                page.segments.iter().map(|segment| has_neighbour(segment, page)).collect();
            let mut lines = Vec::new();
            let segments = std::mem::take(&mut page.segments);
            for (segment, beside) in segments.into_iter().zip(beside) {
                let zone = zone(&segment, height);
                let repeated = zone.is_some_and(|zone| {
                    let key = (mask(&segment.text), zone == Furniture::Header);
                    let same = |ys: &Vec<f32>| {
                        ys.iter().filter(|y| (*y - segment.y).abs() < 4.0).count()
                    };
                    let needed = if few { 2 } else { 3 };
                    counts.get(&key).map_or(0, same) >= needed && !opens_clause(&segment.text)
                });
                match furniture(&segment, zone, repeated, edges, beside) {
                    Some(kind) => add(&mut lines, kind, &segment),
                    None => page.segments.push(segment),
                }
            }
            lines
        })
        .collect()
}

fn furniture(
    segment: &Segment,
    zone: Option<Furniture>,
    repeated: bool,
    (top, bottom): (f32, f32),
    beside: bool,
) -> Option<Furniture> {
    if segment.style.hidden {
        return Some(Furniture::Hidden);
    }
    let zone = zone?;
    let outermost = segment.y <= top + 2.0 || segment.y >= bottom - 2.0;
    let number = outermost && !beside && marker::is_page_number(&segment.text);
    (repeated || number || segment.style.artifact).then_some(zone)
}

/// Baselines of the first and the last line of a page.
fn edges(page: &PageText) -> (f32, f32) {
    let upright = page.segments.iter().filter(|segment| segment.angle == 0 && !segment.style.hidden);
    upright.fold((f32::MAX, f32::MIN), |(top, bottom), segment| {
        (top.min(segment.y), bottom.max(segment.y))
    })
}

/// Whether other text stands on the same baseline: a number beside it is that of a clause, a row
/// or an entry of a table of contents. A number that says "page" is one anyway.
fn has_neighbour(segment: &Segment, page: &PageText) -> bool {
    marker::is_page_number(&segment.text)
        && segment.text.bytes().all(|byte| byte.is_ascii_alphanumeric() && !byte.is_ascii_uppercase())
        && page.segments.iter().any(|other| {
            (other.y - segment.y).abs() < 3.0
                && other.angle == segment.angle
                && !other.style.hidden
                && (other.x0, other.x1) != (segment.x0, segment.x1)
        })
}

fn zone(segment: &Segment, height: f32) -> Option<Furniture> {
    if segment.angle != 0 {
        None
    } else if segment.y < ZONE * height {
        Some(Furniture::Header)
    } else if segment.y > (1.0 - ZONE) * height {
        Some(Furniture::Footer)
    } else {
        None
    }
}

/// The text with every number as one `#`.
fn mask(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_ascii_digit() {
            masked.push(c);
        } else if !masked.ends_with('#') {
            masked.push('#');
        }
    }
    masked
}

/// Whether a text is only the number of a clause, or a clause word with a number: such lines may
/// open many pages and differ only in digits.
fn opens_clause(text: &str) -> bool {
    if marker::is_page_number(text) {
        return false;
    }
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    let rest = words.count();
    (marker::is_label(text) && !text.bytes().all(|byte| byte.is_ascii_digit()))
        || (marker::is_clause_word(first) && rest == 1)
}

fn add(lines: &mut Vec<Line>, kind: Furniture, segment: &Segment) {
    match lines.last_mut() {
        Some(line) if line.kind == kind && (line.y - segment.y).abs() < 2.0 => {
            line.text.push(' ');
            line.text.push_str(&segment.text);
        }
        _ => lines.push(Line { kind, text: segment.text.clone(), y: segment.y }),
    }
}
