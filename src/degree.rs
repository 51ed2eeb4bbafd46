//! The degree systems (學制).

use serde::{Deserialize, Serialize};

/// The degree systems that the rules tell apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Degree {
    /// 日間部大學部: the cross-domain requirement is theirs.
    #[default]
    Bachelor,
    /// 進修部大學部.
    BachelorEvening,
    /// 研究所: another pass mark.
    Graduate,
}

impl Degree {
    /// Whether the curricula in the data (課程科目表 of the day school's bachelors) are theirs.
    pub fn has_curricula(self) -> bool {
        self == Degree::Bachelor
    }
}
