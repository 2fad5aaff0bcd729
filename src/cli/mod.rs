//! The command line: one file per subcommand, data on standard output, talk on standard error.

mod agree;
mod annotate;
mod args;
mod audit;
mod cache;
mod check;
mod compare;
mod config;
mod doctor;
mod evaluate;
mod explain;
mod export;
mod extract;
mod import;
mod output;
mod outputs;
mod policy;
mod report;
mod review;
mod rule_files;
mod rules;
mod rules_policy;
mod sample;
mod settings;
mod verify;
mod workbook;

use crate::app;
use crate::report::words::display_safe_lines;
use args::Command;
use clap::CommandFactory;
use clap::FromArgMatches;
use settings::Settings;
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// Exit status when nothing could be checked: wrong usage, broken ruleset, no readable input.
const COULD_NOT_RUN: u8 = 2;

/// Parses the command line and runs it.
#[must_use]
pub fn run() -> ExitCode {
    quiet_panics();
    let words: Vec<OsString> = std::env::args_os().collect();
    match settings::find(settings::isolated(&words)) {
        Ok(settings) => {
            let command = settings::apply(args::Args::command(), &settings.settings);
            let matches = command.get_matches_from(words);
            let args = args::Args::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
            end(dispatch(&args, &settings))
        }
        Err(failure) => {
            // Help, and what is wrong with the words themselves, does not wait for settings.
            args::Args::command().get_matches_from(words);
            end(Err(failure))
        }
    }
}

fn dispatch(args: &args::Args, settings: &Settings) -> Result<u8, Failure> {
    match &args.command {
        Command::Check(check) => check::run(check),
        Command::Compare(compare) => compare::run(compare),
        Command::Config(config) => config::run(config, settings),
        Command::Report(report) => report::run(report),
        Command::Review(review) => review::run(review),
        Command::Explain(explain) => explain::run(explain),
        Command::Extract(extract) => extract::run(extract),
        Command::Rules(rules) => rules::run(rules),
        Command::Evaluate(evaluate) => evaluate::run(evaluate),
        Command::Audit(audit) => audit::run(audit),
        Command::Sample(sample) => sample::run(sample),
        Command::Agree(agree) => agree::run(agree),
        Command::Export(export) => export::run(export),
        Command::Verify(verify) => verify::run(verify),
        Command::Init(init) => config::init(init),
        Command::Doctor(doctor) => doctor::run(doctor),
        Command::Worker { memory } => work(*memory),
        Command::Completions { shell } => completions(*shell),
    }
}

/// Tells what went wrong, if something did, and how the process ends.
fn end(result: Result<u8, Failure>) -> ExitCode {
    match result {
        Ok(code) => ExitCode::from(code),
        Err(Failure::BrokenPipe) => ExitCode::SUCCESS,
        Err(Failure::Message(message)) => {
            let mut err = anstream::stderr().lock();
            // A closed standard error leaves nobody to tell.
            let _ = writeln!(err, "{message}");
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}

/// Why a command ended without a result.
enum Failure {
    /// The reader of our output went away; nothing is wrong.
    BrokenPipe,
    /// What to tell the user.
    Message(String),
}

impl Failure {
    /// The message may hold what the user or a file named, so it is made safe to show.
    fn new(message: impl std::fmt::Display) -> Self {
        Self::Message(display_safe_lines(&format!("clausecheck: {message}")))
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            Self::BrokenPipe
        } else {
            Self::new(format!("the output could not be written: {error}"))
        }
    }
}

/// Opens documents for another clausecheck, which knows what to make of it if this fails.
fn work(memory: u64) -> Result<u8, Failure> {
    app::open_for_parent(memory)?;
    Ok(0)
}

fn completions(shell: clap_complete::Shell) -> Result<u8, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut args::Args::command(), "clausecheck", &mut script);
    std::io::stdout().lock().write_all(&script)?;
    Ok(0)
}

/// A reader that panics on a damaged document is caught and becomes a note; the message of the
/// panic would only confuse. `CLAUSECHECK_PANICS=1` shows it to developers.
fn quiet_panics() {
    if std::env::var_os("CLAUSECHECK_PANICS").is_none() {
        std::panic::set_hook(Box::new(|_| {}));
    }
}
