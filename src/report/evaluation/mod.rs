//! How well findings agree with people, in one of its forms: for a terminal, or as JSON with one
//! frozen module per version of the format.

mod terminal;
pub mod v1;

pub use terminal::write as terminal;
