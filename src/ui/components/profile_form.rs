//! Who the student is: department, group where there are several, entry year, degree system. Stored as chosen.

use kuayu::audit::{Degree, Profile};
use kuayu::catalog::document::Department;
use kuayu::catalog::graduate_units;
use kuayu::i18n::{self, names};
use leptos::prelude::*;

use crate::ui::live::live;
use crate::ui::state::FirstState;

/// Entry years to choose from, newest first. Earlier ones are told apart from 112 only by the missing requirement.
const ENTRIES: [u16; 8] = [115, 114, 113, 112, 111, 110, 109, 108];

/// The form.
#[component]
pub fn ProfileForm() -> impl IntoView {
    let front = FirstState::get();
    let words = i18n::Home::of(front.lang.get_untracked());
    view! {
        <div class="form">
            <label class="field field-wide"><span>{live(move || unit_word(front))}</span>{department(front)}</label>
            {live(move || group(front))}
            <label class="field"><span>{words.entry}</span>{entry(front)}</label>
            <label class="field"><span>{words.degree}</span>{degree(front)}</label>
        </div>
    }
}

fn unit_word(front: FirstState) -> &'static str {
    let words = i18n::Home::of(front.lang.get_untracked());
    let graduate = front.profile.with(|profile| profile.degree == Degree::Graduate);
    if graduate { words.department_graduate } else { words.department }
}

/// The groups and classes whose students choose that department.
fn groups_of(department: &Department) -> impl Iterator<Item = &String> {
    department.groups.iter().chain(&department.classes)
}

/// The department that a group belongs to.
fn department_of<'d>(departments: &'d [Department], group: &str) -> Option<&'d Department> {
    let has = |department: &&Department| groups_of(department).any(|one| one == group);
    departments.iter().find(has).or_else(|| departments.iter().find(|department| department.name == group))
}

/// Departments to choose from, for a graduate institutes, too, each with its college.
fn units(departments: &[Department], graduate: bool) -> Vec<(&str, Option<&str>)> {
    if graduate {
        return graduate_units(departments);
    }
    let some = departments.iter().filter(|department| groups_of(department).next().is_some());
    some.map(|department| (department.name.as_str(), department.college.as_deref())).collect()
}

/// Which of them is chosen; empty for none. A graduate may have chosen a group of a department before.
fn chosen(departments: &[Department], profile: &Profile) -> String {
    let Some(group) = &profile.group else { return String::new() };
    let graduate = profile.degree == Degree::Graduate;
    let units = units(departments, graduate);
    let is_unit = |name: &str| units.iter().any(|(unit, _)| *unit == name);
    if graduate && is_unit(group) {
        return group.clone();
    }
    let department = department_of(departments, group).map(|department| &department.name);
    department.filter(|name| is_unit(name)).cloned().unwrap_or_default()
}

/// The group stored for a choice: a graduate's is the department or institute itself.
fn group_of(departments: &[Department], degree: Degree, unit: &str) -> Option<String> {
    match degree {
        Degree::Graduate => Some(unit.to_owned()).filter(|unit| !unit.is_empty()),
        Degree::Bachelor | Degree::BachelorEvening => {
            let department = departments.iter().find(|department| department.name == unit)?;
            groups_of(department).next().cloned()
        }
    }
}

fn option(value: String, text: String) -> AnyView {
    view! { <option value=value>{text}</option> }.into_any()
}

fn department(front: FirstState) -> AnyView {
    let lang = front.lang.get_untracked();
    let words = i18n::Home::of(lang);
    let graduate = Memo::new(move |_| front.profile.with(|profile| profile.degree == Degree::Graduate));
    let options = live(move || {
        front.units_named.track();
        let departments = front.departments.get();
        let now = front.profile.with_untracked(|profile| chosen(&departments, profile));
        let mut colleges: Vec<(Option<&str>, Vec<AnyView>)> = Vec::new();
        for (unit, college) in units(&departments, graduate.get()) {
            let text = names::unit_listed(lang, unit);
            let entry = view! { <option value=unit.to_owned() selected=unit == now>{text}</option> }.into_any();
            match colleges.iter_mut().find(|(known, _)| *known == college) {
                Some((_, entries)) => entries.push(entry),
                None => colleges.push((college, vec![entry])),
            }
        }
        let groups = colleges.into_iter().map(|(college, entries)| {
            let label = college.map_or(words.other_department, |name| i18n::units::college(lang, name)).to_owned();
            view! { <optgroup label=label>{entries}</optgroup> }.into_any()
        });
        groups.collect::<Vec<_>>()
    });
    let value = move || front.profile.with(|profile| chosen(&front.departments.get(), profile));
    let choose = move |event: leptos::ev::Event| {
        let unit = event_target_value(&event);
        let departments = front.departments.get_untracked();
        front.saved.edit(|document| document.profile.group = group_of(&departments, document.profile.degree, &unit));
    };
    view! {
        <select prop:value=value on:change=choose>
            <option value="">{words.choose}</option>
            {options}
        </select>
    }
    .into_any()
}

/// Asked only where a department has more than one group or class.
fn group(front: FirstState) -> Option<AnyView> {
    let lang = front.lang.get_untracked();
    let words = i18n::Home::of(lang);
    front.units_named.track();
    let departments = front.departments.get();
    let now = front.profile.with(|profile| profile.group.clone().filter(|_| profile.degree != Degree::Graduate));
    let department = department_of(&departments, now.as_deref()?)?;
    let options: Vec<AnyView> = groups_of(department)
        .map(|name| {
            let selected = now.as_deref() == Some(name);
            view! { <option value=name.clone() selected=selected>{names::unit_listed(lang, name)}</option> }.into_any()
        })
        .collect();
    if options.len() < 2 {
        return None;
    }
    let choose = move |event: leptos::ev::Event| {
        let name = event_target_value(&event);
        front.saved.edit(|document| document.profile.group = Some(name));
    };
    let select = view! { <select on:change=choose>{options}</select> };
    Some(view! { <label class="field field-wide"><span>{words.group}</span>{select}</label> }.into_any())
}

fn entry(front: FirstState) -> AnyView {
    let words = i18n::Home::of(front.lang.get_untracked());
    let options: Vec<AnyView> = ENTRIES.iter().map(|year| option(year.to_string(), year.to_string())).collect();
    let value = move || front.profile.with(|profile| profile.entry).map(|year| year.to_string()).unwrap_or_default();
    let choose = move |event: leptos::ev::Event| {
        let year = event_target_value(&event).parse().ok();
        front.saved.edit(|document| document.profile.entry = year);
    };
    view! {
        <select prop:value=value on:change=choose><option value="">{words.choose}</option>{options}</select>
    }
    .into_any()
}

fn degree(front: FirstState) -> AnyView {
    let words = i18n::Home::of(front.lang.get_untracked());
    let all = [
        (Degree::Bachelor, "bachelor", words.bachelor),
        (Degree::BachelorEvening, "evening", words.evening),
        (Degree::Graduate, "graduate", words.graduate),
    ];
    let options: Vec<AnyView> =
        all.iter().map(|(_, key, word)| option((*key).to_owned(), (*word).to_owned())).collect();
    let value = move || {
        let now = front.profile.with(|profile| profile.degree);
        all.iter().find(|(degree, ..)| *degree == now).map_or("", |(_, key, _)| *key)
    };
    let choose = move |event: leptos::ev::Event| {
        let value = event_target_value(&event);
        let degree = all.iter().find(|(_, key, _)| *key == value).map(|(degree, ..)| *degree).unwrap_or_default();
        let departments = front.departments.get_untracked();
        front.saved.edit(|document| {
            // A graduate is of a department or an institute, everybody else of a group or class.
            let unit = chosen(&departments, &document.profile);
            let graduate = |degree| degree == Degree::Graduate;
            if graduate(degree) != graduate(document.profile.degree) && !departments.is_empty() {
                document.profile.group = group_of(&departments, degree, &unit);
            }
            document.profile.degree = degree;
        });
    };
    view! { <select prop:value=value on:change=choose>{options}</select> }.into_any()
}
