//! Verdicts, what they rest on, and why.

use super::Area;
use super::Disposition;
use super::DocumentKind;
use super::Quantity;
use super::RuleCard;
use super::Span;
use super::quantity::Comparator;

/// Who is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Bearer {
    Supplier,
    Customer,
    Both,
    ThirdParty,
    Unstated,
}

impl Bearer {
    /// Word used in machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Supplier => "supplier",
            Self::Customer => "customer",
            Self::Both => "both",
            Self::ThirdParty => "third-party",
            Self::Unstated => "unstated",
        }
    }
}

/// How strongly a provision binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Force {
    /// shall, must, ska; also mandatory rows of a requirement table.
    Must,
    /// should, bör; also optional rows.
    Should,
    /// may, can, får, kan.
    May,
    /// A rule, number or fact in the indicative: "is limited to", "data is stored in Finland".
    Statement,
}

impl Force {
    /// Word used in machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Should => "should",
            Self::May => "may",
            Self::Statement => "statement",
        }
    }
}

/// Whether a provision asks for what it talks about, forbids it, or says nobody need do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// It asks for it.
    Affirmed,
    /// It forbids it: "must not", "får inte".
    Prohibited,
    /// It denies the duty: "is not required to", "behöver inte".
    Denied,
}

impl Polarity {
    /// Word used in machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Affirmed => "affirmed",
            Self::Prohibited => "prohibited",
            Self::Denied => "denied",
        }
    }
}

/// What a provision binds whom to, and how strongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the types say it")]
pub struct Duty {
    pub bearer: Bearer,
    pub force: Force,
    pub polarity: Polarity,
}

/// The grammatical form in which a clause binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A duty: needs a binding marker, or a present-tense statement about the supplier.
    Obligation,
    /// A right of the customer: permissive words do not make it weak.
    Right,
    /// A rule, number or title in the indicative; no modal verb is needed.
    Statement,
}

/// What a passage does for a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// It demands what the rule asks for.
    Supports,
    /// It deals with the subject but falls short.
    Weakens,
    /// It does the opposite.
    Contradicts,
    /// It makes the rule applicable.
    Triggers,
    /// It comes nearest, but does not demand it.
    Nearest,
}

impl Role {
    /// Word used in machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Weakens => "weakens",
            Self::Contradicts => "contradicts",
            Self::Triggers => "triggers",
            Self::Nearest => "nearest",
        }
    }
}

/// Where a passage stands, in words and numbers for people.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Place {
    /// Page, counted from 1, where the format has pages.
    pub page: Option<u32>,
    /// What is printed as the number of that page, where that is something else ("iv").
    pub page_label: Option<String>,
    /// Clause number with the heading behind it: "9.2 Incidents"; in a spreadsheet the address of
    /// the cell: "Krav!A14". Empty if there is neither.
    pub clause: String,
    /// The clauses that enclose the passage, outermost first, each with number and heading.
    pub path: Vec<String>,
    /// Sheet and cell, where the format addresses them.
    pub cell: Option<String>,
    /// Table and row, both counted from 1 in the document, of a passage in a table.
    pub row: Option<(u32, u32)>,
    /// The rectangles to mark on the page, one for each printed line, where the format has fixed
    /// pages.
    pub areas: Vec<Area>,
    /// Whether the text was recognised in a picture of the page (OCR).
    pub recognised: bool,
    /// The words of the passage that were recognised, and not for sure.
    pub doubtful: Vec<String>,
}

/// A passage with its role.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// What it does for the rule.
    pub role: Role,
    /// Index of the document in the pack.
    pub document: usize,
    /// The passage in that document's text.
    pub span: Span,
    /// Where that is.
    pub place: Place,
    /// The passage with its lead-in, as a person would quote it.
    pub quote: String,
    /// Whom it binds, and how strongly; none where that was not looked for.
    pub duty: Option<Duty>,
    /// Why the passage is not enough, or what it does wrong. Empty for full support.
    pub reasons: Vec<Reason>,
}

/// One plain reason for a verdict. Worded by `report`.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// Only "should", not "shall".
    OnlyRecommended,
    /// Only "may" or "can".
    OnlyPermitted,
    /// A qualifier leaves the extent open: the words as found.
    Vague(String),
    /// A binding duty without the number that the rule needs.
    NumberMissing {
        /// Name of the parameter.
        parameter: String,
        /// What is said instead of a number: "without undue delay".
        instead: Option<String>,
        /// How the number must stand to the threshold.
        comparator: Comparator,
        /// The threshold.
        required: Quantity,
    },
    /// A number outside the threshold.
    NumberOutside {
        /// Name of the parameter.
        parameter: String,
        /// What was found.
        found: Quantity,
        /// How the number must stand to the threshold.
        comparator: Comparator,
        /// The threshold.
        required: Quantity,
    },
    /// The passage matches a wording that the rule names as weak: the rule's own words for it.
    WeakWording(String),
    /// The passage matches a wording that the rule names as the opposite.
    OppositeWording(String),
    /// The duty is denied.
    DutyDenied,
    /// What should be demanded is forbidden.
    Forbidden,
    /// What should be forbidden is only stated, allowed or demanded.
    NotForbidden,
    /// Obsolete technology is allowed or demanded: the words as found, and what to use instead.
    Obsolete {
        /// The words as found.
        found: String,
        /// What to use instead.
        replace_by: String,
    },
    /// The passage states a fact or describes something; it binds nobody.
    NotBinding,
    /// It asks for skills or experience of staff.
    OnlySkills,
    /// The right is the supplier's, not the customer's.
    RightOfSupplier,
    /// The wrong party is bound.
    WrongParty(Bearer),
    /// The words stand in a heading only.
    OnlyHeading,
    /// The words stand in a table of contents only.
    OnlyContents,
    /// The words stand in a definition only.
    OnlyDefinition,
    /// The words stand in a question.
    OnlyQuestion,
    /// The words stand in an instruction to whoever fills in a template.
    OnlyPlaceholder,
    /// An exception leaves a way out: the words that begin it.
    Exception(String),
    /// The words are the wording of a form, and no term of the contract.
    OnlyBoilerplate,
    /// The passage has some of the ideas that are needed and lacks others. Both in plain words.
    Lacks {
        /// Ideas found.
        found: Vec<String>,
        /// Ideas not found.
        missing: Vec<String>,
    },
    /// Nothing in the pack speaks of the subject.
    NothingFound {
        /// How many provisions were searched.
        searched: usize,
    },
    /// Part of the pack was not read, so absence proves nothing.
    NotFullyRead {
        /// How many documents were not fully read.
        documents: usize,
    },
    /// Nothing in the pack makes the rule applicable: what was looked for, in words.
    NotTriggered(String),
    /// The clause is not expected in documents of these kinds.
    NotOfKind(Vec<DocumentKind>),
}

/// A parameter as found.
#[derive(Debug, Clone, PartialEq)]
pub struct ParameterResult {
    /// Name of the parameter, in plain words.
    pub name: String,
    /// What the pack states, if it states anything.
    pub found: Option<Quantity>,
    /// How it must stand to the threshold.
    pub comparator: Comparator,
    /// The threshold.
    pub required: Quantity,
    /// Whether what was found is within the threshold.
    pub ok: bool,
}

/// What can be said of a rule for a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Demanded as the rule asks.
    Met,
    /// Demanded, but permissively, vaguely, or with a number outside the threshold.
    Weak,
    /// Some passage does the opposite.
    Contradicted,
    /// Not found in a pack that was read completely.
    Missing,
    /// The pack was read completely and has nothing that the rule is about.
    NotApplicable,
    /// Not found, but not everything was read.
    Undetermined,
}

impl Verdict {
    /// All verdicts.
    pub const ALL: [Self; 6] = [
        Self::Met,
        Self::Weak,
        Self::Contradicted,
        Self::Missing,
        Self::NotApplicable,
        Self::Undetermined,
    ];

    /// The verdict with this word in machine-readable output.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.code() == code)
    }

    /// Word used in machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Weak => "weak",
            Self::Contradicted => "contradicted",
            Self::Missing => "missing",
            Self::NotApplicable => "not-applicable",
            Self::Undetermined => "undetermined",
        }
    }

    /// Whether it is a gap: weak, contradicted or missing.
    #[must_use]
    pub fn is_gap(self) -> bool {
        matches!(self, Self::Weak | Self::Contradicted | Self::Missing)
    }

    /// Whether the clause is there, well or badly: met, weak or contradicted.
    #[must_use]
    pub fn is_present(self) -> bool {
        matches!(self, Self::Met | Self::Weak | Self::Contradicted)
    }

    /// The same as the examples of a rule say it: *missing* for what is not applicable too.
    #[must_use]
    pub fn in_examples(self) -> Self {
        if self == Self::NotApplicable { Self::Missing } else { self }
    }
}

/// What was found for one rule in one pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: RuleCard,
    /// The verdict.
    pub verdict: Verdict,
    /// Why, most important first.
    pub reasons: Vec<Reason>,
    /// Parameters of the rule, in the rule's order.
    pub parameters: Vec<ParameterResult>,
    /// Passages, strongest role first, then in order of documents and text.
    pub evidence: Vec<Evidence>,
    /// What people decided about it.
    pub disposition: Disposition,
}
