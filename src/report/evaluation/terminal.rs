//! Agreement with people at a terminal: overall figures, one line for each rule, the table of
//! verdicts, and every disagreement with the passages of both sides.

use super::figures::SHOWN;
use super::figures::agreement;
use super::figures::apart;
use super::figures::classes;
use super::figures::differ;
use super::figures::number;
use super::figures::share;
use super::figures::shown_evidence;
use crate::evaluation::Class;
use crate::evaluation::Counts;
use crate::evaluation::Disagreement;
use crate::evaluation::Evaluation;
use crate::evaluation::FOUND;
use crate::evaluation::GOLD;
use crate::evaluation::Rates;
use crate::evaluation::statistics::mean;
use crate::model::Evidence;
use crate::model::Role;
use crate::report::Options;
use crate::report::lines;
use crate::report::words;
use anstyle::Style;
use std::io;
use std::io::Write;

const BOLD: Style = Style::new().bold();
/// Longest quote, in characters.
const MAX_QUOTE: usize = 400;

/// Writes the evaluation. Nothing from a document can write an escape of its own.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(evaluation: &Evaluation, options: Options, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = Writer { out, width: options.width.clamp(80, 140) };
    writer.head(evaluation)?;
    writer.overall(evaluation)?;
    writer.rules(evaluation)?;
    writer.table(&evaluation.overall().headline(evaluation.all_labels))?;
    writer.disagreements(evaluation)
}

struct Writer<'w> {
    out: &'w mut dyn Write,
    width: usize,
}

impl Writer<'_> {
    fn section(&mut self, title: &str) -> io::Result<()> {
        writeln!(self.out, "\n{BOLD}{title}{BOLD:#}")
    }

    fn wrap(&mut self, first: &str, indent: usize, text: &str) -> io::Result<()> {
        lines::wrap(self.out, self.width, first, indent, text)
    }

    fn head(&mut self, evaluation: &Evaluation) -> io::Result<()> {
        let stamp = &evaluation.ruleset;
        let title = format!(
            "{} {} on {}, {}",
            stamp.name,
            stamp.version,
            words::count(evaluation.documents, "document"),
            words::count(evaluation.rules.len(), "rule"),
        );
        writeln!(self.out, "{BOLD}{}{BOLD:#}", words::display_safe(&title))?;
        let overall = evaluation.overall();
        let labels = if evaluation.all_labels { "all" } else { "sure" };
        let counted = words::count(overall.headline(evaluation.all_labels).total(), "decision");
        let unsure = if evaluation.all_labels {
            String::new()
        } else {
            format!(" {} on which people may differ stand apart.", overall.unsure.total())
        };
        self.wrap("", 0, &format!("The figures are of {counted} with {labels} labels.{unsure}"))?;
        if !evaluation.not_fully_read.is_empty() {
            let number = words::count(evaluation.not_fully_read.len(), "document");
            let decisions = words::count(overall.unread.total(), "decision");
            let open = overall.unread.undetermined();
            let text = format!(
                "Not fully read, so counted apart: {number} with {decisions}, {open} of them left open: {}",
                evaluation.not_fully_read.join(", ")
            );
            self.wrap("", 4, &text)?;
        }
        Ok(())
    }

    fn overall(&mut self, evaluation: &Evaluation) -> io::Result<()> {
        let headline = evaluation.overall().headline(evaluation.all_labels);
        self.section("All decisions together")?;
        self.figures(&headline, evaluation.graded)?;
        self.section("Mean over the rules for which a figure is defined")?;
        for (name, class) in classes(evaluation.graded) {
            let rates = || {
                evaluation
                    .rules
                    .iter()
                    .map(|rule| rule.strata.headline(evaluation.all_labels).rates(class))
            };
            let (precision, _) = mean(rates().map(|rates| rates.precision().value()));
            let (recall, _) = mean(rates().map(|rates| rates.recall().value()));
            let (f1, rules) = mean(rates().map(Rates::f1));
            let (f2, _) = mean(rates().map(Rates::f2));
            let means = [precision, recall, f1, f2].map(number);
            writeln!(
                self.out,
                "  {name:14} precision {:5}  recall {:5}  F1 {:5}  F2 {:5}  ({})",
                means[0],
                means[1],
                means[2],
                means[3],
                words::count(rules, "rule"),
            )?;
        }
        for (title, counts) in apart(evaluation) {
            self.section(title)?;
            self.figures(&counts, evaluation.graded)?;
        }
        Ok(())
    }

    fn figures(&mut self, counts: &Counts, graded: bool) -> io::Result<()> {
        for (name, class) in classes(graded) {
            let rates = counts.rates(class);
            writeln!(
                self.out,
                "  {name:14} precision {}  recall {}  F1 {:5}  F2 {}",
                share(rates.precision()),
                share(rates.recall()),
                number(rates.f1()),
                number(rates.f2()),
            )?;
        }
        for (name, proportion) in agreement(counts, graded) {
            writeln!(self.out, "  {name:26}   {}", share(proportion))?;
        }
        Ok(())
    }

    fn rules(&mut self, evaluation: &Evaluation) -> io::Result<()> {
        self.section("Rule by rule (P precision, R recall; both = rightly present, wrong = wrongly present, lost = wrongly missing, none = rightly missing)")?;
        let wide = evaluation.rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0).max(4);
        let verdict = if evaluation.graded { "  verdict" } else { "" };
        writeln!(
            self.out,
            "  {:wide$}  both wrong lost none   P present  R present  F1     F2     P missing  R missing  F1     F2    passage{verdict}",
            "rule"
        )?;
        for rule in &evaluation.rules {
            let counts = rule.strata.headline(evaluation.all_labels);
            let (present, missing) = (counts.rates(Class::Present), counts.rates(Class::Missing));
            write!(
                self.out,
                "  {:wide$}  {:4} {:5} {:4} {:4}   {:9}  {:9}  {:5}  {:5}  {:9}  {:9}  {:5}  {:5}  {}",
                rule.id,
                present.hits,
                present.wrongly,
                present.overlooked,
                missing.hits,
                number(present.precision().value()),
                number(present.recall().value()),
                number(present.f1()),
                number(present.f2()),
                number(missing.precision().value()),
                number(missing.recall().value()),
                number(missing.f1()),
                number(missing.f2()),
                number(counts.evidence.value()),
            )?;
            if evaluation.graded {
                let wide = 9_usize.saturating_sub(number(counts.evidence.value()).chars().count());
                let verdict = number(counts.verdict_accuracy().value());
                write!(self.out, "{:wide$}{verdict}", "")?;
            }
            writeln!(self.out)?;
        }
        Ok(())
    }

    fn table(&mut self, counts: &Counts) -> io::Result<()> {
        self.section("What people decided (rows) and what was found (columns)")?;
        write!(self.out, "  {:12}", "")?;
        for found in FOUND {
            write!(self.out, "  {:>14}", found.code())?;
        }
        writeln!(self.out)?;
        for (gold, row) in GOLD.iter().zip(&counts.table) {
            if row.iter().any(|count| *count > 0) {
                write!(self.out, "  {:12}", gold.code())?;
                for count in row {
                    write!(self.out, "  {count:>14}")?;
                }
                writeln!(self.out)?;
            }
        }
        Ok(())
    }

    fn disagreements(&mut self, evaluation: &Evaluation) -> io::Result<()> {
        let count = words::count(evaluation.disagreements.len(), "disagreement");
        self.section(&count)?;
        for disagreement in &evaluation.disagreements {
            self.disagreement(disagreement)?;
        }
        Ok(())
    }

    fn disagreement(&mut self, disagreement: &Disagreement) -> io::Result<()> {
        let Disagreement { doc, rule, .. } = disagreement;
        let text = format!("{rule} · {doc} · {}", differ(disagreement));
        writeln!(self.out)?;
        self.wrap("", 4, &text)?;
        for quote in disagreement.quotes.iter().take(SHOWN) {
            let quote = words::shorten(quote, MAX_QUOTE);
            self.wrap("  people  ", 10, &format!("“{quote}”"))?;
        }
        for evidence in shown_evidence(disagreement) {
            self.evidence(evidence)?;
        }
        Ok(())
    }

    fn evidence(&mut self, evidence: &Evidence) -> io::Result<()> {
        let first = if evidence.role == Role::Nearest { "  nearest " } else { "  found   " };
        let quote = words::shorten(&evidence.quote, MAX_QUOTE);
        self.wrap(first, 10, &format!("“{quote}”"))?;
        if !evidence.reasons.is_empty() {
            let reasons: Vec<String> = evidence.reasons.iter().map(words::reason).collect();
            self.wrap("          → ", 12, &reasons.join("; "))?;
        }
        Ok(())
    }
}
