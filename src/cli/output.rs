//! Where output goes: standard output, or a file that is whole or not there; and how far a run is.

use super::Failure;
use crate::report::words::display_safe;
use indicatif::ProgressBar;
use indicatif::ProgressDrawTarget;
use indicatif::ProgressStyle;
use std::fs;
use std::io;
use std::io::IsTerminal;
use std::io::Write;
use std::path::Path;

/// Width of a line where the terminal does not say.
const WIDTH: usize = 100;
/// How much is written to a file at once, in bytes.
const BUFFER: usize = 256 << 10;
/// Fewest documents for which progress is shown.
const LONG_RUN: u64 = 12;

/// Writes what `write` makes to a file or to standard output. A file is written beside its place
/// and renamed, so that a run that ends early leaves the old one.
pub(super) fn deliver(
    path: Option<&Path>,
    write: impl Fn(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    match path {
        None => {
            let mut out = io::BufWriter::new(anstream::AutoStream::auto(io::stdout()).lock());
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

/// The same for what holds no styles, byte for byte.
pub(super) fn deliver_plain(
    path: Option<&Path>,
    write: impl Fn(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    match path {
        None => {
            let mut bytes = Vec::new();
            write(&mut bytes)?;
            let mut out = io::stdout().lock();
            out.write_all(&bytes)?;
            out.flush()?;
        }
        Some(path) => replace_by(path, write).map_err(|error| {
            Failure::new(format!("`{}` could not be written: {error}", path.display()))
        })?,
    }
    Ok(())
}

fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    replace_by(path, |out| out.write_all(content))
}

/// A name that nobody can foresee and that nothing may stand under already, so that a link cannot
/// lead the report elsewhere. What is long goes to the disk as it is made.
fn replace_by(path: &Path, write: impl Fn(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    if is_stream(path) {
        let mut out =
            io::BufWriter::with_capacity(BUFFER, fs::OpenOptions::new().write(true).open(path)?);
        write(&mut out)?;
        return out.flush();
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut beside = ordinary_file().tempfile_in(folder.unwrap_or(Path::new(".")))?;
    let mut out = io::BufWriter::with_capacity(BUFFER, beside.as_file_mut());
    write(&mut out)?;
    out.flush()?;
    drop(out);
    beside.as_file().sync_all()?;
    beside.persist(path).map(drop).map_err(|error| error.error)
}

/// Whether a path is a device or a pipe, or one of the links to what the process has open. These are
/// written to and never replaced: `/dev/null`, `/dev/stdout`. Other links are replaced as files are.
fn is_stream(path: &Path) -> bool {
    let special = fs::symlink_metadata(path).is_ok_and(|found| {
        let kind = found.file_type();
        !kind.is_file() && !kind.is_dir() && !kind.is_symlink()
    });
    let open = ["/dev/stdout", "/dev/stderr"].iter().any(|name| path == Path::new(name))
        || path.starts_with("/dev/fd");
    special || (cfg!(unix) && open)
}

/// What becomes a file that others may read as far as the user's settings say.
fn ordinary_file() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".clausecheck-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

/// Width for wrapped text.
pub(super) fn width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    if io::stdout().is_terminal() { columns.unwrap_or(WIDTH) } else { WIDTH }
}

/// Tells the user something on standard error.
pub(super) fn tell(message: &str) {
    // A closed standard error leaves nobody to tell.
    let _ = writeln!(anstream::stderr().lock(), "{}", display_safe(message));
}

/// Progress of a run over documents, on standard error, if that is a terminal and the run is long.
pub(super) fn progress_bar(documents: u64, hidden: bool) -> ProgressBar {
    let shown = documents >= LONG_RUN && !hidden && io::stderr().is_terminal();
    let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(documents), target);
    if let Ok(style) = ProgressStyle::with_template("{pos}/{len} documents {wide_bar} {eta} left") {
        bar.set_style(style);
    }
    bar
}

#[cfg(all(test, unix))]
mod tests {
    use super::is_stream;
    use std::path::Path;

    #[test]
    fn devices_are_streams_and_files_and_links_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("/dev/null", &link).unwrap();
        for (path, stream) in [
            (Path::new("/dev/null"), true),
            (Path::new("/dev/stdout"), true),
            (Path::new("/dev/fd/1"), true),
            (Path::new("/dev/no-such-device"), false),
            (Path::new("/dev/shm/report.json"), false),
            (Path::new("Cargo.toml"), false),
            (folder.path(), false),
            (&link, false),
        ] {
            assert_eq!(is_stream(path), stream, "{}", path.display());
        }
    }
}
