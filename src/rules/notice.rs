//! What it does: tells something that changes no answer.
//!
//! Why: recommendations and remarks of the program that a student should see.
//!
//! Example: `{"kind": "notice", "text": {"zh": "建議英文能力達 CEFR B1", "en": "English level CEFR B1 recommended"}}`

use serde::Serialize;

use super::Rule;
use crate::catalog::document::Text;

/// Something to know.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Notice {
    /// What it says.
    pub text: Text,
}

read_keys!(Notice { text } never doubted);

impl Rule for Notice {}
