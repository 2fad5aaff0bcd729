//! The report for people at a terminal: what is missing first, each with where and why, then what
//! was found, then what could not be read, and last what to do next.

use super::lines;
use super::policy;
use super::words;
use super::words::Words;
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
pub fn write(report: &Report, w: &Words, options: Options, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = Writer { out, w, width: options.width.clamp(40, 110) };
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
    w: &'w Words,
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
            self.section(&self.w.say("term-undetermined"))?;
            for finding in open {
                self.undetermined(finding, pack)?;
            }
        }
        if !met.is_empty() {
            self.section(&self.w.verdict(Verdict::Met))?;
            for finding in met {
                self.met(finding, pack)?;
            }
        }
        self.conflicts(pack)?;
        let not_applicable: Vec<&str> = with(pack, Verdict::NotApplicable)
            .iter()
            .map(|finding| self.w.rule_text(&finding.rule.title))
            .collect();
        if !not_applicable.is_empty() {
            self.section(&self.w.say("term-not-applicable"))?;
            self.wrap("  ", 2, &not_applicable.join("; "))?;
        }
        Ok(())
    }

    /// Numbers that do not agree, and what says which of them goes before.
    fn conflicts(&mut self, pack: &PackReport) -> io::Result<()> {
        if pack.conflicts.is_empty() {
            return Ok(());
        }
        let (heading, settle) = (self.w.say("conflicts-heading"), self.w.say("conflicts-caption"));
        self.section(&format!("{heading}. {settle}"))?;
        for conflict in &pack.conflicts {
            let numbers: Vec<String> =
                conflict.numbers.iter().map(|number| self.w.quantity(&number.quantity)).collect();
            let text = format!(
                "{}: {} ({})",
                words::capitalised(self.w.rule_text(&conflict.parameter)),
                numbers.join(", "),
                conflict.rule.id
            );
            self.wrap("  ≠ ", 4, &text)?;
            for number in conflict.numbers.iter().take(MAX_NUMBERS) {
                let place = self.place(&number.evidence, pack);
                let number_said = self.w.quantity(&number.quantity);
                self.wrap("    ▸ ", 6, &format!("{number_said}: {place}"))?;
                let quote = words::shorten(&number.evidence.quote, MAX_QUOTE);
                self.wrap("      “", 7, &format!("{quote}”"))?;
            }
        }
        let precedence = pack.conflicts.first().map_or(&[][..], |first| &first.precedence);
        if precedence.is_empty() {
            return self.wrap("  ", 4, &self.w.say("conflicts-no-precedence"));
        }
        for passage in precedence {
            let lead = self.w.say("conflicts-precedence");
            self.wrap("  ", 4, &format!("{lead}: {}", self.place(passage, pack)))?;
            let quote = words::shorten(&passage.quote, MAX_QUOTE);
            self.wrap("    “", 5, &format!("{quote}”"))?;
        }
        Ok(())
    }

    fn documents(&mut self, pack: &PackReport) -> io::Result<()> {
        for document in &pack.documents {
            let pages = document
                .pages
                .map(|pages| format!(", {}", self.w.say_count("term-pages", pages as usize)))
                .unwrap_or_default();
            let (mark, state) = match document.status {
                ReadStatus::Read => ("✓", self.w.status(document.status)),
                ReadStatus::PartlyRead => ("!", self.w.say("term-partly-read")),
                ReadStatus::Unreadable => ("✗", self.w.say("term-unreadable")),
                ReadStatus::Skipped => ("-", self.w.status(document.status)),
            };
            let first = format!("  {mark} ");
            let kinds: String = document
                .kinds
                .iter()
                .map(|kind| format!("{}, ", self.w.short_kind(*kind)))
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
                self.wrap("      ", 8, &self.w.note(note))?;
            }
        }
        for (kind, seen) in shown.into_iter().filter(|(_, seen)| *seen > MAX_NOTES) {
            let more = [("n", (seen - MAX_NOTES).into()), ("x", kind.code().into())];
            self.wrap("      ", 8, &self.w.say_with("term-more-notes", &more))?;
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
            self.w.say_count("term-n-missing", of(Verdict::Missing)),
            self.w.say_count("term-n-weak", of(Verdict::Weak)),
            self.w.say_count("term-n-contradicted", of(Verdict::Contradicted)),
            self.w.say_count("term-n-met", met.len()),
        ];
        if !open.is_empty() {
            parts.push(self.w.say_count("term-n-undetermined", open.len()));
        }
        let decided: Vec<String> = ["waived", "known", "confirmed"]
            .into_iter()
            .map(|code| (gaps.iter().filter(|gap| gap.disposition.code() == code).count(), code))
            .filter(|(number, _)| *number > 0)
            .map(|(number, code)| self.w.say_count(&format!("term-n-{code}"), number))
            .collect();
        let mut text = self.w.say_with(
            "term-summary",
            &[("n", pack.findings.len().into()), ("x", parts.join(", ").into())],
        );
        if !decided.is_empty() {
            let of = [("n", gaps.len().into()), ("x", decided.join(", ").into())];
            text.push(' ');
            text.push_str(&self.w.say_with("term-decided", &of));
        }
        self.wrap("", 0, &text)
    }

    fn section(&mut self, title: &str) -> io::Result<()> {
        writeln!(self.out, "\n{BOLD}{title}{BOLD:#}")
    }

    fn finding(&mut self, finding: &Finding, pack: &PackReport) -> io::Result<()> {
        let style = style(finding);
        let title = words::capitalised(self.w.rule_text(&finding.rule.title));
        writeln!(
            self.out,
            "{style}{}{style:#} · {} · {BOLD}{title}{BOLD:#}  {DIM}{}{DIM:#}",
            self.w.verdict(finding.verdict).to_uppercase(),
            self.w.severity(finding.rule.severity).to_lowercase(),
            finding.rule.id,
        )?;
        let decided = self.w.disposition(&finding.disposition);
        if !decided.is_empty() {
            self.wrap("  ● ", 4, &decided)?;
        }
        if finding.verdict == Verdict::Missing {
            let expected = self.w.rule_text(&finding.rule.requirement);
            self.wrap("  ", 4, &self.w.say_of("term-expected", expected))?;
        }
        let reasons: Vec<String> =
            finding.reasons.iter().map(|reason| self.w.reason(reason)).collect();
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
        let place = self.place(evidence, pack);
        let text = match evidence.role {
            Role::Nearest => self.w.say_of("term-nearest", &place),
            Role::Supports if verdict == Verdict::Contradicted => {
                self.w.say_of("term-also", &place)
            }
            _ => place,
        };
        self.wrap("  ▸ ", 4, &text)?;
        self.wrap("    “", 5, &format!("{}”", words::shorten(&evidence.quote, MAX_QUOTE)))?;
        if !evidence.place.doubtful.is_empty() {
            let words = evidence.place.doubtful.join("”, “");
            let text = self.w.say_of("term-hard-to-read", &format!("“{words}”"));
            self.wrap("    ", 6, &text)?;
        }
        if evidence.role == Role::Nearest {
            let reasons: Vec<String> =
                evidence.reasons.iter().map(|reason| self.w.reason(reason)).collect();
            let text = self.w.say_of("term-not-enough", &format!("{}.", reasons.join("; ")));
            self.wrap("    ", 6, &text)?;
        }
        Ok(())
    }

    fn undetermined(&mut self, finding: &Finding, pack: &PackReport) -> io::Result<()> {
        self.wrap(
            "  ? ",
            4,
            &format!(
                "{} ({}, {})",
                words::capitalised(self.w.rule_text(&finding.rule.title)),
                self.w.severity(finding.rule.severity).to_lowercase(),
                finding.rule.id
            ),
        )?;
        if let Some(evidence) =
            finding.evidence.iter().find(|evidence| evidence.role == Role::Nearest)
        {
            let place = self.place(evidence, pack);
            self.wrap("    ", 6, &self.w.say_of("term-nearest", &place))?;
        }
        Ok(())
    }

    fn met(&mut self, finding: &Finding, pack: &PackReport) -> io::Result<()> {
        let where_found =
            finding.evidence.first().map(|evidence| self.place(evidence, pack)).unwrap_or_default();
        self.wrap(
            "  ✓ ",
            4,
            &format!(
                "{} — {where_found}",
                words::capitalised(self.w.rule_text(&finding.rule.title))
            ),
        )
    }

    /// A table of packs, for a run over several.
    fn overview(&mut self, report: &Report) -> io::Result<()> {
        self.section(&self.w.say("matrix-heading"))?;
        for pack in &report.packs {
            let of = |verdict| {
                self.w.say_count(
                    &format!("term-n-{}", Verdict::code(verdict)),
                    with(pack, verdict).len(),
                )
            };
            let counts = [
                of(Verdict::Missing),
                of(Verdict::Weak),
                of(Verdict::Contradicted),
                of(Verdict::Met),
                of(Verdict::Undetermined),
            ];
            self.wrap("  ", 4, &format!("{}: {}", pack.name, counts.join(", ")))?;
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
        self.section(&self.w.say("remarks-heading"))?;
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
            0 => self.w.say("term-all-read"),
            unread => self.w.say_count("term-not-all-read", unread),
        };
        let text = self.w.say_with(
            "term-checked",
            &[
                ("documents", self.w.say_count("term-documents", documents.count()).into()),
                ("packs", self.w.say_count("term-packs", report.packs.len()).into()),
                ("x", stamps.join(", ").into()),
                ("reading", reading.into()),
            ],
        );
        self.wrap("", 0, &text)?;
        let gap = report
            .packs
            .iter()
            .flat_map(|pack| &pack.findings)
            .filter(|finding| finding.verdict.is_gap());
        if let Some(finding) = gap.max_by_key(|finding| finding.rule.severity) {
            let next = format!("clausecheck explain {}", finding.rule.id);
            self.wrap("", 0, &self.w.say_of("term-next", &next))?;
        }
        Ok(())
    }

    /// Where a passage stands, with the name of its document.
    fn place(&self, evidence: &Evidence, pack: &PackReport) -> String {
        let document = pack.documents.get(evidence.document);
        let path = document.map_or("", |document| document.path.as_str());
        self.w.place(path.rsplit('/').next().unwrap_or(path), &evidence.place)
    }
}

fn with(pack: &PackReport, verdict: Verdict) -> Vec<&Finding> {
    pack.findings.iter().filter(|finding| finding.verdict == verdict).collect()
}

fn style(finding: &Finding) -> Style {
    let colour = match (finding.verdict, finding.rule.severity) {
        (Verdict::Weak, _) => AnsiColor::Yellow,
        (_, Severity::Critical | Severity::High) => AnsiColor::Red,
        _ => AnsiColor::Magenta,
    };
    colour.on_default().bold()
}
