//! Two versions of a text: what became of each demand.

use crate::reports::letter_text;
use clausecheck::app;
use clausecheck::app::Settings;
use clausecheck::input;
use clausecheck::input::PackSource;
use clausecheck::model::Language;
use clausecheck::model::Verdict;
use clausecheck::report::comparison::Telling;
use clausecheck::report::words::Words;
use clausecheck::review;
use clausecheck::review::Change;
use clausecheck::review::Comparison;
use clausecheck::review::RuleChange;
use clausecheck::review::Survival;
use clausecheck::ruleset;
use std::fs;

/// Compares two texts as files of a format.
fn compare_as(ending: &str, old: &str, new: &str) -> Comparison {
    let folder = tempfile::tempdir().unwrap();
    let mut packs: Vec<PackSource> = Vec::new();
    for (name, text) in [("old", old), ("new", new)] {
        let path = folder.path().join(format!("{name}.{ending}"));
        fs::write(&path, text).unwrap();
        packs.extend(input::collect(&[path.display().to_string()], false).unwrap());
    }
    let rules = ruleset::load("baseline").unwrap();
    let settings = Settings::default();
    let examined = app::examine(&packs[0], &packs[1], &rules, &settings, &|_| ()).unwrap();
    review::compare(examined.ruleset, &examined.old, &examined.new)
}

fn compare(old: &str, new: &str) -> Comparison {
    compare_as("md", old, new)
}

fn change<'c>(comparison: &'c Comparison, rule: &str) -> &'c RuleChange {
    comparison.rules.iter().find(|change| change.rule.id == rule).unwrap()
}

/// The changes of all demands that changed.
fn changes(comparison: &Comparison) -> Vec<(&str, Change)> {
    let changed = comparison.rules.iter().filter(|rule| rule.change != Change::Same);
    changed.map(|rule| (rule.rule.id.as_str(), rule.change)).collect()
}

const INCIDENTS: &str = "1. The Supplier shall notify the Customer of every security incident \
    within 24 hours of becoming aware of it.\n\n";

#[test]
fn a_text_against_itself_changes_nothing() {
    let comparison = compare(INCIDENTS, INCIDENTS);
    assert_eq!(changes(&comparison), []);
}

#[test]
fn a_duty_that_becomes_a_wish_is_weakened() {
    let new = INCIDENTS.replace("shall notify", "should notify");
    let comparison = compare(INCIDENTS, &new);
    let rule = change(&comparison, "inc-notification");
    assert_eq!(rule.change, Change::Weakened);
    assert_eq!(rule.verdicts, (Verdict::Met, Verdict::Weak));
    assert!(rule.passages[0].whys.iter().any(|why| why.is_weaker()), "{rule:#?}");
}

#[test]
fn it_is_seen_even_where_another_passage_still_meets_the_demand() {
    let both = format!(
        "{INCIDENTS}2. The Contractor must report all security incidents affecting the service to \
         the Customer's security officer no later than 24 hours after detection.\n"
    );
    let new = both.replace("must report", "should report");
    let comparison = compare(&both, &new);
    let rule = change(&comparison, "inc-notification");
    assert_eq!(rule.verdicts, (Verdict::Met, Verdict::Met));
    assert_eq!(rule.change, Change::Weakened, "{rule:#?}");
    let passage = &rule.passages[0];
    assert!(passage.old.as_ref().unwrap().passage.quote.contains("must report"));
    assert!(passage.new.as_ref().unwrap().passage.quote.contains("should report"));
}

#[test]
fn numbers_are_compared_as_numbers() {
    for (new, expected) in [
        ("72 hours", Change::Weakened),
        ("12 hours", Change::Strengthened),
        ("one day", Change::Reworded),
        ("a reasonable time", Change::Weakened),
    ] {
        let comparison = compare(INCIDENTS, &INCIDENTS.replace("24 hours", new));
        let rule = change(&comparison, "inc-notification");
        assert_eq!(rule.change, expected, "{new}: {rule:#?}");
    }
}

#[test]
fn vague_words_weaken() {
    let new = INCIDENTS.replace("shall notify", "shall use reasonable efforts to notify");
    let comparison = compare(INCIDENTS, &new);
    assert_eq!(change(&comparison, "inc-notification").change, Change::Weakened);
}

#[test]
fn what_is_moved_and_renumbered_is_not_weakened() {
    let other = "The Supplier shall encrypt all stored data with AES-256.";
    let old = format!("# Incidents\n\n{INCIDENTS}# Data\n\n2. {other}\n");
    let new = format!("# Data\n\n1. {other}\n\n# Security\n\n{}", INCIDENTS.replace("1.", "7."));
    let comparison = compare(&old, &new);
    assert!(changes(&comparison).iter().all(|(_, change)| *change == Change::Moved));
    assert_eq!(change(&comparison, "inc-notification").change, Change::Moved);
}

#[test]
fn a_table_that_says_should_where_it_said_shall_is_weakened_in_swedish_too() {
    let table = |force: &str| {
        format!(
            "| Nr | Krav | Ska/Bör |\n|---|---|---|\n| 1 | Leverantören rapporterar varje \
             säkerhetsincident till Beställaren inom 24 timmar efter upptäckt | {force} |\n\
             | 2 | All lagrad information krypteras med AES-256 | Ska |\n"
        )
    };
    let comparison = compare(&table("Ska"), &table("Bör"));
    let rule = change(&comparison, "inc-notification");
    assert_eq!(rule.change, Change::Weakened, "{rule:#?}");
    assert_eq!(change(&comparison, "cry-at-rest").change, Change::Same);
}

#[test]
fn what_is_gone_is_lost_and_what_is_new_is_gained() {
    let comparison = compare(INCIDENTS, "1. The Customer pays within 30 days.\n");
    assert_eq!(change(&comparison, "inc-notification").change, Change::Lost);
    let comparison = compare("1. The Customer pays within 30 days.\n", INCIDENTS);
    assert_eq!(change(&comparison, "inc-notification").change, Change::Gained);
    assert_eq!(comparison.count(Change::Lost), 0);
}

#[test]
fn a_sentence_that_is_cut_up_in_another_way_still_demands_the_same() {
    let old = "| Nr | Requirement | Priority |\n|---|---|---|\n| 1 | The Supplier shall notify the \
        Customer of every security incident within 24 hours of becoming aware of it | Must |\n";
    let comparison = compare(old, INCIDENTS);
    let rule = change(&comparison, "inc-notification");
    assert_eq!(rule.verdicts, (Verdict::Met, Verdict::Met));
    assert!(!rule.change.is_worse(), "{rule:#?}");
}

#[test]
fn both_sides_of_a_sample_are_compared_whatever_their_format() {
    let samples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let pack = |path: &str| {
        let path = samples.join(path).display().to_string();
        input::collect(&[path], false).unwrap().remove(0)
    };
    let rules = ruleset::load("baseline").unwrap();
    let against = |old: &str, new: &str| {
        let settings = Settings::default();
        let examined = app::examine(&pack(old), &pack(new), &rules, &settings, &|_| ()).unwrap();
        review::compare(examined.ruleset, &examined.old, &examined.new)
    };
    let formats = against("clean/northport-docx", "clean/northport-pdf");
    let worse: Vec<_> = changes(&formats).into_iter().filter(|(_, c)| c.is_worse()).collect();
    assert_eq!(worse, []);
    let versions = against("clean/northport-docx", "gapped/northport-docx");
    assert!(versions.count(Change::Lost) + versions.count(Change::Weakened) >= 40);
}

#[test]
fn page_and_letter_mark_the_words_that_changed_and_nothing_else_speaks() {
    let old = INCIDENTS.replace("Supplier", "<script>alert(1)</script> Supplier");
    let comparison = compare(&old, &old.replace("shall notify", "should notify"));
    let english = Words::english();
    let telling = Telling { words: &english, by_requirement: false };
    let mut html = Vec::new();
    clausecheck::report::comparison::html(&comparison, telling, &mut html).unwrap();
    let html = String::from_utf8(html).unwrap();
    assert!(html.contains("<del>shall </del>") && html.contains("<ins>should </ins>"), "{html}");
    assert!(!html.contains("<script>"));
    let letter = || {
        let mut docx = Vec::new();
        clausecheck::report::comparison::docx(&comparison, telling, &mut docx).unwrap();
        docx
    };
    assert!(letter() == letter());
    let text = letter_text(&letter());
    assert!(text.contains("It was required, and is only recommended"), "{text}");
    assert!(text.contains("should notify"));
}

#[test]
fn tracked_changes_are_compared_within_one_file() {
    let docx = crate::changes::tracked();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tracked.docx");
    fs::write(&path, docx).unwrap();
    let packs = input::collect(&[path.display().to_string()], false).unwrap();
    let rules = ruleset::load("baseline").unwrap();
    let settings = Settings::default();
    let examined = app::examine_changes(&packs[0], &rules, &settings, &|_| ()).unwrap();
    let comparison = review::compare(examined.ruleset, &examined.old, &examined.new);
    let rule = change(&comparison, "inc-notification");
    assert_eq!((rule.change, rule.verdicts), (Change::Weakened, (Verdict::Met, Verdict::Weak)));
}

#[test]
fn a_duty_that_no_rule_knows_is_seen_to_bind_less_too() {
    let old = "1. The Supplier shall paint the office green before the summer.\n\n2. The Customer \
        shall pay within 30 days.\n";
    let less =
        old.replace("Supplier shall", "Supplier should").replace("Customer shall", "Customer may");
    let others = compare(old, &less).others;
    assert_eq!(others.len(), 1, "{others:#?}");
    assert!(others[0].new.as_ref().unwrap().passage.quote.contains("should paint"));
    assert!(compare(old, old).others.is_empty());
    let denied = old.replace("shall paint", "is not required to paint");
    assert_eq!(compare(old, &denied).others.len(), 1);
}

/// The comparison of a published contract with the signed one, by an imported list of requirements.
fn survived() -> Comparison {
    let samples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/policy");
    let path = |name: &str| samples.join(name).display().to_string();
    let pack = |name: &str| input::collect(&[path(name)], false).unwrap().remove(0);
    let rules = ruleset::load(&path("requirements/krav")).unwrap();
    let settings = Settings::default();
    let examined = app::examine(&pack("v1"), &pack("signed"), &rules, &settings, &|_| ()).unwrap();
    review::compare(examined.ruleset, &examined.old, &examined.new)
}

#[test]
fn each_requirement_is_kept_weakened_lost_or_contradicted() {
    let comparison = survived();
    let fates: Vec<(&str, Survival)> =
        comparison.rules.iter().map(|rule| (rule.rule.id.as_str(), rule.survival())).collect();
    let expected = [
        ("req-k1", Survival::Weakened),
        ("req-k2", Survival::Lost),
        ("req-k3", Survival::Weakened),
        ("req-k4", Survival::Kept),
        ("req-k5", Survival::NeverAsked),
        ("req-k6", Survival::Contradicted),
    ];
    assert_eq!(fates, expected);
    let mut json = Vec::new();
    clausecheck::report::comparison::v1::write(&comparison, &mut json).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["survival"]["weakened"], 2);
    assert_eq!(json["rules"][4]["survival"], "never-asked");
    assert!(json["rules"][4]["requirement"].as_str().unwrap().starts_with("Datorhallen"));
}

#[test]
fn what_was_never_asked_fails_a_run_by_requirement_and_no_other() {
    let mut comparison = survived();
    comparison.rules.retain(|rule| rule.survival() == Survival::NeverAsked);
    let least = Some(comparison.rules[0].rule.severity);
    assert_eq!(comparison.outcome(least), review::Outcome::Clean);
    assert_eq!(comparison.outcome_of_survival(least), review::Outcome::Gaps);
    assert_eq!(comparison.outcome_of_survival(None), review::Outcome::Clean);
}

#[test]
fn page_letter_and_terminal_show_a_row_for_each_requirement_in_any_language() {
    let comparison = survived();
    for language in Language::NAMED {
        let words = Words::new(language, ruleset::translations(language));
        let telling = Telling { words: &words, by_requirement: true };
        let (mut html, mut docx, mut terminal) = (Vec::new(), Vec::new(), Vec::new());
        clausecheck::report::comparison::html(&comparison, telling, &mut html).unwrap();
        clausecheck::report::comparison::docx(&comparison, telling, &mut docx).unwrap();
        let options = clausecheck::report::Options { width: 100 };
        clausecheck::report::comparison::terminal(&comparison, telling, options, &mut terminal)
            .unwrap();
        let letter = letter_text(&docx);
        let forms =
            [String::from_utf8(html).unwrap(), letter, String::from_utf8(terminal).unwrap()];
        let heading = words.say("compare-requirements");
        assert_eq!(heading == "Did the requirements survive?", language == Language::English);
        for form in forms {
            assert!(form.contains(&heading), "{form}");
            for rule in &comparison.rules {
                assert!(form.contains(&rule.rule.id), "{}: {form}", rule.rule.id);
                let said = words.say(&format!("compare-survival-{}", rule.survival().code()));
                assert!(form.to_lowercase().contains(&said), "{said}: {form}");
            }
        }
    }
}

#[test]
fn the_language_of_a_comparison_is_that_of_the_documents_unless_asked() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_clausecheck"));
        command.args(["compare", "samples/policy/v1", "samples/policy/v2", "--exit-zero"]);
        command.args(arguments).env("CLAUSECHECK_NO_CACHE", "true").env("NO_COLOR", "1");
        let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(run(&[]).contains("WEAKENED"));
    assert!(run(&["--ui-lang", "de"]).contains("ABGESCHWÄCHT"));
    let page = folder.path().join("page.html");
    run(&["-o", &page.display().to_string()]);
    assert!(fs::read_to_string(&page).unwrap().contains("lang=\"sv\""));
    run(&["-o", &page.display().to_string(), "--ui-lang", "fr"]);
    assert!(fs::read_to_string(&page).unwrap().contains("Affaibli"));
    assert!(run(&["-f", "json", "--ui-lang", "fr"]).contains("only recommended"));
}
