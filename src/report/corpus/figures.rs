//! The figures of an audit, each with the data that it shows.

use super::html::Results;
use super::statistics::Reading;
use super::svg;
use super::table::Table;
use super::table::Value;
use super::table::row;
use crate::corpus::Counting;
use crate::corpus::correction::Corrected;
use crate::corpus::study::CoOccurrence;
use crate::corpus::study::Measure;
use crate::corpus::study::Prevalence;
use crate::report::corpus::table::Row;
use std::collections::BTreeMap;

/// Most categories of a heat map.
const MOST_CATEGORIES: usize = 14;

/// A figure with its data.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Name of its files, without ending.
    pub name: String,
    /// Title.
    pub title: String,
    /// What is seen.
    pub caption: String,
    /// The figure.
    pub svg: String,
    /// What its data are.
    pub table: Table,
    /// Its data.
    pub rows: Vec<Vec<Value>>,
}

row! {
    /// One row for each dot of the figure.
    pub struct Dot in "prevalence", key &["rule"], refers &[];
    /// The rule.
    rule: String,
    /// Share of fully read packs in which the clause is there.
    share: Option<f64>,
    /// Lower end of its interval.
    low: Option<f64>,
    /// Upper end of its interval.
    high: Option<f64>,
    /// The share corrected for mistakes of the rules.
    corrected: Option<f64>,
    /// Lower end of its interval.
    corrected_low: Option<f64>,
    /// Upper end of its interval.
    corrected_high: Option<f64>,
}

row! {
    /// One row for each cell of the figure.
    pub struct HeatCell in "heat-map", key &["rule", "category"], refers &[];
    /// The rule.
    rule: String,
    /// The category.
    category: String,
    /// Fully read packs of the category.
    cases: u64,
    /// Share of these in which the clause is there; empty of fewer than five.
    share: Option<f64>,
}

row! {
    /// One row for each cell of the figure.
    pub struct Pair in "co-occurrence", key &["first", "second"], refers &[];
    /// A rule.
    first: String,
    /// Another rule.
    second: String,
    /// Phi coefficient.
    phi: Option<f64>,
}

row! {
    /// One row for each bar of the figure.
    pub struct Bar in "reading", key &["format"], refers &[];
    /// Format by content.
    format: String,
    /// Documents that were read completely.
    read: u64,
    /// Documents that were read in part.
    partly_read: u64,
    /// Documents that could not be read.
    unreadable: u64,
}

fn cells<R: Row>(rows: &[R]) -> Vec<Vec<Value>> {
    rows.iter().map(Row::cells).collect()
}

/// All figures: prevalence, a heat map for each column of the metadata, co-occurrence, and reading.
#[must_use]
pub fn figures(results: &Results<'_>, reading: &[Reading]) -> Vec<Figure> {
    let mut figures = vec![prevalence(results)];
    figures.extend(heat_maps(results));
    figures.extend(co_occurrence(results));
    figures.push(bars(reading));
    figures
}

fn is_headline(row: &Prevalence) -> bool {
    row.measure == Measure::Present && row.counting == Counting::Packs
}

fn prevalence(results: &Results<'_>) -> Figure {
    let rows: Vec<&Prevalence> =
        results.prevalence.iter().filter(|row| row.column.is_empty() && is_headline(row)).collect();
    let corrected = |row: &Prevalence| match row.corrected {
        Some(Corrected::Share { value, interval, .. }) => {
            Some((value, interval.low, interval.high))
        }
        _ => None,
    };
    let points: Vec<svg::Point> = rows
        .iter()
        .map(|row| svg::Point {
            label: results.rules[row.rule].clone(),
            share: row.share.stated(),
            interval: row.share.interval().map(|interval| (interval.low, interval.high)),
            corrected: corrected(row),
        })
        .collect();
    let data: Vec<Dot> = points
        .iter()
        .map(|point| Dot {
            rule: point.label.clone(),
            share: point.share,
            low: point.interval.map(|(low, _)| low),
            high: point.interval.map(|(_, high)| high),
            corrected: point.corrected.map(|(share, _, _)| share),
            corrected_low: point.corrected.map(|(_, low, _)| low),
            corrected_high: point.corrected.map(|(_, _, high)| high),
        })
        .collect();
    let title = "Share of packs in which each clause is there";
    let orange = if points.iter().any(|point| point.corrected.is_some()) {
        " Orange: corrected for mistakes of the rules."
    } else {
        ""
    };
    Figure {
        name: "prevalence".to_owned(),
        title: title.to_owned(),
        caption: format!("Found in any form, of fully read packs, with 95 % intervals.{orange}"),
        svg: svg::intervals(title, &points),
        table: Dot::table(),
        rows: cells(&data),
    }
}

/// A name for a file.
fn plain(name: &str) -> String {
    name.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

fn heat_maps(results: &Results<'_>) -> Vec<Figure> {
    let mut columns: Vec<&str> = Vec::new();
    for row in results.prevalence.iter().filter(|row| !row.column.is_empty()) {
        if !columns.contains(&row.column.as_str()) {
            columns.push(&row.column);
        }
    }
    columns.into_iter().enumerate().map(|(at, column)| heat_map(results, column, at)).collect()
}

fn heat_map(results: &Results<'_>, column: &str, number: usize) -> Figure {
    let rows = || results.prevalence.iter().filter(|row| row.column == column && is_headline(row));
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows() {
        sizes.insert(&row.category, row.share.total);
    }
    let mut categories: Vec<(&str, usize)> =
        sizes.iter().filter(|(name, _)| !name.is_empty()).map(|(name, n)| (*name, *n)).collect();
    categories.sort_by_key(|(name, size)| (std::cmp::Reverse(*size), *name));
    let all = categories.len();
    categories.truncate(MOST_CATEGORIES);
    categories.sort_unstable();
    let share = |rule: usize, category: &str| {
        let row = rows().find(|row| row.rule == rule && row.category == category)?;
        row.share.stated()
    };
    let shares: Vec<Vec<Option<f64>>> = (0..results.rules.len())
        .map(|rule| categories.iter().map(|(category, _)| share(rule, category)).collect())
        .collect();
    let data: Vec<HeatCell> = results
        .rules
        .iter()
        .zip(&shares)
        .flat_map(|(rule, shares)| {
            categories.iter().zip(shares).map(|((category, cases), share)| HeatCell {
                rule: rule.clone(),
                category: (*category).to_owned(),
                cases: *cases as u64,
                share: *share,
            })
        })
        .collect();
    let names: Vec<String> = categories.iter().map(|(name, n)| format!("{name} ({n})")).collect();
    let title = format!("Share of packs in which each clause is there, by {column}");
    let cut = if all > MOST_CATEGORIES {
        format!(" The {MOST_CATEGORIES} largest of {all} categories.")
    } else {
        String::new()
    };
    Figure {
        name: format!("heat-map-{}-{}", number + 1, plain(column)),
        caption: format!(
            "Per cent of fully read packs, whose number is in brackets; a dash stands for fewer than five.{cut}"
        ),
        svg: svg::heat_map(&title, results.rules, &names, &shares),
        title,
        table: HeatCell::table(),
        rows: cells(&data),
    }
}

fn co_occurrence(results: &Results<'_>) -> Option<Figure> {
    let mut found: BTreeMap<(usize, usize), &CoOccurrence> = BTreeMap::new();
    let mut shown: Vec<usize> = Vec::new();
    for pair in results.co_occurrence {
        found.insert((pair.first, pair.second), pair);
        if pair.phi().is_some() {
            shown.extend([pair.first, pair.second]);
        }
    }
    shown.sort_unstable();
    shown.dedup();
    if shown.len() < 2 {
        return None;
    }
    let names: Vec<String> = shown.iter().map(|rule| results.rules[*rule].clone()).collect();
    let phi = |one: usize, two: usize| {
        let (one, two) = (shown[one].min(shown[two]), shown[one].max(shown[two]));
        found.get(&(one, two)).and_then(|pair| pair.phi())
    };
    let data: Vec<Pair> = results
        .co_occurrence
        .iter()
        .map(|pair| Pair {
            first: results.rules[pair.first].clone(),
            second: results.rules[pair.second].clone(),
            phi: pair.phi(),
        })
        .collect();
    let title = "Clauses that come together";
    Some(Figure {
        name: "co-occurrence".to_owned(),
        title: title.to_owned(),
        caption: "Phi coefficient of each pair, in fully read packs; columns are in the order of the rows. Blue: together; orange: one without the other; nothing below 0.1. Clauses that are everywhere or nowhere are left out.".to_owned(),
        svg: svg::matrix(title, &names, phi),
        table: Pair::table(),
        rows: cells(&data),
    })
}

fn bars(reading: &[Reading]) -> Figure {
    let mut formats: BTreeMap<&str, [u64; 3]> = BTreeMap::new();
    for row in reading.iter().filter(|row| row.note.is_empty()) {
        let place = match row.status.as_str() {
            "read" => 0,
            "partly-read" => 1,
            "unreadable" => 2,
            _ => continue,
        };
        formats.entry(&row.format).or_default()[place] += row.documents;
    }
    let rows: Vec<(String, [u64; 3])> =
        formats.into_iter().map(|(name, counts)| (name.to_owned(), counts)).collect();
    let data: Vec<Bar> = rows
        .iter()
        .map(|(format, [read, partly_read, unreadable])| Bar {
            format: format.clone(),
            read: *read,
            partly_read: *partly_read,
            unreadable: *unreadable,
        })
        .collect();
    let title = "How documents were read, by format";
    Figure {
        name: "reading".to_owned(),
        title: title.to_owned(),
        caption: "What was not fully read is not counted as missing any clause.".to_owned(),
        svg: svg::bars(title, &rows),
        table: Bar::table(),
        rows: cells(&data),
    }
}
