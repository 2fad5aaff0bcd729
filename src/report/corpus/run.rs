//! The format `clausecheck/run/v1`: how an audit was made. Frozen: a change of meaning needs a `v2`
//! beside it. It is the only file of an audit that says when and where it was made; all others are
//! the same for the same documents, rules and options.

use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeMap;

/// Name of the format.
pub const SCHEMA: &str = "clausecheck/run/v1";

/// How an audit was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "clausecheck run, version 1")]
pub struct Run {
    /// Always `clausecheck/run/v1`.
    pub schema: String,
    /// The program.
    pub tool: Tool,
    /// The rules.
    pub ruleset: Ruleset,
    /// What was audited, as given.
    pub corpus: Vec<String>,
    /// Options as they would be typed, so that the audit can be made again.
    pub arguments: Vec<String>,
    /// Options on which findings depend, by name.
    pub options: BTreeMap<String, String>,
    /// Options on which statistics depend.
    pub statistics: Statistics,
    /// BLAKE3 of the plan that was made before the corpus was opened; null if there was none.
    pub plan: Option<String>,
    /// What was read.
    pub counts: Counts,
    /// Files in the corpus that were not judged.
    pub left_out: Vec<LeftOut>,
    /// Packs without a line in the metadata.
    pub without_metadata: Vec<String>,
    /// Lines of the metadata without a pack.
    pub metadata_without_pack: Vec<String>,
    /// The machine.
    pub host: Host,
    /// When it was worked on: once, and again after each early end.
    pub sessions: Vec<Session>,
    /// Files that were written, this one and the journal excepted.
    pub files: Vec<File>,
}

/// A program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Tool {
    pub name: String,
    pub version: String,
}

/// Rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ruleset {
    /// As given: a shipped name, or a path.
    pub given: String,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// BLAKE3 of its rules and its lexicon, in hexadecimal.
    pub hash: String,
}

/// Options on which statistics depend.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Statistics {
    /// The metadata.
    pub metadata: Option<Source>,
    /// Column that names the pack; null if it was found by its name.
    pub id: Option<String>,
    /// Columns by which packs are divided.
    pub by: Vec<String>,
    /// Column with the year.
    pub trend: Option<String>,
    /// Column with the weight.
    pub weight: Option<String>,
    /// What the rules were measured by.
    pub detector: Option<Source>,
    /// Seed of everything drawn by chance.
    pub seed: u64,
    /// Draws of each bootstrap.
    pub draws: usize,
    /// Similarity from which on two packs come from one template.
    pub similarity: f64,
    /// Whether tables are written as Parquet too.
    pub parquet: bool,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Path as given.
    pub path: String,
    /// BLAKE3 of its bytes.
    pub blake3: String,
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Counts {
    /// Packs.
    pub packs: u64,
    /// Of these, read completely.
    pub fully_read: u64,
    /// Of these, read in part.
    pub partly_read: u64,
    /// Of these, not read at all.
    pub unreadable: u64,
    /// Documents, members of archives included.
    pub documents: u64,
    /// Templates from which at least two packs come.
    pub templates: u64,
}

/// A file that was not judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LeftOut {
    /// Its path below the corpus.
    pub path: String,
    /// Why.
    pub reason: String,
}

/// A machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Host {
    /// Operating system.
    pub system: String,
    /// Processor architecture.
    pub architecture: String,
    /// Processors that could be used.
    pub processors: usize,
}

/// A time of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Session {
    /// When it began (RFC 3339, UTC).
    pub started: String,
    /// When it ended; null if it ended early.
    pub finished: Option<String>,
    /// Packs that were judged in it.
    pub judged: u64,
    /// Packs that were judged before.
    pub known: u64,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct File {
    /// Path below the folder of the run.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// BLAKE3 of its bytes.
    pub blake3: String,
    /// Rows, if it is a table.
    pub rows: Option<u64>,
}

/// JSON Schema of the format.
#[must_use]
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Run)
}

/// A moment in seconds since 1970 as RFC 3339 in UTC (Howard Hinnant's `civil_from_days`).
#[must_use]
pub fn moment(seconds: u64) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let z = days + 719_468;
    let (era, day_of_era) = (z / 146_097, z % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    let (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn moments_as_the_calendar_has_them() {
        assert_eq!(moment(0), "1970-01-01T00:00:00Z");
        assert_eq!(moment(951_782_399), "2000-02-28T23:59:59Z");
        assert_eq!(moment(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(moment(1_709_251_200), "2024-03-01T00:00:00Z");
        assert_eq!(moment(4_102_444_799), "2099-12-31T23:59:59Z");
    }
}
