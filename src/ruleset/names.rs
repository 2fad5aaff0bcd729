//! From the names that authors write to the types that the engine uses, word for word.

use super::pattern::QuantityKind;
use super::schema::BasisName;
use super::schema::DocumentKindName;
use super::schema::ExampleVerdict;
use super::schema::ExpectationLevel;
use super::schema::FormName;
use super::schema::OverrideFile;
use super::schema::PolarityName;
use super::schema::RuleFile;
use super::schema::SeverityName;
use crate::model::Basis;
use crate::model::DocumentKind;
use crate::model::Form;
use crate::model::Polarity;
use crate::model::RuleCard;
use crate::model::Severity;
use crate::model::SourceRef;
use crate::model::UnitKind;
use crate::model::Verdict;

pub(super) fn card(source: &RuleFile, overrides: &[&OverrideFile]) -> RuleCard {
    let changed = overrides.iter().find_map(|change| change.severity);
    let title = overrides.iter().find_map(|change| change.title.as_ref());
    RuleCard {
        id: source.id.clone(),
        title: title.unwrap_or(&source.title).clone(),
        family: source.family.clone(),
        severity: severity(changed.unwrap_or(source.severity)),
        requirement: source.requirement.trim().to_owned(),
        why: source.why.trim().to_owned(),
        sources: source
            .sources
            .iter()
            .map(|source| SourceRef {
                reference: source.reference.clone(),
                basis: match source.basis {
                    BasisName::LookedUp => Basis::LookedUp,
                    BasisName::Knowledge => Basis::Knowledge,
                    BasisName::Uncertain => Basis::Uncertain,
                },
            })
            .collect(),
        model_clauses: model_clauses(source, overrides),
        factors: source.factors.clone(),
    }
}

/// Wording to paste by language code; that of the first ruleset in the chain that has any.
fn model_clauses(source: &RuleFile, overrides: &[&OverrideFile]) -> Vec<(String, String)> {
    let mut clauses = source.model_clause.clone();
    for change in overrides.iter().rev() {
        clauses.extend(change.model_clause.clone());
    }
    clauses.into_iter().map(|(code, text)| (code, text.trim().to_owned())).collect()
}

/// The kinds of documents that need not hold the clause.
pub(super) fn not_in(source: &RuleFile) -> Vec<DocumentKind> {
    let kinds = source.document_kinds.iter();
    kinds
        .filter(|(_, level)| **level == ExpectationLevel::Na)
        .map(|(name, _)| kind(*name))
        .collect()
}

fn kind(name: DocumentKindName) -> DocumentKind {
    match name {
        DocumentKindName::Tender => DocumentKind::Tender,
        DocumentKindName::Contract => DocumentKind::Contract,
        DocumentKindName::Sla => DocumentKind::Sla,
        DocumentKindName::Dpa => DocumentKind::Dpa,
    }
}

pub(super) fn severity(name: SeverityName) -> Severity {
    match name {
        SeverityName::Low => Severity::Low,
        SeverityName::Medium => Severity::Medium,
        SeverityName::High => Severity::High,
        SeverityName::Critical => Severity::Critical,
    }
}

pub(super) fn form(name: FormName) -> Form {
    match name {
        FormName::Obligation => Form::Obligation,
        FormName::Right => Form::Right,
        FormName::Statement => Form::Statement,
    }
}

pub(super) fn polarity(name: PolarityName) -> Option<Polarity> {
    match name {
        PolarityName::Affirmed => Some(Polarity::Affirmed),
        PolarityName::Prohibited => Some(Polarity::Prohibited),
        PolarityName::Denied => Some(Polarity::Denied),
        PolarityName::Any => None,
    }
}

pub(super) fn verdict(name: ExampleVerdict) -> Verdict {
    match name {
        ExampleVerdict::Met => Verdict::Met,
        ExampleVerdict::Weak => Verdict::Weak,
        ExampleVerdict::Contradicted => Verdict::Contradicted,
        ExampleVerdict::Missing => Verdict::Missing,
    }
}

pub(super) fn unit_kind(kind: QuantityKind) -> UnitKind {
    match kind {
        QuantityKind::Duration => UnitKind::Duration,
        QuantityKind::Percent => UnitKind::Percent,
        QuantityKind::Money => UnitKind::Money,
        QuantityKind::Version => UnitKind::Version,
        QuantityKind::KeyLength => UnitKind::KeyLength,
    }
}
