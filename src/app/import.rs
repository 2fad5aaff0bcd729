//! From a list of requirements to a ruleset: reads the list, tries the shipped rules on each of its
//! rows, and tries the rules that are made of them.

use super::AppError;
use super::Settings;
use super::engine;
use super::reader::Reader;
use crate::engine::Engine;
use crate::input::FileSource;
use crate::model::Finding;
use crate::model::Pack;
use crate::model::Quantity;
use crate::model::Unit;
use crate::model::Verdict;
use crate::ruleset;
use crate::ruleset::Imported;
use crate::ruleset::ImportedRow;
use crate::ruleset::Problems;
use crate::ruleset::Ruleset;
use crate::structure::Requirement;
use crate::structure::requirements;
use std::collections::BTreeMap;
use thiserror::Error;

/// Why a list could not be imported.
#[derive(Debug, Error)]
pub enum ImportError {
    /// As for other runs.
    #[error(transparent)]
    App(#[from] AppError),
    /// The list could not be read in full: why.
    #[error("`{0}` could not be read in full: {1}")]
    NotRead(String, String),
    /// No row names its columns.
    #[error(
        "`{file}` has no row that names its columns{seen}\n  help: name the column of the requirements Requirement, Krav, Eis, Anforderung, Vaatimus or Exigence, and put it above them; columns for the number and for Shall/Should are recognised by their headings too"
    )]
    NoHeader {
        /// The list.
        file: String,
        /// What was seen instead.
        seen: String,
    },
    /// There are columns, and nothing below them.
    #[error("`{0}` has a heading for requirements, and none below it")]
    NoRows(String),
    /// What was made is no ruleset; a defect of ours.
    #[error("the ruleset that was made is broken:\n{0}")]
    Broken(Problems),
}

/// A list as a ruleset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportResult {
    /// The rows of the list, with what is known about each.
    pub rows: Vec<ImportedRow>,
    /// The files of the ruleset.
    pub imported: Imported,
}

/// Makes a ruleset of a list of requirements, which `shown` names.
///
/// # Errors
/// If the list is not read in full, or holds no requirements.
pub fn import(
    file: &FileSource,
    shown: &str,
    name: &str,
    ruleset: &Ruleset,
    settings: &Settings,
) -> Result<ImportResult, ImportError> {
    let engine = engine(ruleset, settings)?;
    let reader = Reader::new(&engine, settings)?;
    let documents = reader.read_all(std::slice::from_ref(file), &|_| ());
    let mut found = Vec::new();
    let mut seen = Vec::new();
    for document in &documents {
        if let Some(note) = document.notes.iter().find(|note| note.kind.is_loss()) {
            return Err(ImportError::NotRead(shown.to_owned(), note.message.clone()));
        }
        match requirements(document) {
            Ok(rows) => found.extend(rows),
            Err(rows) => seen.extend(rows),
        }
    }
    if found.is_empty() && seen.is_empty() && documents.iter().any(|d| !d.blocks.is_empty()) {
        seen.push("no table at all".to_owned());
    }
    if found.is_empty() && !seen.is_empty() {
        let seen = format!("; it begins with: {}", seen.join(" / "));
        return Err(ImportError::NoHeader { file: shown.to_owned(), seen });
    }
    if found.is_empty() {
        return Err(ImportError::NoRows(shown.to_owned()));
    }
    let judge = |row: Requirement| imported_row(row, &reader, &engine, ruleset);
    let rows: Vec<ImportedRow> = found.into_iter().map(judge).collect();
    let first = ruleset::import(name, shown, &rows);
    let rows = tried(rows, &first, name, &reader)?;
    let imported = ruleset::import(name, shown, &rows);
    Ok(ImportResult { rows, imported })
}

fn imported_row(
    row: Requirement,
    reader: &Reader<'_>,
    engine: &Engine<'_>,
    ruleset: &Ruleset,
) -> ImportedRow {
    let language = Some(row.language).filter(|language| engine.supports(*language));
    let pack = pack_of(reader, &row.text, language);
    let findings = ruleset.rules.iter().map(|rule| engine.judge_rule(&pack, rule));
    let alike = findings.filter(|finding| {
        let outside = finding.parameters.iter().any(|parameter| parameter.found.is_some());
        finding.verdict == Verdict::Met || finding.verdict == Verdict::Weak && outside
    });
    let like = alike.max_by_key(|finding| {
        let numbers = finding.parameters.iter().filter(|p| p.found.is_some()).count();
        (numbers, finding.verdict == Verdict::Met, finding.rule.severity)
    });
    let Requirement { id, text, force, language, place } = row;
    let like = like.map(|finding| (finding.rule.id.clone(), thresholds(&finding)));
    ImportedRow { id, text, force, language: language.code(), place, like, verdict: None }
}

fn pack_of(reader: &Reader<'_>, text: &str, language: Option<crate::model::Language>) -> Pack {
    let document = reader.read_text(text, language);
    Pack { name: String::new(), documents: vec![document] }
}

/// The numbers that a requirement states, as thresholds.
fn thresholds(finding: &Finding) -> BTreeMap<String, String> {
    let stated = finding.parameters.iter().filter_map(|parameter| {
        let written = written(&parameter.found?)?;
        Some((parameter.name.clone(), written))
    });
    stated.collect()
}

/// A duration or a percentage as rulesets write it.
fn written(quantity: &Quantity) -> Option<String> {
    let unit = match quantity.unit {
        Unit::Minutes => "minutes",
        Unit::Hours => "hours",
        Unit::Days => "days",
        Unit::WorkingDays => "working days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
        Unit::Years => "years",
        Unit::Percent => "%",
        _ => return None,
    };
    Some(format!("{} {unit}", quantity.value))
}

/// The rows with what their rules say of them.
fn tried(
    mut rows: Vec<ImportedRow>,
    made: &Imported,
    name: &str,
    reader: &Reader<'_>,
) -> Result<Vec<ImportedRow>, ImportError> {
    let main = format!("{name}.yaml");
    let ruleset = ruleset::load_sources(main, &made.files).map_err(ImportError::Broken)?;
    let engine = Engine::new(&ruleset).map_err(AppError::from)?;
    for (row, id) in rows.iter_mut().zip(&made.rules) {
        let rule = ruleset.rules.iter().find(|rule| Some(&rule.card.id) == id.as_ref());
        let Some(rule) = rule else { continue };
        let language = crate::model::Language::from_code(row.language);
        let language = language.filter(|language| engine.supports(*language));
        let pack = pack_of(reader, &row.text, language);
        row.verdict = Some(engine.judge_rule(&pack, rule).verdict.in_examples());
    }
    Ok(rows)
}
