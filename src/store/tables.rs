//! From the journal to tables: one pass that gathers what statistics need, one that writes the rows.

use super::Folder;
use super::Journal;
use super::JournalError;
use super::wordings::Shared;
use super::wordings::Wordings;
use crate::corpus::Study;
use crate::corpus::correction::Detector;
use crate::corpus::duplicates;
use crate::corpus::metadata;
use crate::corpus::metadata::Metadata;
use crate::corpus::study;
use crate::corpus::study::Bootstrap;
use crate::corpus::study::Observation;
use crate::corpus::study::Stratum;
use crate::corpus::trend;
use crate::model::Factor;
use crate::model::RuleCard;
use crate::model::Verdict;
use crate::report::corpus::packs;
use crate::report::corpus::packs::Pack;
use crate::report::corpus::rows;
use crate::report::corpus::rows::Record;
use crate::report::corpus::run::Counts;
use crate::report::corpus::statistics;
use crate::report::corpus::table::Row;
use crate::report::corpus::table::Table;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::collections::HashMap;
use std::io;

/// Where the tables of statistics are.
pub const STATISTICS: &str = "statistics/";

/// What the tables are made from, beside the journal.
pub struct Plan<'p> {
    /// Names of the packs, in order.
    pub packs: &'p [String],
    /// The rules, in the order of the ruleset.
    pub rules: &'p [&'p RuleCard],
    /// The factors of the study.
    pub factors: &'p [Factor],
    /// What is known about the packs.
    pub metadata: &'p Metadata,
    /// Columns by which they are divided.
    pub by: &'p [usize],
    /// Column with the year.
    pub trend: Option<usize>,
    /// The weight of each pack, in their order.
    pub weights: &'p [f64],
    /// How well the rules recognise their clauses.
    pub detectors: &'p BTreeMap<String, Detector>,
    /// How chance is drawn.
    pub bootstrap: Bootstrap,
    /// Similarity from which on packs come from one template.
    pub similarity: f64,
}

/// What came out.
pub struct Outcome {
    /// What was read.
    pub counts: Counts,
    /// How often each clause is there.
    pub prevalence: Vec<study::Prevalence>,
    /// Where categories differ.
    pub differences: Vec<study::Difference>,
    /// How two clauses go together.
    pub co_occurrence: Vec<study::CoOccurrence>,
    /// Whether clauses become more frequent; empty if no year is known.
    pub trends: Vec<statistics::Trend>,
    /// How often factors are dealt with.
    pub factor_coverage: Vec<study::FactorCoverage>,
    /// Wordings that several packs have, by rule.
    pub wordings: Vec<statistics::Wording>,
    /// Templates of several packs.
    pub templates: Vec<statistics::Template>,
    /// How documents were read.
    pub reading: Vec<statistics::Reading>,
    /// The tables, with the folder below which they are.
    pub tables: Vec<(&'static str, Table)>,
}

/// What the first pass gathers.
#[derive(Default)]
struct Gathered {
    study: Study,
    sketches: Vec<Vec<u32>>,
    status: Vec<&'static str>,
    documents: u64,
    wordings: Wordings,
    reading: BTreeMap<(String, String, String), u64>,
}

fn fails(error: JournalError) -> io::Error {
    io::Error::other(error.to_string())
}

fn record(journal: &Journal, pack: &str) -> io::Result<Record> {
    let missing = || io::Error::other(format!("the journal has no record of `{pack}`"));
    journal.record(pack).map_err(fails)?.ok_or_else(missing)
}

/// Writes all tables.
///
/// # Errors
/// If the journal cannot be read, or a file cannot be written.
pub fn write(journal: &Journal, plan: &Plan<'_>, folder: &Folder) -> io::Result<Outcome> {
    let mut gathered = gather(journal, plan)?;
    let numbers = duplicates::clusters(duplicates::TEXT, &gathered.sketches, plan.similarity);
    gathered.sketches = Vec::new();
    for (pack, template) in gathered.study.packs.iter_mut().zip(&numbers) {
        pack.template = *template;
    }
    let mut shared = std::mem::take(&mut gathered.wordings).cluster(plan.similarity, &numbers);
    let mut tables = data_tables(journal, plan, &gathered, &mut shared, folder)?;
    let study = &gathered.study;
    let counts = counts(&gathered, plan);
    let mut outcome = Outcome {
        counts,
        prevalence: study.prevalence(plan.detectors, plan.bootstrap),
        differences: study.differences(),
        co_occurrence: study.co_occurrence(),
        trends: plan.trend.map(|column| trends(plan, study, column)).unwrap_or_default(),
        factor_coverage: study.factor_coverage(),
        wordings: shared.rows(plan),
        templates: templates(study, plan),
        reading: reading(&gathered),
        tables: Vec::new(),
    };
    tables.extend(statistics_tables(plan, study, &outcome, folder)?);
    outcome.tables = tables;
    Ok(outcome)
}

fn gather(journal: &Journal, plan: &Plan<'_>) -> io::Result<Gathered> {
    let mut gathered = Gathered::default();
    gathered.study.rules = plan.rules.iter().map(|card| card.id.clone()).collect();
    gathered.study.factors = plan.factors.iter().map(|factor| factor.code.clone()).collect();
    for (pack, weight) in plan.packs.iter().zip(plan.weights) {
        let record = record(journal, pack)?;
        let number = u32::try_from(gathered.status.len()).unwrap_or(u32::MAX);
        gathered.study.packs.push(observation(&record, plan, *weight, number));
        gathered.status.push(status(&record));
        gathered.documents += record.documents.len() as u64;
        gathered.wordings.gather(&record, plan);
        count_reading(&record, &mut gathered.reading);
        gathered.sketches.push(record.sketch);
    }
    let strata = plan.by.iter().map(|column| Stratum {
        column: plan.metadata.columns[*column].clone(),
        categories: plan.metadata.categories(plan.packs, *column),
    });
    gathered.study.strata = strata.collect();
    Ok(gathered)
}

fn observation(record: &Record, plan: &Plan<'_>, weight: f64, number: u32) -> Observation {
    let found: HashMap<&str, Verdict> = record
        .findings
        .iter()
        .filter_map(|row| Some((row.rule.as_str(), Verdict::from_code(&row.verdict)?)))
        .collect();
    let verdict = |card: &&RuleCard| found.get(card.id.as_str()).copied();
    let handled = |factor: &Factor| {
        let row = record.factors.iter().find(|row| row.factor == factor.code)?;
        match row.handled.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    };
    Observation {
        fully_read: record.fully_read,
        verdicts: plan
            .rules
            .iter()
            .map(|card| verdict(card).unwrap_or(Verdict::Undetermined))
            .collect(),
        factors: plan.factors.iter().map(handled).collect(),
        weight,
        template: number,
    }
}

fn status(record: &Record) -> &'static str {
    let read = |status: &str| record.documents.iter().any(|row| row.status == status);
    if record.fully_read {
        "read"
    } else if read("read") || read("partly-read") {
        "partly-read"
    } else {
        "unreadable"
    }
}

fn count_reading(record: &Record, reading: &mut BTreeMap<(String, String, String), u64>) {
    for row in &record.documents {
        let notes: BTreeSet<&str> = row.notes.split_whitespace().chain([""]).collect();
        for note in notes {
            let key = (row.format.clone(), row.status.clone(), note.to_owned());
            *reading.entry(key).or_default() += 1;
        }
    }
}

fn reading(gathered: &Gathered) -> Vec<statistics::Reading> {
    gathered
        .reading
        .iter()
        .map(|((format, status, note), documents)| statistics::Reading {
            format: format.clone(),
            status: status.clone(),
            note: note.clone(),
            documents: *documents,
        })
        .collect()
}

fn counts(gathered: &Gathered, plan: &Plan<'_>) -> Counts {
    let of = |wanted: &str| gathered.status.iter().filter(|status| **status == wanted).count();
    Counts {
        packs: plan.packs.len() as u64,
        fully_read: of("read") as u64,
        partly_read: of("partly-read") as u64,
        unreadable: of("unreadable") as u64,
        documents: gathered.documents,
        templates: templates(&gathered.study, plan).len() as u64,
    }
}

/// Templates of at least two packs: the first pack and how many there are, in order.
fn templates(study: &Study, plan: &Plan<'_>) -> Vec<statistics::Template> {
    let mut found: BTreeMap<u32, (usize, u64)> = BTreeMap::new();
    for (pack, observation) in study.packs.iter().enumerate() {
        found.entry(observation.template).or_insert((pack, 0)).1 += 1;
    }
    found
        .into_values()
        .filter(|(_, packs)| *packs > 1)
        .map(|(first, packs)| statistics::Template { template: plan.packs[first].clone(), packs })
        .collect()
}

/// Writes packs, documents, findings, evidence, parameters, factors and rules.
fn data_tables(
    journal: &Journal,
    plan: &Plan<'_>,
    gathered: &Gathered,
    shared: &mut Shared,
    folder: &Folder,
) -> io::Result<Vec<(&'static str, Table)>> {
    let about_packs = packs::table(&plan.metadata.columns);
    let mut of_packs = folder.table("", &about_packs)?;
    let mut documents = folder.table("", &rows::Document::table())?;
    let mut findings = folder.table("", &rows::Finding::table())?;
    let mut evidence = folder.table("", &rows::Evidence::table())?;
    let mut parameters = folder.table("", &rows::Parameter::table())?;
    let mut factors = folder.table("", &rows::Factor::table())?;
    let mut firsts: HashMap<u32, (usize, u64)> = HashMap::new();
    for (pack, observation) in gathered.study.packs.iter().enumerate() {
        firsts.entry(observation.template).or_insert((pack, 0)).1 += 1;
    }
    let empty = vec![String::new(); plan.metadata.columns.len()];
    for (at, (pack, observation)) in plan.packs.iter().zip(&gathered.study.packs).enumerate() {
        let mut record = record(journal, pack)?;
        shared.name(&mut record, plan);
        let (first, template_packs) = firsts.get(&observation.template).copied().unwrap_or((at, 1));
        let row = Pack {
            pack: pack.clone(),
            input: record.input.clone(),
            documents: record.documents.len() as u64,
            status: gathered.status[at].to_owned(),
            template: plan.packs[first].clone(),
            template_packs,
            weight: observation.weight,
        };
        of_packs.add(row.with(plan.metadata.rows.get(pack).unwrap_or(&empty)))?;
        record.documents.iter().try_for_each(|row| documents.add(row.cells()))?;
        record.findings.iter().try_for_each(|row| findings.add(row.cells()))?;
        record.evidence.iter().try_for_each(|row| evidence.add(row.cells()))?;
        record.parameters.iter().try_for_each(|row| parameters.add(row.cells()))?;
        record.factors.iter().try_for_each(|row| factors.add(row.cells()))?;
    }
    for table in [of_packs, documents, findings, evidence, parameters, factors] {
        table.finish()?;
    }
    let mut tables = vec![
        ("", about_packs),
        ("", rows::Document::table()),
        ("", rows::Finding::table()),
        ("", rows::Evidence::table()),
        ("", rows::Parameter::table()),
        ("", rows::Factor::table()),
    ];
    let rules: Vec<rows::Rule> = plan.rules.iter().map(|card| rows::Rule::from(*card)).collect();
    tables.push(whole("", &rules, folder)?);
    Ok(tables)
}

/// Writes a table whose rows are all there.
fn whole<R: Row>(
    below: &'static str,
    rows: &[R],
    folder: &Folder,
) -> io::Result<(&'static str, Table)> {
    let table = R::table();
    let mut open = folder.table(below, &table)?;
    rows.iter().try_for_each(|row| open.add(row.cells()))?;
    open.finish()?;
    Ok((below, table))
}

fn statistics_tables(
    plan: &Plan<'_>,
    study: &Study,
    outcome: &Outcome,
    folder: &Folder,
) -> io::Result<Vec<(&'static str, Table)>> {
    let id = |rule: usize| plan.rules[rule].id.as_str();
    let prevalence: Vec<_> = outcome
        .prevalence
        .iter()
        .map(|found| statistics::Prevalence::new(found, id(found.rule)))
        .collect();
    let co_occurrence: Vec<_> = outcome
        .co_occurrence
        .iter()
        .map(|found| statistics::CoOccurrence::new(found, &study.rules))
        .collect();
    let coverage: Vec<_> = outcome
        .factor_coverage
        .iter()
        .map(|found| statistics::FactorCoverage::new(found, &study.factors[found.factor]))
        .collect();
    let mut tables = vec![
        whole(STATISTICS, &prevalence, folder)?,
        whole(STATISTICS, &co_occurrence, folder)?,
        whole(STATISTICS, &coverage, folder)?,
        whole(STATISTICS, &outcome.templates, folder)?,
        whole(STATISTICS, &outcome.wordings, folder)?,
        whole(STATISTICS, &outcome.reading, folder)?,
    ];
    if !study.strata.is_empty() {
        let differences: Vec<_> = outcome
            .differences
            .iter()
            .map(|found| statistics::Difference::new(found, id(found.rule)))
            .collect();
        tables.push(whole(STATISTICS, &differences, folder)?);
    }
    if plan.trend.is_some() {
        tables.push(whole(STATISTICS, &outcome.trends, folder)?);
    }
    Ok(tables)
}

/// The trend of each rule over the years of a column; cells that are no year do not count.
fn trends(plan: &Plan<'_>, study: &Study, column: usize) -> Vec<statistics::Trend> {
    let year = |pack: &String| {
        let number = metadata::number(plan.metadata.cell(pack, column))?;
        (number.fract() == 0.0 && number.abs() < 10_000.0).then_some(number as i32)
    };
    let years: Vec<Option<i32>> = plan.packs.iter().map(year).collect();
    let trend_of = |(rule, id): (usize, &String)| {
        let points: Vec<trend::Point> = study
            .packs
            .iter()
            .zip(&years)
            .filter(|(pack, _)| pack.fully_read)
            .filter_map(|(pack, year)| Some(((*year)?, pack.verdicts.get(rule)?.is_present())))
            .collect();
        statistics::Trend::new(trend::trend(&points), points.len(), id)
    };
    study.rules.iter().enumerate().map(trend_of).collect()
}
