//! A document as it was read, in one of its forms: what a reader of a report goes back to in order
//! to see what the rules saw.

pub mod markdown;
pub mod text;
pub mod v1;
