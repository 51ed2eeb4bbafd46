//! Grades (成績) and what they say of a course.

use serde::{Deserialize, Serialize};

use crate::names::fold_width;

/// How far a course is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Completion {
    /// Finished without credit: failed or withdrawn.
    NotPassed,
    /// The student means to take it.
    Planned,
    /// Being taken now, or taken with the grade not out yet.
    InProgress,
    /// Credit earned.
    Passed,
}

/// A grade as the transcript prints it. 備註 of the score page is the source of the letters' meaning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// A number from 0 to 100.
    Score(u8),
    /// 通過, P.
    Pass,
    /// 不通過, F.
    Fail,
    /// 停修, W: withdrawn.
    Withdrawn,
    /// 抵免 (the review page spells it 扺免): credit transferred from another course.
    Transferred,
    /// #: the teacher has not handed the score in.
    NotDelivered,
    /// N (the review page: 未輸入): the score has not been entered.
    NotEntered,
    /// No grade: the course is running, or the student ticked it without one.
    #[default]
    None,
}

impl Grade {
    /// Reads a score cell, half or full width, with stray spaces. `None` when it is nothing a transcript prints.
    pub fn parse(text: &str) -> Option<Grade> {
        let text = fold_width(text);
        let text = text.trim();
        Some(match text {
            "" | "-" => Grade::None,
            "通過" | "及格" | "P" | "p" | "Pass" | "pass" => Grade::Pass,
            "不通過" | "不及格" | "未通過" | "F" | "f" | "Fail" | "fail" => Grade::Fail,
            "W" | "w" | "停修" | "退選" => Grade::Withdrawn,
            "抵免" | "扺免" => Grade::Transferred,
            "#" => Grade::NotDelivered,
            "N" | "n" | "未輸入" => Grade::NotEntered,
            _ => {
                // Pass marks are whole numbers: what stands behind the point decides nothing.
                let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
                let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
                let score = whole.parse::<u8>().ok().filter(|_| digits(whole) && digits(rest))?;
                let too_much = score > 100 || score == 100 && rest.bytes().any(|digit| digit != b'0');
                (!too_much).then_some(Grade::Score(score))?
            }
        })
    }

    /// What the grade says, where `pass_mark` is the lowest passing number (see [`crate::regulation`]).
    pub fn completion(self, pass_mark: u8) -> Completion {
        match self {
            Grade::Score(score) if score >= pass_mark => Completion::Passed,
            Grade::Pass | Grade::Transferred => Completion::Passed,
            Grade::Score(_) | Grade::Fail | Grade::Withdrawn => Completion::NotPassed,
            Grade::NotDelivered | Grade::NotEntered | Grade::None => Completion::InProgress,
        }
    }
}

/// As a transcript prints it; empty when there is none.
impl std::fmt::Display for Grade {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Grade::Score(score) => write!(f, "{score}"),
            Grade::Pass => f.write_str("P"),
            Grade::Fail => f.write_str("F"),
            Grade::Withdrawn => f.write_str("W"),
            Grade::Transferred => f.write_str("抵免"),
            Grade::NotDelivered => f.write_str("#"),
            Grade::NotEntered => f.write_str("N"),
            Grade::None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_grade_the_page_prints() {
        for (text, grade, status) in [
            ("75", Grade::Score(75), Completion::Passed),
            (" 60", Grade::Score(60), Completion::Passed),
            ("５９", Grade::Score(59), Completion::NotPassed),
            ("0", Grade::Score(0), Completion::NotPassed),
            ("Ｗ", Grade::Withdrawn, Completion::NotPassed),
            ("Ｎ", Grade::NotEntered, Completion::InProgress),
            ("未輸入", Grade::NotEntered, Completion::InProgress),
            ("＃", Grade::NotDelivered, Completion::InProgress),
            ("通過", Grade::Pass, Completion::Passed),
            ("Ｆ", Grade::Fail, Completion::NotPassed),
            ("扺免", Grade::Transferred, Completion::Passed),
            ("　", Grade::None, Completion::InProgress),
            ("75.5", Grade::Score(75), Completion::Passed),
            ("８２．０", Grade::Score(82), Completion::Passed),
            ("59.9", Grade::Score(59), Completion::NotPassed),
            ("100.00", Grade::Score(100), Completion::Passed),
        ] {
            assert_eq!(Grade::parse(text), Some(grade), "{text}");
            assert_eq!(grade.completion(60), status, "{text}");
        }
        for bad in ["101", "100.5", "A+", "-5", "+5", "75.", ".5", "7.5.5", "7.x"] {
            assert_eq!(Grade::parse(bad), None, "{bad}");
        }
        assert_eq!(Grade::Score(65).completion(70), Completion::NotPassed);
    }
}
