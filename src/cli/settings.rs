//! Where settings come from: the nearest `clausecheck.toml` upward, that of the user, and variables
//! of the environment. They become the defaults of the options they are named after, so that
//! whatever is typed goes before, and no command knows of them.

use super::Failure;
use super::args::Args;
use super::policy::read_text;
use crate::config;
use crate::config::Key;
use crate::config::Kind;
use crate::config::SETTINGS_FILE;
use crate::config::Setting;
use crate::ruleset;
use clap::Command;
use clap::CommandFactory;
use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::path::PathBuf;

/// Options that can be set, with what they are set to.
const KEYS: [(&str, Kind); 17] = [
    ("ruleset", Kind::Ruleset),
    ("fail-on", Kind::Text),
    ("fail-on-new", Kind::Flag),
    ("waivers", Kind::Paths),
    ("baseline", Kind::Path),
    ("lock", Kind::Path),
    ("each", Kind::Flag),
    ("kind", Kind::Texts),
    ("assume", Kind::Texts),
    ("lang", Kind::Text),
    ("changes", Kind::Text),
    ("ocr", Kind::Text),
    ("limits", Kind::Text),
    ("require-sandbox", Kind::Flag),
    ("jobs", Kind::Number),
    ("no-cache", Kind::Flag),
    ("cache-dir", Kind::Path),
];

/// The settings in force.
pub(super) struct Settings {
    /// The file that was read, if there is one.
    pub(super) file: Option<PathBuf>,
    /// In the order of the options; of each option the one that goes before the others.
    pub(super) settings: Vec<Setting>,
}

/// The options that can be set, with the choices that the command line gives for them.
pub(super) fn keys() -> Vec<Key> {
    let command = Args::command();
    KEYS.into_iter()
        .map(|(name, kind)| Key { name, kind, choices: choices(&command, name) })
        .collect()
}

/// What an option of `check` may be set to.
fn choices(command: &Command, name: &str) -> Vec<String> {
    let check = command.find_subcommand("check");
    let arg = check.and_then(|check| check.get_arguments().find(|a| a.get_long() == Some(name)));
    let Some(arg) = arg.filter(|arg| arg.get_action().takes_values()) else { return Vec::new() };
    let values = arg.get_possible_values();
    values.iter().map(|value| value.get_name().to_owned()).collect()
}

/// Finds and reads the settings. `isolated` reads none.
pub(super) fn find(isolated: bool) -> Result<Settings, Failure> {
    if isolated {
        return Ok(Settings { file: None, settings: Vec::new() });
    }
    let keys = keys();
    let file = env::current_dir().ok().and_then(|here| nearest(&here)).or_else(of_user);
    let mut settings = match &file {
        Some(path) => from_file(path, &keys)?,
        None => Vec::new(),
    };
    let variables = config::from_environment(&keys, |name| env::var(name).ok());
    for setting in variables.map_err(Failure::new)? {
        settings.retain(|other: &Setting| other.key != setting.key);
        settings.push(setting);
    }
    settings.sort_by_key(|setting| KEYS.iter().position(|(name, _)| *name == setting.key));
    Ok(Settings { file, settings })
}

/// The file of settings in a folder or the nearest one above it, up to the root of a repository.
fn nearest(folder: &Path) -> Option<PathBuf> {
    for folder in folder.ancestors() {
        let file = folder.join(SETTINGS_FILE);
        if file.is_file() {
            return Some(file);
        }
        if folder.join(".git").exists() {
            return None;
        }
    }
    None
}

/// The file of settings of the user, whatever folder they work in.
fn of_user() -> Option<PathBuf> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = set("XDG_CONFIG_HOME")
        .or_else(|| set("APPDATA"))
        .or_else(|| set("HOME").map(|home| home.join(".config")))?;
    let file = folder.join("clausecheck").join(SETTINGS_FILE);
    file.is_file().then_some(file)
}

fn from_file(path: &Path, keys: &[Key]) -> Result<Vec<Setting>, Failure> {
    let text = read_text(path, "settings").map_err(Failure::new)?;
    let shown = shown(path);
    let (mut settings, has_waivers) =
        config::parse_settings(&shown, &text, keys).map_err(Failure::new)?;
    let folder = Path::new(&shown).parent().unwrap_or(Path::new("")).to_owned();
    for setting in &mut settings {
        let key = keys.iter().find(|key| key.name == setting.key);
        for value in &mut setting.values {
            match key.map(|key| key.kind) {
                Some(Kind::Path | Kind::Paths) => *value = below(&folder, value),
                Some(Kind::Ruleset) if !ruleset::builtin_names().contains(value) => {
                    *value = below(&folder, value);
                }
                _ => {}
            }
        }
    }
    if has_waivers {
        match settings.iter_mut().find(|setting| setting.key == "waivers") {
            Some(setting) => setting.values.push(shown),
            None => {
                let source = shown.clone();
                settings.push(Setting { key: "waivers", values: vec![shown], source });
            }
        }
    }
    Ok(settings)
}

/// A path as relative as it can be said: below the working folder without what leads there.
fn shown(path: &Path) -> String {
    let here = env::current_dir().ok();
    let below = here.as_ref().and_then(|here| path.strip_prefix(here).ok());
    below.unwrap_or(path).display().to_string().replace('\\', "/")
}

fn below(folder: &Path, path: &str) -> String {
    folder.join(path).display().to_string().replace('\\', "/")
}

/// Makes the settings the defaults of all options they are named after.
pub(super) fn apply(mut command: Command, settings: &[Setting]) -> Command {
    let names: Vec<String> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(name, |sub| apply(sub, settings));
    }
    for setting in settings {
        let id = command
            .get_arguments()
            .find(|arg| arg.get_long() == Some(setting.key))
            .map(|arg| arg.get_id().clone());
        if let Some(id) = id {
            let values: Vec<String> = setting.values.clone();
            command = command.mut_arg(id, |arg| arg.default_values(values));
        }
    }
    command
}

/// Whether the words of the command line ask for no settings. Asked before they are understood,
/// because settings decide what they mean.
pub(super) fn isolated(words: &[OsString]) -> bool {
    // The process that opens documents is told everything by its parent.
    let is_worker = words.get(1).is_some_and(|word| word == "worker");
    is_worker || words.iter().take_while(|word| *word != "--").any(|word| word == "--isolated")
}
