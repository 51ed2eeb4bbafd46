//! What a change of the catalog does: invented students are judged by the catalog as it was and as it is, and of those who
//! gain and those who lose the smallest are told. The words are in [`crate::i18n::office::impact`].
//!
//! Pure library code: no clock, no files, and of one seed always the same students, so that it can run anywhere.

mod change;
mod pool;
mod profiles;
mod random;
mod records;
mod shrink;
mod what_changed;

use crate::audit::{Answer, Prepared, Profile};
use crate::catalog::curriculum::Curriculum;
use crate::catalog::document::{Edition, Program};
use crate::catalog::{Catalog, Curricula};
use crate::credits::Credits;
use crate::transcript::Record;

use change::{Direction, direction};
use pool::Pool;
use random::Random;

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

/// What a change does. Programs are compared within the editions that both catalogs have.
#[derive(Clone, Debug, PartialEq)]
pub struct Impact<'c> {
    /// Every program whose facts changed, in the order of the newer catalog.
    pub programs: Vec<ProgramImpact<'c>>,
    /// Programs that only the newer catalog has, each with its edition.
    pub added: Vec<(&'c str, &'c Program)>,
    /// Programs that only the older catalog has, each with its edition.
    pub removed: Vec<(&'c str, &'c Program)>,
}

/// What a change does to the answers about one program.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgramImpact<'c> {
    /// The edition's id.
    pub edition: &'c str,
    /// The program before.
    pub before: &'c Program,
    /// The program now.
    pub now: &'c Program,
    /// How many students were judged.
    pub students: usize,
    /// What became of the certificate (微學程證書).
    pub certificate: Effect,
    /// What became of the cross-domain graduation requirement (跨域畢業條件).
    pub requirement: Effect,
}

/// Whose answer to one question is another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effect {
    /// Who is nearer now.
    pub better: Affected,
    /// Who is farther now.
    pub worse: Affected,
    /// Who is as near, but lacks something else, or hangs on something else.
    pub otherwise: Affected,
}

/// Students who are affected alike.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Affected {
    /// How many.
    pub students: usize,
    /// The smallest of them: the fewest records, then the fewest credits.
    pub smallest: Option<Case>,
}

/// A student whose answer is another now.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Who it is.
    pub profile: Profile,
    /// What was taken; without any of these the answers would not differ so.
    pub records: Vec<Record>,
    /// The answer before.
    pub before: Answer,
    /// The answer now.
    pub now: Answer,
}

/// Judges invented students by both catalogs. `curricula` are those of the entry years, the same for both.
pub fn impact<'c>(old: &'c Catalog, new: &'c Catalog, curricula: &[Curricula], wanted: Wanted) -> Impact<'c> {
    let mut all = Impact { programs: Vec::new(), added: Vec::new(), removed: Vec::new() };
    let profiles = profiles::profiles(old, new, curricula, wanted.seed);
    for edition in new.editions() {
        let Some(former) = old.edition(&edition.id) else { continue };
        let only_in = |here: &'c Edition, there: &'c Edition| {
            let gone = move |program: &&Program| there.program(&program.code).is_none();
            here.programs.iter().filter(gone).map(|program| (here.id.as_str(), program)).collect::<Vec<_>>()
        };
        all.added.extend(only_in(edition, former));
        all.removed.extend(only_in(former, edition));
        let pairs = edition.programs.iter().filter_map(|now| Some((former.program(&now.code)?, now)));
        let changed = pairs.filter(|(before, now)| what_changed::facts_differ(old, before, new, now));
        let programs = changed.map(|(before, now)| ProgramImpact {
            edition: &edition.id,
            before,
            now,
            students: wanted.students,
            certificate: Effect::default(),
            requirement: Effect::default(),
        });
        let mut programs: Vec<ProgramImpact<'c>> = programs.collect();
        let both =
            [Side::new(old, former, &programs, |one| one.before), Side::new(new, edition, &programs, |one| one.now)];
        judge(&both, &mut programs, &profiles, curricula, wanted);
        all.programs.extend(programs);
    }
    all
}

/// One of the two catalogs, with an edition of the programs that changed alone.
struct Side<'c> {
    catalog: &'c Catalog,
    edition: Edition,
}

impl<'c> Side<'c> {
    fn new(
        catalog: &'c Catalog,
        edition: &Edition,
        programs: &[ProgramImpact<'c>],
        of: impl Fn(&ProgramImpact<'c>) -> &'c Program,
    ) -> Side<'c> {
        let programs = programs.iter().map(|one| of(one).clone()).collect();
        let Edition { id, year, title, standard_as_of, .. } = edition.clone();
        Side { catalog, edition: Edition { id, year, title, standard_as_of, programs } }
    }

    fn prepare(&self, profile: &Profile, curricula: &[Curricula]) -> Prepared {
        let year = curricula.iter().find(|year| Some(year.year) == profile.entry);
        let curriculum: Option<Curriculum> = year.and_then(|year| year.group(profile.group.as_deref()?, self.catalog));
        Prepared::new(self.catalog, &self.edition, curriculum.as_ref(), profile, &[])
    }
}

/// Judges the students of every profile in turn: preparing a profile takes longer than judging one of its students.
fn judge(
    [old, new]: &[Side<'_>; 2],
    programs: &mut [ProgramImpact<'_>],
    profiles: &[Profile],
    curricula: &[Curricula],
    wanted: Wanted,
) {
    if programs.is_empty() {
        return;
    }
    let pools: Vec<Pool> =
        programs.iter().map(|one| Pool::new((old.catalog, one.before), (new.catalog, one.now))).collect();
    for (at, profile) in profiles.iter().enumerate().take(wanted.students) {
        let both = [old, new].map(|side| side.prepare(profile, curricula));
        for (program_at, (program, pool)) in programs.iter_mut().zip(&pools).enumerate() {
            let code = program.now.code.clone();
            let answers = |records: &[Record]| {
                let [before, now] = both.each_ref().map(|prepared| prepared.answers(records, &code));
                before.zip(now)
            };
            // Of one profile one student of a kind is made small: others would hardly become smaller ones.
            let mut told = Vec::new();
            for student in (at..wanted.students).step_by(profiles.len()) {
                let random = &mut Random::of(wanted.seed, [program_at as u64, student as u64]);
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

/// The two questions of a program.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    Certificate,
    Requirement,
}

impl Question {
    fn of(self, answers: &[Answer; 2]) -> &Answer {
        let [certificate, requirement] = answers;
        match self {
            Question::Certificate => certificate,
            Question::Requirement => requirement,
        }
    }

    fn effect<'p>(self, program: &'p mut ProgramImpact<'_>) -> &'p mut Effect {
        match self {
            Question::Certificate => &mut program.certificate,
            Question::Requirement => &mut program.requirement,
        }
    }
}

impl ProgramImpact<'_> {
    /// Whether every student has the same answers to both questions.
    pub fn is_nothing(&self) -> bool {
        self.certificate.is_nothing() && self.requirement.is_nothing()
    }
}

impl Effect {
    /// Whether nobody's answer is another.
    pub fn is_nothing(&self) -> bool {
        self.better.students + self.worse.students + self.otherwise.students == 0
    }

    fn affected(&mut self, way: Direction) -> &mut Affected {
        match way {
            Direction::Better => &mut self.better,
            Direction::Worse => &mut self.worse,
            Direction::Otherwise => &mut self.otherwise,
        }
    }
}

impl Affected {
    /// Takes a case in the place of the smallest so far, where it is smaller.
    fn see(&mut self, case: Case) {
        if self.smallest.as_ref().is_none_or(|smallest| case.size() < smallest.size()) {
            self.smallest = Some(case);
        }
    }
}

impl Case {
    /// How large it is: records, then credits. A record that does not say its credits is not small for that.
    fn size(&self) -> (usize, Credits) {
        let credits = |record: &Record| record.credits.unwrap_or(Credits::whole(99));
        (self.records.len(), self.records.iter().map(credits).sum())
    }
}
