//! A year's file as text: one course a line, without spaces, because these rows are most of what a phone loads.

use serde_json::{Value, json};

use super::List;
use crate::catalog::curriculum::CurriculumRow;
use crate::catalog::layout::inline;
use crate::catalog::{Curricula, Group};

/// The file as it is kept, ending in a line break. The same curricula give the same bytes.
pub fn text(curricula: &Curricula) -> String {
    let mut out = String::from("{\n");
    field(&mut out, "schema", &json!(curricula.schema));
    field(&mut out, "year", &json!(curricula.year));
    field(&mut out, "as_of", &json!(curricula.as_of));
    field(&mut out, "source", &json!(curricula.source));
    for list in List::ALL {
        out.push_str(&format!("\"{}\": {{\n", list.key()));
        let groups = &list.of(curricula).0;
        for (at, (name, group)) in groups.iter().enumerate() {
            lines(&mut out, list, name, group);
            out.push_str(if at + 1 < groups.len() { ",\n" } else { "\n" });
        }
        out.push_str("},\n");
    }
    out.push_str("\"other_years\": {\n");
    let mut groups: Vec<_> = curricula.other_years.iter().collect();
    groups.sort();
    for (at, (name, rows)) in groups.iter().enumerate() {
        let rows: Vec<String> = rows.iter().map(|row| json!(row).to_string()).collect();
        out.push_str(&format!("{}: [\n{}\n]", json!(name), rows.join(",\n")));
        out.push_str(if at + 1 < groups.len() { ",\n" } else { "\n" });
    }
    out.push_str("}\n}\n");
    out
}

fn field(out: &mut String, key: &str, value: &Value) {
    out.push_str(&format!("\"{key}\": "));
    inline(out, value);
    out.push_str(",\n");
}

fn lines(out: &mut String, list: List, name: &str, group: &Group) {
    inline(out, &json!(name));
    out.push_str(": {");
    if let Some(as_of) = &group.as_of {
        out.push_str("\"as_of\": ");
        inline(out, &json!(as_of));
        out.push_str(", ");
    }
    if list == List::Own || group.credits.is_some() {
        out.push_str("\"credits\": ");
        inline(out, &json!(group.credits));
        out.push_str(", ");
    }
    out.push_str("\"courses\": [\n");
    let rows: Vec<String> = group.courses.iter().map(row).collect();
    out.push_str(&rows.join(",\n"));
    out.push_str(if rows.is_empty() { "]}" } else { "\n]}" });
}

fn row(row: &CurriculumRow) -> String {
    let CurriculumRow { symbol, code, name, credits, year, semester, stage } = row;
    json!([symbol.sign(), code, name, credits, year, semester, stage]).to_string()
}
