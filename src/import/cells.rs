//! Reading single cells: codes, credits, terms, statuses.

use super::line::Line;
use crate::credits::Credits;
use crate::names::fold_width;
use crate::term::Term;
use crate::transcript::Completion;

/// Characters of a course code (課程編碼).
const CODE_LENGTH: usize = 7;
/// Every code of the course system has at least this many digits; seven letters are a word, not a code.
const CODE_DIGITS: usize = 4;

/// A course code: seven letters and digits, made upper case and half width.
pub(super) fn course_code(cell: &str) -> Option<String> {
    if cell.is_ascii() && cell.len() != CODE_LENGTH {
        return None;
    }
    let code = fold_width(cell).trim().to_ascii_uppercase();
    let fits = code.len() == CODE_LENGTH
        && code.bytes().all(|b| b.is_ascii_alphanumeric())
        && code.bytes().filter(u8::is_ascii_digit).count() >= CODE_DIGITS;
    fits.then_some(code)
}

/// Whether a course code stands anywhere in a line, so that the line must not be passed over in silence.
pub(super) fn holds_code(line: &Line) -> bool {
    let words = line.cells.iter().flat_map(|cell| cell.split(|c: char| !c.is_alphanumeric()));
    words.into_iter().any(|word| course_code(word).is_some())
}

/// The codes of a cell that holds several and nothing else but what stands between them, or of a link, in their order,
/// each once. Empty for a cell with one code or none.
pub(super) fn several_codes(cell: &str) -> Vec<String> {
    let link = cell.contains("://") || cell.starts_with("www.");
    let mut codes: Vec<String> = Vec::new();
    let folded = fold_width(cell);
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        match course_code(word) {
            Some(code) if !codes.contains(&code) => codes.push(code),
            None if !link => return Vec::new(),
            _ => {}
        }
    }
    if codes.len() > 1 || link { codes } else { Vec::new() }
}

/// Whether a cell may hold a code of another university: letters before digits, of another length than ours.
pub(super) fn foreign_code(cell: &str) -> Option<String> {
    let code = fold_width(cell).trim().to_ascii_uppercase();
    let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
    let fits = (1..=4).contains(&letters)
        && (5..=10).contains(&code.len())
        && code.bytes().skip(letters).all(|b| b.is_ascii_digit());
    (fits && code.len() - letters >= 3).then_some(code)
}

/// A class number (課號): six digits.
pub(super) fn class_number(cell: &str) -> Option<String> {
    let text = fold_width(cell);
    let text = text.trim();
    (text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.to_owned())
}

/// Credits as the pages print them: `3.0`, `3.0#` (taught in English), `3 / 3`, `3學分`. The flag is the mark.
pub(super) fn credits(cell: &str) -> Option<(Credits, bool)> {
    if cell.is_empty() {
        return None;
    }
    let text = fold_width(cell);
    let first = text.split('/').next().unwrap_or("").trim();
    let first = first.strip_suffix("學分").unwrap_or(first).trim();
    let (number, english) = match first.strip_suffix('#') {
        Some(number) => (number, true),
        None => (first, false),
    };
    Credits::parse(number).map(|credits| (credits, english))
}

/// A semester as people and pages write it: `112-1`, `1121`, `112 學年度 第 1 學期 (2023 - Fall)`.
pub(super) fn term(cell: &str) -> Option<Term> {
    let text = fold_width(cell);
    Term::parse(&text).or_else(|| heading_term(&text))
}

/// The semester of a heading: a year before 學年, a part after it.
pub(super) fn heading_term(text: &str) -> Option<Term> {
    let text = fold_width(text);
    let (before, after) = text.split_once("學年")?;
    let year = last_number(before)?;
    let after = after.split(['(', '[']).next().unwrap_or("");
    if !(after.contains("學期") || after.contains('暑')) {
        return None;
    }
    let part = after.chars().find_map(|c| match c {
        '1' | '一' | '上' => Some(1),
        '2' | '二' | '下' => Some(2),
        '3' | '暑' => Some(3),
        _ => None,
    })?;
    Term::new(year, part)
}

/// The number that a text ends with.
fn last_number(text: &str) -> Option<u16> {
    let text = text.trim_end();
    let digits = text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    text.get(text.len() - digits..)?.parse().ok()
}

/// What the student says of a course, in the words that people use. `None` for other words; `Some(None)` for nothing.
pub(super) fn status(cell: &str) -> Option<Option<Completion>> {
    if cell.is_empty() {
        return Some(None);
    }
    let text: String =
        fold_width(cell).to_lowercase().chars().filter(|c| !matches!(c, ' ' | '_' | '-' | '–' | '—')).collect();
    Some(Some(match text.as_str() {
        "" => return Some(None),
        "通過" | "已通過" | "已修" | "已修畢" | "修畢" | "已修過" | "修過" | "已完成" | "完成" | "及格" | "已及格"
        | "已取得" | "抵免" | "扺免" | "passed" | "pass" | "done" | "completed" | "complete" | "earned" | "taken"
        | "met" | "p" | "✓" | "✔" | "v" | "○" => Completion::Passed,
        "修習中" | "修課中" | "在修" | "正在修" | "進行中" | "本學期" | "本學期修習中" | "inprogress" | "taking"
        | "current" | "ongoing" | "enrolled" | "n" | "#" => Completion::InProgress,
        "計畫" | "計畫中" | "計畫修" | "計劃" | "計劃中" | "計劃修" | "預計" | "預計修" | "預計修習" | "規劃"
        | "規劃中" | "想修" | "未修" | "待修" | "planned" | "plan" | "planning" | "todo" => {
            Completion::Planned
        }
        "未通過" | "不通過" | "不及格" | "未及格" | "停修" | "退選" | "棄選" | "failed" | "fail" | "notpassed"
        | "withdrawn" | "withdraw" | "w" | "f" | "✗" | "x" => Completion::NotPassed,
        _ => return None,
    }))
}

/// Whether a cell says required or elective (修), or says nothing.
pub(super) fn is_requirement(cell: &str) -> bool {
    let first = cell.split_whitespace().next().unwrap_or("");
    // On paper the line break between the two languages is lost.
    let first = match first.trim_end_matches(|c: char| c.is_ascii_alphabetic()) {
        "" => first,
        chinese => chinese,
    };
    matches!(first, "" | "必" | "選" | "通" | "必修" | "選修" | "通識" | "Required" | "Elective" | "General" | "Common")
}

/// Whether a text holds a Chinese character.
pub(super) fn has_chinese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transcript::own_table::status_word;

    #[test]
    fn codes() {
        for (cell, code) in [
            ("9901001", Some("9901001")),
            ("99e0302", Some("99E0302")),
            ("ＡＢ９９００１", Some("AB99001")),
            ("Physics", None),
            ("399001", None),
            ("物理物理物理物", None),
            ("1.4E102", None),
        ] {
            assert_eq!(course_code(cell).as_deref(), code, "{cell}");
        }
    }

    #[test]
    fn credits_of_every_page() {
        for (cell, tenths, english) in
            [("3.0", 30, false), ("3.0#", 30, true), ("３.０＃", 30, true), ("3 / 3", 30, false), ("0.5", 5, false)]
        {
            assert_eq!(credits(cell), Some((Credits::from_tenths(tenths), english)), "{cell}");
        }
        assert_eq!(credits("三"), None);
    }

    #[test]
    fn headings() {
        for (text, term) in [
            ("114 學年度 第 1 學期 (2025 - Fall)", "114-1"),
            ("113學年度第2學期", "113-2"),
            ("１１２ 學年度 暑期", "112-暑"),
            ("111 學年度 第二學期", "111-2"),
        ] {
            assert_eq!(heading_term(text).map(|t| t.to_string()).as_deref(), Some(term), "{text}");
        }
        for text in ["入學學年度", "112 學年度", "歷年成績"] {
            assert_eq!(heading_term(text), None, "{text}");
        }
    }

    #[test]
    fn statuses_round_trip() {
        for status in [Completion::Passed, Completion::InProgress, Completion::Planned, Completion::NotPassed] {
            assert_eq!(super::status(status_word(status)), Some(Some(status)));
        }
        assert_eq!(super::status("In progress"), Some(Some(Completion::InProgress)));
        assert_eq!(super::status("？？"), None);
    }
}
