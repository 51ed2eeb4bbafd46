//! From serde's errors to [`Problem`]s: what is wrong, where it really stands, and the word that was probably meant.

use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::locate::{enclosing, offset, position};
use super::problem::{Problem, ProblemKind, Shape};

/// Reads JSON into a type whose unknown keys are refused.
pub fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    serde_json::from_str(text).map_err(|error| problem(text, &error))
}

fn problem(text: &str, error: &serde_json::Error) -> Problem {
    let place = offset(text, error.line(), error.column());
    let full = error.to_string();
    let message = full.rsplit_once(" at line ").map_or(full.as_str(), |(message, _)| message);
    let kind = match error.classify() {
        Category::Eof => ProblemKind::EndsEarly,
        Category::Data => data(message),
        Category::Syntax | Category::Io => ProblemKind::Syntax { message: message.to_owned() },
    };
    let at = match &kind {
        ProblemKind::UnknownKey { key: word, .. }
        | ProblemKind::DuplicateKey { key: word }
        | ProblemKind::UnknownWord { word, .. } => last_string(text, place, word).unwrap_or(place),
        ProblemKind::MissingKey { .. } => enclosing(text, place),
        ProblemKind::WrongType { .. } | ProblemKind::BadValue { .. } => value_start(text, place),
        _ => place,
    };
    Problem { at: position(text, at), kind }
}

/// What serde's words for a value that does not fit its type mean.
pub(crate) fn data(message: &str) -> ProblemKind {
    // A restriction reports its own errors with its kind in front.
    let message = match message.strip_prefix("restriction `").and_then(|rest| rest.split_once("`: ")) {
        Some((_, own)) => own,
        None => message,
    };
    let word = || quoted(message).next().unwrap_or_default().to_owned();
    let allowed = || message.split_once("expected").map(|(_, rest)| words(rest)).unwrap_or_default();
    if message.starts_with("unknown field ") {
        let key = word();
        let suggestion = nearest(&key, allowed().iter().map(String::as_str));
        return ProblemKind::UnknownKey { key, suggestion };
    }
    if message.starts_with("unknown variant ") || message.starts_with("unknown kind of restriction ") {
        let (word, allowed) = (word(), allowed());
        let suggestion = nearest(&word, allowed.iter().map(String::as_str));
        return ProblemKind::UnknownWord { word, suggestion, allowed };
    }
    if message.starts_with("missing field ") {
        return ProblemKind::MissingKey { key: word() };
    }
    if message.starts_with("duplicate field ") {
        return ProblemKind::DuplicateKey { key: word() };
    }
    let mismatch = message.strip_prefix("invalid type: ").and_then(|rest| rest.split_once(", expected "));
    if let Some((found, expected)) = mismatch {
        return ProblemKind::WrongType { found: shape(found), expected: shape(expected) };
    }
    ProblemKind::BadValue { message: message.to_owned() }
}

/// What stands in backquotes.
fn quoted(message: &str) -> impl Iterator<Item = &str> {
    message.split('`').skip(1).step_by(2)
}

/// The words of a list such as `one of a, b` or `` `a` or `b` ``.
fn words(list: &str) -> Vec<String> {
    if list.contains('`') {
        return quoted(list).map(str::to_owned).collect();
    }
    let list = list.trim().trim_start_matches("one of ");
    list.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
}

fn shape(words: &str) -> Shape {
    let starts = |any: &[&str]| any.iter().any(|start| words.starts_with(start));
    if starts(&["string", "a string", "borrowed string", "character"]) {
        Shape::Text
    } else if starts(&["floating point", "f64", "f32", "a number"]) {
        Shape::Number
    } else if starts(&["integer", "u8", "u16", "u32", "u64", "usize", "i64"]) {
        Shape::Whole
    } else if starts(&["boolean", "a boolean", "bool"]) {
        Shape::TrueFalse
    } else if starts(&["null", "unit"]) {
        Shape::Null
    } else if starts(&["sequence", "a sequence", "an array", "tuple", "a tuple"]) {
        Shape::List
    } else if starts(&["map", "a map", "struct", "an object"]) {
        Shape::Object
    } else {
        Shape::Other(words.to_owned())
    }
}

/// The known word that was probably meant: at most a third of its letters away.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let length = word.chars().count();
    known
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance > 0 && *distance * 3 <= length.max(candidate.chars().count()))
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

/// Letters to insert, delete, replace or swap with their neighbour to get from one word to the other.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let replaced = cell(&row, j) + usize::from(x != y);
            let mut best = replaced.min(cell(&row, j + 1) + 1).min(cell(&next, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(cell(&before, j - 1) + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(a.len())
}

/// Where `"word"` last begins before `end`.
fn last_string(text: &str, end: usize, word: &str) -> Option<usize> {
    let end = (end + 1).min(text.len());
    let end = (end..=text.len()).find(|at| text.is_char_boundary(*at))?;
    text.get(..end)?.rfind(&format!("\"{word}\""))
}

/// serde names the end of the value; this is its start.
fn value_start(text: &str, end: usize) -> usize {
    let end = (end + 1).min(text.len());
    let Some(before) = (end..=text.len()).find_map(|at| text.get(..at)) else { return end };
    let trimmed = before.trim_end();
    if let Some(inside) = trimmed.strip_suffix('"') {
        return inside.rfind('"').unwrap_or(inside.len());
    }
    let number = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.');
    let start = trimmed.trim_end_matches(number).len();
    if start < trimmed.len() { start } else { start.saturating_sub(1) }
}

/// Editors on Windows may put a byte order mark in front.
pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests() {
        let known = ["min_credits", "min_courses", "categories", "AVM"];
        for (word, meant) in [
            ("min_credit", Some("min_credits")),
            ("mincredits", Some("min_credits")),
            ("categoreis", Some("categories")),
            ("AMV", Some("AVM")),
            ("zebra", None),
            ("x", None),
        ] {
            assert_eq!(nearest(word, known.into_iter()).as_deref(), meant, "{word}");
        }
    }

    #[test]
    fn counts_changes() {
        for (a, b, changes) in [("", "", 0), ("ab", "ba", 1), ("abc", "", 3), ("課程", "課成", 1)] {
            assert_eq!(distance(a, b), changes, "{a} {b}");
        }
    }
}
