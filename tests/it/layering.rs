//! Each module imports only what lies below it. The table is the architecture; an arrow that is
//! not in it fails here.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

const ALLOWED: [(&str, &[&str]); 19] = [
    ("model", &[]),
    ("extract", &["model"]),
    ("language", &["model"]),
    ("structure", &["model", "language"]),
    ("ruleset", &["model", "language"]),
    ("engine", &["model", "language", "ruleset"]),
    ("review", &["model"]),
    // A located problem is told in the same form as one of a ruleset.
    ("config", &["model", "review", "ruleset"]),
    ("evaluation", &["model"]),
    ("corpus", &["model", "evaluation"]),
    ("report", &["model", "evaluation", "corpus", "review"]),
    // The folder of an audit: its journal is both written and read again.
    ("store", &["model", "corpus", "report"]),
    ("input", &["model"]),
    ("ocr", &["model"]),
    ("annotate", &["model"]),
    ("worker", &["annotate", "extract", "model"]),
    // Keeps bytes, and knows nothing of what they mean.
    ("cache", &[]),
    (
        "app",
        &[
            "model",
            "extract",
            "language",
            "structure",
            "ruleset",
            "engine",
            "review",
            "evaluation",
            "report",
            "input",
            "ocr",
            "worker",
            "cache",
        ],
    ),
    (
        "cli",
        &[
            "app",
            "config",
            "corpus",
            "evaluation",
            "model",
            "input",
            "report",
            "review",
            "ruleset",
            "store",
        ],
    ),
];

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Source files with their path below `src`, the module they belong to and their code without
/// comments.
fn sources() -> Vec<(String, String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let below = file.strip_prefix(&src).unwrap();
            let module =
                below.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(&file).unwrap();
            let code: Vec<&str> =
                text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            (below.display().to_string(), module, code.join("\n"))
        })
        .collect()
}

#[test]
fn modules_import_only_downwards() {
    let mut wrong = BTreeSet::new();
    for (file, module, code) in sources() {
        if module == "lib" || module == "main" {
            continue;
        }
        let allowed = ALLOWED
            .iter()
            .find(|(name, _)| *name == module)
            .unwrap_or_else(|| panic!("add the module `{module}` to the table"))
            .1;
        for part in code.split("crate::").skip(1) {
            if part.starts_with('{') {
                wrong.insert(format!("{file}: write one `use crate::x` a line"));
                continue;
            }
            let name: String =
                part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if name != module && !allowed.contains(&name.as_str()) {
                wrong.insert(format!("{file}: {module} -> {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_rule_has_a_line_of_code() {
    let names = clausecheck::ruleset::builtin_names();
    let rulesets: Vec<_> =
        names.iter().map(|name| clausecheck::ruleset::load(name).unwrap()).collect();
    for (file, _, code) in sources() {
        // The command line may show one id as an example in its help.
        if file.contains("args") {
            continue;
        }
        for rule in rulesets.iter().flat_map(|ruleset| &ruleset.rules) {
            assert!(
                !code.contains(&format!("\"{}", rule.card.id)),
                "{file} names the rule {}",
                rule.card.id
            );
        }
    }
}

#[test]
fn only_the_edges_touch_the_world() {
    let world = [
        "std::fs",
        "std::env",
        "std::process",
        "std::time",
        "SystemTime",
        "std::io::stdout",
        "println!",
    ];
    // The cache is files beside each other, and their age.
    let edges = ["input", "ocr", "worker", "cache", "store", "cli", "main", "lib"];
    for (file, module, code) in sources() {
        if edges.contains(&module.as_str()) || file.replace('\\', "/") == "ruleset/load.rs" {
            continue;
        }
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        for name in world {
            // The PDF reader keeps a clock per page, so that one page cannot stop a run.
            let clock = name == "std::time" && file.replace('\\', "/").starts_with("extract/pdf");
            assert!(clock || !code.contains(name), "{file} uses {name}");
        }
    }
}

#[test]
fn the_model_is_not_serialised() {
    for (file, module, code) in sources() {
        assert!(module != "model" || !code.contains("Serialize"), "{file} derives Serialize");
    }
}

#[test]
fn no_language_has_a_line_of_code_in_the_engine() {
    for (file, module, code) in sources() {
        if module != "engine" {
            continue;
        }
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        for language in clausecheck::model::Language::NAMED {
            let (name, code_word) = (format!("Language::{}", language.name()), language.code());
            assert!(!code.contains(&name), "{file} names {}", language.name());
            assert!(!code.contains(&format!("\"{code_word}\"")), "{file} names `{code_word}`");
        }
        let foreign = code.chars().find(|c| c.is_alphabetic() && !c.is_ascii());
        assert_eq!(foreign, None, "{file} has words of a language");
    }
}
