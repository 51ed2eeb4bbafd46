//! Names of courses and units in the language of the interface: in English the English name first, the Chinese one
//! beside it. What has no official English name keeps its Chinese one; nothing is transliterated.
//!
//! The English names are the part of this module's words that is loaded late: in a file of their own, once, and only
//! where English is chosen. So they are kept here, as the words are, and not handed through every sentence.

use std::sync::OnceLock;

use super::{App, Lang, units};
use crate::catalog::{EnglishName, EnglishNames};

static COURSES: OnceLock<EnglishNames> = OnceLock::new();
/// A line each: the Chinese and the English name with a tab between them. The first page reads no other shape.
static UNITS: OnceLock<String> = OnceLock::new();

/// Takes the English names in. They are of one build, so the first ones stay.
pub fn learn(names: EnglishNames) {
    learn_units(names.units.iter().map(|(chinese, english)| format!("{chinese}\t{english}\n")).collect());
    _ = COURSES.set(names);
}

/// Takes the units' names in, which a first page needs before the rest: a line each, with a tab between the Chinese and
/// the English name.
pub fn learn_units(units: String) {
    _ = UNITS.set(units);
}

/// The English name of the course with that code, in whichever language the interface is; `None` while the names are
/// not here.
pub fn english(code: Option<&str>) -> Option<&'static EnglishName> {
    COURSES.get()?.course(code?)
}

/// The same as text, as searches ask for it.
pub fn title(code: &str) -> Option<&'static str> {
    english(Some(code)).map(|english| english.name.as_str())
}

/// Of which semester the English names are, and what their mark means; `None` in Chinese, and while they are not here.
pub fn source(lang: Lang) -> Option<String> {
    let as_of = COURSES.get().filter(|_| lang == Lang::En).map(|names| &names.as_of)?;
    let (mark, why) = (App::of(lang).translated, App::of(lang).translated_why);
    Some(format!(
        "English course names: as last seen in the course system, up to {as_of}. {mark}: {why}. Programs have Chinese names only."
    ))
}

/// The English name that stands before a course's own name; `None` in Chinese, and where the own one is English.
pub fn before(lang: Lang, code: Option<&str>, name: &str) -> Option<&'static EnglishName> {
    COURSES.get().and_then(|names| before_of(names, lang, code, name))
}

/// A course in a sentence: `Calculus 微積分`.
pub fn course(lang: Lang, code: Option<&str>, name: &str) -> String {
    with_english(lang, before(lang, code, name), name)
}

/// A unit, department, class or college: `Department of Civil Engineering 土木系`.
pub fn unit(lang: Lang, name: &str) -> String {
    beside(english_unit(lang, name), name)
}

/// The same where a list says already that these are departments: `Civil Engineering 土木系`.
pub fn unit_listed(lang: Lang, name: &str) -> String {
    let english = english_unit(lang, name);
    beside(english.map(|english| english.strip_prefix("Department of ").unwrap_or(&english).to_owned()), name)
}

/// The English name of a unit as it is kept, in whichever language the interface is.
pub fn unit_title(name: &str) -> Option<&'static str> {
    kept(UNITS.get()?, name)
}

/// The English name of a unit.
fn english_unit(lang: Lang, name: &str) -> Option<String> {
    (lang == Lang::En).then(|| unit_of(UNITS.get().map_or("", String::as_str), name)).flatten()
}

fn before_of<'n>(names: &'n EnglishNames, lang: Lang, code: Option<&str>, name: &str) -> Option<&'n EnglishName> {
    (lang == Lang::En && !name.is_ascii()).then(|| names.course(code?)).flatten()
}

fn with_english(lang: Lang, english: Option<&EnglishName>, name: &str) -> String {
    match english {
        Some(english) if english.translated => format!("{} {} {name}", english.name, App::of(lang).translated),
        Some(english) => format!("{} {name}", english.name),
        None => name.to_owned(),
    }
}

fn beside(english: Option<String>, name: &str) -> String {
    english.map_or_else(|| name.to_owned(), |english| format!("{english} {name}"))
}

/// A class is named after the program that holds it and its department: 機電學士班【機械工程系】. What only the Chinese
/// name tells (a group within a department) stays to it.
fn unit_of(units: &str, name: &str) -> Option<String> {
    if let Some(english) = kept(units, name) {
        return Some(english.to_owned());
    }
    if let Some((outer, inner)) = name.split_once('【') {
        let (outer, inner) = (kept(units, outer)?, kept(units, inner.trim_end_matches('】')));
        return Some([Some(outer), inner].into_iter().flatten().collect::<Vec<_>>().join(", "));
    }
    let college = units::college(Lang::En, name);
    (college != name).then(|| format!("College of {college}"))
}

/// The English name beside a Chinese one.
fn kept<'u>(units: &'u str, name: &str) -> Option<&'u str> {
    units.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::EnglishFile;

    fn names() -> EnglishNames {
        let text = r#"{"schema": 1, "source": {"title": {"zh": "課", "en": "c"}, "url": "https://a.b"},
            "as_of": "114-1", "units": [], "courses": [
            {"term": "114-1", "names": [["1401032", "Calculus"]]}, {"term": null, "names": [["1401033", "Calculus"]]}]}"#;
        EnglishNames::new(EnglishFile::read(text).unwrap())
    }

    #[test]
    fn english_first_and_chinese_beside() {
        let names = names();
        let course =
            |lang, code: Option<&str>, name: &str| with_english(lang, before_of(&names, lang, code, name), name);
        assert_eq!(course(Lang::En, Some("1401032"), "微積分"), "Calculus 微積分");
        assert_eq!(course(Lang::En, Some("1401033"), "微積分"), "Calculus (transl.) 微積分");
        assert_eq!(course(Lang::En, Some("1401034"), "微積分"), "微積分");
        assert_eq!(course(Lang::En, None, "微積分"), "微積分");
        assert_eq!(course(Lang::En, Some("1401032"), "Calculus"), "Calculus");
        assert_eq!(course(Lang::ZhTw, Some("1401032"), "微積分"), "微積分");
    }

    #[test]
    fn units_and_classes() {
        let units =
            "機電學士班\tUndergraduate Program of Mechanics\n機械工程系\tDepartment of Mechanical Engineering\n";
        let told = |name: &str| unit_of(units, name);
        assert_eq!(told("機械工程系").as_deref(), Some("Department of Mechanical Engineering"));
        let class = "Undergraduate Program of Mechanics, Department of Mechanical Engineering";
        assert_eq!(told("機電學士班【機械工程系】").as_deref(), Some(class));
        assert_eq!(told("機電學士班【航太組】").as_deref(), Some("Undergraduate Program of Mechanics"));
        assert_eq!(told("設計學院").as_deref(), Some("College of Design"));
        assert_eq!(told("通識中心"), None);
    }
}
