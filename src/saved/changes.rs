//! What is changed in a document as a whole: its plans, and the marks of its programs.

use super::document::Document;
use super::marks::{Mark, Step};
use super::plan::Plan;
use crate::term::Term;
use crate::transcript::Record;

impl Document {
    /// The plan that counts for the verdicts: the one chosen, else the first.
    pub fn active_plan(&self) -> Option<&Plan> {
        let chosen = self.plans.iter().find(|plan| Some(plan.id) == self.active_plan);
        chosen.or_else(|| self.plans.first())
    }

    /// The same, to change it.
    pub fn active_plan_mut(&mut self) -> Option<&mut Plan> {
        let id = self.active_plan()?.id;
        self.plan_mut(id)
    }

    /// A plan by its id, to change it.
    pub fn plan_mut(&mut self, id: u32) -> Option<&mut Plan> {
        self.plans.iter_mut().find(|plan| plan.id == id)
    }

    /// Adds a plan and chooses it.
    pub fn add_plan(&mut self, mut plan: Plan) {
        while self.plans.iter().any(|known| known.id == plan.id) {
            plan.id = plan.id.wrapping_add(1);
        }
        self.active_plan = Some(plan.id);
        self.plans.push(plan);
    }

    /// Takes a plan away.
    pub fn remove_plan(&mut self, id: u32) {
        self.plans.retain(|plan| plan.id != id);
    }

    /// The records with what the active plan adds; the student's own keep their positions.
    pub fn records_with_plan(&self) -> Vec<Record> {
        match self.active_plan() {
            Some(plan) => self.records_with(plan),
            None => self.records.clone(),
        }
    }

    /// The records with what a plan adds; the student's own keep their positions.
    pub fn records_with(&self, plan: &Plan) -> Vec<Record> {
        let mut records = self.records.clone();
        records.extend(plan.records(&self.records, self.profile.pass_mark()));
        records
    }

    /// Whether the other is the same but for its plans and the edition that judges them.
    pub fn is_but_for_plans(&self, other: &Document) -> bool {
        let alike = Document {
            plans: self.plans.clone(),
            active_plan: self.active_plan,
            edition: self.edition.clone(),
            ..other.clone()
        };
        alike == *self
    }

    /// Marks a step of a program, or takes the mark back (`None`).
    pub fn mark(&mut self, program: &str, step: Step, term: Option<Term>) {
        let known = self.marks.iter().position(|mark| mark.program == program && mark.step == step);
        match (known.and_then(|at| self.marks.get_mut(at)), term) {
            (Some(mark), Some(term)) => mark.term = term,
            (Some(_), None) => self.marks.retain(|mark| mark.program != program || mark.step != step),
            (None, Some(term)) => self.marks.push(Mark { program: program.to_owned(), step, term }),
            (None, None) => {}
        }
    }
}
