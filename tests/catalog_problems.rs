//! Every kind of mistake in a catalog is found, with its exact place.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use kuayu::catalog::{Position, Problem, ProblemKind, read};
use kuayu::i18n::Lang;
use kuayu::i18n::catalog::{problem, report};

/// A small catalog without mistakes.
const GOOD: &str = r#"{
  "schema": 1,
  "sources": [
    {"title": {"zh": "科目表", "en": "Standards"}, "url": "https://example.edu/a", "date": "2025-09-15"}
  ],
  "departments": [
    {"name": "甲系", "college": "工學院", "aliases": ["甲工系"], "groups": ["甲系一組"], "classes": ["甲班"], "units": ["甲系"]},
    {"name": "乙系", "college": "商學院", "groups": ["乙系"]}
  ],
  "courses": [
    {"code": "1000001", "name": "力學", "credits": 3},
    {"code": "1000002", "name": "熱學", "credits": 2, "online": true},
    {"code": "1000003", "name": "光學", "credits": 0.5, "stages": 2},
    {"code": "1000004", "name": "專題", "credits": 3},
    {"name": "校外講座", "credits": 1}
  ],
  "editions": [
    {
      "id": "114-1", "year": 114, "title": {"zh": "一一四", "en": "114"}, "updated": "2025-09-15",
      "calendar": [{"kind": "registration", "term": "114-1", "from": "2025-09-08", "to": "2025-09-26"}],
      "programs": [
        {
          "code": "AAA", "name": "範例微學程", "college": "工學院", "department": "甲系", "min_credits": 8,
          "standard_url": "https://example.edu/aaa",
          "categories": [
            {"name": "基礎", "min_courses": 1, "courses": [{"code": "1000001", "name": "力學", "track_hint": "聲"}]},
            {"name": "核心", "min_courses": 2, "courses": [
              {"code": "1000002", "name": "熱學"},
              {"code": "1000003", "name": "光學"}
            ]},
            {"name": "總整", "min_courses": null, "courses": [{"code": "1000004", "name": "專題"}]}
          ],
          "uncategorised": [{"name": "校外講座"}],
          "restrictions": [
            {"kind": "not_open_to", "departments": ["乙系"]},
            {"kind": "single_track", "category": "核心", "tracks": ["聲", "光"], "courses": 2},
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
fn broken(old: &str, new: &str) -> (String, Option<Position>) {
    assert_eq!(GOOD.matches(old).count(), 1, "`{old}` stands there once");
    let text = GOOD.replace(old, new);
    let Some((before, _)) = text.split_once('§') else { return (text, None) };
    let line = before.lines().count().max(1) + usize::from(before.ends_with('\n'));
    let column = before.lines().last().unwrap_or_default().chars().count() + 1;
    let at = Position { line, column };
    (text.replace('§', ""), Some(at))
}

fn problems(text: &str) -> Vec<Problem> {
    read(text).err().unwrap_or_default()
}

/// One mistake: what is replaced, by what, and what is reported (in English, as a person reads it).
fn check(old: &str, new: &str, says: &str, hint: &str) {
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

#[test]
fn the_small_catalog_is_good() {
    assert_eq!(problems(GOOD), []);
    assert_eq!(problems(&format!("\u{feff}{GOOD}")), []);
}

#[test]
fn mistakes_of_shape() {
    check(r#""min_credits": 8"#, r#"§"min_credit": 8"#, "there is no key `min_credit`", "did you mean `min_credits`?");
    check(r#""online": true"#, r#"§"zebra": 1"#, "there is no key `zebra`", "");
    check(
        r#""college": "商學院", "courses""#,
        r#"§"colege": "商學院", "courses""#,
        "there is no key `colege`",
        "did you mean `college`?",
    );
    check(
        r#"{"name": "總整", "min_courses": null,"#,
        r#"§{"min_courses": null,"#,
        "the key `name` is missing",
        "add it to this object",
    );
    check(
        r#""updated": "2025-09-15","#,
        "\"updated\": \"2025-09-15\", §\"year\": 3,",
        "the key `year` stands twice",
        "keep one",
    );
    check(
        r#"{"kind": "not_open_to""#,
        r#"{"kind": §"not_open""#,
        "`not_open` is not allowed here",
        "did you mean `not_open_to`?",
    );
    check(
        r#""ask": "program""#,
        r#""ask": §"nobody""#,
        "`nobody` is not allowed here",
        "allowed are student, program, own_department, academic_affairs",
    );
    check(
        r#""min_courses": 2"#,
        r#""min_courses": §"2""#,
        "this should be a whole number, but is a text in quotes",
        "",
    );
    check(
        r#""credits": 0.5"#,
        r#""credits": §0.25"#,
        "this value means nothing: credits must be between 0 and 999, in tenths at the finest",
        "",
    );
    check(
        r#""term": "114-1""#,
        r#""term": §"autumn""#,
        "this value means nothing: `autumn` is no term (for example 114-1)",
        "",
    );
    check(
        "\"schema\": 1",
        "\"schema\": §2",
        "the file is of version 2, this program reads version 1",
        "use the program of that version, or convert the file",
    );
}

#[test]
fn texts_that_are_no_json() {
    let (text, _) = broken("\"schema\": 1,", "\"schema\": 1");
    let found = problems(&text);
    assert!(matches!(&found[0].kind, ProblemKind::Syntax { .. }), "{found:?}");
    assert_eq!(found[0].at, Some(Position { line: 3, column: 3 }));
}

#[test]
fn mistakes_in_the_shared_tables() {
    check(
        r#""aliases": ["甲工系"]"#,
        r#""aliases": ["甲工系", §"甲系"]"#,
        "the department name `甲系` stands twice",
        "a name or alias means one department only",
    );
    check(
        r#""groups": ["乙系"]"#,
        r#""groups": ["乙系", §"甲班"]"#,
        "`甲班` belongs to two departments",
        "a group belongs to one only",
    );
    check(
        r#"{"code": "1000004", "name": "專題", "credits": 3},"#,
        "{\"code\": \"1000004\", \"name\": \"專題\", \"credits\": 3},\n    {\"code\": §\"1000004\", \"name\": \"專題\"},",
        "the course code 1000004 stands twice in `courses`",
        "keep one",
    );
    check(
        r#"{"name": "校外講座", "credits": 1}"#,
        r#"{"name": "校外講座", "credits": 1}, {"name": §"校外 講座"}"#,
        "the course without code 「校外 講座」 stands twice",
        "keep one, or give it its code",
    );
    check(
        r#""https://example.edu/a""#,
        r#"§"example.edu""#,
        "`example.edu` is no address",
        "an address begins with https:// and has no spaces",
    );
    check(r#""to": "2025-09-26""#, r#""to": §"2025-09-31""#, "`2025-09-31` is no date", "write it like 2025-09-15");
    check(r#""to": "2025-09-26""#, r#""to": §"2025-09-01""#, "the period ends before it begins", "check the two dates");
    check(r#"{"zh": "計畫", "en": "plan"}"#, r#"{"zh": "計畫", "en": §""}"#, "the text is empty", "fill it in");
}

#[test]
fn courses_that_do_not_fit() {
    check(
        r#"{"code": "1000002", "name": "熱學"}"#,
        r#"{"code": §"9999999", "name": "熱學", "required": true}, {"code": "1000002", "name": "熱學"}"#,
        "`courses` has no course 9999999",
        "did you mean 1000002?",
    );
    check(
        r#""courses": ["1000002"]"#,
        r#""courses": [§"1000020"]"#,
        "`courses` has no course 1000020",
        "did you mean 1000002?",
    );
    check(
        r#"{"code": "1000002", "name": "熱學"}"#,
        r#"{"code": "1000002", "name": §"熱力學"}"#,
        "1000002 is called 「熱學」, here it says 「熱力學」",
        "one of code and name is mistyped; compare with the official list",
    );
    check(
        r#""uncategorised": [{"name": "校外講座"}]"#,
        r#""uncategorised": [{"name": "校外講座"}, {"name": §"熱學"}]"#,
        "`courses` has no course without code 「熱學」",
        "did you mean 1000002?",
    );
    check(
        r#""uncategorised": [{"name": "校外講座"}]"#,
        r#""uncategorised": [{"name": "校外講座"}, §{"code": "1000001", "name": "力學"}]"#,
        "the program lists 1000001 twice",
        "keep one",
    );
    check(
        r#""uncategorised": [{"name": "校外講座"}]"#,
        r#""uncategorised": [{"name": "校外講座"}], "not_listed": [{"code": §"1000001", "name": "力學", "why": "not_tagged"}]"#,
        "the program lists 1000001 twice",
        "keep one",
    );
    check(
        r#"{"name": "基礎", "min_courses": 1, "courses": [{"code": "1000001", "name": "力學"}]}"#,
        r#"{"name": "基礎", "min_courses": 1, "courses": [{"code": "1000001", "name": "力學"}]}], "restrictions": [{"kind": "max_credits_from", "courses": [§"1000004"], "credits": 3}"#,
        "the program does not list the course 1000004",
        "check the code, or add it to a category",
    );
}

#[test]
fn names_that_nothing_has() {
    check(
        r#""category": "核心""#,
        r#""category": §"核心類""#,
        "the program has no category `核心類`",
        "did you mean `核心`?",
    );
    check(
        r#""departments": ["乙系"]"#,
        r#""departments": [§"甲工系"]"#,
        "`departments` has no `甲工系`",
        "did you mean `甲系`?",
    );
    check(r#""department": "乙系""#, r#""department": §"丙丁系""#, "`departments` has no `丙丁系`", "");
    check(
        r#"{"kind": "college_must_take", "college": "商學院""#,
        r#"{"kind": "college_must_take", "college": §"商業學院""#,
        "no department belongs to `商業學院`",
        "did you mean `商學院`?",
    );
    check(
        r#""code": "BBB", "name": "另一微學程", "college": "商學院""#,
        r#""code": "BBB", "name": "另一微學程", "college": §"文學院""#,
        "no department belongs to `文學院`",
        "did you mean `商學院`?",
    );
    check(r#""track_hint": "聲""#, r#""track_hint": §"電""#, "no restriction names the track `電`", "");
    check(r#""program": "BBB""#, r#""program": §"BBC""#, "the edition has no program BBC", "did you mean `BBB`?");
}

#[test]
fn things_that_stand_twice() {
    check(
        r#"{"name": "總整", "min_courses": null"#,
        r#"{"name": §"核心", "min_courses": null"#,
        "the category `核心` stands twice",
        "put their courses together",
    );
    check(
        r#"{"kind": "mutually_exclusive_with""#,
        r#"{"kind": "confirm", "id": §"plan", "text": {"zh": "再", "en": "again"}, "ask": "student"}, {"kind": "mutually_exclusive_with""#,
        "the id `plan` stands twice",
        "give one of them another id",
    );
    // A program that stands twice is also the wrong one for the restriction that names the other.
    let (text, at) = broken(r#""code": "BBB""#, r#""code": §"AAA""#);
    let found = problems(&text);
    assert!(found.iter().any(|p| p.at == at && p.kind == ProblemKind::DuplicateProgram { code: "AAA".into() }));
    let (text, _) = broken(
        r#""editions": ["#,
        r#""editions": [{"id": "114-1", "year": 114, "title": {"zh": "甲", "en": "a"}, "updated": "2025-09-15", "programs": []},"#,
    );
    assert_eq!(problems(&text)[0].kind, ProblemKind::DuplicateEdition { id: "114-1".into() });
}

#[test]
fn programs_that_nobody_can_finish() {
    // The list holds 3 + 2 + 2 × 0.5 + 3 + 1 = 10 credits.
    check(
        r#""min_credits": 8"#,
        r#""min_credits": §10.5"#,
        "10.5 credits are asked for, all courses together have 10",
        "nobody can finish it: check the credits or the courses",
    );
    check(
        r#""min_courses": 2"#,
        r#""min_courses": §5"#,
        "the category `核心` asks for 5 courses and has only 3",
        "nobody can finish it: check the number or the courses",
    );
    check(
        r#"{"name": "基礎", "min_courses": 1, "courses": [{"code": "1000001", "name": "力學"}]}"#,
        r#"{"name": "基礎", "min_courses": 1, "courses": [{"code": "1000001", "name": "力學"}]}, {"name": "核心", "min_courses": §1, "courses": []}"#,
        "the category `核心` asks for 1 courses and has none",
        "add courses; write null where the number is not known",
    );
    check(
        r#"{"kind": "min_cross_domain_credits", "credits": 6"#,
        r#"§{"kind": "min_cross_domain_credits", "credits": 7.5"#,
        "min_cross_domain_credits asks for 7.5 credits, the list has at most 7 credits",
        "nobody can finish it: check the restriction or the courses",
    );
    check(
        r#"{"kind": "single_track", "category": "核心", "tracks": ["聲", "光"], "courses": 2}"#,
        r#"§{"kind": "single_track", "category": "核心", "tracks": ["聲", "光"], "courses": 5}"#,
        "single_track asks for 5 courses, the list has at most 3 courses",
        "nobody can finish it: check the restriction or the courses",
    );
    check(
        r#"{"kind": "required_courses", "courses": [["1000001"], ["1000004"]], "certain": 1}"#,
        r#"§{"kind": "required_courses", "courses": [["1000001"], ["1000004"]], "certain": 3}"#,
        "required_courses asks for 3 courses, the list has at most 2 courses",
        "nobody can finish it: check the restriction or the courses",
    );
    // 核心 has one online course, another and the course of open category: two in person.
    let (text, at) = broken(
        r#"{"kind": "mutually_exclusive_with""#,
        r#"§{"kind": "in_person_minimum", "categories": ["核心"]}, {"kind": "mutually_exclusive_with""#,
    );
    assert_eq!(problems(&text), []);
    let found = problems(&text.replace("\"min_courses\": 2", "\"min_courses\": 3"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].at, at);
    assert_eq!(
        problem(&found[0].kind, Lang::En).what,
        "in_person_minimum asks for 3 courses, the list has at most 2 courses"
    );
}

#[test]
fn unknown_amounts_and_open_lists_are_not_called_impossible() {
    let (text, _) = broken(r#""min_credits": 8"#, r#""min_credits": 99"#);
    // A course whose credits nobody knows might bring any number.
    assert_eq!(problems(&text.replace(r#"{"name": "校外講座", "credits": 1}"#, r#"{"name": "校外講座"}"#)), []);
    // A category that accepts unlisted courses has no end.
    let open = r#"{"kind": "accepts_unlisted", "category": "核心", "what": {"zh": "程式", "en": "programming"}, "name_contains": []}, {"kind": "mutually_exclusive_with""#;
    assert_eq!(problems(&text.replace(r#"{"kind": "mutually_exclusive_with""#, open)), []);
}

#[test]
fn every_mistake_is_told_at_once_in_the_order_of_the_text() {
    let text = GOOD
        .replace("https://example.edu", "http://example.edu")
        .replace(r#""code": "1000002", "name": "熱學"}"#, r#""code": "1000009", "name": "熱學"}"#);
    let found = problems(&text);
    let lines: Vec<usize> = found.iter().filter_map(|p| p.at).map(|at| at.line).collect();
    // The source, the program, its course, the course that a restriction now misses, the other program.
    assert_eq!(lines, [4, 24, 28, 39, 46]);
    assert_eq!(
        report("programs.json", &found[2], Lang::ZhTw),
        "programs.json:28:24: courses 沒有課程編碼 1000009\n  建議：是不是 1000002？"
    );
    assert_eq!(
        problems(r#"{"schema": 1, "sources": [], "departments": [], "courses": [], "editions": []}"#)[0].kind,
        ProblemKind::NoEdition
    );
}

#[test]
fn too_much_is_counted_not_listed() {
    let notice = r#"{"kind": "notice", "text": {"zh": "甲", "en": "a"}}, "#.repeat(20);
    let (text, _) =
        broken(r#"{"kind": "mutually_exclusive_with""#, &format!("{notice}{{\"kind\": \"mutually_exclusive_with\""));
    assert_eq!(problems(&text)[0].kind, ProblemKind::TooManyRestrictions { count: 27, most: 20 });
    let course = r#"{"code": "1000001", "name": "力學", "credits": 3}, "#.repeat(300);
    let (text, _) =
        broken(r#"{"name": "校外講座", "credits": 1}"#, &format!("{course}{{\"name\": \"校外講座\", \"credits\": 1}}"));
    let found = problems(&text);
    assert_eq!(found.len(), 201);
    assert_eq!(found[200].kind, ProblemKind::AndMore { count: 100 });
}
