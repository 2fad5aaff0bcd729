//! Reports speak eight languages: every sentence and every text of a shipped rule is there in each, with the
//! same values in it.
//!
//! `UPDATE=1 cargo test translations` adds what is missing, empty, to the files of the rules.

use clausecheck::model::Language;
use clausecheck::report::words::Words;
use clausecheck::ruleset;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The sentences of a language by key.
fn sentences(code: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(root(&format!("src/report/words/{code}.ftl"))).unwrap();
    let mut sentences: BTreeMap<String, String> = BTreeMap::new();
    let mut key = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        match line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
            Some((name, value)) => {
                key = name.to_owned();
                assert!(sentences.insert(key.clone(), value.to_owned()).is_none(), "{key} twice");
            }
            None => sentences.get_mut(&key).unwrap().push_str(line),
        }
    }
    sentences
}

/// Names of the values in a sentence.
fn values(sentence: &str) -> BTreeSet<&str> {
    let named = sentence.split('$').skip(1);
    named
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap())
        .collect()
}

#[test]
fn every_sentence_is_there_in_every_language() {
    let english = sentences("en");
    let mut wrong = Vec::new();
    for language in Language::NAMED {
        let own = sentences(language.code());
        for (key, sentence) in &english {
            match own.get(key) {
                None => wrong.push(format!("{}: {key} is missing", language.code())),
                Some(other) if values(other) != values(sentence) => {
                    wrong.push(format!("{}: {key} has other values", language.code()));
                }
                Some(_) => {}
            }
        }
        for key in own.keys().filter(|key| !english.contains_key(*key)) {
            wrong.push(format!("{}: {key} is not used", language.code()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_sentence_is_read_by_the_library() {
    for language in Language::NAMED {
        let words = Words::new(language, BTreeMap::new());
        for key in sentences(language.code()).keys() {
            assert_ne!(words.say(key), *key, "{}: {key} cannot be read", language.code());
        }
    }
}

#[test]
fn every_key_that_is_said_is_a_sentence_and_every_sentence_is_said() {
    let english = sentences("en");
    let mut source = String::new();
    gather(&root("src"), &mut source);
    let mut unsaid = Vec::new();
    for key in english.keys() {
        // Keys that are put together end in a word of the model.
        let whole = source.contains(&format!("\"{key}\""));
        let built = key.match_indices('-').any(|(at, _)| {
            let (begin, end) = (&key[..=at], &key[at + 1..]);
            source.contains(&format!("\"{begin}{{"))
                || source.contains(&format!("\"{begin}\"")) && source.contains(end)
        });
        let tailed =
            source.contains(&format!("}}-{}\"", key.split_once('-').map_or("", |(_, end)| end)));
        if !(whole || built || tailed) {
            unsaid.push(key);
        }
    }
    assert!(unsaid.is_empty(), "nothing says {unsaid:?}");
    for said in ["say", "say_of", "say_count", "say_with"] {
        for rest in source.split(&format!(".{said}(")).skip(1) {
            let Some(rest) = rest.trim_start().strip_prefix('"') else { continue };
            let key = rest.split('"').next().unwrap();
            assert!(english.contains_key(key), "{key} is no sentence");
        }
    }
}

fn gather(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, text);
        } else if path.extension().is_some_and(|end| end == "rs" || end == "html") {
            text.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_text_of_the_shipped_rules_is_there_in_every_language() {
    let wanted = ruleset::translatable(&ruleset::load("baseline").unwrap());
    let mut missing = Vec::new();
    for language in Language::NAMED.into_iter().filter(|one| *one != Language::English) {
        let path = root(&format!("rulesets/reference/translations/{}.yaml", language.code()));
        let stored = fs::read_to_string(&path).unwrap_or_default();
        let mut own: BTreeMap<String, String> = if stored.is_empty() {
            BTreeMap::new()
        } else {
            serde_saphyr::from_str(&stored).unwrap()
        };
        if std::env::var_os("UPDATE").is_some() {
            own.retain(|text, _| wanted.contains(text));
            for text in &wanted {
                own.entry(text.clone()).or_default();
            }
            let lines: Vec<String> = own
                .iter()
                .map(|(text, other)| {
                    let quoted = |text: &str| serde_json::to_string(text).unwrap();
                    format!("{}: {}\n", quoted(text), quoted(other))
                })
                .collect();
            let head =
                "# What the rules say of themselves: the English text and its translation.\n";
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, format!("{head}{}", lines.concat())).unwrap();
        }
        for text in &wanted {
            if own.get(text).is_none_or(|other| other.trim().is_empty()) {
                missing.push(format!("{}: {text}", language.code()));
            }
        }
        for text in own.keys().filter(|text| !wanted.contains(*text)) {
            missing.push(format!("{}: no rule says {text}", language.code()));
        }
    }
    assert!(
        missing.is_empty(),
        "{} are missing: {:#?}",
        missing.len(),
        &missing[..missing.len().min(8)]
    );
}
