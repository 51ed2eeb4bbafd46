//! The curricula and the course list as the office keeps them: as tables and back, checked, and told apart in words.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use kuayu::catalog::{Catalog, Curricula};
use kuayu::i18n::Lang;
use kuayu::i18n::office::{curricula as words, data, report};
use kuayu::office::curricula::{self, lists, text};
use kuayu::office::tables::{Table, curricula_from_tables, curricula_to_tables};
use kuayu::office::{course_list, tables::SheetProblem};

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn catalog() -> Catalog {
    kuayu::catalog::read(&file("programs.json")).unwrap()
}

/// The shipped files, as (year, text).
fn shipped() -> Vec<(u16, String)> {
    (112..=115).map(|year| (year, file(&format!("public/curricula/{year}.json")))).collect()
}

fn tables(years: &[Curricula]) -> HashMap<String, Vec<u8>> {
    let tables = curricula_to_tables(years).unwrap();
    tables.into_iter().map(|(file, text)| (file.to_owned(), text.into_bytes())).collect()
}

fn back(tables: &HashMap<String, Vec<u8>>) -> Result<Vec<Curricula>, Vec<SheetProblem>> {
    curricula_from_tables(tables, Some(&catalog()))
}

/// A small year with a group of its own day, a course without code, and text that spreadsheets like to spoil.
const SMALL: &str = r#"{
"schema": 1,
"year": 115,
"as_of": "2026-06-14",
"source": {"title": {"zh": "示範來源", "en": "Invented source"}, "url": "https://example.org/", "date": "2026-06-15", "licence": "MIT"},
"groups": {
"電機系": {"credits": {"common_required": 28, "free": 20, "professional_elective": 10.5, "professional_required": 73, "total": 131.5}, "courses": [
["▲","0199997","=示範",3,1,1,"1/2"],
["▲","0199997","=示範",3,1,2,"2/2"],
["★",null,"示範選修 ",0.5,4,2,"1"]
]},
"電子系": {"as_of": "2026-11-20", "credits": null, "courses": [
["○","14E0302","示範, \"引號\"",0,5,1,"1/8"]
]}
},
"general_education": {
"通識中心【博雅課程－自然】": {"as_of": "2026-07-01", "courses": [
["△","9901001","示範自然",2,1,1,"1"]
]}
},
"common": {
},
"other_years": {
}
}
"#;

fn small() -> Curricula {
    curricula::read(SMALL, Some("115"), Some(&catalog())).unwrap()
}

#[test]
fn the_shipped_files_are_laid_out_as_the_tools_lay_them_out() {
    for (year, shipped) in shipped() {
        let read = curricula::read(&shipped, Some(&year.to_string()), Some(&catalog())).unwrap();
        assert!(text(&read) == shipped, "{year}");
    }
    assert_eq!(text(&small()), SMALL);
}

#[test]
fn through_tables_and_back_every_byte_is_the_same() {
    let years: Vec<Curricula> = shipped().iter().map(|(_, text)| Curricula::read(text).unwrap()).collect();
    let returned = back(&tables(&years)).unwrap();
    let texts: Vec<String> = returned.iter().map(text).collect();
    assert!(shipped().into_iter().map(|(_, text)| text).eq(texts));
    assert_eq!(text(&back(&tables(&[small()])).unwrap()[0]), SMALL);
}

#[test]
fn each_group_has_the_day_of_its_own_state() {
    let (small, catalog) = (small(), catalog());
    assert_eq!(small.group("電機系", &catalog).unwrap().as_of(), Some("2026-06-14"));
    assert_eq!(small.group("電子系", &catalog).unwrap().as_of(), Some("2026-11-20"));
}

#[test]
fn days_can_be_edited_and_cells_are_safe_to_open() {
    let mut edited = tables(&[small()]);
    let years = String::from_utf8(edited["years.csv"].clone()).unwrap();
    // As spreadsheets write a date.
    edited.insert("years.csv".to_owned(), years.replace("2026-06-14", "2026/9/1").into_bytes());
    let read = back(&edited).unwrap();
    assert_eq!(text(&read[0]), SMALL.replace("2026-06-14", "2026-09-01"));
    let told: Vec<String> = lists(&small(), &read[0])
        .iter()
        .flat_map(|(name, changes)| {
            changes.iter().map(move |one| format!("{name}：{}", words::change(one, Lang::ZhTw)))
        })
        .collect();
    assert_eq!(told, ["電機系：資料日期 2026-06-14 → 2026-09-01"], "the others have their own day");
    let rows = String::from_utf8(tables(&[small()])["curricula.csv"].clone()).unwrap();
    for cell in ["'0199997", "'=示範", "'1/2", "'示範選修 ", "'14E0302", "'1/8"] {
        assert!(rows.contains(cell), "{cell} in {rows}");
    }
}

#[test]
fn mistakes_are_told_by_table_row_and_column() {
    for (file, old, new, told) in [
        ("years.csv", "2026-06-14", "", "years.csv row 2 column B (資料日期): 「資料日期」 is not filled in"),
        ("years.csv", "2026-06-14", "2026-02-30", "years.csv row 2 column B (資料日期): `2026-02-30` is no date"),
        ("years.csv", "2026-06-14", "2062-06-14", "the date 2062-06-14 is not within 2010 to 2032"),
        ("years.csv", "2026-06-14", "1999-06-14", "the date 1999-06-14 is not within 2010 to 2032"),
        (
            "groups.csv",
            "電機系",
            "電幾系",
            "curricula.csv row 4 column B (班組): groups.csv has no `電機系` for this year",
        ),
        (
            "groups.csv",
            "115,系組班,電子系",
            "115,系組班,電機系",
            "groups.csv row 3 column C (班組): `電機系` stands twice",
        ),
        ("groups.csv", "115,系組班,電子系", "115,系組,電子系", "column B (清單): `系組` is not allowed here"),
        (
            "groups.csv",
            "115,系組班,電子系",
            "116,系組班,電子系",
            "column A (入學年度): years.csv has no entry year `116`",
        ),
        ("groups.csv", ",73,", ",,", "groups.csv row 2 column G (專業必修學分): 「專業必修學分」 is not filled in"),
        (
            "curricula.csv",
            "115,電子系,○",
            "115,光電系,○",
            "row 5 column B (班組): groups.csv has no `光電系` for this year",
        ),
        ("curricula.csv", "115,電子系,○", "115,電子系,◎", "row 5 column C (類別): `◎` is not allowed here"),
        ("curricula.csv", "'14E0302", "1.4E+304", "column D (課程編碼): `1.4E+304` is no course code; a spreadsheet"),
        ("curricula.csv", "'14E0302", "14E302", "column D (課程編碼): `14E302` is no course code"),
        (
            "curricula.csv",
            "'1/8",
            "1月8日",
            "column I (階段): `1月8日` is no stage; a spreadsheet seems to have made a date",
        ),
        ("curricula.csv", "'1/8", "8-Jan", "`8-Jan` is no stage; a spreadsheet seems to have made a date of it"),
        ("curricula.csv", "'1/8", "9/8", "column I (階段): `9/8` is no stage"),
        ("curricula.csv", ",0,5,1,", ",,5,1,", "column F (學分): 「學分」 is not filled in"),
        ("curricula.csv", ",0,5,1,", ",0,6,1,", "column G (學年): there is no year 6, semester 1"),
        ("curricula.csv", ",1,2,'2/2", ",1,1,'1/2", "row 3 column D (課程編碼): the same row of 0199997 stands twice"),
        ("curricula.csv", ",3,1,2,'2/2", ",2,1,2,'2/2", "row 3 column F (學分): 0199997 has two numbers of credits"),
        ("curricula.csv", "'=示範,3,1,2", "別名,3,1,2", "row 3 column E (課程名稱): 0199997 has two names in one"),
        ("curricula.csv", "課程名稱", "名字", "curricula.csv row 1 column E (名字): no column has this heading"),
    ] {
        let mut tables = tables(&[small()]);
        let before = String::from_utf8(tables[file].clone()).unwrap();
        assert_eq!(before.matches(old).count(), 1, "`{old}` stands once in {before}");
        tables.insert(file.to_owned(), before.replace(old, new).into_bytes());
        let found: Vec<String> = back(&tables).err().unwrap_or_default().iter().map(|p| report(p, Lang::En)).collect();
        assert!(found.iter().any(|line| line.contains(told)), "{new}: {told} in {found:#?}");
    }
    // A group that no department has, in both tables.
    let mut renamed = tables(&[small()]);
    for bytes in renamed.values_mut() {
        *bytes = String::from_utf8(bytes.clone()).unwrap().replace("電機系", "電幾系").into_bytes();
    }
    let found: Vec<String> = back(&renamed).unwrap_err().iter().map(|problem| report(problem, Lang::En)).collect();
    let told = "groups.csv row 2 column C (班組): `departments` has no group `電幾系`\n  hint: did you mean `電子系`?";
    assert_eq!(found, [told]);
    assert_eq!(back(&HashMap::new()).unwrap_err().len(), Table::CURRICULA.len());
}

#[test]
fn the_check_names_line_and_column() {
    let whole = |line: usize, column: usize, what: &str| format!("115.json:{line}:{column}: {what}");
    for (old, new, told) in [
        ("\"as_of\": \"2026-06-14\",\n", "", whole(1, 1, "缺少欄位「as_of」")),
        ("2026-06-14", "unknown", whole(4, 10, "「unknown」不是存在的日期")),
        ("2026-06-14", "2009-12-31", whole(4, 10, "資料日期 2009-12-31 不在 2010 到 2032 年之間")),
        ("2026-11-20", "2026-13-01", whole(12, 18, "「2026-13-01」不是存在的日期")),
        ("\"year\": 115", "\"year\": 114", whole(3, 9, "檔名是 115，內容卻是 114 學年度入學")),
        ("\"電機系\"", "\"電機糸\"", whole(7, 8, "departments 沒有班組「電機糸」\n  建議：是不是「電機系」？")),
        ("\"○\"", "\"◎\"", whole(13, 2, "這裡不能寫「◎」")),
        ("14E0302", "14E302", whole(13, 6, "「14E302」不是課程編碼")),
        ("0,5,1,\"1/8\"", "0,5,3,\"1/8\"", whole(13, 31, "沒有第 5 學年第 3 學期")),
        ("\"1/8\"", "\"一\"", whole(13, 35, "「一」不是階段")),
        ("3,1,2,\"2/2\"", "3,1,1,\"1/2\"", whole(9, 6, "同一列課程 0199997 出現兩次")),
        (
            "\"=示範\",3,1,2",
            "\"示範\",3,1,2",
            whole(9, 16, "0199997 在同一份課程科目表有兩個名稱：「=示範」和「示範」"),
        ),
        ("\"=示範\",3,1,2", "\"=示範\",2,1,2", whole(9, 22, "0199997 在同一份課程科目表有兩種學分：3 和 2")),
        (
            "[\n[\"△\",\"9901001\",\"示範自然\",2,1,1,\"1\"]\n]",
            "[]",
            whole(17, 53, "「通識中心【博雅課程－自然】」沒有任何課程"),
        ),
    ] {
        assert_eq!(SMALL.matches(old).count(), 1, "{old}");
        let broken = SMALL.replace(old, new);
        let problems = curricula::read(&broken, Some("115"), Some(&catalog())).err().unwrap_or_default();
        let lines: Vec<String> = problems.iter().map(|p| data::report("115.json", p, Lang::ZhTw)).collect();
        assert!(lines.iter().any(|line| line.starts_with(&told)), "{told} in {lines:#?}");
        assert_eq!(lines.len(), 1, "{lines:#?}");
        // English is complete: a sentence of its own, with a hint.
        let english = data::report("115.json", &problems[0], Lang::En);
        assert!(!english.contains('，') && english.contains("\n  hint: "), "{english}");
    }
}

#[test]
fn the_course_list_is_made_of_a_table() {
    let table = "課程編碼,課程名稱,學分,開課單位,開課學期,學制\n\
                 99A0002,示範乙 (二),1.5,示範系,113-1 114-2,大學部\n\
                 99A0001,示範甲,3.0,示範系,113-2,\n\
                 '0199997,示範丙,0,,115-1; 115-2,\n";
    let made = course_list::from_table(table.as_bytes().to_vec(), "2026-07-24").unwrap();
    let expected = "{\n\"schema\": 1,\n\"as_of\": \"2026-07-24\",\n\"units\": [\n\
        {\"unit\": null, \"courses\": [\n[\"0199997\",\"示範丙\",0,1]\n]},\n\
        {\"unit\": \"示範系\", \"courses\": [\n[\"99A0001\",\"示範甲\",3,0],\n[\"99A0002\",\"示範乙(二)\",1.5,1]\n]}\n]\n}\n";
    assert_eq!(made, expected);
    let list = course_list::read(&made, Some(&catalog())).unwrap();
    assert_eq!((list.as_of.as_str(), list.all().len()), ("2026-07-24", 3));
    for (old, new, told) in [
        ("99A0001", "99A0002", "terms.csv row 3 column A (課程編碼): the course code 99A0002 stands twice"),
        ("'0199997", "199997", "terms.csv row 4 column A (課程編碼): `199997` is no course code"),
        ("113-2", "秋季", "terms.csv row 3 column E (開課學期): `秋季` is no semester"),
        ("3.0", "三", "terms.csv row 3 column C (學分): `三` is no number"),
    ] {
        let problems = course_list::from_table(table.replace(old, new).into_bytes(), "2026-07-24").unwrap_err();
        let found: Vec<String> = problems.iter().map(|problem| report(problem, Lang::En)).collect();
        assert!(found.iter().any(|line| line.contains(told)), "{told} in {found:#?}");
    }
    for (old, new, told) in [
        ("2026-07-24", "2026-7-24", "courses.json:3:10: `2026-7-24` is no date"),
        ("2026-07-24", "2031-07-24", "courses.json:3:10: the date 2031-07-24 is not within 2010 to 2029"),
        ("99A0001", "99A0002", "courses.json:10:2: the course code 99A0002 stands twice"),
        ("\"示範甲\"", "\" \"", "courses.json:9:12: the text is empty"),
        ("99A0001", "99a0001", "courses.json:9:2: `99a0001` is no course code"),
    ] {
        let problems = course_list::read(&made.replace(old, new), Some(&catalog())).unwrap_err();
        let found: Vec<String> = problems.iter().map(|p| data::report("courses.json", p, Lang::En)).collect();
        assert!(found.iter().any(|line| line.starts_with(told)), "{told} in {found:#?}");
    }
}
