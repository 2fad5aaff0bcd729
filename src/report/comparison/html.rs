//! The comparison as a page for a browser: one file, without network and scripts.

use super::view;
use super::view::Named;
use super::view::Passage;
use super::view::Section;
use super::wording;
use crate::report::html::Page;
use crate::review::Comparison;
use askama::Template;
use std::io;
use std::io::Write;

#[derive(Template)]
#[template(path = "comparison.html", config = ".askama.toml")]
struct ComparisonPage {
    page: Page,
    stamp: String,
    counts: Vec<(&'static str, usize)>,
    unread: Vec<String>,
    sections: Vec<Section>,
    others_title: &'static str,
    others: Vec<Passage>,
    named: Vec<Named>,
}

/// Writes the page.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    let page = ComparisonPage {
        page: Page {
            title: format!("{} → {}", comparison.old.name, comparison.new.name),
            lang: "en",
        },
        stamp: view::stamp(comparison),
        counts: view::counts(comparison),
        unread: view::unread(comparison),
        sections: view::sections(comparison),
        others_title: wording::OTHERS,
        others: view::others(comparison),
        named: view::named(comparison),
    };
    let text = page.render().map_err(io::Error::other)?;
    out.write_all(text.as_bytes())
}
