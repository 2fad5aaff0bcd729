//! Tests that need more than one module, in one binary so that they compile once.

mod cli;
mod invariants;
mod layering;
mod problems;
mod samples;
mod schemas;
