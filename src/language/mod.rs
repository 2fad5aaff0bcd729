//! What belongs to natural languages and to no document in particular.
//!
//! Which language a block is in, where sentences end, what a number word is worth, how a
//! lexicon term is matched against text, and the small words of each language (`grammar`). The terms themselves are data and come from the
//! ruleset; what a match means is left to the engine.

mod detect;
mod fold;
mod grammar;
mod quantity;
mod sentence;
mod terms;

pub use detect::Detector;
pub use fold::fold;
pub use grammar::Columns;
pub use grammar::Forces;
pub use grammar::GRAMMARS;
pub use grammar::Grammar;
pub use grammar::Passive;
pub use grammar::grammar;
pub use quantity::parse_quantity;
pub use quantity::quantities;
pub use sentence::sentences;
pub use terms::Matcher;
pub use terms::MatcherBuilder;
pub use terms::TermError;
pub use terms::TermHit;
