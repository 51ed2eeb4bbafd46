//! What each kind of student reads on home on a day, from a table that an office clerk can read
//! (`tests/next_step.md`). With `UPDATE_EXPECT=1` the sentences are written as they come out.

use kuayu::audit::{Answer, Degree, Profile};
use kuayu::catalog::{Catalog, read};
use kuayu::day::Day;
use kuayu::deadlines::Dates;
use kuayu::i18n::{Lang, next};
use kuayu::next_step::{Answers, NextStep, Situation, deadlines, next_of, next_step};
use kuayu::saved::{Document, Step};
use kuayu::term::Term;

/// 綠建築: the program of the table.
const PROGRAM: &str = "AVM";

fn catalog() -> Catalog {
    read(&std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/programs.json")).unwrap()).unwrap()
}

/// A student of one row.
struct Student {
    document: Document,
    targets: Vec<String>,
    certificate: Answer,
    requirement: Answer,
    today: Day,
}

impl Student {
    fn of(cells: &[&str]) -> Student {
        let degree = match cells[1] {
            "日" => Degree::Bachelor,
            "進修" => Degree::BachelorEvening,
            "研" => Degree::Graduate,
            other => panic!("no degree: {other}"),
        };
        let profile = Profile { group: Some("土木系".to_owned()), entry: cells[2].parse().ok(), degree };
        let mut document = Document { profile, ..Document::default() };
        for mark in cells[4].split("; ").filter(|mark| !mark.is_empty()) {
            let (step, term) = mark.split_once(' ').unwrap();
            let step = match step {
                "登記" => Step::Registered,
                "申請" => Step::Applied,
                "證書" => Step::Certified,
                other => panic!("no step: {other}"),
            };
            document.mark(PROGRAM, step, Some(Term::parse(term).unwrap()));
        }
        let open = || Answer::NotYet { missing: Vec::new(), reachable: true };
        let (certificate, requirement) = match cells[6] {
            "修滿" => (Answer::Met, Answer::Met),
            "修滿證書" => (Answer::Met, open()),
            "修習中" => (Answer::MetIfInProgress, Answer::MetIfInProgress),
            "未滿" => (open(), open()),
            other => panic!("no answer: {other}"),
        };
        let targets = if cells[5].is_empty() { Vec::new() } else { vec![PROGRAM.to_owned()] };
        Student { document, targets, certificate, requirement, today: Day::parse(cells[3]).unwrap() }
    }

    fn with<R>(&self, catalog: &Catalog, look: impl FnOnce(&Situation) -> R) -> R {
        let (certificate, requirement) = (&self.certificate, &self.requirement);
        let answers = [Answers { program: PROGRAM, certificate, requirement }];
        let (year, month, _) = self.today.civil();
        let profile = &self.document.profile;
        let (degree, now) = (profile.degree, Term::of_date(year as u16, month));
        let calendar = catalog.document().calendar.as_slice();
        let dates = Dates { calendar, degree, today: self.today, now, first_monday: None };
        look(&Situation { profile, marks: &self.document.marks, answers: &answers, targets: &self.targets, dates })
    }
}

fn sentence(catalog: &Catalog, step: &NextStep, lang: Lang) -> String {
    let program = step.program().map(|code| catalog.editions()[1].program(code).unwrap().name.clone());
    next::sentence(lang, step, &program.unwrap_or_default(), false)
}

#[test]
fn everybody_reads_their_next_step() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/next_step.md");
    let text = std::fs::read_to_string(path).unwrap();
    let catalog = catalog();
    let (mut out, mut wrong, mut rows) = (String::new(), Vec::new(), 0);
    for line in text.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let is_row = cells.len() == 11 && !cells[1].starts_with("---") && cells[1] != "學生";
        if !is_row {
            out.push_str(&format!("{line}\n"));
            continue;
        }
        rows += 1;
        let cells = &cells[1..10];
        let step = Student::of(cells).with(&catalog, next_step);
        let said = [Lang::ZhTw, Lang::En].map(|lang| sentence(&catalog, &step, lang));
        if cells[7..9] != said {
            wrong.push(format!("{}\n  預期 {}\n  實際 {}\n  實際 {}", cells[0], cells[7], said[0], said[1]));
        }
        out.push_str(&format!("| {} | {} | {} |\n", cells[..7].join(" | "), said[0], said[1]));
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, out).unwrap();
    }
    assert!(rows > 20 && wrong.is_empty(), "{rows} rows\n{}", wrong.join("\n"));
}

#[test]
fn deadlines_follow_the_step_and_what_is_unknown_is_said() {
    let catalog = catalog();
    let told = |row: &str| {
        let cells: Vec<&str> = row.split('|').collect();
        Student::of(&cells).with(&catalog, |here| {
            let found = deadlines(here, &next_step(here));
            let say = |one: &_| format!("{} {}", next::what(Lang::ZhTw, one), next::when(Lang::ZhTw, one));
            found.iter().map(say).collect::<Vec<_>>()
        })
    };
    let first_year = told("|日|115|2026-11-24||綠建築|未滿");
    assert_eq!(first_year[0], "115 下學期初選 2026-12-07 到 2026-12-18（13 天後開始）");
    assert_eq!(first_year.len(), 3, "{first_year:#?}");
    let finished = told("|日|112|2026-11-24|登記 113-2||修滿");
    assert_eq!(finished, ["115 上學期申請證書 2026-11-30 到 2027-01-09（6 天後開始）"]);
    assert!(told("|日|112|2026-12-20|申請 115-1||修滿").is_empty());
    let unknown = told("|日|112|2028-03-01|登記 113-2||修滿");
    assert_eq!(unknown, ["116 下學期申請證書 日期還沒公布"]);
    // A program of its own is judged by its own marks.
    let other = Student::of(&["", "日", "113", "2026-11-24", "登記 114-2", "", "未滿"]);
    let step = other.with(&catalog, |here| next_of(here, "AVJ"));
    assert!(matches!(step, NextStep::TooLate { .. }), "{step:?}");
}

#[test]
fn a_registered_program_goes_by_the_edition_of_its_registration() {
    let catalog = catalog();
    let mut document = Document::default();
    document.mark("AVM", Step::Registered, Term::new(114, 2));
    document.mark("AZH", Step::Registered, Term::new(115, 1));
    // No edition of that year is in the catalog; the one chosen stays.
    document.mark("AVJ", Step::Registered, Term::new(113, 1));
    let registered = catalog.registered(&document.marks);
    let of = |code: &str, id: &str| (code.to_owned(), id.to_owned());
    assert_eq!(registered, [of("AVM", "114-1"), of("AZH", "115-1")]);
    let [old, new] = ["114-1", "115-1"].map(|id| catalog.edition(id).unwrap());
    let mixed = catalog.with_registered(new, &registered);
    assert_eq!((mixed.program("AVM"), mixed.program("AVJ")), (old.program("AVM"), new.program("AVJ")));
    assert_eq!(mixed.programs.len(), new.programs.len());
    // A program that the chosen edition lacks is judged all the same.
    assert!(old.program("AZH").is_none());
    assert_eq!(catalog.with_registered(old, &registered).program("AZH"), new.program("AZH"));
}
