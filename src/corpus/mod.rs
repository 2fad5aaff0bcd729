//! Statistics over the packs of a corpus, and of what people said about them.
//!
//! Pure counting and formulas, each with its source: how often a clause is there and with what
//! interval ([`study`], [`estimate`]), what that would be without the detector's mistakes
//! ([`correction`], measured by [`detector`]), whether it changes over the years ([`trend`]), which
//! packs come from one template ([`duplicates`]), whom to ask ([`sampling`]) and how far those who
//! were asked agree ([`agreement`]). What cannot be said is `None` or has a name of its own, and is
//! never a number that means nothing. Chance comes from [`Random`], whose stream is a promise.
//! Reading and judging documents, and how figures are shown, is left to others.

pub mod agreement;
pub mod coding;
pub mod correction;
pub mod detector;
pub mod duplicates;
pub mod estimate;
pub mod metadata;
mod random;
pub mod refi;
pub mod sampling;
pub mod study;
pub mod trend;

pub use estimate::Counting;
pub use estimate::Share;
pub use random::Random;
pub use study::Study;
