//! Invented students judged by two catalogs, some at a time, so that whoever asks can say how far it is, or stop.

use std::rc::Rc;

use super::change::direction;
use super::found::{Case, Effect, Impact, ProgramImpact, Question};
use super::pool::Pool;
use super::random::Random;
use super::{profiles, records, shares, shrink, what_changed};
use crate::audit::{Answer, Prepared, Profile};
use crate::catalog::curriculum::Curriculum;
use crate::catalog::document::{Edition, Program};
use crate::catalog::{Catalog, Curricula};
use crate::transcript::Record;

/// How many students are invented for each program that changed, where nobody says.
pub const STUDENTS: usize = 10_000;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// How many students are invented for each program that changed.
    pub students: usize,
    /// Which students: the same for the same number.
    pub seed: u64,
}

/// The work that is left, and what was found so far.
pub struct Trial {
    profiles: Vec<Profile>,
    curricula: Rc<[Curricula]>,
    wanted: Wanted,
    /// The editions whose programs changed; the first of them is the one at work.
    editions: Vec<Pair>,
    /// The profile whose students are next.
    next: usize,
    /// Steps that were made, and in all.
    made: usize,
    all: usize,
    found: Impact,
}

/// An edition in both catalogs, with the programs that changed.
struct Pair {
    both: [Side; 2],
    pools: Vec<Pool>,
    programs: Vec<ProgramImpact>,
    /// For each program how many students of each profile are judged.
    shares: Vec<Vec<usize>>,
}

/// One of the two catalogs, with an edition of the programs that changed alone.
struct Side {
    catalog: Rc<Catalog>,
    edition: Edition,
}

impl Trial {
    /// Everything is still to be done. `curricula` are those of the entry years, the same for both catalogs.
    pub fn new(old: Rc<Catalog>, new: Rc<Catalog>, curricula: Rc<[Curricula]>, wanted: Wanted) -> Trial {
        let (mut found, mut pairs) = (Impact::default(), Vec::new());
        let profiles = profiles::profiles(&old, &new, &curricula, wanted.seed);
        for edition in new.editions() {
            let Some(former) = old.edition(&edition.id) else { continue };
            let only_in = |here: &Edition, there: &Edition| {
                let gone = here.programs.iter().filter(|program| there.program(&program.code).is_none());
                gone.map(|program| (here.id.clone(), program.clone())).collect::<Vec<_>>()
            };
            found.added.extend(only_in(edition, former));
            found.removed.extend(only_in(former, edition));
            let both = edition.programs.iter().filter_map(|now| Some((former.program(&now.code)?, now)));
            let changed = both.filter(|(before, now)| what_changed::facts_differ(&old, before, &new, now));
            let programs: Vec<ProgramImpact> = changed
                .map(|(before, now)| ProgramImpact {
                    edition: edition.id.clone(),
                    before: before.clone(),
                    now: now.clone(),
                    students: wanted.students,
                    certificate: Effect::default(),
                    requirement: Effect::default(),
                })
                .collect();
            if programs.is_empty() {
                continue;
            }
            let pool = |one: &ProgramImpact| Pool::new((&old, &one.before), (&new, &one.now));
            pairs.push(Pair {
                both: [
                    Side::new(&old, former, programs.iter().map(|one| &one.before)),
                    Side::new(&new, edition, programs.iter().map(|one| &one.now)),
                ],
                pools: programs.iter().map(pool).collect(),
                shares: programs
                    .iter()
                    .map(|one| shares::shares(&profiles, [(&old, &one.before), (&new, &one.now)], wanted.students))
                    .collect(),
                programs,
            });
        }
        let all = pairs.len() * profiles.len().min(wanted.students);
        Trial { profiles, curricula, wanted, editions: pairs, next: 0, made: 0, all, found }
    }

    /// How far it is: steps made and steps in all.
    pub fn progress(&self) -> (usize, usize) {
        (self.made, self.all)
    }

    /// Judges the students of one profile: preparing a profile takes longer than judging one of its students. `false` when
    /// nothing is left.
    pub fn step(&mut self) -> bool {
        let Some(pair) = self.editions.first_mut() else { return false };
        match self.profiles.get(self.next).filter(|_| self.next < self.wanted.students) {
            Some(profile) => {
                pair.judge(profile, self.next, &self.curricula, self.wanted.seed);
                (self.next, self.made) = (self.next + 1, self.made + 1);
            }
            None => {
                self.found.programs.extend(self.editions.remove(0).programs);
                self.next = 0;
            }
        }
        !self.editions.is_empty()
    }

    /// What was found: all there is once no step is left.
    pub fn into_impact(self) -> Impact {
        self.found
    }
}

impl Side {
    fn new<'p>(catalog: &Rc<Catalog>, edition: &Edition, programs: impl Iterator<Item = &'p Program>) -> Side {
        let Edition { id, year, title, standard_as_of, .. } = edition.clone();
        let programs = programs.cloned().collect();
        Side { catalog: Rc::clone(catalog), edition: Edition { id, year, title, standard_as_of, programs } }
    }

    fn prepare(&self, profile: &Profile, curricula: &[Curricula]) -> Prepared {
        let year = curricula.iter().find(|year| Some(year.year) == profile.entry);
        let curriculum: Option<Curriculum> = year.and_then(|year| year.group(profile.group.as_deref()?, &self.catalog));
        Prepared::new(&self.catalog, &self.edition, curriculum.as_ref(), profile, &[])
    }
}

impl Pair {
    /// The students of the profile at that place.
    fn judge(&mut self, profile: &Profile, at: usize, curricula: &[Curricula], seed: u64) {
        let both = self.both.each_ref().map(|side| side.prepare(profile, curricula));
        for (program_at, (program, pool)) in self.programs.iter_mut().zip(&self.pools).enumerate() {
            let code = program.now.code.clone();
            let answers = |records: &[Record]| -> Option<([Answer; 2], [Answer; 2])> {
                let [before, now] = both.each_ref().map(|prepared| prepared.answers(records, &code));
                before.zip(now)
            };
            // Of one profile one student of a kind is made small: others would hardly become smaller ones.
            let mut told = Vec::new();
            let share = self.shares.get(program_at).and_then(|shares| shares.get(at)).copied().unwrap_or_default();
            for student in 0..share {
                let student = (at as u64) << 32 | student as u64;
                let random = &mut Random::of(seed, [program_at as u64, student]);
                let records = records::draw(pool, profile, random);
                let Some((before, now)) = answers(&records) else { continue };
                for question in [Question::Certificate, Question::Requirement] {
                    let Some(way) = direction(question.of(&before), question.of(&now)) else { continue };
                    let affected = question.effect(program).affected(way);
                    affected.students += 1;
                    if told.contains(&(question, way)) {
                        continue;
                    }
                    told.push((question, way));
                    let still = |records: &[Record]| {
                        let answered = answers(records);
                        answered.is_some_and(|(a, b)| direction(question.of(&a), question.of(&b)) == Some(way))
                    };
                    let records = shrink::shrink(records.clone(), profile.pass_mark(), &still);
                    let Some((before, now)) = answers(&records) else { continue };
                    let (before, now) = (question.of(&before).clone(), question.of(&now).clone());
                    affected.see(Case { profile: profile.clone(), records, before, now });
                }
            }
        }
    }
}
