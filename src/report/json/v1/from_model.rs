//! From the model to the format.

use super::{
    Accountability, Area, Basis, Bearer, Block, BlockKind, Comparator, Conflict, Disposition,
    Document, Duty, Evidence, Finding, Force, Location, Mention, Note, Pack, Parameter, Polarity,
    Quantity, ReasonCode, Remark, RemarkKind, Report, Role, Row, Rule, Ruleset, SCHEMA, Severity,
    Source, StatedNumber, Status, StorageCell, StorageRow, Text, Tool, Unit, Verdict,
};
use crate::model;
use crate::report::policy;
use crate::report::words;
use crate::review;
use std::collections::BTreeMap;

/// Enums whose variants have the same names here and in the model, both ways.
macro_rules! same {
    ($($name:ident from $path:path { $($variant:ident),+ $(,)? })+) => {
        $(
            impl From<$path> for $name {
                fn from(value: $path) -> Self {
                    match value { $(<$path>::$variant => Self::$variant),+ }
                }
            }
            impl From<$name> for $path {
                fn from(value: $name) -> Self {
                    match value { $($name::$variant => Self::$variant),+ }
                }
            }
        )+
    };
}

same! {
    Severity from model::Severity { Low, Medium, High, Critical }
    Basis from model::Basis { LookedUp, Knowledge, Uncertain }
    Status from model::ReadStatus { Read, PartlyRead, Unreadable, Skipped }
    Verdict from model::Verdict { Met, Weak, Contradicted, Missing, NotApplicable, Undetermined }
    Role from model::Role { Supports, Weakens, Contradicts, Triggers, Nearest }
    Bearer from model::Bearer { Supplier, Customer, Both, ThirdParty, Unstated }
    Force from model::Force { Must, Should, May, Statement }
    Polarity from model::Polarity { Affirmed, Prohibited, Denied }
    Comparator from model::Comparator { AtMost, AtLeast }
    Unit from model::Unit {
        Minutes, Hours, Days, WorkingDays, Weeks, Months, Years, Percent, Eur, Sek, Dkk, Nok, Gbp,
        Usd, PriceBaseAmount, Version, Bits,
    }
}

impl From<&model::Report> for Report {
    fn from(report: &model::Report) -> Self {
        Self {
            schema: SCHEMA.to_owned(),
            tool: Tool {
                name: env!("CARGO_PKG_NAME").to_owned(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
            },
            rulesets: report
                .rulesets
                .iter()
                .map(|stamp| Ruleset {
                    name: stamp.name.clone(),
                    version: stamp.version.clone(),
                    hash: stamp.hash.clone(),
                })
                .collect(),
            rules: rules(report),
            packs: report.packs.iter().map(pack).collect(),
            remarks: report.remarks.iter().map(remark).collect(),
        }
    }
}

/// Every rule of the findings and conflicts, once.
fn rules(report: &model::Report) -> Vec<Rule> {
    let findings = report.packs.iter().flat_map(|pack| &pack.findings).map(|one| &one.rule);
    let conflicts = report.packs.iter().flat_map(|pack| &pack.conflicts).map(|one| &one.rule);
    let cards: BTreeMap<&str, &model::RuleCard> =
        findings.chain(conflicts).map(|card| (card.id.as_str(), card)).collect();
    cards.into_values().map(rule).collect()
}

fn rule(card: &model::RuleCard) -> Rule {
    Rule {
        id: card.id.clone(),
        title: card.title.clone(),
        family: card.family.clone(),
        severity: card.severity.into(),
        requirement: card.requirement.clone(),
        why: card.why.clone(),
        sources: card
            .sources
            .iter()
            .map(|source| Source {
                reference: source.reference.clone(),
                basis: source.basis.into(),
            })
            .collect(),
        model_clauses: card.model_clauses.iter().cloned().collect(),
        factors: card.factors.clone(),
    }
}

fn pack(pack: &model::PackReport) -> Pack {
    let documents = pack.documents.iter().enumerate();
    Pack {
        name: pack.name.clone(),
        documents: documents
            .map(|(number, entry)| document(entry, pack.texts.get(number)))
            .collect(),
        findings: pack.findings.iter().map(|finding| self::finding(finding, pack)).collect(),
        conflicts: pack.conflicts.iter().map(|one| conflict(one, pack)).collect(),
        storage: pack.storage.iter().map(|row| storage(row, pack)).collect(),
        accountability: pack
            .accountability
            .iter()
            .map(|answers| accountability(answers, pack))
            .collect(),
    }
}

fn document(entry: &model::DocumentEntry, text: Option<&model::DocumentText>) -> Document {
    Document {
        path: entry.path.clone(),
        hash: entry.hash.clone(),
        format: entry.format.clone(),
        kinds: entry.kinds.iter().map(|kind| kind.code().to_owned()).collect(),
        language: entry.language.code().to_owned(),
        pages: entry.pages,
        status: entry.status.into(),
        notes: entry
            .notes
            .iter()
            .map(|note| Note {
                kind: note.kind.code().to_owned(),
                page: note.page,
                message: note.message.clone(),
            })
            .collect(),
        text: text.map(|text| Text {
            blocks: text.blocks.iter().map(|block| self::block(block, &text.text)).collect(),
        }),
    }
}

fn block(block: &model::Block, text: &str) -> Block {
    Block {
        kind: match block.kind {
            model::BlockKind::Heading(level) => BlockKind::Heading(level),
            model::BlockKind::Paragraph => BlockKind::Paragraph,
            model::BlockKind::ListItem(level) => BlockKind::ListItem(level),
            model::BlockKind::TableCell(model::Cell { table, row, column }) => {
                BlockKind::TableCell { table, row, column }
            }
            model::BlockKind::Footnote => BlockKind::Footnote,
            model::BlockKind::Furniture(furniture) => match furniture {
                model::Furniture::Header => BlockKind::Header,
                model::Furniture::Footer => BlockKind::Footer,
                model::Furniture::Comment => BlockKind::Comment,
                model::Furniture::Hidden => BlockKind::Hidden,
            },
        },
        start: block.span.start(),
        text: block.span.of(text).to_owned(),
        label: block.label.clone(),
        page: block.page,
        address: block.address.clone(),
    }
}

fn finding(finding: &model::Finding, pack: &model::PackReport) -> Finding {
    Finding {
        rule: finding.rule.id.clone(),
        title: finding.rule.title.clone(),
        family: finding.rule.family.clone(),
        severity: finding.rule.severity.into(),
        verdict: finding.verdict.into(),
        reasons: finding.reasons.iter().map(words::reason).collect(),
        reason_codes: finding.reasons.iter().map(ReasonCode::from).collect(),
        fingerprint: review::fingerprint(finding),
        disposition: disposition(&finding.disposition),
        parameters: finding.parameters.iter().map(parameter).collect(),
        evidence: finding.evidence.iter().map(|evidence| self::evidence(evidence, pack)).collect(),
    }
}

fn disposition(disposition: &model::Disposition) -> Disposition {
    match disposition.clone() {
        model::Disposition::Open => Disposition::Open,
        model::Disposition::Waived(model::Waiver { reason, approver, expires, control }) => {
            Disposition::Waived { reason, approver, expires, control }
        }
        model::Disposition::Known { since } => Disposition::Known { since },
        model::Disposition::Confirmed { comment } => Disposition::Confirmed { comment },
    }
}

impl From<model::Quantity> for Quantity {
    fn from(quantity: model::Quantity) -> Self {
        Self { value: quantity.value, unit: quantity.unit.into() }
    }
}

fn parameter(parameter: &model::ParameterResult) -> Parameter {
    Parameter {
        name: parameter.name.clone(),
        found: parameter.found.map(|quantity| quantity.to_string()),
        required: format!("{} {}", parameter.comparator.symbol(), parameter.required),
        unit: parameter.required.unit.symbol().to_owned(),
        stated: parameter.found.map(Quantity::from),
        comparator: parameter.comparator.into(),
        threshold: parameter.required.into(),
        ok: parameter.ok,
    }
}

fn evidence(evidence: &model::Evidence, pack: &model::PackReport) -> Evidence {
    Evidence {
        role: evidence.role.into(),
        at: location(evidence.document, evidence.span, &evidence.place, pack),
        quote: evidence.quote.clone(),
        duty: evidence.duty.map(|duty| Duty {
            bearer: duty.bearer.into(),
            force: duty.force.into(),
            polarity: duty.polarity.into(),
        }),
        reasons: evidence.reasons.iter().map(words::reason).collect(),
        reason_codes: evidence.reasons.iter().map(ReasonCode::from).collect(),
    }
}

fn location(
    document: usize,
    span: model::Span,
    place: &model::Place,
    pack: &model::PackReport,
) -> Location {
    let document = pack.documents.get(document).map(|entry| entry.path.clone());
    Location {
        document: document.unwrap_or_default(),
        page: place.page,
        page_label: place.page_label.clone(),
        clause: place.clause.clone(),
        path: place.path.clone(),
        cell: place.cell.clone(),
        row: place.row.map(|(table, row)| Row { table, row }),
        areas: place.areas.iter().map(area).collect(),
        recognised: place.recognised,
        doubtful: place.doubtful.clone(),
        start: span.start(),
        end: span.end(),
    }
}

fn area(area: &model::Area) -> Area {
    let tenths = |points: f32| (points * 10.0).round() / 10.0;
    Area {
        page: area.page,
        left: tenths(area.left),
        top: tenths(area.top),
        right: tenths(area.right),
        bottom: tenths(area.bottom),
    }
}

fn mention(mention: &model::Mention, pack: &model::PackReport) -> Mention {
    Mention {
        words: mention.words.clone(),
        at: location(mention.document, mention.span, &mention.place, pack),
    }
}

fn storage(row: &model::StorageRow, pack: &model::PackReport) -> StorageRow {
    let cells = model::StorageColumn::ALL.into_iter().zip(&row.cells);
    StorageRow {
        keeper: row.keeper.into(),
        passage: mention(&row.passage, pack),
        cells: cells
            .map(|(column, cell)| StorageCell {
                column: column.code().to_owned(),
                words: cell.words.clone(),
                elsewhere: cell.elsewhere.clone(),
            })
            .collect(),
    }
}

fn accountability(answers: &model::Accountability, pack: &model::PackReport) -> Accountability {
    Accountability {
        rule: answers.rule.clone(),
        passage: mention(&answers.passage, pack),
        bearer: answers.bearer.into(),
        force: answers.force.into(),
        deadline: answers.deadline.map(Quantity::from),
        proof: answers.proof.as_ref().map(|proof| mention(proof, pack)),
        consequence: answers.consequence.as_ref().map(|follows| mention(follows, pack)),
    }
}

fn conflict(conflict: &model::Conflict, pack: &model::PackReport) -> Conflict {
    let number = |number: &model::StatedNumber| StatedNumber {
        quantity: number.quantity.into(),
        passage: evidence(&number.evidence, pack),
        topics: number.topics.clone(),
    };
    Conflict {
        rule: conflict.rule.id.clone(),
        parameter: conflict.parameter.clone(),
        numbers: conflict.numbers.iter().map(number).collect(),
        precedence: conflict.precedence.iter().map(|one| evidence(one, pack)).collect(),
    }
}

fn remark(remark: &model::Remark) -> Remark {
    let kind = match remark.kind.clone() {
        model::RemarkKind::WaiverExpired { expires, approver } => {
            RemarkKind::WaiverExpired { expires, approver }
        }
        model::RemarkKind::WaiverUnused(unused) => {
            let because = match unused {
                model::Unused::NoGap(verdict) => verdict.code(),
                model::Unused::OtherWords => "other-words",
                model::Unused::OtherDocument => "other-document",
            };
            RemarkKind::WaiverUnused { because: because.to_owned() }
        }
        model::RemarkKind::WaiverElsewhere => RemarkKind::WaiverElsewhere,
        model::RemarkKind::GapClosed { since } => RemarkKind::GapClosed { since },
        model::RemarkKind::RulesetChanged { locked, applied } => {
            RemarkKind::RulesetChanged { locked, applied }
        }
        model::RemarkKind::RulesetNotLocked => RemarkKind::RulesetNotLocked,
    };
    Remark {
        kind,
        message: policy::remark(remark),
        problem: remark.is_problem(),
        rule: remark.rule.clone(),
        scope: remark.scope.clone(),
        source: remark.source.clone(),
    }
}
