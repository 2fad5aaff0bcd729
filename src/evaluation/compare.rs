//! One document's findings beside what people decided, and the sum over documents.

use super::counts::Counts;
use super::counts::graded;
use super::gold::GoldDocument;
use super::gold::GoldVerdict;
use super::gold::Label;
use super::passages;
use crate::model::Evidence;
use crate::model::Finding;
use crate::model::PackReport;
use crate::model::ReadStatus;
use crate::model::Reason;
use crate::model::Role;
use crate::model::RulesetStamp;
use crate::model::Verdict;

/// Which decisions are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stratum {
    /// The document was fully read, and the label is sure.
    Sure,
    /// The document was fully read, and people may differ.
    Unsure,
    /// The document was not fully read, so that nothing can be called missing.
    Unread,
}

impl Stratum {
    /// Word used in machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Unsure => "unsure",
            Self::Unread => "not-fully-read",
        }
    }
}

/// One rule on one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// What people decided.
    pub gold: GoldVerdict,
    /// What was found.
    pub found: Verdict,
    /// What it is counted with.
    pub stratum: Stratum,
    /// Whether the evidence overlaps a quote, where both sides say present and people quoted.
    pub evidence: Option<bool>,
}

/// In what two sides differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// One says present, the other missing.
    Presence,
    /// Both say present, with different verdicts.
    Verdict,
    /// Both agree, but on different passages.
    Passage,
}

impl Kind {
    /// Word used in machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Presence => "presence",
            Self::Verdict => "verdict",
            Self::Passage => "passage",
        }
    }
}

/// A decision on which the two sides differ, with the passages of both.
#[derive(Debug, Clone, PartialEq)]
pub struct Disagreement {
    /// The document, as the gold names it.
    pub doc: String,
    /// Id of the rule.
    pub rule: String,
    /// In what they differ.
    pub kind: Kind,
    /// What people decided.
    pub gold: GoldVerdict,
    /// What was found.
    pub found: Verdict,
    /// What it is counted with.
    pub stratum: Stratum,
    /// Passages that people quoted.
    pub quotes: Vec<String>,
    /// Why the verdict is what it is.
    pub reasons: Vec<Reason>,
    /// Passages of the finding; nearest ones, with why they fail, if nothing was found.
    pub evidence: Vec<Evidence>,
}

/// What came out of one document.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The document, as the gold names it.
    pub doc: String,
    /// Whether all of it was read.
    pub fully_read: bool,
    /// One for each rule, in the order of the ruleset.
    pub decisions: Vec<Decision>,
    /// Where the sides differ, in the order of the rules.
    pub disagreements: Vec<Disagreement>,
}

/// Sets the findings of a document beside its labels. A rule without a label is missing for sure.
#[must_use]
pub fn compare(gold: &GoldDocument, report: &PackReport) -> Comparison {
    let unlisted = Label::unlisted();
    let fully_read = report.documents.iter().all(|entry| entry.status == ReadStatus::Read);
    let mut comparison = Comparison {
        doc: gold.doc.clone(),
        fully_read,
        decisions: Vec::with_capacity(report.findings.len()),
        disagreements: Vec::new(),
    };
    for finding in &report.findings {
        let label = gold.labels.get(&finding.rule.id).unwrap_or(&unlisted);
        let stratum = match (fully_read, label.sure) {
            (false, _) => Stratum::Unread,
            (true, true) => Stratum::Sure,
            (true, false) => Stratum::Unsure,
        };
        let evidence = evidence_hit(label, finding);
        let decision = Decision { gold: label.verdict, found: finding.verdict, stratum, evidence };
        if let Some(kind) = difference(decision) {
            comparison.disagreements.push(Disagreement {
                doc: gold.doc.clone(),
                rule: finding.rule.id.clone(),
                kind,
                gold: label.verdict,
                found: finding.verdict,
                stratum,
                quotes: label.quotes.clone(),
                reasons: finding.reasons.clone(),
                evidence: finding.evidence.clone(),
            });
        }
        comparison.decisions.push(decision);
    }
    comparison
}

/// Whether any passage that bears the verdict overlaps any quote. None if one side says missing or
/// people quoted nothing.
fn evidence_hit(label: &Label, finding: &Finding) -> Option<bool> {
    let present = |verdict| !matches!(verdict, None | Some(GoldVerdict::Missing));
    if !present(Some(label.verdict)) || !present(graded(finding.verdict)) || label.quotes.is_empty()
    {
        return None;
    }
    let bearing = finding
        .evidence
        .iter()
        .filter(|evidence| !matches!(evidence.role, Role::Nearest | Role::Triggers));
    let hit = bearing
        .flat_map(|evidence| label.quotes.iter().map(|quote| (quote, &evidence.quote)))
        .any(|(quote, passage)| passages::overlap(quote, passage));
    Some(hit)
}

/// In what the sides differ. What is undetermined contradicts nobody.
fn difference(decision: Decision) -> Option<Kind> {
    let found = graded(decision.found)?;
    let is_missing = |verdict| verdict == GoldVerdict::Missing;
    if is_missing(decision.gold) != is_missing(found) {
        Some(Kind::Presence)
    } else if decision.gold != GoldVerdict::Present && decision.gold != found {
        Some(Kind::Verdict)
    } else if decision.evidence == Some(false) {
        Some(Kind::Passage)
    } else {
        None
    }
}

/// Counts kept apart by how far they can be relied on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Strata {
    /// Sure labels of fully read documents.
    pub sure: Counts,
    /// Labels on which people may differ, of fully read documents.
    pub unsure: Counts,
    /// All labels of documents that were not fully read.
    pub unread: Counts,
}

impl Strata {
    fn add(&mut self, decision: Decision) {
        let counts = match decision.stratum {
            Stratum::Sure => &mut self.sure,
            Stratum::Unsure => &mut self.unsure,
            Stratum::Unread => &mut self.unread,
        };
        counts.add(decision.gold, decision.found);
        if let Some(hit) = decision.evidence {
            counts.evidence.total += 1;
            counts.evidence.hits += usize::from(hit);
        }
    }

    fn merge(&mut self, other: &Self) {
        self.sure.merge(&other.sure);
        self.unsure.merge(&other.unsure);
        self.unread.merge(&other.unread);
    }

    /// What the headline figures are made of: sure labels, or all labels, of fully read documents.
    #[must_use]
    pub fn headline(&self, all_labels: bool) -> Counts {
        let mut counts = self.sure.clone();
        if all_labels {
            counts.merge(&self.unsure);
        }
        counts
    }
}

/// The counts of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleCounts {
    /// Id of the rule.
    pub id: String,
    /// Its counts.
    pub strata: Strata,
}

/// The sum over documents.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// The rules.
    pub ruleset: RulesetStamp,
    /// Whether labels on which people may differ enter the headline figures.
    pub all_labels: bool,
    /// Whether people graded the clauses that are there (met, weak, contradicted).
    pub graded: bool,
    /// How many documents were compared.
    pub documents: usize,
    /// Documents that were not fully read.
    pub not_fully_read: Vec<String>,
    /// One for each rule, in the order of the ruleset.
    pub rules: Vec<RuleCounts>,
    /// In the order of documents and rules.
    pub disagreements: Vec<Disagreement>,
}

impl Evaluation {
    /// Nothing compared yet. `rules` are the ids of the ruleset, in its order.
    #[must_use]
    pub fn new(
        ruleset: RulesetStamp,
        rules: impl Iterator<Item = String>,
        all_labels: bool,
    ) -> Self {
        let rules = rules.map(|id| RuleCounts { id, strata: Strata::default() }).collect();
        Self {
            ruleset,
            all_labels,
            graded: false,
            documents: 0,
            not_fully_read: Vec::new(),
            rules,
            disagreements: Vec::new(),
        }
    }

    /// Adds one document.
    pub fn add(&mut self, comparison: Comparison) {
        self.documents += 1;
        for (rule, decision) in self.rules.iter_mut().zip(comparison.decisions) {
            rule.strata.add(decision);
            self.graded |= !matches!(decision.gold, GoldVerdict::Present | GoldVerdict::Missing);
        }
        if !comparison.fully_read {
            self.not_fully_read.push(comparison.doc);
        }
        self.disagreements.extend(comparison.disagreements);
    }

    /// The counts of all rules together.
    #[must_use]
    pub fn overall(&self) -> Strata {
        let mut overall = Strata::default();
        self.rules.iter().for_each(|rule| overall.merge(&rule.strata));
        overall
    }
}

#[cfg(test)]
mod tests {
    use super::Comparison;
    use super::Decision;
    use super::Evaluation;
    use super::Kind;
    use super::Stratum;
    use super::difference;
    use crate::evaluation::Class;
    use crate::evaluation::GoldVerdict;
    use crate::evaluation::Proportion;
    use crate::model::RulesetStamp;
    use crate::model::Verdict;

    fn decision(gold: GoldVerdict, found: Verdict, stratum: Stratum) -> Decision {
        Decision { gold, found, stratum, evidence: None }
    }

    #[test]
    fn kinds_of_difference() {
        let kind = |gold, found| difference(decision(gold, found, Stratum::Sure));
        assert_eq!(kind(GoldVerdict::Present, Verdict::Missing), Some(Kind::Presence));
        assert_eq!(kind(GoldVerdict::Missing, Verdict::Weak), Some(Kind::Presence));
        assert_eq!(kind(GoldVerdict::Met, Verdict::Weak), Some(Kind::Verdict));
        assert_eq!(kind(GoldVerdict::Present, Verdict::Weak), None);
        assert_eq!(kind(GoldVerdict::Missing, Verdict::NotApplicable), None);
        assert_eq!(kind(GoldVerdict::Met, Verdict::Undetermined), None);
        let elsewhere = Decision {
            evidence: Some(false),
            ..decision(GoldVerdict::Present, Verdict::Met, Stratum::Sure)
        };
        assert_eq!(difference(elsewhere), Some(Kind::Passage));
    }

    #[test]
    fn strata_stay_apart() {
        let stamp =
            RulesetStamp { name: "r".to_owned(), version: "1".to_owned(), hash: String::new() };
        let mut evaluation =
            Evaluation::new(stamp, ["a", "b"].into_iter().map(str::to_owned), true);
        let document = |doc: &str, fully_read, decisions| Comparison {
            doc: doc.to_owned(),
            fully_read,
            decisions,
            disagreements: Vec::new(),
        };
        evaluation.add(document(
            "one",
            true,
            vec![
                Decision {
                    evidence: Some(true),
                    ..decision(GoldVerdict::Present, Verdict::Met, Stratum::Sure)
                },
                decision(GoldVerdict::Missing, Verdict::Met, Stratum::Unsure),
            ],
        ));
        evaluation.add(document(
            "two",
            false,
            vec![
                decision(GoldVerdict::Present, Verdict::Undetermined, Stratum::Unread),
                decision(GoldVerdict::Missing, Verdict::Undetermined, Stratum::Unread),
            ],
        ));
        assert_eq!(evaluation.documents, 2);
        assert!(!evaluation.graded);
        assert_eq!(evaluation.not_fully_read, ["two"]);
        let overall = evaluation.overall();
        assert_eq!(overall.headline(false).total(), 1);
        assert_eq!(overall.headline(true).total(), 2);
        assert_eq!(overall.unread.undetermined(), 2);
        assert_eq!(overall.sure.evidence, Proportion { hits: 1, total: 1 });
        assert_eq!(overall.headline(true).rates(Class::Present).wrongly, 1);
        assert_eq!(overall.headline(true).rates(Class::Missing).hits, 0);
    }
}
