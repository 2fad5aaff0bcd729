//! Where output goes: standard output, or a file that is whole or not there.

use super::Failure;
use std::fs;
use std::io;
use std::io::IsTerminal;
use std::io::Write;
use std::path::Path;

/// Width of a line where the terminal does not say.
const WIDTH: usize = 100;

/// Writes what `write` makes to a file or to standard output. A file is written beside its place
/// and renamed, so that a run that ends early leaves the old one.
pub(super) fn deliver(
    path: Option<&Path>,
    write: impl Fn(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    match path {
        None => {
            let mut out = anstream::AutoStream::auto(io::stdout()).lock();
            write(&mut out)?;
            out.flush()?;
        }
        Some(path) => {
            let mut plain = anstream::StripStream::new(Vec::new());
            write(&mut plain)?;
            replace(path, &plain.into_inner()).map_err(|error| {
                Failure::new(format!("`{}` could not be written: {error}", path.display()))
            })?;
        }
    }
    Ok(())
}

fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.tmp", std::process::id()));
    let beside = path.with_file_name(name);
    let written = fs::File::create(&beside)
        .and_then(|mut file| file.write_all(content).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // What was written so far is of no use; if it cannot be removed, the first error says why.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Width for wrapped text.
pub(super) fn width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    if io::stdout().is_terminal() { columns.unwrap_or(WIDTH) } else { WIDTH }
}

/// Tells the user something on standard error.
pub(super) fn tell(message: &str) {
    // A closed standard error leaves nobody to tell.
    let _ = writeln!(anstream::stderr().lock(), "{message}");
}
