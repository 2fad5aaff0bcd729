//! In which forms a report is written, and where to: one form on standard output, or as many as
//! wanted to files.

use super::Failure;
use super::output;
use crate::model::Language;
use crate::model::Report;
use crate::report;
use crate::report::view;
use crate::report::view::Context;
use crate::report::words::Words;
use crate::review;
use crate::ruleset;
use clap::Args as ClapArgs;
use clap::ValueEnum;
use std::io;
use std::io::IsTerminal;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

#[derive(Debug, ClapArgs)]
pub(super) struct OutputArgs {
    /// Form of the report; give it several times for several forms, each with its own `-o`
    /// [default: terminal, or as the name of the file says]
    #[arg(short, long, value_enum)]
    format: Vec<Format>,
    /// File to write the report to, instead of standard output; one for each `-f`
    #[arg(short, long, value_name = "FILE")]
    output: Vec<PathBuf>,
    /// Language of reports for people [default: that of the documents; English at the terminal]
    #[arg(long, value_name = "LANG", value_parser = super::args::language)]
    ui_lang: Option<Language>,
    /// Keep the text of the documents in a JSON report, so that a page made of it can show them
    #[arg(long)]
    keep_text: bool,
    /// Also group the findings, at the terminal
    #[arg(long, value_enum)]
    by: Option<By>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    /// Factor of the study: why cyber security is no primary concern, and whether the pack deals with it
    Factor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people at a terminal
    Terminal,
    /// A page for a browser, with the documents beside the findings
    Html,
    /// A Word document: gaps, wording to paste, questions
    Docx,
    /// An Excel workbook with a column for decisions
    Xlsx,
    /// A summary in Markdown
    Markdown,
    /// A paragraph for an e-mail
    Mail,
    /// For programs: JSON, from which `report` makes every other form
    Json,
    /// For programs: a table of comma-separated values
    Csv,
    /// For code scanning: SARIF 2.1.0
    Sarif,
    /// For whatever shows test results: JUnit XML
    Junit,
    /// For GitLab: Code Quality
    Gitlab,
    /// For the log of GitHub Actions: annotations
    Github,
}

impl Format {
    /// The form that a file name promises.
    fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_lowercase();
        let ends = |end: &str| name.ends_with(end);
        Some(match () {
            () if ends(".html") || ends(".htm") => Self::Html,
            () if ends(".docx") => Self::Docx,
            () if ends(".xlsx") => Self::Xlsx,
            () if ends(".md") => Self::Markdown,
            () if ends(".sarif") || ends(".sarif.json") => Self::Sarif,
            () if ends(".json") => Self::Json,
            () if ends(".csv") => Self::Csv,
            () if ends(".xml") => Self::Junit,
            () if ends(".txt") => Self::Terminal,
            () => return None,
        })
    }

    /// Whether it is no text.
    fn is_binary(self) -> bool {
        matches!(self, Self::Docx | Self::Xlsx)
    }

    /// Whether it shows places in the text of documents.
    fn needs_text(self) -> bool {
        matches!(self, Self::Html | Self::Sarif | Self::Gitlab | Self::Github)
    }
}

/// A form of the report with where it goes.
#[derive(Debug, PartialEq, Eq)]
struct Target {
    format: Format,
    path: Option<PathBuf>,
}

/// All that is to be written of a run.
pub(super) struct Outputs {
    targets: Vec<Target>,
    language: Option<Language>,
    keep_text: bool,
    by: Option<By>,
}

impl OutputArgs {
    /// The files that are written.
    pub(super) fn files(&self) -> &[PathBuf] {
        &self.output
    }

    /// Which forms go where.
    pub(super) fn plan(&self) -> Result<Outputs, Failure> {
        let targets = pair(&self.format, &self.output)?;
        let mut paths: Vec<&PathBuf> = targets.iter().filter_map(|one| one.path.as_ref()).collect();
        paths.sort_unstable();
        if let Some(twice) = paths.windows(2).find(|pair| pair[0] == pair[1]) {
            let shown = twice[0].display();
            return Err(Failure::new(format!(
                "two reports would be written to `{shown}`\n  help: give each form a file of its own"
            )));
        }
        if io::stdout().is_terminal()
            && let Some(one) =
                targets.iter().find(|one| one.path.is_none() && one.format.is_binary())
        {
            return Err(Failure::new(format!(
                "{:?} is no text for a terminal\n  help: name a file with `-o`",
                one.format
            )));
        }
        Ok(Outputs { targets, language: self.ui_lang, keep_text: self.keep_text, by: self.by })
    }
}

/// Pairs forms with files. Files alone tell their form by their names.
fn pair(formats: &[Format], paths: &[PathBuf]) -> Result<Vec<Target>, Failure> {
    let to_file = |path: &PathBuf| (path != Path::new("-")).then(|| path.clone());
    match (formats, paths) {
        ([], []) => Ok(vec![Target { format: Format::Terminal, path: None }]),
        ([format], []) => Ok(vec![Target { format: *format, path: None }]),
        ([], paths) => paths
            .iter()
            .map(|path| match Format::of(path) {
                Some(format) => Ok(Target { format, path: to_file(path) }),
                None => Err(Failure::new(format!(
                    "the name `{}` does not tell the form of the report\n  help: give a `-f` for each `-o`",
                    path.display()
                ))),
            })
            .collect(),
        (formats, paths) if formats.len() == paths.len() => {
            let pairs = formats.iter().zip(paths);
            Ok(pairs.map(|(format, path)| Target { format: *format, path: to_file(path) }).collect())
        }
        (formats, paths) => Err(Failure::new(format!(
            "{} forms and {} files are given\n  help: give an `-o` for each `-f`, in the same order; `-o -` is standard output",
            formats.len(),
            paths.len()
        ))),
    }
}

impl Outputs {
    /// Whether the text of the documents must be kept until the report is written.
    pub(super) fn needs_text(&self) -> bool {
        self.keep_text || self.targets.iter().any(|target| target.format.needs_text())
    }

    /// The words of reports for people.
    pub(super) fn words(&self, report: &Report) -> Words {
        let language = self.language.unwrap_or_else(|| view::main_language(report));
        Words::new(language, ruleset::translations(language))
    }

    /// Writes every form.
    pub(super) fn write(&self, report: &Report) -> Result<(), Failure> {
        for target in &self.targets {
            self.write_one(target, report)?;
            if let Some(path) = &target.path {
                output::tell(&format!("report written to {}", path.display()));
            }
        }
        Ok(())
    }

    fn write_one(&self, target: &Target, report: &Report) -> Result<(), Failure> {
        let path = target.path.as_deref();
        let bare;
        // Another form may have asked for the text that this one was not to keep.
        let report = if target.format == Format::Json && !self.keep_text {
            bare = without_text(report);
            &bare
        } else {
            report
        };
        if target.format == Format::Terminal {
            return output::deliver(path, |out| self.write_terminal(report, out));
        }
        output::deliver_plain(path, |out| self.write_plain(target.format, report, out))
    }

    fn write_terminal(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let options = report::Options { width: output::width() };
        // A terminal speaks English unless asked; what is kept speaks the language of the documents.
        let language = self.language.unwrap_or(Language::English);
        let words = Words::new(language, ruleset::translations(language));
        report::terminal(report, &words, options, out)?;
        if self.by.is_none() {
            return Ok(());
        }
        let factors = ruleset::factors();
        report.packs.iter().try_for_each(|pack| {
            report::factors::write(&pack.name, &review::factors(pack, &factors), options, out)
        })
    }

    fn write_plain(&self, format: Format, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let words = self.words(report);
        let factors = ruleset::factors();
        let context = Context {
            words: &words,
            factors: &factors,
            standards: ruleset::standards(),
            standard_of: ruleset::standard_of,
        };
        match format {
            Format::Terminal => self.write_terminal(report, out),
            Format::Html => report::html::write(report, &context, out),
            Format::Docx => report::docx::write(report, &context, out),
            Format::Xlsx => report::xlsx::write(report, &context, out),
            Format::Markdown => report::markdown::write(report, &context, out),
            Format::Mail => report::mail::write(report, &context, out),
            Format::Json => report::json::v1::write(report, out),
            Format::Csv => report::findings_csv::write(report, out),
            Format::Sarif => report::pipeline::sarif::write(report, out),
            Format::Junit => report::pipeline::junit::write(report, out),
            Format::Gitlab => report::pipeline::gitlab::write(report, out),
            Format::Github => report::pipeline::github::write(report, out),
        }
    }
}

fn without_text(report: &Report) -> Report {
    let mut bare = report.clone();
    bare.packs.iter_mut().for_each(|pack| pack.texts.clear());
    bare
}

#[cfg(test)]
mod tests {
    use super::Format;
    use super::pair;
    use std::path::PathBuf;

    fn paths(names: &[&str]) -> Vec<PathBuf> {
        names.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn forms_and_files_meet_in_order() {
        let both = [Format::Html, Format::Json];
        let targets = pair(&both, &paths(&["r.html", "-"])).unwrap_or_default();
        assert_eq!(targets.len(), 2);
        assert_eq!(targets[0].path, Some(PathBuf::from("r.html")));
        assert_eq!((targets[1].format, &targets[1].path), (Format::Json, &None));
        assert!(pair(&both, &paths(&["r.html"])).is_err());
        assert!(pair(&both, &[]).is_err());
    }

    #[test]
    fn a_file_name_tells_its_form() {
        let targets = pair(&[], &paths(&["a.XLSX", "b.sarif.json", "c.json"])).unwrap_or_default();
        let formats: Vec<Format> = targets.iter().map(|target| target.format).collect();
        assert_eq!(formats, [Format::Xlsx, Format::Sarif, Format::Json]);
        assert!(pair(&[], &paths(&["report.pdf"])).is_err());
    }
}
