//! The tables of an audit that say what follows: prevalence, differences, trends, co-occurrence,
//! factors, templates, wordings, and how documents were read.

use super::table::row;
use crate::corpus::Share;
use crate::corpus::correction::Corrected;
use crate::corpus::estimate::FEWEST;
use crate::corpus::study;
use crate::corpus::trend;
use crate::evaluation::Interval;

row! {
    /// One row for each rule, category, measure and way of counting: how often a clause is there.
    pub struct Prevalence in "prevalence", key &["column", "category", "rule", "measure", "counting"],
        refers &[("rule", "rules")];
    /// Column of the metadata by which packs are divided; empty for the whole corpus.
    column: String,
    /// The category; empty for packs of which it is not known.
    category: String,
    /// The rule.
    rule: String,
    /// present: the clause is there (met, weak or contradicted), of all packs; met: it is there as the
    /// rule asks, of the packs to which the rule applies.
    measure: String,
    /// packs: every pack is a case; templates: all packs that come from one template are one case.
    counting: String,
    /// Packs of the category.
    packs: u64,
    /// Of these, not fully read: they do not enter the share.
    not_fully_read: u64,
    /// Packs with it, whatever counts as a case.
    hits: u64,
    /// Cases.
    cases: u64,
    /// Effective number of cases (Kish): less than their number if weights differ.
    effective_cases: f64,
    /// The share, weighted; empty of fewer than five cases.
    share: Option<f64>,
    /// Lower end of Wilson's 95 % interval.
    low: Option<f64>,
    /// Upper end of Wilson's 95 % interval.
    high: Option<f64>,
    /// Share of all packs if none of the undecided ones had it.
    lowest: Option<f64>,
    /// Share of all packs if all of the undecided ones had it.
    highest: Option<f64>,
    /// The share corrected for sensitivity and specificity of the detector (Rogan and Gladen).
    corrected: Option<f64>,
    /// Lower end of its 95 % bootstrap interval.
    corrected_low: Option<f64>,
    /// Upper end of its 95 % bootstrap interval.
    corrected_high: Option<f64>,
    /// What to know: few-cases, detector-measured-on-few, detector-no-better-than-chance,
    /// cut-at-0-or-1; separated by spaces.
    notes: String,
}

row! {
    /// One row for each category against all others of its column.
    pub struct Difference in "differences", key &["column", "category", "rule", "measure", "counting"],
        refers &[("rule", "rules")];
    /// Column of the metadata.
    column: String,
    /// The category.
    category: String,
    /// The rule.
    rule: String,
    /// present or met, as in `prevalence`.
    measure: String,
    /// packs or templates, as in `prevalence`.
    counting: String,
    /// Cases of the category.
    cases: u64,
    /// Share in the category; empty of fewer than five cases.
    share: Option<f64>,
    /// Cases of all others with a category.
    other_cases: u64,
    /// Share among these.
    other_share: Option<f64>,
    /// The first share minus the second.
    difference: Option<f64>,
    /// Lower end of Newcombe's 95 % interval; not adjusted for the number of comparisons.
    low: Option<f64>,
    /// Upper end of Newcombe's 95 % interval.
    high: Option<f64>,
    /// few-cases, if either side has fewer than five.
    notes: String,
}

row! {
    /// One row for each rule: whether its clause becomes more frequent over the years.
    pub struct Trend in "trends", key &["rule"], refers &[("rule", "rules")];
    /// The rule.
    rule: String,
    /// Fully read packs with a year; weights do not enter.
    packs: u64,
    /// Different years; empty if there is no trend to tell (fewer than three years or five packs, or
    /// the clause is everywhere or nowhere).
    years: Option<u64>,
    /// Earliest year.
    first: Option<f64>,
    /// Latest year.
    last: Option<f64>,
    /// Change of the share in a year, by least squares.
    slope: Option<f64>,
    /// Lower end of its 95 % interval (HC0).
    low: Option<f64>,
    /// Upper end of its 95 % interval.
    high: Option<f64>,
    /// Statistic of the test of Cochran and Armitage.
    z: Option<f64>,
    /// Its two-sided p value; not adjusted for the number of rules.
    p: Option<f64>,
}

row! {
    /// One row for each pair of rules: how often both clauses are there, in fully read packs.
    pub struct CoOccurrence in "co-occurrence", key &["first", "second"],
        refers &[("first", "rules"), ("second", "rules")];
    /// A rule.
    first: String,
    /// Another rule.
    second: String,
    /// Packs with both clauses.
    both: u64,
    /// Packs with the first only.
    only_first: u64,
    /// Packs with the second only.
    only_second: u64,
    /// Packs with neither.
    neither: u64,
    /// Phi coefficient; empty if either clause is everywhere or nowhere.
    phi: Option<f64>,
    /// Jaccard's index; empty if neither clause is anywhere.
    jaccard: Option<f64>,
}

row! {
    /// One row for each factor of the study and category: how often it is dealt with.
    pub struct FactorCoverage in "factor-coverage", key &["column", "category", "factor"], refers &[];
    /// Column of the metadata; empty for the whole corpus.
    column: String,
    /// The category.
    category: String,
    /// Code of the factor.
    factor: String,
    /// Packs that deal with it.
    hits: u64,
    /// Fully read packs to which it applies.
    cases: u64,
    /// The share, weighted; empty of fewer than five cases.
    share: Option<f64>,
    /// Lower end of Wilson's 95 % interval.
    low: Option<f64>,
    /// Upper end of Wilson's 95 % interval.
    high: Option<f64>,
}

row! {
    /// One row for each template from which at least two packs come.
    pub struct Template in "templates", key &["template"], refers &[];
    /// Its name: that of its first pack. The column `template` of `packs` names it for each.
    template: String,
    /// Packs that come from it.
    packs: u64,
}

row! {
    /// One row for each wording of a passage that occurs in at least two packs, in nearly the same
    /// words.
    pub struct Wording in "wordings", key &["rule", "wording"], refers &[("rule", "rules")];
    /// The rule.
    rule: String,
    /// Name of the wording, as in `evidence`.
    wording: String,
    /// Different wordings that are nearly the same, numbers, case and space aside.
    variants: u64,
    /// Packs with it.
    packs: u64,
    /// Templates with it: a wording of many packs of one template is the choice of one author.
    templates: u64,
    /// The first pack with it.
    example: String,
    /// The passage there.
    quote: String,
}

row! {
    /// One row for each format, status and reason: how documents were read.
    pub struct Reading in "reading", key &["format", "status", "note"], refers &[];
    /// Format by content.
    format: String,
    /// read, partly-read, unreadable, skipped.
    status: String,
    /// Reason code; empty for the number of documents with the status, whatever their notes.
    note: String,
    /// Documents.
    documents: u64,
}

fn ends(interval: Option<Interval>) -> (Option<f64>, Option<f64>) {
    (interval.map(|interval| interval.low), interval.map(|interval| interval.high))
}

fn few(shares: &[&Share]) -> &'static str {
    if shares.iter().any(|share| share.total < FEWEST) { "few-cases" } else { "" }
}

impl Prevalence {
    /// The row for a result; `rule` is the id of its rule.
    #[must_use]
    pub fn new(found: &study::Prevalence, rule: &str) -> Self {
        let (low, high) = ends(found.share.interval());
        let (lowest, highest) = ends(found.bounds);
        let mut notes = vec![few(&[&found.share])];
        let (corrected, interval) = match found.corrected {
            Some(Corrected::Share { value, interval, cut }) => {
                notes.push(if cut { "cut-at-0-or-1" } else { "" });
                (Some(value), Some(interval))
            }
            Some(Corrected::FewMeasured) => {
                notes.push("detector-measured-on-few");
                (None, None)
            }
            Some(Corrected::NoBetterThanChance) => {
                notes.push("detector-no-better-than-chance");
                (None, None)
            }
            Some(Corrected::FewCases) | None => (None, None),
        };
        notes.retain(|note| !note.is_empty());
        let (corrected_low, corrected_high) = ends(interval);
        Self {
            column: found.column.clone(),
            category: found.category.clone(),
            rule: rule.to_owned(),
            measure: found.measure.code().to_owned(),
            counting: found.counting.code().to_owned(),
            packs: found.packs as u64,
            not_fully_read: found.not_fully_read as u64,
            hits: found.share.hits as u64,
            cases: found.share.total as u64,
            effective_cases: found.share.effective,
            share: found.share.stated(),
            low,
            high,
            lowest,
            highest,
            corrected,
            corrected_low,
            corrected_high,
            notes: notes.join(" "),
        }
    }
}

impl Difference {
    /// The row for a result.
    #[must_use]
    pub fn new(found: &study::Difference, rule: &str) -> Self {
        let (low, high) = ends(found.difference.map(|(_, interval)| interval));
        Self {
            column: found.column.clone(),
            category: found.category.clone(),
            rule: rule.to_owned(),
            measure: found.measure.code().to_owned(),
            counting: found.counting.code().to_owned(),
            cases: found.share.total as u64,
            share: found.share.stated(),
            other_cases: found.rest.total as u64,
            other_share: found.rest.stated(),
            difference: found.difference.map(|(difference, _)| difference),
            low,
            high,
            notes: few(&[&found.share, &found.rest]).to_owned(),
        }
    }
}

impl Trend {
    /// The row for a result over so many packs.
    #[must_use]
    pub fn new(found: Option<trend::Trend>, packs: usize, rule: &str) -> Self {
        Self {
            rule: rule.to_owned(),
            packs: packs as u64,
            years: found.map(|trend| trend.years as u64),
            first: found.map(|trend| f64::from(trend.first)),
            last: found.map(|trend| f64::from(trend.last)),
            slope: found.map(|trend| trend.slope),
            low: found.map(|trend| trend.interval.low),
            high: found.map(|trend| trend.interval.high),
            z: found.map(|trend| trend.z),
            p: found.map(|trend| trend.p),
        }
    }
}

impl CoOccurrence {
    /// The row for a result; `rules` are the ids of all rules.
    #[must_use]
    pub fn new(found: &study::CoOccurrence, rules: &[String]) -> Self {
        let id = |rule: usize| rules.get(rule).cloned().unwrap_or_default();
        Self {
            first: id(found.first),
            second: id(found.second),
            both: found.both as u64,
            only_first: found.only_first as u64,
            only_second: found.only_second as u64,
            neither: found.neither as u64,
            phi: found.phi(),
            jaccard: found.jaccard(),
        }
    }
}

impl FactorCoverage {
    /// The row for a result; `factor` is the code of its factor.
    #[must_use]
    pub fn new(found: &study::FactorCoverage, factor: &str) -> Self {
        let (low, high) = ends(found.share.interval());
        Self {
            column: found.column.clone(),
            category: found.category.clone(),
            factor: factor.to_owned(),
            hits: found.share.hits as u64,
            cases: found.share.total as u64,
            share: found.share.stated(),
            low,
            high,
        }
    }
}
