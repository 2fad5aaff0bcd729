//! `check --annotate`: copies of the customer's Word and PDF documents with the findings as comments.

use super::Failure;
use super::output;
use crate::app::Annotator;
use crate::app::Settings;
use crate::input::PackSource;
use crate::model::PackReport;
use crate::model::Report;
use crate::report::comments::comments;
use crate::report::view;
use crate::report::words::Words;
use std::fs;
use std::path::Component;
use std::path::Path;
use std::path::PathBuf;

/// Writes a copy of every Word and PDF document of the run below `folder`, and tells why where there is none.
pub(super) fn write(
    folder: &Path,
    packs: &[PackSource],
    report: &Report,
    words: &Words,
    settings: &Settings,
) -> Result<(), Failure> {
    let annotator = Annotator::new(settings).map_err(Failure::new)?;
    let several = report.packs.len() > 1;
    let mut made = 0;
    for pack in &report.packs {
        let below = if several { folder.join(safe(&pack.name)) } else { folder.to_owned() };
        made += copies(&annotator, &below, packs, pack, words)?;
    }
    let folder = folder.display();
    output::tell(&format!("annotated copies written to {folder}: {made}"));
    Ok(())
}

/// Copies of the documents of one pack: how many were made.
fn copies(
    annotator: &Annotator,
    folder: &Path,
    sources: &[PackSource],
    pack: &PackReport,
    words: &Words,
) -> Result<usize, Failure> {
    let names = view::paths(pack);
    let mut made = 0;
    for (number, entry) in pack.documents.iter().enumerate() {
        if !["docx", "pdf"].contains(&entry.format.as_str()) {
            continue;
        }
        let tell = |why: &str| output::tell(&format!("no annotated copy of {}: {why}", entry.path));
        let mut files = sources.iter().flat_map(|source| &source.files);
        let Some(file) = files.find(|file| file.shown == entry.path) else {
            tell("it is inside an archive or an e-mail; unpack that first");
            continue;
        };
        match annotator.annotate(file, &comments(pack, number, made == 0, words)) {
            Ok(bytes) => {
                put(&folder.join(safe(names[number])), Path::new(&entry.path), &bytes)?;
                made += 1;
            }
            Err(why) => tell(&why),
        }
    }
    Ok(made)
}

/// Writes a copy, but never over the original.
fn put(path: &Path, original: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error| Failure::new(format!("`{}` cannot be written: {error}", path.display()));
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let same = fs::canonicalize(path).ok().zip(fs::canonicalize(original).ok());
    if same.is_some_and(|(copy, original)| copy == original) {
        return Err(Failure::new(format!(
            "the annotated copy would replace the original `{}`\n  help: name another folder with `--annotate`",
            original.display()
        )));
    }
    output::deliver_plain(Some(path), |out| out.write_all(bytes))
}

/// A path that stays below the folder that it is joined to.
fn safe(path: &str) -> PathBuf {
    let steps = Path::new(path).components().filter_map(|step| match step {
        Component::Normal(name) => Some(name),
        _ => None,
    });
    steps.collect()
}

#[cfg(test)]
mod tests {
    use super::safe;
    use std::path::PathBuf;

    #[test]
    fn a_copy_stays_below_its_folder() {
        assert_eq!(safe("../../etc/x.docx"), PathBuf::from("etc/x.docx"));
        assert_eq!(safe("/a/b.docx"), PathBuf::from("a/b.docx"));
    }
}
