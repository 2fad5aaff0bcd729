//! An audit as a page for a browser: figures, tables, and a paragraph on methods to adapt. It says when
//! nothing was measured, and never when it was made, so that the same audit gives the same page.

use super::figures::Figure;
use super::run::Run;
use super::statistics::Template;
use super::statistics::Trend;
use super::statistics::Wording;
use super::table::Table;
use crate::corpus::Counting;
use crate::corpus::correction::Corrected;
use crate::corpus::study::CoOccurrence;
use crate::corpus::study::Difference;
use crate::corpus::study::FactorCoverage;
use crate::corpus::study::Measure;
use crate::corpus::study::Prevalence;
use crate::evaluation::Interval;
use crate::report::html::Page;
use crate::report::words;
use crate::report::words::count;
use askama::Template as _;
use std::io;
use std::io::Write;

/// Most rows of tables that are cut.
const MOST: usize = 30;

/// What a page is made of.
pub struct Results<'r> {
    /// How the audit was made.
    pub run: &'r Run,
    /// Ids of the rules.
    pub rules: &'r [String],
    /// Codes and names of the factors.
    pub factors: &'r [(String, String)],
    /// How often each clause is there.
    pub prevalence: &'r [Prevalence],
    /// Where categories differ.
    pub differences: &'r [Difference],
    /// How two clauses go together.
    pub co_occurrence: &'r [CoOccurrence],
    /// Whether clauses become more frequent.
    pub trends: &'r [Trend],
    /// How often factors are dealt with.
    pub factor_coverage: &'r [FactorCoverage],
    /// Wordings that several packs have.
    pub wordings: &'r [Wording],
    /// Templates of several packs.
    pub templates: &'r [Template],
    /// The figures.
    pub figures: &'r [Figure],
    /// The tables, with the folder below which they are.
    pub tables: &'r [(&'static str, Table)],
    /// Rules whose mistakes were measured.
    pub measured: usize,
}

#[derive(askama::Template)]
#[template(path = "audit.html", config = ".askama.toml")]
struct AuditPage<'r> {
    page: Page,
    scope: String,
    notes: Vec<String>,
    figures: &'r [Figure],
    tables: Vec<Shown>,
    methods: Vec<String>,
    files: Vec<(String, &'r str)>,
    stamp: String,
}

struct Shown {
    title: &'static str,
    caption: String,
    head: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

/// Writes the page.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(results: &Results<'_>, out: &mut dyn Write) -> io::Result<()> {
    let run = results.run;
    let page = AuditPage {
        page: Page { title: "Audit of contracts".to_owned(), lang: "en" },
        scope: scope(run),
        notes: notes(results),
        figures: results.figures,
        tables: tables(results),
        methods: methods(results),
        files: results
            .tables
            .iter()
            .map(|(below, table)| (format!("{below}{}.csv", table.name), table.meaning.as_str()))
            .collect(),
        stamp: format!(
            "{} {}, rules {} {} ({})",
            run.tool.name,
            run.tool.version,
            run.ruleset.name,
            run.ruleset.version,
            run.ruleset.hash
        ),
    };
    out.write_all(page.render().map_err(io::Error::other)?.as_bytes())
}

fn scope(run: &Run) -> String {
    let counts = &run.counts;
    format!(
        "{} with {}: {} fully read, {} partly, {} not at all.",
        count(counts.packs as usize, "pack"),
        count(counts.documents as usize, "document"),
        counts.fully_read,
        counts.partly_read,
        counts.unreadable
    )
}

fn notes(results: &Results<'_>) -> Vec<String> {
    let run = results.run;
    let counts = &run.counts;
    let mut notes = Vec::new();
    if counts.fully_read < counts.packs {
        notes.push(
            "Shares are of fully read packs only. A pack that was partly read can say that a clause is there, but not that it is missing, so counting it would make clauses look more frequent; the columns “lowest” and “highest” of the tables tell what the others could change."
                .to_owned(),
        );
    }
    if counts.fully_read < 5 {
        notes.push("Fewer than five packs were fully read, so no share is given.".to_owned());
    }
    if counts.templates > 0 {
        notes.push(format!(
            "{} have more than one pack. Shares are given of packs, and of templates, each of which counts once.",
            count(counts.templates as usize, "template")
        ));
    }
    if results.measured == 0 {
        notes.push(
            "Shares are what was found, mistakes included: no measurement of the rules was given (option --detector), so nothing is corrected."
                .to_owned(),
        );
    }
    if !run.without_metadata.is_empty() || !run.metadata_without_pack.is_empty() {
        notes.push(format!(
            "{} without metadata, {} of the metadata without a pack; run.json lists them.",
            count(run.without_metadata.len(), "pack"),
            count(run.metadata_without_pack.len(), "line")
        ));
    }
    notes
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{:.1} %", share * 100.0))
}

fn range(interval: Option<Interval>) -> String {
    interval.map_or_else(
        || "–".to_owned(),
        |interval| format!("{:.1}–{:.1} %", interval.low * 100.0, interval.high * 100.0),
    )
}

fn tables(results: &Results<'_>) -> Vec<Shown> {
    let mut tables = vec![prevalence(results)];
    tables.extend(differences(results));
    tables.extend(trends(results));
    tables.extend(pairs(results));
    tables.extend(factors(results));
    tables.extend(wordings(results));
    tables.extend(templates(results));
    tables
}

fn prevalence(results: &Results<'_>) -> Shown {
    let of = |rule: usize, measure: Measure, counting: Counting| {
        results.prevalence.iter().find(|row| {
            row.column.is_empty()
                && row.rule == rule
                && row.measure == measure
                && row.counting == counting
        })
    };
    let rows = results.rules.iter().enumerate().filter_map(|(rule, id)| {
        let present = of(rule, Measure::Present, Counting::Packs)?;
        let met = of(rule, Measure::Met, Counting::Packs);
        let once = of(rule, Measure::Present, Counting::Templates);
        let corrected = match present.corrected {
            Some(Corrected::Share { value, interval, .. }) => {
                format!("{} ({})", percent(Some(value)), range(Some(interval)))
            }
            Some(Corrected::FewMeasured) => "measured on too few".to_owned(),
            Some(Corrected::NoBetterThanChance) => "no better than chance".to_owned(),
            Some(Corrected::FewCases) | None => "–".to_owned(),
        };
        Some(vec![
            id.clone(),
            format!("{} of {}", present.share.hits, present.share.total),
            percent(present.share.stated()),
            range(present.share.interval()),
            corrected,
            percent(once.and_then(|row| row.share.stated())),
            percent(met.and_then(|row| row.share.stated())),
            range(met.and_then(|row| row.share.interval())),
        ])
    });
    Shown {
        title: "How often each clause is there",
        caption: "Found in any form, of fully read packs, with Wilson's 95 % interval; corrected for the mistakes of the rules, where these were measured; each template once; and met as the rule asks, of packs to which it applies. A dash: too few, or not known.".to_owned(),
        head: vec!["Rule", "Found", "Share", "95 %", "Corrected", "Templates", "Met", "95 %"],
        rows: rows.collect(),
    }
}

/// Differences whose interval does not hold 0, the largest first.
fn differences(results: &Results<'_>) -> Option<Shown> {
    let compared: Vec<(&Difference, f64, Interval)> = results
        .differences
        .iter()
        .filter(|row| row.measure == Measure::Present && row.counting == Counting::Packs)
        .filter_map(|row| row.difference.map(|(difference, interval)| (row, difference, interval)))
        .collect();
    if results.differences.is_empty() {
        return None;
    }
    let all = compared.len();
    let mut clear: Vec<_> =
        compared.into_iter().filter(|(_, _, i)| i.low > 0.0 || i.high < 0.0).collect();
    clear.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let found = clear.len();
    let rows = clear.into_iter().take(MOST).map(|(row, difference, interval)| {
        vec![
            results.rules[row.rule].clone(),
            format!("{} {}", row.column, row.category),
            percent(row.share.stated()),
            percent(row.rest.stated()),
            format!("{:+.1}", difference * 100.0),
            format!("{:+.1} to {:+.1}", interval.low * 100.0, interval.high * 100.0),
        ]
    });
    Some(Shown {
        title: "Where categories differ",
        caption: format!(
            "{found} of {all} comparisons of a category with all others have an interval without 0; by chance alone about {:.0} would. The largest {} are shown, in percentage points with Newcombe's 95 % interval, which is not adjusted for their number.",
            all as f64 * 0.05,
            found.min(MOST)
        ),
        head: vec!["Rule", "Category", "There", "Elsewhere", "Difference", "95 %"],
        rows: rows.collect(),
    })
}

/// Trends whose interval does not hold 0, the steepest first.
fn trends(results: &Results<'_>) -> Option<Shown> {
    let told: Vec<(&Trend, f64, f64, f64)> = results
        .trends
        .iter()
        .filter_map(|trend| Some((trend, trend.slope?, trend.low?, trend.high?)))
        .collect();
    if results.trends.is_empty() {
        return None;
    }
    let all = told.len();
    let mut clear: Vec<_> =
        told.into_iter().filter(|(_, _, low, high)| *low > 0.0 || *high < 0.0).collect();
    clear.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let found = clear.len();
    let year = |year: Option<f64>| year.map(|year| format!("{year:.0}")).unwrap_or_default();
    let rows = clear.into_iter().take(MOST).map(|(trend, slope, low, high)| {
        vec![
            trend.rule.clone(),
            trend.packs.to_string(),
            format!("{}–{}", year(trend.first), year(trend.last)),
            format!("{:+.2}", slope * 100.0),
            format!("{:+.2} to {:+.2}", low * 100.0, high * 100.0),
            trend.p.map(|p| format!("{p:.3}")).unwrap_or_default(),
        ]
    });
    Some(Shown {
        title: "Over the years",
        caption: format!(
            "Percentage points a year, by least squares, with p of the test of Cochran and Armitage. {found} of {all} trends that can be told have an interval without 0; by chance alone about {:.0} would.",
            all as f64 * 0.05
        ),
        head: vec!["Rule", "Packs", "Years", "A year", "95 %", "p"],
        rows: rows.collect(),
    })
}

fn pairs(results: &Results<'_>) -> Option<Shown> {
    let mut pairs: Vec<(&CoOccurrence, f64)> = results
        .co_occurrence
        .iter()
        .filter(|pair| pair.both >= 5)
        .filter_map(|pair| Some((pair, pair.phi()?)))
        .collect();
    pairs.sort_by(|a, b| b.1.total_cmp(&a.1));
    pairs.truncate(MOST / 2);
    let rows: Vec<Vec<String>> = pairs
        .into_iter()
        .map(|(pair, phi)| {
            vec![
                format!("{} and {}", results.rules[pair.first], results.rules[pair.second]),
                pair.both.to_string(),
                (pair.only_first + pair.only_second).to_string(),
                format!("{phi:.2}"),
            ]
        })
        .collect();
    (!rows.is_empty()).then(|| Shown {
        title: "Clauses that come together",
        caption: "The pairs with the strongest association of those found together in at least five packs.".to_owned(),
        head: vec!["Rules", "Both", "One only", "φ"],
        rows,
    })
}

fn factors(results: &Results<'_>) -> Option<Shown> {
    let rows: Vec<Vec<String>> = results
        .factor_coverage
        .iter()
        .filter(|row| row.column.is_empty() && row.share.total > 0)
        .filter_map(|row| {
            let (code, name) = results.factors.get(row.factor)?;
            Some(vec![
                format!("{code} {name}"),
                format!("{} of {}", row.share.hits, row.share.total),
                percent(row.share.stated()),
                range(row.share.interval()),
            ])
        })
        .collect();
    (!rows.is_empty()).then(|| Shown {
        title: "Factors of the study",
        caption: "Packs that deal with a factor: at least half of its primary clauses that apply are met, and none is contradicted.".to_owned(),
        head: vec!["Factor", "Packs", "Share", "95 %"],
        rows,
    })
}

/// The wordings that most packs share.
fn wordings(results: &Results<'_>) -> Option<Shown> {
    let mut wordings: Vec<&Wording> = results.wordings.iter().collect();
    wordings.sort_by(|a, b| b.packs.cmp(&a.packs).then_with(|| a.rule.cmp(&b.rule)));
    wordings.truncate(MOST / 2);
    let rows: Vec<Vec<String>> = wordings
        .into_iter()
        .map(|row| {
            let quote = format!("{}: {}", row.rule, words::shorten(&row.quote, 160));
            vec![quote, row.packs.to_string(), row.templates.to_string(), row.variants.to_string()]
        })
        .collect();
    (!rows.is_empty()).then(|| Shown {
        title: "Wordings that packs share",
        caption: "The passages that most packs have in nearly the same words. Many packs and one template are the choice of one author.".to_owned(),
        head: vec!["Passage", "Packs", "Templates", "Variants"],
        rows,
    })
}

/// The templates of most packs.
fn templates(results: &Results<'_>) -> Option<Shown> {
    let mut templates: Vec<&Template> = results.templates.iter().collect();
    templates.sort_by(|a, b| b.packs.cmp(&a.packs).then_with(|| a.template.cmp(&b.template)));
    templates.truncate(MOST / 2);
    let rows: Vec<Vec<String>> = templates
        .into_iter()
        .map(|row| vec![row.template.clone(), row.packs.to_string()])
        .collect();
    (!rows.is_empty()).then(|| Shown {
        title: "Templates",
        caption: "The largest groups of packs with nearly the same text, by their first pack; the column “template” of packs.csv names the group of each.".to_owned(),
        head: vec!["First pack", "Packs"],
        rows,
    })
}

/// What was run and what it cannot tell, in sentences for a paper.
fn methods(results: &Results<'_>) -> Vec<String> {
    let (run, counts) = (results.run, &results.run.counts);
    let option = |name: &str| run.options.get(name).map_or("", String::as_str);
    let unit = if option("unit") == "folder" {
        "All documents of a folder were judged together"
    } else {
        "Every document was judged by itself"
    };
    let statistics = &run.statistics;
    let mut paragraphs = vec![format!(
        "{} with {} were judged with {} {} and {} of its ruleset {} {} (BLAKE3 {}). {unit}. {} could be read completely, {} in part and {} not at all; only the first enter shares. Each clause was judged met, weak, contradicted, missing or not applicable by fixed rules, without statistics or chance, so that the audit can be repeated to the byte (clausecheck verify).{}",
        count(counts.packs as usize, "pack"),
        count(counts.documents as usize, "document"),
        run.tool.name,
        run.tool.version,
        count(results.rules.len(), "rule"),
        run.ruleset.name,
        run.ruleset.version,
        run.ruleset.hash,
        counts.fully_read,
        counts.partly_read,
        counts.unreadable,
        match &run.plan {
            Some(plan) => format!(
                " Rules and options were fixed before the corpus was opened (plan with BLAKE3 {plan})."
            ),
            None => String::new(),
        }
    )];
    let weighted = match &statistics.weight {
        Some(column) => format!(
            " Shares are weighted by {column}, and intervals use the effective number of packs (Kish 1965)."
        ),
        None => String::new(),
    };
    let corrected = if results.measured > 0 {
        format!(
            " For {} whose sensitivity and specificity were measured against human judgement, shares were corrected after Rogan and Gladen (1978), with intervals from {} draws of a parametric bootstrap over all three rates (seed {}). The correction supposes that the rules err on this corpus as often as on the documents on which they were measured.",
            count(results.measured, "rule"),
            statistics.draws,
            statistics.seed
        )
    } else {
        " Shares are not corrected for mistakes of the rules.".to_owned()
    };
    paragraphs.push(format!(
        "A clause counts as present if it is met, weak or contradicted. Shares have 95 % score intervals (Wilson 1927), differences of shares those of Newcombe (1998, method 10); of fewer than five packs neither is given. Intervals describe chance in drawing packs from a population, and are not adjusted for the number of comparisons.{weighted}{corrected}"
    ));
    paragraphs.push(format!(
        "Packs whose texts share an estimated {:.0} % of their five-word sequences (MinHash, 128 values) were taken to come from one template: {} had more than one pack. Shares by template count each once.",
        statistics.similarity * 100.0,
        count(counts.templates as usize, "template")
    ));
    paragraphs.push(
        "Limits: the rules find what is written, not whether it is kept or suffices in law; a clause in a document that was not in the corpus counts as missing; wording that the rules do not know is missed, and the share of such mistakes can differ between languages and kinds of documents."
            .to_owned(),
    );
    paragraphs
}
