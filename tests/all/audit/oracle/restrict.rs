//! Random restrictions, written as the catalog writes them.

use serde_json::{Value, json};

use super::generate::Made;
use crate::support::random::Random;

/// A restriction of any kind; most kinds are restrictive, so that most programs are hard to satisfy.
pub fn restriction(random: &mut Random, at: usize, categories: &[String], courses: &[Made]) -> Value {
    let category = random.pick(categories).clone();
    let several: Vec<String> = {
        let some = random.some(categories, 60);
        if some.is_empty() { vec![category.clone()] } else { some.into_iter().cloned().collect() }
    };
    let coded: Vec<&Made> = courses.iter().filter(|made| made.code.is_some()).collect();
    let codes = |random: &mut Random, chance: usize, within: Option<&str>| -> Vec<String> {
        let fitting: Vec<&Made> =
            coded.iter().copied().filter(|made| within.is_none_or(|c| made.category.as_deref() == Some(c))).collect();
        let some = random.some(&fitting, chance);
        let first = fitting.first().map(|made| made.code.clone().unwrap());
        let codes: Vec<String> = some.iter().map(|made| made.code.clone().unwrap()).collect();
        if codes.is_empty() { first.into_iter().collect() } else { codes }
    };
    let department = *random.pick(&["甲系", "甲系", "甲工程系", "乙系"]);
    let credits = 1 + random.below(7);
    let few = 1 + random.below(2);
    let tracks = ["東", "西"];
    let mut restriction = match random.below(32) {
        0 => json!({"kind": "not_open_to", "departments": [department]}),
        1 => json!({"kind": "only_open_to", "departments": [department, "丁系"]}),
        2 | 3 => json!({"kind": "min_cross_domain_credits", "credits": credits}),
        4 => json!({"kind": "min_cross_domain_credits", "credits": credits, "categories": several}),
        5 => json!({"kind": "min_credits_outside_department", "credits": credits}),
        6 => json!({"kind": "min_courses_outside_department", "courses": few, "categories": several}),
        7 => json!({"kind": "min_courses_in_categories", "categories": several, "courses": 1 + random.below(3)}),
        8 => json!({"kind": "min_credits_in_categories", "categories": several, "credits": credits}),
        9 => json!({"kind": "min_courses_total", "courses": 2 + random.below(3)}),
        10 | 11 => {
            let courses = codes(random, 50, Some(&category));
            let stage = random.percent(30).then(|| 1 + random.below(2));
            let mut json = json!({"kind": "min_courses_from", "category": category, "courses": courses,
                "at_least": few, "equivalents": random.percent(30)});
            stage.iter().for_each(|stage| json["stage"] = json!(stage));
            json
        }
        12 | 13 => {
            let mut lists: Vec<Vec<String>> = Vec::new();
            for code in codes(random, 25, None) {
                let name = coded.iter().find(|made| made.code.as_ref() == Some(&code)).map(|made| made.name.clone());
                let all: Vec<String> = coded
                    .iter()
                    .filter(|made| Some(&made.name) == name.as_ref())
                    .map(|m| m.code.clone().unwrap())
                    .collect();
                if !lists.contains(&all) {
                    lists.push(all);
                }
            }
            let mut json = json!({"kind": "required_courses", "courses": lists});
            if random.percent(30) {
                json["certain"] = json!(random.below(3));
            }
            json
        }
        14 => json!({"kind": "college_must_take", "college": "甲院", "courses": codes(random, 20, None)}),
        15 => json!({"kind": "in_person_minimum", "categories": several}),
        16 => json!({"kind": "one_required_one_elective", "required": 1, "elective": few}),
        17 => json!({"kind": "single_track", "categories": several, "tracks": tracks}),
        18 => json!({"kind": "one_from_each_track", "category": category, "tracks": tracks}),
        19 => json!({"kind": "one_per_subclass", "category": category}),
        20 => json!({"kind": "department_limited_to_track", "department": department, "track": "東"}),
        21 => {
            let courses = codes(random, 40, Some(&category));
            json!({"kind": "department_limited_to_courses", "department": department, "category": category, "courses": courses})
        }
        22 => {
            let courses = codes(random, 40, Some(&category));
            json!({"kind": "department_excluded_courses", "department": department, "category": category, "courses": courses})
        }
        23 => json!({"kind": "department_similar_courses_not_counted", "department": department}),
        24 => json!({"kind": "capstone_prerequisite", "capstone": "總整", "categories": several, "credits": credits}),
        25 => {
            json!({"kind": "accepts_unlisted", "category": category, "what": {"zh": "", "en": ""}, "name_contains": ["程式設計"],
                "any_course": random.percent(30)})
        }
        26 | 27 => json!({"kind": "max_credits_from", "courses": codes(random, 50, None), "credits": credits}),
        28 => {
            let to = codes(random, 20, None).into_iter().next();
            match to {
                Some(to) => json!({"kind": "equivalent_courses", "from": ["E1"], "to": to}),
                None => json!({"kind": "same_name_once"}),
            }
        }
        29 | 30 => {
            let courses = random.below(2);
            json!({"kind": "category_minimum_in_doubt", "category": category, "courses": courses, "id": format!("m{at}"),
                "text": {"zh": "", "en": ""}, "ask": "program"})
        }
        _ => json!({"kind": "confirm", "id": format!("c{at}"), "text": {"zh": "", "en": ""}, "ask": "program"}),
    };
    let kind = restriction["kind"].as_str().unwrap().to_owned();
    let helps = ["accepts_unlisted", "equivalent_courses"].contains(&&*kind);
    let says_nothing = ["category_minimum_in_doubt", "same_name_once"].contains(&&*kind);
    if !helps && random.percent(25) {
        restriction["for"] = json!("cross_domain_requirement");
    }
    if !helps && random.percent(8) {
        restriction["entry"] = random.pick(&[json!({"from": 113}), json!({"to": 112})]).clone();
    }
    if !helps && !says_nothing && random.percent(12) {
        restriction["doubt"] = json!({"id": format!("d{}", at % 2), "text": {"zh": "", "en": ""}, "ask": "program"});
    }
    restriction
}
