//! The report for people at a terminal: what is missing first, each with where and why, then what
//! was found, then what could not be read, and last what to do next.

use super::lines;
use super::policy;
use super::words;
use crate::model::DocumentEntry;
use crate::model::Evidence;
use crate::model::Finding;
use crate::model::PackReport;
use crate::model::ReadStatus;
use crate::model::Remark;
use crate::model::Report;
use crate::model::Role;
use crate::model::Severity;
use crate::model::Verdict;
use anstyle::AnsiColor;
use anstyle::Style;
use std::io;
use std::io::Write;

/// Longest quote, in characters.
const MAX_QUOTE: usize = 300;
/// How many different numbers are shown with their passages.
const MAX_NUMBERS: usize = 5;
/// How many notes of one kind are listed for a document.
const MAX_NOTES: usize = 4;

/// How the report is laid out.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Width of a line, in columns.
    pub width: usize,
}

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Writes the report. Styles are written as ANSI escapes; the caller's stream strips them where
/// they are not wanted. Nothing from a document can write an escape of its own.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(report: &Report, options: Options, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = Writer { out, width: options.width.clamp(40, 110) };
    for (index, pack) in report.packs.iter().enumerate() {
        if index > 0 {
            writer.line("")?;
        }
        writer.pack(pack)?;
    }
    if report.packs.len() > 1 {
        writer.overview(report)?;
    }
    writer.remarks(report)?;
    writer.closing(report)
}

struct Writer<'w> {
    out: &'w mut dyn Write,
    width: usize,
}

impl Writer<'_> {
    fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }

    /// Wraps `text` under an indent, the first line after `first`.
    fn wrap(&mut self, first: &str, indent: usize, text: &str) -> io::Result<()> {
        lines::wrap(self.out, self.width, first, indent, text)
    }

    fn pack(&mut self, pack: &PackReport) -> io::Result<()> {
        let rule = "═".repeat(self.width);
        self.line(&rule)?;
        writeln!(self.out, "{BOLD}{}{BOLD:#}", words::display_safe(&pack.name))?;
        self.documents(pack)?;
        self.line(&rule)?;
        let mut gaps: Vec<&Finding> =
            pack.findings.iter().filter(|finding| finding.verdict.is_gap()).collect();
        gaps.sort_by_key(|finding| std::cmp::Reverse(finding.rule.severity));
        let open: Vec<&Finding> = with(pack, Verdict::Undetermined);
        let met: Vec<&Finding> = with(pack, Verdict::Met);
        self.summary(pack, &gaps, &open, &met)?;
        for finding in gaps {
            self.line("")?;
            self.finding(finding, pack)?;
        }
        if !open.is_empty() {
            self.section("Could not be assessed, because not everything was read")?;
            for finding in open {
                self.undetermined(finding, pack)?;
            }
        }
        if !met.is_empty() {
            self.section("Found")?;
            for finding in met {
                self.met(finding, pack)?;
            }
        }
        self.conflicts(pack)?;
        let not_applicable: Vec<&str> = with(pack, Verdict::NotApplicable)
            .iter()
            .map(|finding| finding.rule.title.as_str())
            .collect();
        if !not_applicable.is_empty() {
            self.section("Not applicable to this pack")?;
            self.wrap("  ", 2, &not_applicable.join("; "))?;
        }
        Ok(())
    }

    /// Numbers that do not agree, and what says which of them goes before.
    fn conflicts(&mut self, pack: &PackReport) -> io::Result<()> {
        if pack.conflicts.is_empty() {
            return Ok(());
        }
        self.section("Different numbers for the same thing: settle which one holds")?;
        for conflict in &pack.conflicts {
            let numbers: Vec<String> =
                conflict.numbers.iter().map(|number| number.quantity.to_string()).collect();
            let text = format!(
                "{}: {} ({})",
                words::capitalised(&conflict.parameter),
                numbers.join(", "),
                conflict.rule.id
            );
            self.wrap("  ≠ ", 4, &text)?;
            for number in conflict.numbers.iter().take(MAX_NUMBERS) {
                let place = place(&number.evidence, pack);
                self.wrap("    ▸ ", 6, &format!("{}: {place}", number.quantity))?;
                let quote = words::shorten(&number.evidence.quote, MAX_QUOTE);
                self.wrap("      “", 7, &format!("{quote}”"))?;
            }
        }
        let precedence = pack.conflicts.first().map_or(&[][..], |first| &first.precedence);
        if precedence.is_empty() {
            return self.wrap("  ", 4, "No passage was found that says what goes before what.");
        }
        for passage in precedence {
            self.wrap("  What goes before what: ", 4, &place(passage, pack))?;
            let quote = words::shorten(&passage.quote, MAX_QUOTE);
            self.wrap("    “", 5, &format!("{quote}”"))?;
        }
        Ok(())
    }

    fn documents(&mut self, pack: &PackReport) -> io::Result<()> {
        for document in &pack.documents {
            let pages = document
                .pages
                .map(|pages| format!(", {}", words::count(pages as usize, "page")))
                .unwrap_or_default();
            let (mark, state) = match document.status {
                ReadStatus::Read => ("✓", "read".to_owned()),
                ReadStatus::PartlyRead => ("!", "ONLY PARTLY READ".to_owned()),
                ReadStatus::Unreadable => ("✗", "NOT READ".to_owned()),
                ReadStatus::Skipped => ("-", "left out".to_owned()),
            };
            let first = format!("  {mark} ");
            let kinds: String = document
                .kinds
                .iter()
                .map(|kind| format!("{}, ", words::short_kind(*kind)))
                .collect();
            self.wrap(
                &first,
                4,
                &format!(
                    "{} ({kinds}{}, {}{pages}): {state}",
                    document.path,
                    document.format,
                    document.language.code()
                ),
            )?;
            self.notes(document)?;
        }
        Ok(())
    }

    /// Notes that a reader must see; the same kind is listed a few times and then counted.
    fn notes(&mut self, document: &DocumentEntry) -> io::Result<()> {
        let mut shown: Vec<(crate::model::NoteKind, usize)> = Vec::new();
        for note in &document.notes {
            let seen = match shown.iter_mut().find(|(kind, _)| *kind == note.kind) {
                Some((_, seen)) => {
                    *seen += 1;
                    *seen
                }
                None => {
                    shown.push((note.kind, 1));
                    1
                }
            };
            if seen <= MAX_NOTES {
                let page = note.page.map(|page| format!("page {page}: ")).unwrap_or_default();
                self.wrap("      ", 8, &format!("{page}{}", note.message))?;
            }
        }
        for (kind, seen) in shown.into_iter().filter(|(_, seen)| *seen > MAX_NOTES) {
            self.wrap(
                "      ",
                8,
                &format!("… and {} more notes of the kind {}", seen - MAX_NOTES, kind.code()),
            )?;
        }
        Ok(())
    }

    fn summary(
        &mut self,
        pack: &PackReport,
        gaps: &[&Finding],
        open: &[&Finding],
        met: &[&Finding],
    ) -> io::Result<()> {
        let of = |verdict| gaps.iter().filter(|finding| finding.verdict == verdict).count();
        let mut parts = vec![
            format!("{} not found", of(Verdict::Missing)),
            format!("{} found but weak", of(Verdict::Weak)),
            format!("{} contradicted", of(Verdict::Contradicted)),
            format!("{} found", met.len()),
        ];
        if !open.is_empty() {
            parts.push(format!("{} could not be assessed", open.len()));
        }
        let decided: Vec<String> = ["waived", "known", "confirmed"]
            .into_iter()
            .map(|code| (gaps.iter().filter(|gap| gap.disposition.code() == code).count(), code))
            .filter(|(number, _)| *number > 0)
            .map(|(number, code)| format!("{number} {code}"))
            .collect();
        let gaps = words::count(gaps.len(), "gap");
        let decided = match decided.is_empty() {
            true => String::new(),
            false => format!(" Of the {gaps}, {}.", decided.join(", ")),
        };
        let text = format!(
            "{} demands were looked for: {}.{decided}",
            pack.findings.len(),
            parts.join(", ")
        );
        self.wrap("", 0, &text)
    }

    fn section(&mut self, title: &str) -> io::Result<()> {
        writeln!(self.out, "\n{BOLD}{title}{BOLD:#}")
    }

    fn finding(&mut self, finding: &Finding, pack: &PackReport) -> io::Result<()> {
        let style = style(finding);
        let title = words::capitalised(&finding.rule.title);
        writeln!(
            self.out,
            "{style}{}{style:#} · {} · {BOLD}{title}{BOLD:#}  {DIM}{}{DIM:#}",
            words::verdict(finding.verdict).to_uppercase(),
            finding.rule.severity.code(),
            finding.rule.id,
        )?;
        if let Some(decided) = policy::disposition(&finding.disposition) {
            self.wrap("  ● ", 4, &words::sentence(&decided))?;
        }
        if finding.verdict == Verdict::Missing {
            self.wrap("  Expected: ", 4, &finding.rule.requirement)?;
        }
        let reasons: Vec<String> = finding.reasons.iter().map(words::reason).collect();
        if finding.verdict == Verdict::Missing {
            if !finding.evidence.iter().any(|evidence| evidence.role == Role::Nearest) {
                self.wrap("  ", 4, &format!("{}.", words::capitalised(&reasons.join("; "))))?;
            }
        } else {
            for reason in reasons {
                self.wrap("  → ", 4, &format!("{}.", words::capitalised(&reason)))?;
            }
        }
        for evidence in
            finding.evidence.iter().filter(|evidence| evidence.role != Role::Triggers).take(3)
        {
            self.evidence(evidence, pack, finding.verdict)?;
        }
        Ok(())
    }

    fn evidence(
        &mut self,
        evidence: &Evidence,
        pack: &PackReport,
        verdict: Verdict,
    ) -> io::Result<()> {
        let place = place(evidence, pack);
        let lead = match evidence.role {
            Role::Nearest => "Nearest: ",
            Role::Supports if verdict == Verdict::Contradicted => "But also: ",
            _ => "",
        };
        self.wrap("  ▸ ", 4, &format!("{lead}{place}"))?;
        self.wrap("    “", 5, &format!("{}”", words::shorten(&evidence.quote, MAX_QUOTE)))?;
        if !evidence.place.doubtful.is_empty() {
            let words = evidence.place.doubtful.join("”, “");
            self.wrap("    check by eye, hard to read: ", 6, &format!("“{words}”"))?;
        }
        if evidence.role == Role::Nearest {
            let reasons: Vec<String> = evidence.reasons.iter().map(words::reason).collect();
            self.wrap("    not enough: ", 6, &format!("{}.", reasons.join("; ")))?;
        }
        Ok(())
    }

    fn undetermined(&mut self, finding: &Finding, pack: &PackReport) -> io::Result<()> {
        self.wrap(
            "  ? ",
            4,
            &format!(
                "{} ({}, {})",
                words::capitalised(&finding.rule.title),
                finding.rule.severity.code(),
                finding.rule.id
            ),
        )?;
        if let Some(evidence) =
            finding.evidence.iter().find(|evidence| evidence.role == Role::Nearest)
        {
            self.wrap("    ", 6, &format!("nearest: {}", place(evidence, pack)))?;
        }
        Ok(())
    }

    fn met(&mut self, finding: &Finding, pack: &PackReport) -> io::Result<()> {
        let where_found =
            finding.evidence.first().map(|evidence| place(evidence, pack)).unwrap_or_default();
        self.wrap(
            "  ✓ ",
            4,
            &format!("{} — {where_found}", words::capitalised(&finding.rule.title)),
        )
    }

    /// A table of packs, for a run over several.
    fn overview(&mut self, report: &Report) -> io::Result<()> {
        self.section("All packs")?;
        for pack in &report.packs {
            let of = |verdict| with(pack, verdict).len();
            let text = format!(
                "{}: {} not found, {} weak, {} contradicted, {} found, {} not assessed",
                pack.name,
                of(Verdict::Missing),
                of(Verdict::Weak),
                of(Verdict::Contradicted),
                of(Verdict::Met),
                of(Verdict::Undetermined)
            );
            self.wrap("  ", 4, &text)?;
        }
        Ok(())
    }

    /// What there is to say of waivers, baseline and rulesets; what must be put right first.
    fn remarks(&mut self, report: &Report) -> io::Result<()> {
        let mut remarks: Vec<&Remark> = report.remarks.iter().collect();
        if remarks.is_empty() {
            return Ok(());
        }
        remarks.sort_by_key(|remark| !remark.is_problem());
        self.section("Waivers, baseline and rules")?;
        for remark in remarks {
            let mark = if remark.is_problem() { "  ! " } else { "  · " };
            let text = words::sentence(&policy::remark_with_source(remark));
            self.wrap(mark, 4, &text)?;
        }
        Ok(())
    }

    /// What was checked, what was not, and what to do next.
    fn closing(&mut self, report: &Report) -> io::Result<()> {
        self.line("")?;
        let documents = report.packs.iter().flat_map(|pack| &pack.documents);
        let unread = documents.clone().filter(|document| !document.status.is_complete()).count();
        let stamps: Vec<String> = report
            .rulesets
            .iter()
            .map(|stamp| {
                format!(
                    "{} {} ({})",
                    stamp.name,
                    stamp.version,
                    stamp.hash.get(..12).unwrap_or_default()
                )
            })
            .collect();
        let reading = match unread {
            0 => "all were read".to_owned(),
            1 => "1 was not fully read, so what was not found may stand there".to_owned(),
            n => format!("{n} were not fully read, so what was not found may stand there"),
        };
        let text = format!(
            "Checked {} in {} with {}; {reading}.",
            words::count(documents.count(), "document"),
            words::count(report.packs.len(), "pack"),
            stamps.join(", "),
        );
        self.wrap("", 0, &text)?;
        let gap = report
            .packs
            .iter()
            .flat_map(|pack| &pack.findings)
            .filter(|finding| finding.verdict.is_gap());
        if let Some(finding) = gap.max_by_key(|finding| finding.rule.severity) {
            let text = format!(
                "For why it matters and wording to paste: clausecheck explain {}",
                finding.rule.id
            );
            self.wrap("", 0, &text)?;
        }
        Ok(())
    }
}

fn with(pack: &PackReport, verdict: Verdict) -> Vec<&Finding> {
    pack.findings.iter().filter(|finding| finding.verdict == verdict).collect()
}

fn place(evidence: &Evidence, pack: &PackReport) -> String {
    let path = pack.documents.get(evidence.document).map_or("", |document| document.path.as_str());
    let name = path.rsplit('/').next().unwrap_or(path);
    words::place(name, &evidence.place)
}

fn style(finding: &Finding) -> Style {
    let colour = match (finding.verdict, finding.rule.severity) {
        (Verdict::Weak, _) => AnsiColor::Yellow,
        (_, Severity::Critical | Severity::High) => AnsiColor::Red,
        _ => AnsiColor::Magenta,
    };
    colour.on_default().bold()
}
