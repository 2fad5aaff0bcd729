//! What users write about their policy: settings, waivers, baseline, lock.
//!
//! All are TOML. Text goes in, valid values come out, or every problem of the file with its place
//! and with what was probably meant; nothing invalid gets further. Finding and reading the files is
//! left to the command line, what waivers and baseline do to findings to `review`.

mod baseline;
mod problem;
mod table;
mod waivers;

pub use baseline::parse as parse_baseline;
pub use baseline::render as render_baseline;
pub use problem::Problems;
pub use waivers::parse as parse_waivers;
pub use waivers::render as render_waivers;
