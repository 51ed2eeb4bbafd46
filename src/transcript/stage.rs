//! Which part of a year course a record is of.

use serde::{Deserialize, Serialize};

use crate::names::fold_width;

/// The stage (階段) of a year course that is taken in several parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Not stated, or a course of one part only.
    #[default]
    Only,
    /// 1, 2, ...: one part.
    Part(u8),
    /// 全: all parts at once (transferred year courses).
    Whole,
}

impl Stage {
    /// Reads `1`, `2`, `1/2`, `1 / 2`, `全`, or nothing. `1/1` and `1` alone are kept as [`Stage::Part`] 1: whether the
    /// course has a second part, the catalog knows.
    pub fn parse(text: &str) -> Option<Stage> {
        let text = fold_width(text);
        let text = text.split('/').next().unwrap_or("").trim();
        match text {
            "" => Some(Stage::Only),
            "全" => Some(Stage::Whole),
            _ => text.parse().ok().filter(|n| (1..=8).contains(n)).map(Stage::Part),
        }
    }

    /// Nothing to say.
    pub fn is_only(&self) -> bool {
        *self == Stage::Only
    }
}

/// `1`, `全`, or nothing.
impl std::fmt::Display for Stage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Stage::Only => Ok(()),
            Stage::Part(n) => write!(f, "{n}"),
            Stage::Whole => f.write_str("全"),
        }
    }
}

impl Serialize for Stage {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stage {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Stage, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Stage::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is no stage")))
    }
}

impl Stage {
    /// Whether a record of this stage is one of what is wanted: of a course of one part every record is, of a year course
    /// those of that half and those of the whole.
    pub fn is_of(self, wanted: Stage) -> bool {
        wanted == Stage::Only || self.covers(wanted)
    }

    /// Whether a record of this stage is for certain what was meant by that one: the same stage, or the whole. A record
    /// that does not say which half it is covers neither.
    pub fn covers(self, meant: Stage) -> bool {
        self == meant || self == Stage::Whole
    }

    /// Both together count once. A record that does not say which half it is stands for the first.
    pub fn counts_once_with(self, other: Stage) -> bool {
        let half = |stage: Stage| if stage == Stage::Only { Stage::Part(1) } else { stage };
        half(self) == half(other) || self == Stage::Whole || other == Stage::Whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages() {
        assert!(Stage::Only.counts_once_with(Stage::Part(1)) && !Stage::Only.counts_once_with(Stage::Part(2)));
        assert!(Stage::Whole.counts_once_with(Stage::Part(2)) && Stage::Whole.is_of(Stage::Part(2)));
        assert!(Stage::Whole.covers(Stage::Part(1)) && !Stage::Only.covers(Stage::Part(1)));
        assert!(!Stage::Part(1).covers(Stage::Only), "what is planned as a course of one part may be unsaid");
        assert!(Stage::Part(2).is_of(Stage::Only) && !Stage::Part(2).is_of(Stage::Part(1)));
    }
}
