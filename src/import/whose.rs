//! Whose page it is: the student number and the class that stand above its tables. Never a name.

use super::ImportedProfile;
use super::cells;
use super::line::Line;
use crate::names::fold_width;

/// The years of a class: `電子三甲` is in its third.
const YEARS: [char; 4] = ['一', '二', '三', '四'];

/// What the lines above a page's tables say of the student: number, department (by the class), and the entry year that
/// follows from class and semester for somebody who lost no year. `None` when they say nothing.
pub(super) fn profile(lines: &[Line]) -> Option<ImportedProfile> {
    let mut profile = ImportedProfile::default();
    let mut year = None;
    let mut term = None;
    for line in lines {
        let text = fold_width(&line.cells.join(" "));
        term = term.or_else(|| cells::heading_term(&text));
        if profile.student.is_none() {
            profile.student = after(&text, &["學號", "Student ID", "Student No", "Student Number"])
                .filter(|number| (8..=10).contains(&number.len()) && number.bytes().any(|b| b.is_ascii_digit()));
        }
        if profile.group.is_none()
            && let Some(class) = after(&text, &["班級", "系級", "Class"])
        {
            (profile.group, year) = of_class(&class);
        }
    }
    if let (Some(year), Some(term)) = (year, term) {
        profile.entry = term.year.checked_sub(year);
    }
    (profile != ImportedProfile::default()).then_some(profile)
}

/// The word after a label, without the colon between them.
fn after(text: &str, labels: &[&str]) -> Option<String> {
    let at = labels.iter().find_map(|label| Some(text.find(label)? + label.len()))?;
    let rest = text.get(at..)?.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | '|'));
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
    (!word.is_empty()).then_some(word)
}

/// The department of a class, and how many years before it began: `電子三甲` is of 電子系, two years on.
fn of_class(class: &str) -> (Option<String>, Option<u16>) {
    let Some((at, year)) =
        class.char_indices().find_map(|(at, c)| Some((at, YEARS.iter().position(|year| *year == c)?)))
    else {
        return (None, None);
    };
    let name = class.get(..at).unwrap_or_default();
    let group = (!name.is_empty()).then(|| format!("{}系", name.trim_end_matches('系')));
    (group, u16::try_from(year).ok())
}
