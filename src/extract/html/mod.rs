//! HTML, by the rules that browsers follow.
//!
//! `scraper` builds the tree; this walks it once, without recursion, and turns what is shown as a
//! block into a block. Scripts, styles and templates are no text; what the page itself hides is
//! kept apart. Style sheets are not evaluated, so text that only they hide is read as shown.

mod depth;
mod elements;
mod reader;

#[cfg(test)]
mod tests;

use super::Builder;
use super::Limits;
use crate::model::Extraction;
use crate::model::Format;
use crate::model::NoteKind;
use reader::Reader;
use scraper::Html;
use scraper::Node;
use scraper::node::Element;

/// Reads a page.
pub(super) fn read(text: &str, limits: &Limits) -> Extraction {
    let mut builder = Builder::new(Format::Html);
    push_html(&mut builder, text, 0, limits);
    builder.finish()
}

/// Pushes the blocks of a page, or of a piece of one. Its tables are numbered from `table`; the
/// next free number is given back.
pub(super) fn push_html(builder: &mut Builder, text: &str, table: u32, limits: &Limits) -> u32 {
    let mut text = text;
    if let Some(end) = depth::end_of_readable(text, limits.depth) {
        let message = "the page is nested too deeply; the rest was not read";
        builder.note(NoteKind::TooDeep, None, message);
        text = &text[..end];
    }
    let page = Html::parse_document(text);
    let mut count = CountCells::default();
    walk(&page, &mut count);
    let mut reader = Reader::new(builder, count.cells, table);
    walk(&page, &mut reader);
    reader.flush();
    reader.numbered
}

/// Something that is shown the nodes of a page in order.
trait Visitor {
    fn open(&mut self, element: &Element);
    fn close(&mut self, element: &Element);
    fn text(&mut self, text: &str);
}

/// Shows the nodes of `page` that may be text to `visitor`.
fn walk(page: &Html, visitor: &mut impl Visitor) {
    let mut node = page.tree.root();
    loop {
        let entered = match node.value() {
            Node::Text(text) => {
                visitor.text(text);
                false
            }
            Node::Element(element) if is_no_text(element.name()) => false,
            Node::Element(element) => {
                visitor.open(element);
                true
            }
            _ => true,
        };
        if entered {
            if let Some(child) = node.first_child() {
                node = child;
                continue;
            }
            leave(node.value(), visitor);
        }
        loop {
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else { return };
            node = parent;
            leave(node.value(), visitor);
        }
    }
}

fn leave(node: &Node, visitor: &mut impl Visitor) {
    if let Node::Element(element) = node {
        visitor.close(element);
    }
}

/// Whether the content of an element is never shown as text.
fn is_no_text(name: &str) -> bool {
    matches!(name, "script" | "style" | "head" | "template" | "noscript" | "iframe" | "object")
}

/// Counts the cells of each table, nested ones not included, in order of the tables.
#[derive(Default)]
struct CountCells {
    cells: Vec<u32>,
    open: Vec<usize>,
}

impl Visitor for CountCells {
    fn open(&mut self, element: &Element) {
        match element.name() {
            "table" => {
                self.open.push(self.cells.len());
                self.cells.push(0);
            }
            "td" | "th" => {
                if let Some(&table) = self.open.last() {
                    self.cells[table] += 1;
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, element: &Element) {
        if element.name() == "table" {
            self.open.pop();
        }
    }

    fn text(&mut self, _text: &str) {}
}
