//! The files of an audit: tables that describe themselves ([`table`]), what was found ([`rows`],
//! [`packs`]), what follows ([`statistics`]), how it was made ([`run`]), and what all of it means
//! ([`package`], [`codebook`]). Nothing is computed here.

pub mod codebook;
pub mod coding;
pub mod figures;
pub mod html;
pub mod package;
pub mod packs;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod refi;
pub mod rows;
pub mod run;
pub mod sheet;
pub mod statistics;
pub mod svg;
pub mod table;
