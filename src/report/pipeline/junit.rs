//! JUnit XML, for whatever shows test results: a suite for each pack, a case for each demand. A
//! gap is a failure, what could not be assessed an error, what does not apply or is accepted was skipped. Each
//! document that was not fully read is an error of its own, so that a suite without gaps that was
//! not read is not green.

use super::message;
use crate::model::Disposition;
use crate::model::Finding;
use crate::model::PackReport;
use crate::model::Report;
use crate::model::Verdict;
use crate::report::policy;
use crate::report::words;
use quick_junit::NonSuccessKind;
use quick_junit::TestCase;
use quick_junit::TestCaseStatus;
use quick_junit::TestSuite;
use std::io;
use std::io::Write;

/// Writes the results.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut results = quick_junit::Report::new("clausecheck");
    results.add_test_suites(report.packs.iter().map(suite));
    let problems = report.remarks.iter().filter(|remark| remark.is_problem());
    let mut policy_suite = TestSuite::new("policy");
    for (number, remark) in problems.enumerate() {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        let told = words::display_safe(&policy::remark_with_source(remark));
        status.set_message(told).set_type(remark.code());
        policy_suite
            .add_test_case(TestCase::new(format!("{} {}", remark.code(), number + 1), status));
    }
    if !policy_suite.test_cases.is_empty() {
        results.add_test_suite(policy_suite);
    }
    let mut bytes = Vec::new();
    results.serialize(&mut bytes).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn suite(pack: &PackReport) -> TestSuite {
    let mut suite = TestSuite::new(words::display_safe(&pack.name));
    for document in &pack.documents {
        let status = if document.status.is_complete() {
            TestCaseStatus::success()
        } else {
            let losses = document.notes.iter().filter(|note| note.kind.is_loss());
            let losses: Vec<&str> = losses.map(|note| note.message.as_str()).collect();
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
            status.set_message(words::display_safe(&losses.join("; "))).set_type("not-fully-read");
            status
        };
        let mut case = TestCase::new(words::display_safe(&document.path), status);
        case.set_classname("documents");
        suite.add_test_case(case);
    }
    suite.add_test_cases(pack.findings.iter().map(|finding| case(pack, finding)));
    suite
}

fn case(pack: &PackReport, finding: &Finding) -> TestCase {
    let mut status = match (&finding.disposition, finding.verdict) {
        (Disposition::Waived(waiver), _) => {
            let mut status = TestCaseStatus::skipped();
            let accepted = format!(
                "accepted by {} until {}: {}",
                waiver.approver, waiver.expires, waiver.reason
            );
            status.set_message(words::display_safe(&accepted));
            status
        }
        (_, Verdict::Met) => TestCaseStatus::success(),
        (_, Verdict::NotApplicable) => TestCaseStatus::skipped(),
        (_, Verdict::Undetermined) => TestCaseStatus::non_success(NonSuccessKind::Error),
        (_, Verdict::Weak | Verdict::Contradicted | Verdict::Missing) => {
            TestCaseStatus::non_success(NonSuccessKind::Failure)
        }
    };
    if matches!(status, TestCaseStatus::NonSuccess { .. }) {
        let kind = format!("{} ({})", finding.verdict.code(), finding.rule.severity.code());
        status.set_message(message(pack, finding)).set_type(kind);
    }
    let mut case = TestCase::new(finding.rule.id.clone(), status);
    case.set_classname(finding.rule.family.clone());
    case
}
