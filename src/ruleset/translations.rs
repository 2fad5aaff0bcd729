//! What shipped rules say of themselves, in other languages: a file for each, from the English text to
//! its translation.

use super::compiled::Ruleset;
use super::load;
use super::reference;
use crate::model::Language;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// Translations of titles, wordings, parameters and ideas by the English text; none for English.
#[must_use]
pub fn translations(language: Language) -> BTreeMap<String, String> {
    let path = format!("reference/translations/{}.yaml", language.code());
    let all: BTreeMap<String, String> = load::shipped_reference(&path).unwrap_or_default();
    all.into_iter().filter(|(_, translation)| !translation.is_empty()).collect()
}

/// Every text of a ruleset and of the factors that a report shows in the language of its reader.
#[must_use]
pub fn translatable(ruleset: &Ruleset) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    for rule in &ruleset.rules {
        texts.extend([rule.card.title.clone(), rule.card.requirement.clone()]);
        let wordings = rule.weakened_by.iter().chain(&rule.contradicted_by);
        texts.extend(wordings.map(|wording| wording.wording.clone()));
        texts.extend(rule.expects.iter().filter_map(|expects| expects.falls_short.clone()));
        texts.extend(rule.parameters.iter().map(|parameter| parameter.name.clone()));
        texts.extend(rule.applies_when.iter().map(|applies| applies.about.clone()));
        // Ideas of which a finding can say that they are there or lacking.
        let mut ideas = Vec::new();
        rule.expects.iter().for_each(|expects| expects.pattern.concepts(&mut ideas));
        texts.extend(ideas.iter().map(|id| ruleset.lexicon.concept(*id).name.clone()));
        let instead =
            rule.obsolete.iter().filter_map(|id| ruleset.lexicon.concept(*id).replace_by.clone());
        texts.extend(instead);
    }
    for factor in reference::factors() {
        texts.extend([factor.name, factor.fails]);
    }
    // Words that a rule looks for are quoted as they are.
    texts.retain(|text| !text.is_empty() && !text.starts_with('“'));
    texts
}
