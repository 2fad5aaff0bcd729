//! What belongs to natural languages and to no document in particular.
//!
//! Which language a block is in, where sentences end, what a number word is worth, and how a
//! lexicon term is matched against text. The terms themselves are data and come from the
//! ruleset; what a match means is left to the engine.

mod detect;
mod fold;
mod numbers;
mod quantity;
mod sentence;
mod terms;

pub use detect::Detector;
pub use fold::fold;
pub use quantity::parse_quantity;
pub use quantity::quantities;
pub use sentence::sentences;
pub use terms::Matcher;
pub use terms::MatcherBuilder;
pub use terms::TermError;
pub use terms::TermHit;
