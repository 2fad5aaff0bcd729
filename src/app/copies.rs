//! Copies of documents with comments in them, made in the guarded process like everything that
//! opens a document.

use super::AppError;
use super::Settings;
use super::reader::leave_out;
use crate::input::FileSource;
use crate::model::Comment;
use crate::worker::Opener;
use crate::worker::Pool;

/// Makes copies with comments.
pub struct Annotator {
    opener: Opener,
    largest_file: usize,
    largest_part: u64,
}

impl Annotator {
    /// Gets ready to open documents as the settings say.
    ///
    /// # Errors
    /// If documents cannot be opened in a guarded process as the settings ask.
    pub fn new(settings: &Settings) -> Result<Self, AppError> {
        let limits = &settings.reading.limits;
        let opener = match &settings.isolation {
            Some(setup) => Opener::guarded(Pool::new(setup.clone(), limits.clone())?, leave_out),
            None => Opener::unguarded(leave_out),
        };
        Ok(Self { opener, largest_file: limits.bytes, largest_part: limits.entry_bytes })
    }

    /// The bytes of a copy of a document with these comments.
    ///
    /// # Errors
    /// Why there is none, in words.
    pub fn annotate(&self, file: &FileSource, comments: &[Comment]) -> Result<Vec<u8>, String> {
        let bytes = file.read(self.largest_file).map_err(|(_, message)| message)?;
        let copy = self.opener.annotate(&bytes, comments, self.largest_part);
        match copy {
            Ok(Ok(copy)) => Ok(copy),
            Ok(Err(refusal)) => Err(refusal.to_string()),
            Err(failure) => Err(failure.message()),
        }
    }
}
