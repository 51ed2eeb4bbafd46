//! Texts that the catalog brings, and where its facts come from.

use serde::{Deserialize, Serialize};

/// Where facts come from, and when they were taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What it is called.
    pub title: Text,
    /// Its address.
    pub url: String,
    /// Date of the state used, `YYYY-MM-DD`; absent when the source gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Its licence, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
}

/// A change of the catalog, as whoever made it says. No person is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LoggedChange {
    /// The day, `YYYY-MM-DD`.
    pub date: String,
    /// The unit that made it.
    pub by: String,
    /// Why.
    pub why: String,
}

/// A text that the catalog itself brings, in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Traditional Chinese as used in Taiwan.
    pub zh: String,
    /// English.
    pub en: String,
}
