//! What it does: a student cannot hold this certificate and that of another program.
//!
//! Why: two programs of nearly the same content.
//!
//! Known limits: each program is judged for itself; plans with both targets are warned of, and advice for both
//! together is refused.
//!
//! Example: `{"kind": "mutually_exclusive_with", "program": "AZI"}`

use serde::{Deserialize, Serialize};

use super::Rule;

/// Excludes another program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MutuallyExclusiveWith {
    /// The other program's code.
    pub program: String,
}

impl Rule for MutuallyExclusiveWith {}
