//! The static files beside the page, as they arrive: the catalog at once, a year's curricula when the profile names the
//! year, the list of all courses when somebody searches in it, the English names when the page is English, a
//! semester's classes when something is planned in it.

use kuayu::catalog::{Catalog, ClassFile, ClassTerms, CourseList, Curricula, EnglishFile, EnglishNames, Problem};
use kuayu::classes::{Classes, TermIndex, known_as};
use kuayu::i18n::{self, Lang, names};
use kuayu::import::ClassFound;
use kuayu::regulation;
use kuayu::term::Term;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::first_state::CATALOG;
use super::{FirstState, Shared};
use crate::platform::{self, fetch, service_worker};

/// A file on its way.
pub enum Load<T> {
    /// Not asked for.
    Idle,
    /// Asked for.
    Waiting,
    /// Here.
    Ready(Shared<T>),
    /// The network or the host did not deliver it.
    Failed,
    /// It arrived with mistakes.
    Broken(Shared<Vec<Problem>>),
}

impl<T> Load<T> {
    /// The value, where it is here.
    pub fn ready(&self) -> Option<&Shared<T>> {
        match self {
            Load::Ready(value) => Some(value),
            _ => None,
        }
    }
}

/// Where a catalog may be, best first: the host's, which its owner may edit at any time; the one this app last
/// accepted, which the service worker keeps; the one this build came with.
const CATALOGS: [&str; 3] = [CATALOG, "programs.json?kept", "programs.shipped.json"];

/// The earliest entry year whose curricula come with the site: the requirement begins with it.
const FIRST_CURRICULA: u16 = regulation::CROSS_DOMAIN_FROM_ENTRY;

/// The kinds of file.
#[derive(Clone, Copy)]
pub struct Files {
    /// `programs.json`.
    pub catalog: RwSignal<Load<Catalog>>,
    /// The mistakes for which the host's `programs.json` was refused, while an earlier one stands in for it.
    pub catalog_refused: RwSignal<Option<Shared<Vec<Problem>>>>,
    /// `curricula/<year>.json`, for the year named.
    pub curricula: RwSignal<(Option<u16>, Load<Curricula>)>,
    /// `courses.json`.
    pub courses: RwSignal<Load<CourseList>>,
    /// `names/en.json`. What it holds is where the words are: [`names`].
    pub names: RwSignal<Load<()>>,
    /// `classes/terms.json`: of which semesters classes are known.
    pub class_terms: RwSignal<Load<TermIndex>>,
    /// `classes/<term>.json`, for the semesters asked for.
    pub classes: RwSignal<Vec<(Term, Load<Classes>)>>,
    front: FirstState,
}

impl Files {
    /// Asks for the catalog; the rest waits until it is needed.
    pub fn start(front: FirstState) -> Files {
        let files = Files {
            catalog: RwSignal::new(Load::Idle),
            catalog_refused: RwSignal::new(None),
            curricula: RwSignal::new((None, Load::Idle)),
            courses: RwSignal::new(Load::Idle),
            names: RwSignal::new(Load::Idle),
            class_terms: RwSignal::new(Load::Idle),
            classes: RwSignal::new(Vec::new()),
            front,
        };
        Effect::new(move |_| {
            if front.lang.get() == Lang::En {
                files.load_names();
            }
        });
        Effect::new(move |_| {
            if files.names.with(|load| load.ready().is_some()) {
                front.units_named.set(true);
            }
        });
        files.load_catalog_from(front.catalog.try_update_value(Option::take).flatten());
        files
    }

    /// Asks for the catalog again.
    pub fn load_catalog(self) {
        self.load_catalog_from(None);
    }

    fn load_catalog_from(self, asked: Option<fetch::Asked>) {
        self.catalog.set(Load::Waiting);
        spawn_local(async move {
            let mut refused = None;
            let mut accepted = None;
            let mut asked = asked;
            for address in CATALOGS {
                let asked = asked.take().unwrap_or_else(|| fetch::Asked::now(address));
                // A host that does not answer, or has no such file: the next may be here.
                let Ok(text) = asked.text().await else { continue };
                // In pieces, between which the page can paint and answer: reading, checking, showing.
                let document = kuayu::catalog::read_document(&text);
                platform::breath().await;
                let checked = document.and_then(|document| kuayu::catalog::checked(&text, document));
                platform::breath().await;
                match checked {
                    Ok(catalog) => {
                        service_worker::keep_catalog(&text);
                        accepted = Some(Shared::new(catalog));
                        break;
                    }
                    Err(problems) => refused = refused.or(Some(Shared::new(problems))),
                }
            }
            let load = match (accepted, &refused) {
                (Some(catalog), _) => Load::Ready(catalog),
                (None, Some(problems)) => Load::Broken(problems.clone()),
                (None, None) => Load::Failed,
            };
            if let Load::Ready(catalog) = &load {
                self.front.departments.set(Shared::new(catalog.document().departments.clone()));
            }
            self.catalog_refused.set(refused);
            self.catalog.set(load);
        });
    }

    /// Asks for the curricula of an entry year (again, if that failed).
    pub fn load_curricula(self, year: u16) {
        if year < FIRST_CURRICULA {
            self.curricula.set((Some(year), Load::Failed));
            return;
        }
        self.curricula.set((Some(year), Load::Waiting));
        spawn_local(async move {
            let load = match fetch::of_build(&curricula_of(year)).await {
                Err(_) => Load::Failed,
                Ok(text) => match Curricula::read(&text) {
                    Ok(curricula) => Load::Ready(Shared::new(curricula)),
                    Err(problems) => Load::Broken(Shared::new(problems)),
                },
            };
            // The student may have chosen another year meanwhile.
            if self.curricula.with_untracked(|(wanted, _)| *wanted == Some(year)) {
                self.curricula.set((Some(year), load));
            }
        });
    }

    /// Asks for the list of all courses, unless it is here or on its way.
    pub fn load_courses(self) {
        load_once(self.courses, "courses.json", CourseList::read);
    }

    /// Asks of which semesters classes are known, unless that is here or on its way.
    fn load_class_terms(self) {
        load_once(self.class_terms, "classes/terms.json", |text| ClassTerms::read(text)?.index());
    }

    /// The classes that tell of a semester; `Some(None)` where there are none, `None` while that is on its way.
    pub fn classes_of(self, term: Term) -> Option<Option<Shared<Classes>>> {
        match self.class_terms.with(|load| load.ready().map(|index| known_as(index, term)))? {
            None => Some(None),
            Some(known) => self.classes.with(|all| {
                let (_, load) = all.iter().find(|(of, _)| *of == known)?;
                load.ready().cloned().map(Some)
            }),
        }
    }

    /// Asks for the classes that tell of a semester, once it is known which those are.
    /// What did not arrive is not asked for again.
    pub fn want_classes(self, term: Term) {
        if self.class_terms.with(|load| matches!(load, Load::Idle)) {
            self.load_class_terms();
        }
        let known = self.class_terms.with(|load| load.ready().and_then(|index| known_as(index, term)));
        let lost = |known: &Term| {
            let failed = |(of, load): &(Term, Load<Classes>)| of == known && matches!(load, Load::Failed);
            self.classes.with_untracked(|all| all.iter().any(failed))
        };
        known.into_iter().filter(|known| !lost(known)).for_each(|known| self.load_classes(known));
    }

    /// Asks for the classes of just that semester, where there are any.
    pub fn want_own_classes(self, term: Term) {
        self.load_class_terms();
        let listed = |index: &Shared<TermIndex>| index.iter().any(|(of, _)| *of == term);
        if self.class_terms.with(|load| load.ready().is_some_and(listed)) {
            self.load_classes(term);
        }
    }

    /// What is known of a class number, where only the semester's own classes count. `None` while that is on its way.
    pub fn class_found(self, term: Term, number: &str) -> Option<ClassFound> {
        let listed = self.class_terms.with(|load| match load {
            Load::Idle | Load::Waiting => None,
            Load::Ready(index) => {
                Some(if index.iter().any(|(of, _)| *of == term) { Ok(()) } else { Err(ClassFound::NoList) })
            }
            Load::Failed | Load::Broken(_) => Some(Err(ClassFound::NotHere)),
        })?;
        if let Err(found) = listed {
            return Some(found);
        }
        self.classes.with(|all| match all.iter().find(|(of, _)| *of == term).map(|(_, load)| load) {
            None | Some(Load::Idle | Load::Waiting) => None,
            Some(Load::Failed | Load::Broken(_)) => Some(ClassFound::NotHere),
            Some(Load::Ready(classes)) => {
                Some(classes.course_of(number).map_or(ClassFound::Unknown, |code| ClassFound::Course(code.to_owned())))
            }
        })
    }

    /// Asks again for what did not arrive.
    pub fn classes_again(self) {
        self.load_class_terms();
        let failed = |(of, load): &(Term, Load<Classes>)| matches!(load, Load::Failed).then_some(*of);
        let lost: Vec<Term> = self.classes.with_untracked(|all| all.iter().filter_map(failed).collect());
        lost.into_iter().for_each(|term| self.load_classes(term));
    }

    /// Whether something of it did not arrive.
    pub fn classes_lost(self) -> bool {
        let index = self.class_terms.with(|load| matches!(load, Load::Failed | Load::Broken(_)));
        index || self.classes.with(|all| all.iter().any(|(_, load)| matches!(load, Load::Failed | Load::Broken(_))))
    }

    /// Asks for the classes of a semester, unless they are here or on their way.
    fn load_classes(self, term: Term) {
        let held = |load: &Load<Classes>| !matches!(load, Load::Failed);
        if self.classes.with_untracked(|all| all.iter().any(|(of, load)| *of == term && held(load))) {
            return;
        }
        let put = move |load: Load<Classes>| {
            self.classes.update(|all| {
                all.retain(|(of, _)| *of != term);
                all.push((term, load));
            });
        };
        put(Load::Waiting);
        spawn_local(async move {
            put(match fetch::of_build(&format!("classes/{term}.json")).await {
                Err(_) => Load::Failed,
                Ok(text) => match ClassFile::read(&text).and_then(ClassFile::classes) {
                    Ok(classes) => Load::Ready(Shared::new(classes)),
                    Err(problems) => Load::Broken(Shared::new(problems)),
                },
            });
        });
    }

    /// Asks for the English names, unless they are here or on their way.
    fn load_names(self) {
        load_once(self.names, "names/en.json", |text| {
            names::learn(EnglishNames::new(EnglishFile::read(text)?));
            Ok(())
        });
    }

    /// Whether every name can be said as the language wants it, or must be said without: then pages can be shown.
    pub fn named(self) -> Memo<bool> {
        Memo::new(move |_| {
            let waiting = self.names.with(|load| matches!(load, Load::Idle | Load::Waiting));
            self.front.lang.get() == Lang::ZhTw || !waiting
        })
    }
}

/// The file with the curricula of an entry year.
pub fn curricula_of(year: u16) -> String {
    format!("curricula/{year}.json")
}

/// Asks for a file of this build, unless it is here or on its way.
fn load_once<T: Send + Sync + 'static>(
    into: RwSignal<Load<T>>,
    path: &'static str,
    read: fn(&str) -> Result<T, Vec<Problem>>,
) {
    if into.with_untracked(|load| matches!(load, Load::Waiting | Load::Ready(_))) {
        return;
    }
    into.set(Load::Waiting);
    spawn_local(async move {
        into.set(match fetch::of_build(path).await {
            Err(_) => Load::Failed,
            Ok(text) => match read(&text) {
                Ok(value) => Load::Ready(Shared::new(value)),
                Err(problems) => Load::Broken(Shared::new(problems)),
            },
        });
    });
}

/// The mistakes of a file, for whoever mends it.
pub fn problem_lines(lang: Lang, file: &str, problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| i18n::catalog::report(file, problem, lang)).collect()
}
