//! Lists of requirements as rulesets, and whether the requirements survive in a contract.

use clausecheck::model::Verdict;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Output;

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

fn clausecheck(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clausecheck"));
    command.args(arguments).env("CLAUSECHECK_NO_CACHE", "true").env("NO_COLOR", "1");
    command.output().unwrap()
}

/// Imports a list, and gives the folder of the ruleset with what was said.
fn import(list: &Path, folder: &Path) -> (PathBuf, Output) {
    let made = folder.join("made");
    let (list, out) = (list.display().to_string(), made.display().to_string());
    let output = clausecheck(&["rules", "import", &list, "-o", &out]);
    (made, output)
}

/// The verdict on each rule of a ruleset for a path.
fn verdicts(ruleset: &Path, path: &Path) -> BTreeMap<String, Verdict> {
    use clausecheck::app;
    let rules = clausecheck::ruleset::load(&ruleset.display().to_string())
        .unwrap_or_else(|problems| panic!("{problems}"));
    let packs = clausecheck::input::collect(&[path.display().to_string()], false).unwrap();
    let report = app::check(&packs, &rules, &app::Settings::default(), &|_| ()).unwrap();
    let findings = report.packs[0].findings.iter();
    findings.map(|finding| (finding.rule.id.clone(), finding.verdict)).collect()
}

#[test]
fn a_swedish_workbook_becomes_rules_that_know_what_survived() {
    let folder = tempfile::tempdir().unwrap();
    let list = samples().join("policy/requirements/krav.xlsx");
    let (ruleset, output) = import(&list, folder.path());
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("6 requirements: 5 like shipped rules, 1 by their own words, 0 not"),
        "{said}"
    );
    let kept = verdicts(&ruleset, &samples().join("policy/v1"));
    assert_eq!(kept["req-k1"], Verdict::Weak, "24 hours where 12 were required");
    assert_eq!(kept["req-k2"], Verdict::Met);
    assert_eq!(kept["req-k5"], Verdict::Missing);
    assert_eq!(kept["req-k6"], Verdict::Met);
    let contract = folder.path().join("avtal.txt");
    let denied = "Leverantören behöver inte underrätta Beställaren om säkerhetsincidenter.";
    fs::write(&contract, denied).unwrap();
    assert_eq!(verdicts(&ruleset, &contract)["req-k1"], Verdict::Contradicted);
    let tested = clausecheck(&["rules", "test", "-r", &ruleset.display().to_string()]);
    assert!(tested.status.success(), "{}", String::from_utf8_lossy(&tested.stdout));
}

#[test]
fn the_rules_in_the_samples_are_those_that_the_list_makes() {
    let folder = tempfile::tempdir().unwrap();
    let list = samples().join("policy/requirements/krav.xlsx");
    let (made, _) = import(&list, folder.path());
    let kept = samples().join("policy/requirements/krav");
    for below in ["", "rules/imported"] {
        let mut names = Vec::new();
        for entry in fs::read_dir(made.join(below)).unwrap() {
            names.push(entry.unwrap().file_name());
        }
        assert!(!names.is_empty());
        for name in names.iter().filter(|name| made.join(below).join(name).is_file()) {
            let of = |root: &Path| {
                let text = fs::read_to_string(root.join(below).join(name)).unwrap_or_default();
                // The ruleset is named after its folder.
                text.replace("\"made\"", "\"krav\"")
            };
            let kept = if name == "made.yaml" {
                fs::read_to_string(kept.join("krav.yaml")).unwrap()
            } else {
                of(&kept)
            };
            assert_eq!(of(&made), kept, "{name:?}");
        }
    }
}

#[test]
fn a_dutch_list_in_csv_does_too_and_a_rule_finds_its_own_words() {
    let folder = tempfile::tempdir().unwrap();
    let list = samples().join("policy/requirements/eisen.csv");
    let (ruleset, output) = import(&list, folder.path());
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("6 requirements: 5 like shipped rules, 1 by their own words, 0 not"),
        "{said}"
    );
    let contract = folder.path().join("contract.txt");
    let text = "De serverruimte is bij oplevering voorzien van waterdetectie en van een \
        gasblusinstallatie.";
    fs::write(&contract, text).unwrap();
    let kept = verdicts(&ruleset, &contract);
    assert_eq!(kept["req-ico-05"], Verdict::Met, "{kept:?}");
    assert_eq!(kept["req-ico-01"], Verdict::Missing);
}

#[test]
fn a_list_without_recognisable_header_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("list.csv");
    for (text, expected) in [
        ("Kolumn A;Kolumn B\n1;Leverantören ska kryptera all data.\n", "Kolumn A | Kolumn B"),
        ("no table at all", "has no row that names its columns"),
        ("", "could not be read in full"),
        ("Nr;Krav;Skall/Bör\n", "has no row that names its columns"),
    ] {
        fs::write(&list, text).unwrap();
        let (made, output) = import(&list, folder.path());
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{text:?}: {said}");
        assert!(said.contains(expected), "{text:?}: {said}");
        assert!(!made.exists());
    }
}

#[test]
fn a_ruleset_that_is_there_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("made")).unwrap();
    let (_, output) = import(&samples().join("policy/requirements/krav.xlsx"), folder.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("is already there"));
}

#[test]
fn a_changed_ruleset_is_noticed_even_under_its_old_version() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (rules, lock, contract) = (path("ours.yaml"), path("ours.lock"), path("contract.txt"));
    let text = |hours: u32| {
        format!(
            "name: ours\nversion: '1'\ndescription: ours\nextends: sla\noverrides:\n  \
             inc-notification: {{ thresholds: {{ time to notify: {hours} hours }} }}\n"
        )
    };
    fs::write(&rules, text(12)).unwrap();
    fs::write(&contract, "The Customer pays within 30 days.").unwrap();
    // Examples whose number is not enough any more say nothing against the rule.
    assert!(clausecheck(&["rules", "test", "-r", &rules, "inc-notification"]).status.success());
    assert!(clausecheck(&["rules", "lock", "-r", &rules, "-o", &lock]).status.success());
    let check = || {
        let said = clausecheck(&["check", &contract, "-r", &rules, "--lock", &lock]).stdout;
        String::from_utf8(said).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(!check().contains("was locked as"));
    fs::write(&rules, text(48)).unwrap();
    assert!(check().contains("The ruleset ours is 1 ("), "{}", check());
    fs::write(&lock, "[[ruleset]]\nname = \"ours\"\nversion = \"1\"\n").unwrap();
    let broken = clausecheck(&["check", &contract, "-r", &rules, "--lock", &lock]);
    assert_eq!(broken.status.code(), Some(2));
    assert!(String::from_utf8(broken.stderr).unwrap().contains("`hash` is missing"));
}
