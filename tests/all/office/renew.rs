//! What each year's curricula say of other years: true in the files that ship, renewed by one command, and refused by
//! `kuayu check` where that was forgotten.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use kuayu::catalog::Curricula;
use kuayu::catalog::curriculum::Curriculum;
use kuayu::names::normalise;

use crate::support::real::{Real, YEARS};

/// A professional course of a curriculum.
struct Own {
    group: String,
    entry: u16,
    code: Option<String>,
    /// Normalised.
    name: String,
}

#[test]
fn a_curriculum_knows_every_professional_course_of_the_departments_other_curricula() {
    let real = Real::read();
    let all: Vec<(u16, String, Curriculum)> = real
        .curricula
        .iter()
        .flat_map(|year| {
            year.groups().map(|group| (year.year, group.to_owned(), year.group(group, &real.catalog).unwrap()))
        })
        .collect();
    let mut found = 0;
    for (entry, group, curriculum) in &all {
        let departments = &real.catalog.document().departments;
        let own = departments.iter().find(|d| d.groups.contains(group));
        let of_class = departments.iter().find(|d| d.classes.contains(group));
        let is_kin = |other: &String| {
            other == group
                || own.is_some_and(|d| d.groups.contains(other))
                || of_class.is_some_and(|d| d.groups.contains(other) || d.classes.contains(other))
                || of_class.is_some()
                    && other.split_once('【').map(|(class, _)| class) == Some(group.split('【').next().unwrap())
        };
        let mut courses: Vec<Own> = Vec::new();
        for (year, other, of) in all.iter().filter(|(year, other, _)| is_kin(other) && (other, year) != (group, entry))
        {
            let rows = of.rows().iter().filter(|row| row.symbol.is_professional());
            courses.extend(rows.map(|row| Own {
                group: other.clone(),
                entry: *year,
                code: row.code.clone(),
                name: normalise(&row.name),
            }));
        }
        let professional = |code: Option<&str>, name: &str| {
            let rows = [code.and_then(|code| curriculum.by_code(code)), curriculum.by_name(name)];
            rows.into_iter().flatten().any(|row| row.symbol.is_professional())
        };
        for (_, course) in real.catalog.courses() {
            let (code, name) = (course.code.as_deref(), normalise(&course.name));
            if professional(code, &name) {
                continue;
            }
            let same = |own: &&Own| (own.code.is_some() && own.code.as_deref() == code) || own.name == name;
            let known: Vec<&Own> = courses.iter().filter(same).collect();
            let told = curriculum.in_kin(code, &name);
            assert_eq!(told.is_some(), !known.is_empty(), "{} for {group} {entry}: {told:?}", course.name);
            if let Some((in_group, year)) = told {
                assert!(
                    known.iter().any(|own| own.group == in_group && own.entry == year),
                    "{}: {told:?}",
                    course.name
                );
                found += 1;
            }
        }
    }
    assert!(found > 500, "{found}");
}

fn kuayu(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kuayu")).args(args).output().unwrap()
}

fn folder(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("renew").join(name);
    _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).unwrap();
    for year in YEARS {
        let file = format!("{year}.json");
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/curricula").join(&file), dir.join(file)).unwrap();
    }
    dir
}

#[test]
fn a_course_added_to_one_year_is_carried_to_the_others_or_check_refuses() {
    let dir = folder("one");
    let place = dir.to_str().unwrap();
    let check = || kuayu(&["check", "--lang", "en", "--curricula", place]);
    assert!(check().status.success(), "{:?}", check());
    let path = dir.join("115.json");
    let text = fs::read_to_string(&path).unwrap();
    let (before, after) = text.split_once("\"土木系\": {").unwrap();
    let (head, rows) = after.split_once("\"courses\": [\n").unwrap();
    let new =
        format!("{before}\"土木系\": {{{head}\"courses\": [\n[\"★\",\"3499999\",\"新選修\",3,4,1,\"1\"],\n{rows}");
    fs::write(&path, &new).unwrap();

    let refused = check();
    assert_eq!(refused.status.code(), Some(1));
    let told = String::from_utf8(refused.stderr).unwrap();
    for year in [112, 113, 114] {
        assert!(told.contains(&format!("other_years of {year}")), "{told}");
    }
    assert!(!told.contains("of 115") && told.contains(&format!("kuayu catalog renew-curricula {place}")), "{told}");

    assert!(kuayu(&["catalog", "renew-curricula", place]).status.success());
    assert!(check().status.success());
    let text = fs::read_to_string(dir.join("112.json")).unwrap();
    assert!(text.contains("[\"3499999\",\"新選修\",115]"), "not carried over");
    assert_eq!(fs::read_to_string(&path).unwrap(), new, "what was right is left alone");
}

#[test]
fn a_folder_with_a_broken_file_is_left_alone() {
    let dir = folder("two");
    let place = dir.to_str().unwrap();
    let text = fs::read_to_string(dir.join("112.json")).unwrap();
    let (before, _) = text.split_once("\"other_years\"").unwrap();
    let without = format!("{before}\"other_years\": {{\n}}\n}}\n");
    fs::write(dir.join("112.json"), &without).unwrap();
    let good = fs::read_to_string(dir.join("113.json")).unwrap();
    fs::write(dir.join("113.json"), "{\"year\": 113}").unwrap();
    let renew = || kuayu(&["catalog", "renew-curricula", place]);
    assert_eq!(renew().status.code(), Some(1));
    assert_eq!(fs::read_to_string(dir.join("112.json")).unwrap(), without);
    fs::write(dir.join("113.json"), good).unwrap();
    assert!(renew().status.success());
    assert_eq!(fs::read_to_string(dir.join("112.json")).unwrap(), text);
    // Without the key a file would be too kind to every student.
    let (before, _) = text.split_once(",\n\"other_years\"").unwrap();
    let problems = Curricula::read(&format!("{before}\n}}\n")).unwrap_err();
    assert!(format!("{problems:?}").contains("other_years"), "{problems:?}");
}
