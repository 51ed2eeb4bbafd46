//! Who the student is: department, group where there are several, entry year, degree system. Stored as chosen.

use kuayu::audit::Degree;
use kuayu::catalog::document::Department;
use kuayu::i18n::{self, names, units};
use leptos::prelude::*;

use crate::ui::live::live;
use crate::ui::state::Front;

/// Entry years to choose from, newest first. Earlier ones are told apart from 112 only by the missing requirement.
const ENTRIES: [u16; 8] = [115, 114, 113, 112, 111, 110, 109, 108];

/// The form.
#[component]
pub fn ProfileForm() -> impl IntoView {
    let front = Front::get();
    let words = i18n::Home::of(front.lang.get_untracked());
    view! {
        <div class="form">
            <label class="field field-wide"><span>{words.department}</span>{department(front)}</label>
            {live(move || group(front))}
            <label class="field"><span>{words.entry}</span>{entry(front)}</label>
            <label class="field"><span>{words.degree}</span>{degree(front)}</label>
        </div>
    }
}

/// The groups and classes whose students choose that department.
fn groups_of(department: &Department) -> impl Iterator<Item = &String> {
    department.groups.iter().chain(&department.classes)
}

/// Position of the department that the profile's group belongs to.
fn department_of(departments: &[Department], group: Option<&str>) -> Option<usize> {
    let group = group?;
    departments.iter().position(|department| groups_of(department).any(|one| one == group))
}

fn option(value: String, text: String) -> AnyView {
    view! { <option value=value>{text}</option> }.into_any()
}

fn department(front: Front) -> AnyView {
    let lang = front.lang.get_untracked();
    let words = i18n::Home::of(lang);
    let options = live(move || {
        front.units_named.track();
        let departments = front.departments.get();
        let mut colleges: Vec<(Option<&str>, Vec<AnyView>)> = Vec::new();
        for (at, department) in departments.iter().enumerate() {
            if groups_of(department).next().is_none() {
                continue;
            }
            let college = department.college.as_deref();
            let entry = option(at.to_string(), names::unit_listed(lang, &department.name));
            match colleges.iter_mut().find(|(known, _)| *known == college) {
                Some((_, entries)) => entries.push(entry),
                None => colleges.push((college, vec![entry])),
            }
        }
        let groups = colleges.into_iter().map(|(college, entries)| {
            let label = college.map_or(words.other_department, |name| units::college(lang, name)).to_owned();
            view! { <optgroup label=label>{entries}</optgroup> }.into_any()
        });
        groups.collect::<Vec<_>>()
    });
    let value = move || {
        let group = front.profile.with(|profile| profile.group.clone());
        let at = department_of(&front.departments.get(), group.as_deref());
        at.map(|at| at.to_string()).unwrap_or_default()
    };
    let choose = move |event: leptos::ev::Event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        let departments = front.departments.get_untracked();
        let department = at.and_then(|at| departments.get(at));
        let group = department.and_then(|department| groups_of(department).next().cloned());
        front.saved.edit(|document| document.profile.group = group);
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
fn group(front: Front) -> Option<AnyView> {
    let lang = front.lang.get_untracked();
    let words = i18n::Home::of(lang);
    front.units_named.track();
    let departments = front.departments.get();
    let now = front.profile.with(|profile| profile.group.clone());
    let department = departments.get(department_of(&departments, now.as_deref())?)?;
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

fn entry(front: Front) -> AnyView {
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

fn degree(front: Front) -> AnyView {
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
        front.saved.edit(|document| document.profile.degree = degree);
    };
    view! { <select prop:value=value on:change=choose>{options}</select> }.into_any()
}
