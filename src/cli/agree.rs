//! `clausecheck agree`: how far coders agree with one another and with what was found.

use super::Failure;
use super::output;
use crate::corpus::Random;
use crate::corpus::agreement::agreement;
use crate::corpus::coding;
use crate::corpus::coding::Coder;
use crate::corpus::coding::Compared;
use crate::corpus::refi;
use crate::report::corpus::coding::Agreement;
use crate::report::corpus::coding::Measured;
use crate::report::corpus::coding::cells;
use crate::report::corpus::coding::disagreements;
use crate::report::corpus::coding::measured;
use crate::report::corpus::sheet;
use crate::report::corpus::table::Row;
use crate::report::words::count;
use crate::report::words::display_safe;
use crate::ruleset;
use crate::store::Folder;
use calamine::DataRef;
use calamine::Reader as _;
use calamine::Xlsx;
use clap::Args as ClapArgs;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::io::Cursor;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

/// Largest sheet that is read.
const MOST_BYTES: u64 = 64 << 20;
/// Most rows of a sheet.
const MOST_ROWS: usize = 200_000;
/// Most columns of a sheet.
const MOST_COLUMNS: usize = 64;
/// Name of what was found among the coders.
const TOOL: &str = "clausecheck";

/// Options of `agree`.
#[derive(Debug, ClapArgs)]
pub(super) struct AgreeArgs {
    /// Coding sheets (xlsx or csv) or REFI-QDA projects (qdpx), one for each coder
    #[arg(required = true, value_name = "SHEET")]
    sheets: Vec<PathBuf>,
    /// What was found: the key.csv that `sample` wrote, or the findings.csv of an audit
    #[arg(long, value_name = "KEY.csv")]
    tool: Option<PathBuf>,
    /// Folder to write agreement and disagreements to and, if whole documents were coded, how often
    /// the tool is right: detector.csv, for `audit --detector`
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
    /// Seed of the bootstrap
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Draws of the bootstrap
    #[arg(long, default_value_t = 2_000, value_parser = clap::value_parser!(u32).range(100..=1_000_000))]
    draws: u32,
}

pub(super) fn run(args: &AgreeArgs) -> Result<u8, Failure> {
    if args.sheets.len() < 2 && args.tool.is_none() {
        return Err(Failure::new(
            "one coder has nobody to agree with\n  help: give a second sheet, or `--tool key.csv`",
        ));
    }
    let found = args.tool.as_deref().map(read_rows).transpose().map_err(Failure::new)?;
    let coders = read_all(&args.sheets, found.as_deref())?;
    let tool = found.map(|rows| read_tool(rows, &coders)).transpose()?;
    let mut groups: Vec<Vec<&Coder>> = Vec::new();
    if coders.len() > 1 {
        groups.push(coders.iter().collect());
    }
    groups.extend(tool.iter().flat_map(|tool| coders.iter().map(move |coder| vec![coder, tool])));
    let mut rows = Vec::new();
    let mut told = Vec::new();
    for group in &groups {
        let compared = coding::compare(group);
        let names: Vec<&str> = group.iter().map(|coder| coder.name.as_str()).collect();
        refuse_strangers(&names, &compared)?;
        told.push(tell_overlap(&names, &compared));
        rows.push(agreements(args, &names.join(", "), &compared));
    }
    let everyone: Vec<&Coder> = coders.iter().chain(&tool).collect();
    let all = coding::compare(&everyone);
    let differing: Vec<&Compared> = all.iter().filter(|item| coding::differs(item)).collect();
    output::deliver(None, |out| {
        for (overlap, rows) in told.iter().zip(&rows) {
            writeln!(out, "{overlap}")?;
            write_rows(rows, out)?;
            writeln!(out)?;
        }
        writeln!(out, "{} on which somebody differs", count(differing.len(), "item"))
    })?;
    if let Some(path) = &args.output {
        let names: Vec<String> = everyone.iter().map(|coder| coder.name.clone()).collect();
        let rows: Vec<Agreement> = rows.into_iter().flatten().collect();
        // Passages are drawn by what was found, so they cannot tell how often it is right.
        let whole = all.iter().all(|item| item.line.passage.is_empty());
        let measured = if tool.is_some() && whole { measured(&all) } else { Vec::new() };
        write_files(path, &rows, &names, &differing, &measured).map_err(|error| {
            Failure::new(format!("`{}` could not be written: {error}", path.display()))
        })?;
        output::tell(&format!("agreement and disagreements written to {}", path.display()));
    }
    Ok(0)
}

/// Reads sheets, then projects, whose codes are those of the rules that the sheets and the tool
/// name.
fn read_all(paths: &[PathBuf], tool: Option<&[Vec<String>]>) -> Result<Vec<Coder>, Failure> {
    let is_project = |path: &&PathBuf| {
        path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("qdpx"))
    };
    let sheets: Vec<&PathBuf> = paths.iter().filter(|path| !is_project(path)).collect();
    let mut coders = read_sheets(&sheets)?;
    let mut rules = shipped_rules();
    rules.extend(coders.iter().flat_map(|coder| &coder.lines).map(|line| line.rule.clone()));
    if let Some((head, rows)) = tool.and_then(|rows| rows.split_first())
        && let Some(column) = head.iter().position(|cell| cell == "rule")
    {
        rules.extend(rows.iter().filter_map(|row| row.get(column).cloned()));
    }
    let rules: BTreeSet<&str> = rules.iter().map(String::as_str).collect();
    for path in paths.iter().filter(is_project) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let xml = project_of(path).map_err(Failure::new)?;
        coders.push(refi::read(&name, &xml, &rules).map_err(Failure::new)?);
    }
    Ok(coders)
}

/// The rules of all rulesets that come with the program.
fn shipped_rules() -> BTreeSet<String> {
    let names = ruleset::builtin_names();
    let sets = names.iter().filter_map(|name| ruleset::load(name).ok());
    sets.flat_map(|set| set.rules).map(|rule| rule.card.id).collect()
}

/// The text of `project.qde`.
fn project_of(path: &Path) -> Result<String, String> {
    let shown = path.display();
    let unreadable = |error: &dyn std::fmt::Display| format!("{shown}: it cannot be read: {error}");
    let file = fs::File::open(path).map_err(|error| unreadable(&error))?;
    let mut archive = zip::ZipArchive::new(file).map_err(|error| unreadable(&error))?;
    let project = archive.by_name("project.qde").map_err(|error| unreadable(&error))?;
    let mut text = String::new();
    let read = project.take(MOST_BYTES + 1).read_to_string(&mut text);
    read.map_err(|error| unreadable(&error))?;
    if text.len() as u64 > MOST_BYTES {
        return Err(format!("{shown}: project.qde is larger than {} MB", MOST_BYTES >> 20));
    }
    Ok(text)
}

fn read_sheets(paths: &[&PathBuf]) -> Result<Vec<Coder>, Failure> {
    let mut problems = Vec::new();
    let mut coders: Vec<Coder> = Vec::new();
    for path in paths {
        let full = path.display().to_string();
        let short = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let mut name = short.unwrap_or_else(|| full.clone());
        if coders.iter().any(|coder| coder.name == name) {
            name = full;
        }
        match read_rows(path)
            .map_err(|problem| vec![problem])
            .and_then(|rows| coding::read(&name, &rows))
        {
            Ok(coder) => coders.push(coder),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(coders) } else { Err(Failure::new(problems.join("\n"))) }
}

/// What was found, of the items that coders were asked about.
fn read_tool(mut rows: Vec<Vec<String>>, coders: &[Coder]) -> Result<Coder, Failure> {
    // An audit calls the pack what a sheet calls the document.
    if let Some(head) = rows.first_mut()
        && !head.iter().any(|cell| cell == "document")
    {
        head.iter_mut()
            .filter(|cell| *cell == "pack")
            .for_each(|cell| *cell = "document".to_owned());
    }
    let mut tool =
        coding::read(TOOL, &rows).map_err(|problems| Failure::new(problems.join("\n")))?;
    let asked: BTreeSet<(&str, &str)> = coders
        .iter()
        .flat_map(|coder| &coder.lines)
        .map(|line| (line.document.as_str(), line.rule.as_str()))
        .collect();
    tool.lines.retain(|line| asked.contains(&(line.document.as_str(), line.rule.as_str())));
    Ok(tool)
}

fn read_rows(path: &Path) -> Result<Vec<Vec<String>>, String> {
    let shown = path.display();
    let unreadable = |error: &dyn std::fmt::Display| format!("{shown}: it cannot be read: {error}");
    let length = fs::metadata(path).map_err(|error| unreadable(&error))?.len();
    if length > MOST_BYTES {
        return Err(format!("{shown}: it is larger than {} MB", MOST_BYTES >> 20));
    }
    let bytes = fs::read(path).map_err(|error| unreadable(&error))?;
    if bytes.starts_with(b"PK") {
        return read_workbook(bytes).map_err(|error| unreadable(&error));
    }
    let text = String::from_utf8(bytes).map_err(|_| {
        format!(
            "{shown}: it is neither a workbook (xlsx) nor text in UTF-8\n  help: save it as xlsx"
        )
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let first = text.lines().next().unwrap_or_default();
    let separator =
        if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    reader
        .records()
        .map(|row| {
            let row = row.map_err(|error| unreadable(&error))?;
            Ok(row.iter().map(str::to_owned).collect())
        })
        .collect()
}

/// The cells of the first sheet. They are read one by one, since a sheet may hold a single cell in
/// its last row; what lies beyond any coding sheet ends the reading.
fn read_workbook(bytes: Vec<u8>) -> Result<Vec<Vec<String>>, String> {
    let told = |error: calamine::XlsxError| error.to_string();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(told)?;
    let name = book.sheet_names().into_iter().next().ok_or("it has no sheet")?;
    let mut cells = book.worksheet_cells_reader(&name).map_err(told)?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(told)? {
        let text = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
            DataRef::String(text) => text.clone(),
            DataRef::SharedString(text) => (*text).to_owned(),
            other => calamine::Data::from(other.clone()).to_string(),
        };
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize, column as usize);
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(format!(
                "its first sheet has more than {MOST_ROWS} rows or {MOST_COLUMNS} columns"
            ));
        }
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        if rows[row].len() <= column {
            rows[row].resize(column + 1, String::new());
        }
        rows[row][column] = text;
    }
    Ok(rows)
}

/// Coders who were not asked about the same things have no agreement.
fn refuse_strangers(names: &[&str], compared: &[Compared]) -> Result<(), Failure> {
    if compared.iter().any(|item| item.listed > 1) {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{} have no item in common, so there is no agreement to speak of\n  help: both coders fill in copies of one sheet",
        names.join(" and ")
    )))
}

fn tell_overlap(names: &[&str], compared: &[Compared]) -> String {
    let coded = |item: &&Compared| item.codes.iter().flatten().count() > 1;
    let both = compared.iter().filter(coded).count();
    let alone = compared.iter().filter(|item| item.listed < names.len()).count();
    let unclear = compared.len()
        - alone
        - compared
            .iter()
            .filter(|item| item.listed == names.len() && item.codes.iter().all(Option::is_some))
            .count();
    let mut told = format!("{}: {} coded by two or more", names.join(", "), count(both, "item"));
    if alone > 0 {
        told.push_str(&format!("; {alone} not in every sheet"));
    }
    if unclear > 0 {
        told.push_str(&format!("; {unclear} left open by somebody"));
    }
    told
}

/// Agreement of all items and of each rule, on every level.
fn agreements(args: &AgreeArgs, coders: &str, compared: &[Compared]) -> Vec<Agreement> {
    let rules: BTreeSet<&str> = compared.iter().map(|item| item.line.rule.as_str()).collect();
    let mut rows = Vec::new();
    for level in coding::levels(compared) {
        for rule in std::iter::once(None).chain(rules.iter().copied().map(Some)) {
            let items = coding::items(compared, *level, rule);
            let name = rule.unwrap_or_default();
            let mut random = Random::named(args.seed, &["agreement", coders, level.code(), name]);
            let found = agreement(&items, args.draws as usize, &mut random);
            rows.push(Agreement::new(coders, *level, name, &found));
        }
    }
    rows
}

fn write_rows(rows: &[Agreement], out: &mut dyn Write) -> io::Result<()> {
    let wide = rows.iter().map(|row| row.rule.chars().count()).max().unwrap_or(0).max(9);
    for level in ["presence", "verdict"] {
        let of_level: Vec<&Agreement> = rows.iter().filter(|row| row.level == level).collect();
        if of_level.is_empty() {
            continue;
        }
        writeln!(
            out,
            "  {level:wide$}  items  agree                Cohen's κ            Fleiss' κ            Krippendorff's α"
        )?;
        for row in of_level {
            let rule = if row.rule.is_empty() { "all rules" } else { row.rule.as_str() };
            writeln!(
                out,
                "  {:wide$}  {:5}  {:19}  {:19}  {:19}  {}",
                display_safe(rule),
                row.items,
                figure(row.raw, row.raw_low, row.raw_high),
                figure(row.cohen, row.cohen_low, row.cohen_high),
                figure(row.fleiss, row.fleiss_low, row.fleiss_high),
                figure(row.alpha, row.alpha_low, row.alpha_high)
            )?;
        }
    }
    Ok(())
}

/// A coefficient with its interval; a dash where it is undefined.
fn figure(value: Option<f64>, low: Option<f64>, high: Option<f64>) -> String {
    // Nothing is a little less than nothing.
    let [value, low, high] = [value, low, high]
        .map(|number| number.map(|number| (number * 100.0).round() / 100.0 + 0.0));
    match (value, low, high) {
        (Some(value), Some(low), Some(high)) => format!("{value:.2} [{low:.2}–{high:.2}]"),
        (Some(value), _, _) => format!("{value:.2}"),
        (None, _, _) => "–".to_owned(),
    }
}

fn write_files(
    path: &Path,
    rows: &[Agreement],
    names: &[String],
    differing: &[&Compared],
    measured: &[Measured],
) -> io::Result<()> {
    let folder = Folder::new(path, false)?;
    let (table, lines) = disagreements(names, differing);
    let mut tables = vec![(Agreement::table(), cells(rows)), (table.clone(), lines.clone())];
    if !measured.is_empty() {
        tables.push((Measured::table(), cells(measured)));
    }
    for (table, lines) in &tables {
        let mut open = folder.table("", table)?;
        lines.iter().try_for_each(|line| open.add(line.clone()))?;
        open.finish()?;
    }
    let look = sheet::Look { widths: &[8.0, 28.0, 22.0, 70.0], ..sheet::Look::default() };
    folder.write("disagreements.xlsx", |out| sheet::write(&table, &lines, &look, out))
}
