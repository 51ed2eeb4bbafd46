//! Every kind of mistake in a catalog is found, with its exact place.

use kuayu::catalog::{Position, ProblemKind};
use kuayu::i18n::Lang;
use kuayu::i18n::catalog::report;

use crate::support::small_catalog::{GOOD, broken, check, problems};

#[test]
fn the_small_catalog_is_good() {
    assert_eq!(problems(GOOD), []);
    assert_eq!(problems(&format!("\u{feff}{GOOD}")), []);
}

#[test]
fn mistakes_of_shape() {
    check(r#""min_credits": 8"#, r#"§"min_credit": 8"#, "there is no key `min_credit`", "did you mean `min_credits`?");
    check(r#""common": true"#, r#"§"zebra": 1"#, "there is no key `zebra`", "");
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
        r#""standard_as_of": "2025-09-15","#,
        "\"standard_as_of\": \"2025-09-15\", §\"year\": 3,",
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
        "\"schema\": 2",
        "\"schema\": §1",
        "the file is of version 1, this program reads version 2",
        "use the program of that version, or convert the file",
    );
}

#[test]
fn texts_that_are_no_json() {
    let (text, _) = broken("\"schema\": 2,", "\"schema\": 2");
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
        r#""url": "https://example.edu/a""#,
        r#""url": §"example.edu""#,
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
        r#"{"code": "1000002", "name": "熱學", "online": true}"#,
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
        r#"{"code": "1000002", "name": "熱學", "online": true}"#,
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
        r#""uncategorised": [{"name": "校外講座"}], "not_listed": [{"code": §"1000001", "name": "力學", "why": "earlier_edition"}]"#,
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
        r#""categories": ["核心"]"#,
        r#""categories": [§"核心類"]"#,
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
    check(
        r#"{"kind": "mutually_exclusive_with""#,
        r#"§{"kind": "min_courses_total", "courses": 4, "doubt": {"id": "plan", "text": {"zh": "計畫", "en": "plan"}, "ask": "student"}}, {"kind": "mutually_exclusive_with""#,
        "the question `plan` stands twice with different words or authorities",
        "write it alike, or give one another id",
    );
    // A program that stands twice is also the wrong one for the restriction that names the other.
    let (text, at) = broken(r#""code": "BBB""#, r#""code": §"AAA""#);
    let found = problems(&text);
    assert!(found.iter().any(|p| p.at == at && p.kind == ProblemKind::DuplicateProgram { code: "AAA".into() }));
    let (text, _) = broken(
        r#""editions": ["#,
        r#""editions": [{"id": "114-1", "year": 114, "title": {"zh": "甲", "en": "a"}, "standard_as_of": "2025-09-15", "programs": []},"#,
    );
    assert_eq!(problems(&text)[0].kind, ProblemKind::DuplicateEdition { id: "114-1".into() });
}

#[test]
fn doubts_about_restrictions() {
    let doubt = r#""doubt": {"id": "meant", "text": {"zh": "是否", "en": "is it"}, "ask": "program"}"#;
    let (text, _) = broken(r#""departments": ["乙系"]"#, &format!(r#""departments": ["乙系"], {doubt}"#));
    assert_eq!(problems(&text), []);
    check(
        r#""program": "BBB""#,
        &format!(r#""program": "BBB", {}"#, doubt.replace("{\"id\"", "§{\"id\"")),
        "no answer hangs on `mutually_exclusive_with`, so `doubt` says nothing",
        "leave `doubt` out",
    );
    check(
        r#""departments": ["乙系"]"#,
        &format!(r#""departments": ["乙系"], {}"#, doubt.replace(r#""is it""#, "§\"\"")),
        "the text is empty",
        "fill it in",
    );
    check(
        r#""departments": ["乙系"]"#,
        &format!(r#""departments": ["乙系"], {}"#, doubt.replace(r#""ask""#, "§\"whom\"")),
        "there is no key `whom`",
        "",
    );
}

#[test]
fn every_mistake_is_told_at_once_in_the_order_of_the_text() {
    let text = GOOD
        .replace("https://example.edu", "http://example.edu")
        .replace(r#""code": "1000002", "name": "熱學", "online""#, r#""code": "1000009", "name": "熱學", "online""#);
    let found = problems(&text);
    let lines: Vec<usize> = found.iter().filter_map(|p| p.at).map(|at| at.line).collect();
    // The two sources, the program, its course, the course that a restriction now misses, the other program.
    assert_eq!(lines, [4, 4, 32, 36, 47, 54]);
    assert_eq!(
        report("programs.json", &found[3], Lang::ZhTw),
        "programs.json:36:24: courses 沒有課程編碼 1000009\n  建議：是不是 1000002？"
    );
    assert_eq!(
        problems(r#"{"schema": 2, "sources": [], "departments": [], "courses": [], "editions": []}"#)[0].kind,
        ProblemKind::NoEdition
    );
}

#[test]
fn more_narrowing_rules_than_the_engine_holds_apart_are_refused() {
    let similar = r#"{"kind": "department_similar_courses_not_counted", "department": "機械系"}, "#;
    let with = |count: usize| {
        let rules = similar.repeat(count);
        broken(r#"{"kind": "mutually_exclusive_with""#, &format!("{rules}{{\"kind\": \"mutually_exclusive_with\"")).0
    };
    let narrowing =
        |text: &str| problems(text).into_iter().find(|p| matches!(p.kind, ProblemKind::TooManyNarrowing { .. }));
    assert_eq!(narrowing(&with(0)), None);
    let found = narrowing(&with(4)).unwrap();
    let ProblemKind::TooManyNarrowing { count, most } = found.kind else { panic!("{found:?}") };
    assert!(count > most, "{count} {most}");
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
