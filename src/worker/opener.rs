//! Opens documents, in a guarded process or in this one, with the same answers.

use super::Failure;
use super::LeaveOut;
use super::pool::Pool;
use crate::annotate::Refusal;
use crate::annotate::annotate;
use crate::extract::Options;
use crate::extract::archive::Member;
use crate::extract::archive::unpack;
use crate::extract::extract;
use crate::extract::picture;
use crate::model::Comment;
use crate::model::Extraction;
use crate::model::Picture;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

/// What a file turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Opened {
    /// A document.
    Document(Extraction),
    /// An archive, or an e-mail with its attachments.
    Members(Vec<Member>),
}

/// Opens documents.
pub struct Opener {
    pool: Option<Pool>,
    leave_out: LeaveOut,
}

impl Opener {
    /// Opens documents in the processes of `pool`.
    #[must_use]
    pub fn guarded(pool: Pool, leave_out: LeaveOut) -> Self {
        Self { pool: Some(pool), leave_out }
    }

    /// Opens documents in this process, which a hostile one can end.
    #[must_use]
    pub fn unguarded(leave_out: LeaveOut) -> Self {
        Self { pool: None, leave_out }
    }

    /// Opens a file: its members if it is a container, what it says otherwise.
    ///
    /// # Errors
    /// If the reader failed on it.
    pub fn open(&self, bytes: &[u8], name: &str, options: &Options) -> Result<Opened, Failure> {
        match &self.pool {
            Some(pool) => pool.open(bytes, name, options),
            None => guard(|| open(bytes, name, options, self.leave_out)),
        }
    }

    /// Reads a document, whatever it is.
    ///
    /// # Errors
    /// If the reader failed on it.
    pub fn read(&self, bytes: &[u8], name: &str, options: &Options) -> Result<Extraction, Failure> {
        match &self.pool {
            Some(pool) => pool.read(bytes, name, options),
            None => guard(|| extract(bytes, name, options)),
        }
    }

    /// Draws a page, counted from 1, for the recognition of its text; none if it cannot be drawn.
    ///
    /// # Errors
    /// If the reader failed on the document.
    pub fn picture(
        &self,
        bytes: &[u8],
        name: &str,
        options: &Options,
        page: u32,
    ) -> Result<Option<Picture>, Failure> {
        match &self.pool {
            Some(pool) => pool.picture(bytes, name, options, page),
            None => guard(|| picture(bytes, name, options, page)),
        }
    }

    /// A copy of a document with comments in it, or why there is none.
    ///
    /// # Errors
    /// If editing failed on the document.
    pub fn annotate(
        &self,
        bytes: &[u8],
        comments: &[Comment],
        largest: u64,
    ) -> Result<Result<Vec<u8>, Refusal>, Failure> {
        match &self.pool {
            Some(pool) => pool.annotate(bytes, comments, largest),
            None => guard(|| annotate(bytes, comments, largest)),
        }
    }
}

/// A panic of a reader is a failure of its document and nothing more.
fn guard<T>(read: impl FnOnce() -> T) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(read)).map_err(|_| Failure::Crashed)
}

/// The members if `bytes` are a container, the document otherwise.
pub(super) fn open(bytes: &[u8], name: &str, options: &Options, leave_out: LeaveOut) -> Opened {
    match unpack(bytes, name, &options.limits, &leave_out) {
        Some(members) => Opened::Members(members),
        None => Opened::Document(extract(bytes, name, options)),
    }
}
