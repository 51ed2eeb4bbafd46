//! What a cell holds, in both directions.

use serde_json::{Map, Value, json};

use crate::i18n::restriction;
use crate::names::fold_width;
use crate::rules::Kind;

/// What stands in a cell that says yes.
pub const YES: &str = "是";

/// Kinds of cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell {
    /// Any text.
    Text,
    /// A course code, which spreadsheets like to take for a number.
    Code,
    /// A number.
    Number,
    /// Yes or nothing.
    Flag,
    /// `2025-09-15`; spreadsheets write it `2025/9/15`.
    Date,
    /// Texts with semicolons between them.
    List,
    /// Like a list; codes that are one course stand together with `|` between them.
    Codes,
    /// Texts, one a line.
    Lines,
    /// One of certain words, in Chinese or as the catalog has it.
    Word(&'static [(&'static str, &'static str)]),
    /// Several of them.
    Words(&'static [(&'static str, &'static str)]),
    /// A kind of restriction, in Chinese or as the catalog has it.
    Kind,
    /// `基礎 1; 核心 2; 總整 ?`.
    Categories,
    /// `1`, or `1/2`, which spreadsheets like to take for a date.
    Stage,
    /// `1:34,3:5`, which spreadsheets like to take for a time of day.
    Times,
}

/// What can be wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellProblem {
    /// No number.
    NotANumber,
    /// No yes or no.
    NotAFlag,
    /// No date.
    NotADate,
    /// A date of the Republic.
    RepublicDate {
        /// The same day as it is written here.
        meant: String,
    },
    /// None of the words.
    NotAWord {
        /// What may stand there.
        allowed: Vec<&'static str>,
    },
    /// A code that a spreadsheet has turned into a number such as `1.4E+304`.
    CodeBecameNumber,
    /// A stage that a spreadsheet has turned into a date such as `1月2日`.
    StageBecameDate,
    /// A category without its number of courses.
    NoCount,
}

/// The kind of restriction that a cell names; what names none stays as it is.
fn kind(text: &str) -> &str {
    Kind::NAMES.iter().find(|name| restriction::title(name) == Some(text)).copied().unwrap_or(text)
}

/// Whether the codes of the kind that the cell names are lists of lists.
pub(super) fn is_nested(text: &str) -> bool {
    kind(text.trim()) == "required_courses"
}

impl Cell {
    /// Something that such a cell may hold, for a row in which it is empty and must not be.
    pub(super) fn sample(self) -> Value {
        match self {
            Cell::Number => json!(1),
            Cell::Flag => json!(true),
            Cell::List | Cell::Codes | Cell::Lines | Cell::Words(_) | Cell::Categories => json!([]),
            Cell::Word(words) => json!(words.first().map(|(key, _)| *key)),
            Cell::Text | Cell::Code | Cell::Date | Cell::Kind | Cell::Stage | Cell::Times => json!("1"),
        }
    }

    /// The cell's text for a value, not yet marked as text.
    pub(super) fn write(self, value: &Value) -> String {
        let list = |value: &Value| value.as_array().into_iter().flatten().map(plain).collect::<Vec<_>>();
        match self {
            Cell::Flag => if value == true { YES } else { "" }.to_owned(),
            Cell::List => list(value).join("; "),
            Cell::Lines => list(value).join("\n"),
            Cell::Codes => {
                let one = |value: &Value| match value {
                    Value::Array(_) => list(value).join("|"),
                    other => plain(other),
                };
                value.as_array().into_iter().flatten().map(one).collect::<Vec<_>>().join("; ")
            }
            Cell::Word(words) => word(words, &plain(value)),
            Cell::Words(words) => list(value).iter().map(|key| word(words, key)).collect::<Vec<_>>().join("; "),
            Cell::Kind => {
                let key = plain(value);
                restriction::title(&key).map_or(key, str::to_owned)
            }
            Cell::Categories => {
                let one = |category: &Value| {
                    let courses = match at(category, "min_courses") {
                        Value::Null => "?".to_owned(),
                        number => plain(number),
                    };
                    format!("{} {courses}", plain(at(category, "name")))
                };
                value.as_array().into_iter().flatten().map(one).collect::<Vec<_>>().join("; ")
            }
            Cell::Text | Cell::Code | Cell::Number | Cell::Date | Cell::Stage | Cell::Times => plain(value),
        }
    }

    /// The value of a cell that is not empty. `nested` says that the codes of this kind are lists of lists.
    pub(super) fn read(self, text: &str, nested: bool) -> Result<Value, CellProblem> {
        Ok(match self {
            Cell::Text | Cell::Times => json!(text),
            Cell::Code => json!(code(text)?),
            Cell::Number => {
                let text = fold_width(text);
                let number: f64 = text.trim().parse().map_err(|_| CellProblem::NotANumber)?;
                if !number.is_finite() {
                    return Err(CellProblem::NotANumber);
                }
                if number.fract() == 0.0 && (0.0..1e9).contains(&number) { json!(number as u64) } else { json!(number) }
            }
            Cell::Flag => match fold_width(text).trim().to_lowercase().as_str() {
                "是" | "v" | "✓" | "✔" | "y" | "yes" | "true" | "1" => json!(true),
                "否" | "n" | "no" | "false" | "0" => Value::Null,
                _ => return Err(CellProblem::NotAFlag),
            },
            Cell::Date => json!(date(text)?),
            Cell::Stage => {
                let stage: String = fold_width(text).split_whitespace().collect();
                // `1/2` comes back as 1月2日, 2-Jan, 2026/1/2 or the number of a day.
                let date = stage.contains(['月', '-']) || stage.matches('/').count() > 1 || stage.len() > 3;
                if date { Err(CellProblem::StageBecameDate)? } else { json!(stage) }
            }
            Cell::List => json!(split(text)),
            Cell::Lines => {
                json!(text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>())
            }
            Cell::Codes => {
                let courses: Vec<Vec<String>> = split(text)
                    .into_iter()
                    .map(|course| course.split('|').map(|text| code(text.trim())).collect::<Result<_, _>>())
                    .collect::<Result<_, _>>()?;
                if nested { json!(courses) } else { json!(courses.into_iter().flatten().collect::<Vec<_>>()) }
            }
            Cell::Kind => json!(kind(text)),
            Cell::Word(words) => json!(key(words, text)?),
            Cell::Words(words) => {
                let keys: Result<Vec<&str>, _> = split(text).into_iter().map(|text| key(words, text)).collect();
                json!(keys?)
            }
            Cell::Categories => {
                let one = |text: &str| {
                    let (name, count) = text.rsplit_once([' ', '\u{3000}']).ok_or(CellProblem::NoCount)?;
                    let count = match fold_width(count).as_str() {
                        "?" => Value::Null,
                        count => json!(count.parse::<u16>().map_err(|_| CellProblem::NoCount)?),
                    };
                    Ok(json!({"name": name.trim(), "min_courses": count, "courses": []}))
                };
                Value::Array(split(text).into_iter().map(one).collect::<Result<_, _>>()?)
            }
        })
    }
}

/// Puts a value where a column's key says.
pub(super) fn put(object: &mut Map<String, Value>, key: &str, value: Value) {
    match key.split_once('.') {
        None => _ = object.insert(key.to_owned(), value),
        Some((outer, inner)) => {
            let entry = object.entry(outer).or_insert_with(|| Value::Object(Map::new()));
            if let Some(object) = entry.as_object_mut() {
                put(object, inner, value);
            }
        }
    }
}

/// The value that a column's key means.
pub(super) fn get<'a>(object: &'a Value, key: &str) -> Option<&'a Value> {
    key.split('.').try_fold(object, |value, step| value.get(step))
}

/// A member of an object; null where there is none.
pub(super) fn at<'a>(object: &'a Value, key: &str) -> &'a Value {
    const NOTHING: &Value = &Value::Null;
    object.get(key).unwrap_or(NOTHING)
}

fn plain(value: &Value) -> String {
    let mut text = String::new();
    match value {
        Value::String(string) => text.push_str(string),
        Value::Null => {}
        other => crate::catalog::layout::inline(&mut text, other),
    }
    text
}

fn word(words: &[(&str, &str)], key: &str) -> String {
    words.iter().find(|(known, _)| *known == key).map_or(key, |(_, word)| word).to_owned()
}

fn key(words: &'static [(&str, &str)], text: &str) -> Result<&'static str, CellProblem> {
    let found = words.iter().find(|(key, word)| *key == text || *word == text);
    found.map(|(key, _)| *key).ok_or_else(|| CellProblem::NotAWord { allowed: words.iter().map(|w| w.1).collect() })
}

fn split(text: &str) -> Vec<&str> {
    text.split([';', '；']).map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn code(text: &str) -> Result<String, CellProblem> {
    let text = fold_width(text).trim().to_owned();
    let number = text.split_once(['E', 'e']).is_some_and(|(_, power)| power.starts_with(['+', '-']));
    if number || text.contains('.') { Err(CellProblem::CodeBecameNumber) } else { Ok(text) }
}

/// `2025-09-15` from that, `2025/9/15`, `2025.9.15` or `2025年9月15日`. A year of the Republic is not taken for one of the
/// common era: `115/09/01` is the year 2026, or a slip.
fn date(text: &str) -> Result<String, CellProblem> {
    let text: String = fold_width(text).split_whitespace().collect();
    let bare = text.trim_start_matches("中華").trim_start_matches("民國").trim_end_matches('日');
    let number = |part: &str| part.parse::<u32>().map_err(|_| CellProblem::NotADate);
    let parts: Vec<u32> = match bare.len() {
        // 1150901, as forms of the administration write it.
        7 if bare.bytes().all(|byte| byte.is_ascii_digit()) => {
            let all = number(bare)?;
            vec![all / 10_000, all / 100 % 100, all % 100]
        }
        _ => bare.split(['-', '/', '.', '年', '月']).map(number).collect::<Result<_, _>>()?,
    };
    let [year, month, day] = parts.as_slice() else { return Err(CellProblem::NotADate) };
    let written = |year: u32| format!("{year:04}-{month:02}-{day:02}");
    match year {
        1000..=9999 => Ok(written(*year)),
        90..=199 if crate::catalog::is_date(&written(year + 1911)) => {
            Err(CellProblem::RepublicDate { meant: written(year + 1911) })
        }
        _ => Err(CellProblem::NotADate),
    }
}
