//! Looking courses up in curricula. The same tables are asked again and again, so what stands where is worked out once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use kuayu::audit::CourseRef;
use kuayu::names::Near;

use super::case::Table;
use super::world::spelled;

/// Where the rows of a table are that bear a code or a name.
struct Places {
    codes: HashMap<String, Vec<usize>>,
    names: HashMap<Rc<str>, Vec<usize>>,
    near: RefCell<HashMap<Rc<str>, Option<usize>>>,
}

impl Places {
    fn new(table: &Table) -> Places {
        let mut places = Places { codes: HashMap::new(), names: HashMap::new(), near: RefCell::default() };
        for (at, row) in table.rows.iter().enumerate() {
            if let Some(code) = &row.code {
                places.codes.entry(code.clone()).or_default().push(at);
            }
            places.names.entry(spelled(&row.name)).or_default().push(at);
        }
        places
    }
}

type Known = Option<(Rc<Vec<Table>>, Vec<Places>)>;

/// Looks into the tables. Of the tables asked last what is known is kept, as long as they are the same.
fn places<T>(tables: &Rc<Vec<Table>>, look: impl FnOnce(&[Places]) -> T) -> T {
    thread_local!(static KNOWN: RefCell<Known> = RefCell::default());
    KNOWN.with_borrow_mut(|known| {
        if !known.as_ref().is_some_and(|(own, _)| Rc::ptr_eq(own, tables)) {
            *known = Some((Rc::clone(tables), tables.iter().map(Places::new).collect()));
        }
        look(&known.as_ref().unwrap().1)
    })
}

/// The first row with the course's code or its name, professional or not.
pub fn row(tables: &Rc<Vec<Table>>, table: usize, course: &CourseRef, professional: bool) -> Option<usize> {
    let name = spelled(&course.name);
    places(tables, |places| {
        let by_code = course.code.as_ref().and_then(|code| places[table].codes.get(code));
        let all = by_code.into_iter().chain(places[table].names.get(&name)).flatten();
        all.copied().filter(|at| tables[table].rows[*at].symbol.is_professional() == professional).min()
    })
}

/// Whether a table has the course as a professional one, by its code or by its name.
pub fn has(tables: &Rc<Vec<Table>>, table: usize, course: &CourseRef, by_code: bool) -> bool {
    let name = spelled(&course.name);
    places(tables, |places| {
        let found = match by_code {
            true => course.code.as_ref().and_then(|code| places[table].codes.get(code)),
            false => places[table].names.get(&name),
        };
        found.into_iter().flatten().any(|at| tables[table].rows[*at].symbol.is_professional())
    })
}

/// The first professional row with nearly the same name. What is near is the university's judgement, which the project
/// only imitates: the oracle takes it as it is.
pub fn near(tables: &Rc<Vec<Table>>, table: usize, course: &CourseRef) -> Option<usize> {
    let name = spelled(&course.name);
    let rows = || tables[table].rows.iter().enumerate().filter(|(_, row)| row.symbol.is_professional());
    places(tables, |places| {
        let mut known = places[table].near.borrow_mut();
        let near = || {
            let own = Near::new(&name);
            rows().find(|(_, row)| Near::new(&spelled(&row.name)).to(&own)).map(|(at, _)| at)
        };
        *known.entry(name.clone()).or_insert_with(near)
    })
}
