//! The children that are alive, and what is done when one dies.

use super::Failure;
use super::child::answers;
use super::frame;
use super::frame::Bounds;
use super::opener::Opened;
use super::opener::open;
use super::process::End;
use super::process::Process;
use super::process::Step;
use super::sandbox::Layer;
use super::wire;
use super::wire::Answer;
use super::wire::Operation;
use super::wire::Said;
use super::wire::WireComment;
use super::wire::WireOptions;
use super::wire::extraction;
use super::wire::member;
use crate::annotate::Refusal;
use crate::extract::Limits;
use crate::extract::Options;
use crate::model::Comment;
use crate::model::Extraction;
use crate::model::Picture;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::Duration;
use thiserror::Error;

/// Documents after which a child is replaced, whatever it has leaked.
const LIFE: u64 = 200;
/// How long a child may take to greet.
const GREETING: Duration = Duration::from_secs(20);
/// Length of the description of a document without its text, for each byte of text and each block
/// that is allowed. More than any reader makes.
const MESSAGE: usize = 1 << 20;

/// Why no child could be started.
#[derive(Debug, Error)]
pub enum StartError {
    /// The system does not start it.
    #[error(
        "the process that opens documents could not be started: {0}\n  help: `--no-isolation` opens them in this process, if you trust every one of them"
    )]
    System(#[from] std::io::Error),
    /// It does not say what a child says.
    #[error(
        "the process that opens documents does not answer; is `{0}` this version of clausecheck?\n  help: `--no-isolation` opens them in this process, if you trust every one of them"
    )]
    NoGreeting(PathBuf),
    /// It lacks what was required.
    #[error(
        "the sandbox is required but incomplete: {0}\n  help: `clausecheck doctor` shows what this system offers"
    )]
    Sandbox(String),
}

/// What children are started from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setup {
    /// The executable of clausecheck.
    pub program: PathBuf,
    /// Refuses a child that lacks a layer of the sandbox.
    pub require_sandbox: bool,
}

/// Children that open documents: as many as there are threads that ask, at most.
pub struct Pool {
    setup: Setup,
    limits: Limits,
    layers: Vec<Layer>,
    idle: Mutex<Vec<Process>>,
}

impl Pool {
    /// Starts the first child, so that what is wrong with all of them is found before any
    /// document is opened.
    ///
    /// # Errors
    /// If no child can be started, or the sandbox is required and incomplete.
    pub fn new(setup: Setup, limits: Limits) -> Result<Self, StartError> {
        let mut pool = Self { setup, limits, layers: Vec::new(), idle: Mutex::default() };
        let (process, layers) = pool.start()?;
        pool.layers = layers;
        pool.release(process);
        Ok(pool)
    }

    /// The layers of the sandbox, as the first child reported them.
    #[must_use]
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// Lets a child try what no reader may do: what was tried, and whether it was denied.
    ///
    /// # Errors
    /// If the child does not survive it.
    pub fn try_sandbox(&self) -> Result<Vec<(String, bool)>, Failure> {
        self.ask(&|| Operation::TrySandbox, &[], || {
            |said, bytes: Vec<u8>| match said {
                Said::Tried(tried) if bytes.is_empty() => Step::Done(Some(tried)),
                _ => Step::Wrong,
            }
        })
    }

    /// Opens a file: its members if it is a container, what it says otherwise.
    pub(super) fn open(
        &self,
        bytes: &[u8],
        name: &str,
        options: &Options,
    ) -> Result<Opened, Failure> {
        let operation =
            || Operation::Open { name: name.to_owned(), options: WireOptions::from(options) };
        self.ask(&operation, bytes, || opened(&self.limits, bytes.len()))
    }

    /// Reads a document, whatever it is.
    pub(super) fn read(
        &self,
        bytes: &[u8],
        name: &str,
        options: &Options,
    ) -> Result<Extraction, Failure> {
        let operation =
            || Operation::Read { name: name.to_owned(), options: WireOptions::from(options) };
        self.ask(&operation, bytes, || {
            |said, bytes| match said {
                Said::Document(wire) => Step::Done(extraction(wire, bytes)),
                Said::Panicked => Step::Done(None),
                _ => Step::Wrong,
            }
        })
    }

    /// Draws a page of a document.
    pub(super) fn picture(
        &self,
        bytes: &[u8],
        name: &str,
        options: &Options,
        page: u32,
    ) -> Result<Option<Picture>, Failure> {
        let operation = || {
            let options = WireOptions::from(options);
            Operation::Picture { name: name.to_owned(), options, page }
        };
        self.ask(&operation, bytes, || {
            |said, bytes: Vec<u8>| match said {
                Said::Picture(wire) => Step::Done(wire::picture(wire, page, bytes).map(Some)),
                Said::NoPicture if bytes.is_empty() => Step::Done(Some(None)),
                Said::Panicked => Step::Done(None),
                _ => Step::Wrong,
            }
        })
    }

    /// Makes a copy of a document with comments in it.
    pub(super) fn annotate(
        &self,
        bytes: &[u8],
        comments: &[Comment],
        largest: u64,
    ) -> Result<Result<Vec<u8>, Refusal>, Failure> {
        let operation = || {
            let comments = comments.iter().map(WireComment::from).collect();
            Operation::Annotate { comments, largest }
        };
        self.ask(&operation, bytes, || {
            |said, bytes: Vec<u8>| match said {
                Said::Annotated => Step::Done(Some(Ok(bytes))),
                Said::Refused(why) if bytes.is_empty() => Step::Done(Some(Err(wire::refusal(why)))),
                Said::Panicked => Step::Done(None),
                _ => Step::Wrong,
            }
        })
    }

    /// Asks a child, and a fresh one if a used one may have been spoilt by what it read before.
    /// `taker` makes what collects the answers; it gives `None` for an answer that is none.
    fn ask<T, F>(
        &self,
        operation: &dyn Fn() -> Operation,
        bytes: &[u8],
        taker: impl Fn() -> F,
    ) -> Result<T, Failure>
    where
        F: FnMut(Said, Vec<u8>) -> Step<Option<T>>,
    {
        let time = Duration::from_secs(self.limits.seconds);
        let mut process = self.take()?;
        loop {
            let used = process.requests() > 0;
            let end = match process.ask(operation(), bytes, bounds(&self.limits), time, taker()) {
                Ok(Some(answer)) => {
                    self.release(process);
                    return Ok(answer);
                }
                // A child that panicked or told nonsense is not used again.
                Ok(None) => return Err(Failure::Crashed),
                Err(end) => end,
            };
            match end {
                End::Crash | End::OutOfMemory if used => process = self.fresh()?,
                End::Crash => return Err(Failure::Crashed),
                End::OutOfMemory => return Err(Failure::Memory(self.limits.memory)),
                End::Late => return Err(Failure::Timeout(self.limits.seconds)),
            }
        }
    }

    fn take(&self) -> Result<Process, Failure> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.map_or_else(|| self.fresh(), Ok)
    }

    fn fresh(&self) -> Result<Process, Failure> {
        self.start().map(|(process, _)| process).map_err(|error| {
            let words = error.to_string();
            Failure::NotStarted(words.lines().next().unwrap_or_default().to_owned())
        })
    }

    fn release(&self, process: Process) {
        if process.requests() < LIFE {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(process);
        }
    }

    fn start(&self) -> Result<(Process, Vec<Layer>), StartError> {
        let mut process = Process::start(&self.setup.program, self.limits.memory)?;
        let greeting = process.greeting(Bounds { message: MESSAGE, bytes: 0 }, GREETING);
        match greeting {
            Ok(Said::Hello { version, layers }) if version == env!("CARGO_PKG_VERSION") => {
                let missing: Vec<String> = layers
                    .iter()
                    .filter_map(|layer| {
                        let why = layer.missing.as_ref()?;
                        Some(format!("{}: {why}", layer.name))
                    })
                    .collect();
                if self.setup.require_sandbox && !missing.is_empty() {
                    return Err(StartError::Sandbox(missing.join("; ")));
                }
                Ok((process, layers))
            }
            _ => Err(StartError::NoGreeting(self.setup.program.clone())),
        }
    }
}

/// What a child may say at most.
fn bounds(limits: &Limits) -> Bounds {
    let most = |bytes: u64| usize::try_from(bytes).unwrap_or(usize::MAX);
    let text = limits.text_bytes;
    // Numbers of blocks and words, and what labels and addresses may add to the text.
    let numbers = limits.blocks.saturating_mul(48) + limits.words.saturating_mul(32);
    let message = MESSAGE + numbers.saturating_add(text);
    let bytes = most(limits.entry_bytes).max(limits.bytes).max(text);
    Bounds { message, bytes }
}

/// Collects what a child says of a file of that many bytes, until all is said.
fn opened(limits: &Limits, length: usize) -> impl FnMut(Said, Vec<u8>) -> Step<Option<Opened>> {
    let mut members = Vec::new();
    let mut left = limits.total_bytes.saturating_add(length as u64);
    move |said, bytes| match said {
        Said::Document(wire) if members.is_empty() => {
            Step::Done(extraction(wire, bytes).map(Opened::Document))
        }
        Said::Member { path, content } => {
            let length = bytes.len() as u64;
            match member(path, content, bytes) {
                Some(member) if length <= left => {
                    left -= length;
                    members.push(member);
                    Step::More
                }
                _ => Step::Wrong,
            }
        }
        Said::NoMoreMembers if bytes.is_empty() => {
            Step::Done(Some(Opened::Members(std::mem::take(&mut members))))
        }
        Said::Panicked => Step::Done(None),
        _ => Step::Wrong,
    }
}

/// What a parent makes of `wire`, the bytes that a child says after its greeting when it is asked
/// to open a first file of `length` bytes; `None` if it refuses them. For those who try what a
/// child that was taken over could say.
#[must_use]
pub fn hear(mut wire: &[u8], length: usize, limits: &Limits) -> Option<Opened> {
    let mut take = opened(limits, length);
    loop {
        let (answer, bytes) = frame::read::<Answer>(&mut wire, bounds(limits)).ok()?;
        match take(answer.said, bytes) {
            _ if answer.number != 1 => return None,
            Step::More => {}
            Step::Done(opened) => return opened,
            Step::Wrong => return None,
        }
    }
}

/// What a child says when it is asked to open a first file.
///
/// # Errors
/// If it is too much for a frame.
pub fn say(bytes: &[u8], name: &str, options: &Options) -> std::io::Result<Vec<u8>> {
    let mut wire = Vec::new();
    for (said, bytes) in answers(open(bytes, name, options, |_| None)) {
        let answer = Answer { number: 1, said };
        frame::write(&mut wire, &answer, &bytes).map_err(std::io::Error::other)?;
    }
    Ok(wire)
}
