//! Pages for a browser: one file each, without network, scripts or anything that runs.
//!
//! Text of documents is escaped by the template engine, and a content security policy that allows
//! only our own style sheet, by its hash, stands behind that.

mod chart;
mod report;
mod text;

pub use report::write;

use crate::model::RulesetStamp;
use crate::report::words::Words;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::Digest;
use sha2::Sha256;

const STYLE: &str = include_str!("style.css");

/// What every page begins with.
pub(super) struct Page {
    /// Title of the page.
    pub(super) title: String,
    /// Code of the language in which it is written.
    pub(super) lang: &'static str,
}

impl Page {
    /// The style sheet.
    #[allow(clippy::unused_self, reason = "called by the template")]
    pub(super) fn style(&self) -> &'static str {
        STYLE
    }

    /// Its hash, as a content security policy names it.
    #[allow(clippy::unused_self, reason = "called by the template")]
    pub(super) fn style_hash(&self) -> String {
        format!("sha256-{}", STANDARD.encode(Sha256::digest(STYLE)))
    }
}

/// Which rules made a report, and with which program.
pub(super) fn stamp(stamp: &RulesetStamp, words: &Words) -> String {
    let hash: String = stamp.hash.chars().take(12).collect();
    words.say_with(
        "footer-made-by",
        &[
            ("tool", env!("CARGO_PKG_NAME").into()),
            ("version", env!("CARGO_PKG_VERSION").into()),
            ("ruleset", stamp.name.as_str().into()),
            ("ruleset-version", stamp.version.as_str().into()),
            ("hash", hash.into()),
        ],
    )
}
