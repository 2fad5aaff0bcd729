//! How well findings agree with what people found in the same documents.
//!
//! [`gold`] reads what people decided, [`compare`] sets one document's findings beside it, and
//! [`Evaluation`] adds the comparisons up: confusion counts, rates with intervals ([`Counts`],
//! [`statistics`]) and the list of [`Disagreement`]s with both sides' [`passages`]. Everything is
//! pure counting over gold and findings; documents are read and judged elsewhere, one after the
//! other, and only counts and disagreements are kept of each. How figures are shown is left to
//! `report`.

mod compare;
mod counts;
pub mod gold;
pub mod passages;
pub mod statistics;

pub use compare::Comparison;
pub use compare::Decision;
pub use compare::Disagreement;
pub use compare::Evaluation;
pub use compare::Kind;
pub use compare::RuleCounts;
pub use compare::Strata;
pub use compare::Stratum;
pub use compare::compare;
pub use counts::Class;
pub use counts::Counts;
pub use counts::FOUND;
pub use counts::GOLD;
pub use counts::Rates;
pub use gold::GoldDocument;
pub use gold::GoldSet;
pub use gold::GoldVerdict;
pub use gold::Label;
pub use gold::Problem;
pub use statistics::Interval;
pub use statistics::Proportion;
