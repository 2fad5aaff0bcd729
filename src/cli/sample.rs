//! `clausecheck sample`: draws documents or passages of an audit and writes a sheet for coders, which
//! does not say what was found.

use super::Failure;
use super::audit;
use super::output;
use crate::corpus::coding::plain;
use crate::corpus::sampling;
use crate::model::Verdict;
use crate::report::corpus::coding::Key;
use crate::report::corpus::coding::Question;
use crate::report::corpus::coding::cells;
use crate::report::corpus::rows::Evidence;
use crate::report::corpus::rows::Record;
use crate::report::corpus::sheet;
use crate::report::corpus::table::Row;
use crate::report::words::count;
use crate::store::Folder;
use crate::store::Journal;
use clap::Args as ClapArgs;
use clap::ValueEnum;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;
use std::path::PathBuf;

/// Widths of the columns of a sheet.
const WIDTHS: [f64; 9] = [8.0, 28.0, 22.0, 28.0, 50.0, 20.0, 70.0, 14.0, 30.0];
/// Column of the code.
const CODE: u16 = 7;

/// Options of `sample`.
#[derive(Debug, ClapArgs)]
pub(super) struct SampleArgs {
    /// Folder that `audit` wrote
    #[arg(value_name = "FOLDER")]
    run: PathBuf,
    /// Number of documents, or of passages
    #[arg(short, long)]
    n: usize,
    /// Seed; the same seed draws the same again
    #[arg(long)]
    seed: u64,
    /// What is drawn
    #[arg(long, value_enum, default_value_t = Of::Documents)]
    of: Of,
    /// Column of the metadata whose categories each get their share
    #[arg(long, value_name = "COLUMN")]
    stratify: Option<String>,
    /// Rules that are asked about [default: all]
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    rules: Vec<String>,
    /// Share of passages that come from packs in which the clause was not found
    #[arg(long, default_value_t = 0.5, value_parser = share)]
    negatives: f64,
    /// Folder to write to
    #[arg(short, long, value_name = "FOLDER")]
    output: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Of {
    /// Whole documents: the coder reads each and answers for every rule. Only so is it known what
    /// is overlooked
    Documents,
    /// Passages: the strongest for a clause or, where it was not found, the nearest
    Passages,
}

fn share(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| "it is a number such as 0.5".to_owned())?;
    if (0.0..=1.0).contains(&number) { Ok(number) } else { Err("use 0 to 1".to_owned()) }
}

/// A question with what was found.
type Pair = (Question, Key);

pub(super) fn run(args: &SampleArgs) -> Result<u8, Failure> {
    audit::read_run(&args.run)?;
    let (journal, _) = Journal::read(&args.run).map_err(Failure::new)?;
    let strata = strata(args)?;
    let rules = Rules::read(&args.run, &args.rules)?;
    let packs: Vec<String> =
        journal.packs().into_iter().filter(|pack| strata.contains_key(pack)).collect();
    let mut skipped = 0;
    let mut readable = Vec::new();
    for pack in packs {
        match journal.record(&pack).map_err(Failure::new)? {
            Some(record) if record.fully_read => readable.push(pack),
            _ => skipped += 1,
        }
    }
    let pairs = match args.of {
        Of::Documents => documents(args, &journal, &readable, &strata, &rules)?,
        Of::Passages => passages(args, &journal, &readable, &strata, &rules)?,
    };
    if pairs.is_empty() {
        return Err(Failure::new("there is nothing to draw from: no pack was fully read"));
    }
    let pairs = numbered(pairs);
    write(args, &pairs)?;
    let documents = pairs.iter().map(|(question, _)| &question.document);
    let documents: BTreeSet<&String> = documents.collect();
    let drawn = if args.of == Of::Documents { documents.len() } else { pairs.len() };
    output::deliver(None, |out| {
        writeln!(
            out,
            "{} about {}, with seed {}",
            count(pairs.len(), "question"),
            count(documents.len(), "document"),
            args.seed
        )?;
        if drawn < args.n {
            writeln!(out, "{} were asked for, and there are no more to draw from", args.n)?;
        }
        if skipped > 0 {
            let packs = count(skipped, "pack");
            writeln!(out, "{packs} not fully read and so not drawn from")?;
        }
        let folder = args.output.display();
        writeln!(out, "for coders: {folder}/coding.xlsx or {folder}/coding.csv")?;
        writeln!(out, "not for coders: {folder}/key.csv, for `clausecheck agree --tool`")
    })?;
    Ok(0)
}

/// The stratum of each pack of the audit.
fn strata(args: &SampleArgs) -> Result<BTreeMap<String, String>, Failure> {
    let path = args.run.join("packs.csv");
    let shown = path.display().to_string();
    let fails = |error: csv::Error| Failure::new(format!("`{shown}` cannot be read: {error}"));
    let mut reader = csv::Reader::from_path(&path).map_err(fails)?;
    let head = reader.headers().map_err(fails)?.clone();
    let position = |name: &str| head.iter().position(|cell| cell.eq_ignore_ascii_case(name));
    let column = match &args.stratify {
        None => None,
        Some(name) => Some(position(&format!("meta_{name}")).ok_or_else(|| {
            let known: Vec<&str> =
                head.iter().filter_map(|cell| cell.strip_prefix("meta_")).collect();
            let known = if known.is_empty() {
                "the audit was made without metadata".to_owned()
            } else {
                format!("there are {}", known.join(", "))
            };
            Failure::new(format!("the metadata have no column `{name}`\n  help: {known}"))
        })?),
    };
    let pack = position("pack").unwrap_or(0);
    let mut strata = BTreeMap::new();
    for record in reader.records() {
        let record = record.map_err(fails)?;
        let cell = |at: usize| plain(record.get(at).unwrap_or_default()).to_owned();
        strata.insert(cell(pack), column.map(cell).unwrap_or_default());
    }
    Ok(strata)
}

/// The rules that are asked about: title and definition by id, in the order of the audit.
struct Rules {
    order: Vec<String>,
    texts: BTreeMap<String, (String, String)>,
}

impl Rules {
    fn read(run: &Path, wanted: &[String]) -> Result<Self, Failure> {
        let path = run.join("rules.csv");
        let shown = path.display().to_string();
        let fails = |error: csv::Error| Failure::new(format!("`{shown}` cannot be read: {error}"));
        let mut reader = csv::Reader::from_path(&path).map_err(fails)?;
        let mut rules = Self { order: Vec::new(), texts: BTreeMap::new() };
        for row in reader.deserialize::<BTreeMap<String, String>>() {
            let row = row.map_err(fails)?;
            let cell = |name: &str| plain(row.get(name).map_or("", String::as_str)).to_owned();
            rules.order.push(cell("rule"));
            rules.texts.insert(cell("rule"), (cell("title"), cell("requirement")));
        }
        let unknown: Vec<&str> = wanted
            .iter()
            .filter(|rule| !rules.texts.contains_key(*rule))
            .map(String::as_str)
            .collect();
        if !unknown.is_empty() {
            return Err(Failure::new(format!(
                "the audit has no rule `{}`\n  help: `rules.csv` lists them",
                unknown.join("`, `")
            )));
        }
        if !wanted.is_empty() {
            rules.order.retain(|rule| wanted.contains(rule));
        }
        Ok(rules)
    }

    fn question(&self, rule: &str, pack: &str, passage: Option<&Evidence>) -> Question {
        let (clause, definition) = self.texts.get(rule).cloned().unwrap_or_default();
        let place = passage.map(|row| {
            let page = row.page.map(|page| format!("page {page}")).unwrap_or_default();
            let within = if row.document == pack { "" } else { row.document.as_str() };
            let parts = [within, page.as_str(), row.clause.as_str()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        });
        Question {
            item: String::new(),
            document: pack.to_owned(),
            rule: rule.to_owned(),
            clause,
            definition,
            place: place.unwrap_or_default(),
            passage: passage.map(|row| row.quote.clone()).unwrap_or_default(),
            code: String::new(),
            comment: String::new(),
        }
    }
}

fn key(record: &Record, rule: &str, stratum: &str, probability: f64) -> Key {
    let verdict = record.findings.iter().find(|row| row.rule == rule);
    Key {
        item: String::new(),
        document: record.pack.clone(),
        rule: rule.to_owned(),
        verdict: verdict.map(|row| row.verdict.clone()).unwrap_or_default(),
        stratum: stratum.to_owned(),
        probability,
        weight: 1.0 / probability,
    }
}

fn existing(journal: &Journal, pack: &str) -> Result<Record, Failure> {
    let record = journal.record(pack).map_err(Failure::new)?;
    record.ok_or_else(|| Failure::new(format!("the journal has no record of `{pack}`")))
}

/// Every rule of each drawn document.
fn documents(
    args: &SampleArgs,
    journal: &Journal,
    packs: &[String],
    strata: &BTreeMap<String, String>,
    rules: &Rules,
) -> Result<Vec<Pair>, Failure> {
    let names: Vec<String> = packs.iter().map(|pack| strata[pack].clone()).collect();
    let mut pairs = Vec::new();
    for drawn in sampling::draw(&names, args.n, args.seed) {
        let pack = &packs[drawn.case];
        let record = existing(journal, pack)?;
        for rule in &rules.order {
            let question = rules.question(rule, pack, None);
            pairs.push((question, key(&record, rule, &strata[pack], drawn.probability)));
        }
    }
    Ok(pairs)
}

/// The passage that is shown for a rule: the strongest or the nearest.
fn passage<'r>(record: &'r Record, rule: &str) -> Option<&'r Evidence> {
    record.evidence.iter().find(|row| row.rule == rule && row.role != "triggers")
}

/// One passage for each drawn pair of rule and pack.
fn passages(
    args: &SampleArgs,
    journal: &Journal,
    packs: &[String],
    strata: &BTreeMap<String, String>,
    rules: &Rules,
) -> Result<Vec<Pair>, Failure> {
    let mut frames: [Vec<(usize, usize)>; 2] = [Vec::new(), Vec::new()];
    for (at, pack) in packs.iter().enumerate() {
        let record = existing(journal, pack)?;
        for (number, rule) in rules.order.iter().enumerate() {
            let finding = record.findings.iter().find(|row| &row.rule == rule);
            if let (Some(finding), Some(_)) = (finding, passage(&record, rule)) {
                let found = Verdict::from_code(&finding.verdict).is_some_and(Verdict::is_present);
                frames[usize::from(!found)].push((at, number));
            }
        }
    }
    let negatives = (args.n as f64 * args.negatives).round() as usize;
    let mut pairs = Vec::new();
    for (frame, (wanted, name)) in
        frames.iter().zip([(args.n - negatives, "found"), (negatives, "not found")])
    {
        let of = |(pack, _): &(usize, usize)| {
            format!("{name} {}", strata[&packs[*pack]]).trim_end().to_owned()
        };
        let names: Vec<String> = frame.iter().map(of).collect();
        for drawn in sampling::draw(&names, wanted, args.seed) {
            let (pack, rule) = frame[drawn.case];
            let (pack, rule) = (&packs[pack], &rules.order[rule]);
            let record = existing(journal, pack)?;
            let question = rules.question(rule, pack, passage(&record, rule));
            pairs.push((question, key(&record, rule, &names[drawn.case], drawn.probability)));
        }
    }
    // Found and not found in one order, so that the place of a question tells nothing.
    crate::corpus::Random::named(args.seed, &["questions"]).shuffle(&mut pairs);
    Ok(pairs)
}

/// Gives every question its name, in the order of the sheet.
fn numbered(mut pairs: Vec<Pair>) -> Vec<Pair> {
    for (number, (question, key)) in pairs.iter_mut().enumerate() {
        question.item = format!("q{:05}", number + 1);
        key.item.clone_from(&question.item);
    }
    pairs
}

fn write(args: &SampleArgs, pairs: &[Pair]) -> Result<(), Failure> {
    let path = &args.output;
    let questions: Vec<Question> = pairs.iter().map(|(question, _)| question.clone()).collect();
    let keys: Vec<Key> = pairs.iter().map(|(_, key)| key.clone()).collect();
    let instructions = instructions(args.of);
    let look = sheet::Look { widths: &WIDTHS, code: Some(CODE), instructions: &instructions };
    let written = || -> std::io::Result<()> {
        let folder = Folder::new(path, false)?;
        for (table, rows) in [(Question::table(), cells(&questions)), (Key::table(), cells(&keys))]
        {
            let mut open = folder.table("", &table)?;
            rows.into_iter().try_for_each(|row| open.add(row))?;
            open.finish()?;
        }
        folder.write("coding.xlsx", |out| {
            sheet::write(&Question::table(), &cells(&questions), &look, out)
        })
    };
    written().map_err(|error| {
        Failure::new(format!("`{}` could not be written: {error}", path.display()))
    })
}

fn instructions(of: Of) -> Vec<String> {
    let about = match of {
        Of::Documents => {
            "Read the whole document. For each row, say what it demands of the supplier."
        }
        Of::Passages => {
            "Judge the passage as it stands, whatever the rest of the document may say: is it the clause?"
        }
    };
    [
        about,
        "met: the clause is demanded as the definition asks.",
        "weak: it is demanded, but only recommended, vague, or with a worse number.",
        "contradicted: the opposite is said.",
        "missing: it is not there.",
        "unclear: you cannot tell; write why in the comment. It counts as no answer.",
        "Work alone, and do not look up what a program or another coder said.",
        "CODEBOOK.md in the folder of the audit has every definition with examples.",
    ]
    .map(str::to_owned)
    .to_vec()
}
