//! What users write about their policy: settings, waivers, baseline, lock.
//!
//! All are TOML. Text goes in, valid values come out, or every problem of the file with its place
//! and with what was probably meant; nothing invalid gets further. Finding and reading the files is
//! left to the command line, what waivers and baseline do to findings to `review`.

mod baseline;
mod lock;
mod problem;
mod settings;
mod table;
mod waivers;

pub use baseline::parse as parse_baseline;
pub use baseline::render as render_baseline;
pub use lock::parse as parse_lock;
pub use lock::render as render_lock;
pub use problem::Problems;
pub use settings::Key;
pub use settings::Kind;
pub use settings::Setting;
pub use settings::from_environment;
pub use settings::parse as parse_settings;
pub use settings::variable;
pub use waivers::parse as parse_waivers;
pub use waivers::render as render_waivers;

/// Name of the file of settings, which may hold waivers too.
pub const SETTINGS_FILE: &str = "clausecheck.toml";

/// Whether a path is that of a file of settings.
fn is_settings(path: &str) -> bool {
    path.rsplit(['/', '\\']).next() == Some(SETTINGS_FILE)
}
