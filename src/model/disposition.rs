//! What people decided about a gap before this run.

/// An accepted gap. Reason, approver and date of expiry are mandatory: an exception that nobody
/// answers for, or that never ends, is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// Why the gap is accepted.
    pub reason: String,
    /// Who answers for that.
    pub approver: String,
    /// Last day on which it holds, as `YYYY-MM-DD`.
    pub expires: String,
    /// What protects instead, if anything does.
    pub control: Option<String>,
}

/// Where a finding stands in the work of the people who use it. A verdict never depends on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Disposition {
    /// Nobody has decided anything about it.
    #[default]
    Open,
    /// The gap is accepted. It stays visible, and does not stop a pipeline.
    Waived(Waiver),
    /// The gap was there when the baseline was taken.
    Known {
        /// Day on which it was first seen, as `YYYY-MM-DD`.
        since: String,
    },
    /// A person looked at the gap and confirmed it.
    Confirmed {
        /// What that person wrote.
        comment: String,
    },
}

impl Disposition {
    /// Word used in machine-readable output.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Waived(_) => "waived",
            Self::Known { .. } => "known",
            Self::Confirmed { .. } => "confirmed",
        }
    }
}
