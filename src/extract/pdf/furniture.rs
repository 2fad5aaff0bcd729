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
    let mut places: HashMap<(String, bool), Vec<f32>> = HashMap::new();
    for (number, page) in pages.iter().enumerate() {
        let mut seen: Vec<(String, bool)> = Vec::new();
        for segment in &page.segments {
            let Some(zone) = zone(segment, page.height) else { continue };
            for key in keys(&segment.text, number) {
                let key = (key, zone == Furniture::Header);
                if !seen.contains(&key) {
                    seen.push(key.clone());
                    places.entry(key).or_default().push(segment.y);
                }
            }
        }
    }
    let few = pages.len() < 5;
    pages
        .iter_mut()
        .enumerate()
        .map(|(number, page)| {
            let edges = edges(page);
            let height = page.height;
            let beside: Vec<bool> =
                page.segments.iter().map(|segment| has_neighbour(segment, page)).collect();
            let kinds = page.segments.iter().zip(beside).map(|(segment, beside)| {
                let zone = zone(segment, height);
                let needed = if few { 2 } else { 3 };
                let repeated = zone.is_some_and(|zone| {
                    let is_header = zone == Furniture::Header;
                    let near = |ys: &Vec<f32>| {
                        ys.iter().filter(|y| (*y - segment.y).abs() < 4.0).count() >= needed
                    };
                    !opens_clause(&segment.text)
                        && keys(&segment.text, number)
                            .into_iter()
                            .any(|key| places.get(&(key, is_header)).is_some_and(near))
                });
                furniture(segment, zone, repeated, edges, beside)
            });
            let mut kinds: Vec<Option<Furniture>> = kinds.collect();
            keep_outermost(&page.segments, &mut kinds, Furniture::Header);
            keep_outermost(&page.segments, &mut kinds, Furniture::Footer);
            let mut lines = Vec::new();
            let segments = std::mem::take(&mut page.segments);
            for (segment, kind) in segments.into_iter().zip(kinds) {
                match kind {
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

/// Takes back what repeats only inside the text, such as a value in the rows of a long table:
/// between furniture and the edge of the page stands nothing else.
fn keep_outermost(segments: &[Segment], kinds: &mut [Option<Furniture>], side: Furniture) {
    let depth = |segment: &Segment| match side {
        Furniture::Header => segment.y,
        _ => -segment.y,
    };
    let mut order: Vec<usize> = (0..segments.len())
        .filter(|&at| segments[at].angle == 0 && kinds[at] != Some(Furniture::Hidden))
        .collect();
    order.sort_by(|&a, &b| depth(&segments[a]).total_cmp(&depth(&segments[b])));
    let mut inside = false;
    let mut outer: Vec<&[usize]> = Vec::new();
    for row in order.chunk_by(|&a, &b| (segments[a].y - segments[b].y).abs() < 2.0) {
        let found = row.iter().filter(|&&at| kinds[at] == Some(side)).count();
        if found * 2 < row.len() && !inside {
            inside = true;
            take_back_table_head(segments, kinds, &outer, row);
        }
        outer.push(row);
        for &at in row {
            if inside && kinds[at] == Some(side) && !segments[at].style.artifact {
                kinds[at] = None;
            }
        }
    }
}

/// A head of a table that is printed on every page stands close to the rows below it and has
/// several cells; it belongs to the table.
fn take_back_table_head(
    segments: &[Segment],
    kinds: &mut [Option<Furniture>],
    outer: &[&[usize]],
    body: &[usize],
) {
    let mut below = body[0];
    let mut head: Vec<&[usize]> = Vec::new();
    for row in outer.iter().rev() {
        let step = (segments[below].y - segments[row[0]].y).abs();
        if step > 1.9 * segments[row[0]].size {
            break;
        }
        head.push(row);
        below = row[0];
    }
    if head.iter().any(|row| row.len() > 2) {
        for &at in head.into_iter().flatten() {
            kinds[at] = kinds[at].filter(|_| segments[at].style.artifact);
        }
    }
}

/// Baselines of the first and the last line of a page.
fn edges(page: &PageText) -> (f32, f32) {
    let upright =
        page.segments.iter().filter(|segment| segment.angle == 0 && !segment.style.hidden);
    upright.fold((f32::MAX, f32::MIN), |(top, bottom), segment| {
        (top.min(segment.y), bottom.max(segment.y))
    })
}

/// Whether other text stands on the same baseline: a number beside it is that of a clause, a row
/// or an entry of a table of contents. A number that says "page" is one anyway.
fn has_neighbour(segment: &Segment, page: &PageText) -> bool {
    marker::is_page_number(&segment.text)
        && segment.text.len() < 6
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

/// What two running lines must have in common: the text itself, or the text with one of its
/// numbers told as its distance to the number of the page.
fn keys(text: &str, page: usize) -> Vec<String> {
    let mut keys = vec![text.to_owned()];
    let mut rest = 0;
    while let Some(at) = text[rest..].find(|c: char| c.is_ascii_digit()).map(|at| at + rest) {
        let end = text[at..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |end| end + at);
        if let Ok(number) = text[at..end].parse::<i32>()
            && keys.len() < 5
        {
            let distance = i64::from(number) - page as i64;
            keys.push(format!("{}#{distance}{}", &text[..at], &text[end..]));
        }
        rest = end;
    }
    keys
}

/// The text with every number as one `#`.
pub(super) fn mask(text: &str) -> String {
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
