//! A small catalog to break in one place, and what is reported of it.

use kuayu::catalog::{Position, Problem, read};
use kuayu::i18n::Lang;
use kuayu::i18n::catalog::{problem, report};

/// A small catalog without mistakes.
pub const GOOD: &str = r#"{
  "schema": 2,
  "sources": [
    {"title": {"zh": "科目表", "en": "Standards"}, "url": "https://example.edu/a", "date": "2025-09-15"}, {"title": {"zh": "行事曆", "en": "Calendar"}, "url": "https://example.edu/dates"}
  ],
  "calendar": [
    {
      "term": "114-1", "first_monday": "2025-09-08", "registration": {"from": "2025-09-08", "to": "2025-09-26"},
      "add_drop": {"day": {"from": "2025-09-08", "to": "2025-09-19"}},
      "withdrawal": {"day": {"from": "2025-10-06", "to": "2025-11-21"}},
      "certificate": {"from": "2025-12-01", "to": "2026-01-10"}, "break_start": "2026-01-12",
      "as_of": "2025-09-15", "source": "https://example.edu/dates"
    }
  ],
  "departments": [
    {"name": "甲系", "college": "工學院", "aliases": ["甲工系"], "groups": ["甲系一組"], "classes": ["甲班"], "units": ["甲系"]},
    {"name": "乙系", "college": "商學院", "groups": ["乙系"]}
  ],
  "courses": [
    {"code": "1000001", "name": "力學", "credits": 3},
    {"code": "1000002", "name": "熱學", "credits": 2, "common": true},
    {"code": "1000003", "name": "光學", "credits": 0.5, "stages": 2},
    {"code": "1000004", "name": "專題", "credits": 3},
    {"name": "校外講座", "credits": 1}
  ],
  "editions": [
    {
      "id": "114-1", "year": 114, "title": {"zh": "一一四", "en": "114"}, "standard_as_of": "2025-09-15",
      "programs": [
        {
          "code": "AAA", "name": "範例微學程", "college": "工學院", "department": "甲系", "min_credits": 8,
          "standard_url": "https://example.edu/aaa",
          "categories": [
            {"name": "基礎", "min_courses": 1, "courses": [{"code": "1000001", "name": "力學", "track_hint": "聲"}]},
            {"name": "核心", "min_courses": 2, "courses": [
              {"code": "1000002", "name": "熱學", "online": true},
              {"code": "1000003", "name": "光學"}
            ]},
            {"name": "總整", "min_courses": null, "courses": [{"code": "1000004", "name": "專題"}]}
          ],
          "uncategorised": [{"name": "校外講座"}],
          "restrictions": [
            {"kind": "not_open_to", "departments": ["乙系"]},
            {"kind": "single_track", "categories": ["核心"], "tracks": ["聲", "光"]},
            {"kind": "min_cross_domain_credits", "credits": 6, "for": "cross_domain_requirement"},
            {"kind": "required_courses", "courses": [["1000001"], ["1000004"]], "certain": 1},
            {"kind": "college_must_take", "college": "商學院", "courses": ["1000002"]},
            {"kind": "confirm", "id": "plan", "text": {"zh": "計畫", "en": "plan"}, "ask": "program"},
            {"kind": "mutually_exclusive_with", "program": "BBB"}
          ]
        },
        {
          "code": "BBB", "name": "另一微學程", "college": "商學院", "department": "乙系", "min_credits": 3,
          "standard_url": "https://example.edu/bbb",
          "categories": [
            {"name": "基礎", "min_courses": 1, "courses": [{"code": "1000001", "name": "力學"}]}
          ]
        }
      ]
    }
  ]
}
"#;

/// Replaces one place of [`GOOD`]; `§` in the replacement marks where the mistake should be found.
pub fn broken(old: &str, new: &str) -> (String, Option<Position>) {
    assert_eq!(GOOD.matches(old).count(), 1, "`{old}` stands there once");
    let text = GOOD.replace(old, new);
    let Some((before, _)) = text.split_once('§') else { return (text, None) };
    let line = before.lines().count().max(1) + usize::from(before.ends_with('\n'));
    let column = before.lines().last().unwrap_or_default().chars().count() + 1;
    let at = Position { line, column };
    (text.replace('§', ""), Some(at))
}

pub fn problems(text: &str) -> Vec<Problem> {
    read(text).err().unwrap_or_default()
}

/// One mistake: what is replaced, by what, and what is reported (in English, as a person reads it).
pub fn check(old: &str, new: &str, says: &str, hint: &str) {
    let (text, at) = broken(old, new);
    let found = problems(&text);
    let lines: Vec<String> = found.iter().map(|p| report("f", p, Lang::En)).collect();
    assert_eq!(found.len(), 1, "`{new}` gives {lines:#?}");
    let words = problem(&found[0].kind, Lang::En);
    assert_eq!((words.what.as_str(), words.hint.as_str()), (says, hint), "`{new}`");
    assert_eq!(found[0].at, at, "`{new}`: {lines:?}");
    let chinese = problem(&found[0].kind, Lang::ZhTw);
    assert!(!chinese.what.is_empty() && chinese.what != words.what);
}
