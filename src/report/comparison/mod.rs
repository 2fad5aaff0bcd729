//! What became of each demand between two packs, in its forms. What changed is decided in `review`.

mod difference;
mod docx;
mod html;
mod terminal;
pub mod v1;
mod view;
mod wording;

pub use docx::write as docx;
pub use html::write as html;
pub use terminal::write as terminal;

use super::words::Words;

/// How a comparison is told to people.
#[derive(Clone, Copy)]
pub struct Telling<'w> {
    /// The words of their language.
    pub words: &'w Words,
    /// Whether a table at the top says of each demand what is left of it.
    pub by_requirement: bool,
}
