//! The packs of a corpus, with names that do not depend on where the corpus lies.

use super::FileSource;
use super::InputError;
use super::PackSource;
use super::files_below;
use super::name_of;
use ignore::overrides::Override;
use ignore::overrides::OverrideBuilder;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// What is judged together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Every file by itself.
    Document,
    /// Every folder directly below a corpus, with all that is in it; files beside such folders by
    /// themselves.
    Folder,
}

/// What lies in a corpus.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Corpus {
    /// Packs, in order of name.
    pub packs: Vec<PackSource>,
    /// Files that are not judged, with the reason, in order of name.
    pub left_out: Vec<(String, String)>,
}

/// Lists the packs of folders and files. Their names are paths below the folder; of several
/// folders, they begin with the name of theirs. `exclude` holds globs of what is not part of
/// the corpus, `own` files and folders that are not either.
///
/// # Errors
/// All paths that lead nowhere or hold nothing, globs that are none, and names that occur twice.
pub fn corpus(
    paths: &[String],
    unit: Unit,
    exclude: &[String],
    own: &[PathBuf],
) -> Result<Corpus, Vec<InputError>> {
    let mut errors = Vec::new();
    if paths.is_empty() {
        errors.push(InputError::Nothing);
    }
    let own: Vec<PathBuf> = own.iter().filter_map(|path| fs::canonicalize(path).ok()).collect();
    let mut found = Corpus::default();
    let mut packs: BTreeMap<String, Vec<FileSource>> = BTreeMap::new();
    for path in paths {
        let root = Path::new(path);
        let Ok(canonical) = fs::canonicalize(root) else {
            errors.push(InputError::Missing(path.clone()));
            continue;
        };
        let excluded = match excluded(root, exclude) {
            Ok(excluded) => excluded,
            Err(error) => {
                errors.push(error);
                continue;
            }
        };
        let files =
            if root.is_file() { vec![FileSource::new(root.to_owned())] } else { files_below(root) };
        let before = packs.len();
        for mut file in files {
            let below = file.path.strip_prefix(root).unwrap_or(&file.path);
            let at = canonical.join(below);
            if own.iter().any(|own| at.starts_with(own)) {
                continue;
            }
            let name = named(root, below, paths.len() > 1);
            file.shown.clone_from(&name);
            if excluded.matched(&file.path, false).is_ignore() {
                found.left_out.push((name, "excluded".to_owned()));
            } else if let Some(reason) = file.left_out.clone() {
                found.left_out.push((name, reason));
            } else {
                packs.entry(pack_of(&name, unit, paths.len() > 1)).or_default().push(file);
            }
        }
        if packs.len() == before {
            errors.push(InputError::Empty(path.clone()));
        }
    }
    errors.extend(twice(&packs));
    found.left_out.sort();
    found.packs = packs.into_iter().map(|(name, files)| PackSource { name, files }).collect();
    if errors.is_empty() { Ok(found) } else { Err(errors) }
}

/// What the globs exclude below a folder.
fn excluded(root: &Path, globs: &[String]) -> Result<Override, InputError> {
    let mut builder = OverrideBuilder::new(root);
    let glob = |glob: &str, error: ignore::Error| InputError::Glob {
        glob: glob.to_owned(),
        problem: error.to_string(),
    };
    for entry in globs {
        builder.add(&format!("!{entry}")).map_err(|error| glob(entry, error))?;
    }
    builder.build().map_err(|error| glob(&globs.join(", "), error))
}

/// The path below the corpus, with forward slashes.
fn named(root: &Path, below: &Path, several: bool) -> String {
    let below = below.to_string_lossy().replace('\\', "/");
    let is_folder = root.is_dir();
    match (is_folder, several) {
        (true, true) => format!("{}/{below}", name_of(root)),
        (true, false) => below,
        (false, _) => name_of(root),
    }
}

fn pack_of(name: &str, unit: Unit, several: bool) -> String {
    match unit {
        Unit::Document => name.to_owned(),
        Unit::Folder => {
            let steps = if several { 2 } else { 1 };
            let whole: Vec<&str> = name.split('/').collect();
            whole[..whole.len().min(steps)].join("/")
        }
    }
}

/// Names of files that occur twice.
fn twice(packs: &BTreeMap<String, Vec<FileSource>>) -> Vec<InputError> {
    let mut names: Vec<&str> = packs.values().flatten().map(|file| file.shown.as_str()).collect();
    names.sort_unstable();
    let again = names.windows(2).filter(|pair| pair[0] == pair[1]);
    let mut again: Vec<&str> = again.map(|pair| pair[0]).collect();
    again.dedup();
    again.into_iter().map(|name| InputError::Twice(name.to_owned())).collect()
}
