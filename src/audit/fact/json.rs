//! Facts as JSON: `{"fact": "category", "course": {...}, "category": "核心"}`.
//!
//! One flat object with optional keys. A derived reader for the enum would do the same for seven times the code, one for
//! the flat object for twice; every phone loads that code.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{CourseRef, CrossDomainDoubt, Fact};
use crate::credits::Credits;

/// The keys of all facts; each kind has its own of them.
#[derive(Default, Serialize)]
pub struct Flat {
    fact: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    course: Option<CourseRef>,
    #[serde(skip_serializing_if = "Option::is_none")]
    department: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    track: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    taken: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    near: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    doubt: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credits: Option<Credits>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

impl From<Fact> for Flat {
    fn from(fact: Fact) -> Flat {
        let named = |fact: &str| Flat { fact: fact.to_owned(), ..Flat::default() };
        let about = |fact: &str, course| Flat { course: Some(course), ..named(fact) };
        match fact {
            Fact::Group => named("group"),
            Fact::EntryYear => named("entry_year"),
            Fact::Curriculum => named("curriculum"),
            Fact::NotOfDepartment { department } => Flat { department: Some(department), ..named("not_of_department") },
            Fact::OfDepartment { department } => Flat { department: Some(department), ..named("of_department") },
            Fact::CrossDomain { course, doubt } => {
                let open = |doubt: &str| Flat { doubt: Some(doubt.to_owned()), ..about("cross_domain", course) };
                match doubt {
                    CrossDomainDoubt::CommonCourse => open("common_course"),
                    CrossDomainDoubt::OwnCommon => open("own_common"),
                    CrossDomainDoubt::OwnUnit => open("own_unit"),
                    CrossDomainDoubt::NearName(name) => Flat { near: Some(name), ..open("near_name") },
                    CrossDomainDoubt::OtherCurriculum { group, entry } => {
                        Flat { group: Some(group), entry: Some(entry), ..open("other_curriculum") }
                    }
                }
            }
            Fact::Outside { course } => about("outside", course),
            Fact::Recognised { course, taken } => Flat { taken, ..about("recognised", course) },
            Fact::Category { course, category } => Flat { category: Some(category), ..about("category", course) },
            Fact::Track { course, track } => Flat { track: Some(track), ..about("track", course) },
            Fact::NotSimilar { course, near } => Flat { near: Some(near), ..about("not_similar", course) },
            Fact::Equivalent { course, category } => Flat { category: Some(category), ..about("equivalent", course) },
            Fact::Counts { course } => about("counts", course),
            Fact::Accepted { course, category } => Flat { category: Some(category), ..about("accepted", course) },
            Fact::Credits { course, taken } => Flat { credits: Some(taken), ..about("credits", course) },
            Fact::TakenInOrder { course } => about("taken_in_order", course),
            Fact::GeneralMinimum { category } => Flat { category: Some(category), ..named("general_minimum") },
            Fact::DifferentSubclasses { category } => {
                Flat { category: Some(category), ..named("different_subclasses") }
            }
            Fact::RequiredAndElective => named("required_and_elective"),
            Fact::FewerRequired => named("fewer_required"),
            Fact::Confirmed { id } => Flat { id: Some(id), ..named("confirmed") },
        }
    }
}

/// What `Flat` wrote, from keys that are looked up where a kind of fact has them.
impl TryFrom<Map<String, Value>> for Fact {
    type Error = &'static str;

    fn try_from(map: Map<String, Value>) -> Result<Fact, &'static str> {
        const LACKS: &str = "a fact lacks one of its keys";
        let text = |map: &Map<String, Value>, key: &str| map.get(key).and_then(Value::as_str).map(str::to_owned);
        let own = |key: &str| text(&map, key).ok_or(LACKS);
        let course = || -> Result<CourseRef, &'static str> {
            let course = map.get("course").and_then(Value::as_object).ok_or(LACKS)?;
            Ok(CourseRef { code: text(course, "code"), name: text(course, "name").ok_or(LACKS)? })
        };
        Ok(match own("fact")?.as_str() {
            "group" => Fact::Group,
            "entry_year" => Fact::EntryYear,
            "curriculum" => Fact::Curriculum,
            "not_of_department" => Fact::NotOfDepartment { department: own("department")? },
            "of_department" => Fact::OfDepartment { department: own("department")? },
            "cross_domain" => {
                let doubt = match text(&map, "doubt").as_deref() {
                    Some("common_course") => CrossDomainDoubt::CommonCourse,
                    Some("own_common") => CrossDomainDoubt::OwnCommon,
                    Some("own_unit") => CrossDomainDoubt::OwnUnit,
                    Some("other_curriculum") => CrossDomainDoubt::OtherCurriculum {
                        group: own("group")?,
                        entry: map.get("entry").and_then(Value::as_u64).and_then(|y| y.try_into().ok()).ok_or(LACKS)?,
                    },
                    _ => CrossDomainDoubt::NearName(own("near")?),
                };
                Fact::CrossDomain { course: course()?, doubt }
            }
            "outside" => Fact::Outside { course: course()? },
            "recognised" => Fact::Recognised { course: course()?, taken: text(&map, "taken") },
            "category" => Fact::Category { course: course()?, category: own("category")? },
            "track" => Fact::Track { course: course()?, track: own("track")? },
            "not_similar" => Fact::NotSimilar { course: course()?, near: own("near")? },
            "equivalent" => Fact::Equivalent { course: course()?, category: own("category")? },
            "counts" => Fact::Counts { course: course()? },
            "accepted" => Fact::Accepted { course: course()?, category: own("category")? },
            "credits" => {
                let taken = map.get("credits").and_then(|value| Credits::deserialize(value).ok()).ok_or(LACKS)?;
                Fact::Credits { course: course()?, taken }
            }
            "taken_in_order" => Fact::TakenInOrder { course: course()? },
            "general_minimum" => Fact::GeneralMinimum { category: own("category")? },
            "different_subclasses" => Fact::DifferentSubclasses { category: own("category")? },
            "required_and_elective" => Fact::RequiredAndElective,
            "fewer_required" => Fact::FewerRequired,
            "confirmed" => Fact::Confirmed { id: own("id")? },
            _ => return Err("an unknown fact"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_comes_back() {
        let course = CourseRef { code: Some("3401007".to_owned()), name: "測量學(一)".to_owned() };
        let text = |text: &str| text.to_owned();
        let doubts = [
            CrossDomainDoubt::CommonCourse,
            CrossDomainDoubt::OwnCommon,
            CrossDomainDoubt::NearName(text("測量學")),
            CrossDomainDoubt::OwnUnit,
            CrossDomainDoubt::OtherCurriculum { group: text("土木系"), entry: 115 },
        ];
        let mut facts: Vec<Fact> =
            doubts.into_iter().map(|doubt| Fact::CrossDomain { course: course.clone(), doubt }).collect();
        facts.extend([
            Fact::Group,
            Fact::EntryYear,
            Fact::Curriculum,
            Fact::NotOfDepartment { department: text("土木系") },
            Fact::OfDepartment { department: text("土木系") },
            Fact::Outside { course: course.clone() },
            Fact::Recognised { course: course.clone(), taken: None },
            Fact::Recognised { course: course.clone(), taken: Some(text("3901001")) },
            Fact::Category { course: course.clone(), category: text("核心") },
            Fact::Track { course: course.clone(), track: text("土木") },
            Fact::NotSimilar { course: course.clone(), near: text("測量學") },
            Fact::Equivalent { course: course.clone(), category: text("基礎") },
            Fact::Credits { course: course.clone(), taken: Credits::from_tenths(25) },
            Fact::TakenInOrder { course: course.clone() },
            Fact::Counts { course: course.clone() },
            Fact::Accepted { course, category: text("基礎") },
            Fact::GeneralMinimum { category: text("總整") },
            Fact::DifferentSubclasses { category: text("核心") },
            Fact::RequiredAndElective,
            Fact::FewerRequired,
            Fact::Confirmed { id: text("study_plan") },
        ]);
        for fact in facts {
            let json = serde_json::to_string(&fact).unwrap();
            assert_eq!(serde_json::from_str::<Fact>(&json).unwrap(), fact, "{json}");
        }
        for bad in [r#"{"fact": "nonsense"}"#, r#"{"fact": "category"}"#, r#"{}"#] {
            assert!(serde_json::from_str::<Fact>(bad).is_err(), "{bad}");
        }
    }
}
