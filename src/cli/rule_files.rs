//! `clausecheck rules docs` and `clausecheck rules new`: files about rules, and files for new ones.

use super::Failure;
use super::args::DocsFormat;
use super::output;
use crate::report::docs;
use crate::report::docs::RuleDoc;
use crate::report::words;
use crate::ruleset;
use crate::ruleset::Rule;
use std::fs;
use std::io;
use std::io::Write;
use std::path::Path;

/// Writes the page of one rule in some format.
type WritePage = fn(&RuleDoc<'_>, &mut dyn Write) -> io::Result<()>;
/// Writes the list of all rules in some format, below a title.
type WriteIndex = fn(&str, &[RuleDoc<'_>], &mut dyn Write) -> io::Result<()>;

/// Writes a page for each rule of a ruleset and one that lists them all.
pub(super) fn write_docs(name: &str, folder: &Path, format: DocsFormat) -> Result<u8, Failure> {
    let ruleset = ruleset::load(name).map_err(Failure::new)?;
    let rules: Vec<RuleDoc<'_>> = ruleset.rules.iter().map(doc).collect();
    fs::create_dir_all(folder)
        .map_err(|error| Failure::new(format!("`{}` cannot be made: {error}", folder.display())))?;
    let title = format!("{} {}", ruleset.stamp.name, ruleset.stamp.version);
    let (ending, page, index): (&str, WritePage, WriteIndex) = match format {
        DocsFormat::Markdown => ("md", docs::markdown_page, docs::markdown_index),
        DocsFormat::Html => ("html", docs::html_page, docs::html_index),
    };
    for rule in &rules {
        let path = folder.join(format!("{}.{ending}", rule.card.id));
        output::deliver(Some(&path), |out| page(rule, out))?;
    }
    let path = folder.join(format!("index.{ending}"));
    output::deliver(Some(&path), |out| index(&title, &rules, out))?;
    let pages = words::count(rules.len(), "page");
    output::tell(&format!("{pages} and an index written to {}", folder.display()));
    Ok(0)
}

fn doc(rule: &Rule) -> RuleDoc<'_> {
    RuleDoc {
        card: &rule.card,
        applies_to: rule.applies_when.as_ref().map(|applies| applies.about.as_str()),
        parameters: rule
            .parameters
            .iter()
            .map(|parameter| {
                let sign = parameter.comparator.symbol();
                (parameter.name.as_str(), format!("{sign} {}", parameter.threshold))
            })
            .collect(),
        weakened_by: weakened_by(rule),
        contradicted_by: rule.contradicted_by.iter().map(|w| w.wording.as_str()).collect(),
        examples: rule
            .examples
            .iter()
            .map(|example| {
                let code = example.language.map_or("", |language| language.code());
                (example.verdict.in_examples(), example.text.as_str(), code)
            })
            .collect(),
    }
}

/// What leaves a clause weak: wordings beside what is asked for, and what alone is too little.
fn weakened_by(rule: &Rule) -> Vec<&str> {
    let wordings = rule.weakened_by.iter().map(|wording| wording.wording.as_str());
    let too_little = rule.expects.iter().filter_map(|expects| expects.falls_short.as_deref());
    wordings.chain(too_little).collect()
}

/// Writes a rule to fill in, as `<family>/<id>.yaml` below `folder`.
pub(super) fn write_new(id: &str, family: &str, folder: &Path) -> Result<u8, Failure> {
    let plain = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(|c| c.is_ascii_lowercase())
            && chars.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    if !plain(id) || !plain(family) {
        return Err(Failure::new(
            "an id and a family are small letters, digits and hyphens, and begin with a letter",
        ));
    }
    let folder = folder.join(family);
    let path = folder.join(format!("{id}.yaml"));
    if path.exists() {
        return Err(Failure::new(format!("`{}` is already there", path.display())));
    }
    fs::create_dir_all(&folder)
        .map_err(|error| Failure::new(format!("`{}` cannot be made: {error}", folder.display())))?;
    let text = include_str!("new-rule.yaml").replace("{id}", id).replace("{family}", family);
    output::deliver(Some(&path), |out| out.write_all(text.as_bytes()))?;
    output::tell(&format!(
        "{} written; fill it in, then: clausecheck rules test --ruleset YOURS {id}",
        path.display()
    ));
    Ok(0)
}

#[cfg(test)]
mod tests {
    use crate::app;
    use crate::ruleset;

    #[test]
    fn a_new_rule_can_be_judged_at_once() {
        let rule = include_str!("new-rule.yaml").replace("{id}", "x-new").replace("{family}", "x");
        let main =
            "name: ours\nversion: '1'\ndescription: ours\nextends: baseline\nrules: [x-new]\n";
        let own =
            [("ours.yaml".to_owned(), main.to_owned()), ("rules/x/x-new.yaml".to_owned(), rule)];
        let ruleset = ruleset::load_sources("ours.yaml".to_owned(), &own).unwrap();
        let results = app::test_rules(&ruleset).unwrap();
        assert!(results.len() >= 4);
        assert!(results.iter().all(|result| result.passed()), "{results:?}");
    }
}
