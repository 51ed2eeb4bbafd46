//! Whether a certificate shows an answer: what has to be shown of each kind of answer, and in which world.

use std::rc::Rc;

use kuayu::audit::{
    Advice, Answer, Certificate, Condition, Degree, Derivation, Fact, LeastShown, Missed, Missing, Named, NamedOf, Of,
    Place, Shown, Taken, Verdict, View,
};
use kuayu::rules::Purpose;

use super::model::Model;
use super::steps::Steps;
use crate::audit::oracle::case::Case;
use crate::audit::oracle::question::{Asked, Question};

/// One question about one case, with the answer that is claimed.
pub struct Check<'a> {
    pub case: &'a Case,
    pub verdict: &'a Verdict,
    pub certificate: &'a Certificate,
}

/// What facts hold in a world.
type World = Rc<dyn Fn(&Fact) -> bool>;

fn world(holds: bool) -> World {
    Rc::new(move |_| holds)
}

/// Says what is not shown.
fn must(shown: bool, what: &'static str) -> Result<(), &'static str> {
    if shown { Ok(()) } else { Err(what) }
}

impl Check<'_> {
    /// `Err` says what is not shown.
    pub fn accept(&self) -> Result<(), &'static str> {
        must(self.certificate.program == self.case.program().code, "another program")?;
        let profile = &self.case.profile;
        let required = profile.degree == Degree::Bachelor && profile.entry.is_none_or(|entry| entry >= 112);
        if self.question() == Question::Requirement && !required {
            return must(self.verdict.answer == Answer::NotRequired, "it is not required");
        }
        let closed = Model::new(self.case, self.question(), View::Passed, world(true), false).asked.closed;
        if closed {
            return must(matches!(self.verdict.answer, Answer::NotOpen(_)), "it is not open");
        }
        let (answer, shown) = (&self.verdict.answer, &self.certificate.shown);
        match (answer, shown) {
            (Answer::Met, Shown::Met { view: View::Passed, counted, before: None }) => {
                self.allocated(View::Passed, world(false), counted)?;
            }
            (Answer::MetIfInProgress, Shown::Met { view: View::InProgress, counted, before: Some(before) }) => {
                self.allocated(View::InProgress, world(false), counted)?;
                self.never(View::Passed, world(false), before)?;
            }
            (Answer::MetIfPlanned, Shown::Met { view: View::Planned, counted, before: Some(before) }) => {
                self.allocated(View::Planned, world(false), counted)?;
                self.never(View::InProgress, world(false), before)?;
            }
            (Answer::DependsOn { facts: told, view: seen }, Shown::DependsOn { view, facts, .. }) => {
                must((told, seen) == (facts, view), "other facts")?;
                self.depends_on(shown)?;
            }
            (Answer::NotYet { missing: told, reachable }, Shown::NotYet { together, missing, never }) => {
                self.not_yet(told, together, missing)?;
                match never {
                    None => must(*reachable && self.verdict.advice.is_some(), "whether it can be reached")?,
                    Some(never) => {
                        must(!reachable && self.verdict.advice.is_none(), "whether it can be reached")?;
                        let model = self.model(View::Planned, world(true), true);
                        must(self.steps(&model).show(never), "that it cannot be reached")?;
                    }
                }
            }
            _ => return Err("another answer"),
        }
        match (&self.verdict.advice, &self.certificate.least) {
            (None, None) => Ok(()),
            (Some(advice), Some(least)) => self.least(advice, least),
            _ => Err("advice"),
        }
    }

    fn question(&self) -> Question {
        match self.certificate.question {
            Purpose::Certificate => Question::Certificate,
            Purpose::CrossDomainRequirement => Question::Requirement,
        }
    }

    fn model(&self, view: View, holds: World, all: bool) -> Model {
        Model::new(self.case, self.question(), view, holds, all)
    }

    fn steps<'m>(&'m self, model: &'m Model) -> Steps<'m> {
        let need = model.asked.demands.iter().map(|demand| demand.least.into()).collect();
        let asked = (0..model.asked.demands.len()).filter(|at| model.asked.demands[*at].one_of.is_none()).collect();
        Steps { model, certificate: self.certificate, need, asked, most: [None; 2] }
    }

    /// That what is counted meets everything, in a world.
    fn allocated(&self, view: View, holds: World, counted: &[Place]) -> Result<(), &'static str> {
        let model = self.model(view, holds, false);
        must(!model.asked.closed && !model.asked.unconfirmed, "that all is confirmed")?;
        must(model.is_met(&model.asked, counted, &[]), "what counts")
    }

    /// That nothing meets everything, in a world.
    fn never(&self, view: View, holds: World, derivation: &Derivation) -> Result<(), &'static str> {
        let model = self.model(view, holds, false);
        let unconfirmed = model.asked.closed || model.asked.unconfirmed;
        let shown = match derivation {
            Derivation::Unconfirmed => unconfirmed,
            other => self.steps(&model).show(other),
        };
        must(shown, "that it is not met")
    }

    fn depends_on(&self, shown: &Shown) -> Result<(), &'static str> {
        let Shown::DependsOn { view, facts, counted, before, unsure, fewer } = shown else { return Err("facts") };
        let known = facts.clone();
        self.allocated(*view, Rc::new(move |fact| known.contains(fact)), counted)?;
        match (view, before) {
            (View::Passed, None) => {}
            (View::InProgress, Some(before)) => self.never(View::Passed, world(true), before)?,
            (View::Planned, Some(before)) => self.never(View::InProgress, world(true), before)?,
            _ => return Err("the narrower view"),
        }
        self.never(View::Planned, world(false), unsure)?;
        let Some(most) = facts.len().checked_sub(1) else { return Err("facts") };
        self.fewer(*view, most, (&mut Vec::new(), &mut Vec::new()), fewer)
    }

    /// That no set of so few facts is enough that has the first and none of the second. Facts only ever help, so below
    /// the last of these steps all that are left may be taken to hold; and none of them where there are as many already.
    fn fewer(
        &self,
        view: View,
        most: usize,
        (taken, left_out): (&mut Vec<Fact>, &mut Vec<Fact>),
        derivation: &Derivation,
    ) -> Result<(), &'static str> {
        if taken.len() > most {
            return Ok(());
        }
        let Derivation::Fact { fact, holds, fails } = derivation else {
            let (has, not) = (taken.clone(), left_out.clone());
            let full = taken.len() == most;
            let holds = move |fact: &Fact| has.contains(fact) || (!full && !not.contains(fact));
            return self.never(view, Rc::new(holds), derivation);
        };
        taken.push(fact.clone());
        self.fewer(view, most, (taken, left_out), holds)?;
        taken.pop();
        left_out.push(fact.clone());
        self.fewer(view, most, (taken, left_out), fails)?;
        left_out.pop();
        Ok(())
    }

    fn not_yet(&self, told: &[Missing], together: &Derivation, missing: &[Missed]) -> Result<(), &'static str> {
        must(told.len() == missing.len() && !told.is_empty(), "what is missing")?;
        let model = self.model(View::Planned, world(true), false);
        // Only of what is told may the steps make use.
        let mut steps = self.steps(&model);
        let mut named = vec![false; steps.need.len()];
        for (told, missed) in told.iter().zip(missing) {
            must((told.have, told.only_jointly) == (missed.have, missed.only_jointly), "how much there is")?;
            let demands = self.demands(&model, &told.condition, missed)?;
            demands.iter().for_each(|at| named[*at] = true);
            self.missed(&model, missed, &demands)?;
        }
        (0..named.len()).filter(|at| !named[*at]).for_each(|at| steps.need[at] = 0);
        must(steps.show(together), "that what is told cannot be met together")
    }

    /// The demands that are the condition told, in the order of the certificate's.
    fn demands(&self, model: &Model, told: &Condition, missed: &Missed) -> Result<Vec<usize>, &'static str> {
        let mut demands = Vec::new();
        for at in &missed.conditions {
            let named = self.certificate.conditions.get(*at).ok_or("a condition")?;
            must(is_named(told, named), "another condition")?;
            demands.push(model.demand(named).ok_or("a condition")?);
        }
        let first =
            missed.conditions.first().and_then(|at| self.certificate.conditions.get(*at)).ok_or("a condition")?;
        // Of alternatives each; of others that are called alike one is enough.
        let group = |at: usize| model.asked.demands[at].one_of.map(|(group, _)| group);
        let groups: Vec<usize> = demands.iter().filter_map(|at| group(*at)).collect();
        let each = (0..model.asked.demands.len()).filter(|at| group(*at).is_some_and(|group| groups.contains(&group)));
        let mut each = each.filter(|at| model.is(&model.asked.demands[*at], first));
        must(each.all(|at| demands.contains(&at)), "all that are called so")?;
        Ok(demands)
    }

    /// That there is so much of a condition, and no more.
    fn missed(&self, model: &Model, missed: &Missed, demands: &[usize]) -> Result<(), &'static str> {
        let have = missed.have.number();
        let just = |at: usize, least: u16| {
            let mut asked = Asked { limits: model.asked.limits.clone(), ..Asked::default() };
            asked.demands = model.asked.demands.clone();
            for (other, demand) in asked.demands.iter_mut().enumerate() {
                demand.one_of = None;
                demand.least = if other == at { least } else { 0 };
            }
            asked
        };
        let had = have == 0 || demands.iter().any(|at| model.is_met(&just(*at, have), &missed.counted, &[]));
        must(had, "that there is so much")?;
        if missed.only_jointly {
            let met = |at: &usize| have >= model.asked.demands[*at].least;
            return must(demands.iter().any(met) && missed.no_more.is_empty(), "that it is met alone");
        }
        must(demands.iter().all(|at| have < model.asked.demands[*at].least), "that it is not met")?;
        must(missed.no_more.len() == demands.len(), "that there is no more")?;
        for (at, derivation) in demands.iter().zip(&missed.no_more) {
            let need = (0..model.asked.demands.len()).map(|other| if other == *at { u32::from(have) + 1 } else { 0 });
            let steps = Steps { need: need.collect(), asked: vec![*at], ..self.steps(model) };
            must(steps.show(derivation), "that there is no more")?;
        }
        Ok(())
    }

    fn least(&self, advice: &Advice, least: &LeastShown) -> Result<(), &'static str> {
        let courses: Option<Vec<Taken>> = advice
            .courses
            .iter()
            .map(|advised| Some(Taken { code: advised.course.code.clone()?, stages: advised.stages.clone() }))
            .collect();
        let same = courses.as_ref() == Some(&least.courses) && advice.credits == least.credits;
        must(same && advice.assumed == least.assumed, "other advice")?;
        let levels: [World; 3] = [world(false), Rc::new(Fact::is_ground), world(true)];
        let own = usize::from(least.assumed);
        must(own < levels.len() && least.never.len() == own, "what is taken to hold")?;
        for (level, never) in levels.iter().zip(&least.never) {
            let model = self.model(View::Planned, level.clone(), true);
            must(self.steps(&model).show(never), "that nothing certain helps")?;
        }
        let model = self.model(View::Planned, levels[own].clone(), true);
        must(model.cost(&least.courses) == Some(u32::from(least.credits.tenths())), "what it costs")?;
        must(model.is_met(&model.asked, &least.counted, &least.courses), "that the advised courses do")?;
        let credits = u32::from(least.credits.tenths());
        let most = |credits: u32, courses: Option<u32>| {
            let credits = credits / model.step() * model.step();
            Steps { most: [Some(credits), courses], ..self.steps(&model) }
        };
        match (credits.checked_sub(1), &least.fewer_credits) {
            (None, None) => {}
            (Some(fewer), Some(shown)) => must(most(fewer, None).show(shown), "that fewer credits do not do")?,
            _ => return Err("that fewer credits do not do"),
        }
        match ((least.courses.len() as u32).checked_sub(1), &least.fewer_courses) {
            (None, None) => Ok(()),
            (Some(fewer), Some(shown)) => must(most(credits, Some(fewer)).show(shown), "that fewer courses do not do"),
            _ => Err("that fewer courses do not do"),
        }
    }
}

/// Whether a condition is called that.
fn is_named(condition: &Condition, named: &Named) -> bool {
    let of = match &condition.of {
        Of::Any => named.of == NamedOf::Any,
        Of::CrossDomain => named.of == NamedOf::CrossDomain,
        Of::OutsideDepartment => named.of == NamedOf::OutsideDepartment,
        Of::InPerson => named.of == NamedOf::InPerson,
        Of::Listed(courses) => match &named.of {
            NamedOf::Codes(codes) => {
                courses.iter().all(|course| course.code.as_ref().is_none_or(|code| codes.contains(code)))
            }
            _ => false,
        },
        Of::Track(track) => named.of == NamedOf::Track(track.clone()),
        Of::OneTrackOf(_) => named.of == NamedOf::OneTrack,
    };
    of && condition.need == named.need && condition.categories == named.categories
}
