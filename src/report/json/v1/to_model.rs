//! From a stored report back to the model, so that it can be laid out again.

use super::{
    Accountability, Block, BlockKind, Conflict, Disposition, Document, Evidence, Finding, Location,
    Mention, Pack, Parameter, Quantity, Remark, RemarkKind, Report, Rule, SCHEMA, StatedNumber,
    StorageRow, Text,
};
use crate::model;
use std::collections::BTreeMap;
use thiserror::Error;

/// Why a stored report cannot be used.
#[derive(Debug, Error)]
pub enum ReadError {
    /// It is no JSON, or not of this form.
    #[error("it is no report in JSON as `check --format json` writes it: {0}")]
    Form(#[from] serde_json::Error),
    /// It is of another format or version.
    #[error("its format is `{0}`, and `{SCHEMA}` can be read")]
    Version(String),
    /// It names a rule that it does not describe.
    #[error("it names the rule `{0}` without describing it; run the check again with this version")]
    Rule(String),
    /// A passage stands in a document that the pack does not have.
    #[error("a passage stands in `{0}`, which is no document of its pack")]
    Document(String),
}

/// Only what tells the version, so that another version is told by its name and not by a field.
#[derive(serde::Deserialize)]
struct Head {
    schema: String,
}

/// Reads a report that [`write`](super::write) wrote.
///
/// # Errors
/// If it is something else, or does not hold together.
pub fn read(text: &str) -> Result<model::Report, ReadError> {
    let text = text.trim_start_matches('\u{feff}');
    let head: Head = serde_json::from_str(text)?;
    if head.schema != SCHEMA {
        return Err(ReadError::Version(head.schema));
    }
    let report: Report = serde_json::from_str(text)?;
    let rules = report.rules.into_iter().map(|rule| (rule.id.clone(), card(rule))).collect();
    let packs = report.packs.into_iter().map(|source| pack(source, &rules));
    Ok(model::Report {
        rulesets: report
            .rulesets
            .into_iter()
            .map(|stamp| model::RulesetStamp {
                name: stamp.name,
                version: stamp.version,
                hash: stamp.hash,
            })
            .collect(),
        packs: packs.collect::<Result<_, _>>()?,
        remarks: report.remarks.into_iter().map(remark).collect(),
    })
}

fn card(rule: Rule) -> model::RuleCard {
    let source = |source: super::Source| model::SourceRef {
        reference: source.reference,
        basis: source.basis.into(),
    };
    model::RuleCard {
        id: rule.id,
        title: rule.title,
        family: rule.family,
        severity: rule.severity.into(),
        requirement: rule.requirement,
        why: rule.why,
        sources: rule.sources.into_iter().map(source).collect(),
        model_clauses: rule.model_clauses.into_iter().collect(),
        factors: rule.factors,
    }
}

fn pack(
    pack: Pack,
    rules: &BTreeMap<String, model::RuleCard>,
) -> Result<model::PackReport, ReadError> {
    let paths: Vec<String> = pack.documents.iter().map(|document| document.path.clone()).collect();
    let kept = pack.documents.iter().any(|document| document.text.is_some());
    let mut documents = Vec::new();
    let mut texts = Vec::new();
    for document in pack.documents {
        let (entry, text) = self::document(document);
        documents.push(entry);
        texts.extend(kept.then(|| text.unwrap_or_default()));
    }
    let findings = pack.findings.into_iter().map(|source| finding(source, rules, &paths));
    let conflicts = pack.conflicts.into_iter().map(|source| conflict(source, rules, &paths));
    let storage = pack.storage.into_iter().map(|row| storage(row, &paths));
    let answers = pack.accountability.into_iter().map(|answers| accountability(answers, &paths));
    Ok(model::PackReport {
        name: pack.name,
        documents,
        findings: findings.collect::<Result<_, _>>()?,
        conflicts: conflicts.collect::<Result<_, _>>()?,
        storage: storage.collect::<Result<_, _>>()?,
        accountability: answers.collect::<Result<_, _>>()?,
        texts,
    })
}

fn document(document: Document) -> (model::DocumentEntry, Option<model::DocumentText>) {
    let language = match document.language.as_str() {
        "other" => model::Language::Other,
        code => model::Language::from_code(code).unwrap_or_default(),
    };
    let notes = document.notes.into_iter().map(|note| model::Note {
        kind: model::NoteKind::from_code(&note.kind).unwrap_or(model::NoteKind::Damaged),
        page: note.page,
        message: note.message,
    });
    let kind = |code: &String| model::DocumentKind::ALL.into_iter().find(|k| k.code() == code);
    let entry = model::DocumentEntry {
        path: document.path,
        hash: document.hash,
        format: document.format,
        kinds: document.kinds.iter().filter_map(kind).collect(),
        language,
        pages: document.pages,
        status: document.status.into(),
        notes: notes.collect(),
    };
    (entry, document.text.map(text))
}

/// The text with each block where its spans point; what lies between blocks is a line feed.
fn text(source: Text) -> model::DocumentText {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for block in source.blocks {
        // A text that was tampered with must not make one that is larger than itself.
        let gap = block.start.saturating_sub(text.len()).min(16);
        text.extend(std::iter::repeat_n('\n', gap));
        let start = text.len();
        text.push_str(&block.text);
        blocks.push(self::block(block, model::Span::new(start, text.len())));
    }
    model::DocumentText { text, blocks }
}

fn block(block: Block, span: model::Span) -> model::Block {
    let kind = match block.kind {
        BlockKind::Heading(level) => model::BlockKind::Heading(level),
        BlockKind::Paragraph => model::BlockKind::Paragraph,
        BlockKind::ListItem(level) => model::BlockKind::ListItem(level),
        BlockKind::TableCell { table, row, column } => {
            model::BlockKind::TableCell(model::Cell { table, row, column })
        }
        BlockKind::Footnote => model::BlockKind::Footnote,
        BlockKind::Header => model::BlockKind::Furniture(model::Furniture::Header),
        BlockKind::Footer => model::BlockKind::Furniture(model::Furniture::Footer),
        BlockKind::Comment => model::BlockKind::Furniture(model::Furniture::Comment),
        BlockKind::Hidden => model::BlockKind::Furniture(model::Furniture::Hidden),
    };
    model::Block { kind, span, label: block.label, page: block.page, address: block.address }
}

fn finding(
    finding: Finding,
    rules: &BTreeMap<String, model::RuleCard>,
    paths: &[String],
) -> Result<model::Finding, ReadError> {
    let rule = rules.get(&finding.rule).cloned().ok_or(ReadError::Rule(finding.rule))?;
    let evidence = finding.evidence.into_iter().map(|evidence| self::evidence(evidence, paths));
    Ok(model::Finding {
        rule,
        verdict: finding.verdict.into(),
        reasons: finding.reason_codes.into_iter().map(model::Reason::from).collect(),
        parameters: finding.parameters.into_iter().map(parameter).collect(),
        evidence: evidence.collect::<Result<_, _>>()?,
        disposition: disposition(finding.disposition),
    })
}

fn disposition(disposition: Disposition) -> model::Disposition {
    match disposition {
        Disposition::Open => model::Disposition::Open,
        Disposition::Waived { reason, approver, expires, control } => {
            model::Disposition::Waived(model::Waiver { reason, approver, expires, control })
        }
        Disposition::Known { since } => model::Disposition::Known { since },
        Disposition::Confirmed { comment } => model::Disposition::Confirmed { comment },
    }
}

impl From<Quantity> for model::Quantity {
    fn from(quantity: Quantity) -> Self {
        Self { value: quantity.value, unit: quantity.unit.into() }
    }
}

fn parameter(parameter: Parameter) -> model::ParameterResult {
    model::ParameterResult {
        name: parameter.name,
        found: parameter.stated.map(model::Quantity::from),
        comparator: parameter.comparator.into(),
        required: parameter.threshold.into(),
        ok: parameter.ok,
    }
}

fn evidence(evidence: Evidence, paths: &[String]) -> Result<model::Evidence, ReadError> {
    let (document, span, place) = location(evidence.at, paths)?;
    Ok(model::Evidence {
        role: evidence.role.into(),
        document,
        span,
        place,
        quote: evidence.quote,
        duty: evidence.duty.map(|duty| model::Duty {
            bearer: duty.bearer.into(),
            force: duty.force.into(),
            polarity: duty.polarity.into(),
        }),
        reasons: evidence.reason_codes.into_iter().map(model::Reason::from).collect(),
    })
}

fn location(
    at: Location,
    paths: &[String],
) -> Result<(usize, model::Span, model::Place), ReadError> {
    let document = paths.iter().position(|path| *path == at.document);
    let document = document.ok_or(ReadError::Document(at.document))?;
    let areas = at.areas.into_iter().map(|area| model::Area {
        page: area.page,
        left: area.left,
        top: area.top,
        right: area.right,
        bottom: area.bottom,
    });
    let place = model::Place {
        page: at.page,
        page_label: at.page_label,
        clause: at.clause,
        path: at.path,
        cell: at.cell,
        row: at.row.map(|row| (row.table, row.row)),
        areas: areas.collect(),
        recognised: at.recognised,
        doubtful: at.doubtful,
    };
    Ok((document, model::Span::new(at.start, at.end), place))
}

fn mention(mention: Mention, paths: &[String]) -> Result<model::Mention, ReadError> {
    let (document, span, place) = location(mention.at, paths)?;
    Ok(model::Mention { words: mention.words, document, span, place })
}

fn storage(row: StorageRow, paths: &[String]) -> Result<model::StorageRow, ReadError> {
    let cells = model::StorageColumn::ALL.map(|column| {
        let cell = row.cells.iter().find(|cell| cell.column == column.code());
        cell.map(|cell| model::StorageCell {
            words: cell.words.clone(),
            elsewhere: cell.elsewhere.clone(),
        })
        .unwrap_or_default()
    });
    Ok(model::StorageRow {
        keeper: row.keeper.into(),
        passage: mention(row.passage, paths)?,
        cells: cells.into_iter().collect(),
    })
}

fn accountability(
    answers: Accountability,
    paths: &[String],
) -> Result<model::Accountability, ReadError> {
    let optional =
        |source: Option<Mention>| source.map(|source| mention(source, paths)).transpose();
    Ok(model::Accountability {
        rule: answers.rule,
        passage: mention(answers.passage, paths)?,
        bearer: answers.bearer.into(),
        force: answers.force.into(),
        deadline: answers.deadline.map(model::Quantity::from),
        proof: optional(answers.proof)?,
        consequence: optional(answers.consequence)?,
    })
}

fn conflict(
    conflict: Conflict,
    rules: &BTreeMap<String, model::RuleCard>,
    paths: &[String],
) -> Result<model::Conflict, ReadError> {
    let rule = rules.get(&conflict.rule).cloned().ok_or(ReadError::Rule(conflict.rule))?;
    let number = |number: StatedNumber| {
        Ok(model::StatedNumber {
            quantity: number.quantity.into(),
            evidence: evidence(number.passage, paths)?,
            topics: number.topics,
        })
    };
    let precedence = conflict.precedence.into_iter().map(|one| evidence(one, paths));
    Ok(model::Conflict {
        rule,
        parameter: conflict.parameter,
        numbers: conflict.numbers.into_iter().map(number).collect::<Result<_, ReadError>>()?,
        precedence: precedence.collect::<Result<_, _>>()?,
    })
}

fn remark(remark: Remark) -> model::Remark {
    let kind = match remark.kind {
        RemarkKind::WaiverExpired { expires, approver } => {
            model::RemarkKind::WaiverExpired { expires, approver }
        }
        RemarkKind::WaiverUnused { because } => model::RemarkKind::WaiverUnused(unused(&because)),
        RemarkKind::WaiverElsewhere => model::RemarkKind::WaiverElsewhere,
        RemarkKind::GapClosed { since } => model::RemarkKind::GapClosed { since },
        RemarkKind::RulesetChanged { locked, applied } => {
            model::RemarkKind::RulesetChanged { locked, applied }
        }
        RemarkKind::RulesetNotLocked => model::RemarkKind::RulesetNotLocked,
    };
    model::Remark { kind, rule: remark.rule, scope: remark.scope, source: remark.source }
}

fn unused(because: &str) -> model::Unused {
    match because {
        "other-words" => model::Unused::OtherWords,
        "other-document" => model::Unused::OtherDocument,
        code => {
            let verdict = model::Verdict::ALL.into_iter().find(|verdict| verdict.code() == code);
            model::Unused::NoGap(verdict.unwrap_or(model::Verdict::Met))
        }
    }
}
