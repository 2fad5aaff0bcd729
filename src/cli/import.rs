//! `clausecheck rules import`.

use super::Failure;
use super::args::GuardArgs;
use super::output;
use crate::app;
use crate::app::AppError;
use crate::app::ImportResult;
use crate::app::Settings;
use crate::input;
use crate::input::FileSource;
use crate::report::words::count;
use crate::report::words::display_safe;
use crate::report::words::shorten;
use crate::ruleset;
use clap::Args as ClapArgs;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

/// Largest list in CSV, in bytes.
const MAX_CSV: u64 = 32 << 20;
/// Longest requirement that is shown, in characters.
const SHOWN: usize = 60;

#[derive(Debug, ClapArgs)]
pub(super) struct ImportArgs {
    /// The list: a workbook, CSV, or any document with a table of requirements
    list: PathBuf,
    /// Folder to write the ruleset to [default: the name of the list]
    #[arg(short, long)]
    output: Option<PathBuf>,
    #[command(flatten)]
    guard: GuardArgs,
}

pub(super) fn run(args: &ImportArgs) -> Result<u8, Failure> {
    let shown = args.list.file_name().unwrap_or(args.list.as_os_str()).to_string_lossy();
    let name = slug(&args.list);
    let folder = args.output.clone().unwrap_or_else(|| PathBuf::from(&name));
    if folder.exists() {
        let message = format!(
            "`{}` is already there\n  help: `--output` names another folder",
            folder.display()
        );
        return Err(Failure::new(message));
    }
    let rules = ruleset::load("baseline").map_err(Failure::new)?;
    let reading = app::Options { limits: args.guard.limits.limits(), ..app::Options::default() };
    let settings = Settings { reading, isolation: args.guard.isolation()?, ..Settings::default() };
    let (file, _kept) = source(&args.list)?;
    let result = app::import(&file, &shown, &name, &rules, &settings).map_err(Failure::new)?;
    for (path, text) in &result.imported.files {
        let path = folder.join(path);
        let below = path.parent().unwrap_or(&folder);
        fs::create_dir_all(below).map_err(|error| {
            Failure::new(format!("`{}` cannot be made: {error}", below.display()))
        })?;
        output::deliver(Some(&path), |out| out.write_all(text.as_bytes()))?;
    }
    tell(&result, &folder)?;
    Ok(0)
}

/// What became of each row.
fn tell(result: &ImportResult, folder: &Path) -> Result<(), Failure> {
    let rules = &result.imported.rules;
    output::deliver(None, |out| {
        for (row, id) in result.rows.iter().zip(rules) {
            let what = match (id, &row.like) {
                (None, _) => "NOT CHECKED: its words are too few or too common".to_owned(),
                (Some(id), Some((like, _))) => format!("{id}, like {like}"),
                (Some(id), None) => format!("{id}, by its own words"),
            };
            let number = if row.id.is_empty() { &row.place } else { &row.id };
            let text = shorten(&row.text, SHOWN);
            writeln!(out, "{}  {}  → {what}", display_safe(number), display_safe(&text))?;
        }
        let left_out = rules.iter().filter(|id| id.is_none()).count();
        let like =
            result.rows.iter().zip(rules).filter(|(row, id)| id.is_some() && row.like.is_some());
        writeln!(
            out,
            "\n{}: {} like shipped rules, {} by their own words, {left_out} not checked",
            count(rules.len(), "requirement"),
            like.clone().count(),
            rules.len() - left_out - like.count(),
        )
    })?;
    let folder = folder.display();
    output::tell(&format!(
        "ruleset written to {folder}; then: clausecheck check --ruleset {folder} PATH, or clausecheck compare --ruleset {folder} TENDER CONTRACT"
    ));
    Ok(())
}

/// The name of a list as the name of a ruleset.
fn slug(list: &Path) -> String {
    let stem = list.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let parts = stem.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let slug = parts.collect::<Vec<_>>().join("-");
    let named = if slug.is_empty() { "requirements".to_owned() } else { slug };
    if ruleset::builtin_names().contains(&named) { format!("{named}-requirements") } else { named }
}

/// The list as a file that the readers know. CSV is no document of theirs, and becomes a table; the
/// folder that holds it lives as long as the second result.
fn source(list: &Path) -> Result<(FileSource, Option<tempfile::TempDir>), Failure> {
    let is_csv = list.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let (path, kept) = if is_csv {
        let unread = |error: io::Error| {
            Failure::new(format!("`{}` cannot be read: {error}", list.display()))
        };
        let table = table_of(list).map_err(unread)?;
        let folder = tempfile::tempdir().map_err(unread)?;
        let path = folder.path().join("list.md");
        fs::write(&path, table).map_err(unread)?;
        (path, Some(folder))
    } else {
        (list.to_owned(), None)
    };
    let shown = path.display().to_string();
    let packs = input::collect(&[shown], false).map_err(AppError::Input).map_err(Failure::new)?;
    let file = packs.into_iter().flat_map(|pack| pack.files).next();
    file.map(|file| (file, kept)).ok_or_else(|| Failure::new("the list is no file"))
}

/// CSV as a table in Markdown. The separator is the one that stands most often in the first line.
fn table_of(list: &Path) -> io::Result<String> {
    if fs::metadata(list)?.len() > MAX_CSV {
        return Err(io::Error::other(format!("it is larger than {} MB", MAX_CSV >> 20)));
    }
    let bytes = fs::read(list)?;
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let separator = [b';', b',', b'\t']
        .into_iter()
        .max_by_key(|separator| first.bytes().filter(|byte| byte == separator).count());
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator.unwrap_or(b','))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut table = String::new();
    for (number, record) in reader.records().enumerate() {
        let record = record.map_err(io::Error::other)?;
        let cells: Vec<String> = record.iter().map(in_cell).collect();
        table.push_str(&format!("| {} |\n", cells.join(" | ")));
        if number == 0 {
            table.push_str(&format!("|{}\n", "---|".repeat(cells.len())));
        }
    }
    Ok(table)
}

/// A text as it may stand in a cell of Markdown.
fn in_cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\n' | '\r' => cell.push(' '),
            '|' | '\\' | '*' | '_' | '`' | '<' | '[' | ']' | '&' | '#' => cell.extend(['\\', c]),
            c => cell.push(c),
        }
    }
    cell
}
