//! Generated files are up to date, and reports follow their schema.
//!
//! `UPDATE=1 cargo test schemas` renews them.

use boon::Compiler;
use boon::Schemas;
use clausecheck::app;
use clausecheck::app::Settings;
use clausecheck::evaluation::gold;
use clausecheck::input;
use clausecheck::report::comparison;
use clausecheck::report::corpus;
use clausecheck::report::document;
use clausecheck::report::evaluation;
use clausecheck::report::json::v1;
use clausecheck::review;
use clausecheck::ruleset;
use clausecheck::ruleset::schema::LexiconFile;
use clausecheck::ruleset::schema::RuleFile;
use clausecheck::ruleset::schema::RulesetFile;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

fn check(path: &str, schema: &schemars::Schema) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let fresh = format!("{}\n", serde_json::to_string_pretty(schema).unwrap());
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &fresh).unwrap();
    }
    let stored = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(stored == fresh, "{path} is stale: run `UPDATE=1 cargo test schemas`");
}

#[test]
fn schemas_are_up_to_date() {
    check("rulesets/rule.schema.json", &schemars::schema_for!(RuleFile));
    check("rulesets/lexicon.schema.json", &schemars::schema_for!(LexiconFile));
    check("rulesets/ruleset.schema.json", &schemars::schema_for!(RulesetFile));
    check("src/report/json/v1.schema.json", &v1::schema());
    check("src/report/document/v1.schema.json", &document::v1::schema());
    check("src/report/evaluation/v1.schema.json", &evaluation::v1::schema());
    check("src/report/corpus/run.schema.json", &corpus::run::schema());
    check("src/report/comparison/v1.schema.json", &comparison::v1::schema());
}

#[test]
fn a_report_follows_its_schema() {
    let ruleset = ruleset::load("baseline").unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/gapped");
    let packs = input::collect(&[folder.display().to_string()], false).unwrap();
    let report = app::check(&packs, &ruleset, &Settings::default(), &|_| {}).unwrap();
    let mut json = Vec::new();
    v1::write(&report, &mut json).unwrap();
    let instance: serde_json::Value = serde_json::from_slice(&json).unwrap();

    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.add_resource("v1.json", serde_json::to_value(v1::schema()).unwrap()).unwrap();
    let index = compiler.compile("v1.json", &mut schemas).unwrap();
    if let Err(error) = schemas.validate(&instance, index) {
        panic!("{error:#}");
    }
}

#[test]
fn a_stored_report_is_the_report() {
    let ruleset = ruleset::load("baseline").unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/gapped");
    let packs = input::collect(&[folder.display().to_string()], false).unwrap();
    let settings = Settings { keep_text: true, ..Settings::default() };
    let mut report = app::check(&packs, &ruleset, &settings, &|_| {}).unwrap();
    let mut json = Vec::new();
    v1::write(&report, &mut json).unwrap();
    let read = v1::read(std::str::from_utf8(&json).unwrap()).unwrap();
    let mut again = Vec::new();
    v1::write(&read, &mut again).unwrap();
    assert!(json == again, "writing what was read changes it");
    // Places are stored to the tenth of a point.
    for pack in &mut report.packs {
        let passages = pack.findings.iter_mut().flat_map(|finding| &mut finding.evidence);
        passages.for_each(|passage| passage.place.areas.clear());
    }
    for (stored, pack) in read.packs.into_iter().zip(report.packs) {
        assert_eq!(stored.texts, pack.texts);
        for (stored, finding) in stored.findings.into_iter().zip(pack.findings) {
            assert_eq!((stored.rule, stored.reasons), (finding.rule, finding.reasons));
            for (mut stored, passage) in stored.evidence.into_iter().zip(finding.evidence) {
                stored.place.areas.clear();
                assert_eq!(stored, passage);
            }
        }
    }
}

#[test]
fn documents_follow_their_schema() {
    let ruleset = ruleset::load("baseline").unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/gapped/northport-pdf");
    let packs = input::collect(&[folder.display().to_string()], false).unwrap();
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    let schema = serde_json::to_value(document::v1::schema()).unwrap();
    compiler.add_resource("document.json", schema).unwrap();
    let index = compiler.compile("document.json", &mut schemas).unwrap();
    for file in &packs[0].files {
        for (document, duties) in app::read_documents(file, &ruleset, &Settings::default()).unwrap()
        {
            let mut json = Vec::new();
            document::v1::write(&document, &duties, &mut json).unwrap();
            let instance: serde_json::Value = serde_json::from_slice(&json).unwrap();
            assert!(!instance["words"].as_array().unwrap().is_empty());
            if let Err(error) = schemas.validate(&instance, index) {
                panic!("{error:#}");
            }
        }
    }
}

#[test]
fn shipped_rules_follow_their_schema() {
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    let schema = serde_json::to_value(schemars::schema_for!(RuleFile)).unwrap();
    compiler.add_resource("rule.json", schema).unwrap();
    let index = compiler.compile("rule.json", &mut schemas).unwrap();
    let mut files = Vec::new();
    gather_rules(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rulesets"), false, &mut files);
    for path in &files {
        let source = fs::read_to_string(path).unwrap();
        let instance: serde_json::Value = serde_saphyr::from_str(&source).unwrap();
        if let Err(error) = schemas.validate(&instance, index) {
            panic!("{}: {error:#}", path.display());
        }
    }
    assert!(files.len() >= 24 + 37, "only {} rules", files.len());
}

/// All files below any folder `rules`.
fn gather_rules(folder: &Path, within: bool, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather_rules(&path, within || path.ends_with("rules"), files);
        } else if within {
            files.push(path);
        }
    }
}

#[test]
fn an_evaluation_follows_its_schema() {
    let ruleset = ruleset::load("baseline").unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/evaluate.in");
    let rules = ruleset.rules.iter().map(|rule| rule.card.id.as_str()).collect();
    let text = fs::read_to_string(folder.join("gold.jsonl")).unwrap();
    let (set, problems) = gold::read("gold.jsonl", &text, &rules);
    assert!(problems.is_empty(), "{problems:?}");
    let documents: Vec<_> = set
        .documents
        .into_iter()
        .map(|gold| {
            let path = folder.join(&gold.doc).display().to_string();
            (gold, input::collect(&[path], false).unwrap().remove(0))
        })
        .collect();
    let found = app::evaluate(&documents, &ruleset, &Settings::default(), false, &|_| {}).unwrap();
    assert!(!found.disagreements.is_empty());
    let mut json = Vec::new();
    evaluation::v1::write(&found, &mut json).unwrap();
    let instance: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    let schema = serde_json::to_value(evaluation::v1::schema()).unwrap();
    compiler.add_resource("evaluation.json", schema).unwrap();
    let index = compiler.compile("evaluation.json", &mut schemas).unwrap();
    if let Err(error) = schemas.validate(&instance, index) {
        panic!("{error:#}");
    }
}

#[test]
fn a_comparison_follows_its_schema() {
    let rules = ruleset::load("baseline").unwrap();
    let pack = |path: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(path);
        input::collect(&[path.display().to_string()], false).unwrap().remove(0)
    };
    let (old, new) = (pack("clean/ekstad-docx"), pack("gapped/ekstad-docx"));
    let examined = app::examine(&old, &new, &rules, &Settings::default(), &|_| ()).unwrap();
    let comparison = review::compare(examined.ruleset, &examined.old, &examined.new);
    let mut json = Vec::new();
    comparison::v1::write(&comparison, &mut json).unwrap();
    let instance: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert!(instance["counts"]["lost"].as_u64().unwrap() > 10);
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    let schema = serde_json::to_value(comparison::v1::schema()).unwrap();
    compiler.add_resource("comparison.json", schema).unwrap();
    let index = compiler.compile("comparison.json", &mut schemas).unwrap();
    if let Err(error) = schemas.validate(&instance, index) {
        panic!("{error:#}");
    }
}
