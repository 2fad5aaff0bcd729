//! Documents of one pack that do not agree with each other.

use clausecheck::app;
use clausecheck::app::Settings;
use clausecheck::input;
use clausecheck::model::Conflict;
use clausecheck::model::PackReport;
use clausecheck::ruleset;
use std::fs;
use std::path::Path;

fn check(paths: &[String]) -> Vec<PackReport> {
    let rules = ruleset::load("baseline").unwrap();
    let packs = input::collect(paths, false).unwrap();
    app::check(&packs, &rules, &Settings::default(), &|_| ()).unwrap().packs
}

/// The conflicts in a pack of these texts.
fn conflicts(texts: &[&str]) -> Vec<Conflict> {
    let folder = tempfile::tempdir().unwrap();
    for (number, text) in texts.iter().enumerate() {
        fs::write(folder.path().join(format!("{number}.md")), text).unwrap();
    }
    check(&[folder.path().display().to_string()]).remove(0).conflicts
}

fn shown(conflicts: &[Conflict]) -> Vec<String> {
    let of = |conflict: &Conflict| {
        let numbers: Vec<String> =
            conflict.numbers.iter().map(|number| number.quantity.to_string()).collect();
        format!("{}: {}", conflict.parameter, numbers.join(", "))
    };
    conflicts.iter().map(of).collect()
}

const CONTRACT: &str = "# Contract\n\n1. The availability of the service shall be at least 99.9 % \
    per calendar month.\n\n2. The Supplier shall notify the Customer of every security incident \
    within 24 hours of becoming aware of it.\n\n";
const SLA: &str = "# Service levels\n\n1. The service shall have an availability of 99.5 % per \
    month.\n\n2. Security incidents shall be notified to the Customer within 72 hours after the \
    Supplier has become aware of them.\n\n";

#[test]
fn different_numbers_in_contract_and_sla_are_told_with_what_goes_before() {
    let found = conflicts(&[CONTRACT, SLA]);
    assert_eq!(shown(&found), ["availability: 99.9 %, 99.5 %", "time to notify: 24 h, 72 h"]);
    assert!(found[0].precedence.is_empty());
    let order = format!(
        "{CONTRACT}3. In the event of conflict, this contract shall prevail over its annexes.\n"
    );
    let found = conflicts(&[&order, SLA]);
    assert!(found[0].precedence[0].quote.contains("shall prevail"), "{:?}", found[0].precedence);
}

#[test]
fn what_is_graded_or_said_of_other_things_is_no_conflict() {
    assert_eq!(shown(&conflicts(&[CONTRACT, CONTRACT])), [""; 0]);
    let one_day = SLA.replace("72 hours", "one day").replace("99.5", "99.9");
    assert_eq!(shown(&conflicts(&[CONTRACT, &one_day])), [""; 0]);
    let graded = "The Supplier shall patch critical vulnerabilities within 7 days and high \
        vulnerabilities within 30 days.\n";
    let other = "The Supplier shall patch high vulnerabilities within 30 days.\n";
    assert_eq!(shown(&conflicts(&[graded, other])), [""; 0]);
}

#[test]
fn sample_packs_agree_with_themselves() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    for folder in ["clean", "gapped"] {
        for pack in check(&[samples.join(folder).display().to_string()]) {
            assert_eq!(shown(&pack.conflicts), [""; 0], "{folder}/{}", pack.name);
        }
    }
}
