//! Whether the rules that were applied are those that were agreed on.

use crate::model::Remark;
use crate::model::RemarkKind;
use crate::model::Report;
use crate::model::RulesetStamp;

/// Remarks on rulesets of a report that are not in the lock, or not as they were locked. `source`
/// is the lock file.
pub fn compare_with_lock(report: &mut Report, locked: &[RulesetStamp], source: &str) {
    for applied in &report.rulesets {
        let kind = match locked.iter().find(|stamp| stamp.name == applied.name) {
            Some(stamp) if stamp == applied => continue,
            Some(stamp) => RemarkKind::RulesetChanged {
                locked: (stamp.version.clone(), stamp.hash.clone()),
                applied: (applied.version.clone(), applied.hash.clone()),
            },
            None => RemarkKind::RulesetNotLocked,
        };
        report.remarks.push(Remark {
            kind,
            rule: String::new(),
            scope: applied.name.clone(),
            source: source.to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::compare_with_lock;
    use crate::model::Report;
    use crate::model::RulesetStamp;

    #[test]
    fn a_changed_ruleset_is_noticed_even_under_its_old_version() {
        let stamp = |hash: &str| RulesetStamp {
            name: "ours".to_owned(),
            version: "1".to_owned(),
            hash: hash.to_owned(),
        };
        let codes = |locked: &[RulesetStamp]| {
            let rulesets = vec![stamp("new")];
            let mut report = Report { rulesets, packs: Vec::new(), remarks: Vec::new() };
            compare_with_lock(&mut report, locked, "clausecheck.lock");
            report.remarks.iter().map(|remark| remark.code()).collect::<Vec<_>>()
        };
        assert_eq!(codes(&[stamp("new")]), [""; 0]);
        assert_eq!(codes(&[stamp("old")]), ["ruleset-changed"]);
        assert_eq!(codes(&[]), ["ruleset-not-locked"]);
    }
}
