//! Text in pictures, recognised by an installed `tesseract`.
//!
//! Recognition is the one thing that is left to another program: it needs trained data of many
//! megabytes for each language, which users install once. This module finds the program, runs it
//! over one picture at a time within a bound of time, and reads what it says. Which pages are
//! worth it is left to `app`, what becomes of the words to `extract`.

mod process;
mod tsv;

use crate::model::Language;
use crate::model::Picture;
use crate::model::RecognisedPage;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;
use thiserror::Error;

/// Time for one page.
const PAGE: Duration = Duration::from_secs(120);
/// Time for questions about the installation.
const QUESTION: Duration = Duration::from_secs(10);

/// Where the usual installer puts the program on Windows, which is not on the search path.
const PLACES: [&str; 3] =
    ["tesseract", r"C:\Program Files\Tesseract-OCR\tesseract.exe", "/opt/homebrew/bin/tesseract"];

/// Why a page was not recognised.
#[derive(Debug, Error)]
pub enum OcrError {
    /// The program could not be started, or its input or output broke off.
    #[error("tesseract could not be run: {0}")]
    NotRun(#[from] std::io::Error),
    /// It took too long and was stopped.
    #[error("tesseract took longer than {} seconds", PAGE.as_secs())]
    TooSlow,
    /// It ended with an error.
    #[error("tesseract failed: {0}")]
    Failed(String),
    /// It has none of the languages.
    #[error("tesseract has no data for {0}; install it, or name another language with --lang")]
    NoLanguage(String),
}

/// An installed tesseract.
#[derive(Debug, Clone)]
pub struct Tesseract {
    program: PathBuf,
    version: String,
    /// Codes of its trained data.
    installed: BTreeSet<String>,
}

impl Tesseract {
    /// Looks for the program. `None` if it is not installed or does not answer.
    #[must_use]
    pub fn find() -> Option<Self> {
        PLACES.iter().find_map(|place| Self::at(PathBuf::from(place)))
    }

    fn at(program: PathBuf) -> Option<Self> {
        let ask = |question: &str| {
            let output = process::run(&program, &[question], &[], QUESTION).ok()?;
            // Older versions answer on standard error.
            Some(if output.stdout.trim().is_empty() { output.stderr } else { output.stdout })
        };
        let version = ask("--version")?.split_whitespace().nth(1)?.to_owned();
        let listed = ask("--list-langs")?;
        let installed = listed.lines().skip(1).map(|line| line.trim().to_owned()).collect();
        Some(Self { program, version, installed })
    }

    /// Its version, as it says.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The languages of ours for which it has data.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        Language::NAMED
            .into_iter()
            .filter(|language| code(*language).is_some_and(|code| self.installed.contains(code)))
            .collect()
    }

    /// Recognises the text of a page in `languages`, or in all that are installed if none is given.
    ///
    /// # Errors
    /// If it has none of the languages, cannot be run, fails or takes too long.
    pub fn recognise(
        &self,
        picture: &Picture,
        languages: &[Language],
    ) -> Result<RecognisedPage, OcrError> {
        let wanted = if languages.is_empty() { &self.languages() } else { languages };
        let codes: Vec<&str> = wanted
            .iter()
            .filter_map(|language| code(*language))
            .filter(|code| self.installed.contains(*code))
            .collect();
        if codes.is_empty() {
            let names: Vec<&str> = wanted.iter().map(|language| language.name()).collect();
            return Err(OcrError::NoLanguage(names.join(", ")));
        }
        let resolution = format!("{:.0}", picture.scale * 72.0);
        let languages = codes.join("+");
        let arguments = ["stdin", "stdout", "--dpi", &resolution, "-l", &languages, "tsv"];
        let output = process::run(&self.program, &arguments, &graymap(picture), PAGE)?;
        Ok(tsv::page(&output.stdout, picture.page, picture.scale))
    }
}

/// Code of tesseract's trained data for a language.
fn code(language: Language) -> Option<&'static str> {
    Some(match language {
        Language::English => "eng",
        Language::Swedish => "swe",
        Language::Danish => "dan",
        Language::Norwegian => "nor",
        Language::German => "deu",
        Language::Dutch => "nld",
        Language::Finnish => "fin",
        Language::French => "fra",
        Language::Other | Language::Unknown => return None,
    })
}

/// The picture as a portable graymap (PGM, binary).
fn graymap(picture: &Picture) -> Vec<u8> {
    let mut bytes = format!("P5\n{} {}\n255\n", picture.width, picture.height).into_bytes();
    bytes.extend_from_slice(&picture.grey);
    bytes
}

#[cfg(test)]
mod tests {
    use super::graymap;
    use crate::model::Picture;

    #[test]
    fn a_graymap_has_a_head_and_one_byte_a_pixel() {
        let picture = Picture { page: 1, width: 2, height: 1, scale: 1.0, grey: vec![0, 255] };
        assert_eq!(graymap(&picture), b"P5\n2 1\n255\n\x00\xff");
    }
}
