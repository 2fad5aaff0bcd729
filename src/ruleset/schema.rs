//! What authors write: the types of rule, lexicon and ruleset files.
//!
//! The JSON Schema that editors use is generated from these types, so their comments are the
//! reference for authors.

use super::pattern::PatternFile;
use super::tables::TablesFile;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One rule: a clause that a tender, contract or SLA should contain.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "clausecheck rule")]
pub struct RuleFile {
    /// Stable id, equal to the file name. Never reused for another meaning.
    pub id: String,
    /// Reads well after "This pack does not ensure …".
    pub title: String,
    /// Family, equal to the folder name.
    pub family: String,
    /// How much a gap matters.
    pub severity: SeverityName,
    /// Maturity of the rule.
    #[serde(default)]
    pub status: StatusName,
    /// Grammatical form in which the clause binds.
    #[serde(default)]
    pub form: FormName,
    /// Who must be bound (for rights: who has the right is always the customer).
    #[serde(default)]
    pub bearer: BearerName,
    /// What the contract shall say.
    pub requirement: String,
    /// Why it matters.
    pub why: String,
    /// Laws, standards and studies that the rule rests on.
    #[serde(default)]
    pub sources: Vec<SourceFile>,
    /// How much the clause is expected in each kind of document.
    #[serde(default)]
    pub document_kinds: BTreeMap<DocumentKindName, ExpectationLevel>,
    /// `always`, or a key of the ruleset's `applicability`.
    #[serde(default = "always")]
    pub applies_when: String,
    /// Id of another rule: what it expects, what weakens and what contradicts it, and its parameters
    /// count for this rule too.
    #[serde(default)]
    pub like: Option<String>,
    /// With `like`: other thresholds for its parameters, by name.
    #[serde(default)]
    pub thresholds: BTreeMap<String, String>,
    /// Patterns, any of which shows that the clause is there.
    #[serde(default)]
    pub expects: Vec<ExpectationFile>,
    /// Wordings that make the clause weak.
    #[serde(default)]
    pub weakened_by: Vec<WordingFile>,
    /// Wordings that do the opposite.
    #[serde(default)]
    pub contradicted_by: Vec<WordingFile>,
    /// Vague concepts that do not make this clause weak.
    #[serde(default)]
    pub tolerates: Vec<String>,
    /// Numbers that the clause must state.
    #[serde(default)]
    pub parameters: Vec<ParameterFile>,
    /// Concepts of obsolete technology that contradict the clause unless they are forbidden.
    #[serde(default)]
    pub obsolete: Vec<String>,
    /// Wording to paste, by language code.
    pub model_clause: BTreeMap<String, String>,
    /// Codes of the study's factors that the rule answers.
    #[serde(default)]
    pub factors: Vec<String>,
    /// Sentences with the verdict that the rule must give.
    pub examples: Vec<ExampleFile>,
}

fn always() -> String {
    "always".to_owned()
}

/// A pattern with the duty it needs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExpectationFile {
    /// What must be said.
    #[serde(rename = "match")]
    pub pattern: PatternFile,
    /// Form, where it differs from the rule's.
    #[serde(default)]
    pub form: Option<FormName>,
    /// Who must be bound, where it differs from the rule's.
    #[serde(default)]
    pub bearer: Option<BearerName>,
    /// Polarity: most demands are affirmed, some are prohibitions.
    #[serde(default)]
    pub polarity: PolarityName,
    /// Why this alone leaves the clause weak, in words for the report: "no second factor is asked for".
    #[serde(default)]
    pub falls_short: Option<String>,
}

/// A wording that weakens or contradicts.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WordingFile {
    /// What the wording does, in words for the report: "storage is allowed in any country".
    pub wording: String,
    /// What must be said for it to apply.
    #[serde(rename = "match")]
    pub pattern: PatternFile,
    /// Polarity that the passage must have.
    #[serde(default)]
    pub polarity: PolarityName,
    /// Under `contradicted_by`: a general wording that gives way where another passage is fully
    /// what the rule asks for ("shall not disclose to any third party" beside "may disclose to
    /// advisers").
    #[serde(default)]
    pub unless_met: bool,
}

/// A number that the clause must state.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ParameterFile {
    /// Name for the report: "time to notify".
    pub name: String,
    /// Largest accepted value with its unit: "24 hours".
    #[serde(default)]
    pub at_most: Option<String>,
    /// Smallest accepted value with its unit: "99.5 %".
    #[serde(default)]
    pub at_least: Option<String>,
    /// Whether the clause is weak without a number.
    #[serde(default)]
    pub required: bool,
    /// Concepts near which the number must stand.
    #[serde(default)]
    pub near: Vec<String>,
    /// Where the threshold comes from; `practice` marks a recommendation.
    pub source: String,
}

/// A sentence with the verdict that the rule must give.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExampleFile {
    /// Verdict: met, weak, contradicted or missing.
    pub verdict: ExampleVerdict,
    /// The text, as it would stand in a document. Line breaks separate paragraphs.
    pub text: String,
    /// Code of its language, for sentences too short to tell: Danish from Norwegian.
    #[serde(default)]
    pub lang: Option<String>,
    /// Why the verdict is what it is, for people.
    #[serde(default)]
    pub why: String,
}

/// A law, standard or study.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceFile {
    /// Instrument with article or section.
    #[serde(rename = "ref")]
    pub reference: String,
    /// How far the reference was checked.
    pub basis: BasisName,
}

/// Terms of ideas, by language.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "clausecheck lexicon")]
pub struct LexiconFile {
    /// The concepts of the group.
    pub concepts: Vec<ConceptFile>,
}

/// A language-neutral idea with its terms.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConceptFile {
    /// Id used in patterns.
    pub id: String,
    /// Name for reports; the id with spaces if left out.
    #[serde(default)]
    pub name: Option<String>,
    /// For obsolete technology: what to use instead.
    #[serde(default)]
    pub replace_by: Option<String>,
    /// Terms by language code. `all` stands for every language. In a ruleset of your own, a shipped
    /// concept without name gets these terms beside its own.
    pub terms: BTreeMap<String, Vec<String>>,
}

/// A ruleset: which rules, with which thresholds and severities.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "clausecheck ruleset")]
pub struct RulesetFile {
    /// Name shown in reports.
    pub name: String,
    /// Version shown in reports.
    pub version: String,
    /// One sentence about what it is for.
    pub description: String,
    /// Ruleset that this one builds on: a shipped one by its name, or a file of your own by its path
    /// from the folder of this one, such as `../shared/base.yaml`.
    #[serde(default)]
    pub extends: Option<String>,
    /// Codes of the languages in which its rules can judge. Text in another language is then
    /// reported as not judged. All languages of the lexicon if left out here and in what it extends.
    #[serde(default)]
    pub languages: Option<Vec<String>>,
    /// Ids of the laws and standards that it rests on, as in `reference/standards.yaml`; their
    /// references are shown first.
    #[serde(default)]
    pub standards: Vec<String>,
    /// Ids of the rules to apply; all rules in reach if left out.
    #[serde(default)]
    pub rules: Option<Vec<String>>,
    /// Concepts that make a demand vague wherever they qualify it.
    #[serde(default)]
    pub vague: Vec<String>,
    /// Patterns that make rules applicable, by key.
    #[serde(default)]
    pub applicability: BTreeMap<String, ApplicabilityFile>,
    /// Tables about a pack as a whole; those of the ruleset it extends if left out.
    #[serde(default)]
    pub tables: Option<TablesFile>,
    /// Changes to single rules, by id.
    #[serde(default)]
    pub overrides: BTreeMap<String, OverrideFile>,
}

/// When rules with this key apply.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ApplicabilityFile {
    /// What the pack must be about, in words for the report: "personal data".
    pub about: String,
    /// What must be said somewhere in the pack.
    #[serde(rename = "match")]
    pub pattern: PatternFile,
}

/// Changes to one rule.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OverrideFile {
    /// Another title, where another threshold makes it untrue.
    #[serde(default)]
    pub title: Option<String>,
    /// Another severity.
    #[serde(default)]
    pub severity: Option<SeverityName>,
    /// Other thresholds, by name of the parameter: "12 hours".
    #[serde(default)]
    pub thresholds: BTreeMap<String, String>,
    /// Other wording to paste, by language code.
    #[serde(default)]
    pub model_clause: BTreeMap<String, String>,
}

macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$default:tt])? $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        #[allow(missing_docs, reason = "the names say it")]
        pub enum $name { $($variant),+ }
    };
}

names!(/// How much a gap matters.
    SeverityName { Low, Medium, High, Critical });
names!(/// How far a reference was checked.
    BasisName { LookedUp, Knowledge, Uncertain });
names!(/// Kinds of documents.
    DocumentKindName { Tender, Contract, Sla, Dpa });
names!(/// How much a clause is expected in a kind of document.
    ExpectationLevel { Must, Should, Na });
names!(/// Verdict of an example.
    ExampleVerdict { Met, Weak, Contradicted, Missing });

/// Grammatical form in which a clause binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FormName {
    /// A duty: "shall", "ska", or a present-tense statement about the supplier.
    #[default]
    Obligation,
    /// A right of the customer: "may audit", "har rätt att".
    Right,
    /// A rule, number or title in the indicative: "is limited to".
    Statement,
}

/// Who must be bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BearerName {
    /// The supplier, both parties, or nobody in particular.
    #[default]
    Supplier,
    /// Anybody.
    Any,
}

/// What a passage must do with what it talks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PolarityName {
    /// Ask for it.
    #[default]
    Affirmed,
    /// Forbid it.
    Prohibited,
    /// Say that nobody need do it.
    Denied,
    /// Any of these.
    Any,
}

/// Maturity of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StatusName {
    /// Measured and relied on.
    Stable,
    /// In use, not yet measured enough.
    #[default]
    Experimental,
    /// Kept for its id; no longer applied.
    Deprecated,
}
