//! The comparison for people at a terminal: what got worse first, each with both passages and why.

use super::super::Options;
use super::super::lines;
use super::super::words;
use super::super::words::Words;
use super::Telling;
use super::wording;
use crate::model::PackReport;
use crate::model::ReadStatus;
use crate::model::Verdict;
use crate::review::Change;
use crate::review::Comparison;
use crate::review::PassageChange;
use crate::review::RuleChange;
use crate::review::Side;
use crate::review::Survival;
use anstyle::AnsiColor;
use anstyle::Style;
use std::io;
use std::io::Write;

/// Longest quote, in characters.
const MAX_QUOTE: usize = 400;
/// How many passages are shown for one demand.
const MAX_PASSAGES: usize = 4;

/// How many passages outside the rules are shown.
const MAX_OTHERS: usize = 12;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Changes that are shown with their passages; the others are listed.
const IN_FULL: [Change; 5] =
    [Change::Lost, Change::Weakened, Change::Mixed, Change::Gained, Change::Strengthened];

/// Writes the comparison. Nothing from a document can write an escape of its own.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(
    comparison: &Comparison,
    telling: Telling<'_>,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let width = options.width.clamp(40, 110);
    let mut writer = Writer { out, width, comparison, w: telling.words };
    writer.head()?;
    if telling.by_requirement {
        writer.requirements()?;
    }
    for change in IN_FULL {
        writer.section(change)?;
    }
    writer.others()?;
    writer.listed()?;
    writer.closing()
}

struct Writer<'w> {
    out: &'w mut dyn Write,
    width: usize,
    comparison: &'w Comparison,
    w: &'w Words,
}

impl<'w> Writer<'w> {
    /// The demands that this became of, the most severe first.
    fn of(&self, change: Change) -> Vec<&'w RuleChange> {
        let rules = self.comparison.rules.iter().filter(|rule| rule.change == change);
        let mut rules: Vec<&RuleChange> = rules.collect();
        rules.sort_by_key(|rule| std::cmp::Reverse(rule.rule.severity));
        rules
    }

    fn wrap(&mut self, first: &str, indent: usize, text: &str) -> io::Result<()> {
        lines::wrap(self.out, self.width, first, indent, text)
    }

    fn head(&mut self) -> io::Result<()> {
        let rule = "═".repeat(self.width);
        let comparison = self.comparison;
        writeln!(self.out, "{rule}")?;
        for (sign, pack) in [("−", &comparison.old), ("+", &comparison.new)] {
            let name = words::display_safe(&pack.name);
            writeln!(self.out, "{sign} {BOLD}{name}{BOLD:#}")?;
            self.documents(pack)?;
        }
        writeln!(self.out, "{rule}")?;
        let counts: Vec<String> = Change::ALL
            .into_iter()
            .map(|change| (change, comparison.count(change)))
            .filter(|(_, count)| *count > 0)
            .map(|(change, count)| {
                format!("{count} {}", wording::change(self.w, change).to_lowercase())
            })
            .collect();
        let values = [("n", comparison.rules.len().into()), ("x", counts.join(", ").into())];
        let text = self.w.say_with("compare-compared", &values);
        self.wrap("", 0, &text)
    }

    /// The documents that were not fully read, by name, and how many there are.
    fn documents(&mut self, pack: &PackReport) -> io::Result<()> {
        for document in &pack.documents {
            let state = match document.status {
                ReadStatus::PartlyRead => self.w.say("term-partly-read"),
                ReadStatus::Unreadable => self.w.say("term-unreadable"),
                status => self.w.status(status),
            };
            let text = format!(
                "{} ({}, {}): {state}",
                document.path,
                document.format,
                document.language.code()
            );
            self.wrap("    ", 6, &text)?;
            for note in document.notes.iter().filter(|note| note.kind.is_loss()).take(3) {
                self.wrap("      ", 8, &wording::note(self.w, note))?;
            }
        }
        Ok(())
    }

    /// What is left of each demand, in the order of their ids.
    fn requirements(&mut self) -> io::Result<()> {
        let comparison = self.comparison;
        let title = self.w.say("compare-requirements");
        let counts: Vec<String> = Survival::ALL
            .into_iter()
            .map(|survival| (survival, comparison.survived(survival)))
            .filter(|(_, count)| *count > 0)
            .map(|(survival, count)| format!("{count} {}", wording::survival(self.w, survival)))
            .collect();
        writeln!(self.out, "\n{BOLD}{title}{BOLD:#} {}", counts.join(", "))?;
        for rule in comparison.by_requirement() {
            let survival = rule.survival();
            let style = survival_style(survival);
            writeln!(
                self.out,
                "  {style}{}{style:#} · {} {DIM}({}){DIM:#}",
                wording::survival(self.w, survival).to_uppercase(),
                rule.rule.id,
                wording::verdicts(self.w, rule),
            )?;
            self.wrap("    ", 4, self.w.rule_text(&rule.rule.requirement))?;
            for why in wording::shortcomings(self.w, rule, comparison) {
                self.wrap("    → ", 6, &why)?;
            }
        }
        Ok(())
    }

    fn section(&mut self, change: Change) -> io::Result<()> {
        for rule in self.of(change) {
            writeln!(self.out)?;
            self.rule(rule)?;
        }
        Ok(())
    }

    /// Duties that bind less than before, where no rule looks.
    fn others(&mut self) -> io::Result<()> {
        let others = &self.comparison.others;
        if others.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "\n{BOLD}{}{BOLD:#}", self.w.say("compare-others"))?;
        for passage in others.iter().take(MAX_OTHERS) {
            self.passage(passage)?;
        }
        self.left(others.len().saturating_sub(MAX_OTHERS))
    }

    fn rule(&mut self, rule: &RuleChange) -> io::Result<()> {
        let style = style(rule.change);
        writeln!(
            self.out,
            "{style}{}{style:#} · {} · {BOLD}{}{BOLD:#}  {DIM}{}{DIM:#}",
            wording::change(self.w, rule.change).to_uppercase(),
            wording::severity(self.w, rule.rule.severity),
            words::display_safe(&words::capitalised(self.w.rule_text(&rule.rule.title))),
            rule.rule.id,
        )?;
        self.wrap("  ", 4, &format!("{}.", words::capitalised(&wording::verdicts(self.w, rule))))?;
        for passage in rule.passages.iter().take(MAX_PASSAGES) {
            self.passage(passage)?;
        }
        self.left(rule.passages.len().saturating_sub(MAX_PASSAGES))
    }

    /// How many passages are not shown.
    fn left(&mut self, left: usize) -> io::Result<()> {
        if left == 0 {
            return Ok(());
        }
        let passages = self.w.say_count("compare-more-passages", left);
        self.wrap("  ", 4, &format!("{passages} ({})", self.w.say("compare-see-json")))
    }

    fn passage(&mut self, passage: &PassageChange) -> io::Result<()> {
        let comparison = self.comparison;
        if let Some(old) = &passage.old {
            self.side("−", old, &comparison.old)?;
        }
        if let Some(new) = &passage.new {
            self.side("+", new, &comparison.new)?;
        }
        if let Some(text) = wording::one_sided(self.w, passage) {
            self.wrap("    → ", 6, &words::sentence(&text))?;
        }
        for why in &passage.whys {
            self.wrap("    → ", 6, &words::sentence(&wording::why(self.w, why)))?;
        }
        Ok(())
    }

    fn side(&mut self, sign: &str, side: &Side, pack: &PackReport) -> io::Result<()> {
        let path =
            pack.documents.get(side.passage.document).map_or("", |entry| entry.path.as_str());
        let name = path.rsplit('/').next().unwrap_or(path);
        self.wrap(&format!("  {sign} "), 4, &self.w.place(name, &side.passage.place))?;
        self.wrap("    “", 5, &format!("{}”", words::shorten(&side.passage.quote, MAX_QUOTE)))
    }

    /// What changed without demanding less or more, and what is a gap on both sides.
    fn listed(&mut self) -> io::Result<()> {
        for change in [Change::Reworded, Change::Moved, Change::Unclear] {
            let title = format!(
                "{}: {}",
                wording::change(self.w, change),
                wording::meaning(self.w, change)
            );
            let rules = self.of(change);
            self.list(&title, &rules)?;
        }
        for verdict in [Verdict::Missing, Verdict::Weak, Verdict::Contradicted] {
            let title = self.w.say_of("compare-both-unchanged", &self.w.verdict(verdict));
            let mut rules = self.of(Change::Same);
            rules.retain(|rule| rule.verdicts.1 == verdict);
            self.list(&title, &rules)?;
        }
        Ok(())
    }

    fn list(&mut self, title: &str, rules: &[&RuleChange]) -> io::Result<()> {
        if rules.is_empty() {
            return Ok(());
        }
        let titles: Vec<&str> =
            rules.iter().map(|rule| self.w.rule_text(&rule.rule.title)).collect();
        writeln!(self.out, "\n{BOLD}{title}{BOLD:#}")?;
        self.wrap("  ", 2, &titles.join("; "))
    }

    fn closing(&mut self) -> io::Result<()> {
        let comparison = self.comparison;
        let stamp = &comparison.ruleset;
        let documents = comparison.old.documents.len() + comparison.new.documents.len();
        let hash = stamp.hash.get(..12).unwrap_or_default();
        let rules = format!("{} {} ({hash})", stamp.name, stamp.version);
        let documents = self.w.say_count("term-documents", documents);
        let values = [("documents", documents.into()), ("x", rules.into())];
        let text = self.w.say_with("compare-closing", &values);
        writeln!(self.out)?;
        self.wrap("", 0, &text)
    }
}

fn survival_style(survival: Survival) -> Style {
    let colour = match survival {
        Survival::Contradicted | Survival::Lost | Survival::Weakened => AnsiColor::Red,
        Survival::NeverAsked | Survival::NotAssessed => AnsiColor::Yellow,
        Survival::NotApplicable => AnsiColor::Blue,
        Survival::Added | Survival::Kept => AnsiColor::Green,
    };
    colour.on_default().bold()
}

fn style(change: Change) -> Style {
    let colour = match change {
        Change::Lost | Change::Weakened => AnsiColor::Red,
        Change::Mixed | Change::Unclear => AnsiColor::Yellow,
        Change::Gained | Change::Strengthened => AnsiColor::Green,
        Change::Reworded | Change::Moved | Change::Same => AnsiColor::Blue,
    };
    colour.on_default().bold()
}
