//! How well findings agree with people, in one of its forms: for a terminal, for a browser, or as JSON with one
//! frozen module per version of the format.

mod figures;
mod html;
mod terminal;
pub mod v1;

pub use html::write as html;
pub use terminal::write as terminal;
