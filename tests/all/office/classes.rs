//! When courses are taught, kept by staff: tables there and back, and every mistake that the check refuses.

use std::collections::HashMap;

use kuayu::catalog::ClassFile;
use kuayu::i18n::Lang;
use kuayu::i18n::office::{data, report};
use kuayu::office::classes::{check_terms, read, terms, terms_text, text};
use kuayu::office::tables::{classes_from_tables, classes_to_tables};

const FILE: &str = r#"{"schema": 1, "term": "115-1", "as_of": "2026-07-24",
"source": {"title": {"zh": "課", "en": "c"}, "url": "https://a.b"}, "classes": [
["1401041","362777",["機械一甲","機械一乙"],"3:234",""],
["14E0302","363168",["機電一"],"","en"]]}"#;

fn kept() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/classes");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let named = |path: std::path::PathBuf| {
        let term = path.file_stem()?.to_str()?.to_owned();
        (term != "terms").then(|| (term, std::fs::read_to_string(&path).unwrap()))
    };
    files.into_iter().filter_map(named).collect()
}

#[test]
fn the_kept_files_are_sound_and_come_back_to_the_byte() {
    let kept = kept();
    let files: Vec<ClassFile> = kept.iter().map(|(term, text)| read(text, Some(term)).unwrap()).collect();
    assert!(files.len() >= 2);
    let tables: HashMap<String, Vec<u8>> = classes_to_tables(&files)
        .unwrap()
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.into_bytes()))
        .collect();
    let back = classes_from_tables(&tables).unwrap();
    for ((term, before), after) in kept.iter().zip(&back) {
        assert_eq!(*before, text(after), "{term}");
    }
    let list = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/classes/terms.json")).unwrap();
    assert_eq!(list, terms_text(&terms(&files)));
    assert_eq!(check_terms(&list, &files), Ok(()));
    // A date that differs is found.
    assert!(check_terms(&list.replacen("2026-0", "2025-0", 1), &files).is_err());
}

#[test]
fn every_mistake_is_told_with_its_place() {
    let told = |from: &str, to: &str| {
        let changed = FILE.replace(from, to);
        assert_ne!(changed, FILE);
        let problems = read(&changed, Some("115-1")).unwrap_err();
        problems.iter().map(|problem| data::report("115-1.json", problem, Lang::En)).collect::<Vec<_>>().join("\n")
    };
    assert!(read(FILE, Some("115-1")).is_ok());
    for (from, to, expected) in [
        ("3:234", "9:234", "115-1.json:3:37: `9:234` does not say which periods of which weekday"),
        ("3:234", "3:23X", "there is no period X"),
        ("\"115-1\"", "\"115-9\"", "`115-9` is no semester"),
        ("\"115-1\"", "\"114-1\"", "the file is called 115-1, but holds 114-1"),
        ("2026-07-24", "2026-02-30", "no date"),
        (" \"as_of\": \"2026-07-24\",", "", "as_of"),
        ("14E0302", "14e0302", "`14e0302` is no course code"),
        ("\"en\"]", "\"fr\"]", "`fr` is no language of a class"),
        ("\"14E0302\",\"363168\"", "\"1401041\",\"362777\"", "class 362777 stands twice"),
    ] {
        let told = told(from, to);
        assert!(told.contains(expected), "{told}");
    }
}

#[test]
fn a_mistake_in_a_table_is_told_where_a_spreadsheet_shows_it() {
    let terms = "term,as_of,title.zh,title.en,url\n115-1,2026-07-24,課,c,https://a.b\n";
    let told = |terms: &str, classes: &str| {
        let table = |text: &str| text.as_bytes().to_vec();
        let tables =
            HashMap::from([("class_terms.csv".to_owned(), table(terms)), ("classes.csv".to_owned(), table(classes))]);
        let problems = classes_from_tables(&tables).unwrap_err();
        problems.iter().map(|problem| report(problem, Lang::ZhTw)).collect::<Vec<_>>().join("\n")
    };
    let heading = "學期,課程編碼,課號,班級,上課時間,授課語言\n";
    let classes = |row: &str| format!("{heading}115-1,1401041,362777,機械一甲,'3:234,\n{row}\n");
    for (row, expected) in [
        ("115-1,1401041,362778,機械一乙,三:234,", "classes.csv 第 3 列 E 欄「上課時間」：「三:234」看不出星期幾第幾節"),
        ("115-1,1401041,362777,機械一乙,3:5,", "classes.csv 第 3 列 C 欄「課號」：課號 362777 在同一門課出現兩次"),
        ("115-2,1401041,362778,機械一乙,3:5,", "classes.csv 第 3 列 A 欄「學期」：class_terms 沒有學期 115-2"),
    ] {
        let told = told(terms, &classes(row));
        assert!(told.contains(expected), "{told}");
    }
    let undated = told(&terms.replace("2026-07-24", ""), &classes(""));
    assert!(undated.contains("class_terms.csv 第 2 列 B 欄「as_of」"), "{undated}");
}
