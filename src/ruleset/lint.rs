//! Advice to rule authors: what is allowed, but will be regretted.

use super::compiled::Ruleset;
use crate::model::Language;
use crate::model::Verdict;

/// Languages in which a rule offers wording to paste, where its ruleset judges them.
const WITH_MODEL_CLAUSE: [Language; 2] = [Language::English, Language::Swedish];

/// Shortcomings of the rules of a ruleset, one line each, in order of rule. What needs judging
/// (the model clause itself must be met) is left to `rules test`.
#[must_use]
pub fn lint(ruleset: &Ruleset) -> Vec<String> {
    let mut found = Vec::new();
    for rule in &ruleset.rules {
        let id = &rule.card.id;
        let mut say = |message: &str| found.push(format!("{id}: {message}"));
        let has = |verdict: Verdict| rule.examples.iter().any(|example| example.verdict == verdict);
        if !has(Verdict::Met) {
            say("no example is met; show one clause that satisfies the rule");
        }
        if !has(Verdict::Missing) {
            say("no example is missing; show a near miss that must not be taken for the clause");
        }
        if !has(Verdict::Weak) && !rule.parameters.is_empty() {
            say("no example is weak, though the rule has parameters");
        }
        if !rule.contradicted_by.is_empty() && !has(Verdict::Contradicted) {
            say("no example is contradicted, though the rule has contradicting wordings");
        }
        for code in WITH_MODEL_CLAUSE.iter().map(|language| language.code()) {
            let judged = ruleset.lexicon.matchers.keys().any(|language| language.code() == code);
            if judged && !rule.card.model_clauses.iter().any(|(language, _)| language == code) {
                say(&format!("no model clause in `{code}`"));
            }
        }
        if rule.card.sources.is_empty() {
            say("no source; say which law, standard or practice asks for it");
        }
        if rule.card.title.ends_with('.')
            || rule.card.title.starts_with(char::is_uppercase) && !rule.card.title.starts_with("AI")
        {
            say(
                "the title must read on after “This pack does not ensure …”: small first letter, no full stop",
            );
        }
        for expectation in &rule.expects {
            if expectation.pattern.needs().is_empty() {
                say(
                    "a pattern under `expects` has no concept that must stand in the passage itself",
                );
            }
        }
    }
    found.extend(pointless_tolerances(ruleset));
    found
}

/// Tolerances of concepts that are not vague anyway.
fn pointless_tolerances(ruleset: &Ruleset) -> Vec<String> {
    ruleset
        .rules
        .iter()
        .flat_map(|rule| rule.tolerates.iter().map(move |id| (rule, *id)))
        .filter(|(_, id)| !ruleset.vague.contains(id))
        .map(|(rule, id)| {
            let concept = &ruleset.lexicon.concept(id).id;
            format!(
                "{}: tolerates `{concept}`, which is not among the vague concepts of the ruleset",
                rule.card.id
            )
        })
        .collect()
}
