//! What it does: a student cannot hold this certificate and that of another program.
//!
//! Why: two programs of nearly the same content.
//!
//! Known limits: each program is judged for itself; plans with both targets are warned of, and `kuayu advise` refuses
//! both together.
//!
//! Example: `{"kind": "mutually_exclusive_with", "program": "AZI"}`

use serde::Serialize;

use super::Rule;

/// Excludes another program.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MutuallyExclusiveWith {
    /// The other program's code.
    pub program: String,
}

read_keys!(MutuallyExclusiveWith { program } never doubted);

impl Rule for MutuallyExclusiveWith {}
