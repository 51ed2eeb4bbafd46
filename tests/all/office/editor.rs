//! The catalog edited as tables: what is told, what is different, and what is written.

use std::fs;

use kuayu::catalog::document::LoggedChange;
use kuayu::catalog::{Curricula, read_document};
use kuayu::i18n::Lang;
use kuayu::i18n::office::editor::{heading, title};
use kuayu::i18n::office::{diff, report};
use kuayu::office::editor::{Checked, Choices, Edit, Editor, View, choices, column, table, take, written};
use kuayu::office::tables::{Table, curricula_to_cells, text, to_cells};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn shipped() -> String {
    fs::read_to_string(format!("{ROOT}/programs.json")).unwrap()
}

fn years() -> Vec<Curricula> {
    [112, 113, 114, 115]
        .map(|year| fs::read_to_string(format!("{ROOT}/public/curricula/{year}.json")).unwrap())
        .map(|text| Curricula::read(&text).unwrap())
        .to_vec()
}

fn open() -> Editor {
    Editor::open(&shipped(), Vec::new()).unwrap()
}

/// Gives the first row that has these cells another text in one column, and gives its number.
fn put(editor: &mut Editor, of: Table, row: &[(&str, &str)], key: &str, text: &str) -> usize {
    let has = |cells: &Vec<String>| row.iter().all(|(key, text)| cells[column(of, key).unwrap()] == *text);
    let at = editor.cells(of).iter().position(has).unwrap();
    let name = of.file().trim_end_matches(".csv").to_owned();
    editor.edit(Edit::Cell { table: name, row: at, key: key.to_owned(), text: text.to_owned() });
    at
}

/// What is refused and what is asked, in Chinese.
fn told(checked: &Checked) -> (Vec<String>, Vec<String>) {
    let zh = |all: &[_]| all.iter().map(|one| report(one, Lang::ZhTw)).collect();
    (zh(&checked.refused), zh(&checked.asked))
}

const AVM: [(&str, &str); 2] = [("edition", "115-1"), ("program", "AVM")];

#[test]
fn unedited_it_is_the_same_to_the_byte() {
    let mut editor = Editor::open(&shipped(), years()).unwrap();
    assert!(editor.touched().is_empty());
    let checked = editor.check();
    assert_eq!(told(&checked), (Vec::new(), Vec::new()));
    let document = checked.document.unwrap();
    assert_eq!(written(&document).unwrap(), shipped());
    let logged = LoggedChange { date: "2026-11-30".into(), by: "教務處".into(), why: "沒有".into() };
    assert_eq!(editor.store(document, checked.years.unwrap(), logged).unwrap().len(), 0);
}

#[test]
fn the_curricula_come_back_to_the_byte_when_they_are_touched() {
    let mut editor = Editor::open(&shipped(), years()).unwrap();
    let was = editor.cells(Table::Curricula)[0][column(Table::Curricula, "symbol").unwrap()].clone();
    for symbol in ["☆", was.as_str()] {
        let edit = Edit::Cell { table: "curricula".into(), row: 0, key: "symbol".into(), text: symbol.to_owned() };
        editor.edit(edit);
        let checked = editor.check();
        let years_now = checked.years.unwrap();
        let same = years_now
            .iter()
            .zip(&years())
            .all(|(now, then)| kuayu::office::curricula::text(now) == kuayu::office::curricula::text(then));
        assert_eq!(same, symbol == was, "{:?}", checked.refused);
    }
}

#[test]
fn a_course_moved_to_another_category_is_told_logged_and_can_be_undone() {
    let mut editor = open();
    let from = [AVM[0], AVM[1], ("category", "核心")];
    let at = put(&mut editor, Table::Listings, &from, "category", "總整");
    let checked = editor.check();
    assert_eq!(told(&checked), (Vec::new(), Vec::new()));
    let document = checked.document.unwrap();
    let lines = diff::told(editor.former(), &document, None, Lang::ZhTw);
    assert!(
        lines.iter().any(|line| line.contains("AVM") && line.contains("核心") && line.contains("總整")),
        "{lines:?}"
    );
    let program = View::Program { edition: "115-1".into(), program: "AVM".into() };
    let sections = editor.look(&program);
    assert_eq!(
        sections.iter().map(|one| one.table).collect::<Vec<_>>(),
        [Table::Programs, Table::Listings, Table::Restrictions]
    );
    let new: Vec<usize> = sections[1].rows.iter().filter(|row| row.is_new).map(|row| row.at).collect();
    assert_eq!(new, [at]);

    editor.edit(Edit::Undo);
    assert!(editor.touched().is_empty());
    editor.edit(Edit::Redo);
    let checked = editor.check();
    let logged = LoggedChange { date: "2026-11-30".into(), by: "教務處".into(), why: "科目表更正".into() };
    let stored = editor.store(checked.document.unwrap(), checked.years.unwrap(), logged.clone()).unwrap();
    assert_eq!(stored.len(), 1);
    assert_eq!(stored[0].before.as_deref(), Some(shipped().as_str()));
    let now = read_document(&stored[0].text).unwrap();
    assert_eq!(now.changes, [logged]);
    // From here on nothing is different, and nothing older can be brought back by undoing.
    assert!(editor.touched().is_empty());
    assert_eq!(editor.can(), (false, false));
}

#[test]
fn mistakes_are_told_by_row_and_column_without_a_word_of_the_file() {
    let restriction = [AVM[0], AVM[1]];
    let program = [("edition", "115-1"), ("code", "AVM")];
    let course = [("code", "3401007")];
    type Case<'a> = (Table, &'a [(&'a str, &'a str)], &'a str, &'a str, &'a str);
    let cases: [Case<'_>; 16] = [
        (Table::Programs, &program, "min_credits", "九", "不是數字"),
        (Table::Programs, &program, "min_credits", "0", "學分"),
        (Table::Programs, &program, "min_credits", "9.3", "學分"),
        (Table::Programs, &program, "min_credits", "", "還沒有填「應修學分」"),
        (Table::Programs, &program, "department", "土木", "系所表沒有「土木」"),
        (Table::Programs, &program, "categories", "基礎", "缺少門數"),
        (Table::Listings, &restriction, "category", "核新", "沒有類別「核新」"),
        (Table::Listings, &restriction, "code", "34O1007", "課程表沒有課程編碼 34O1007"),
        (Table::Listings, &restriction, "required", "也許", "不是「是」或空白"),
        (Table::Listings, &restriction, "edition", "199-1", "版本表"),
        (Table::Restrictions, &restriction, "kind", "亂寫", "沒有「亂寫」這個選項"),
        (Table::Restrictions, &restriction, "department", "土木系", "這裡不填「系所」"),
        (Table::Courses, &course, "name", "", "還沒有填「課程名稱」"),
        (Table::Courses, &course, "stages", "三", "不是數字"),
        (Table::Calendar, &[("term", "115-1")], "first_monday", "115/09/07", "民國年"),
        (Table::Calendar, &[("term", "115-1")], "first_monday", "2026-09-08", "不是星期一"),
    ];
    let words = [
        "courses",
        "sources",
        "departments",
        "editions",
        "programs ",
        "null",
        "doubt",
        "kind",
        "min_",
        "JSON",
        "true",
        "`",
    ];
    for (of, row, key, text, says) in cases {
        let mut editor = open();
        let at = put(&mut editor, of, row, key, text);
        let checked = editor.check();
        assert!(checked.document.is_none(), "{key} {text}");
        let (refused, _) = told(&checked);
        let found = checked.refused.iter().zip(&refused).find(|(_, line)| line.contains(says));
        let (problem, line) = found.unwrap_or_else(|| panic!("{key} {text}: {refused:?}"));
        assert_eq!((problem.file, problem.row), (of.file(), Some(at + 2)), "{line}");
        assert!(problem.column.is_some(), "{line}");
        for line in &refused {
            let text = line.replace(".csv", "");
            let text = ["editions", "programs", "listings", "restrictions", "courses", "calendar"]
                .iter()
                .fold(text, |text, file| text.trim_start_matches(file).replace(&format!("（{file}）"), ""));
            assert!(!words.iter().any(|word| text.contains(word)), "{line}");
        }
    }
}

#[test]
fn a_row_that_cannot_be_read_makes_no_mistakes_of_those_that_name_it() {
    for (of, row, key) in
        [(Table::Programs, ("code", "AVM"), "min_credits"), (Table::Editions, ("id", "115-1"), "year")]
    {
        let mut editor = open();
        put(&mut editor, of, &[row], key, "");
        let (refused, _) = told(&editor.check());
        assert_eq!(refused.len(), 1, "{refused:?}");
    }
}

#[test]
fn every_empty_cell_that_must_be_filled_is_told() {
    let mut editor = open();
    let cells =
        [("edition", "115-1"), ("code", "AZX"), ("name", "示範微學程")].map(|(key, text)| (key.into(), text.into()));
    editor.edit(Edit::Add { table: "programs".into(), after: None, cells: cells.to_vec() });
    let (refused, _) = told(&editor.check());
    for heading in ["學院", "系所", "應修學分", "類別與門數", "科目表網址"] {
        assert!(refused.iter().any(|line| line.contains(&format!("還沒有填「{heading}」"))), "{heading}: {refused:?}");
    }
    assert_eq!(refused.len(), 5, "{refused:?}");
}

#[test]
fn what_looks_like_a_slip_is_asked() {
    let mut editor = open();
    put(&mut editor, Table::Courses, &[("code", "3401007")], "credits", "20");
    put(&mut editor, Table::Programs, &[("edition", "115-1"), ("code", "AVM")], "min_credits", "14");
    let checked = editor.check();
    let (refused, asked) = told(&checked);
    assert!(checked.document.is_some(), "{refused:?}");
    assert_eq!(asked.len(), 2, "{asked:?}");
}

#[test]
fn rows_are_added_named_and_removed() {
    let mut editor = open();
    let cells = |category: &str, code: &str| {
        [("edition", "115-1"), ("program", "AVM"), ("category", category), ("code", code)]
            .map(|(key, text)| (key.to_owned(), text.to_owned()))
            .to_vec()
    };
    let before = editor.cells(Table::Listings).len();
    editor.edit(Edit::Add { table: "listings".into(), after: Some(0), cells: cells("核心", "5705049") });
    assert_eq!(editor.cells(Table::Listings).len(), before + 1);
    let name = &editor.cells(Table::Listings)[1][column(Table::Listings, "name").unwrap()];
    let courses = editor.cells(Table::Courses);
    let known = courses.iter().find(|row| row[column(Table::Courses, "code").unwrap()] == "5705049").unwrap();
    assert_eq!(*name, known[column(Table::Courses, "name").unwrap()]);
    editor.edit(Edit::Remove { table: "listings".into(), row: 1 });
    assert!(editor.touched().is_empty());
    // What is not there is no edit.
    editor.edit(Edit::Remove { table: "listings".into(), row: 1_000_000 });
    editor.edit(Edit::Cell { table: "nothing".into(), row: 0, key: "code".into(), text: "x".into() });
    editor.edit(Edit::Cell { table: "listings".into(), row: 0, key: "nothing".into(), text: "x".into() });
    assert!(editor.touched().is_empty());
}

#[test]
fn a_restriction_shows_what_its_kind_has_and_its_kinds_are_chosen_in_chinese() {
    let editor = open();
    let kinds = Table::Restrictions.columns().iter().find(|column| column.key == "kind").unwrap();
    let Choices::One(all) = choices(&editor, Table::Restrictions, kinds) else { panic!() };
    assert_eq!(all.len(), 29);
    assert!(all.iter().all(|kind| !kind.contains('_')), "{all:?}");
    let distinct: std::collections::BTreeSet<&String> = all.iter().collect();
    assert_eq!(distinct.len(), all.len());
    let mut seen = 0;
    for edition in ["114-1", "115-1"] {
        for row in editor.cells(Table::Programs) {
            let view = View::Program { edition: edition.into(), program: row[1].clone() };
            let Some(rules) = editor.look(&view).pop() else { continue };
            for rule in rules.rows {
                seen += 1;
                // Every cell that holds something is shown.
                for (at, cell) in rule.cells.iter().enumerate().skip(2) {
                    assert!(cell.is_empty() || rule.fields.contains(&at), "{rule:?}");
                }
                assert!(rule.fields.len() < 16, "{rule:?}");
            }
        }
    }
    assert!(seen > 200, "{seen}");
}

#[test]
fn tables_from_files_are_taken_by_name_or_by_headings() {
    let editor = open();
    for (of, cells) in to_cells(editor.former()).unwrap().into_iter().chain(curricula_to_cells(&years())) {
        let text = text(of, &cells).unwrap();
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let rows = reader.records().enumerate();
        let sheet: Vec<(usize, Vec<String>)> =
            rows.map(|(at, row)| (at + 1, row.unwrap().iter().map(str::to_owned).collect())).collect();
        for name in [of.file(), "工作表.xlsx"] {
            let taken = take(name, std::slice::from_ref(&sheet));
            assert_eq!(taken.problems, []);
            assert_eq!(taken.tables, [(of, cells.clone())], "{name}");
        }
        // A column that is gone is told, and nothing is taken.
        if Table::ALL.contains(&of) {
            let less: Vec<_> = sheet.iter().map(|(at, row)| (*at, row[1..].to_vec())).collect();
            let taken = take(of.file(), &[less]);
            assert!(taken.tables.is_empty() && taken.problems.len() == 1, "{taken:?}");
        }
    }
    assert_eq!(take("notes.csv", &[vec![(1, vec!["甲".to_owned(), "乙".to_owned()])]]).others, [0]);
}

#[test]
fn every_table_and_column_has_a_name_in_both_languages() {
    for of in Table::ALL.into_iter().chain(Table::CURRICULA) {
        assert_eq!(table(of.file()), Some(of));
        assert!(!title(of, Lang::ZhTw).is_ascii() && title(of, Lang::En).is_ascii());
        for column in of.columns() {
            let english = heading(column, Lang::En);
            assert!(english.is_ascii() && !english.contains(['.', '_']) && !english.is_empty(), "{}", column.key);
        }
    }
}

#[test]
fn a_catalog_that_is_none_is_not_opened() {
    assert!(Editor::open("{}", Vec::new()).is_err());
    assert!(Editor::open("", Vec::new()).is_err());
}
