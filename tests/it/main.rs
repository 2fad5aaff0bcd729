//! Tests that need more than one module, in one binary so that they compile once.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may end")]

mod audit;
mod cache;
mod changes;
mod cli;
mod compare;
mod consistency;
mod copies;
mod decisions;
mod extends;
mod faults;
mod import;
mod integrations;
mod invariants;
mod layering;
mod meaning;
mod ocr;
mod parties;
mod problems;
mod reports;
mod samples;
mod schemas;
mod translations;
