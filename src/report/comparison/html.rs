//! The comparison as a page for a browser: one file, without network and scripts.

use super::Telling;
use super::view;
use super::view::Named;
use super::view::Passage;
use super::view::Requirement;
use super::view::Section;
use crate::report::html::Page;
use crate::report::words::Words;
use crate::review::Comparison;
use askama::Template;
use std::io;
use std::io::Write;

#[derive(Template)]
#[template(path = "comparison.html", config = ".askama.toml")]
struct ComparisonPage<'w> {
    words: &'w Words,
    page: Page,
    names: [&'w str; 2],
    requirements: Vec<Requirement>,
    stamp: String,
    counts: Vec<(String, usize)>,
    unread: Vec<String>,
    sections: Vec<Section>,
    others: Vec<Passage>,
    named: Vec<Named>,
}

/// Writes the page.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(comparison: &Comparison, telling: Telling<'_>, out: &mut dyn Write) -> io::Result<()> {
    let words = telling.words;
    let requirements = match telling.by_requirement {
        true => view::requirements(words, comparison),
        false => Vec::new(),
    };
    let page = ComparisonPage {
        words,
        names: [&comparison.old.name, &comparison.new.name],
        requirements,
        page: Page {
            title: format!("{} → {}", comparison.old.name, comparison.new.name),
            lang: words.code(),
        },
        stamp: view::stamp(comparison),
        counts: view::counts(words, comparison),
        unread: view::unread(words, comparison),
        sections: view::sections(words, comparison),
        others: view::others(words, comparison),
        named: view::named(words, comparison),
    };
    let text = page.render().map_err(io::Error::other)?;
    out.write_all(text.as_bytes())
}
