//! `clausecheck export`: rules and findings of an audit for programs of qualitative analysis.

use super::Failure;
use super::audit;
use super::audit::Audit;
use super::output;
use super::verify;
use crate::report::corpus::refi;
use crate::report::corpus::rows::Evidence;
use crate::report::words::count;
use crate::store::Folder;
use crate::store::Journal;
use clap::Args as ClapArgs;
use std::collections::BTreeSet;
use std::io;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use zip::CompressionMethod;
use zip::DateTime;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Options of `export`.
#[derive(Debug, ClapArgs)]
pub(super) struct ExportArgs {
    /// Folder that `audit` wrote
    #[arg(value_name = "FOLDER")]
    run: PathBuf,
    /// Write the rules as REFI-QDA codebook
    #[arg(long, value_name = "FILE.qdc", required_unless_present = "project")]
    codebook: Option<PathBuf>,
    /// Write documents, rules and found passages as REFI-QDA project
    #[arg(long, value_name = "FILE.qdpx")]
    project: Option<PathBuf>,
    /// Only the documents of this sample: the key.csv or coding.csv that `sample` wrote
    #[arg(long, value_name = "SAMPLE.csv", requires = "project")]
    sample: Option<PathBuf>,
    /// Leave out what was found, so that people can code without knowing it
    #[arg(long, requires = "project")]
    blind: bool,
    /// Folders and files of the corpus, if they lie elsewhere now
    #[arg(long, value_name = "CORPUS", num_args = 1..)]
    corpus: Vec<String>,
}

pub(super) fn run(args: &ExportArgs) -> Result<u8, Failure> {
    let run = audit::read_run(&args.run)?;
    let repeated = verify::repeat(&run, &args.corpus, &args.run)?;
    let audit = Audit::prepare(&repeated)?;
    if audit.basis().ruleset != run.ruleset.hash {
        return Err(Failure::new(format!(
            "the rules of `{}` changed since the audit, so its passages cannot be placed\n  help: audit again",
            run.ruleset.name
        )));
    }
    if let Some(path) = &args.codebook {
        let codes = audit.codes();
        output::deliver(Some(path), |out| refi::write_codebook(&codes, out))?;
        output::tell(&format!("codebook written to {}", path.display()));
    }
    if let Some(path) = &args.project {
        let sources = write_project(args, &audit, path)?;
        let sources = count(sources, "document");
        output::tell(&format!("project with {sources} written to {}", path.display()));
    }
    Ok(0)
}

/// The packs of a sample; none if all are meant.
fn chosen(args: &ExportArgs) -> Result<Option<BTreeSet<String>>, Failure> {
    let Some(path) = &args.sample else { return Ok(None) };
    let shown = path.display();
    let fails = |error: csv::Error| Failure::new(format!("`{shown}` cannot be read: {error}"));
    let mut reader = csv::Reader::from_path(path).map_err(fails)?;
    let column = reader.headers().map_err(fails)?.iter().position(|name| name == "document");
    let Some(column) = column else {
        return Err(Failure::new(format!("`{shown}` has no column `document`")));
    };
    let cell = |row: csv::StringRecord| {
        crate::corpus::coding::plain(row.get(column).unwrap_or_default()).to_owned()
    };
    reader.records().map(|row| row.map(cell).map_err(fails)).collect::<Result<_, _>>().map(Some)
}

fn write_project(args: &ExportArgs, audit: &Audit<'_>, path: &Path) -> Result<usize, Failure> {
    let (journal, _) = Journal::read(&args.run).map_err(Failure::new)?;
    let chosen = chosen(args)?;
    let corpus = audit.corpus(&args.run)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = Folder::new(folder.unwrap_or(Path::new(".")), false)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    // Times would differ from run to run.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut packed = ZipWriter::new(tempfile::tempfile()?);
    let mut sources = Vec::new();
    for pack in &corpus.packs {
        if chosen.as_ref().is_some_and(|chosen| !chosen.contains(&pack.name)) {
            continue;
        }
        let Some(record) = journal.record(&pack.name).map_err(Failure::new)? else { continue };
        for document in audit.read(&pack.files)? {
            let name = document.source.path.clone();
            let file = format!("{}.txt", refi::guid("source", &name));
            packed.start_file(format!("sources/{file}"), options).map_err(Failure::new)?;
            packed.write_all(document.text.as_bytes())?;
            let found = record.evidence.iter().filter(|row| row.document == name);
            let selections = found.filter_map(|row| selection(row, &document.text));
            let selections = if args.blind { Vec::new() } else { selections.collect() };
            sources.push(refi::Source { name, file, selections });
        }
    }
    packed.start_file("project.qde", options).map_err(Failure::new)?;
    refi::write_project(&audit.codes(), &sources, &mut packed)?;
    let mut packed = packed.finish().map_err(Failure::new)?;
    folder
        .write(&name, |out| {
            use std::io::Seek;
            packed.rewind()?;
            io::copy(&mut packed, out).map(drop)
        })
        .map_err(|error| {
            Failure::new(format!("`{}` could not be written: {error}", path.display()))
        })?;
    Ok(sources.len())
}

/// A passage that bears a verdict, with its place in characters; none if the text is another one.
fn selection(row: &Evidence, text: &str) -> Option<refi::Selection> {
    let verdict = match row.role.as_str() {
        "supports" => "met",
        "weakens" => "weak",
        "contradicts" => "contradicted",
        _ => return None,
    };
    let (start, end) = (usize::try_from(row.start).ok()?, usize::try_from(row.end).ok()?);
    let before = text.get(..start)?.chars().count();
    let length = text.get(start..end)?.chars().count();
    Some(refi::Selection {
        rule: row.rule.clone(),
        verdict,
        start: before,
        end: before + length,
        reasons: row.reasons.clone(),
    })
}
