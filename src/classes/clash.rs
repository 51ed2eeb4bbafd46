//! Whether courses can be taken together, over all choices of their classes.
//!
//! One class a course, no two at the same hour, none at a busy hour: either such a choice is shown, or a smallest set of
//! courses for which there is none. The search is exact. It takes the course with the fewest classes left first; the
//! smallest set comes from sets that do go together: whatever cannot go together has a course outside each of them, so a
//! smallest set of courses that has one outside each is the answer as soon as it cannot go together itself.

use std::collections::HashSet;

use super::Times;
use crate::sorting;

/// Whether the courses fit together. Positions are those of the courses asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// They do. For each course the position of a class, or `None` where no class has a known time.
    Free(Vec<Option<usize>>),
    /// They cannot, whatever the times of classes without a known one.
    Clash(Clash),
    /// With the classes of known times they cannot; with a class without a known time they may.
    Open(Clash),
}

/// A smallest set that cannot go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The courses, ascending.
    pub courses: Vec<usize>,
    /// The busy hours without which they could, none of which can be left out; empty where they clash by themselves.
    pub busy: Times,
    /// The hours at which classes of these courses meet each other or, where those are part of it, any busy hour.
    pub at: Times,
}

/// Whether one class of each course can be taken besides the busy hours. A class without times has no known time, and a
/// course without any class of known time is not judged.
pub fn fit(courses: &[Vec<Times>], busy: Times) -> Fit {
    let known: Vec<Course> = courses.iter().enumerate().filter_map(|(at, classes)| Course::of(at, classes)).collect();
    let all: Vec<usize> = (0..known.len()).collect();
    // Where already two courses cannot, nothing else has to be tried.
    let pair = few(&known, busy);
    if pair.is_none()
        && let Some(found) = together(&known, &all, busy)
    {
        let mut choice = vec![None; courses.len()];
        for (course, class) in known.iter().zip(found) {
            if let Some(place) = choice.get_mut(course.at) {
                *place = Some(class);
            }
        }
        return Fit::Free(choice);
    }
    let certain: Vec<Course> = known.iter().filter(|course| !course.open).cloned().collect();
    match smallest(&certain, busy) {
        Some(set) => Fit::Clash(clash(&certain, set, busy)),
        None => {
            let set = smallest(&known, busy).unwrap_or(all);
            Fit::Open(clash(&known, set, busy))
        }
    }
}

/// A course with its classes of known times. Of classes at the same hours, or at more, the first is enough.
#[derive(Clone)]
struct Course {
    /// Position among the courses asked about.
    at: usize,
    /// The hours, and the position of the class.
    classes: Vec<(Times, usize)>,
    /// Whether it has a class without a known time besides.
    open: bool,
}

impl Course {
    fn of(at: usize, all: &[Times]) -> Option<Course> {
        let known: Vec<(Times, usize)> = all
            .iter()
            .enumerate()
            .filter(|(_, times)| !times.is_empty())
            .map(|(class, times)| (*times, class))
            .collect();
        let worse = |(times, class): &(Times, usize)| {
            known.iter().any(|(other, before)| {
                let within = other.without(*times).is_empty();
                within && (other != times || before < class)
            })
        };
        let classes: Vec<_> = known.iter().filter(|one| !worse(one)).copied().collect();
        (!classes.is_empty()).then_some(Course { at, classes, open: known.len() < all.len() })
    }

    fn free(&self, taken: Times) -> impl Iterator<Item = &(Times, usize)> {
        self.classes.iter().filter(move |(times, _)| !times.meets(taken))
    }
}

/// A class for each of these courses (positions in `known`), in their order.
fn together(known: &[Course], set: &[usize], busy: Times) -> Option<Vec<usize>> {
    let courses: Vec<&Course> = set.iter().filter_map(|at| known.get(*at)).collect();
    let mut search = Search { chosen: vec![None; courses.len()], courses, hopeless: HashSet::new() };
    search.choose(busy).then(|| search.chosen.into_iter().flatten().collect())
}

struct Search<'c> {
    courses: Vec<&'c Course>,
    chosen: Vec<Option<usize>>,
    /// Courses left, as bits, with the hours taken of all that theirs may be: tried, and in vain.
    hopeless: HashSet<(u128, Times)>,
}

impl Search<'_> {
    /// Chooses a class of each course that has none yet; whether there is a choice.
    fn choose(&mut self, taken: Times) -> bool {
        let (mut next, mut fewest) = (None, usize::MAX);
        let (mut hours, mut week) = (0, Times::default());
        let (mut left_over, mut theirs) = (0u128, Times::default());
        for (at, course) in self.courses.iter().enumerate().filter(|(at, _)| self.chosen.get(*at) == Some(&None)) {
            // More courses than bits are more than a week has hours, which is seen below.
            left_over |= 1u128.checked_shl(at as u32).unwrap_or_default();
            theirs = course.classes.iter().fold(theirs, |all, (times, _)| all.with(*times));
            let left = course.free(taken).count();
            if left < fewest {
                (next, fewest) = (Some((at, *course)), left);
            }
            hours += course.free(taken).map(|(times, _)| times.len()).min().unwrap_or_default();
            week = course.free(taken).fold(week, |week, (times, _)| week.with(*times));
        }
        let Some((at, course)) = next else { return true };
        // What is left asks for more hours than all of its classes have.
        if fewest == 0 || hours > week.len() {
            return false;
        }
        let state = (left_over, taken.shared(theirs));
        if self.hopeless.contains(&state) {
            return false;
        }
        for (times, class) in course.free(taken) {
            self.set(at, Some(*class));
            if self.choose(taken.with(*times)) {
                return true;
            }
        }
        self.set(at, None);
        self.hopeless.insert(state);
        false
    }

    fn set(&mut self, at: usize, class: Option<usize>) {
        if let Some(place) = self.chosen.get_mut(at) {
            *place = class;
        }
    }
}

/// A course alone, or else two, that cannot go together with the busy hours.
fn few(known: &[Course], busy: Times) -> Option<Vec<usize>> {
    let alone = known.iter().position(|course| course.free(busy).next().is_none());
    let two = |(at, one): (usize, &Course)| {
        let clashes = |other: &Course| {
            let mut pairs = one.free(busy).flat_map(|(a, _)| other.free(busy).map(move |(b, _)| a.meets(*b)));
            pairs.all(|meet| meet)
        };
        let other = known.iter().skip(at + 1).position(clashes)?;
        Some(vec![at, at + 1 + other])
    };
    alone.map(|at| vec![at]).or_else(|| known.iter().enumerate().find_map(two))
}

/// A smallest set of courses that cannot go together besides the busy hours.
fn smallest(known: &[Course], busy: Times) -> Option<Vec<usize>> {
    if let Some(set) = few(known, busy) {
        return Some(set);
    }
    let all: Vec<usize> = (0..known.len()).collect();
    if together(known, &all, busy).is_some() {
        return None;
    }
    // For each set found that goes together, the courses outside of it.
    let mut outside: Vec<Vec<usize>> = Vec::new();
    let mut size = 0;
    loop {
        let mut set = Vec::new();
        while !hit(&outside, size, &mut set, &mut Vec::new()) {
            size += 1;
        }
        sorting::sort(&mut set);
        let Some(classes) = together(known, &set, busy) else { return Some(set) };
        outside.push(grown(known, set, &classes, busy));
    }
}

/// The courses outside of a set that goes together, once every course that fits beside it has joined it.
fn grown(known: &[Course], mut set: Vec<usize>, classes: &[usize], busy: Times) -> Vec<usize> {
    let mut taken = busy;
    for (at, class) in set.iter().zip(classes) {
        let hours = known.get(*at).and_then(|course| course.classes.iter().find(|(_, known)| known == class));
        taken = hours.map_or(taken, |(times, _)| taken.with(*times));
    }
    let mut outside = Vec::new();
    for (at, course) in known.iter().enumerate().filter(|(at, _)| !set.contains(at)).collect::<Vec<_>>() {
        match course.free(taken).next() {
            Some((times, _)) => {
                taken = taken.with(*times);
                set.push(at);
            }
            None => outside.push(at),
        }
    }
    // With other classes of its courses, it may take in more.
    outside.retain(|at| {
        set.push(*at);
        let fits = together(known, &set, busy).is_some();
        if !fits {
            set.pop();
        }
        !fits
    });
    outside
}

/// Finds a set of at most that size with a member in each of the others, and none of the `barred`.
fn hit(outside: &[Vec<usize>], size: usize, set: &mut Vec<usize>, barred: &mut Vec<usize>) -> bool {
    let missed = outside.iter().filter(|one| !one.iter().any(|at| set.contains(at)));
    let usable = |one: &&Vec<usize>| one.iter().filter(|at| !barred.contains(at)).count();
    // Each of those that have no member in common takes a member of its own.
    let (mut least, mut apart) = (0, Vec::new());
    for one in missed.clone() {
        if !one.iter().any(|at| apart.contains(&at)) {
            least += 1;
            apart.extend(one.iter().filter(|at| !barred.contains(at)));
        }
    }
    let Some(narrowest) = missed.min_by_key(usable) else { return true };
    if set.len() + least > size {
        return false;
    }
    let before = barred.len();
    for at in narrowest {
        if barred.contains(at) {
            continue;
        }
        set.push(*at);
        if hit(outside, size, set, barred) {
            return true;
        }
        set.pop();
        // All sets with it have been tried.
        barred.push(*at);
    }
    barred.truncate(before);
    false
}

/// The clash of a smallest set, by itself where one as small is found without the busy hours.
fn clash(known: &[Course], set: Vec<usize>, busy: Times) -> Clash {
    let alone = smallest(known, Times::default()).filter(|other| other.len() <= set.len());
    let (set, needed, busy) = match alone {
        Some(other) => (other, Times::default(), Times::default()),
        None => {
            let mut needed = busy;
            for hour in busy.hours() {
                let mut one = Times::default();
                one.insert(hour);
                if together(known, &set, needed.without(one)).is_none() {
                    needed = needed.without(one);
                }
            }
            (set, needed, busy)
        }
    };
    let courses: Vec<&Course> = set.iter().filter_map(|at| known.get(*at)).collect();
    let mut at = Times::default();
    for (position, course) in courses.iter().enumerate() {
        for (times, _) in &course.classes {
            at = at.with(times.shared(busy));
            let others = courses.iter().skip(position + 1).flat_map(|other| &other.classes);
            at = others.fold(at, |at, (other, _)| at.with(times.shared(*other)));
        }
    }
    Clash { courses: courses.iter().map(|course| course.at).collect(), busy: needed, at }
}
