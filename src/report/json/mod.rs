//! Machine-readable reports, one frozen module per version of the format.

pub mod v1;
