//! `clausecheck config` and `clausecheck init`: what is set and where, and a file to begin with.

use super::Failure;
use super::args::Args;
use super::output;
use super::settings;
use super::settings::Settings;
use crate::app;
use crate::config::SETTINGS_FILE;
use crate::input;
use crate::input::PackSource;
use crate::model::Language;
use crate::report::words::count;
use crate::report::words::display_safe;
use crate::ruleset;
use clap::Args as ClapArgs;
use clap::CommandFactory;
use clap::Subcommand;
use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;

/// How many documents are looked at for their language.
const LOOKED_AT: usize = 12;

#[derive(Debug, ClapArgs)]
pub(super) struct ConfigArgs {
    #[command(subcommand)]
    command: ConfigCommand,
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Show every setting with its value and where that was set
    Show,
}

#[derive(Debug, ClapArgs)]
pub(super) struct InitArgs {
    /// Folder of the documents
    #[arg(default_value = ".")]
    folder: PathBuf,
}

pub(super) fn run(args: &ConfigArgs, settings: &Settings) -> Result<u8, Failure> {
    match args.command {
        ConfigCommand::Show => show(settings),
    }
}

fn show(settings: &Settings) -> Result<u8, Failure> {
    let keys = settings::keys();
    let wide = keys.iter().map(|key| key.name.len()).max().unwrap_or(0);
    output::deliver(None, |out| {
        match &settings.file {
            Some(path) => writeln!(out, "settings: {}", display_safe(&path.display().to_string()))?,
            None => writeln!(out, "settings: no {SETTINGS_FILE} here, above or of the user")?,
        }
        for key in &keys {
            let set = settings.settings.iter().find(|setting| setting.key == key.name);
            let (values, origin) = match set {
                Some(setting) => (setting.values.clone(), setting.source.clone()),
                None => (built_in(key.name), "built in".to_owned()),
            };
            let value = if values.is_empty() { "-".to_owned() } else { values.join(", ") };
            let (value, origin) = (display_safe(&value), display_safe(&origin));
            writeln!(out, "  {:wide$}  {value:24}  {origin}", key.name)?;
        }
        Ok(())
    })?;
    Ok(0)
}

/// What an option of `check` is if nobody sets it.
fn built_in(name: &str) -> Vec<String> {
    let command = Args::command();
    let check = command.find_subcommand("check");
    let arg = check.and_then(|check| check.get_arguments().find(|a| a.get_long() == Some(name)));
    let values = arg.map(|arg| arg.get_default_values().to_vec()).unwrap_or_default();
    values.iter().map(|value| value.to_string_lossy().into_owned()).collect()
}

/// Writes a file of settings for a folder.
pub(super) fn init(args: &InitArgs) -> Result<u8, Failure> {
    let path = args.folder.join(SETTINGS_FILE);
    if path.exists() {
        let message = format!(
            "`{}` is already there\n  help: `clausecheck config show` shows what it sets",
            path.display()
        );
        return Err(Failure::new(message));
    }
    let shown = args.folder.display().to_string();
    let packs = input::collect(std::slice::from_ref(&shown), false).unwrap_or_default();
    let text = file(&args.folder, &packs);
    output::deliver(Some(&path), |out| out.write_all(text.as_bytes()))?;
    output::tell(&format!(
        "{} written; look through it, then: clausecheck check {shown}",
        path.display()
    ));
    Ok(0)
}

fn file(folder: &Path, packs: &[PackSource]) -> String {
    let documents = packs.iter().flat_map(|pack| &pack.files);
    let documents = documents.filter(|file| file.left_out.is_none()).count();
    let (language, ruleset) = suggestion(packs);
    let there = |name: &str| folder.join(name).is_file();
    let line = |name: &str, text: &str| format!("{}{text}\n", if there(name) { "" } else { "# " });
    let mut text = format!(
        "# Settings of clausecheck for this folder and those below it.\n\
         # {} in {}{language}.\n\
         # What is typed goes before what stands here; `clausecheck config show` shows what holds.\n\n",
        count(documents, "document"),
        count(packs.len(), "pack"),
    );
    text.push_str(&format!(
        "# The rules: a shipped ruleset, or the path of your own.\n\
         # Shipped: {}.\n\
         ruleset = \"{ruleset}\"\n\n\
         # Least severity of gaps that ends with exit code 1: never, low, medium, high, critical.\n\
         fail-on = \"high\"\n\n\
         # Accepted gaps, each with reason, approver and last day. They can also stand at the end of\n\
         # this file.\n",
        ruleset::builtin_names().join(", ")
    ));
    text.push_str(&line("waivers.toml", "waivers = [\"waivers.toml\"]"));
    text.push_str(
        "\n# Gaps that are known: clausecheck check --write-baseline baseline.toml PATH\n\
         # With fail-on-new only others end with exit code 1.\n",
    );
    text.push_str(&line("baseline.toml", "baseline = \"baseline.toml\""));
    text.push_str(&line("baseline.toml", "fail-on-new = true"));
    text.push_str("\n# The rules that were agreed on: clausecheck rules lock\n");
    text.push_str(&line("clausecheck.lock", "lock = \"clausecheck.lock\""));
    text.push_str(
        "\n# What the documents are, where their titles do not tell: tender, contract, sla, dpa.\n\
         # kind = [\"contract\"]\n\n\
         # What they are about, whatever they say: personal-data, operated-service …\n\
         # assume = [\"personal-data\"]\n\n\
         # How much work one document may cause: strict, normal, large.\n\
         # limits = \"normal\"\n\n\
         # [[waiver]]\n\
         # rule = \"the id of a rule\"\n\
         # pack = \"the name of a pack\"         # or document = \"its path\"; \"*\" is any\n\
         # reason = \"Why the gap is accepted.\"\n\
         # approver = \"Who answers for that\"\n\
         # expires = 2027-12-31                # the last day on which it holds\n\
         # control = \"What protects instead\"\n",
    );
    text
}

/// The language of most documents, in words, and a ruleset that suits it.
fn suggestion(packs: &[PackSource]) -> (String, &'static str) {
    let files = packs.iter().flat_map(|pack| &pack.files);
    let files = files.filter(|file| file.left_out.is_none()).take(LOOKED_AT);
    let Ok(rules) = ruleset::load("baseline") else { return (String::new(), "baseline") };
    let isolation = std::env::current_exe().ok();
    let isolation = isolation.map(|program| app::Isolation { program, require_sandbox: false });
    let settings = app::Settings { ocr: app::Ocr::Never, isolation, ..app::Settings::default() };
    let mut languages: BTreeMap<Language, usize> = BTreeMap::new();
    for file in files {
        for (document, _) in app::read_documents(file, &rules, &settings).unwrap_or_default() {
            *languages.entry(document.language).or_default() += 1;
        }
    }
    languages.retain(|language, _| Language::NAMED.contains(language));
    let most = languages
        .into_iter()
        .max_by_key(|(language, number)| (*number, std::cmp::Reverse(*language)));
    let Some((language, _)) = most else { return (String::new(), "baseline") };
    let ruleset = match language.code() {
        "sv" => "sweden",
        "da" => "denmark",
        "no" => "norway",
        "de" => "germany-bsi",
        "nl" => "netherlands-bio",
        _ => "baseline",
    };
    // A profile of a country holds fewer rules; the whole is the safer beginning.
    let hint = match ruleset {
        "baseline" => format!("; most are in {}", language.name()),
        profile => format!(
            "; most are in {} (the ruleset `{profile}` has what national rules ask for)",
            language.name()
        ),
    };
    (hint, "baseline")
}
