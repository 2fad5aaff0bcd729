//! What people decided: one JSON object a line.
//!
//! `{"doc": "docs/a.txt", "labels": {"<rule id>": {"verdict": "met", "quotes": ["…"], "sure": true}}}`.
//! A verdict is `met`, `weak`, `contradicted`, `missing`, or `present` where people did not grade.
//! Rules without a label are missing for sure. Other fields are ignored. Every broken line is
//! reported with its file and place.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt;

/// A verdict of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GoldVerdict {
    /// Demanded as the rule asks.
    Met,
    /// Demanded, but not enough.
    Weak,
    /// The opposite is said.
    Contradicted,
    /// There, without saying how well.
    Present,
    /// Not there.
    Missing,
}

impl GoldVerdict {
    /// Word used in gold files and in machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Weak => "weak",
            Self::Contradicted => "contradicted",
            Self::Present => "present",
            Self::Missing => "missing",
        }
    }
}

/// What people decided on one rule for one document.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Label {
    /// The verdict.
    pub verdict: GoldVerdict,
    /// Passages that show it.
    #[serde(default)]
    pub quotes: Vec<String>,
    /// False where a careful colleague might decide otherwise.
    #[serde(default = "yes")]
    pub sure: bool,
}

fn yes() -> bool {
    true
}

impl Label {
    /// What stands for a rule without a label.
    #[must_use]
    pub fn unlisted() -> Self {
        Self { verdict: GoldVerdict::Missing, quotes: Vec::new(), sure: true }
    }
}

/// A document with what people decided on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldDocument {
    /// Its path as written, relative to a folder that the gold does not know.
    pub doc: String,
    /// Labels by id of rule.
    pub labels: BTreeMap<String, Label>,
    /// Line in the gold file, counted from 1.
    pub line: usize,
}

/// A gold file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldSet {
    /// Its path as given.
    pub path: String,
    /// In the order of the file.
    pub documents: Vec<GoldDocument>,
}

/// Something wrong with a gold file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub path: String,
    /// Line, counted from 1; 0 if it concerns the whole file.
    pub line: usize,
    /// Column, counted from 1; 0 if it concerns the whole line.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do; may be empty.
    pub help: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  --> {}", self.message, self.path)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        if !self.help.is_empty() {
            write!(f, "\n  help: {}", self.help)?;
        }
        Ok(())
    }
}

#[derive(Deserialize)]
struct Line {
    doc: String,
    labels: BTreeMap<String, Label>,
}

/// Reads the text of a gold file. `rules` are the ids that labels may name.
#[must_use]
pub fn read(path: &str, text: &str, rules: &BTreeSet<&str>) -> (GoldSet, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut documents: Vec<GoldDocument> = Vec::new();
    let mut seen = BTreeMap::new();
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    for (number, line) in lines.map(|(index, line)| (index + 1, line)) {
        let mut say = |column: usize, message: String, help: &str| {
            let (path, help) = (path.to_owned(), help.to_owned());
            problems.push(Problem { path, line: number, column, message, help });
        };
        let Line { doc, labels } = match serde_json::from_str(line) {
            Ok(line) => line,
            Err(error) => {
                let text = error.to_string();
                let what = text.split(" at line ").next().unwrap_or_default();
                say(error.column(), format!("the line is no gold label: {what}"), EXPECTED);
                continue;
            }
        };
        for id in labels.keys().filter(|id| !rules.contains(id.as_str())) {
            say(
                0,
                format!("there is no rule `{id}` in the ruleset"),
                "`clausecheck rules list` lists all; `--ruleset` names another set",
            );
        }
        if let Some(first) = seen.insert(doc.clone(), number) {
            say(0, format!("`{doc}` has labels on line {first} already"), "join the two lines");
        }
        documents.push(GoldDocument { doc, labels, line: number });
    }
    if documents.is_empty() && problems.is_empty() {
        let (path, help) = (path.to_owned(), EXPECTED.to_owned());
        let message = "the file holds no labels".to_owned();
        problems.push(Problem { path, line: 0, column: 0, message, help });
    }
    (GoldSet { path: path.to_owned(), documents }, problems)
}

/// What a line must look like.
const EXPECTED: &str = r#"write one document a line: {"doc": "a.txt", "labels": {"<rule id>": {"verdict": "met|weak|contradicted|missing|present", "quotes": ["…"]}}}"#;

#[cfg(test)]
mod tests {
    use super::GoldVerdict;
    use super::read;
    use std::collections::BTreeSet;

    #[test]
    fn all_problems_are_found_with_their_places() {
        let text = concat!(
            r#"{"doc": "a.txt", "labels": {"r": {"verdict": "met", "params": {}}}, "title": "A"}"#,
            "\n\n",
            r#"{"doc": "b.txt", "labels": {"q": {"verdict": "weak", "sure": false}}}"#,
            "\n",
            r#"{"doc": "c.txt", "labels": {"r": {"verdict": "fine"}}}"#,
            "\n",
            r#"{"doc": "a.txt", "labels": {}}"#,
            "\n{\n",
        );
        let (set, problems) = read("gold.jsonl", text, &BTreeSet::from(["r"]));
        let docs: Vec<&str> = set.documents.iter().map(|document| document.doc.as_str()).collect();
        assert_eq!(docs, ["a.txt", "b.txt", "a.txt"]);
        let label = &set.documents[0].labels["r"];
        assert_eq!((label.verdict, label.sure), (GoldVerdict::Met, true));
        assert!(!set.documents[1].labels["q"].sure);
        let places: Vec<(usize, usize)> =
            problems.iter().map(|problem| (problem.line, problem.column)).collect();
        assert_eq!(places, [(3, 0), (4, 51), (5, 0), (6, 1)]);
        assert!(problems[1].message.contains("unknown variant `fine`"), "{}", problems[1]);
        assert!(problems[2].message.contains("line 1"), "{}", problems[2]);
        assert!(problems[0].to_string().contains("gold.jsonl:3\n"), "{}", problems[0]);
    }

    #[test]
    fn a_file_without_labels_is_a_problem() {
        let (_, problems) = read("gold.jsonl", "\n", &BTreeSet::new());
        assert_eq!(problems.len(), 1);
    }
}
