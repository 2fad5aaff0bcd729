//! One child as its parent sees it: two pipes, a clock that ends it, and what it said at its end.

use super::frame;
use super::frame::Bounds;
use super::frame::FrameError;
use super::wire::Answer;
use super::wire::Operation;
use super::wire::Request;
use super::wire::Said;
use std::collections::VecDeque;
use std::io;
use std::io::Read;
use std::path::Path;
use std::process::Child;
use std::process::ChildStderr;
use std::process::ChildStdin;
use std::process::ChildStdout;
use std::process::Command;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;
use std::time::Instant;

/// How much of what a child says on standard error is kept, from the end.
const LAST_WORDS: usize = 4096;
/// How long the last words of a dead child are waited for.
const PATIENCE: Duration = Duration::from_secs(1);

/// How a child ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// The clock ran out.
    Late,
    /// It asked for more memory than it may have.
    OutOfMemory,
    /// Anything else, wrong answers included.
    Crash,
}

/// A running child.
pub(super) struct Process {
    child: Arc<Mutex<Child>>,
    input: ChildStdin,
    output: ChildStdout,
    last_words: Receiver<Vec<u8>>,
    clock: Clock,
    requests: u64,
}

impl Process {
    /// Starts `program worker`, without environment and away from the user's folders.
    pub(super) fn start(program: &Path, memory: u64) -> io::Result<Self> {
        let mut child = Command::new(program)
            .args(["worker", "--memory", &memory.to_string()])
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let missing = || io::Error::other("a pipe is missing");
        let input = child.stdin.take().ok_or_else(missing)?;
        let output = child.stdout.take().ok_or_else(missing)?;
        let errors = child.stderr.take().ok_or_else(missing)?;
        let last_words = drain(errors)?;
        let child = Arc::new(Mutex::new(child));
        let clock = Clock::new(Arc::clone(&child))?;
        Ok(Self { child, input, output, last_words, clock, requests: 0 })
    }

    /// How many documents it was given.
    pub(super) fn requests(&self) -> u64 {
        self.requests
    }

    /// What it says before it is asked anything.
    pub(super) fn greeting(&mut self, bounds: Bounds, time: Duration) -> Result<Said, End> {
        self.clock.start(time);
        let said = self.hear(bounds);
        let late = self.clock.stop();
        match said {
            Ok((said, bytes)) if bytes.is_empty() => Ok(said),
            _ => Err(self.end(late)),
        }
    }

    /// Sends a document and hands on each answer until `take` has what it wants. After an error
    /// the child is dead.
    pub(super) fn ask<T>(
        &mut self,
        operation: Operation,
        bytes: &[u8],
        bounds: Bounds,
        time: Duration,
        take: impl FnMut(Said, Vec<u8>) -> Step<T>,
    ) -> Result<T, End> {
        self.requests += 1;
        self.clock.start(time);
        let answer = self.exchange(operation, bytes, bounds, take);
        let late = self.clock.stop();
        match answer {
            Ok(Some(answer)) if !late => Ok(answer),
            _ => Err(self.end(late)),
        }
    }

    fn exchange<T>(
        &mut self,
        operation: Operation,
        bytes: &[u8],
        bounds: Bounds,
        mut take: impl FnMut(Said, Vec<u8>) -> Step<T>,
    ) -> Result<Option<T>, FrameError> {
        let request = Request { number: self.requests, operation };
        frame::write(&mut self.input, &request, bytes)?;
        loop {
            let (said, bytes) = self.hear(bounds)?;
            match take(said, bytes) {
                Step::More => {}
                Step::Done(answer) => return Ok(Some(answer)),
                Step::Wrong => return Ok(None),
            }
        }
    }

    /// The next answer, if it belongs to the request that was made last.
    fn hear(&mut self, bounds: Bounds) -> Result<(Said, Vec<u8>), FrameError> {
        let (answer, bytes) = frame::read::<Answer>(&mut self.output, bounds)?;
        if answer.number == self.requests {
            Ok((answer.said, bytes))
        } else {
            Err(FrameError::Garbage)
        }
    }

    /// Ends the child and tells how it ended.
    fn end(&mut self, late: bool) -> End {
        kill(&self.child);
        if late {
            return End::Late;
        }
        let words = self.last_words.recv_timeout(PATIENCE).unwrap_or_default();
        let words = String::from_utf8_lossy(&words);
        let out_of_memory = words.contains("memory allocation of");
        if out_of_memory { End::OutOfMemory } else { End::Crash }
    }
}

/// An idle child has nothing to lose.
impl Drop for Process {
    fn drop(&mut self) {
        kill(&self.child);
    }
}

/// What to do after an answer.
pub(super) enum Step<T> {
    /// Wait for the next one.
    More,
    /// All is said.
    Done(T),
    /// This was no answer to the request.
    Wrong,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ends a child, and leaves no zombie. One that is dead already stays so.
fn kill(child: &Mutex<Child>) {
    let mut child = lock(child);
    let _ = child.kill();
    let _ = child.wait();
}

/// Reads away what a child says on standard error, so that it cannot block, and keeps the end.
fn drain(mut errors: ChildStderr) -> io::Result<Receiver<Vec<u8>>> {
    let (sender, receiver) = channel();
    thread::Builder::new().name("worker's errors".to_owned()).spawn(move || {
        let mut kept = VecDeque::new();
        let mut buffer = [0; LAST_WORDS];
        while let Ok(length @ 1..) = errors.read(&mut buffer) {
            kept.extend(&buffer[..length]);
            kept.drain(..kept.len().saturating_sub(LAST_WORDS));
        }
        // Nobody asks if the child was dropped.
        let _ = sender.send(kept.into());
    })?;
    Ok(receiver)
}

/// Ends a child that takes too long, wherever its parent waits for it.
struct Clock {
    state: Arc<(Mutex<ClockState>, Condvar)>,
}

#[derive(Default)]
struct ClockState {
    deadline: Option<Instant>,
    rang: bool,
    over: bool,
}

impl Clock {
    fn new(child: Arc<Mutex<Child>>) -> io::Result<Self> {
        let state = Arc::new((Mutex::new(ClockState::default()), Condvar::new()));
        let shared = Arc::clone(&state);
        thread::Builder::new()
            .name("worker's clock".to_owned())
            .spawn(move || Self::watch(&shared.0, &shared.1, &child))?;
        Ok(Self { state })
    }

    fn watch(state: &Mutex<ClockState>, changed: &Condvar, child: &Mutex<Child>) {
        let mut now = lock(state);
        while !now.over {
            let left =
                now.deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
            now = match left {
                None => changed.wait(now).unwrap_or_else(PoisonError::into_inner),
                Some(Duration::ZERO) => {
                    now.deadline = None;
                    now.rang = true;
                    kill(child);
                    now
                }
                Some(left) => {
                    changed.wait_timeout(now, left).unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
    }

    fn start(&self, time: Duration) {
        let mut state = lock(&self.state.0);
        state.deadline = Instant::now().checked_add(time);
        state.rang = false;
        self.state.1.notify_one();
    }

    /// Whether it rang.
    fn stop(&self) -> bool {
        let mut state = lock(&self.state.0);
        state.deadline = None;
        state.rang
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        lock(&self.state.0).over = true;
        self.state.1.notify_one();
    }
}
