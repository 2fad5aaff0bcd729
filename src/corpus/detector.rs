//! How well each rule recognises its clause, as measured on documents that people judged: read from
//! what `clausecheck evaluate --format json` writes, or from a table.

use super::correction::Detector;
use crate::evaluation::Proportion;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What was measured.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Detectors {
    /// BLAKE3 of the rules with which it was measured; empty if the file does not say.
    pub ruleset: String,
    /// Each rule.
    pub rules: BTreeMap<String, Detector>,
}

#[derive(Deserialize)]
struct EvaluationFile {
    schema: String,
    ruleset: RulesetPart,
    rules: Vec<RulePart>,
}

#[derive(Deserialize)]
struct RulesetPart {
    hash: String,
}

#[derive(Deserialize)]
struct RulePart {
    id: String,
    figures: FiguresPart,
}

#[derive(Deserialize)]
struct FiguresPart {
    headline: CountsPart,
}

#[derive(Deserialize)]
struct CountsPart {
    classes: Vec<ClassPart>,
}

#[derive(Deserialize)]
struct ClassPart {
    class: String,
    recall: SharePart,
}

#[derive(Deserialize)]
struct SharePart {
    hits: usize,
    total: usize,
}

#[derive(Deserialize)]
struct Line {
    rule: String,
    sensitivity_hits: usize,
    positives: usize,
    specificity_hits: usize,
    negatives: usize,
}

/// Reads an evaluation in JSON, or a table with the columns `rule`, `sensitivity_hits`, `positives`,
/// `specificity_hits` and `negatives`.
///
/// # Errors
/// What is wrong with it, and what it should be.
pub fn read(text: &str) -> Result<Detectors, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let detectors =
        if text.trim_start().starts_with('{') { from_evaluation(text) } else { from_table(text) }?;
    let too_many = |of: &Proportion| of.hits > of.total;
    let wrong = detectors
        .rules
        .iter()
        .find(|(_, of)| too_many(&of.sensitivity) || too_many(&of.specificity));
    match wrong {
        Some((rule, _)) => Err(format!("`{rule}` was recognised more often than it was judged")),
        None => Ok(detectors),
    }
}

fn from_evaluation(text: &str) -> Result<Detectors, String> {
    let file: EvaluationFile = serde_json::from_str(text).map_err(|error| {
        format!(
            "{error}\n  help: give what `clausecheck evaluate --format json` writes, or a table"
        )
    })?;
    if file.schema != "clausecheck/evaluation/v1" {
        return Err(format!("the format is `{}` and not clausecheck/evaluation/v1", file.schema));
    }
    let rules = file.rules.into_iter().map(|rule| {
        let classes = rule.figures.headline.classes;
        let recall = |name: &str| {
            let class = classes.iter().find(|class| class.class == name);
            class.map_or(Proportion::default(), |class| Proportion {
                hits: class.recall.hits,
                total: class.recall.total,
            })
        };
        (rule.id, Detector { sensitivity: recall("present"), specificity: recall("missing") })
    });
    Ok(Detectors { ruleset: file.ruleset.hash, rules: rules.collect() })
}

fn from_table(text: &str) -> Result<Detectors, String> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut rules = BTreeMap::new();
    for line in reader.deserialize() {
        let line: Line = line.map_err(|error| {
            format!("{error}\n  help: the columns are rule, sensitivity_hits, positives, specificity_hits, negatives")
        })?;
        let detector = Detector {
            sensitivity: Proportion { hits: line.sensitivity_hits, total: line.positives },
            specificity: Proportion { hits: line.specificity_hits, total: line.negatives },
        };
        if rules.insert(line.rule.clone(), detector).is_some() {
            return Err(format!("`{}` stands there twice", line.rule));
        }
    }
    Ok(Detectors { ruleset: String::new(), rules })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::evaluation::Proportion;

    #[test]
    fn tables_and_their_faults() {
        let head = "rule,sensitivity_hits,positives,specificity_hits,negatives\n";
        let found = read(&format!("{head}a-rule,8,10,18,20\n")).unwrap();
        assert_eq!(found.rules["a-rule"].sensitivity, Proportion { hits: 8, total: 10 });
        assert_eq!(found.rules["a-rule"].specificity, Proportion { hits: 18, total: 20 });
        assert!(read(&format!("{head}a,8,10,18,20\na,8,10,18,20\n")).is_err());
        assert!(read(&format!("{head}a,11,10,18,20\n")).unwrap_err().contains("more often"));
        assert!(read("rule,se\na,0.8\n").unwrap_err().contains("columns are"));
        assert!(read("{\"schema\": \"x\"}").unwrap_err().contains("evaluate"));
    }
}
