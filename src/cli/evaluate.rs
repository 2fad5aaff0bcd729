//! `clausecheck evaluate`.

use super::Failure;
use super::args::EvaluateArgs;
use super::args::EvaluationFormat;
use super::output;
use crate::app;
use crate::app::Settings;
use crate::evaluation::GoldDocument;
use crate::evaluation::GoldSet;
use crate::evaluation::Problem;
use crate::evaluation::gold;
use crate::input;
use crate::input::PackSource;
use crate::report;
use crate::ruleset;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Exit status when documents of the gold set were not fully read.
const INCOMPLETE: u8 = 3;

pub(super) fn run(args: &EvaluateArgs) -> Result<u8, Failure> {
    let ruleset = ruleset::load(&args.reading.ruleset).map_err(Failure::new)?;
    let ids: BTreeSet<&str> = ruleset.rules.iter().map(|rule| rule.card.id.as_str()).collect();
    let mut problems = Vec::new();
    let mut documents = Vec::new();
    for path in &args.gold {
        let set = read(path, &ids, &mut problems);
        let base = args.documents.as_deref().or_else(|| path.parent()).unwrap_or(Path::new(""));
        documents.extend(locate(set, base, &mut problems));
    }
    if !problems.is_empty() {
        let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let count = report::words::count(problems.len(), "problem");
        return Err(Failure::new(format!("{}\n\n{count}; nothing was evaluated", all.join("\n"))));
    }
    let settings = Settings { jobs: args.jobs, ..args.reading.settings()? };
    let bar = output::progress_bar(documents.len() as u64, args.no_progress);
    let result = app::evaluate(&documents, &ruleset, &settings, args.all_labels, &|_| bar.inc(1));
    bar.finish_and_clear();
    let evaluation = result.map_err(Failure::new)?;
    let options = report::Options { width: output::width() };
    output::deliver(args.output.as_deref(), |out| match args.format {
        EvaluationFormat::Terminal => report::evaluation::terminal(&evaluation, options, out),
        EvaluationFormat::Json => report::evaluation::v1::write(&evaluation, out),
        EvaluationFormat::Html => report::evaluation::html(&evaluation, out),
    })?;
    if let Some(path) = &args.output {
        output::tell(&format!("evaluation written to {}", path.display()));
    }
    Ok(if evaluation.not_fully_read.is_empty() { 0 } else { INCOMPLETE })
}

fn read(path: &Path, ids: &BTreeSet<&str>, problems: &mut Vec<Problem>) -> GoldSet {
    let shown = path.display().to_string();
    match fs::read_to_string(path) {
        Ok(text) => {
            let (set, found) = gold::read(&shown, &text, ids);
            problems.extend(found);
            set
        }
        Err(error) => {
            let message = format!("the file cannot be read: {error}");
            let help = "check the spelling; the file must be UTF-8 text".to_owned();
            problems.push(Problem { path: shown.clone(), line: 0, column: 0, message, help });
            GoldSet { path: shown, documents: Vec::new() }
        }
    }
}

/// The files of each document of a set. A folder is one pack.
fn locate(
    set: GoldSet,
    base: &Path,
    problems: &mut Vec<Problem>,
) -> Vec<(GoldDocument, PackSource)> {
    let mut found = Vec::new();
    for document in set.documents {
        let path = base.join(&document.doc).display().to_string();
        match input::collect(std::slice::from_ref(&path), false) {
            Ok(packs) => {
                let files = packs.into_iter().flat_map(|pack| pack.files).collect();
                let name = document.doc.clone();
                found.push((document, PackSource { name, files }));
            }
            Err(_) => problems.push(Problem {
                path: set.path.clone(),
                line: document.line,
                column: 0,
                message: format!("there is no document `{path}`"),
                help: "`--documents` names the folder that documents are relative to".to_owned(),
            }),
        }
    }
    found
}
