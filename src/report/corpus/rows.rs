//! The tables of an audit that say what was found: packs, documents, findings, evidence,
//! parameters, factors and rules. The rows of one pack together are a [`Record`].

use super::table::row;
use crate::model;
use crate::model::PackReport;
use crate::model::ReadStatus;
use crate::model::RuleCard;
use crate::report::words;
use crate::review::FactorStatus;
use crate::review::Handled;
use serde::Deserialize;
use serde::Serialize;

/// Longest quote that is kept, in characters; the offsets tell where the rest is.
const QUOTE: usize = 2_000;

row! {
    /// One row for each file, or member of an archive or e-mail.
    pub struct Document in "documents", key &["pack", "path"], refers &[("pack", "packs")];
    /// The pack in which it was judged.
    #[serde(skip)] pack: String,
    /// Its path below the corpus; members of an archive follow the path of the archive.
    path: String,
    /// BLAKE3 of its bytes, in hexadecimal; empty if they could not be read.
    hash: String,
    /// Format by content.
    format: String,
    /// What it is, as its name and its titles tell: tender, contract, sla, dpa; separated by spaces.
    kinds: String,
    /// ISO 639-1 code of its main language, `other` or `und`.
    language: String,
    /// Number of pages; empty where the format has none.
    pages: Option<u64>,
    /// Number of characters of its text.
    characters: u64,
    /// How far it was read: read, partly-read, unreadable, skipped.
    status: String,
    /// Reason codes of what was not read or is worth knowing, separated by spaces.
    notes: String,
    /// What was not read, and what else to know, in sentences.
    messages: String,
}

row! {
    /// One row for each rule and pack.
    pub struct Finding in "findings", key &["pack", "rule"],
        refers &[("pack", "packs"), ("rule", "rules")];
    /// The pack.
    #[serde(skip)] pack: String,
    /// The rule.
    rule: String,
    /// met: demanded as the rule asks; weak: demanded, but permissively, vaguely or outside a
    /// threshold; contradicted: some passage does the opposite; missing: not found in a pack that
    /// was read completely; not-applicable: read completely, and nothing in it is what the rule is
    /// about; undetermined: not found, but not everything was read.
    verdict: String,
    /// Why, in sentences, most important first.
    reasons: String,
    /// Number of passages that bear the verdict.
    passages: u64,
}

row! {
    /// One row for each passage that bears a finding, or comes nearest to what was not found.
    pub struct Evidence in "evidence", key &[],
        refers &[("pack", "packs"), ("rule", "rules")];
    /// The pack.
    #[serde(skip)] pack: String,
    /// The rule.
    rule: String,
    /// What the passage does for the rule: supports, weakens, contradicts, triggers, nearest.
    role: String,
    /// Path of its document.
    document: String,
    /// Page on which it begins, counted from 1; empty where the format has no pages.
    page: Option<u64>,
    /// Clause with its heading; in a spreadsheet, sheet and cell.
    clause: String,
    /// Where it begins in the text that `clausecheck extract` shows, in bytes.
    start: u64,
    /// Where it ends, in bytes.
    end: u64,
    /// Whether the text was recognised in a picture of the page (OCR).
    recognised: bool,
    /// Same for all passages of a rule with nearly the same wording, whatever numbers, case and space
    /// they have; `wordings` lists those of several packs. Empty for the nearest passages.
    wording: String,
    /// Why the passage is not enough, in sentences; empty for full support.
    reasons: String,
    /// The passage with its lead-in, at most 2,000 characters of it.
    quote: String,
}

row! {
    /// One row for each number that a rule asks for, and pack.
    pub struct Parameter in "parameters", key &["pack", "rule", "parameter"],
        refers &[("pack", "packs"), ("rule", "rules")];
    /// The pack.
    #[serde(skip)] pack: String,
    /// The rule.
    rule: String,
    /// Name of the number in words.
    parameter: String,
    /// What is stated; empty if nothing is.
    found: Option<f64>,
    /// Unit of what is stated.
    found_unit: String,
    /// How it must stand to the threshold: ≤ or ≥.
    comparator: String,
    /// The threshold.
    required: f64,
    /// Unit of the threshold.
    required_unit: String,
    /// Whether what is stated is within the threshold.
    ok: bool,
}

row! {
    /// One row for each factor of the study and pack.
    pub struct Factor in "factors", key &["pack", "factor"], refers &[("pack", "packs")];
    /// The pack.
    #[serde(skip)] pack: String,
    /// Code of the factor in the study.
    factor: String,
    /// Name of the factor.
    name: String,
    /// yes: at least half of the primary clauses that apply were found in full and none is
    /// contradicted; no: less; open: what could not be assessed decides; not-applicable: none of its
    /// clauses applies.
    handled: String,
}

row! {
    /// One row for each rule that was applied.
    pub struct Rule in "rules", key &["rule"], refers &[];
    /// Id of the rule.
    rule: String,
    /// Family of rules.
    family: String,
    /// Reads well after "This pack does not ensure …".
    title: String,
    /// How much a gap matters: low, medium, high, critical.
    severity: String,
    /// What the contract shall say.
    requirement: String,
    /// Why it matters.
    why: String,
    /// Laws, standards and studies that it rests on, separated by semicolons.
    sources: String,
    /// Codes of the study's factors that it answers, separated by spaces.
    factors: String,
}

/// What was found in one pack: what the journal of an audit keeps of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Name of the pack.
    pub pack: String,
    /// BLAKE3 over the bytes of its files, in hexadecimal.
    pub input: String,
    /// Whether everything in it was read.
    pub fully_read: bool,
    /// Every file.
    pub documents: Vec<Document>,
    /// One for each rule, in the order of the ruleset.
    pub findings: Vec<Finding>,
    /// Passages, in the order of the findings.
    pub evidence: Vec<Evidence>,
    /// Numbers, in the order of the findings.
    pub parameters: Vec<Parameter>,
    /// Factors of the study.
    pub factors: Vec<Factor>,
    /// MinHash sketch of its text; empty if there is too little.
    pub sketch: Vec<u32>,
}

/// What `corpus` derived from the texts of a pack, which reports do not hold.
#[derive(Debug, Clone, Default)]
pub struct Derived {
    /// BLAKE3 over the bytes of its files.
    pub input: String,
    /// Characters of each document, in the order of the report.
    pub characters: Vec<u64>,
    /// MinHash sketch of all text.
    pub sketch: Vec<u32>,
}

impl Record {
    /// The rows of a pack. Of the passages that come nearest, only the first is kept. `wording`
    /// gives passages with the same wording the same name.
    #[must_use]
    pub fn new(
        report: &PackReport,
        factors: &[FactorStatus<'_>],
        derived: Derived,
        wording: impl Fn(&str) -> String,
    ) -> Self {
        let read = |status| matches!(status, ReadStatus::Read | ReadStatus::Skipped);
        let any = report.documents.iter().any(|entry| entry.status == ReadStatus::Read);
        let characters = derived.characters.iter().copied().chain(std::iter::repeat(0));
        let documents = report.documents.iter().zip(characters).map(|(e, n)| document(e, n));
        let evidence =
            report.findings.iter().flat_map(|finding| passages(finding, report, &wording));
        Self {
            pack: report.name.clone(),
            input: derived.input,
            fully_read: any && report.documents.iter().all(|entry| read(entry.status)),
            documents: documents.collect(),
            findings: report.findings.iter().map(finding).collect(),
            evidence: evidence.collect(),
            parameters: report.findings.iter().flat_map(parameters).collect(),
            factors: factors.iter().map(factor).collect(),
            sketch: derived.sketch,
        }
    }

    /// The same with the name of the pack in every row, as tables need it.
    #[must_use]
    pub fn named(mut self) -> Self {
        let name = &self.pack;
        self.documents.iter_mut().for_each(|row| row.pack.clone_from(name));
        self.findings.iter_mut().for_each(|row| row.pack.clone_from(name));
        self.evidence.iter_mut().for_each(|row| row.pack.clone_from(name));
        self.parameters.iter_mut().for_each(|row| row.pack.clone_from(name));
        self.factors.iter_mut().for_each(|row| row.pack.clone_from(name));
        self
    }
}

fn document(entry: &model::DocumentEntry, characters: u64) -> Document {
    let kinds: Vec<&str> = entry.kinds.iter().map(|kind| kind.code()).collect();
    let mut notes: Vec<&str> = entry.notes.iter().map(|note| note.kind.code()).collect();
    notes.dedup();
    let messages: Vec<&str> = entry.notes.iter().map(|note| note.message.as_str()).collect();
    Document {
        pack: String::new(),
        path: entry.path.clone(),
        hash: entry.hash.clone(),
        format: entry.format.clone(),
        kinds: kinds.join(" "),
        language: entry.language.code().to_owned(),
        pages: entry.pages.map(u64::from),
        characters,
        status: entry.status.code().to_owned(),
        notes: notes.join(" "),
        messages: words::shorten(&messages.join("; "), QUOTE),
    }
}

fn is_bearing(evidence: &model::Evidence) -> bool {
    !matches!(evidence.role, model::Role::Nearest | model::Role::Triggers)
}

fn sentences(reasons: &[model::Reason]) -> String {
    let told: Vec<String> = reasons.iter().map(words::reason).collect();
    words::shorten(&told.join("; "), QUOTE)
}

fn finding(finding: &model::Finding) -> Finding {
    Finding {
        pack: String::new(),
        rule: finding.rule.id.clone(),
        verdict: finding.verdict.code().to_owned(),
        reasons: sentences(&finding.reasons),
        passages: finding.evidence.iter().filter(|evidence| is_bearing(evidence)).count() as u64,
    }
}

fn passages<'f>(
    finding: &'f model::Finding,
    report: &'f PackReport,
    wording: &'f impl Fn(&str) -> String,
) -> impl Iterator<Item = Evidence> + 'f {
    let is_nearest = |evidence: &model::Evidence| evidence.role == model::Role::Nearest;
    let nearest = finding.evidence.iter().filter(move |e| is_nearest(e)).take(1);
    let kept = finding.evidence.iter().filter(move |e| !is_nearest(e)).chain(nearest);
    kept.map(move |evidence| Evidence {
        pack: String::new(),
        rule: finding.rule.id.clone(),
        role: evidence.role.code().to_owned(),
        document: report
            .documents
            .get(evidence.document)
            .map(|entry| entry.path.clone())
            .unwrap_or_default(),
        page: evidence.place.page.map(u64::from),
        clause: evidence.place.clause.clone(),
        start: evidence.span.start() as u64,
        end: evidence.span.end() as u64,
        recognised: evidence.place.recognised,
        wording: if is_bearing(evidence) { wording(&evidence.quote) } else { String::new() },
        reasons: sentences(&evidence.reasons),
        quote: words::shorten(&evidence.quote, QUOTE),
    })
}

fn parameters(finding: &model::Finding) -> impl Iterator<Item = Parameter> + '_ {
    finding.parameters.iter().map(|parameter| Parameter {
        pack: String::new(),
        rule: finding.rule.id.clone(),
        parameter: parameter.name.clone(),
        found: parameter.found.map(|quantity| quantity.value),
        found_unit: parameter
            .found
            .map(|quantity| quantity.unit.symbol().to_owned())
            .unwrap_or_default(),
        comparator: parameter.comparator.symbol().to_owned(),
        required: parameter.required.value,
        required_unit: parameter.required.unit.symbol().to_owned(),
        ok: parameter.ok,
    })
}

fn factor(status: &FactorStatus<'_>) -> Factor {
    let handled = match status.handled {
        Handled::Yes => "yes",
        Handled::No => "no",
        Handled::Open => "open",
        Handled::NotApplicable => "not-applicable",
    };
    Factor {
        pack: String::new(),
        factor: status.factor.code.clone(),
        name: status.factor.name.clone(),
        handled: handled.to_owned(),
    }
}

impl From<&RuleCard> for Rule {
    fn from(card: &RuleCard) -> Self {
        let sources: Vec<&str> =
            card.sources.iter().map(|source| source.reference.as_str()).collect();
        Self {
            rule: card.id.clone(),
            family: card.family.clone(),
            title: card.title.clone(),
            severity: card.severity.code().to_owned(),
            requirement: card.requirement.clone(),
            why: card.why.clone(),
            sources: sources.join("; "),
            factors: card.factors.join(" "),
        }
    }
}
