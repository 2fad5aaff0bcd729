//! What a page break cut in two is joined: sentences, table rows, and the text around the page
//! numbers of an earlier print.

use super::assemble::Item;
use super::furniture;
use super::hyphens::Hyphens;
use super::marker;
use super::paragraphs::Paragraph;
use crate::model::Cell;
use std::collections::BTreeMap;

/// Joins the cells of a table row that a page break cut in two: a cell on the new page goes on
/// with a small letter where the cell above it has not ended.
pub(super) fn join_rows(pages: &mut [Vec<Item>], hyphens: &Hyphens) {
    for next in 1..pages.len() {
        let (before, after) = pages.split_at_mut(next);
        let (Some(page), items) = (before.last_mut(), &mut after[0]) else { continue };
        let Some((above, below)) =
            page.last().and_then(|a| a.cell).zip(items[..].first().and_then(|b| b.cell))
        else {
            continue;
        };
        let follows = above.table == below.table && below.row == above.row + 1;
        let in_row = |item: &Item, cell: Cell| {
            item.cell.is_some_and(|other| other.table == cell.table && other.row == cell.row)
        };
        let cut = items.iter().take_while(|item| in_row(item, below)).count();
        let same_column = |page: &[Item], item: &Item| {
            page.iter().rposition(|a| {
                in_row(a, above) && a.cell.map(|c| c.column) == item.cell.map(|c| c.column)
            })
        };
        let goes_on = |page: &[Item], item: &Item| {
            same_column(page, item).filter(|&at| goes_on(&page[at].paragraph, &item.paragraph))
        };
        // A first cell that does not go on begins a row of its own.
        let begins_row = items[..cut].iter().any(|item| {
            item.cell.is_some_and(|cell| cell.column == 0) && goes_on(page, item).is_none()
        });
        let any_goes_on = items[..cut].iter().any(|item| goes_on(page, item).is_some());
        if !follows || begins_row || !any_goes_on {
            continue;
        }
        let row: Vec<Item> = items.drain(..cut).collect();
        let mut rest = Vec::new();
        for item in row {
            match goes_on(page, &item) {
                Some(at) => page[at].paragraph.append(&item.paragraph, hyphens),
                None => rest.push(item),
            }
        }
        items.splice(0..0, rest);
        for cell in after.iter_mut().flatten().filter_map(|item| item.cell.as_mut()) {
            if cell.table == below.table {
                cell.row -= 1;
            }
        }
    }
}

/// Joins sentences that go on at the top of the next page.
pub(super) fn join_pages(pages: &mut [Vec<Item>], hyphens: &Hyphens, footnotes: &[usize]) {
    for next in 1..pages.len() {
        let (before, after) = pages.split_at_mut(next);
        let Some(page) = before.last_mut() else { continue };
        let end = page.len().saturating_sub(footnotes[next - 1]);
        let body = &mut page[..end];
        let Some(last) = body.iter_mut().rev().find(|item| !item.inner_furniture) else { continue };
        let first = after[0].iter().position(|item| !item.inner_furniture);
        if let Some(first) = first.filter(|&at| continues(last, &after[0][at])) {
            let first = after[0].remove(first);
            last.paragraph.append(&first.paragraph, hyphens);
            last.paragraph.lines += first.paragraph.lines;
        }
    }
}

fn continues(last: &Item, first: &Item) -> bool {
    let (a, b) = (&last.paragraph, &first.paragraph);
    last.cell.is_none() && first.cell.is_none() && goes_on(a, b)
}

/// Whether a paragraph is plainly unfinished and the other one continues it.
fn goes_on(a: &Paragraph, b: &Paragraph) -> bool {
    a.angle == b.angle
        && (a.size - b.size).abs() < 0.12 * a.size
        && !b.item
        && !marker::is_ended(&a.text)
        && b.text.chars().next().is_some_and(char::is_lowercase)
}

/// Sets apart page numbers that stand in the middle of pages: contracts that were printed from a
/// filing carry the numbers, and the repeated lines beside them, of the pages they once had. The
/// sentences that they cut in two are joined.
pub(super) fn set_apart_inner_furniture(pages: &mut [Vec<Item>], hyphens: &Hyphens) {
    let numbers = page_numbers(pages);
    let mut beside: BTreeMap<String, usize> = BTreeMap::new();
    for &(page, at) in &numbers {
        for item in neighbours(&pages[page], at).filter_map(|at| pages[page].get(at)) {
            *beside.entry(furniture::mask(&item.paragraph.text)).or_default() += 1;
        }
    }
    for &(page, at) in &numbers {
        pages[page][at].inner_furniture = true;
        for at in neighbours(&pages[page], at) {
            let item = &mut pages[page][at];
            let times = beside.get(&furniture::mask(&item.paragraph.text));
            item.inner_furniture |= item.cell.is_none()
                && item.paragraph.lines == 1
                && !item.paragraph.item
                && times.is_some_and(|&times| times > 2);
        }
    }
    for page in pages.iter_mut() {
        join_around(page, hyphens);
    }
}

/// Places of the two items before and the two after an item.
fn neighbours(items: &[Item], at: usize) -> impl Iterator<Item = usize> + use<> {
    (at.saturating_sub(2)..items.len().min(at + 3)).filter(move |&other| other != at)
}

/// Places of paragraphs that are page numbers: they say "page", or they count up by one.
fn page_numbers(pages: &[Vec<Item>]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize, Option<u32>, bool)> = Vec::new();
    for (page, items) in pages.iter().enumerate() {
        for (at, item) in items.iter().enumerate() {
            let text = &item.paragraph.text;
            if item.cell.is_none() && item.paragraph.lines == 1 && marker::is_page_number(text) {
                let mut digits = text.split(|c: char| !c.is_ascii_digit());
                let number = digits.find_map(|part| part.parse().ok());
                found.push((page, at, number, text.contains(char::is_alphabetic)));
            }
        }
    }
    let counts_up = |window: &[(usize, usize, Option<u32>, bool)]| {
        let [a, b] = [window[0].2, window[1].2];
        a.zip(b).is_some_and(|(a, b)| b == a + 1 || b == a)
    };
    let mut places = Vec::new();
    for (index, &(page, at, number, says)) in found.iter().enumerate() {
        let from = index.saturating_sub(2);
        let chain =
            found[from..found.len().min(index + 3)].windows(2).filter(|pair| counts_up(pair));
        let crowded = found.iter().filter(|other| other.0 == page).count() > 6;
        let says = says && number.is_some();
        if (says || chain.count() >= 2) && !crowded {
            places.push((page, at));
        }
    }
    places
}

/// Joins what inner furniture cut in two.
fn join_around(items: &mut Vec<Item>, hyphens: &Hyphens) {
    let mut open: Option<usize> = None;
    let mut cut = false;
    let mut index = 0;
    while index < items.len() {
        if items[index].inner_furniture {
            cut = true;
            index += 1;
            continue;
        }
        match open.filter(|&at| cut && continues(&items[at], &items[index])) {
            Some(at) => {
                let rest = items.remove(index);
                items[at].paragraph.append(&rest.paragraph, hyphens);
            }
            None => {
                open = Some(index);
                index += 1;
            }
        }
        cut = false;
    }
}
