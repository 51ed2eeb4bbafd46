//! What links of every version are made of: who somebody is, plans, and courses under their semesters.

use super::bits::{Reader, Writer};
use super::course::{Item, Known};
use crate::audit::{Degree, Profile};
use crate::saved::{Plan, PlannedCourse};
use crate::term::{Part, Term};

/// Bits of a term.
pub const TERM_BITS: u32 = 9;

/// Whether a plan is written with the classes chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Classes {
    /// They are left out.
    Left,
    /// They stand beside the semesters.
    Told,
}

/// Writes who somebody is.
pub fn profile(out: &mut Writer, profile: &Profile) {
    out.text(profile.group.as_deref().unwrap_or_default());
    out.put(profile.entry.map_or(0, |year| u64::from(year.min(255))), 8);
    let degree = match profile.degree {
        Degree::Bachelor => 0,
        Degree::BachelorEvening => 1,
        Degree::Graduate => 2,
    };
    out.put(degree, 2);
}

/// Reads who somebody is.
pub fn read_profile(input: &mut Reader) -> Option<Profile> {
    let group = Some(input.text()?).filter(|group| !group.is_empty());
    let entry = Some(input.take(8)? as u16).filter(|year| *year > 0);
    let degree = match input.take(2)? {
        1 => Degree::BachelorEvening,
        2 => Degree::Graduate,
        _ => Degree::Bachelor,
    };
    Some(Profile { group, entry, degree })
}

/// Writes a plan under that name: what it aims at, and its courses.
pub fn plan(out: &mut Writer, plan: &Plan, name: &str, classes: Classes, known: Known) {
    out.text(name);
    out.number(plan.targets.len() as u64);
    plan.targets.iter().for_each(|target| out.text(target));
    let class = |course: &PlannedCourse| course.class.clone().filter(|_| classes == Classes::Told);
    let items =
        plan.courses.iter().map(|course| ((term_number(course.term), class(course)), Item::of_planned(course, known)));
    groups(out, items.collect(), |out, (term, class)| {
        out.put(*term, TERM_BITS);
        if classes == Classes::Told {
            out.text(class.as_deref().unwrap_or_default());
        }
    });
}

/// Reads a plan, which gets that id: the same link makes the same plan, so that taken over twice it is there once.
pub fn read_plan(input: &mut Reader, id: u32, classes: Classes, known: Known) -> Option<Plan> {
    let mut plan = Plan { id, name: input.text()?, ..Plan::default() };
    for _ in 0..input.number()? {
        plan.targets.push(input.text()?);
    }
    for _ in 0..input.number()? {
        let term = term_of(input.take(TERM_BITS)?);
        let class = if classes == Classes::Told { input.text()? } else { String::new() };
        let class = Some(class).filter(|class| !class.is_empty());
        for _ in 0..input.number()? {
            let item = Item::read(input, known)?;
            plan.courses.push(PlannedCourse { term, class: class.clone(), ..item.planned() });
        }
    }
    Some(plan)
}

/// Items under their heads; a head that comes again is written once.
pub fn groups<K: PartialEq>(out: &mut Writer, items: Vec<(K, Item)>, head: impl Fn(&mut Writer, &K)) {
    let mut grouped: Vec<(K, Vec<Item>)> = Vec::new();
    for (key, item) in items {
        match grouped.iter_mut().find(|(known, _)| *known == key) {
            Some((_, list)) => list.push(item),
            None => grouped.push((key, vec![item])),
        }
    }
    out.number(grouped.len() as u64);
    for (key, list) in grouped {
        head(out, &key);
        out.number(list.len() as u64);
        list.iter().for_each(|item| item.write(out));
    }
}

/// 0 without a term; years from 80 on, three parts each.
pub fn term_number(term: Option<Term>) -> u64 {
    let number = |term: Term| (u64::from(term.year).checked_sub(80)? * 3 + term.part as u64).checked_add(1);
    term.and_then(number).filter(|number| *number < 1 << TERM_BITS).unwrap_or(0)
}

/// What [`term_number`] wrote.
pub fn term_of(number: u64) -> Option<Term> {
    let number = number.checked_sub(1)?;
    let part = [Part::First, Part::Second, Part::Summer].get((number % 3) as usize).copied()?;
    Some(Term { year: (number / 3) as u16 + 80, part })
}
