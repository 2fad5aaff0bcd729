//! What the shipped rules refer to: laws and standards by the beginnings of their references, and the
//! factors of the study by the rules that answer them.

use super::load;
use crate::model::Factor;
use crate::model::Standard;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StandardsFile {
    standards: Vec<StandardFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StandardFile {
    id: String,
    short: String,
    name: String,
    begins: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FactorsFile {
    factors: Vec<FactorFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FactorFile {
    code: String,
    name: String,
    fails: String,
    shown_by: String,
    primary: Vec<String>,
    supporting: Vec<String>,
}

static STANDARDS: LazyLock<Vec<Standard>> = LazyLock::new(|| {
    let file: Option<StandardsFile> = load::shipped_reference("reference/standards.yaml");
    let standards = file.into_iter().flat_map(|file| file.standards);
    standards
        .map(|StandardFile { id, short, name, begins }| Standard { id, short, name, begins })
        .collect()
});

/// Laws and standards in the order in which they are shown.
#[must_use]
pub fn standards() -> &'static [Standard] {
    &STANDARDS
}

/// The standard that a reference belongs to: the one with the longest fitting beginning.
#[must_use]
pub fn standard_of(reference: &str) -> Option<&'static Standard> {
    let fitting = STANDARDS.iter().filter_map(|standard| {
        let begins = standard.begins.iter().filter(|begin| reference.starts_with(begin.as_str()));
        Some((begins.map(String::len).max()?, standard))
    });
    fitting.max_by_key(|(length, _)| *length).map(|(_, standard)| standard)
}

/// The factors of the study in its order.
#[must_use]
pub fn factors() -> Vec<Factor> {
    let file: Option<FactorsFile> = load::shipped_reference("reference/factors.yaml");
    let factors = file.into_iter().flat_map(|file| file.factors);
    factors
        .map(|file| Factor {
            code: file.code,
            name: file.name,
            fails: file.fails.trim().to_owned(),
            shown_by: file.shown_by.trim().to_owned(),
            primary: file.primary,
            supporting: file.supporting,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::factors;
    use super::standard_of;
    use super::standards;
    use crate::ruleset::builtin_names;
    use crate::ruleset::load;
    use regex::Regex;

    #[test]
    fn the_longest_beginning_names_the_standard() {
        let id = |reference| standard_of(reference).map(|standard| standard.id.as_str());
        assert_eq!(id("NIS2 Art. 21(2)(d)"), Some("nis2"));
        assert_eq!(id("ISO/IEC 27001:2022 A.5.20"), Some("iso27001"));
        assert_eq!(id("ISO/IEC 27036-2"), Some("iso-other"));
        assert_eq!(id("a blog"), None);
    }

    #[test]
    fn references_are_well_formed() {
        let article = Regex::new(r"Art\. ?[0-9]|[Aa]nnex|recital").unwrap();
        let control = Regex::new(r"A\.[5-8]\.[0-9]|cl(ause|\.) ?[0-9]|:20").unwrap();
        let family = Regex::new(r"[A-Z]{2}-[0-9]|overlay").unwrap();
        for rule in load("baseline").unwrap().rules {
            for source in &rule.card.sources {
                let reference = source.reference.as_str();
                assert_eq!(reference, reference.trim(), "{}", rule.card.id);
                let form = match standard_of(reference).map(|standard| standard.id.as_str()) {
                    Some("nis2" | "cra") => &article,
                    Some("iso27001") => &control,
                    Some("sp800-53") => &family,
                    _ => continue,
                };
                assert!(form.is_match(reference), "{}: {reference}", rule.card.id);
            }
        }
    }

    #[test]
    fn every_profile_refers_to_its_standards() {
        let known: Vec<&str> = standards().iter().map(|standard| standard.id.as_str()).collect();
        for name in builtin_names() {
            let ruleset = load(&name).unwrap();
            assert!(!ruleset.rules.is_empty(), "{name}");
            for id in &ruleset.standards {
                assert!(known.contains(&id.as_str()), "{name} names the standard {id}");
                let refers = ruleset.rules.iter().any(|rule| {
                    let mut sources = rule.card.sources.iter();
                    sources
                        .any(|source| standard_of(&source.reference).is_some_and(|s| s.id == *id))
                });
                assert!(refers, "no rule of {name} refers to {id}");
            }
        }
    }

    #[test]
    fn factors_name_rules() {
        let rules = load("baseline").unwrap().rules;
        let known: Vec<&str> = rules.iter().map(|rule| rule.card.id.as_str()).collect();
        let factors = factors();
        assert_eq!(factors.len(), 13, "ten factors and three other inputs");
        for factor in factors {
            for id in factor.primary.iter().chain(&factor.supporting) {
                assert!(known.contains(&id.as_str()), "{} names {id}", factor.code);
            }
        }
    }
}
