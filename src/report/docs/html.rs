//! Pages about rules for a browser.

use super::RuleDoc;
use crate::report::html::Page;
use crate::report::words;
use askama::Template;
use std::io;
use std::io::Write;

#[derive(Template)]
#[template(path = "rule.html", config = ".askama.toml")]
struct RulePage<'r> {
    page: Page,
    rule: &'r RuleDoc<'r>,
    examples: Vec<(String, &'r str, &'r str)>,
}

#[derive(Template)]
#[template(path = "rules.html", config = ".askama.toml")]
struct IndexPage<'r> {
    page: Page,
    families: Vec<(String, Vec<&'r RuleDoc<'r>>)>,
}

/// Writes the page of one rule.
///
/// # Errors
/// If `out` cannot be written to.
pub fn page(rule: &RuleDoc<'_>, out: &mut dyn Write) -> io::Result<()> {
    let examples = rule.examples.iter();
    let page = RulePage {
        page: Page { title: words::capitalised(&rule.card.title), lang: "en" },
        rule,
        examples: examples.map(|(v, text, code)| (words::verdict(*v), *text, *code)).collect(),
    };
    out.write_all(page.render().map_err(io::Error::other)?.as_bytes())
}

/// Writes the list of all rules of a ruleset, family by family.
///
/// # Errors
/// If `out` cannot be written to.
pub fn index(title: &str, rules: &[RuleDoc<'_>], out: &mut dyn Write) -> io::Result<()> {
    let mut families: Vec<(String, Vec<&RuleDoc<'_>>)> = Vec::new();
    for rule in rules {
        let family = words::capitalised(&rule.card.family);
        match families.last_mut().filter(|(name, _)| *name == family) {
            Some((_, list)) => list.push(rule),
            None => families.push((family, vec![rule])),
        }
    }
    let page = IndexPage { page: Page { title: title.to_owned(), lang: "en" }, families };
    out.write_all(page.render().map_err(io::Error::other)?.as_bytes())
}
