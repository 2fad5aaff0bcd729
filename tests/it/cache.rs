//! What was read before is not read again, and says the same.

use clausecheck::app;
use clausecheck::app::Cache;
use clausecheck::app::Settings;
use clausecheck::input;
use clausecheck::report::json::v1;
use clausecheck::ruleset;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

/// The report on a path as JSON, with a cache in a folder, or without one.
fn check(path: &Path, cache: Option<&Path>) -> Vec<u8> {
    let rules = ruleset::load("baseline").unwrap();
    let packs = input::collect(&[path.display().to_string()], false).unwrap();
    let cache = cache.map(|folder| Arc::new(Cache::open(folder).unwrap()));
    let settings = Settings { cache, ocr: app::Ocr::Never, ..Settings::default() };
    let report = app::check(&packs, &rules, &settings, &|_| ()).unwrap();
    let mut json = Vec::new();
    v1::write(&report, &mut json).unwrap();
    json
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/gapped")
}

#[test]
fn reports_are_the_same_with_and_without_cache_and_whatever_becomes_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let without = check(&samples(), None);
    assert!(check(&samples(), Some(folder.path())) == without);
    let entries = files(folder.path());
    assert_eq!(entries.len(), 12, "one entry a document");
    assert!(check(&samples(), Some(folder.path())) == without);
    for (number, entry) in entries.iter().enumerate() {
        let mut bytes = fs::read(entry).unwrap();
        match number % 3 {
            0 => bytes.truncate(bytes.len() / 2),
            1 => bytes[60] ^= 1,
            _ => bytes.clear(),
        }
        fs::write(entry, bytes).unwrap();
    }
    assert!(check(&samples(), Some(folder.path())) == without);
    assert_eq!(files(folder.path()), entries);
}

#[test]
fn an_unchanged_document_is_not_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("one.txt"), folder.path().join("other.txt"));
    fs::write(&one, "The Supplier shall encrypt all stored data with AES-256.").unwrap();
    fs::write(&other, "Nothing of note is said here by anybody to anyone.").unwrap();
    let (of_one, of_other) = (folder.path().join("a"), folder.path().join("b"));
    check(&one, Some(&of_one));
    check(&other, Some(&of_other));
    let says = |json: Vec<u8>| String::from_utf8(json).unwrap().contains("shall encrypt");
    // What is remembered of one document is put in the place of the other.
    fs::copy(&files(&of_other)[0], &files(&of_one)[0]).unwrap();
    assert!(says(check(&one, None)));
    assert!(!says(check(&one, Some(&of_one))));
    // A changed document is another one.
    fs::write(&one, "The Supplier shall encrypt all stored data with AES-128.").unwrap();
    assert!(says(check(&one, Some(&of_one))));
}

#[test]
fn the_way_a_document_is_read_tells_entries_apart_and_a_password_leaves_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = samples().join("northport-docx/2-contract.docx");
    let rules = ruleset::load("baseline").unwrap();
    let packs = input::collect(&[path.display().to_string()], false).unwrap();
    let with = |reading: app::Options| {
        let cache = Some(Arc::new(Cache::open(folder.path()).unwrap()));
        let settings = Settings { cache, reading, ..Settings::default() };
        app::check(&packs, &rules, &settings, &|_| ()).unwrap();
        files(folder.path()).len()
    };
    let secret = app::Options { password: Some("sesame".to_owned()), ..app::Options::default() };
    assert_eq!(with(secret), 0);
    assert_eq!(with(app::Options::default()), 1);
    let original = app::Options { changes: app::Changes::Original, ..app::Options::default() };
    assert_eq!(with(original), 2);
    let strict = app::Options { limits: app::Limits::strict(), ..app::Options::default() };
    assert_eq!(with(strict), 3);
    assert_eq!(with(app::Options::default()), 3);
}

#[test]
fn what_another_version_left_is_neither_read_nor_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let path = samples().join("northport-docx/2-contract.docx");
    let without = check(&path, None);
    let foreign = folder.path().join("v0/ab");
    fs::create_dir_all(&foreign).unwrap();
    fs::write(foreign.join("cdef"), vec![7; 3 << 20]).unwrap();
    assert!(check(&path, Some(folder.path())) == without);
    let entry = files(&folder.path().join("v1")).remove(0);
    let whole = fs::read(&entry).unwrap();
    // Of a form that begins in another way, and whole otherwise.
    let mut other = whole.clone();
    other[13] = b'0';
    fs::write(&entry, &other).unwrap();
    assert!(check(&path, Some(folder.path())) == without);
    assert!(fs::read(&entry).unwrap() == whole, "it is kept anew");
    assert!(foreign.join("cdef").exists());
    let usage = Cache::usage(folder.path());
    assert_eq!((usage.entries, usage.others), (1, 3 << 20));
    assert_eq!(usage.bytes, whole.len() as u64);
    let mut doctor = std::process::Command::new(env!("CARGO_BIN_EXE_clausecheck"));
    doctor.args(["doctor", "--no-isolation", "--isolated", "--cache-dir"]).arg(folder.path());
    let said = String::from_utf8(doctor.output().unwrap().stdout).unwrap();
    assert!(said.contains("1 document in 1 MB; 3 MB of another version"), "{said}");
    let mut doctor = std::process::Command::new(env!("CARGO_BIN_EXE_clausecheck"));
    let off = doctor.args(["doctor", "--no-isolation", "--no-cache"]).output().unwrap();
    assert!(String::from_utf8(off.stdout).unwrap().contains("cache: switched off"));
}
