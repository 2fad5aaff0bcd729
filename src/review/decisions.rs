//! What officers decided in a table of demands: gaps they accept become waivers, gaps they confirm go to the
//! baseline. A decision that lacks what it needs is a problem and is not guessed.

use super::KnownGap;
use super::WaiverEntry;
use crate::model::Verdict;
use jiff::civil::Date;

/// What was chosen for a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Nothing yet.
    Open,
    /// The gap is one.
    Confirm,
    /// The gap is accepted.
    Accept,
    /// The finding is wrong: there is no gap.
    Wrong,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Name of the pack.
    pub pack: String,
    /// Id of the rule.
    pub rule: String,
    /// The verdict that was decided about.
    pub verdict: Verdict,
    /// Fingerprints of the finding, that of the passage that decided first.
    pub fingerprints: Vec<String>,
    /// What was chosen.
    pub choice: Choice,
    /// What was written beside it.
    pub comment: String,
    /// Who decided.
    pub approver: String,
    /// Last day on which it holds, as written.
    pub expires: String,
    /// Where the row is: "Requirements, row 14".
    pub place: String,
}

/// What decisions amount to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Decided {
    /// For the gaps that are accepted, or are none.
    pub waivers: Vec<WaiverEntry>,
    /// The gaps that are confirmed.
    pub confirmed: Vec<KnownGap>,
    /// What is lacking, each with its place.
    pub problems: Vec<String>,
}

/// Turns decisions into waivers and confirmed gaps. `today` is the day on which a gap counts as first seen.
#[must_use]
pub fn decide(decisions: &[Decision], today: Date) -> Decided {
    let mut decided = Decided::default();
    for decision in decisions.iter().filter(|decision| decision.choice != Choice::Open) {
        if !decision.verdict.is_gap() {
            decided.problems.push(format!(
                "{}: `{}` is no gap ({}), so there is nothing to decide; set it to open",
                decision.place,
                decision.rule,
                decision.verdict.code()
            ));
            continue;
        }
        match decision.choice {
            Choice::Open => {}
            Choice::Confirm => decided.confirmed.push(confirmed(decision, today)),
            Choice::Accept | Choice::Wrong => match waiver(decision) {
                Ok(waiver) => decided.waivers.push(waiver),
                Err(problems) => decided.problems.extend(problems),
            },
        }
    }
    decided
}

fn confirmed(decision: &Decision, today: Date) -> KnownGap {
    let absent = decision.verdict == Verdict::Missing;
    KnownGap {
        pack: decision.pack.clone(),
        rule: decision.rule.clone(),
        verdict: decision.verdict,
        fingerprints: if absent { Vec::new() } else { decision.fingerprints.clone() },
        since: today,
        confirmed: Some(decision.comment.clone()),
        source: decision.place.clone(),
    }
}

/// Reason, name and day are mandatory, as they are in a file of waivers.
fn waiver(decision: &Decision) -> Result<WaiverEntry, Vec<String>> {
    let mut problems = Vec::new();
    let mut lacks = |what: &str| {
        problems.push(format!("{}: `{}` {what}", decision.place, decision.rule));
    };
    if decision.comment.trim().is_empty() {
        lacks("is accepted without a comment; write why");
    }
    if decision.approver.trim().is_empty() {
        lacks("is accepted by nobody; write who decided");
    }
    let expires = decision.expires.trim().parse::<Date>();
    if expires.is_err() {
        lacks("is accepted without a last day; write one as YYYY-MM-DD");
    }
    let (Ok(expires), true) = (expires, problems.is_empty()) else { return Err(problems) };
    let wrong = if decision.choice == Choice::Wrong { "The finding is wrong: " } else { "" };
    Ok(WaiverEntry {
        rule: decision.rule.clone(),
        pack: Some(decision.pack.clone()),
        document: None,
        fingerprint: decision.fingerprints.first().cloned(),
        reason: format!("{wrong}{}", decision.comment.trim()),
        approver: decision.approver.trim().to_owned(),
        expires,
        control: None,
        source: decision.place.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::Choice;
    use super::Decision;
    use super::decide;
    use crate::model::Verdict;
    use jiff::civil::date;

    fn decision(choice: Choice) -> Decision {
        Decision {
            pack: "a".to_owned(),
            rule: "a-rule".to_owned(),
            verdict: Verdict::Weak,
            fingerprints: vec!["f1".to_owned(), "f2".to_owned()],
            choice,
            comment: "Handled elsewhere.".to_owned(),
            approver: "B. Lind".to_owned(),
            expires: "2027-03-31".to_owned(),
            place: "row 2".to_owned(),
        }
    }

    #[test]
    fn an_accepted_gap_is_a_waiver_and_a_confirmed_one_is_known() {
        let all = [Choice::Accept, Choice::Confirm, Choice::Open, Choice::Wrong].map(decision);
        let decided = decide(&all, date(2026, 11, 26));
        assert_eq!((decided.waivers.len(), decided.confirmed.len()), (2, 1));
        assert!(decided.problems.is_empty());
        assert_eq!(decided.waivers[0].fingerprint.as_deref(), Some("f1"));
        assert!(decided.waivers[1].reason.starts_with("The finding is wrong"));
        assert_eq!(decided.confirmed[0].fingerprints.len(), 2);
    }

    #[test]
    fn what_lacks_reason_name_or_day_is_told_all_at_once_and_not_taken() {
        let bare = Decision {
            comment: " ".to_owned(),
            approver: String::new(),
            expires: "next year".to_owned(),
            ..decision(Choice::Accept)
        };
        let met = Decision { verdict: Verdict::Met, ..decision(Choice::Confirm) };
        let decided = decide(&[bare, met], date(2026, 11, 26));
        assert!(decided.waivers.is_empty() && decided.confirmed.is_empty());
        assert_eq!(decided.problems.len(), 4, "{:?}", decided.problems);
    }
}
