//! The native tests, in one program: what they share is compiled once, and the package is linked to them once.
//!
//! `cargo test --no-default-features --features cli --test all` runs them all; a name after it, as `scenarios` or
//! `house::tidy`, those whose path has it. What runs on wasm32 instead is `tests/wasm.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod audit;
mod catalog;
mod cli;
mod house;
mod import;
mod office;
mod planning;
mod saved;
mod scenarios;
mod support;
