//! The sample packs, end to end: clean packs have no gap, gapped packs have exactly those of
//! `expect.yaml`, and a pack says the same as Word files and as PDF.

use clausecheck::app;
use clausecheck::app::Settings;
use clausecheck::input;
use clausecheck::model::PackReport;
use clausecheck::model::Report;
use clausecheck::model::Verdict;
use clausecheck::ruleset;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

fn check(name: &str) -> Report {
    let ruleset = ruleset::load("baseline").unwrap();
    let packs = input::collect(&[folder(name).display().to_string()], false).unwrap();
    app::check(&packs, &ruleset, &Settings::default(), &|_| {}).unwrap()
}

fn gaps(pack: &PackReport) -> BTreeMap<String, String> {
    pack.findings
        .iter()
        .filter(|finding| finding.verdict.is_gap())
        .map(|finding| (finding.rule.id.clone(), finding.verdict.code().to_owned()))
        .collect()
}

#[test]
fn clean_packs_have_no_gap() {
    let report = check("clean");
    assert_eq!(report.packs.len(), 4);
    for pack in &report.packs {
        assert_eq!(gaps(pack), BTreeMap::new(), "{}", pack.name);
        let met = pack.findings.iter().filter(|finding| finding.verdict == Verdict::Met).count();
        assert!(met >= 66, "{}: only {met} clauses found", pack.name);
    }
}

#[test]
fn gapped_packs_have_exactly_the_expected_gaps() {
    let source = fs::read_to_string(folder("gapped/expect.yaml")).unwrap();
    let expected: BTreeMap<String, BTreeMap<String, String>> =
        serde_saphyr::from_str(&source).unwrap();
    let report = check("gapped");
    assert_eq!(report.packs.len(), 4);
    for pack in &report.packs {
        let name = pack.name.rsplit_once('-').map_or(pack.name.as_str(), |(name, _)| name);
        assert_eq!(gaps(pack), expected[name], "{}", pack.name);
    }
}

#[test]
fn the_same_pack_says_the_same_as_word_and_as_pdf() {
    for kind in ["clean", "gapped"] {
        let report = check(kind);
        let verdicts = |name: &str| -> Vec<(String, Verdict)> {
            let pack = report.packs.iter().find(|pack| pack.name == name).unwrap();
            pack.findings.iter().map(|finding| (finding.rule.id.clone(), finding.verdict)).collect()
        };
        for name in ["northport", "ekstad"] {
            assert_eq!(
                verdicts(&format!("{name}-docx")),
                verdicts(&format!("{name}-pdf")),
                "{kind}/{name}"
            );
        }
    }
}

#[test]
fn evidence_names_its_clause_and_page() {
    let report = check("clean");
    let pack = report.packs.iter().find(|pack| pack.name == "northport-pdf").unwrap();
    let finding =
        pack.findings.iter().find(|finding| finding.rule.id == "inc-notification").unwrap();
    let evidence = &finding.evidence[0];
    assert_eq!(pack.documents[evidence.document].path.rsplit('/').next(), Some("2-contract.pdf"));
    assert_eq!(evidence.place.clause, "2.1 Security incidents");
    assert_eq!(evidence.place.page, Some(1));
    assert!(evidence.quote.contains("12 hours"), "{}", evidence.quote);
}

#[test]
fn the_same_contract_gets_the_same_verdicts_in_eight_languages() {
    let report = check("languages");
    let languages: Vec<&str> =
        report.packs.iter().map(|pack| pack.documents[0].language.code()).collect();
    assert_eq!(languages, ["da", "de", "en", "fi", "fr", "nl", "no", "sv"]);
    let verdicts = |pack: &PackReport| -> BTreeMap<String, &'static str> {
        let findings = pack.findings.iter();
        findings.map(|finding| (finding.rule.id.clone(), finding.verdict.code())).collect()
    };
    let english = verdicts(&report.packs[2]);
    let met = english.values().filter(|verdict| **verdict == "met").count();
    assert!(met >= 14 && english.len() == 70, "{english:?}");
    for pack in &report.packs {
        for (rule, verdict) in verdicts(pack) {
            assert_eq!(verdict, english[&rule], "{}: {rule}", pack.name);
        }
    }
}

/// Two agreements beside this file: one leaves the receiving party what it needs, the other forbids
/// it. Each says the same in eight languages, clause by clause.
#[test]
fn the_same_confidentiality_agreement_gets_the_same_verdicts_in_eight_languages() {
    let ruleset = ruleset::load("confidentiality").unwrap();
    let judged = |kind: &str| -> BTreeMap<String, Vec<String>> {
        let folder =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/confidentiality").join(kind);
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let paths: Vec<String> = files.map(|path| path.display().to_string()).collect();
        let packs = input::collect(&paths, true).unwrap();
        let report = app::check(&packs, &ruleset, &Settings::default(), &|_| {}).unwrap();
        let of_pack = |pack: &PackReport| {
            let verdicts = pack.findings.iter().map(|finding| {
                let name = finding.rule.id.trim_start_matches("nda-");
                let shown = finding.evidence.first();
                let shown = shown.filter(|_| finding.verdict != Verdict::Missing);
                let clause = shown.map_or("", |evidence| &evidence.place.clause);
                let number = clause.split(' ').next().unwrap_or_default();
                format!("{name} {} {number}", finding.verdict.code()).trim_end().to_owned()
            });
            (pack.documents[0].language.code().to_owned(), verdicts.collect())
        };
        report.packs.iter().map(of_pack).collect()
    };
    let open = [
        "retention-permitted met 9",
        "return-or-destroy met 9",
        "survival met 10",
        "compelled-disclosure-notice met 6",
        "sharing-employees met 4.2",
        "sharing-third-parties met 4.3",
        "copies-permitted met 7",
        "limited-use met 3",
        "no-reverse-engineering met 8",
    ];
    let strict = [
        "retention-permitted contradicted 6",
        "return-or-destroy met 6",
        "survival missing",
        "compelled-disclosure-notice missing",
        "sharing-employees met 3",
        "sharing-third-parties contradicted 2",
        "copies-permitted contradicted 4",
        "limited-use contradicted 5",
        "no-reverse-engineering missing",
    ];
    for (kind, expected) in [("open", open), ("strict", strict)] {
        let languages = judged(kind);
        let codes: Vec<&str> = languages.keys().map(String::as_str).collect();
        assert_eq!(codes, ["da", "de", "en", "fi", "fr", "nl", "no", "sv"]);
        for (language, verdicts) in languages {
            assert_eq!(verdicts, expected, "{kind}/{language}");
        }
    }
}
