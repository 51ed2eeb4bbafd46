//! Programs that ask more than the real ones, so that every kind of step is needed.

use kuayu::catalog::document::Program;
use serde_json::{Value, json};

use crate::support::random::Random;

/// The program with one or two restrictions besides.
pub fn harder(program: &Program, random: &mut Random) -> Program {
    let mut harder = program.clone();
    let (first, second) = (restriction(program, random), restriction(program, random));
    let apart = first["kind"] != second["kind"];
    for restriction in [first].into_iter().chain([second].into_iter().filter(|_| apart)) {
        harder.restrictions.push(serde_json::from_value(restriction).unwrap());
    }
    harder
}

fn restriction(program: &Program, random: &mut Random) -> Value {
    let category = random.pick(&program.categories);
    let (name, names) = (&category.name, program.categories.iter().map(|category| &category.name).collect::<Vec<_>>());
    let within: Vec<&String> = category.courses.iter().filter_map(|listing| listing.code.as_ref()).collect();
    let all: Vec<&String> = program.listings().filter_map(|(_, listing)| listing.code.as_ref()).collect();
    let (few, most) = (random.some(&within, 40), random.some(&all, 60));
    let tracks = ["東", "西"];
    match random.below(11) {
        0 => json!({"kind": "min_cross_domain_credits", "credits": *random.pick(&[8, 9, 12, 99])}),
        1 => json!({"kind": "min_credits_outside_department", "credits": *random.pick(&[8, 12])}),
        2 | 3 => json!({"kind": "max_credits_from", "courses": most, "credits": 2 + random.below(5)}),
        4 => json!({"kind": "one_per_subclass", "category": name}),
        5 => json!({"kind": "min_courses_total", "courses": 4 + random.below(3)}),
        6 => json!({"kind": "min_courses_from", "category": name, "courses": few, "at_least": 1 + random.below(2)}),
        7 => json!({"kind": "min_courses_in_categories", "categories": [name], "courses": 2 + random.below(2)}),
        8 => json!({"kind": "single_track", "categories": names, "tracks": tracks}),
        9 => json!({"kind": "one_from_each_track", "category": name, "tracks": tracks}),
        _ => json!({"kind": "min_credits_in_categories", "categories": [name], "credits": 5 + random.below(5)}),
    }
}
