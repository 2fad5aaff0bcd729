//! The file of settings, `clausecheck.toml`, and settings in the environment.
//!
//! A setting is the value of an option that need not be typed. Which options there are, and what
//! they may be set to, is told by the command line; a value that is no good is told with its place.

use super::problem::Problems;
use super::table::File;
use super::table::Table;
use super::table::kind as kind_of;
use super::table::nearest;
use crate::ruleset::Problem;
use std::ops::Range;
use toml::de::DeValue;

/// An option that can be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its name, as after `--`.
    pub name: &'static str,
    /// What it is set to.
    pub kind: Kind,
    /// What it may be set to; anything if empty.
    pub choices: Vec<String>,
}

/// What an option is set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A path, relative to the file that says so.
    Path,
    /// A shipped name or a path.
    Ruleset,
    /// True or false.
    Flag,
    /// A whole number.
    Number,
    /// Several texts.
    Texts,
    /// Several paths.
    Paths,
}

/// The value of an option, with where it was set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Name of the option.
    pub key: &'static str,
    /// Its value; several for lists.
    pub values: Vec<String>,
    /// Where: "clausecheck.toml:3", or the name of a variable.
    pub source: String,
}

/// Reads a file of settings. Its waivers are left to those who apply them; whether there are any is
/// the second result.
///
/// # Errors
/// Everything that is wrong with the file.
pub fn parse(path: &str, text: &str, keys: &[Key]) -> Result<(Vec<Setting>, bool), Problems> {
    let (mut file, mut root) = File::read(path, text);
    let mut settings = Vec::new();
    for key in keys {
        settings.extend(setting(&mut root, &mut file, key));
    }
    let has_waivers = root.has("waiver");
    // Asked for, so that it is known; looked at when the rules are known.
    drop(root.take("waiver"));
    root.finish(&mut file);
    file.finish((settings, has_waivers))
}

fn setting<'s>(root: &mut Table<'s>, file: &mut File<'s>, key: &Key) -> Option<Setting> {
    let value = root.take(key.name)?;
    let span = value.span();
    let source = file.source_of(&span);
    let values = match (key.kind, value.into_inner()) {
        (Kind::Texts | Kind::Paths, DeValue::Array(list)) => {
            let mut values = Vec::new();
            for item in list {
                let span = item.span();
                match item.into_inner() {
                    DeValue::String(text) => values.extend(chosen(file, key, &text, span)),
                    other => wrong_kind(file, key, &other, span),
                }
            }
            values
        }
        (Kind::Flag, DeValue::Boolean(value)) => vec![value.to_string()],
        (Kind::Number, DeValue::Integer(value)) => match value.as_str().parse::<u32>() {
            Ok(number) if value.radix() == 10 => vec![number.to_string()],
            _ => {
                let message = format!("`{}` must be a whole number from 0 up", key.name);
                file.at(span, message, &format!("write {} = 2", key.name));
                return None;
            }
        },
        (Kind::Flag | Kind::Number, other) => {
            wrong_kind(file, key, &other, span);
            return None;
        }
        (_, DeValue::String(text)) => vec![chosen(file, key, &text, span)?],
        (_, other) => {
            wrong_kind(file, key, &other, span);
            return None;
        }
    };
    Some(Setting { key: key.name, values, source })
}

fn wrong_kind(file: &mut File<'_>, key: &Key, value: &DeValue<'_>, span: Range<usize>) {
    let message = format!("`{}` is set to {}", key.name, kind_of(value));
    file.at(span, message, &format!("write {}", example(key)));
}

/// How a setting is written.
fn example(key: &Key) -> String {
    let choice = key.choices.first().map_or("…", String::as_str);
    match key.kind {
        Kind::Flag => format!("{} = true", key.name),
        Kind::Number => format!("{} = 2", key.name),
        Kind::Texts | Kind::Paths => format!("{} = [\"{choice}\"]", key.name),
        Kind::Text | Kind::Path | Kind::Ruleset => format!("{} = \"{choice}\"", key.name),
    }
}

/// The value, if it is one that the option may be set to.
fn chosen(file: &mut File<'_>, key: &Key, value: &str, span: Range<usize>) -> Option<String> {
    match wrong_choice(key, value) {
        None => Some(value.to_owned()),
        Some((message, help)) => {
            file.at(span, message, &help);
            None
        }
    }
}

/// What is wrong with a value, and what to do.
fn wrong_choice(key: &Key, value: &str) -> Option<(String, String)> {
    if value.trim().is_empty() {
        return Some((format!("`{}` is empty", key.name), "leave the line out".to_owned()));
    }
    if key.choices.is_empty() || key.choices.iter().any(|choice| choice == value) {
        return None;
    }
    let choices = || key.choices.iter().map(String::as_str);
    let help = match nearest(value, choices()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("use one of {}", choices().collect::<Vec<_>>().join(", ")),
    };
    Some((format!("`{}` cannot be `{value}`", key.name), help))
}

/// Name of the variable that sets an option: `CLAUSECHECK_FAIL_ON`.
#[must_use]
pub fn variable(key: &Key) -> String {
    format!("CLAUSECHECK_{}", key.name.replace('-', "_").to_uppercase())
}

/// Reads settings from the environment. Lists are separated by commas.
///
/// # Errors
/// Everything that is wrong with the variables that are set.
pub fn from_environment(
    keys: &[Key],
    value_of: impl Fn(&str) -> Option<String>,
) -> Result<Vec<Setting>, Problems> {
    let mut settings = Vec::new();
    let mut problems = Vec::new();
    for key in keys {
        let source = variable(key);
        let Some(text) = value_of(&source).filter(|text| !text.is_empty()) else { continue };
        let values: Vec<String> = match key.kind {
            Kind::Texts | Kind::Paths => text.split(',').map(|v| v.trim().to_owned()).collect(),
            _ => vec![text],
        };
        let wrong = values.iter().find_map(|value| match key.kind {
            Kind::Flag if value != "true" && value != "false" => {
                let message = format!("`{}` cannot be `{value}`", key.name);
                Some((message, "use true or false".to_owned()))
            }
            Kind::Number if value.parse::<u32>().is_err() => {
                let message = format!("`{}` cannot be `{value}`", key.name);
                Some((message, "use a whole number from 0 up".to_owned()))
            }
            _ => wrong_choice(key, value),
        });
        match wrong {
            None => settings.push(Setting { key: key.name, values, source }),
            Some((message, help)) => {
                let (line, column, excerpt) = (0, 0, String::new());
                problems.push(Problem { file: source, line, column, excerpt, message, help });
            }
        }
    }
    if problems.is_empty() { Ok(settings) } else { Err(Problems(problems)) }
}

#[cfg(test)]
mod tests {
    use super::Key;
    use super::Kind;
    use super::from_environment;
    use super::parse;

    fn keys() -> Vec<Key> {
        let choices = |list: &[&str]| list.iter().map(|choice| (*choice).to_owned()).collect();
        vec![
            Key { name: "ruleset", kind: Kind::Ruleset, choices: Vec::new() },
            Key { name: "fail-on", kind: Kind::Text, choices: choices(&["low", "high"]) },
            Key { name: "fail-on-new", kind: Kind::Flag, choices: Vec::new() },
            Key { name: "kind", kind: Kind::Texts, choices: choices(&["tender", "sla"]) },
            Key { name: "jobs", kind: Kind::Number, choices: Vec::new() },
        ]
    }

    #[test]
    fn settings_are_read_with_their_places() {
        let text = "# ours\nruleset = \"ours.yaml\"\nfail-on-new = true\nkind = [\"sla\"]\njobs = 2\n\
            [[waiver]]\nanything = 1\n";
        let (settings, has_waivers) = parse("clausecheck.toml", text, &keys()).unwrap();
        assert!(has_waivers);
        let shown: Vec<String> =
            settings.iter().map(|s| format!("{}={:?} {}", s.key, s.values, s.source)).collect();
        assert_eq!(
            shown,
            [
                "ruleset=[\"ours.yaml\"] clausecheck.toml:2",
                "fail-on-new=[\"true\"] clausecheck.toml:3",
                "kind=[\"sla\"] clausecheck.toml:4",
                "jobs=[\"2\"] clausecheck.toml:5",
            ]
        );
    }

    #[test]
    fn all_problems_come_at_once_with_what_was_meant() {
        let text = "rulset = \"x\"\nfail-on = \"hihg\"\nfail-on-new = \"yes\"\nkind = [\"tendr\", 3]\njobs = -1\n";
        let problems = parse("clausecheck.toml", text, &keys()).unwrap_err().0;
        let shown: Vec<String> =
            problems.iter().map(|p| format!("{} {} ({})", p.line, p.message, p.help)).collect();
        assert_eq!(
            shown,
            [
                "1 there is no key `rulset` here (did you mean `ruleset`?)",
                "2 `fail-on` cannot be `hihg` (did you mean `high`?)",
                "3 `fail-on-new` is set to a text (write fail-on-new = true)",
                "4 `kind` cannot be `tendr` (did you mean `tender`?)",
                "4 `kind` is set to a number (write kind = [\"tender\"])",
                "5 `jobs` must be a whole number from 0 up (write jobs = 2)",
            ]
        );
    }

    #[test]
    fn variables_set_options_too() {
        let value = |name: &str| match name {
            "CLAUSECHECK_FAIL_ON" => Some("low".to_owned()),
            "CLAUSECHECK_KIND" => Some("tender, sla".to_owned()),
            _ => None,
        };
        let settings = from_environment(&keys(), value).unwrap();
        assert_eq!(settings[1].values, ["tender", "sla"]);
        let wrong = |name: &str| (name == "CLAUSECHECK_JOBS").then(|| "many".to_owned());
        assert_eq!(from_environment(&keys(), wrong).unwrap_err().0[0].file, "CLAUSECHECK_JOBS");
    }
}
