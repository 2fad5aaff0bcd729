//! Reasons for programs: the same as the sentences for people, before they are worded.

use super::Bearer;
use super::Comparator;
use super::Quantity;
use crate::model::DocumentKind;
use crate::model::Reason;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;

/// One reason for a verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "code", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is explained where the engine gives it, in `model::Reason`")]
pub enum ReasonCode {
    OnlyRecommended,
    OnlyPermitted,
    Vague {
        words: String,
    },
    NumberMissing {
        parameter: String,
        instead: Option<String>,
        comparator: Comparator,
        required: Quantity,
    },
    NumberOutside {
        parameter: String,
        found: Quantity,
        comparator: Comparator,
        required: Quantity,
    },
    WeakWording {
        wording: String,
    },
    OppositeWording {
        wording: String,
    },
    DutyDenied,
    Forbidden,
    NotForbidden,
    Obsolete {
        words: String,
        replace_by: String,
    },
    NotBinding,
    OnlySkills,
    RightOfSupplier,
    WrongParty {
        bearer: Bearer,
    },
    OnlyHeading,
    OnlyContents,
    OnlyDefinition,
    OnlyQuestion,
    OnlyPlaceholder,
    Exception {
        words: String,
    },
    OnlyBoilerplate,
    Lacks {
        found: Vec<String>,
        missing: Vec<String>,
    },
    NothingFound {
        searched: usize,
    },
    NotFullyRead {
        documents: usize,
    },
    NotTriggered {
        about: String,
    },
    NotOfKind {
        kinds: Vec<String>,
    },
}

impl From<&Reason> for ReasonCode {
    fn from(reason: &Reason) -> Self {
        match reason.clone() {
            Reason::OnlyRecommended => Self::OnlyRecommended,
            Reason::OnlyPermitted => Self::OnlyPermitted,
            Reason::Vague(words) => Self::Vague { words },
            Reason::NumberMissing { parameter, instead, comparator, required } => {
                let (comparator, required) = (comparator.into(), required.into());
                Self::NumberMissing { parameter, instead, comparator, required }
            }
            Reason::NumberOutside { parameter, found, comparator, required } => {
                let (found, required) = (found.into(), required.into());
                Self::NumberOutside { parameter, found, comparator: comparator.into(), required }
            }
            Reason::WeakWording(wording) => Self::WeakWording { wording },
            Reason::OppositeWording(wording) => Self::OppositeWording { wording },
            Reason::DutyDenied => Self::DutyDenied,
            Reason::Forbidden => Self::Forbidden,
            Reason::NotForbidden => Self::NotForbidden,
            Reason::Obsolete { found, replace_by } => Self::Obsolete { words: found, replace_by },
            Reason::NotBinding => Self::NotBinding,
            Reason::OnlySkills => Self::OnlySkills,
            Reason::RightOfSupplier => Self::RightOfSupplier,
            Reason::WrongParty(bearer) => Self::WrongParty { bearer: bearer.into() },
            Reason::OnlyHeading => Self::OnlyHeading,
            Reason::OnlyContents => Self::OnlyContents,
            Reason::OnlyDefinition => Self::OnlyDefinition,
            Reason::OnlyQuestion => Self::OnlyQuestion,
            Reason::OnlyPlaceholder => Self::OnlyPlaceholder,
            Reason::Exception(words) => Self::Exception { words },
            Reason::OnlyBoilerplate => Self::OnlyBoilerplate,
            Reason::Lacks { found, missing } => Self::Lacks { found, missing },
            Reason::NothingFound { searched } => Self::NothingFound { searched },
            Reason::NotFullyRead { documents } => Self::NotFullyRead { documents },
            Reason::NotTriggered(about) => Self::NotTriggered { about },
            Reason::NotOfKind(kinds) => {
                Self::NotOfKind { kinds: kinds.iter().map(|kind| kind.code().to_owned()).collect() }
            }
        }
    }
}

impl From<ReasonCode> for Reason {
    fn from(code: ReasonCode) -> Self {
        match code {
            ReasonCode::OnlyRecommended => Self::OnlyRecommended,
            ReasonCode::OnlyPermitted => Self::OnlyPermitted,
            ReasonCode::Vague { words } => Self::Vague(words),
            ReasonCode::NumberMissing { parameter, instead, comparator, required } => {
                let (comparator, required) = (comparator.into(), required.into());
                Self::NumberMissing { parameter, instead, comparator, required }
            }
            ReasonCode::NumberOutside { parameter, found, comparator, required } => {
                let (found, required) = (found.into(), required.into());
                Self::NumberOutside { parameter, found, comparator: comparator.into(), required }
            }
            ReasonCode::WeakWording { wording } => Self::WeakWording(wording),
            ReasonCode::OppositeWording { wording } => Self::OppositeWording(wording),
            ReasonCode::DutyDenied => Self::DutyDenied,
            ReasonCode::Forbidden => Self::Forbidden,
            ReasonCode::NotForbidden => Self::NotForbidden,
            ReasonCode::Obsolete { words, replace_by } => {
                Self::Obsolete { found: words, replace_by }
            }
            ReasonCode::NotBinding => Self::NotBinding,
            ReasonCode::OnlySkills => Self::OnlySkills,
            ReasonCode::RightOfSupplier => Self::RightOfSupplier,
            ReasonCode::WrongParty { bearer } => Self::WrongParty(bearer.into()),
            ReasonCode::OnlyHeading => Self::OnlyHeading,
            ReasonCode::OnlyContents => Self::OnlyContents,
            ReasonCode::OnlyDefinition => Self::OnlyDefinition,
            ReasonCode::OnlyQuestion => Self::OnlyQuestion,
            ReasonCode::OnlyPlaceholder => Self::OnlyPlaceholder,
            ReasonCode::Exception { words } => Self::Exception(words),
            ReasonCode::OnlyBoilerplate => Self::OnlyBoilerplate,
            ReasonCode::Lacks { found, missing } => Self::Lacks { found, missing },
            ReasonCode::NothingFound { searched } => Self::NothingFound { searched },
            ReasonCode::NotFullyRead { documents } => Self::NotFullyRead { documents },
            ReasonCode::NotTriggered { about } => Self::NotTriggered(about),
            ReasonCode::NotOfKind { kinds } => {
                let known =
                    |code: &String| DocumentKind::ALL.into_iter().find(|k| k.code() == code);
                Self::NotOfKind(kinds.iter().filter_map(known).collect())
            }
        }
    }
}
