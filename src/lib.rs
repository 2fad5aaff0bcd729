//! clausecheck tells, before anyone signs, which cyber-security clauses a tender, contract or SLA
//! demands of the supplier, which are weak, contradicted or missing, and exactly where it says so.
//! It is deterministic, works offline, and shows the passage behind every verdict.
//!
//! # The way of the data
//!
//! ```text
//! input ─► extract ─► structure ─► engine ─► review ─► report
//! paths    bytes→     blocks→      rules ×   gate      one writer
//! packs    blocks     provisions   pack→               per form
//!                       ▲          findings
//!                    language      ▲
//!                               ruleset
//! ```
//!
//! Every arrow points one way; a test reads the imports and fails on one that points back.
//!
//! | Module | Owns | Leaves to others |
//! |---|---|---|
//! | [`model`] | the words as plain data | all decisions |
//! | [`input`] | paths to packs of files | what a file contains |
//! | [`extract`] | bytes of one format to blocks, pages, notes; never an error for bad content | what the text means |
//! | [`ocr`] | text in pictures, by an installed tesseract | which pages are worth it |
//! | [`language`] | language of a block, sentences, numbers, how terms are matched | the terms themselves |
//! | [`structure`] | clause tree, lead-ins, tables, provisions, party names | what a provision demands |
//! | [`ruleset`] | YAML to checked and compiled rules and lexicon | what a pattern means in a text |
//! | [`engine`] | concept hits, duties, evidence, verdicts | formats, wording |
//! | [`config`] | settings, waivers, baseline as text: TOML to values, or all problems | files, and what follows |
//! | [`review`] | what follows from a report: exit status, waivers, baseline, comparison | how it came about |
//! | [`evaluation`] | agreement of findings with what people decided, as figures | how documents are judged |
//! | [`corpus`] | statistics over many packs, and of what people say about them | where they come from, how they are shown |
//! | [`report`] | one file per form of report | every decision |
//! | [`annotate`] | copies of a document with comments in it | where they belong and what they say |
//! | [`worker`] | the guarded process in which documents are opened | what its bytes mean |
//! | [`store`] | the folder of an audit: its journal, and the tables made from it | what they mean |
//! | [`cache`] | what was read before, on disk | what it means |
//! | [`app`] | wiring, threads, failures of readers | all of the above |
//! | [`cli`] | what can be typed | everything else |
//!
//! # Words
//!
//! A *pack* is what is judged together. A *provision* is the unit that is judged: a sentence, a list
//! item with its lead-in, a table row with its column headings. Its *duty* is whom it binds, how
//! strongly, and whether it asks, forbids or denies. A *concept* is an idea with terms per language; a
//! *rule* says which concepts a clause needs, what weakens it, what contradicts it and which numbers
//! it must state. *Evidence* is a passage with a role, and a *finding* is a verdict on a rule for a
//! pack, with its evidence and reasons.
//!
//! # Promises
//!
//! - `missing` and `not-applicable` are said only of a pack that was read completely.
//! - More support never worsens a verdict, more contradiction never improves one ([`engine::judge`]).
//! - The same inputs and rules give the same bytes, whatever the number of threads.
//! - No rule has a line of code; the model is not serialised; nothing below [`app`] touches disk, clock
//!   or environment, except [`input`], [`ocr`], [`worker`], [`cache`], [`store`], the loader of rulesets, and
//!   the clock that bounds a PDF page.
//! - A document can neither end a run nor change what is said of another: it is opened in a process of
//!   its own, with a bound on time and memory, and on Linux without files and network ([`worker`]).
//!
//! # Many packs
//!
//! `check` holds its report in memory, since people read it whole. An audit of thousands of packs does
//! not: what was found in a pack goes to a journal at once ([`store::journal`]), a run that was
//! killed goes on from there, and tables are made from the journal in the order of names, so that
//! their bytes depend neither on threads nor on kills. Statistics ([`corpus`]) see verdicts alone.
//!
//! # Where this differs from the first design
//!
//! Sniffing the format belongs to [`extract`] rather than to [`input`], because whoever opens bytes must
//! know what they are, wherever they came from.
//!
//! The [`cache`] is a folder of files rather than a database, because a database is locked to one process
//! and runs go on side by side.
//!
//! [`annotate`] opens a stranger's document once more, so it is run where documents are read: in the
//! guarded process of [`worker`].
//!
//! Translations of what rules say are found by the English text, not by a key: a rule says itself what it
//! is about, and an English text that changed has no translation until one is written.

pub mod annotate;
pub mod app;
pub mod cache;
pub mod cli;
pub mod config;
pub mod corpus;
pub mod engine;
pub mod evaluation;
pub mod extract;
pub mod input;
pub mod language;
pub mod model;
pub mod ocr;
pub mod report;
pub mod review;
pub mod ruleset;
pub mod store;
pub mod structure;
pub mod worker;
