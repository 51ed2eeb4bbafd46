//! Every fault put into a certificate or an answer is found: what is claimed is then wrong, or is not shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use kuayu::audit::{
    AdvisedCourse, Amount, Answer, Certificate, Closed, CourseRef, Derivation, Fact, LeastShown, Missed, Missing,
    Place, Row, Shown, Taken, UnitName, Verdict, View,
};
use kuayu::credits::Credits;

use super::broken::broken;
use super::check::Check;
use super::students::{Asked, each};
use crate::audit::oracle::case::Case;

/// Into the answers of how many students faults are put.
const STUDENTS: u64 = 60;

/// More faults of one kind are not looked at.
const MOST: u64 = 40;

#[test]
fn every_fault_is_found() {
    let mut found: BTreeMap<&'static str, u64> = BTreeMap::new();
    let mut students = 0..STUDENTS;
    each(&mut || students.next().map(|at| at + 1000), false, &mut |asked| {
        let Ok(certificate) = asked.certificate else { return };
        let mut faults = Faults { asked: &asked, found: &mut found };
        faults.of_answer(certificate);
        faults.of_steps(certificate);
        if let (Some(advice), Some(least)) = (&asked.verdict.advice, &certificate.least) {
            faults.of_advice(certificate, advice.courses.len(), least);
        }
    });
    println!("{} faults of {} kinds: {found:#?}", found.values().sum::<u64>(), found.len());
    assert!(found.len() >= 40 && found.values().all(|count| *count >= 3), "{} kinds: {found:#?}", found.len());
}

struct Faults<'a> {
    asked: &'a Asked<'a>,
    found: &'a mut BTreeMap<&'static str, u64>,
}

impl Faults<'_> {
    fn refused(&mut self, fault: &'static str, case: &Case, verdict: &Verdict, certificate: &Certificate) {
        let found = self.found.entry(fault).or_default();
        if *found == MOST {
            return;
        }
        *found += 1;
        let accepted = Check { case, verdict, certificate }.accept().is_ok();
        assert!(!accepted, "{fault}: {}\n{case}{verdict:#?}\n{certificate:#?}", (self.asked.name)());
    }

    /// Another answer, with the best that a liar could show for it.
    fn claim(&mut self, fault: &'static str, certificate: &Certificate, answer: Answer, shown: Shown) {
        let verdict = Verdict { answer, ..self.asked.verdict.clone() };
        self.refused(fault, self.asked.case, &verdict, &Certificate { shown, ..certificate.clone() });
    }

    /// The same answer, shown otherwise.
    fn show(&mut self, fault: &'static str, certificate: &Certificate, shown: Shown) {
        self.refused(fault, self.asked.case, self.asked.verdict, &Certificate { shown, ..certificate.clone() });
    }

    /// All records, each in any category.
    fn everything(&self) -> Vec<Place> {
        let case = self.asked.case;
        let category = case.program().categories.first().map(|category| category.name.clone());
        let records = 0..case.records.len();
        records.map(|at| Place { unit: UnitName::Record(at), category: category.clone() }).collect()
    }

    fn of_answer(&mut self, certificate: &Certificate) {
        let other = Certificate { program: "ZZZ".to_owned(), ..certificate.clone() };
        self.refused("another program's", self.asked.case, self.asked.verdict, &other);
        let sums = (0..certificate.conditions.len()).map(|at| Derivation::Sum(vec![(Row::Condition(at), 1)]));
        let sums: Vec<Derivation> = sums.collect();
        let sum = |at: usize| sums.get(at).cloned().unwrap_or(Derivation::Sum(Vec::new()));
        let not_yet = |have: u16, at: usize| {
            let named = &certificate.conditions[at];
            let condition = kuayu::audit::Condition {
                need: named.need,
                categories: named.categories.clone(),
                of: kuayu::audit::Of::Any,
                source: kuayu::audit::ConditionSource::ProgramCredits,
            };
            let have = named.need.with(have);
            let missing = vec![Missing { condition: Arc::new(condition), have, only_jointly: false }];
            let (conditions, counted) = (vec![at], Vec::new());
            let missed = Missed { conditions, have, only_jointly: false, counted, no_more: vec![sum(at)] };
            let shown = Shown::NotYet { together: sum(at), missing: vec![missed], never: None };
            (Answer::NotYet { missing, reachable: true }, shown)
        };
        let met = |view, counted| Shown::Met { view, counted, before: None };
        let answer = self.asked.verdict.answer.clone();
        match (&answer, certificate.shown.clone()) {
            (Answer::Met | Answer::MetIfInProgress | Answer::MetIfPlanned, Shown::Met { view, counted, before }) => {
                for have in [0, 1] {
                    let (answer, shown) = not_yet(have, 0);
                    self.claim("not yet instead of met", certificate, answer, shown);
                }
                let (unsure, fewer) = (sum(0), Derivation::Unconfirmed);
                let facts = vec![Fact::EntryYear];
                let before = before.clone();
                let shown =
                    Shown::DependsOn { view, facts: facts.clone(), counted: counted.clone(), before, unsure, fewer };
                self.claim("depends instead of met", certificate, Answer::DependsOn { facts, view }, shown);
                let shut = Answer::NotOpen(Closed::OwnProgram);
                self.claim("not open instead of met", certificate, shut, Shown::NotOpen);
                self.claim("not required instead of met", certificate, Answer::NotRequired, Shown::NotRequired);
                if view > View::Passed {
                    self.claim("met sooner", certificate, Answer::Met, met(View::Passed, counted.clone()));
                } else {
                    let before = Some(sum(0));
                    let shown = Shown::Met { view: View::InProgress, counted: counted.clone(), before };
                    self.claim("met later", certificate, Answer::MetIfInProgress, shown);
                }
                self.counted_faults(certificate, &counted, &|counted| {
                    let Shown::Met { view, before, .. } = certificate.shown.clone() else { unreachable!() };
                    Shown::Met { view, counted, before }
                });
            }
            (Answer::DependsOn { facts, view }, Shown::DependsOn { counted, before, unsure, fewer, .. }) => {
                let with = |facts: Vec<Fact>, view: View, before: Option<Derivation>| {
                    let (counted, unsure, fewer) = (counted.clone(), unsure.clone(), fewer.clone());
                    (
                        Answer::DependsOn { facts: facts.clone(), view },
                        Shown::DependsOn { view, facts, counted, before, unsure, fewer },
                    )
                };
                for at in 0..facts.len() {
                    let mut fewer = facts.clone();
                    fewer.remove(at);
                    let (answer, shown) = with(fewer.clone(), *view, before.clone());
                    self.claim("a fact left out", certificate, answer, shown);
                    let course = CourseRef { code: None, name: "別的課".to_owned() };
                    fewer.push(Fact::Outside { course });
                    let (answer, shown) = with(fewer, *view, before.clone());
                    self.claim("another fact", certificate, answer, shown);
                }
                let more = [&facts[..], &[Fact::Curriculum]].concat();
                let (answer, shown) = with(more, *view, before.clone());
                self.claim("a fact too many", certificate, answer, shown);
                if *view < View::Planned {
                    let wider = if *view == View::Passed { View::InProgress } else { View::Planned };
                    let (answer, shown) = with(facts.clone(), wider, Some(fewer.clone()));
                    self.claim("a wider view", certificate, answer, shown);
                } else {
                    let (answer, shown) = with(facts.clone(), View::Passed, None);
                    self.claim("a narrower view", certificate, answer, shown);
                }
                self.claim("met instead of depends", certificate, Answer::Met, met(View::Passed, counted.clone()));
                let (answer, shown) = not_yet(0, 0);
                self.claim("not yet instead of depends", certificate, answer, shown);
                self.counted_faults(certificate, &counted, &|counted| {
                    let Shown::DependsOn { view, facts, before, unsure, fewer, .. } = certificate.shown.clone() else {
                        unreachable!()
                    };
                    Shown::DependsOn { view, facts, counted, before, unsure, fewer }
                });
            }
            (Answer::NotYet { missing, reachable }, Shown::NotYet { together, missing: missed, never }) => {
                let all = self.everything();
                self.claim("met instead of not yet", certificate, Answer::Met, met(View::Passed, all.clone()));
                let (facts, view) = (vec![Fact::EntryYear], View::Planned);
                let (before, unsure, fewer) = (Some(together.clone()), together.clone(), together.clone());
                let shown = Shown::DependsOn { view, facts: facts.clone(), counted: all, before, unsure, fewer };
                self.claim("depends instead of not yet", certificate, Answer::DependsOn { facts, view }, shown);
                let never_shown = never.clone().or(Some(together.clone()));
                let shown = Shown::NotYet {
                    together: together.clone(),
                    missing: missed.clone(),
                    never: if *reachable { never_shown } else { None },
                };
                let turned = Answer::NotYet { missing: missing.clone(), reachable: !reachable };
                let fault =
                    if *reachable { "out of reach instead of not yet" } else { "not yet instead of out of reach" };
                self.claim(fault, certificate, turned, shown);
                self.distances(certificate, missing, &missed, &together, &never, *reachable);
            }
            (Answer::NotOpen(_), _) => {
                let (answer, shown) = not_yet(0, 0);
                self.claim("not yet instead of not open", certificate, answer, shown);
                self.claim("met instead of not open", certificate, Answer::Met, met(View::Passed, self.everything()));
            }
            (Answer::NotRequired, _) => {
                let (answer, shown) = not_yet(0, 0);
                self.claim("not yet instead of not required", certificate, answer, shown);
            }
            _ => {}
        }
    }

    fn counted_faults(&mut self, certificate: &Certificate, counted: &[Place], shown: &dyn Fn(Vec<Place>) -> Shown) {
        if counted.is_empty() {
            return;
        }
        self.show("nothing counts", certificate, shown(Vec::new()));
        let again = [counted, &counted[..1]].concat();
        self.show("a record twice", certificate, shown(again));
        let nowhere = |place: &Place| Place { category: Some("無".to_owned()), ..place.clone() };
        self.show("another category", certificate, shown(counted.iter().map(nowhere).collect()));
        let stranger = Place { unit: UnitName::Record(9999), category: None };
        self.show("a record that is not there", certificate, shown([counted, &[stranger]].concat()));
        let course = self.asked.case.listings().iter().find_map(|(_, listing)| listing.code.clone());
        let planned = Place { unit: UnitName::Course(course.unwrap_or_default()), category: None };
        self.show("a course not taken", certificate, shown([counted, &[planned]].concat()));
        let mut case = self.asked.case.clone();
        case.records.clear();
        self.refused("another student's", &case, self.asked.verdict, certificate);
        let mut case = self.asked.case.clone();
        for place in counted {
            if let UnitName::Record(at) = place.unit {
                case.records[at].grade = kuayu::transcript::Grade::Fail;
                case.records[at].declared = None;
            }
        }
        self.refused("records that are not passed", &case, self.asked.verdict, certificate);
    }

    fn distances(
        &mut self,
        certificate: &Certificate,
        missing: &[Missing],
        missed: &[Missed],
        together: &Derivation,
        never: &Option<Derivation>,
        reachable: bool,
    ) {
        let mut with = |fault: &'static str, missing: Vec<Missing>, missed: Vec<Missed>, together: Derivation| {
            let shown = Shown::NotYet { together, missing: missed, never: never.clone() };
            self.claim(fault, certificate, Answer::NotYet { missing, reachable }, shown);
        };
        for at in (0..missing.len()).filter(|at| !missing[*at].only_jointly) {
            let have = missing[at].have.number();
            let mut numbers = vec![("a distance too short", have + 1)];
            numbers.extend((have > 0).then(|| ("a distance too long", have - 1)));
            for (fault, number) in numbers {
                let (mut missing, mut missed) = (missing.to_vec(), missed.to_vec());
                missing[at].have = missing[at].have.with(number);
                missed[at].have = missing[at].have;
                with(fault, missing.clone(), missed.clone(), together.clone());
                missed[at].have = missed[at].have.with(have);
                with("another distance than shown", missing, missed, together.clone());
            }
            let mut jointly = (missing.to_vec(), missed.to_vec());
            (jointly.0[at].only_jointly, jointly.1[at].only_jointly) = (true, true);
            jointly.1[at].no_more.clear();
            with("met alone", jointly.0, jointly.1, together.clone());
            let mut open = missed.to_vec();
            open[at].no_more.clear();
            with("no word of what there is at most", missing.to_vec(), open, together.clone());
            if missing[at].have.number() > 0 {
                let mut open = missed.to_vec();
                open[at].counted.clear();
                with("no word of what there is", missing.to_vec(), open, together.clone());
            }
            let mut other = missing.to_vec();
            let need = Amount::Courses(99);
            other[at].condition = Arc::new(kuayu::audit::Condition { need, ..(*other[at].condition).clone() });
            with("a condition that nobody asks", other, missed.to_vec(), together.clone());
        }
        with("nothing is missing", Vec::new(), Vec::new(), together.clone());
    }

    /// Faults of single steps, wherever they stand.
    fn of_steps(&mut self, certificate: &Certificate) {
        let Shown::NotYet { together, missing, never } = &certificate.shown else { return };
        for (fault, wrong) in broken(together) {
            let (missing, never) = (missing.clone(), never.clone());
            self.show(fault, certificate, Shown::NotYet { together: wrong, missing, never });
        }
        for (fault, wrong) in never.iter().flat_map(broken) {
            let (together, missing) = (together.clone(), missing.clone());
            self.show(fault, certificate, Shown::NotYet { together, missing, never: Some(wrong) });
        }
    }

    fn of_advice(&mut self, certificate: &Certificate, courses: usize, least: &LeastShown) {
        let shown = |least: LeastShown| Certificate { least: Some(least), ..certificate.clone() };
        let (case, verdict) = (self.asked.case, self.asked.verdict);
        self.refused("no word of the least", case, verdict, &Certificate { least: None, ..certificate.clone() });
        for derivation in [&least.fewer_credits, &least.fewer_courses].into_iter().flatten() {
            for (fault, wrong) in broken(derivation) {
                let (fewer_credits, fewer_courses) = (Some(wrong.clone()), Some(wrong));
                self.refused(
                    fault,
                    case,
                    verdict,
                    &shown(LeastShown { fewer_credits, fewer_courses, ..least.clone() }),
                );
            }
        }
        if courses > 0 {
            let dropped = LeastShown { fewer_credits: None, ..least.clone() };
            self.refused("no word of fewer credits", case, verdict, &shown(dropped));
            let dropped = LeastShown { fewer_courses: None, ..least.clone() };
            self.refused("no word of fewer courses", case, verdict, &shown(dropped));
            let dropped = LeastShown { counted: Vec::new(), ..least.clone() };
            self.refused("no word of what counts then", case, verdict, &shown(dropped));
        }
        let changed = |courses: &[AdvisedCourse], credits: Credits, assumed: u8, never: Vec<Derivation>| {
            let mut verdict = self.asked.verdict.clone();
            let advice = verdict.advice.as_mut().unwrap();
            (advice.courses, advice.credits, advice.assumed) = (courses.to_vec(), credits, assumed);
            let taken =
                courses.iter().map(|one| Taken { code: one.course.code.clone().unwrap(), stages: one.stages.clone() });
            let courses = taken.collect();
            let any = least.fewer_credits.clone().unwrap_or(Derivation::Sum(Vec::new()));
            let (fewer_credits, fewer_courses) = (Some(any.clone()), Some(any));
            let least = LeastShown { credits, courses, assumed, never, fewer_credits, fewer_courses, ..least.clone() };
            (verdict, shown(least))
        };
        let told = &self.asked.verdict.advice.as_ref().unwrap().courses;
        let mut lies: Vec<(&'static str, (Verdict, Certificate))> = Vec::new();
        for at in 0..told.len() {
            let mut fewer = told.to_vec();
            let gone = fewer.remove(at);
            let credits = Credits::from_tenths(least.credits.tenths() - gone.credits.tenths());
            lies.push(("a course too few", changed(&fewer, credits, least.assumed, least.never.clone())));
        }
        let is_told = |code: &str| told.iter().any(|one| one.course.code.as_deref() == Some(code));
        let more = case.listings().into_iter().find_map(|(_, listing)| {
            let code = listing.code.as_ref().filter(|code| !is_told(code))?;
            let course = case.course(listing);
            let credits = course.credits.filter(|_| course.stages.is_none())?;
            let course = Arc::new(CourseRef { code: Some(code.clone()), name: listing.name.clone() });
            Some((course, credits))
        });
        if let (Some((course, credits)), Some(first)) = (more, told.first()) {
            let (stages, instead) = (Vec::new(), Vec::new());
            let extra = AdvisedCourse { course, credits, stages, instead, ..first.clone() };
            let total = least.credits + credits;
            let dearer = [&told[..], &[extra]].concat();
            lies.push(("a course too many", changed(&dearer, total, least.assumed, least.never.clone())));
        }
        let half = Credits::from_tenths(5);
        lies.push(("dearer than it is", changed(told, least.credits + half, least.assumed, least.never.clone())));
        if least.credits > half {
            let cheaper = Credits::from_tenths(least.credits.tenths() - 5);
            lies.push(("cheaper than it is", changed(told, cheaper, least.assumed, least.never.clone())));
        }
        if least.assumed < 2 {
            let never = least.never.iter().cloned().chain(least.fewer_credits.clone()).collect();
            lies.push(("more taken to hold than needed", changed(told, least.credits, least.assumed + 1, never)));
        }
        if least.assumed > 0 {
            let never = least.never[..usize::from(least.assumed) - 1].to_vec();
            lies.push(("less taken to hold than needed", changed(told, least.credits, least.assumed - 1, never)));
        }
        for (fault, (verdict, certificate)) in lies {
            self.refused(fault, case, &verdict, &certificate);
        }
    }
}
