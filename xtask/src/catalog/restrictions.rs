//! The facts' restrictions as the catalog's kinds. Every fact becomes a restriction; an unknown one stops the run.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use super::curricula::number;
use super::departments::canonical;
use super::edition::{Year, left_out};
use super::facts::{CategoryRule, Program, Row};
use super::restriction_facts::{Applies, Fact};
use super::words::text;

/// A program's restrictions in the edition.
pub fn restrictions(p: &Program, year: Year) -> Result<Vec<Value>> {
    let mut out = Vec::new();
    for fact in &p.rules.restrictions {
        let read: Fact = serde_json::from_value(fact.clone()).with_context(|| format!("restriction {fact}"))?;
        out.extend(restriction(p, read)?);
    }
    if let Some(courses) = p.rules.min_courses_total {
        out.push(json!({"kind": "min_courses_total", "courses": courses}));
    }
    for (name, rule) in &p.rules.categories.0 {
        out.extend(category(p, name, rule).with_context(|| format!("category {name}"))?);
    }
    out.extend(required(p, year)?);
    Ok(out)
}

/// A course of another school: its code where one is stated, its name.
pub type ExternalCourse = (Option<String>, String);

/// Courses of other schools: (school, category, courses).
pub fn external_courses(p: &Program) -> Vec<(String, String, Vec<ExternalCourse>)> {
    let read = |fact: &Value| match serde_json::from_value(fact.clone()) {
        Ok(Fact::ExternalCourses { school, category, courses }) => {
            let course = |text: &String| match text.strip_suffix(')').and_then(|t| t.rsplit_once(" (")) {
                Some((name, code)) => (Some(code.to_owned()), name.to_owned()),
                None => (None, text.clone()),
            };
            Some((school, category, courses.iter().map(course).collect()))
        }
        _ => None,
    };
    p.rules.restrictions.iter().filter_map(read).collect()
}

fn restriction(p: &Program, fact: Fact) -> Result<Vec<Value>> {
    Ok(vec![match fact {
        Fact::NotForDepartments { departments, open_to } => match (departments.as_slice(), open_to.as_deref()) {
            ([one], Some("本校 and 臺北聯合大學系統")) if one == "英文系 and English-related departments" =>
            {
                return Ok(vec![
                    json!({"kind": "not_open_to", "departments": [department("英文系")?]}),
                    notice(
                        "其他與英文相關的系所同樣不得修讀；本校及臺北聯合大學系統的學生皆可登記。",
                        "Other English-related departments are excluded too; students of this university and of the University System of Taipei may register.",
                    ),
                ]);
            }
            (names, None) => json!({"kind": "not_open_to", "departments": departments_of(names)?}),
            (_, Some(other)) => bail!("open to {other}"),
        },
        Fact::OnlyForDepartments { departments } => {
            json!({"kind": "only_open_to", "departments": departments_of(&departments)?})
        }
        Fact::UnlistedCoursesNeedPriorConfirmation => notice(
            "未列在科目表的課程，須事先經本微學程確認才可能採計。",
            "A course that is not in the list may count only if the program has agreed beforehand.",
        ),
        Fact::CategoryMinimumMustBeInPerson { categories } => {
            json!({"kind": "in_person_minimum", "categories": categories})
        }
        // Listed among the courses instead.
        Fact::ExternalCourses { .. } => return Ok(Vec::new()),
        Fact::MinCrossDomainCredits { min_credits, applies_to_categories, purpose, entry_years, source, .. } => {
            let mut out = json!({"kind": "min_cross_domain_credits", "credits": number(min_credits)});
            match applies_to_categories {
                Applies::Word(word) => ensure!(word == "non_basic", "applies to {word}"),
                Applies::Categories(categories) => out["categories"] = json!(categories),
            }
            match source.as_deref() {
                None => {}
                Some("official slides 114-1, the worked example's plan") => {
                    out["source"] = json!("教務處 114-1 微學程說明簡報（綠建築範例）");
                }
                Some(other) => bail!("source {other}"),
            }
            whom(out, purpose, entry_years)?
        }
        Fact::MinCreditsOutsideOwnDepartment { min_credits, applies_to_categories, purpose, entry_years } => {
            let mut out = json!({"kind": "min_credits_outside_department", "credits": number(min_credits)});
            if let Some(categories) = applies_to_categories {
                out["categories"] = json!(categories);
            }
            whom(out, purpose, entry_years)?
        }
        Fact::MinCoursesOutsideOwnDepartment { n, applies_to_categories } => {
            let mut out = json!({"kind": "min_courses_outside_department", "courses": n});
            if let Some(categories) = applies_to_categories {
                out["categories"] = json!(categories);
            }
            out
        }
        Fact::MinCoursesInCategories { categories, min_courses } => {
            json!({"kind": "min_courses_in_categories", "categories": categories, "courses": min_courses})
        }
        Fact::MinCoursesByRequirement { required_courses, elective_courses } => {
            json!({"kind": "one_required_one_elective", "required": required_courses, "elective": elective_courses})
        }
        Fact::NoDuplicateSameNameAndContent => json!({"kind": "same_name_once"}),
        Fact::RemoteCoursesMarked { mark, by } => {
            ensure!(by == "partner university / space agency adjunct teachers", "remote courses by {by}");
            notice(
                &format!("科目表標「{mark}」的課程由合作大學或太空中心的兼任教師遠距授課。"),
                &format!(
                    "Courses marked {mark} in the list are taught remotely by adjunct teachers of a partner university or the space agency."
                ),
            )
        }
        Fact::TrackChoice { tracks, choose } => {
            ensure!(choose == 1, "choose {choose} tracks");
            let courses = rule(p, "核心")?.min_courses.context("no minimum in 核心")?;
            json!({"kind": "single_track", "category": "核心", "tracks": tracks, "courses": courses})
        }
        Fact::RecommendedEnglishLevel { level } => {
            notice(&format!("建議英文程度達 {level}。"), &format!("An English level of {level} is recommended."))
        }
        Fact::BasicProgrammingCourse { min_courses, .. } => {
            ensure!(min_courses == 1, "{min_courses} basic programming courses");
            basic_programming("基礎")
        }
        Fact::CollegeMustTake { colleges, codes, .. } => {
            let [college] = colleges.as_slice() else { bail!("{} colleges", colleges.len()) };
            json!({"kind": "college_must_take", "college": college, "courses": codes})
        }
        Fact::DeptLimitedToTrack { department: name, track, except_categories, purpose } => {
            ensure!(except_categories == ["基礎"], "except {except_categories:?}");
            let out = json!({"kind": "department_limited_to_track", "department": department(&name)?, "track": track});
            whom(out, purpose, None)?
        }
        Fact::DeptSimilarCoursesNotCounted { department: name } => {
            json!({"kind": "department_similar_courses_not_counted", "department": department(&name)?})
        }
        Fact::BasicFieldsFreeChoice { fields, basic_courses, credit_waiver_possible } => {
            ensure!(credit_waiver_possible && fields == ["資訊領域", "教育領域", "互動領域"], "fields {fields:?}");
            notice(
                &format!("基礎課程 {basic_courses} 門可任選自資訊、教育、互動領域，也可以申請抵免。"),
                &format!(
                    "The {basic_courses} basic courses may be of any of the fields information, education and interaction; a waiver is possible."
                ),
            )
        }
        Fact::DeptLimitedToCourses { department: name, category, codes, entry_years, .. } => {
            let name = department(&name)?;
            let out = json!({"kind": "department_limited_to_courses", "department": name, "category": category, "courses": codes});
            whom(out, None, entry_years)?
        }
        Fact::DeptExcludedCourses { department: name, category, codes, entry_years, .. } => {
            let name = department(&name)?;
            let out = json!({"kind": "department_excluded_courses", "department": name, "category": category, "courses": codes});
            whom(out, None, entry_years)?
        }
        Fact::GraduateStudentsUndergradCreditsNotCountedForDegree => notice(
            "研究生修讀大學部課程的學分，不計入研究所畢業學分。",
            "For graduate students, credits of undergraduate courses do not count toward the degree.",
        ),
        Fact::PreRegistrationWithStudyPlan => confirm(
            "study_plan",
            "須事先提出修課計畫並完成登記。您是否已提出修課計畫並登記？",
            "A study plan must be handed in and registered beforehand. Have you done so?",
            "student",
        ),
        Fact::CapstonePrerequisite { min_credits, from_categories } => json!({
            "kind": "capstone_prerequisite",
            "capstone": "總整",
            "categories": from_categories,
            "credits": number(min_credits),
        }),
        Fact::CapstoneForm { capstone, by_waiver_of } => {
            ensure!(capstone == "department internship course", "capstone {capstone}");
            ensure!(by_waiver_of == ["overseas internship", "international exchange"], "waiver {by_waiver_of:?}");
            confirm(
                "capstone_form",
                "總整課程為應英系的校外實習，也可以海外實習或國際交換抵免。請向本微學程確認您的方式可以採計。",
                "The capstone is the department's internship course, or a waiver for an overseas internship or an international exchange. Ask the program whether yours counts.",
                "program",
            )
        }
        Fact::CourseEquivalence { from, to } => json!({"kind": "equivalent_courses", "from": from, "to": to}),
        Fact::CapstoneDividedIntoTracks => confirm(
            "capstone_track",
            "115 學年度起總整課程也分英文、經管兩個領域，但科目表沒有標示。總整是否須與核心選同一領域，請向本微學程確認。",
            "Since 115 the capstone courses too are divided into the two fields, which the list does not mark. Ask the program whether yours must be of the same field as your 核心 courses.",
            "program",
        ),
        Fact::MutuallyExclusiveWith { program } => json!({"kind": "mutually_exclusive_with", "program": program}),
    }])
}

/// What a category's rule asks beyond its number of courses.
fn category(p: &Program, name: &str, rule: &CategoryRule) -> Result<Vec<Value>> {
    let mut out = Vec::new();
    if let Some(credits) = rule.min_credits {
        // Where every course of the category brings that much, the minimum of one course says it already.
        let mut courses = p.courses.iter().filter(|row| row.category.as_deref() == Some(name));
        if rule.min_courses < Some(1) || courses.any(|row| row.credits < credits) {
            out.push(json!({"kind": "min_credits_in_categories", "categories": [name], "credits": number(credits)}));
        }
    }
    match rule.must_include.as_deref() {
        None => {}
        Some("物理(二) or an equivalent course") => out.push(json!({
            "kind": "min_courses_from",
            "category": name,
            "courses": codes(p, |row| row.name == "物理" && row.stage.is_some() && row.category.as_deref() == Some(name)),
            "stage": 2,
            "at_least": 1,
            "equivalents": true,
            "what": text("物理(二)或同等課程", "Physics (II) or an equivalent course"),
        })),
        Some(other) => bail!("must include {other}"),
    }
    match rule.must_be.as_deref() {
        None => {}
        Some("project-type course in the smart-sensing field, own or other department") => out.push(confirm(
            "capstone_topic",
            "總整須為智慧感測領域的專題類課程（本系、外系皆可）。請向本微學程確認您的專題符合。",
            "The capstone must be a project course in the field of smart sensing, of the own or another department. Ask the program whether yours fits.",
            "program",
        )),
        Some("basic programming course of any department or general education") => out.push(basic_programming(name)),
        Some("資工系 course") => {
            let outside = codes(p, |row| {
                row.category.as_deref() == Some(name) && row.owner_unit.as_deref() != Some("資工系")
            });
            ensure!(outside.is_empty(), "courses outside 資工系: {outside:?}");
            out.push(notice(
                &format!("{name}須為資工系開設的課程；科目表所列的都是。"),
                &format!("Courses of {name} must be taught by 資工系; all listed ones are."),
            ));
        }
        Some(other) => bail!("must be {other}"),
    }
    match rule.from.as_deref() {
        None => {}
        Some("any department or general education (basic programming included)") => out.push(json!({
            "kind": "accepts_unlisted",
            "category": name,
            "what": text("任何系所或通識的相關基礎課程（含基礎程式設計）", "a fitting basic course of any department or of general education (basic programming included)"),
            "name_contains": PROGRAMMING,
        })),
        Some(other) => bail!("from {other}"),
    }
    if rule.max_one_per_subclass == Some(true) {
        out.push(json!({"kind": "one_per_subclass", "category": name}));
    }
    if rule.must_be_required_course == Some(true) {
        let marked = codes(p, |row| row.category.as_deref() == Some(name) && row.required == Some(true));
        out.push(if marked.is_empty() {
            confirm(
                "basic_required",
                &format!("規定{name}須修必修課程，但科目表的{name}課程都沒有標為必修。請向本微學程確認哪些課程符合。"),
                &format!("The course of {name} must be a required one, but none of {name} is marked required in the list. Ask the program which courses fit."),
                "program",
            )
        } else {
            json!({"kind": "min_courses_from", "category": name, "courses": marked, "at_least": 1})
        });
    }
    if let Some(fields) = &rule.one_each_from_fields {
        out.push(json!({"kind": "one_from_each_track", "category": name, "tracks": fields}));
    }
    Ok(out)
}

/// Courses the rules name one by one, as far as the edition lists them. Codes with one name are one course.
fn required(p: &Program, year: Year) -> Result<Option<Value>> {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    let named = |row: &Row| {
        row.required == Some(true)
            || p.rules.required_courses.iter().any(|course| row.code.as_ref() == Some(&course.code))
    };
    for row in p.courses.iter().filter(|row| named(row)) {
        let (None, Some(code)) = (left_out(row, year)?, row.code.as_deref()) else { continue };
        match groups.iter_mut().find(|(known, _)| *known == row.name) {
            Some((_, codes)) => codes.push(code),
            None => groups.push((&row.name, vec![code])),
        }
    }
    let courses: Vec<&[&str]> = groups.iter().map(|(_, codes)| codes.as_slice()).collect();
    let all = || json!({"kind": "required_courses", "courses": courses});
    Ok(match p.code.as_str() {
        _ if courses.is_empty() => None,
        "AV3" | "AZ7" | "AZA" => Some(all()),
        // The credit table names 3 required credits, the list marks two courses of 3 credits.
        "AZ9" => {
            let mut out = all();
            out["certain"] = json!(1);
            Some(out)
        }
        // The rule of the category asks for one of them.
        "AVD" => None,
        // 1416019 may be any basic programming course, so the minimum of 基礎 covers it.
        "AVJ" => Some(json!({"kind": "min_courses_from", "category": "基礎", "courses": ["AC05231"], "at_least": 1})),
        "AVK" => None,
        other => bail!("program {other} has required courses that nobody has read yet: {courses:?}"),
    })
}

/// Words that a basic programming course has in its name.
const PROGRAMMING: &[&str] =
    &["程式設計", "計算機程式", "程式語言", "語言程式", "程式概論", "程式實習", "計算機概論", "運算思維", "Python"];

fn basic_programming(category: &str) -> Value {
    json!({
        "kind": "accepts_unlisted",
        "category": category,
        "what": text("任何系所或通識的基礎程式設計課程", "a basic programming course of any department or of general education"),
        "name_contains": PROGRAMMING,
    })
}

fn rule<'a>(p: &'a Program, name: &str) -> Result<&'a CategoryRule> {
    let found = p.rules.categories.0.iter().find(|(known, _)| known == name);
    found.map(|(_, rule)| rule).with_context(|| format!("no category {name}"))
}

fn codes(p: &Program, keep: impl Fn(&Row) -> bool) -> Vec<&str> {
    p.courses.iter().filter(|row| keep(row)).filter_map(|row| row.code.as_deref()).collect()
}

fn whom(mut out: Value, purpose: Option<String>, entry_years: Option<String>) -> Result<Value> {
    match purpose.as_deref() {
        None | Some("certificate") => {}
        Some("cross_domain_requirement") => out["for"] = json!("cross_domain_requirement"),
        Some(other) => bail!("for {other}"),
    }
    match entry_years.as_deref() {
        None => {}
        Some("112+") => out["entry"] = json!({"from": 112}),
        Some("<=111") => out["entry"] = json!({"to": 111}),
        Some(other) => bail!("entry years {other}"),
    }
    Ok(out)
}

fn department(name: &str) -> Result<&'static str> {
    canonical(name).with_context(|| format!("department {name}"))
}

fn departments_of(names: &[String]) -> Result<Vec<&'static str>> {
    names.iter().map(|name| department(name)).collect()
}

fn notice(zh: &str, en: &str) -> Value {
    json!({"kind": "notice", "text": text(zh, en)})
}

fn confirm(id: &str, zh: &str, en: &str, ask: &str) -> Value {
    json!({"kind": "confirm", "id": id, "text": text(zh, en), "ask": ask})
}
