//! Findings for tests.

use crate::model::Bearer;
use crate::model::Disposition;
use crate::model::DocumentEntry;
use crate::model::Duty;
use crate::model::Evidence;
use crate::model::Finding;
use crate::model::Force;
use crate::model::Language;
use crate::model::Place;
use crate::model::Polarity;
use crate::model::ProvisionKind;
use crate::model::ReadPassage;
use crate::model::ReadStatus;
use crate::model::Role;
use crate::model::RuleCard;
use crate::model::Severity;
use crate::model::Span;
use crate::model::Verdict;

/// A finding of a high rule that rests on nothing.
pub(crate) fn finding(id: &str, verdict: Verdict) -> Finding {
    let rule = RuleCard {
        id: id.to_owned(),
        title: String::new(),
        family: String::new(),
        severity: Severity::High,
        requirement: String::new(),
        why: String::new(),
        sources: Vec::new(),
        model_clauses: Vec::new(),
        factors: Vec::new(),
    };
    let (reasons, parameters, evidence) = (Vec::new(), Vec::new(), Vec::new());
    Finding { rule, verdict, reasons, parameters, evidence, disposition: Disposition::Open }
}

/// A passage of the first document.
pub(crate) fn evidence(role: Role, quote: &str) -> Evidence {
    Evidence {
        role,
        document: 0,
        span: Span::new(0, quote.len()),
        place: Place::default(),
        quote: quote.to_owned(),
        duty: None,
        reasons: Vec::new(),
    }
}

/// A document that was read.
pub(crate) fn document(path: &str) -> DocumentEntry {
    DocumentEntry {
        path: path.to_owned(),
        hash: String::new(),
        format: "text".to_owned(),
        kinds: Vec::new(),
        language: Language::English,
        pages: None,
        status: ReadStatus::Read,
        notes: Vec::new(),
    }
}

/// A sentence of the first document that binds the supplier.
pub(crate) fn passage(words: &str) -> ReadPassage {
    ReadPassage {
        document: 0,
        kind: ProvisionKind::Sentence,
        place: Place::default(),
        quote: words.to_owned(),
        words: words.to_owned(),
        duty: Duty { bearer: Bearer::Supplier, force: Force::Must, polarity: Polarity::Affirmed },
        qualifiers: Vec::new(),
    }
}
