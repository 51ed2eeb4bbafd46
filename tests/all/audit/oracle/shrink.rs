//! Makes a failing case small: leaves out whatever it does not need to fail.

use std::rc::Rc;

use kuayu::catalog::document::Program;

use super::case::Case;

/// The case without everything that can go while `fails` stays true.
pub fn shrink(case: &Case, fails: &dyn Fn(&Case) -> bool) -> Case {
    let mut small = case.clone();
    loop {
        let Some(smaller) = smaller(&small).into_iter().find(|case| survives(case, fails)) else { return small };
        small = smaller;
    }
}

/// A case that a reader breaks over is no smaller form of this one.
fn survives(case: &Case, fails: &dyn Fn(&Case) -> bool) -> bool {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| fails(case))).unwrap_or(false)
}

fn smaller(case: &Case) -> Vec<Case> {
    let mut all = Vec::new();
    let mut program = |change: &dyn Fn(&mut Program) -> bool| {
        let mut case = case.clone();
        if change(&mut case.document.editions[0].programs[0]) {
            all.push(case);
        }
    };
    for at in 0..case.program().restrictions.len() {
        program(&|program| {
            program.restrictions.remove(at);
            true
        });
        program(&|program| program.restrictions[at].entry.take().is_some());
    }
    for (at, category) in case.program().categories.iter().enumerate() {
        for listing in 0..category.courses.len() {
            program(&|program| {
                program.categories[at].courses.remove(listing);
                true
            });
        }
        program(&|program| program.categories[at].min_courses.replace(0) != Some(0));
        program(&|program| {
            let empty = program.categories[at].courses.is_empty();
            if empty {
                program.categories.remove(at);
            }
            empty
        });
    }
    for listing in 0..case.program().uncategorised.len() {
        program(&|program| {
            program.uncategorised.remove(listing);
            true
        });
    }
    program(&|program| std::mem::take(&mut program.own_department_only));
    for at in 0..case.records.len() {
        all.push(case.clone());
        all.last_mut().unwrap().records.remove(at);
    }
    for at in 0..case.decisions.len() {
        all.push(case.clone());
        all.last_mut().unwrap().decisions.remove(at);
    }
    for (table, curriculum) in case.curricula.iter().enumerate() {
        for at in 0..curriculum.rows.len() {
            all.push(case.clone());
            Rc::make_mut(&mut all.last_mut().unwrap().curricula)[table].rows.remove(at);
        }
        if curriculum.rows.is_empty() {
            all.push(case.clone());
            Rc::make_mut(&mut all.last_mut().unwrap().curricula).remove(table);
        }
    }
    all
}
