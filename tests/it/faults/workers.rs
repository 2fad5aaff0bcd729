//! The process that opens documents, when it dies, lies or is locked in (fault cases 5, 45, 46, 52).

use super::check;
use super::end_of;
use super::said_of_good;
use super::settings;
use super::write_good;
use clausecheck::app;
use clausecheck::app::AppError;
use clausecheck::app::Isolation;
use clausecheck::app::Limits;
use clausecheck::app::Settings;
use clausecheck::input;
use clausecheck::model::Report;
use clausecheck::ruleset;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;
use std::time::Duration;
use std::time::Instant;

const PROGRAM: &str = env!("CARGO_BIN_EXE_clausecheck");

/// What the program says to its parent at the start, as the parent must hear it.
fn greeting(folder: &Path) -> PathBuf {
    let hello = folder.join("hello");
    let output = Command::new(PROGRAM)
        .args(["worker", "--memory", "1000000000"])
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success() && !output.stdout.is_empty());
    fs::write(&hello, output.stdout).unwrap();
    hello
}

/// Settings with a worker that greets and then does what the shell is told.
fn with_worker(folder: &Path, then: &str, limits: Limits) -> Settings {
    let script = folder.join("worker.sh");
    let hello = greeting(folder);
    fs::write(&script, format!("#!/bin/sh\n/bin/cat '{}'\n{then}\n", hello.display())).unwrap();
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
    let isolation = Isolation { program: script, require_sandbox: false };
    Settings { isolation: Some(isolation), jobs: 1, ..settings(limits) }
}

/// How reading one document ends with such a worker.
fn end_with(then: &str, limits: Limits) -> String {
    let folder = tempfile::tempdir().unwrap();
    let settings = with_worker(folder.path(), then, limits);
    let documents = folder.path().join("documents");
    fs::create_dir(&documents).unwrap();
    fs::write(documents.join("a.txt"), "The Supplier shall encrypt.").unwrap();
    let packs = input::collect(&[documents.display().to_string()], true).unwrap();
    let ruleset = ruleset::load("baseline").unwrap();
    match app::check(&packs, &ruleset, &settings, &|_| {}) {
        Err(AppError::NothingReadable(1, report)) => {
            end_of(&report.packs[0].documents[0]).to_owned()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_worker_that_lies_or_dies_is_one_row() {
    let limits = || Limits { seconds: 20, ..Limits::default() };
    let ways = [
        ("dies at once", "exit 0"),
        ("answers with garbage", "echo garbage garbage garbage"),
        (
            "announces four gigabytes",
            r"printf 'ccw1\377\377\377\377\377\377\377\377\377\377\377\377'; sleep 60",
        ),
        ("greets again", "/bin/cat \"${0%worker.sh}hello\"; sleep 60"),
        ("stops within a frame", r"printf 'ccw1\005\000\000\000'; exit 0"),
        ("ends by a signal", "kill -9 $$"),
        ("floods standard error and dies", "/usr/bin/head -c 10000000 /dev/zero >&2; exit 1"),
    ];
    for (what, then) in ways {
        assert_eq!(end_with(then, limits()), "crashed", "{what}");
    }
}

#[test]
fn a_worker_that_says_nothing_is_stopped() {
    let limits = || Limits { seconds: 1, ..Limits::default() };
    let started = Instant::now();
    assert_eq!(end_with("trap '' TERM; exec /bin/sleep 60", limits()), "timeout");
    assert!(started.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_worker_out_of_memory_is_said_to_be() {
    let then = "echo 'memory allocation of 4294967296 bytes failed' >&2; exit 134";
    assert_eq!(end_with(then, Limits::default()), "memory");
}

#[test]
fn a_real_worker_out_of_memory_is_one_row() {
    let folder = tempfile::tempdir().unwrap();
    write_good(folder.path());
    let alone = said_of_good(&check(folder.path(), &settings(Limits::default())));
    // Text that does not fit, although no limit of its format is reached.
    fs::write(folder.path().join("large.md"), "a *b* c\n\n".repeat(7_000_000)).unwrap();
    let limits = Limits { memory: 32 << 20, ..Limits::default() };
    let report = check(folder.path(), &settings(limits));
    assert_eq!(said_of_good(&report), alone);
    assert_eq!(end_of_named(&report, "large.md"), "memory");
}

fn end_of_named(report: &Report, name: &str) -> &'static str {
    let pack = report.packs.iter().find(|pack| pack.name.ends_with(name)).unwrap();
    end_of(&pack.documents[0])
}

#[test]
fn a_document_is_not_blamed_for_a_worker_that_an_earlier_one_spoilt() {
    let folder = tempfile::tempdir().unwrap();
    let documents = folder.path().join("documents");
    fs::create_dir(&documents).unwrap();
    for name in ["a.txt", "b.txt"] {
        let text = "The Supplier shall encrypt all data. ".repeat(300);
        fs::write(documents.join(name), text).unwrap();
    }
    // The first process dies in the middle of the second document; the next one does not.
    let script = folder.path().join("worker.sh");
    let mark = folder.path().join("mark");
    let lines = format!(
        "#!/bin/sh\nif [ -e '{0}' ]; then exec '{PROGRAM}' \"$@\"; fi\n: > '{0}'\n\
         /bin/dd bs=1 count=16000 2>/dev/null | '{PROGRAM}' \"$@\"\n",
        mark.display()
    );
    fs::write(&script, lines).unwrap();
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
    let good = settings(Limits::default());
    let isolation = Isolation { program: script, require_sandbox: false };
    let spoilt = Settings { isolation: Some(isolation), jobs: 1, ..good.clone() };
    let report = check(&documents, &spoilt);
    assert!(mark.exists());
    assert_eq!(end_of_named(&report, "b.txt"), "read");
    assert_eq!(format!("{report:?}"), format!("{:?}", check(&documents, &good)));
}

#[test]
fn what_is_no_worker_is_an_error_before_any_document_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    write_good(folder.path());
    for program in ["/bin/true", "/nowhere/clausecheck"] {
        let isolation = Isolation { program: program.into(), require_sandbox: false };
        let settings = Settings { isolation: Some(isolation), ..Settings::default() };
        let packs = input::collect(&[folder.path().display().to_string()], true).unwrap();
        let ruleset = ruleset::load("baseline").unwrap();
        let error = app::check(&packs, &ruleset, &settings, &|_| {}).unwrap_err();
        assert!(matches!(error, AppError::Isolation(_)), "{program}: {error}");
        assert!(error.to_string().contains("--no-isolation"), "{error}");
    }
}

#[test]
fn a_required_sandbox_that_is_incomplete_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let mut settings = with_worker(folder.path(), "exit 0", Limits::default());
    let hello = fs::read(folder.path().join("hello")).unwrap();
    // The last layer is present, which is the last byte of the greeting; say why it is missing.
    let (last, head) = hello.split_last().unwrap();
    assert_eq!(*last, 0, "the last layer holds on this machine");
    let mut without = [head, &[1, 3], b"old"].concat();
    let length = u32::try_from(without.len() - 16).unwrap();
    without[4..8].copy_from_slice(&length.to_le_bytes());
    fs::write(folder.path().join("hello"), without).unwrap();
    let isolation = settings.isolation.as_mut().unwrap();
    assert!(app::try_protection(isolation, &Limits::default()).is_ok());
    isolation.require_sandbox = true;
    let error = app::try_protection(isolation, &Limits::default()).unwrap_err();
    assert!(error.to_string().contains("old"), "{error}");
}

#[test]
fn the_sandbox_denies_files_network_programs_and_memory() {
    let isolation = Isolation { program: PROGRAM.into(), require_sandbox: false };
    let protection = app::try_protection(&isolation, &Limits::default()).unwrap();
    let tried = protection.tried.unwrap();
    assert_eq!(tried.len(), 7);
    let held = |name: &str| {
        protection.layers.iter().any(|layer| layer.name.contains(name) && layer.missing.is_none())
    };
    // Any of two layers is enough for most; a kernel without both is reported, not hidden.
    if held("seccomp") {
        assert!(tried.iter().all(|(_, denied)| *denied), "{tried:?}");
    } else {
        assert!(protection.layers.iter().any(|layer| layer.missing.is_some()));
    }
}

#[test]
fn a_worker_that_is_killed_while_reading_is_one_row() {
    let folder = tempfile::tempdir().unwrap();
    write_good(folder.path());
    let slow = super::office::slow();
    fs::write(folder.path().join("slow.docx"), slow).unwrap();
    let mut run = Command::new(PROGRAM)
        .env("CLAUSECHECK_NO_CACHE", "true")
        .args(["check", "--each", "--jobs", "1", "--format", "json", "--fail-on", "never"])
        .arg(folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    // The slow document comes last, after a worker has been busy with nothing else for a while.
    let patience = Instant::now() + Duration::from_secs(60);
    let worker = loop {
        assert!(Instant::now() < patience && run.try_wait().unwrap().is_none(), "nothing to kill");
        if let Some(worker) = busy_child(run.id()) {
            break worker;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    assert!(Command::new("kill").args(["-9", &worker.to_string()]).status().unwrap().success());
    let output = run.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("slow.docx"), "{text}");
    for good in super::GOOD {
        assert!(text.contains(good), "{good}");
    }
}

#[test]
fn a_run_that_is_told_to_stop_leaves_no_process_and_no_file() {
    for signal in ["-TERM", "-INT", "-KILL"] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("slow.docx"), super::office::slow()).unwrap();
        let mut run = Command::new(PROGRAM)
            .env("CLAUSECHECK_NO_CACHE", "true")
            .args(["check", "slow.docx", "--format", "json", "-o", "report.json"])
            .current_dir(folder.path())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let patience = Instant::now() + Duration::from_secs(60);
        let worker = loop {
            assert!(Instant::now() < patience && run.try_wait().unwrap().is_none(), "too fast");
            if let Some(worker) = busy_child(run.id()) {
                break worker;
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        let run_id = run.id().to_string();
        assert!(Command::new("kill").args([signal, &run_id]).status().unwrap().success());
        assert!(!run.wait().unwrap().success());
        // The process that reads ends with its parent, in the middle of a document.
        while is_alive(worker) {
            assert!(Instant::now() < patience, "the reader goes on after {signal}");
            std::thread::sleep(Duration::from_millis(5));
        }
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 1, "something was left after {signal}");
    }
}

/// Whether a process runs and is no mere remainder.
fn is_alive(id: u32) -> bool {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    stat.rsplit_once(") ").is_some_and(|(_, rest)| !rest.starts_with(['Z', 'X']))
}

/// The child of a process that has used some time of the processor, by what the system tells.
fn busy_child(parent: u32) -> Option<u32> {
    fs::read_dir("/proc").unwrap().flatten().find_map(|entry| {
        let id: u32 = entry.file_name().to_str()?.parse().ok()?;
        let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let ticks: u64 = fields.get(11)?.parse().ok()?;
        (fields.get(1)? == &parent.to_string() && ticks >= 10).then_some(id)
    })
}
