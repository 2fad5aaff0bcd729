//! What can be typed.

use super::Failure;
use super::cache;
use super::compare::CompareArgs;
use super::config::ConfigArgs;
use super::config::InitArgs;
use super::import::ImportArgs;
use super::outputs::OutputArgs;
use super::policy::PolicyArgs;
use super::report::ReportArgs;
use super::review::ReviewArgs;
use super::rules_policy::DiffArgs;
use super::rules_policy::LockArgs;
use crate::app;
use crate::app::Isolation;
use crate::app::Settings;
use crate::model::DocumentKind;
use crate::model::Language;
use crate::model::Severity;
use clap::Args as ClapArgs;
use clap::Parser;
use clap::Subcommand;
use clap::ValueEnum;
use std::fmt;
use std::path::PathBuf;

/// Tells which cyber-security clauses a tender, contract or SLA demands of the supplier, which
/// are weak, contradicted or missing, and where it says so.
#[derive(Debug, Parser)]
#[command(name = "clausecheck", version, about, propagate_version = true)]
#[command(
    after_help = "Example:\n  clausecheck check tender/\n  clausecheck explain inc-notification\n\n\
    Exit codes: 0 no gap at or above --fail-on; 1 gaps; 2 could not run; 3 some input was not fully read."
)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
    /// Read no settings: no clausecheck.toml, no variables CLAUSECHECK_…
    #[arg(long, global = true)]
    pub(super) isolated: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check tender packs, contracts and SLAs
    Check(CheckArgs),
    /// Compare two versions, a template and a signed copy, a tender and a contract, two offers
    Compare(CompareArgs),
    /// Show what is set in clausecheck.toml and the environment
    Config(ConfigArgs),
    /// Write a clausecheck.toml to begin with, from a look at a folder
    Init(InitArgs),
    /// Lay out a stored report in other forms
    Report(ReportArgs),
    /// Bring back what people decided about gaps
    Review(ReviewArgs),
    /// Explain a rule: what is expected, why, sources, wording to paste; with paths, why it found
    /// there what it found
    Explain(ExplainArgs),
    /// Show the text of a document exactly as the rules see it
    Extract(ExtractArgs),
    /// List, test and check rules
    Rules(RulesArgs),
    /// Compare findings with what people decided about the same documents
    Evaluate(EvaluateArgs),
    /// Audit a corpus for research: tables, shares with intervals, and how it was made
    Audit(Box<super::audit::AuditArgs>),
    /// Draw documents or passages of an audit for people to code
    Sample(super::sample::SampleArgs),
    /// Tell how far coders agree with one another and with what was found
    Agree(super::agree::AgreeArgs),
    /// Write rules and findings of an audit for programs of qualitative analysis (REFI-QDA)
    Export(super::export::ExportArgs),
    /// Make an audit again, and tell whether it comes out the same
    Verify(super::verify::VerifyArgs),
    /// Show what this installation can do and what protects this machine from hostile documents
    Doctor(DoctorArgs),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Open documents for another clausecheck
    #[command(hide = true)]
    Worker {
        /// What one document may take, in bytes
        #[arg(long)]
        memory: u64,
    },
}

#[derive(Debug, ClapArgs)]
pub(super) struct CheckArgs {
    /// Files and folders; each is a pack, a folder of folders is a set of packs. `-` reads a list
    /// of paths from standard input
    #[arg(required_unless_present = "files_from")]
    pub(super) paths: Vec<String>,
    /// File with more paths, one a line; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub(super) files_from: Vec<PathBuf>,
    /// Judge every file as a pack of its own
    #[arg(long)]
    pub(super) each: bool,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) outputs: OutputArgs,
    /// Folder for copies of the Word and PDF documents with the findings as comments
    #[arg(long, value_name = "FOLDER")]
    pub(super) annotate: Option<PathBuf>,
    /// Least severity of gaps that ends with exit code 1
    #[arg(long, value_enum, default_value_t = FailOn::High)]
    pub(super) fail_on: FailOn,
    /// Check again whenever a file changes, until Ctrl-C
    #[arg(long, conflicts_with = "files_from")]
    pub(super) watch: bool,
    #[command(flatten)]
    pub(super) policy: PolicyArgs,
    /// Number of threads [default: one for each processor]
    #[arg(short, long, default_value_t = 0, hide_default_value = true)]
    pub(super) jobs: usize,
    /// Show no progress
    #[arg(long)]
    pub(super) no_progress: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct EvaluateArgs {
    /// Files with one labelled document a line: {"doc": "a.txt", "labels": {"<rule id>":
    /// {"verdict": "met", "quotes": ["…"], "sure": true}}}; rules without a label are missing
    #[arg(required = true, value_name = "GOLD.jsonl")]
    pub(super) gold: Vec<PathBuf>,
    /// Folder that documents are relative to [default: that of the gold file]
    #[arg(long, value_name = "FOLDER")]
    pub(super) documents: Option<PathBuf>,
    /// Count labels that are not sure with the others
    #[arg(long)]
    pub(super) all_labels: bool,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    /// Form of the report
    #[arg(short, long, value_enum, default_value_t = EvaluationFormat::Terminal)]
    pub(super) format: EvaluationFormat,
    /// File to write the report to, instead of standard output
    #[arg(short, long)]
    pub(super) output: Option<PathBuf>,
    /// Number of threads [default: one for each processor]
    #[arg(short, long, default_value_t = 0, hide_default_value = true)]
    pub(super) jobs: usize,
    /// Show no progress
    #[arg(long)]
    pub(super) no_progress: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ReadingArgs {
    /// Ruleset: a shipped name, or the path of a ruleset file or folder
    #[arg(short, long, default_value = "baseline")]
    pub(super) ruleset: String,
    /// Read all text as this language instead of telling by the text
    #[arg(long, value_parser = language)]
    pub(super) lang: Option<Language>,
    /// Password for PDF files that do not open without one
    #[arg(long, value_name = "PASSWORD")]
    pub(super) password: Option<Password>,
    /// State of Word documents with tracked changes that is read
    #[arg(long, value_enum, default_value_t = Changes::Accepted)]
    pub(super) changes: Changes,
    /// When text is recognised in pictures of pages, by an installed tesseract
    #[arg(long, value_enum, default_value_t = Ocr::Auto)]
    pub(super) ocr: Ocr,
    /// What the packs are about, whatever they say: keys under `applicability` in the ruleset, such
    /// as personal-data or operated-service
    #[arg(long, value_name = "KEYS", value_delimiter = ',')]
    pub(super) assume: Vec<String>,
    /// The kinds of documents in each pack [default: as their names and titles tell]
    #[arg(long, value_enum, value_name = "KINDS", value_delimiter = ',')]
    pub(super) kind: Vec<Kind>,
    /// Read every document anew, and remember nothing
    #[arg(long)]
    pub(super) no_cache: bool,
    /// Folder in which the text of documents is remembered [default: that of the system for caches]
    #[arg(long, value_name = "FOLDER")]
    pub(super) cache_dir: Option<PathBuf>,
    #[command(flatten)]
    pub(super) guard: GuardArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    /// Invitation to tender, specification, statement of work
    Tender,
    /// Contract, general terms
    Contract,
    /// Service level agreement
    Sla,
    /// Data processing agreement
    Dpa,
}

impl From<Kind> for DocumentKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Tender => Self::Tender,
            Kind::Contract => Self::Contract,
            Kind::Sla => Self::Sla,
            Kind::Dpa => Self::Dpa,
        }
    }
}

#[derive(Debug, ClapArgs)]
pub(super) struct GuardArgs {
    /// How much work one document may cause: size, pages, time, memory
    #[arg(long, value_enum, default_value_t = Profile::Normal)]
    pub(super) limits: Profile,
    /// Open documents in this process, without bounds on time and memory; only for documents that
    /// you trust
    #[arg(long, conflicts_with = "require_sandbox")]
    no_isolation: bool,
    /// End with exit code 2 if the system lacks any layer of the sandbox around documents
    #[arg(long)]
    require_sandbox: bool,
}

impl GuardArgs {
    /// Opens documents in a guarded process, whatever was asked.
    pub(super) fn guarded(&mut self) {
        self.no_isolation = false;
    }

    /// The process that opens documents, unless they are to be opened in this one.
    pub(super) fn isolation(&self) -> Result<Option<Isolation>, Failure> {
        if self.no_isolation {
            return Ok(None);
        }
        let program = std::env::current_exe().map_err(|error| {
            Failure::new(format!(
                "the path of clausecheck is not known, so documents cannot be opened safely: {error}\n  help: `--no-isolation` opens them in this process, if you trust every one of them"
            ))
        })?;
        Ok(Some(Isolation { program, require_sandbox: self.require_sandbox }))
    }
}

impl ReadingArgs {
    /// What the reader is told.
    pub(super) fn settings(&self) -> Result<Settings, Failure> {
        let changes = match self.changes {
            Changes::Accepted | Changes::Both => app::Changes::Accepted,
            Changes::Original => app::Changes::Original,
        };
        let password = self.password.clone().map(|Password(password)| password);
        let reading = app::Options {
            limits: self.guard.limits.limits(),
            password,
            changes,
            ..app::Options::default()
        };
        let ocr = match self.ocr {
            Ocr::Auto => app::Ocr::Auto,
            Ocr::Never => app::Ocr::Never,
            Ocr::Always => app::Ocr::Always,
        };
        let both_states = self.changes == Changes::Both;
        let isolation = self.guard.isolation()?;
        Ok(Settings {
            language: self.lang,
            reading,
            ocr,
            both_states,
            assumptions: app::Assumptions {
                applies: self.assume.iter().cloned().collect(),
                kinds: (!self.kind.is_empty())
                    .then(|| self.kind.iter().map(|kind| (*kind).into()).collect()),
            },
            isolation,
            cache: if self.no_cache { None } else { cache::open(self.cache_dir.as_deref()) },
            ..Settings::default()
        })
    }
}

/// A password, which is never shown.
#[derive(Clone)]
pub(super) struct Password(String);

impl From<String> for Password {
    fn from(password: String) -> Self {
        Self(password)
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Changes {
    /// With all changes made
    Accepted,
    /// With no change made
    Original,
    /// Both, as two packs in the report
    Both,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Ocr {
    /// On pages whose text is not in the file, if tesseract is installed
    Auto,
    /// On no page
    Never,
    /// On every page of a PDF, whatever text the file says it has
    Always,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Profile {
    /// For documents of strangers and for servers
    Strict,
    /// For tender packs
    Normal,
    /// For huge documents that you trust
    Large,
}

impl Profile {
    /// The bounds.
    pub(super) fn limits(self) -> app::Limits {
        match self {
            Self::Strict => app::Limits::strict(),
            Self::Normal => app::Limits::default(),
            Self::Large => app::Limits::large(),
        }
    }
}

#[derive(Debug, ClapArgs)]
pub(super) struct DoctorArgs {
    /// As for check, which would then remember nothing
    #[arg(long)]
    pub(super) no_cache: bool,
    /// Folder of the cache [default: that of the system for caches]
    #[arg(long, value_name = "FOLDER")]
    pub(super) cache_dir: Option<PathBuf>,
    #[command(flatten)]
    pub(super) guard: GuardArgs,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ExplainArgs {
    /// Id of the rule, as in reports
    pub(super) rule: String,
    /// Files and folders: shows what the rule saw in each pack, and why it found what it found
    pub(super) paths: Vec<String>,
    /// Judge every file as a pack of its own
    #[arg(long)]
    pub(super) each: bool,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ExtractArgs {
    /// The document; of an archive or e-mail, every member
    pub(super) file: PathBuf,
    /// Form of the text; JSON has one line for each document
    #[arg(short, long, value_enum, default_value_t = ExtractFormat::Text)]
    pub(super) format: ExtractFormat,
    /// File to write to, instead of standard output
    #[arg(short, long)]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
}

#[derive(Debug, ClapArgs)]
pub(super) struct RulesArgs {
    #[command(subcommand)]
    pub(super) command: RulesCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum RulesCommand {
    /// List the rules of a ruleset
    List {
        #[command(flatten)]
        ruleset: RulesetArgs,
        /// Show which laws and standards the rules answer, as a matrix
        #[arg(long, value_enum)]
        by: Option<ListBy>,
    },
    /// Judge the examples and model clauses of the rules
    Test {
        #[command(flatten)]
        ruleset: RulesetArgs,
        /// Only rules whose id contains this
        filter: Option<String>,
    },
    /// Point out what rule authors will regret
    Lint(RulesetArgs),
    /// Write a page about each rule
    Docs {
        #[command(flatten)]
        ruleset: RulesetArgs,
        /// Folder to write to
        #[arg(short, long)]
        output: PathBuf,
        /// Form of the pages
        #[arg(short, long, value_enum, default_value_t = DocsFormat::Markdown)]
        format: DocsFormat,
    },
    /// Write a rule to fill in: <FOLDER>/<FAMILY>/<ID>.yaml
    New {
        /// Id of the rule: small letters, digits and hyphens
        id: String,
        /// Family of the rule, such as incident
        #[arg(long)]
        family: String,
        /// The folder `rules` of your ruleset
        #[arg(long, default_value = "rules")]
        folder: PathBuf,
    },
    /// Turn a list of requirements into a ruleset
    Import(ImportArgs),
    /// Write down which rules were agreed on, so that `check --lock` tells if others are applied
    Lock(LockArgs),
    /// Show which verdicts a change of rules moves; exit code 1 if any
    Diff(DiffArgs),
    /// Print the JSON Schema of a kind of file
    Schema {
        /// Kind of file
        #[arg(value_enum, default_value_t = SchemaOf::Rule)]
        of: SchemaOf,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DocsFormat {
    /// For repositories and wikis
    Markdown,
    /// For a browser, without network and scripts
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ListBy {
    /// Law or standard
    Standard,
}

#[derive(Debug, ClapArgs)]
pub(super) struct RulesetArgs {
    /// Ruleset: a shipped name, or the path of a ruleset file or folder
    #[arg(short, long, default_value = "baseline")]
    pub(super) ruleset: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum EvaluationFormat {
    /// For people at a terminal
    Terminal,
    /// For programs: clausecheck/evaluation/v1
    Json,
    /// For a browser: one file, without network and scripts
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExtractFormat {
    /// What is judged, with page, clause, bearer and force of each provision
    Text,
    /// Headings, paragraphs, lists and tables
    Markdown,
    /// For programs: clausecheck/document/v1
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    /// A rule
    Rule,
    /// A group of concepts
    Lexicon,
    /// A ruleset
    Ruleset,
    /// A report in JSON
    Report,
    /// A document in JSON
    Document,
    /// An evaluation in JSON
    Evaluation,
    /// How an audit was made: run.json
    Run,
    /// A comparison in JSON
    Comparison,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Never,
    Low,
    Medium,
    High,
    Critical,
}

impl FailOn {
    pub(super) fn severity(self) -> Option<Severity> {
        match self {
            Self::Never => None,
            Self::Low => Some(Severity::Low),
            Self::Medium => Some(Severity::Medium),
            Self::High => Some(Severity::High),
            Self::Critical => Some(Severity::Critical),
        }
    }
}

pub(super) fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| {
        let codes: Vec<&str> = Language::NAMED.iter().map(|language| language.code()).collect();
        format!("use one of {}", codes.join(", "))
    })
}
