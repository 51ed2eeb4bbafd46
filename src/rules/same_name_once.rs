//! What it does: courses of one name count once.
//!
//! Why: 人工智慧與深度學習 says so of itself. The university's rule (same name, same course) holds everywhere, so every audit
//! counts a name once; this kind only tells that the program says it too.
//!
//! Example: `{"kind": "same_name_once"}`

use serde::Serialize;

use super::Rule;

/// Courses of one name count once.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct SameNameOnce {}

read_keys!(SameNameOnce {} never doubted);

impl Rule for SameNameOnce {}
