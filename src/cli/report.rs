//! `clausecheck report`: lays out a stored report in other forms, without reading a document again.

use super::Failure;
use super::args::FailOn;
use super::outputs::OutputArgs;
use crate::report::json::v1;
use crate::review;
use clap::Args as ClapArgs;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

/// Largest stored report that is read, in bytes.
const LARGEST: u64 = 2 << 30;

#[derive(Debug, ClapArgs)]
pub(super) struct ReportArgs {
    /// A report that `check --format json` wrote
    file: PathBuf,
    #[command(flatten)]
    outputs: OutputArgs,
    /// Least severity of gaps that ends with exit code 1
    #[arg(long, value_enum, default_value_t = FailOn::Never)]
    fail_on: FailOn,
}

pub(super) fn run(args: &ReportArgs) -> Result<u8, Failure> {
    let outputs = args.outputs.plan()?;
    let shown = args.file.display();
    let unreadable = |error| Failure::new(format!("`{shown}` could not be read: {error}"));
    let file = File::open(&args.file).map_err(unreadable)?;
    let mut text = String::new();
    file.take(LARGEST).read_to_string(&mut text).map_err(unreadable)?;
    let report = v1::read(&text)
        .map_err(|error| Failure::new(format!("`{shown}` cannot be laid out: {error}")))?;
    outputs.write(&report)?;
    Ok(review::gate(&report, args.fail_on.severity()).exit_code())
}
