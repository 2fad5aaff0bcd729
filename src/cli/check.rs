//! `clausecheck check`.

use super::Failure;
use super::annotate;
use super::args::CheckArgs;
use super::output;
use crate::app;
use crate::app::AppError;
use crate::app::Settings;
use crate::input;
use crate::ruleset;
use std::fs;
use std::fs::File;
use std::mem::ManuallyDrop;
use std::path::Path;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;
use std::time::SystemTime;

/// How often a folder is looked at for changes.
const LOOK: Duration = Duration::from_millis(700);

/// Name, time of the last change and length of a file.
type Seen = (PathBuf, Option<SystemTime>, u64);

pub(super) fn run(args: &CheckArgs) -> Result<u8, Failure> {
    if !args.watch {
        return check(args);
    }
    loop {
        let seen = look(args);
        // A file that is half written, or gone for a moment, is no reason to end.
        if let Err(Failure::Message(message)) = check(args) {
            output::tell(&message);
        }
        output::tell("watching for changes; Ctrl-C ends");
        while look(args) == seen {
            thread::sleep(LOOK);
        }
    }
}

/// The files of all paths, and of the policy, as they are now. What is written here is no change.
fn look(args: &CheckArgs) -> Vec<Seen> {
    let packs = input::collect(&args.paths, args.each).unwrap_or_default();
    let files = packs.into_iter().flat_map(|pack| pack.files).map(|file| file.path);
    let ruleset = PathBuf::from(&args.reading.ruleset);
    let policy = args.policy.files().map(Path::to_owned);
    files
        .chain(policy)
        .chain([ruleset])
        .filter(|path| !args.outputs.files().iter().any(|own| path.ends_with(own)))
        .map(|path| {
            let known = fs::metadata(&path).ok();
            let time = known.as_ref().and_then(|known| known.modified().ok());
            (path, time, known.map_or(0, |known| known.len()))
        })
        .collect()
}

fn check(args: &CheckArgs) -> Result<u8, Failure> {
    let outputs = args.outputs.plan()?;
    // The process ends with the run, and taking thousands of terms down one by one takes time.
    let ruleset = ruleset::load(&args.reading.ruleset).map_err(Failure::new)?;
    let ruleset = ManuallyDrop::new(ruleset);
    let policy = args.policy.read(&ruleset)?;
    let mut paths = expand(&args.paths)?;
    for list in &args.files_from {
        paths.extend(listed(list)?);
    }
    let packs = input::collect(&paths, args.each).map_err(AppError::Input).map_err(Failure::new)?;
    let settings = Settings {
        jobs: args.jobs,
        keep_text: outputs.needs_text() || args.annotate.is_some(),
        ..args.reading.settings()?
    };
    let documents = packs.iter().map(|pack| pack.files.len() as u64).sum();
    let bar = output::progress_bar(documents, args.no_progress);
    let result = app::check(&packs, &ruleset, &settings, &|_| bar.inc(1));
    bar.finish_and_clear();
    match result {
        Ok(mut report) => {
            policy.apply(&mut report);
            outputs.write(&report)?;
            if let Some(folder) = &args.annotate {
                annotate::write(folder, &packs, &report, &outputs.words(&report), &settings)?;
            }
            policy.write_baseline(&report)?;
            Ok(policy.exit_code(&report, args.fail_on.severity()))
        }
        Err(AppError::NothingReadable(count, mut report)) => {
            policy.apply(&mut report);
            outputs.write(&report)?;
            output::tell(&format!(
                "clausecheck: none of the {count} files could be read, so nothing was checked; the report says why for each"
            ));
            Ok(policy.exit_code(&report, args.fail_on.severity()))
        }
        Err(error) => Err(Failure::new(error)),
    }
}

/// Replaces `-` by the list on standard input.
fn expand(paths: &[String]) -> Result<Vec<String>, Failure> {
    let mut expanded = Vec::new();
    for path in paths {
        if path == "-" {
            let listed = input::paths_from(std::io::stdin()).map_err(|error| {
                Failure::new(format!("the list on standard input could not be read: {error}"))
            })?;
            expanded.extend(listed);
        } else {
            expanded.push(path.clone());
        }
    }
    Ok(expanded)
}

/// The paths in a list.
fn listed(list: &Path) -> Result<Vec<String>, Failure> {
    let shown = list.display();
    let read = if list == Path::new("-") {
        input::paths_from(std::io::stdin())
    } else {
        File::open(list).and_then(input::paths_from)
    };
    let paths = read
        .map_err(|error| Failure::new(format!("the list `{shown}` could not be read: {error}")))?;
    if paths.is_empty() {
        let help = "write one path a line";
        return Err(Failure::new(format!("the list `{shown}` names no path\n  help: {help}")));
    }
    Ok(paths)
}
