//! One run of another program: bytes in, text out, stopped when its time is over.

use super::OcrError;
use std::io;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::process::Child;
use std::process::Command;
use std::process::ExitStatus;
use std::process::Stdio;
use std::thread;
use std::time::Duration;
use std::time::Instant;

/// How often a running program is looked at.
const STEP: Duration = Duration::from_millis(5);
/// Most bytes taken from its output.
const OUTPUT: u64 = 64 << 20;
/// Most characters of its complaint that are repeated.
const COMPLAINT: usize = 200;

/// What a program said.
pub(super) struct Output {
    pub(super) stdout: String,
    pub(super) stderr: String,
}

/// Runs `program` with `arguments`, feeding it `input`.
pub(super) fn run(
    program: &Path,
    arguments: &[&str],
    input: &[u8],
    time: Duration,
) -> Result<Output, OcrError> {
    let mut child = Command::new(program)
        .args(arguments)
        // One thread for each page: pages are recognised side by side.
        .env("OMP_THREAD_LIMIT", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (status, stdout, stderr) = thread::scope(|scope| {
        let stdout = scope.spawn(|| drain(stdout));
        let stderr = scope.spawn(|| drain(stderr));
        scope.spawn(move || {
            // A program that ends early closes its input; its status tells.
            stdin.map(|mut stdin| stdin.write_all(input))
        });
        let status = wait(&mut child, time);
        (status, stdout.join().unwrap_or_default(), stderr.join().unwrap_or_default())
    });
    match status? {
        None => Err(OcrError::TooSlow),
        Some(status) if !status.success() => {
            let complaint: String = stderr.trim().chars().take(COMPLAINT).collect();
            Err(OcrError::Failed(complaint))
        }
        Some(_) => Ok(Output { stdout, stderr }),
    }
}

fn drain(pipe: Option<impl Read>) -> String {
    let mut bytes = Vec::new();
    if let Some(pipe) = pipe {
        // What came before an error is still worth reading.
        let _ = pipe.take(OUTPUT).read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Waits for the end, and makes it where it does not come in `time`.
fn wait(child: &mut Child, time: Duration) -> io::Result<Option<ExitStatus>> {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if begun.elapsed() > time {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(STEP);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::super::OcrError;
    use super::run;
    use std::path::Path;
    use std::time::Duration;

    const SOON: Duration = Duration::from_secs(20);

    #[test]
    fn input_goes_in_and_output_comes_out() {
        let input = vec![b'x'; 300_000];
        let output = run(Path::new("cat"), &[], &input, SOON);
        assert_eq!(output.map(|output| output.stdout.len()).ok(), Some(300_000));
    }

    #[test]
    fn a_program_that_hangs_is_stopped() {
        let output = run(Path::new("sleep"), &["60"], &[], Duration::from_millis(50));
        assert!(matches!(output, Err(OcrError::TooSlow)));
    }

    #[test]
    fn failures_are_told_apart() {
        let missing = run(Path::new("/nonexistent/program"), &[], &[], SOON);
        assert!(matches!(missing, Err(OcrError::NotRun(_))));
        let failed = run(Path::new("sh"), &["-c", "echo no >&2; exit 3"], &[], SOON);
        assert!(matches!(failed, Err(OcrError::Failed(complaint)) if complaint == "no"));
    }
}
