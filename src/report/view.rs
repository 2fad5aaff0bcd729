//! What a report for people shows of a run, before it is laid out: counts, what matters most, and
//! findings in the order in which one reads them. One view, used by the page, the letter, the tables and
//! the summaries, so that they tell one story.

use super::words::Words;
use crate::model::Factor;
use crate::model::Finding;
use crate::model::Language;
use crate::model::PackReport;
use crate::model::ReadStatus;
use crate::model::Report;
use crate::model::Severity;
use crate::model::Standard;
use crate::model::Verdict;
use crate::review;
use crate::review::FactorStatus;

/// What reports for people need beside the report itself.
pub struct Context<'c> {
    /// The words of the language in which the report is written.
    pub words: &'c Words,
    /// The factors of the study.
    pub factors: &'c [Factor],
    /// Laws and standards, in the order in which they are shown.
    pub standards: &'c [Standard],
    /// The standard that a reference belongs to.
    pub standard_of: fn(&str) -> Option<&'static Standard>,
}

/// Verdicts in the order in which people want to see them: what is wrong first.
pub const VERDICTS: [Verdict; 6] = [
    Verdict::Contradicted,
    Verdict::Missing,
    Verdict::Weak,
    Verdict::Undetermined,
    Verdict::Met,
    Verdict::NotApplicable,
];

/// How many findings have which verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts([usize; 6]);

impl Counts {
    /// Counts findings.
    pub fn of<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Self {
        let mut counts = Self::default();
        for finding in findings {
            counts.0[rank(finding.verdict)] += 1;
        }
        counts
    }

    /// How many have this verdict.
    #[must_use]
    pub fn with(&self, verdict: Verdict) -> usize {
        self.0[rank(verdict)]
    }

    /// How many there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// Verdicts with how many have them, in the order in which they are shown.
    pub fn each(&self) -> impl Iterator<Item = (Verdict, usize)> {
        VERDICTS.into_iter().zip(self.0)
    }
}

fn rank(verdict: Verdict) -> usize {
    VERDICTS.iter().position(|known| *known == verdict).unwrap_or(VERDICTS.len() - 1)
}

/// Findings that belong together, in reading order.
#[derive(Debug)]
pub struct Group<'r> {
    /// Name of the family, or id of the standard.
    pub name: &'r str,
    /// Gaps first, most serious first.
    pub findings: Vec<&'r Finding>,
    /// How many have which verdict.
    pub counts: Counts,
}

/// What is shown of one pack.
pub struct PackView<'r> {
    /// The pack.
    pub report: &'r PackReport,
    /// How many findings have which verdict.
    pub counts: Counts,
    /// Gaps, most serious first; within a severity contradictions before what is missing or weak.
    pub gaps: Vec<&'r Finding>,
    /// Findings by family, in order of name.
    pub families: Vec<Group<'r>>,
    /// Findings by law and standard, in the order of these.
    pub standards: Vec<Group<'r>>,
    /// The factors of the study.
    pub factors: Vec<FactorStatus<'r>>,
    /// How each document is called.
    pub paths: Vec<&'r str>,
}

impl<'r> PackView<'r> {
    /// The view of a pack.
    #[must_use]
    pub fn new(report: &'r PackReport, context: &Context<'r>) -> Self {
        let mut gaps: Vec<&Finding> =
            report.findings.iter().filter(|finding| finding.verdict.is_gap()).collect();
        sort(&mut gaps);
        Self {
            report,
            counts: Counts::of(&report.findings),
            gaps,
            families: families(report),
            standards: standards(report, context),
            factors: review::factors(report, context.factors),
            paths: paths(report),
        }
    }

    /// Gaps of critical or high severity.
    pub fn urgent(&self) -> impl Iterator<Item = &'r Finding> {
        let serious = |finding: &&&Finding| finding.rule.severity >= Severity::High;
        self.gaps.iter().filter(serious).copied()
    }

    /// Findings that could not be assessed.
    pub fn undetermined(&self) -> impl Iterator<Item = &'r Finding> {
        let findings = self.report.findings.iter();
        findings.filter(|finding| finding.verdict == Verdict::Undetermined)
    }

    /// What was found in full.
    pub fn met(&self) -> impl Iterator<Item = &'r Finding> {
        self.report.findings.iter().filter(|finding| finding.verdict == Verdict::Met)
    }

    /// Number of documents that were not fully read.
    #[must_use]
    pub fn unread(&self) -> usize {
        self.report.documents.iter().filter(|document| !document.status.is_complete()).count()
    }

    /// Number of documents that were to be read.
    #[must_use]
    pub fn documents(&self) -> usize {
        let documents = self.report.documents.iter();
        documents.filter(|document| document.status != ReadStatus::Skipped).count()
    }
}

/// Gaps first, most serious first; a stable order otherwise.
fn sort(findings: &mut [&Finding]) {
    findings.sort_by_key(|finding| {
        let found = !finding.verdict.is_gap() && finding.verdict != Verdict::Undetermined;
        (found, std::cmp::Reverse(finding.rule.severity), rank(finding.verdict))
    });
}

fn families(report: &PackReport) -> Vec<Group<'_>> {
    let mut names: Vec<&str> =
        report.findings.iter().map(|finding| finding.rule.family.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let of = |name| {
        let findings = report.findings.iter().filter(|finding| finding.rule.family == name);
        group(name, findings.collect())
    };
    names.into_iter().map(of).collect()
}

fn standards<'r>(report: &'r PackReport, context: &Context<'r>) -> Vec<Group<'r>> {
    let of = |standard: &'r Standard| {
        let refers = |finding: &&Finding| {
            finding.rule.sources.iter().any(|source| {
                (context.standard_of)(&source.reference).is_some_and(|of| of.id == standard.id)
            })
        };
        group(&standard.name, report.findings.iter().filter(refers).collect())
    };
    let groups = context.standards.iter().map(of);
    groups.filter(|group| !group.findings.is_empty()).collect()
}

fn group<'r>(name: &'r str, mut findings: Vec<&'r Finding>) -> Group<'r> {
    sort(&mut findings);
    Group { name, counts: Counts::of(findings.iter().copied()), findings }
}

/// The language in which most documents of a run are written, if that is one with words of its own.
#[must_use]
pub fn main_language(report: &Report) -> Language {
    language_of(&report.packs)
}

/// The language in which most documents of some packs are written, if that is one with words of its
/// own.
#[must_use]
pub fn language_of<'p>(packs: impl IntoIterator<Item = &'p PackReport>) -> Language {
    let documents = packs.into_iter().flat_map(|pack| &pack.documents);
    most_frequent(documents.map(|document| document.language))
}

/// The most frequent language that has words; of several the first, and English of none.
fn most_frequent(languages: impl Iterator<Item = Language>) -> Language {
    let languages: Vec<Language> = languages.collect();
    let count = |language: Language| languages.iter().filter(|one| **one == language).count();
    let best = Language::NAMED.into_iter().rev().max_by_key(|language| count(*language));
    best.filter(|language| count(*language) > 0).unwrap_or(Language::English)
}

/// The language in which most documents of a pack are written, if that is one with words of its own.
#[must_use]
pub fn pack_language(pack: &PackReport) -> Language {
    most_frequent(pack.documents.iter().map(|document| document.language))
}

/// Paths of the documents of a pack as people want to read them: without the folders that all share.
#[must_use]
pub fn paths(pack: &PackReport) -> Vec<&str> {
    let folder = |path: &str| path.rfind(['/', '\\']).map_or(0, |at| at + 1);
    let mut shared = pack.documents.first().map_or("", |first| &first.path[..folder(&first.path)]);
    for document in &pack.documents {
        while !document.path.starts_with(shared) {
            shared = &shared[..folder(&shared[..shared.len() - 1])];
        }
    }
    pack.documents.iter().map(|document| &document.path[shared.len()..]).collect()
}

/// The wording to paste in a language, or else in English, or else in any; with its code.
#[must_use]
pub fn model_clause<'r>(finding: &'r Finding, code: &str) -> Option<(&'r str, &'r str)> {
    let clauses = &finding.rule.model_clauses;
    let in_language = |code: &str| clauses.iter().find(|(of, _)| of == code);
    let found = in_language(code).or_else(|| in_language("en")).or(clauses.first());
    found.map(|(code, clause)| (code.as_str(), clause.as_str()))
}

#[cfg(test)]
mod tests {
    use super::Counts;
    use super::main_language;
    use super::paths;
    use super::sort;
    use crate::model::Language;
    use crate::model::PackReport;
    use crate::model::Report;
    use crate::model::Severity;
    use crate::model::Verdict;
    use crate::review::fixtures;
    use crate::review::fixtures::finding;

    #[test]
    fn what_is_wrong_and_matters_comes_first() {
        let mut low = finding("low", Verdict::Contradicted);
        low.rule.severity = Severity::Low;
        let all = [finding("met", Verdict::Met), finding("missing", Verdict::Missing), low];
        let mut order: Vec<_> = all.iter().collect();
        sort(&mut order);
        let ids: Vec<&str> = order.iter().map(|finding| finding.rule.id.as_str()).collect();
        assert_eq!(ids, ["missing", "low", "met"]);
        let counts = Counts::of(&all);
        assert_eq!((counts.with(Verdict::Missing), counts.total()), (1, 3));
    }

    #[test]
    fn shared_folders_are_not_repeated() {
        let pack = |paths: &[&str]| PackReport {
            documents: paths.iter().map(|path| fixtures::document(path)).collect(),
            ..PackReport::default()
        };
        assert_eq!(paths(&pack(&["a/b/x.pdf", "a/b/c/y.pdf"])), ["x.pdf", "c/y.pdf"]);
        assert_eq!(paths(&pack(&["a/b/x.pdf", "a/bc/y.pdf"])), ["b/x.pdf", "bc/y.pdf"]);
        assert_eq!(paths(&pack(&["x.pdf", "/y.pdf"])), ["x.pdf", "/y.pdf"]);
        assert_eq!(paths(&pack(&["C:\\a\\x.pdf"])), ["x.pdf"]);
    }

    #[test]
    fn an_empty_run_speaks_english() {
        let report = Report { rulesets: Vec::new(), packs: Vec::new(), remarks: Vec::new() };
        assert_eq!(main_language(&report), Language::English);
    }
}
