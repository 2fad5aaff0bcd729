//! A list of requirements as a ruleset: one rule a requirement, which looks for its own words and,
//! where it is one of ours, for everything that the shipped rule looks for.

use crate::model::Force;
use crate::model::Verdict;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// Longest title, in characters.
const MAX_TITLE: usize = 90;
/// How many of its words a rule looks for.
const MAX_WORDS: usize = 4;
/// Fewest letters of a word that is looked for.
const LEAST_LETTERS: usize = 5;
/// Letters at the end of a long word that change with its form.
const ENDING: usize = 2;

/// A requirement, with what is known about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedRow {
    /// Its number; empty if it has none.
    pub id: String,
    /// What it demands.
    pub text: String,
    /// How strongly it binds, where the list says so.
    pub force: Option<Force>,
    /// Code of its language.
    pub language: &'static str,
    /// Where it stands.
    pub place: String,
    /// The shipped rule that it is most like, if any, with the thresholds that it states.
    pub like: Option<(String, BTreeMap<String, String>)>,
    /// What its rule says of it, once that was tried.
    pub verdict: Option<Verdict>,
}

/// A ruleset of requirements, not yet written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Files by path below the folder of the ruleset; the ruleset itself first.
    pub files: Vec<(String, String)>,
    /// For each row the id of its rule; none if its words are too few or too common to look for.
    pub rules: Vec<Option<String>>,
}

/// Makes a ruleset of requirements. `source` is the list that they come from.
#[must_use]
pub fn import(name: &str, source: &str, rows: &[ImportedRow]) -> Imported {
    let common = frequencies(rows);
    let mut ids = BTreeSet::new();
    let mut files = Vec::new();
    let mut rules = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let words = telling(row, &common);
        // A rule that does not find its own requirement would call it lost everywhere.
        let fails = row.verdict.is_some_and(|verdict| !is_found(verdict));
        if fails || words.len() < 2 && row.like.is_none() {
            rules.push(None);
            continue;
        }
        let id = free_id(&row.id, number + 1, &mut ids);
        files.push((format!("rules/imported/{id}.yaml"), rule(&id, row, &words, source)));
        rules.push(Some(id));
    }
    let list: Vec<String> = rules.iter().flatten().cloned().collect();
    let main = format!(
        "name: {}\nversion: '1'\ndescription: {}\nextends: baseline\nrules: [{}]\n",
        quoted(name),
        quoted(&format!("The requirements of {source}")),
        list.join(", ")
    );
    files.insert(0, (format!("{name}.yaml"), main));
    Imported { files, rules }
}

/// Whether a rule takes a requirement for one, be it a weak one.
fn is_found(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Met | Verdict::Weak)
}

/// In how many rows each word stands.
fn frequencies(rows: &[ImportedRow]) -> BTreeMap<String, usize> {
    let mut common = BTreeMap::new();
    for row in rows {
        let words: BTreeSet<String> = words(&row.text).map(str::to_lowercase).collect();
        for word in words {
            *common.entry(word).or_default() += 1;
        }
    }
    common
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty() && word.chars().all(char::is_alphabetic))
}

/// The words that tell most about a requirement, as terms: those in the fewest rows, the longest
/// first, in the order of the text.
fn telling(row: &ImportedRow, common: &BTreeMap<String, usize>) -> Vec<String> {
    let mut candidates: Vec<(usize, usize, usize, String)> = Vec::new();
    let mut seen = BTreeSet::new();
    for (at, word) in words(&row.text).enumerate() {
        let length = word.chars().count();
        let lower = word.to_lowercase();
        if length >= LEAST_LETTERS && seen.insert(lower.clone()) {
            let rows = common.get(&lower).copied().unwrap_or(1);
            candidates.push((rows, usize::MAX - length, at, lower));
        }
    }
    candidates.sort();
    candidates.truncate(MAX_WORDS);
    candidates.sort_by_key(|(_, _, at, _)| *at);
    candidates.into_iter().map(|(_, _, _, word)| term(&word)).collect()
}

/// A word as a term: without the end that changes with its form.
fn term(word: &str) -> String {
    let length = word.chars().count();
    let kept = if length > LEAST_LETTERS + ENDING { length - ENDING } else { length };
    let stem: String = word.chars().take(kept).collect();
    format!("{stem}*")
}

/// An id made of the number of a requirement, which no other has.
fn free_id(number: &str, row: usize, ids: &mut BTreeSet<String>) -> String {
    let mut slug = String::from("req");
    for part in number.split(|c: char| !c.is_ascii_alphanumeric()).filter(|p| !p.is_empty()) {
        slug.push('-');
        slug.push_str(&part.to_lowercase());
    }
    if slug == "req" {
        slug.push_str(&format!("-row-{row}"));
    }
    let mut id = slug.clone();
    let mut copy = 2;
    while !ids.insert(id.clone()) {
        id = format!("{slug}-{copy}");
        copy += 1;
    }
    id
}

fn rule(id: &str, row: &ImportedRow, words: &[String], source: &str) -> String {
    let severity = match row.force {
        Some(Force::Should) => "medium",
        Some(Force::May | Force::Statement) => "low",
        Some(Force::Must) | None => "high",
    };
    let number = if row.id.is_empty() { String::new() } else { format!("{}: ", row.id) };
    let title = format!("{number}{}", shortened(&row.text));
    let mut text = format!(
        "id: {id}\ntitle: {}\nfamily: imported\nseverity: {severity}\nrequirement: {}\nwhy: {}\n\
         sources:\n  - {{ ref: {}, basis: looked-up }}\n",
        quoted(&title),
        quoted(&row.text),
        quoted(&format!("It is one of the requirements in {source}.")),
        quoted(&format!("{source}, {}", row.place)),
    );
    if let Some((like, thresholds)) = &row.like {
        text.push_str(&format!("like: {like}\n"));
        if !thresholds.is_empty() {
            text.push_str("thresholds:\n");
            for (name, limit) in thresholds {
                text.push_str(&format!("  {}: {}\n", quoted(name), quoted(limit)));
            }
        }
    }
    if words.len() >= 2 {
        text.push_str("expects:\n  - match:\n      all:\n");
        for word in words {
            let (shown, term) = (quoted(word.trim_end_matches('*')), quoted(word));
            text.push_str(&format!(
                "        - words: {{ as: {shown}, '{}': [{term}] }}\n",
                row.language
            ));
        }
    }
    let (language, clause) = (row.language, quoted(&row.text));
    let verdict = row.verdict.unwrap_or(Verdict::Met);
    // Only what binds is wording to paste.
    match verdict {
        Verdict::Met => text.push_str(&format!("model_clause:\n  '{language}': {clause}\n")),
        _ => text.push_str("model_clause: {}\n"),
    }
    let verdict = verdict.code();
    text.push_str(&format!(
        "examples:\n  - {{ verdict: {verdict}, lang: '{language}', text: {clause} }}\n"
    ));
    text
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= MAX_TITLE {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MAX_TITLE).collect();
    format!("{} …", cut.rsplit_once(' ').map_or(cut.as_str(), |(begin, _)| begin))
}

/// A text as a double-quoted scalar of YAML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() || matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{85}') => {
                quoted.push_str(&format!("\\u{:04X}", u32::from(c)));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::ImportedRow;
    use super::import;
    use crate::model::Force;
    use crate::ruleset::Rule;
    use crate::ruleset::load;
    use crate::ruleset::load_sources;
    use std::collections::BTreeMap;

    fn row(id: &str, text: &str) -> ImportedRow {
        ImportedRow {
            id: id.to_owned(),
            text: text.to_owned(),
            force: Some(Force::Must),
            language: "en",
            place: "Sheet1!A2".to_owned(),
            like: None,
            verdict: None,
        }
    }

    #[test]
    fn what_is_made_is_a_ruleset_whatever_the_list_says() {
        let baseline = load("baseline").unwrap_or_else(|problems| panic!("{problems}"));
        let notifies = |rule: &&Rule| rule.parameters.iter().any(|p| p.name == "time to notify");
        let notice = baseline.rules.iter().find(notifies).unwrap().card.id.clone();
        let mut hostile =
            row("K \"1\": {x}", "The supplier shall \"polish\" every \\ aquarium: #1\u{7}\nweekly");
        let limits = BTreeMap::from([("time to notify".to_owned(), "12 hours".to_owned())]);
        hostile.like = Some((notice, limits));
        let rows = [
            hostile,
            row("1.2", "Aquariums shall be fenced by divers."),
            row("1.2", "Fish"),
            row("1.2", "Whales shall be counted monthly."),
        ];
        let made = import("ours", "list.xlsx", &rows);
        let ids: Vec<Option<&str>> = made.rules.iter().map(Option::as_deref).collect();
        assert_eq!(ids, [Some("req-k-1-x"), Some("req-1-2"), None, Some("req-1-2-2")]);
        let files = made.files.clone();
        let ruleset =
            load_sources("ours.yaml".to_owned(), &files).unwrap_or_else(|p| panic!("{p}"));
        assert_eq!(ruleset.rules.len(), 3);
        let like = ruleset.rules.iter().find(|rule| rule.card.id == "req-k-1-x").unwrap();
        assert_eq!(like.parameters[0].threshold.to_string(), "12 h");
        assert!(like.expects.len() > 1);
    }
}
