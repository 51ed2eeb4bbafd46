//! What students of a program may have taken: its list before and now, and what stands near it.

use std::collections::BTreeSet;

use crate::catalog::Catalog;
use crate::catalog::document::{Course, Listing, Program};
use crate::credits::Credits;
use crate::rules::Kind;

/// Everything that is drawn from.
pub(super) struct Pool {
    /// Courses that the program lists, before or now.
    pub listed: Vec<Choice>,
    /// Places in `listed` of the courses of which something changed.
    pub touched: Vec<usize>,
    /// The categories, before and now, each with its places in `listed` and the most courses that it asks for.
    pub categories: Vec<(Vec<usize>, u16)>,
    /// Courses near the list: equivalents, courses that are listed no more, and names that an open category may take.
    pub near: Vec<Choice>,
    /// Credits that are asked for, before and now.
    pub credits: [Credits; 2],
}

/// A course that may be drawn.
#[derive(Clone, PartialEq)]
pub(super) struct Choice {
    pub code: Option<String>,
    pub name: String,
    /// Its credits by the one or the other catalog.
    pub credits: Vec<Option<Credits>>,
    pub is_year_course: bool,
}

/// A catalog and a program of it.
type Of<'c> = (&'c Catalog, &'c Program);

impl Pool {
    /// What may have been taken, as the program was before and as it is now.
    pub fn new(old: Of<'_>, new: Of<'_>) -> Pool {
        let mut pool = Pool {
            listed: Vec::new(),
            touched: Vec::new(),
            categories: Vec::new(),
            near: Vec::new(),
            credits: [old.1.min_credits, new.1.min_credits],
        };
        let mut names: Vec<&str> = Vec::new();
        for category in new.1.categories.iter().chain(&old.1.categories) {
            if !names.contains(&category.name.as_str()) {
                names.push(&category.name);
                pool.categories.push((Vec::new(), 1));
            }
        }
        for (catalog, program) in [new, old] {
            for (category, listing) in program.listings() {
                let at = pool.add(catalog, listing);
                let name = category.and_then(|at| program.categories.get(at)).map(|category| category.name.as_str());
                let place = name.and_then(|name| names.iter().position(|known| *known == name));
                if let Some((places, _)) = place.and_then(|place| pool.categories.get_mut(place))
                    && !places.contains(&at)
                {
                    places.push(at);
                }
            }
            for category in &program.categories {
                let place = names.iter().position(|known| *known == category.name);
                if let Some((_, most)) = place.and_then(|place| pool.categories.get_mut(place)) {
                    *most = (*most).max(category.min_courses.unwrap_or(1));
                }
            }
            pool.add_near(catalog, program);
        }
        let touched = touched(old, new);
        pool.touched =
            pool.listed.iter().enumerate().filter(|(_, one)| touched.contains(&one.key())).map(|(at, _)| at).collect();
        pool
    }

    /// Adds a listed course, or what this catalog says of one that is there, and gives its place.
    fn add(&mut self, catalog: &Catalog, listing: &Listing) -> usize {
        let course = catalog.listed(listing).and_then(|id| catalog.course(id));
        let credits = course.and_then(|course| course.credits);
        let is_year_course = course.is_some_and(|course| course.stages.is_some());
        let (code, name) = (listing.code.clone(), listing.name.clone());
        let choice = Choice { code, name, credits: vec![credits], is_year_course };
        let known = self.listed.iter().position(|one| one.key() == choice.key());
        match known.and_then(|at| Some((at, self.listed.get_mut(at)?))) {
            Some((at, one)) => {
                one.credits.extend(choice.credits);
                one.is_year_course |= is_year_course;
                at
            }
            None => {
                self.listed.push(choice);
                self.listed.len() - 1
            }
        }
    }

    fn add_near(&mut self, catalog: &Catalog, program: &Program) {
        let choice = |code: Option<String>, name: String| {
            let known = code.as_deref().and_then(|code| catalog.by_code(code)).and_then(|id| catalog.course(id));
            let name = known.map_or(name, |course| course.name.clone());
            Choice {
                code,
                name,
                credits: vec![known.map_or(Some(Credits::whole(3)), |course| course.credits)],
                is_year_course: false,
            }
        };
        let mut found: Vec<Choice> = Vec::new();
        found.extend(program.not_listed.iter().map(|one| choice(one.code.clone(), one.name.clone())));
        for restriction in &program.restrictions {
            match &restriction.kind {
                Kind::EquivalentCourses(rule) => {
                    found.extend(rule.from.iter().map(|code| choice(Some(code.clone()), code.clone())));
                }
                Kind::AcceptsUnlisted(rule) => {
                    found.extend(rule.name_contains.iter().map(|word| choice(Some(UNKNOWN.to_owned()), word.clone())));
                }
                _ => {}
            }
        }
        for one in found {
            if !self.near.contains(&one) {
                self.near.push(one);
            }
        }
    }
}

/// A code that no course has: that of a course as it was called before, or of another school.
pub(super) const UNKNOWN: &str = "99Z9999";

impl Choice {
    fn key(&self) -> String {
        self.code.clone().unwrap_or_else(|| self.name.clone())
    }
}

/// Codes (or names, without one) of listed courses of which the list or the table says something else now, or that a
/// restriction names which changed.
fn touched(old: Of<'_>, new: Of<'_>) -> BTreeSet<String> {
    let said = |(catalog, program): Of<'_>| -> Vec<String> {
        let one = |(category, listing): (Option<usize>, &Listing)| {
            let course = catalog.listed(listing).and_then(|id| catalog.course(id));
            let bare = course.map(|course| Course { offered: Vec::new(), levels: Vec::new(), ..course.clone() });
            let category = category.and_then(|at| program.categories.get(at)).map(|category| &category.name);
            let key = listing.code.clone().unwrap_or_else(|| listing.name.clone());
            format!("{key}\n{category:?} {listing:?} {bare:?}")
        };
        program.listings().map(one).collect()
    };
    let (before, now) = (said(old), said(new));
    let key = |text: &String| text.split('\n').next().unwrap_or_default().to_owned();
    let mut found: BTreeSet<String> = before.iter().filter(|one| !now.contains(one)).map(key).collect();
    found.extend(now.iter().filter(|one| !before.contains(one)).map(key));
    let only = |here: &Program, there: &Program| -> Vec<String> {
        let gone = here.restrictions.iter().filter(|one| !there.restrictions.contains(one));
        gone.flat_map(|one| one.kind.rule().codes()).map(str::to_owned).collect()
    };
    found.extend(only(old.1, new.1));
    found.extend(only(new.1, old.1));
    found
}
