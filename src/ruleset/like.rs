//! What a rule takes from another one that it is like.

use super::schema::BearerName;
use super::schema::ExpectationFile;
use super::schema::ParameterFile;
use super::schema::RuleFile;

/// The rule with what the other one expects, and what weakens and contradicts that. Its own words
/// come first.
pub(super) fn merged(own: &RuleFile, base: &RuleFile) -> RuleFile {
    let mut merged = own.clone();
    merged.expects.extend(base.expects.iter().map(|expectation| as_in(expectation, base)));
    merged.weakened_by.extend(base.weakened_by.clone());
    merged.contradicted_by.extend(base.contradicted_by.clone());
    merged.tolerates.extend(base.tolerates.clone());
    merged.obsolete.extend(base.obsolete.clone());
    merged.parameters.extend(base.parameters.iter().map(|parameter| {
        let threshold = own.thresholds.get(&parameter.name);
        threshold.map_or_else(|| parameter.clone(), |limit| with(parameter, limit))
    }));
    merged.factors.extend(base.factors.clone());
    merged
}

/// An expectation with the form and the bearer that it had in its rule.
fn as_in(expectation: &ExpectationFile, base: &RuleFile) -> ExpectationFile {
    let bearer: BearerName = expectation.bearer.unwrap_or(base.bearer);
    let form = expectation.form.unwrap_or(base.form);
    ExpectationFile { form: Some(form), bearer: Some(bearer), ..expectation.clone() }
}

fn with(parameter: &ParameterFile, limit: &str) -> ParameterFile {
    let other = |old: &Option<String>| old.as_ref().map(|_| limit.to_owned());
    ParameterFile {
        at_most: other(&parameter.at_most),
        at_least: other(&parameter.at_least),
        ..parameter.clone()
    }
}
