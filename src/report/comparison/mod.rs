//! What became of each demand between two packs, in its forms. What changed is decided in `review`.

mod terminal;
pub mod v1;
mod wording;

pub use terminal::write as terminal;
