//! `kuayu check`: whether a catalog makes sense, and how much it holds.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use super::args::{Args, Wrong};
use super::wrong::missing;
use super::{DONE, NOTHING};
use crate::catalog::{
    Catalog, ClassFile, CourseList, Curricula, EnglishFile, EnglishTerm, KnownNames, check_english, read,
};
use crate::i18n::Lang;
use crate::i18n::catalog::{count, report};
use crate::i18n::office::{classes as class_words, data, odd as odd_words, renew};
use crate::office::{classes, course_list, curricula, odd};

/// Runs the command and gives the exit code.
pub(super) fn run(args: &Args) -> Result<u8, Wrong> {
    let lang = args.lang();
    let others = ["--curricula", "--courses", "--names", "--classes"];
    if args.files.is_empty() && others.iter().all(|other| args.option(other).is_none()) {
        return Err(missing(lang, "CATALOG"));
    }
    let mut good = true;
    let (mut catalog, mut all_curricula, mut list) = (None, Vec::new(), None);
    for file in &args.files {
        let text = load(file)?;
        let read = read(&text);
        good &= tell(file, &read, |problem| report(file, problem, lang), |catalog| describe(catalog, lang));
        for one in read.as_ref().map(|catalog| odd::odd(catalog.document(), None)).unwrap_or_default() {
            eprintln!("{}", odd_words::report(file, &text, &one, lang));
            good &= !one.kind.is_refused();
        }
        catalog = read.ok().or(catalog);
    }
    if let Some(dir) = args.option("--curricula") {
        for file in json_files(dir)? {
            let named = Path::new(&file).file_stem().map(|stem| stem.to_string_lossy().into_owned());
            let read = curricula::read(&load(&file)?, named.as_deref(), catalog.as_ref());
            good &= tell(
                &file,
                &read,
                |problem| data::report(&file, problem, lang),
                |curricula| {
                    let groups = curricula.groups().count();
                    let numbers = count::curricula(curricula.year, groups, curricula.len(), lang);
                    println!("  {}", count::as_of(&numbers, &curricula.as_of, lang));
                },
            );
            all_curricula.extend(read);
        }
        // Of files that cannot be read all is told; whether the others agree with them cannot be said.
        for year in if good { curricula::stale(&all_curricula) } else { Vec::new() } {
            eprintln!("{}", renew::stale(year, dir, lang));
            good = false;
        }
    }
    if let Some(file) = args.option("--courses") {
        let read = course_list::read(&load(file)?, catalog.as_ref());
        good &= tell(
            file,
            &read,
            |problem| data::report(file, problem, lang),
            |list| {
                println!("  {}", count::as_of(&count::courses(list.all().len(), lang), &list.as_of, lang));
            },
        );
        list = read.ok();
    }
    if let Some(file) = args.option("--names") {
        let text = load(file)?;
        let known = known(catalog.as_ref(), &all_curricula, list.as_ref());
        let read = EnglishFile::read(&text).and_then(|names| match check_english(&text, &names, &known) {
            problems if problems.is_empty() => Ok(names),
            problems => Err(problems),
        });
        good &= tell(
            file,
            &read,
            |problem| report(file, problem, lang),
            |names| {
                let count = |one: &EnglishTerm| one.names.len();
                let all = names.courses.iter().map(count).sum();
                let translated = names.courses.iter().filter(|one| one.term.is_none()).map(count).sum();
                println!("  {}", count::english(all, translated, names.units.len(), &names.as_of, lang));
            },
        );
    }
    if let Some(dir) = args.option("--classes") {
        good &= check_classes(dir, catalog.as_ref(), lang)?;
    }
    Ok(if good { DONE } else { NOTHING })
}

/// The classes of every semester, and the list of semesters beside them.
fn check_classes(dir: &str, catalog: Option<&Catalog>, lang: Lang) -> Result<bool, Wrong> {
    let (mut good, mut all) = (true, Vec::new());
    for (file, named) in class_files(dir)? {
        let read = classes::read(&load(&file)?, Some(&named));
        let describe = |classes: &ClassFile| {
            let courses: HashSet<&str> = classes.classes.iter().map(|row| row.code.as_str()).collect();
            let untimed = classes.classes.iter().filter(|row| row.times.is_empty()).count();
            let numbers = class_words::count(&classes.term, classes.classes.len(), courses.len(), untimed, lang);
            println!("  {}", count::as_of(&numbers, &classes.as_of, lang));
            let unlisted = catalog.map(|catalog| classes::unlisted(classes, catalog)).unwrap_or_default();
            if !unlisted.is_empty() {
                println!("  {}", class_words::unlisted(&unlisted, lang));
            }
        };
        good &= tell(&file, &read, |problem| data::report(&file, problem, lang), describe);
        all.extend(read);
    }
    // Of files that cannot be read all is told; whether the list agrees with them cannot be said.
    if good {
        let file = Path::new(dir).join(classes::TERMS).display().to_string();
        let read = classes::check_terms(&load(&file)?, &all);
        good &= tell(&file, &read, |problem| data::report(&file, problem, lang), |()| ());
    }
    Ok(good)
}

/// The files of semesters in a folder, each with the semester that its name says.
pub(super) fn class_files(dir: &str) -> Result<Vec<(String, String)>, Wrong> {
    let named = |file: String| {
        let name = Path::new(&file).file_name()?.to_str()?;
        let term = name.strip_suffix(".json").filter(|_| name != classes::TERMS)?.to_owned();
        Some((file, term))
    };
    Ok(json_files(dir)?.into_iter().filter_map(named).collect())
}

/// Codes and units that the other files name.
fn known<'a>(catalog: Option<&'a Catalog>, curricula: &'a [Curricula], list: Option<&'a CourseList>) -> KnownNames<'a> {
    let mut known = KnownNames::default();
    if let Some(document) = catalog.map(Catalog::document) {
        known.codes.extend(document.courses.iter().filter_map(|course| course.code.as_deref()));
        known.units.extend(document.courses.iter().filter_map(|course| course.unit.as_deref()));
        for department in &document.departments {
            let more = [&department.aliases, &department.groups, &department.classes, &department.units];
            known.units.extend(more.into_iter().chain([&department.related_units]).flatten().map(String::as_str));
            // A class is named after the program that holds it: 機電學士班【機械工程系】.
            let classes = department.groups.iter().chain(&department.classes);
            known.units.extend(classes.filter_map(|class| Some(class.split_once('【')?.0)));
            known.units.extend([Some(department.name.as_str()), department.college.as_deref()].into_iter().flatten());
        }
    }
    known.codes.extend(curricula.iter().flat_map(Curricula::codes));
    if let Some(list) = list {
        known.codes.extend(list.all().iter().map(|course| course.code.as_str()));
        known.units.extend(list.units());
    }
    known
}

/// Tells what is wrong with a file, or what it holds.
fn tell<T, P>(file: &str, read: &Result<T, Vec<P>>, report: impl Fn(&P) -> String, describe: impl Fn(&T)) -> bool {
    match read {
        Ok(value) => {
            println!("{file}");
            describe(value);
            true
        }
        Err(problems) => {
            for problem in problems {
                eprintln!("{}", report(problem));
            }
            false
        }
    }
}

fn describe(catalog: &Catalog, lang: Lang) {
    let courses = &catalog.document().courses;
    let without_code = courses.iter().filter(|course| course.code.is_none()).count();
    println!("  {}", count::table(courses.len(), without_code, catalog.document().departments.len(), lang));
    for edition in catalog.editions() {
        let listings = || edition.programs.iter().flat_map(|program| program.listings());
        let numbers = count::Edition {
            programs: edition.programs.len(),
            listed: listings().count(),
            without_category: listings().filter(|(category, _)| category.is_none()).count(),
            without_code: listings().filter(|(_, listing)| listing.code.is_none()).count(),
        };
        println!("  {}", count::edition(&edition.id, &numbers, lang));
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        for restriction in edition.programs.iter().flat_map(|program| &program.restrictions) {
            *kinds.entry(restriction.kind.name()).or_default() += 1;
        }
        for (kind, number) in kinds {
            println!("    {number:>3} {kind}");
        }
    }
}

pub(super) fn load(file: &str) -> Result<String, Wrong> {
    let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

pub(super) fn json_files(dir: &str) -> Result<Vec<String>, Wrong> {
    let entries = std::fs::read_dir(dir).map_err(|error| format!("{dir}: {error}"))?;
    let mut files: Vec<String> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path: std::path::PathBuf| Path::new(&path).to_string_lossy().into_owned())
        .collect();
    files.sort();
    Ok(files)
}
