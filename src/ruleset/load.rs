//! Where rulesets come from: the embedded ones by name, a user's own by path.

use super::base;
use super::bounds;
use super::compile;
use super::compiled::Ruleset;
use super::problem::Problem;
use super::problem::Problems;
use super::schema::LexiconFile;
use super::schema::RuleFile;
use super::schema::RulesetFile;
use include_dir::Dir;
use include_dir::include_dir;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;
use std::sync::LazyLock;

static BUILTIN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rulesets");

/// The shipped files once more, as JSON by path, which is read faster than YAML.
static SHIPPED: LazyLock<BTreeMap<String, Box<RawValue>>> = LazyLock::new(|| {
    let json = include_str!(concat!(env!("OUT_DIR"), "/rulesets.json"));
    serde_json::from_str(json).unwrap_or_default()
});

/// A file with its text, and what it says.
pub(super) struct Parsed<T> {
    pub(super) path: String,
    pub(super) source: String,
    pub(super) content: T,
    /// Whether the file is one of those that clausecheck brings along.
    pub(super) shipped: bool,
}

/// All files of a ruleset and of what it extends.
#[derive(Default)]
pub(super) struct Files {
    /// The ruleset itself first, then those it extends.
    pub(super) rulesets: Vec<Parsed<RulesetFile>>,
    pub(super) lexicons: Vec<Parsed<LexiconFile>>,
    pub(super) rules: Vec<Parsed<RuleFile>>,
}

/// Names of the shipped rulesets, sorted: `<name>.yaml`, or `<name>/<name>.yaml` for one with a
/// folder of its own.
#[must_use]
pub fn builtin_names() -> Vec<String> {
    let beside = BUILTIN.files();
    let below = BUILTIN.dirs().flat_map(Dir::files).filter(|file| {
        let path = file.path();
        path.parent().and_then(Path::file_name) == path.file_stem()
    });
    let mut names: Vec<String> = beside
        .chain(below)
        .filter_map(|file| file.path().file_name()?.to_str()?.strip_suffix(".yaml"))
        .map(str::to_owned)
        .collect();
    names.sort();
    names
}

/// Ids of all shipped rules, whatever ruleset they belong to, sorted.
#[must_use]
pub fn builtin_rules() -> Vec<String> {
    let rules = builtin_sources().into_iter().filter(|(path, _)| path.contains("rules/"));
    let mut ids: Vec<String> =
        rules.filter_map(|(path, source)| Some(shipped::<RuleFile>(&path, &source)?.id)).collect();
    ids.sort();
    ids
}

/// Path of a shipped ruleset within `rulesets/`.
fn builtin_path(name: &str) -> String {
    let own = format!("{name}/{name}.yaml");
    if BUILTIN.get_file(&own).is_some() { own } else { format!("{name}.yaml") }
}

/// Loads a shipped ruleset by name, or the user's own from a file or folder.
///
/// # Errors
/// Everything that is wrong with its files.
pub fn load(name_or_path: &str) -> Result<Ruleset, Problems> {
    let path = Path::new(name_or_path);
    // One file has one path, however it was typed.
    let short = path.strip_prefix(".").ok().filter(|short| !short.as_os_str().is_empty());
    let path = short.unwrap_or(path);
    if builtin_names().iter().any(|name| name == name_or_path) {
        return load_sources(builtin_path(name_or_path), &[]);
    }
    if !path.exists() {
        let message = format!("there is no ruleset `{name_or_path}`");
        let help = format!(
            "shipped rulesets are: {}; or give the path of a YAML file",
            builtin_names().join(", ")
        );
        return Problems(vec![Problem::at(name_or_path, "", "", message, help)]).or_never();
    }
    let mut own = Vec::new();
    let mut problems = Problems::default();
    let (folder, main) =
        if path.is_dir() { (path, None) } else { (path.parent().unwrap_or(path), Some(path)) };
    if let Some(main) = main {
        read_into(main, &mut own, &mut problems);
    } else {
        read_folder(folder, false, &mut own, &mut problems);
    }
    let beside: Vec<String> = own.iter().map(|(path, _)| path.clone()).collect();
    if beside.len() > 1 {
        let message = format!("the folder holds several rulesets: {}", beside.join(", "));
        let help = "name the file of the one to apply".to_owned();
        problems.0.push(Problem::at(name_or_path, "", "", message, help));
    }
    let folders = read_bases(folder, &mut own, &mut problems);
    for folder in folders {
        for below in ["lexicon", "rules"] {
            read_folder(&folder.join(below), true, &mut own, &mut problems);
        }
    }
    let mut own = problems.or(own)?;
    // A ruleset may lie among the rules of the one that extends it.
    let mut seen = BTreeSet::new();
    own.retain(|(path, _)| seen.insert(path.clone()));
    let Some((main, _)) = own.first().cloned() else {
        let message = "the folder holds no ruleset".to_owned();
        let help =
            "put a file such as `ours.yaml` with name, version and description into it".to_owned();
        return Problems(vec![Problem::at(name_or_path, "", "", message, help)]).or_never();
    };
    load_sources(main, &own)
}

/// Reads the files that the first of `own` and its bases extend, and gives the folders of all. What is
/// wrong with a chain is said where it is compiled.
fn read_bases(
    folder: &Path,
    own: &mut Vec<(String, String)>,
    problems: &mut Problems,
) -> BTreeSet<PathBuf> {
    let mut folders = BTreeSet::from([folder.to_owned()]);
    let mut last = own.first().cloned();
    while let Some((path, source)) = last.take().filter(|_| own.len() <= base::MOST) {
        let extends = serde_saphyr::from_str::<RulesetFile>(&source).ok().and_then(|f| f.extends);
        let relative = extends.filter(|name| base::is_path(name) && !Path::new(name).has_root());
        let Some(target) = relative.map(|name| base::beside(&path, &name)) else { break };
        let found = Path::new(&target);
        if own.iter().any(|(path, _)| *path == target) || !found.exists() {
            break;
        }
        let before = own.len();
        read_into(found, own, problems);
        folders.extend(found.parent().map(Path::to_owned));
        last = own.get(before).cloned();
    }
    folders
}

/// Loads the ruleset file `main` from given sources (path and text), with the shipped files in
/// reach of `extends`. A path below a folder `rules` is a rule, below `lexicon` a lexicon. Of the
/// shipped rules those count that stand beside a shipped ruleset of the chain; the shipped lexicon
/// is common to all.
///
/// # Errors
/// Everything that is wrong with the files.
pub fn load_sources(main: String, own: &[(String, String)]) -> Result<Ruleset, Problems> {
    let mut files = Files::default();
    let mut problems = Problems::default();
    let mut needs_builtin = own.is_empty();
    let mut chain = Vec::new();
    let mut next = Some(main);
    while let Some(path) = next.take() {
        let Some(source) = source_of(&path, own) else { break };
        chain.push(path.clone());
        let Some(parsed) = parse::<RulesetFile>(&path, source, &mut problems) else { break };
        refuse_taken_name(&parsed, &files, own, &mut problems);
        if let Some(extends) = &parsed.content.extends {
            needs_builtin |= !base::is_path(extends);
            match base_of(&parsed, &chain, extends, own) {
                Ok(path) => next = Some(path),
                Err(problem) => problems.0.push(problem),
            }
        }
        files.rulesets.push(parsed);
    }
    if needs_builtin {
        let folders = rule_folders(&files, own);
        for (path, source) in builtin_sources() {
            let common = path.starts_with("lexicon/");
            if common || folders.iter().any(|folder| path.starts_with(folder)) {
                sort_in(path, source, &mut files, &mut problems);
            }
        }
    }
    for (path, source) in own.iter().filter(|(path, _)| !chain.contains(path)) {
        sort_in(path.clone(), source.clone(), &mut files, &mut problems);
    }
    compile::compile(&files, problems)
}

/// The text of a ruleset file: one's own, or a shipped one.
fn source_of(path: &str, own: &[(String, String)]) -> Option<String> {
    let own = own.iter().find(|(own_path, _)| own_path == path).map(|(_, source)| source.clone());
    own.or_else(|| BUILTIN.get_file(path)?.contents_utf8().map(str::to_owned))
}

/// Path of what a ruleset extends; why it cannot otherwise. `chain` are the paths so far.
fn base_of(
    file: &Parsed<RulesetFile>,
    chain: &[String],
    extends: &str,
    own: &[(String, String)],
) -> Result<String, Problem> {
    if base::is_path(extends) {
        let target = base::beside(&file.path, extends);
        let chain: Vec<&str> = chain.iter().map(String::as_str).collect();
        let exists = own.iter().any(|(path, _)| *path == target);
        let refused = base::refused(&chain, &file.source, extends, &target, exists);
        return refused.map_or(Ok(target), Err);
    }
    let target = builtin_path(extends);
    if builtin_names().iter().any(|name| name == extends) && !chain.contains(&target) {
        return Ok(target);
    }
    let message = format!("`extends` names `{extends}`, which is no shipped ruleset");
    let help = format!(
        "shipped rulesets are: {}; or give the path of a YAML file, from the folder of this one",
        builtin_names().join(", ")
    );
    Err(Problem::at(&file.path, &file.source, extends, message, help))
}

/// Two rulesets of one name could not be told apart in a report.
fn refuse_taken_name(
    file: &Parsed<RulesetFile>,
    files: &Files,
    own: &[(String, String)],
    problems: &mut Problems,
) {
    let name = &file.content.name;
    let message = if files.rulesets.iter().any(|other| other.content.name == *name) {
        format!("the ruleset that extends this one is named `{name}` too")
    } else if own.iter().any(|(path, _)| *path == file.path) && builtin_names().contains(name) {
        format!("there is a shipped ruleset `{name}` already")
    } else {
        return;
    };
    let help = "give it another name, so that reports tell which was applied".to_owned();
    problems.0.push(Problem::at(&file.path, &file.source, name, message, help));
}

/// The folders `rules/` beside the shipped rulesets of a chain, within `rulesets/`.
fn rule_folders(files: &Files, own: &[(String, String)]) -> Vec<String> {
    let is_own = |path: &str| own.iter().any(|(own_path, _)| own_path == path);
    files
        .rulesets
        .iter()
        .filter(|file| !is_own(&file.path))
        .map(|file| match file.path.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/rules/"),
            None => "rules/".to_owned(),
        })
        .collect()
}

impl Problems {
    /// These problems as the error of a function that would otherwise return a ruleset.
    fn or_never<T>(self) -> Result<T, Self> {
        Err(self)
    }
}

/// Embedded rules and lexicon files, sorted by path.
fn builtin_sources() -> Vec<(String, String)> {
    fn gather(dir: &Dir<'_>, found: &mut Vec<(String, String)>) {
        for file in dir.files() {
            if let (Some(path), Some(source)) = (file.path().to_str(), file.contents_utf8()) {
                found.push((path.replace('\\', "/"), source.to_owned()));
            }
        }
        dir.dirs().for_each(|dir| gather(dir, found));
    }
    let mut found = Vec::new();
    gather(&BUILTIN, &mut found);
    found.retain(|(path, _)| path.ends_with(".yaml"));
    found.sort();
    found
}

fn sort_in(path: String, source: String, files: &mut Files, problems: &mut Problems) {
    let folders = path.replace('\\', "/");
    // The innermost of the two names decides: the folder may itself lie in one such as `our-rules`.
    match folders.rsplit('/').skip(1).find(|name| ["rules", "lexicon"].contains(name)) {
        Some("rules") => files.rules.extend(parse(&path, source, problems)),
        Some(_) => files.lexicons.extend(parse(&path, source, problems)),
        None => {}
    }
}

fn parse<T: DeserializeOwned>(
    path: &str,
    source: String,
    problems: &mut Problems,
) -> Option<Parsed<T>> {
    if let Some(content) = shipped(path, &source) {
        return Some(Parsed { path: path.to_owned(), source, content, shipped: true });
    }
    match serde_saphyr::from_str::<T>(&source) {
        Ok(content) => Some(Parsed { path: path.to_owned(), source, content, shipped: false }),
        Err(error) => {
            let (line, column) = error.location().map_or((0, 0), |location| {
                (
                    usize::try_from(location.line()).unwrap_or(0),
                    usize::try_from(location.column()).unwrap_or(0),
                )
            });
            let text = error.without_snippet().to_string();
            let message = text.lines().next().unwrap_or_default().to_owned();
            let help = "`clausecheck rules schema` prints what is allowed where".to_owned();
            problems.0.push(Problem::on_line(path, &source, line, column, message, help));
            None
        }
    }
}

/// What a shipped file says, if `source` is its text.
fn shipped<T: DeserializeOwned>(path: &str, source: &str) -> Option<T> {
    let file = BUILTIN.get_file(path)?;
    (file.contents() == source.as_bytes()).then_some(())?;
    serde_json::from_str(SHIPPED.get(path)?.get()).ok()
}

/// What a shipped file of reference data says.
pub(super) fn shipped_reference<T: DeserializeOwned>(path: &str) -> Option<T> {
    serde_json::from_str(SHIPPED.get(path)?.get()).ok()
}

fn read_folder(
    folder: &Path,
    deep: bool,
    own: &mut Vec<(String, String)>,
    problems: &mut Problems,
) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return,
        Err(error) => {
            let message = format!("the folder cannot be read: {error}");
            return refuse(folder, message, "", problems);
        }
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if own.len() > bounds::FILES {
            return;
        }
        if deep && path.is_symlink() {
            let help = "put a copy here: a link can lead anywhere, and in circles";
            refuse(&path, "links are not followed in a ruleset".to_owned(), help, problems);
        } else if path.is_dir() && deep {
            read_folder(&path, deep, own, problems);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml" || extension == "yml")
        {
            read_into(&path, own, problems);
        }
    }
}

fn read_into(path: &Path, own: &mut Vec<(String, String)>, problems: &mut Problems) {
    if own.len() == bounds::FILES {
        let message = format!("the ruleset has more than {} files", bounds::FILES);
        own.push((String::new(), String::new()));
        return refuse(path, message, "split it into several rulesets", problems);
    }
    match read_bounded(path) {
        Ok(source) => own.push((path.display().to_string(), source)),
        Err(message) => refuse(path, message, "", problems),
    }
}

/// The text of a file that is one, and not too large; what is wrong otherwise.
fn read_bounded(path: &Path) -> Result<String, String> {
    let failed = |error: io::Error| format!("the file cannot be read: {error}");
    // A pipe would be waited for.
    let known = fs::metadata(path).map_err(failed)?;
    if !known.is_file() {
        return Err("this is no ordinary file".to_owned());
    }
    let mut source = String::new();
    let file = fs::File::open(path).map_err(failed)?;
    file.take(bounds::FILE_BYTES + 1).read_to_string(&mut source).map_err(failed)?;
    if source.len() as u64 > bounds::FILE_BYTES {
        return Err(format!("the file is larger than {} MB", bounds::FILE_BYTES >> 20));
    }
    Ok(source)
}

fn refuse(path: &Path, message: String, help: &str, problems: &mut Problems) {
    let name = path.display().to_string();
    problems.0.push(Problem::at(&name, "", "", message, help.to_owned()));
}

#[cfg(test)]
mod tests {
    use super::BUILTIN;
    use super::LexiconFile;
    use super::RuleFile;
    use super::RulesetFile;
    use super::builtin_names;
    use super::builtin_path;
    use super::builtin_sources;
    use super::load;
    use super::load_sources;
    use super::shipped;
    use serde::de::DeserializeOwned;
    use std::fmt::Debug;

    fn same<T: DeserializeOwned + Debug>(path: &str, source: &str) {
        let json: Option<T> = shipped(path, source);
        let yaml: T = serde_saphyr::from_str(source).unwrap();
        assert_eq!(format!("{:?}", json.unwrap()), format!("{yaml:?}"), "{path}");
    }

    #[test]
    fn shipped_files_say_the_same_as_json() {
        let sources = builtin_sources();
        assert!(sources.len() > 80);
        for (path, source) in sources.iter().filter(|(path, _)| !path.starts_with("reference/")) {
            if path.contains("rules/") && path.split('/').count() > 2 {
                same::<RuleFile>(path, source);
            } else if path.contains("lexicon/") {
                same::<LexiconFile>(path, source);
            } else {
                same::<RulesetFile>(path, source);
            }
        }
    }

    #[test]
    fn shipped_terms_follow_the_grammar() {
        for name in builtin_names() {
            let main = builtin_path(&name);
            let text = BUILTIN.get_file(&main).unwrap().contents_utf8().unwrap();
            // One that extends another brings no terms of its own.
            if text.contains("\nextends:") {
                continue;
            }
            let rules = main.strip_suffix(&format!("{name}.yaml")).unwrap().to_owned() + "rules/";
            let wanted = |path: &str| {
                path == main || path.starts_with(&rules) || path.starts_with("lexicon/")
            };
            // Under another name they are read as a stranger's, with all checks.
            let own: Vec<(String, String)> = builtin_sources()
                .into_iter()
                .filter(|(path, _)| wanted(path))
                .map(|(path, source)| (format!("own/{path}"), source))
                .collect();
            let named = |text: &str| text.replace(&format!("name: {name}\n"), "name: own\n");
            let own: Vec<(String, String)> =
                own.iter().map(|(path, text)| (path.clone(), named(text))).collect();
            let read = load_sources(format!("own/{main}"), &own).unwrap();
            assert_eq!(read.rules.len(), load(&name).unwrap().rules.len(), "{name}");
        }
    }

    #[test]
    fn the_hash_is_that_of_the_files_wherever_they_lie() {
        let hash = |folder: &str, version: &str| {
            let main = format!("{folder}ours.yaml");
            let text = format!("name: ours\nversion: '{version}'\ndescription: o\nextends: sla\n");
            load_sources(main.clone(), &[(main, text)]).unwrap().stamp.hash
        };
        assert_eq!(hash("", "1"), hash("/a/folder/", "1"));
        assert_ne!(hash("", "1"), hash("", "2"));
    }

    #[test]
    fn a_file_of_the_same_name_is_read_for_itself() {
        let ruleset: Option<RulesetFile> = shipped("baseline.yaml", "name: ours");
        assert!(ruleset.is_none());
    }
}
