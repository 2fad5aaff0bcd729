//! How a document is read: bounds, password, which state of its tracked changes, and what was
//! recognised in its pictures.
//!
//! What is read is one value, so that readers can be given more to go by without touching those
//! that do not care.

use super::Limits;
use crate::model::RecognisedPage;
use std::fmt;

/// How one document is read.
#[derive(Clone, Default, PartialEq)]
pub struct Options {
    /// Bounds on the work.
    pub limits: Limits,
    /// Password tried on documents that do not open without one.
    pub password: Option<String>,
    /// Which state of tracked changes is read.
    pub changes: Changes,
    /// Pages whose text was recognised in their pictures; it takes the place of what the file says
    /// of them.
    pub recognised: Vec<RecognisedPage>,
}

/// Never shows the password.
impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("limits", &self.limits)
            .field("password", &self.password.as_ref().map(|_| "…"))
            .field("changes", &self.changes)
            .field("recognised", &self.recognised.len())
            .finish()
    }
}

/// State of a document with tracked changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Changes {
    /// As if all changes had been accepted: insertions in, deletions out.
    #[default]
    Accepted,
    /// As it was before the changes: deletions in, insertions out.
    Original,
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[test]
    fn a_password_is_never_shown() {
        let options = Options { password: Some("sesame".to_owned()), ..Options::default() };
        assert!(!format!("{options:?}").contains("sesame"));
    }
}
