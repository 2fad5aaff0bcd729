//! Which verdicts a change of rules moves, over the same packs.

use crate::model::Report;
use crate::model::RuleCard;
use crate::model::RulesetStamp;
use crate::model::Verdict;
use std::collections::BTreeMap;

/// Two rulesets over the same packs.
#[derive(Debug, Clone, PartialEq)]
pub struct RulesDiff {
    /// The old rules, and the new.
    pub rulesets: (RulesetStamp, RulesetStamp),
    /// How many packs were judged.
    pub packs: usize,
    /// Rules that only the new rules have.
    pub added: Vec<RuleCard>,
    /// Rules that only the old rules have.
    pub removed: Vec<RuleCard>,
    /// Rules whose severity is another, as in the new rules, with what it was.
    pub severities: Vec<(RuleCard, crate::model::Severity)>,
    /// Verdicts that moved, in order of rule and pack.
    pub moved: Vec<Moved>,
    /// How many verdicts stayed as they were.
    pub kept: usize,
}

/// A verdict that moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The rule, as in the new rules.
    pub rule: RuleCard,
    /// Name of the pack.
    pub pack: String,
    /// The verdict with the old rules, and with the new.
    pub verdicts: (Verdict, Verdict),
}

/// What the same packs say with old and with new rules. Both reports hold the same packs in the same
/// order.
#[must_use]
pub fn moved_verdicts(old: &Report, new: &Report) -> Option<RulesDiff> {
    let rulesets = (old.rulesets.first()?.clone(), new.rulesets.first()?.clone());
    let cards = |report: &Report| -> BTreeMap<String, RuleCard> {
        let findings = report.packs.iter().flat_map(|pack| &pack.findings);
        findings.map(|finding| (finding.rule.id.clone(), finding.rule.clone())).collect()
    };
    let (before, after) = (cards(old), cards(new));
    let only = |these: &BTreeMap<String, RuleCard>, those: &BTreeMap<String, RuleCard>| {
        let only = these.values().filter(|card| !those.contains_key(&card.id));
        only.cloned().collect::<Vec<_>>()
    };
    let severities = after.values().filter_map(|card| {
        let was = before.get(&card.id)?.severity;
        (was != card.severity).then(|| (card.clone(), was))
    });
    let mut moved = Vec::new();
    let mut kept = 0;
    for (old_pack, new_pack) in old.packs.iter().zip(&new.packs) {
        for finding in &new_pack.findings {
            let mut before = old_pack.findings.iter();
            let Some(before) = before.find(|other| other.rule.id == finding.rule.id) else {
                continue;
            };
            if before.verdict == finding.verdict {
                kept += 1;
                continue;
            }
            moved.push(Moved {
                rule: finding.rule.clone(),
                pack: new_pack.name.clone(),
                verdicts: (before.verdict, finding.verdict),
            });
        }
    }
    moved.sort_by(|a, b| (&a.rule.id, &a.pack).cmp(&(&b.rule.id, &b.pack)));
    Some(RulesDiff {
        rulesets,
        packs: new.packs.len(),
        added: only(&after, &before),
        removed: only(&before, &after),
        severities: severities.collect(),
        moved,
        kept,
    })
}

#[cfg(test)]
mod tests {
    use super::moved_verdicts;
    use crate::model::Finding;
    use crate::model::PackReport;
    use crate::model::Report;
    use crate::model::RulesetStamp;
    use crate::model::Severity;
    use crate::model::Verdict;
    use crate::review::fixtures::finding;

    fn report(findings: Vec<Finding>) -> Report {
        let pack = PackReport { name: "p".to_owned(), findings, ..PackReport::default() };
        let (name, version, hash) = ("r".to_owned(), "1".to_owned(), "h".to_owned());
        let rulesets = vec![RulesetStamp { name, version, hash }];
        Report { rulesets, packs: vec![pack], remarks: Vec::new() }
    }

    #[test]
    fn rules_and_verdicts_are_told_apart() {
        let old = report(vec![finding("a", Verdict::Met), finding("b", Verdict::Weak)]);
        let mut stricter = finding("a", Verdict::Weak);
        stricter.rule.severity = Severity::Critical;
        let new = report(vec![stricter, finding("c", Verdict::Met)]);
        let diff = moved_verdicts(&old, &new).unwrap();
        assert_eq!(diff.added[0].id, "c");
        assert_eq!(diff.removed[0].id, "b");
        assert_eq!(diff.severities[0].1, Severity::High);
        assert_eq!(diff.moved.len(), 1);
        assert_eq!(diff.moved[0].verdicts, (Verdict::Met, Verdict::Weak));
        assert_eq!(diff.kept, 0);
    }
}
