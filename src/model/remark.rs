//! What there is to say of the policy of whoever runs a check: exceptions that ended or lead
//! nowhere, and rules that are not those that were agreed on.

use super::Verdict;

/// Something that the keepers of waivers, baseline and rulesets must know. As much a result of a
/// run as its findings are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What it is.
    pub kind: RemarkKind,
    /// Id of the rule that it concerns; empty if it concerns none.
    pub rule: String,
    /// Pack or document that it concerns, as written in the policy; empty if it concerns none.
    pub scope: String,
    /// Where the policy says so: "waivers.toml:12".
    pub source: String,
}

/// What a remark is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RemarkKind {
    /// A waiver no longer holds: its gap counts again.
    WaiverExpired {
        /// Last day on which it held, as `YYYY-MM-DD`.
        expires: String,
        /// Who approved it.
        approver: String,
    },
    /// A waiver waives nothing in the pack that it names.
    WaiverUnused(Unused),
    /// A waiver concerns a pack, document or rule that is not part of this run.
    WaiverElsewhere,
    /// A gap of the baseline is not there any more.
    GapClosed {
        /// Day on which it was first seen, as `YYYY-MM-DD`.
        since: String,
    },
    /// A ruleset is not the one that was locked.
    RulesetChanged {
        /// Version and hash in the lock file.
        locked: (String, String),
        /// Version and hash of the rules that were applied.
        applied: (String, String),
    },
    /// A ruleset that was applied is not in the lock file.
    RulesetNotLocked,
}

/// Why a waiver waives nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unused {
    /// There is no gap: the verdict is this.
    NoGap(Verdict),
    /// There is a gap, but it rests on other words than those for which the waiver was given.
    OtherWords,
    /// There is a gap, but it rests on a passage in another document.
    OtherDocument,
}

impl Remark {
    /// Word used in machine-readable output.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.kind {
            RemarkKind::WaiverExpired { .. } => "waiver-expired",
            RemarkKind::WaiverUnused(_) => "waiver-unused",
            RemarkKind::WaiverElsewhere => "waiver-elsewhere",
            RemarkKind::GapClosed { .. } => "gap-closed",
            RemarkKind::RulesetChanged { .. } => "ruleset-changed",
            RemarkKind::RulesetNotLocked => "ruleset-not-locked",
        }
    }

    /// Whether somebody must put the policy right.
    #[must_use]
    pub fn is_problem(&self) -> bool {
        !matches!(self.kind, RemarkKind::WaiverElsewhere | RemarkKind::GapClosed { .. })
    }
}
