//! The child: locks itself in, greets, and opens one document after the other.
//!
//! The main thread does nothing but wait for requests, so that the process ends when the parent
//! does, even in the middle of a document. Documents are read by a second thread with a large
//! stack, which is started before the sandbox forbids to start any.

use super::LeaveOut;
use super::frame;
use super::frame::Bounds;
use super::frame::FrameError;
use super::opener::Opened;
use super::opener::open;
use super::sandbox;
use super::wire;
use super::wire::Answer;
use super::wire::Operation;
use super::wire::Request;
use super::wire::Said;
use super::wire::pack_extraction;
use super::wire::pack_member;
use crate::annotate::annotate;
use crate::extract::extract;
use crate::extract::picture;
use crate::model::Comment;
use std::io;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::sync_channel;
use std::thread;

/// Readers of deeply nested documents need more stack than usual.
const STACK: usize = 64 << 20;
/// The parent is trusted; this only keeps nonsense out.
const REQUESTS: Bounds = Bounds { message: 1 << 30, bytes: 4 << 30 };

/// A document to be opened.
type Job = (Request, Vec<u8>);

/// Serves the parent until it closes the pipe. `memory` is what one document may take, in bytes.
///
/// # Errors
/// If the pipes fail or a thread cannot be started.
pub fn serve(memory: u64, leave_out: LeaveOut) -> io::Result<()> {
    let mut layers = sandbox::before_threads(memory);
    let (jobs, waiting) = sync_channel::<Job>(0);
    thread::Builder::new().stack_size(STACK).spawn(move || work(&waiting, memory, leave_out))?;
    layers.extend(sandbox::with_threads());
    let version = env!("CARGO_PKG_VERSION").to_owned();
    say(0, Said::Hello { version, layers }, &[]).map_err(io::Error::other)?;
    let mut input = io::stdin().lock();
    loop {
        let job = match frame::read(&mut input, REQUESTS) {
            Ok(job) => job,
            Err(FrameError::Closed) => return Ok(()),
            Err(error) => return Err(io::Error::other(error)),
        };
        if jobs.send(job).is_err() {
            return Ok(());
        }
    }
}

/// Does one job after the other, until there are none or nobody listens.
fn work(jobs: &Receiver<Job>, memory: u64, leave_out: LeaveOut) {
    while let Ok((request, bytes)) = jobs.recv() {
        let number = request.number;
        let answers = catch_unwind(AssertUnwindSafe(|| {
            perform(request.operation, &bytes, memory, leave_out)
        }));
        let answers = answers.unwrap_or_else(|_| vec![(Said::Panicked, Vec::new())]);
        drop(bytes);
        for (said, bytes) in answers {
            if say(number, said, &bytes).is_err() {
                return;
            }
        }
    }
}

/// What is answered to a request, with the bytes that go with each answer.
fn perform(
    operation: Operation,
    bytes: &[u8],
    memory: u64,
    leave_out: LeaveOut,
) -> Vec<(Said, Vec<u8>)> {
    match operation {
        Operation::Open { name, options } => {
            answers(open(bytes, &name, &options.into(), leave_out))
        }
        Operation::Read { name, options } => {
            vec![pack_extraction(extract(bytes, &name, &options.into()))]
        }
        Operation::Picture { name, options, page } => {
            vec![wire::pack_picture(picture(bytes, &name, &options.into(), page))]
        }
        Operation::Annotate { comments, largest } => {
            let comments: Vec<Comment> = comments.into_iter().map(Comment::from).collect();
            vec![wire::pack_copy(annotate(bytes, &comments, largest))]
        }
        Operation::TrySandbox => vec![(Said::Tried(sandbox::try_everything(memory)), Vec::new())],
    }
}

/// What is said of a file that was opened.
pub(super) fn answers(opened: Opened) -> Vec<(Said, Vec<u8>)> {
    match opened {
        Opened::Document(extraction) => vec![pack_extraction(extraction)],
        Opened::Members(members) => members
            .into_iter()
            .map(pack_member)
            .chain([(Said::NoMoreMembers, Vec::new())])
            .collect(),
    }
}

fn say(number: u64, said: Said, bytes: &[u8]) -> Result<(), FrameError> {
    frame::write(&mut io::stdout().lock(), &Answer { number, said }, bytes)
}
