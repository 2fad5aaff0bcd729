//! Machine-readable reports, one frozen module per version of the format.

pub(crate) mod inert;
pub mod v1;
