//! The command line as it is called.

mod audit;
mod batch;
mod import;
mod usage;
