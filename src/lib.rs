//! clausecheck tells, before anyone signs, which cyber-security clauses a tender, contract or SLA
//! demands of the supplier, which are weak, contradicted or missing, and exactly where it says so.

pub mod app;
pub mod cli;
pub mod engine;
pub mod extract;
pub mod input;
pub mod language;
pub mod model;
pub mod report;
pub mod review;
pub mod ruleset;
pub mod structure;
