//! How the catalog is laid out as text: one course, department or restriction a line, keys in reading order.
//!
//! A fixed order of keys, whatever order the value holds them in, makes the text depend on the content alone.

use serde_json::Value;

/// Keys in reading order. A key that is not here follows these, by alphabet.
const ORDER: &[&str] = &[
    "$schema",
    "schema",
    "sources",
    "changes",
    "kind",
    "id",
    "year",
    "code",
    "name",
    "title",
    "zh",
    "en",
    "url",
    "date",
    "by",
    "licence",
    "standard_as_of",
    "calendar",
    "term",
    "first_monday",
    "registration",
    "preselection",
    "add_drop",
    "withdrawal",
    "certificate",
    "final_exam",
    "break_start",
    "as_of",
    "day",
    "evening",
    "from",
    "to",
    "college",
    "department",
    "departments",
    "aliases",
    "groups",
    "classes",
    "units",
    "related_units",
    "credits",
    "min_credits",
    "table_credits",
    "min_courses",
    "unit",
    "school",
    "common",
    "stages",
    "levels",
    "offered",
    "own_department_only",
    "taught_in_english",
    "standard_url",
    "plan_url",
    "required",
    "online",
    "category_not_printed",
    "track_hint",
    "category_hint",
    "why",
    "text",
    "ask",
    "capstone",
    "category",
    "categories",
    "track",
    "tracks",
    "uncategorised",
    "not_listed",
    "restrictions",
    "notes",
    "at_least",
    "courses",
    "editions",
    "programs",
];

/// Keys that come last in a restriction, after its own.
const LAST: &[&str] = &["for", "entry", "source", "doubt"];

/// Keys whose array stands one element a line.
const ROWS: &[&str] = &[
    "sources",
    "changes",
    "departments",
    "courses",
    "calendar",
    "uncategorised",
    "not_listed",
    "restrictions",
    "notes",
];

/// Keys whose array holds objects that are themselves laid out over several lines.
const BLOCKS: &[&str] = &["editions", "programs", "categories"];

/// The document as text, ending in a line break.
pub fn pretty(document: &Value) -> String {
    let mut out = String::new();
    block(&mut out, document, 0);
    out.push('\n');
    out
}

fn block(out: &mut String, value: &Value, depth: usize) {
    let Value::Object(map) = value else { return inline(out, value) };
    out.push('{');
    for (at, key) in sorted(map).into_iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        indent(out, depth + 1);
        inline(out, &Value::String(key.clone()));
        out.push_str(": ");
        match map.get(key) {
            Some(Value::Array(rows)) if !rows.is_empty() && rows.iter().all(Value::is_object) => {
                if BLOCKS.contains(&key.as_str()) {
                    array(out, rows, depth + 1, |out, row| block(out, row, depth + 2));
                } else if ROWS.contains(&key.as_str()) {
                    array(out, rows, depth + 1, inline);
                } else {
                    inline(out, &Value::Array(rows.clone()));
                }
            }
            Some(other) => inline(out, other),
            None => {}
        }
    }
    out.push('\n');
    indent(out, depth);
    out.push('}');
}

fn array(out: &mut String, rows: &[Value], depth: usize, mut row: impl FnMut(&mut String, &Value)) {
    out.push('[');
    for (at, value) in rows.iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        indent(out, depth + 1);
        row(out, value);
    }
    out.push('\n');
    indent(out, depth);
    out.push(']');
}

/// A value on one line: `{"code": "AVM", "stages": [1, 2]}`.
pub fn inline(out: &mut String, value: &Value) {
    match value {
        Value::Object(map) => {
            out.push('{');
            for (at, key) in sorted(map).into_iter().enumerate() {
                if at > 0 {
                    out.push_str(", ");
                }
                inline(out, &Value::String(key.clone()));
                out.push_str(": ");
                if let Some(value) = map.get(key) {
                    inline(out, value);
                }
            }
            out.push('}');
        }
        Value::Array(rows) => {
            out.push('[');
            for (at, value) in rows.iter().enumerate() {
                if at > 0 {
                    out.push_str(", ");
                }
                inline(out, value);
            }
            out.push(']');
        }
        Value::Number(number) => match number.as_f64() {
            // 3.0 and 3 are one number; it is written 3.
            Some(float) if float.fract() == 0.0 && float.abs() < 1e15 => out.push_str(&format!("{float:.0}")),
            _ => out.push_str(&number.to_string()),
        },
        other => out.push_str(&other.to_string()),
    }
}

fn sorted(map: &serde_json::Map<String, Value>) -> Vec<&String> {
    let rank = |key: &str| match (LAST.iter().position(|k| *k == key), ORDER.iter().position(|k| *k == key)) {
        // `from` and `to` open a period, but in a restriction `for`, `entry` and `source` close it.
        (Some(at), _) => 1000 + at,
        (None, Some(at)) => at,
        (None, None) => ORDER.len(),
    };
    let mut keys: Vec<&String> = map.keys().collect();
    keys.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| a.cmp(b)));
    keys
}

fn indent(out: &mut String, depth: usize) {
    out.extend(std::iter::repeat_n("  ", depth));
}
