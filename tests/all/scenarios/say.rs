//! What comes out for a student, in the words that the app shows (zh-TW).

use kuayu::audit::{Advice, AdvisedCourse, Answer, ProgramAudit, Verdict};
use kuayu::catalog::document::Program;
use kuayu::day::Day;
use kuayu::deadlines::Dates;
use kuayu::graduation;
use kuayu::i18n::{Lang, audit, badge, halves, hindrance, plan, units};
use kuayu::planning;
use kuayu::rules::Purpose;
use kuayu::saved::{Document, Plan};
use kuayu::term::Term;

use super::read::{CELLS, Mistake, Section, Subject};
use super::student::Student;

const ZH: Lang = Lang::ZhTw;

/// How much of what comes out a case has to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Must {
    /// All of it.
    Always,
    /// All of it, once the case writes any of it.
    Together,
    /// As much as the case likes.
    Free,
}

/// One statement that comes out.
#[derive(Clone, Debug)]
pub struct Said {
    pub key: String,
    pub value: String,
    pub must: Must,
}

fn say(key: impl Into<String>, value: impl Into<String>, must: Must) -> Said {
    Said { key: key.into(), value: value.into(), must }
}

/// Everything that comes out for the subject of a section.
pub fn said(student: &Student, section: &Section) -> Result<Vec<Said>, Mistake> {
    match &section.subject {
        Subject::Program(code) => {
            let missing = || (section.line, format!("no program {code} in edition {}", student.edition.id));
            let program = student.program(code).ok_or_else(missing)?;
            if !section.title.ends_with(&program.name) {
                return Err((section.line, format!("{code} is called {}", program.name)));
            }
            Ok(of_program(student, program, &student.audit(code).ok_or_else(missing)?))
        }
        Subject::Together(codes) => Ok(together(student, codes)),
        Subject::Graduation => graduation_credits(student).ok_or((section.line, "no curriculum".to_owned())),
    }
}

fn of_program(student: &Student, program: &Program, told: &ProgramAudit) -> Vec<Said> {
    let mut out = Vec::new();
    for (answer, verdict) in [("證書", &told.certificate), ("跨域畢業條件", &told.cross_domain)] {
        of_answer(&mut out, answer, verdict, program);
    }
    let entry = student.profile.entry;
    for counted in &told.counted {
        let cells = [
            audit::course(ZH, &counted.course),
            counted.category.clone().unwrap_or_else(|| "未載明".to_owned()),
            counted.credits.to_string(),
            audit::standing(ZH, &counted.cross_domain, entry),
            counted.block.map_or("", |block| audit::block(ZH, block)).to_owned(),
        ];
        out.push(say("採計", cells.join(CELLS), Must::Together));
    }
    let name = |record: usize| student.records.get(record).map_or(String::new(), |r| r.name.clone());
    for one in &told.not_counted {
        let cells = [audit::course(ZH, &one.course), audit::not_counted(ZH, &one.reason, program, &name)];
        out.push(say("不採計", cells.join(CELLS), Must::Together));
    }
    let more = told.cross_domain.progress.iter().filter(|one| !told.certificate.progress.contains(one));
    for one in told.certificate.progress.iter().chain(more) {
        let have = format!("{}／{}", audit::number(one.passed), audit::number(one.condition.need));
        let source = audit::source(ZH, one.condition.source, program);
        out.push(say("條件", [audit::condition(ZH, &one.condition), have, source].join(CELLS), Must::Free));
    }
    out
}

fn of_answer(out: &mut Vec<Said>, answer: &str, verdict: &Verdict, program: &Program) {
    out.push(say(answer, badge::status(ZH, &verdict.answer), Must::Always));
    let mut detail = |key: &str, value: String, must| out.push(say(format!("{answer} {key}"), value, must));
    match &verdict.answer {
        Answer::NotYet { missing, .. } => {
            missing.iter().for_each(|one| detail("還差", audit::missing(ZH, one), Must::Always));
        }
        Answer::DependsOn { facts, .. } => {
            for fact in facts {
                let ask = audit::ask(ZH, audit::who_to_ask(fact, program));
                detail("要確認", format!("{}（{ask}）", audit::fact(ZH, fact, program)), Must::Always);
            }
        }
        Answer::NotOpen(closed) => detail("原因", audit::closed(ZH, closed), Must::Always),
        Answer::Met | Answer::MetIfInProgress | Answer::MetIfPlanned | Answer::NotRequired => {}
    }
    if let Some(advice) = verdict.advice.as_ref().filter(|advice| !advice.courses.is_empty()) {
        detail("建議", advised(&verdict.answer, advice.first()), Must::Free);
        if advice.easier.is_some() {
            let why =
                advice.hindered.iter().map(|(course, why)| format!("{}：{}", course.name, hindrance::why(ZH, why)));
            let why: Vec<String> = why.collect();
            detail("學分最少", format!("{}（{}）", advised(&verdict.answer, advice), why.join("；")), Must::Free);
        }
        let advice = advice.first();
        advice.alternatives.iter().for_each(|set| detail("也可以", courses(set), Must::Free));
    }
}

/// As on a card: `再修 2 門（5 學分）就完成：甲 1001001、乙 1001002`.
fn advised(status: &Answer, advice: &Advice) -> String {
    format!("{}：{}", badge::left_of(ZH, status, advice), courses(&advice.courses))
}

fn courses(set: &[AdvisedCourse]) -> String {
    let name = |advised: &AdvisedCourse| halves::course(ZH, &advised.course, &advised.stages, advised.unsaid);
    units::list(ZH, set.iter().map(name))
}

fn together(student: &Student, codes: &[String]) -> Vec<Said> {
    let mut out = Vec::new();
    let plan = Plan { targets: codes.to_vec(), ..Plan::default() };
    let document = Document { profile: student.profile.clone(), ..Document::default() };
    let (calendar, degree) = (student.catalog.document().calendar.as_slice(), student.profile.degree);
    let (today, now) = (Day::parse("2025-09-01").unwrap(), Term::new(114, 1).unwrap());
    let dates = Dates { calendar, degree, today, now, first_monday: None };
    for one in planning::warnings(&document, &plan, &student.catalog, &student.edition, &dates) {
        if let planning::Warning::Exclusive(..) = one {
            let program = |code: &str| student.program(code).map_or(code.to_owned(), |program| program.name.clone());
            out.push(say("提醒", plan::warning(ZH, &one, &|_| String::new(), &program), Must::Always));
        }
    }
    let names: Vec<&str> = codes.iter().map(String::as_str).collect();
    let found = student.prepared().advise_together(&student.records, &names, Purpose::Certificate, &[]);
    let Some(found) = found else {
        out.push(say("建議", "清單內的課程無法同時修成", Must::Always));
        return out;
    };
    let place =
        |(code, category): &(String, Option<String>)| format!("{code} {}", category.as_deref().unwrap_or("未載明"));
    let one = |shared: &kuayu::audit::SharedCourse| {
        let course = halves::course(ZH, &shared.course, &shared.stages, shared.unsaid);
        format!("{course}（{}）", units::list(ZH, shared.counts_in.iter().map(place)))
    };
    let way = |way: &kuayu::audit::Together| {
        format!("{}：{}", units::credits(ZH, way.credits), units::list(ZH, way.courses.iter().map(one)))
    };
    out.push(say("建議", way(found.first()), Must::Always));
    if found.easier.is_some() {
        let why = found.hindered.iter().map(|(course, why)| format!("{}：{}", course.name, hindrance::why(ZH, why)));
        let why = why.collect::<Vec<_>>().join("；");
        out.push(say("學分最少", format!("{}（{why}）", way(&found)), Must::Free));
    }
    out
}

fn graduation_credits(student: &Student) -> Option<Vec<Said>> {
    let curriculum = student.curriculum.as_ref()?;
    let (table, shared) = (curriculum.credits?, student.curricula.as_ref()?.shared());
    let general =
        |code: &str| shared.get(code).is_some_and(|(list, _)| *list == kuayu::catalog::SharedList::GeneralEducation);
    let sums = graduation::sums(&student.records, curriculum, &general, student.profile.pass_mark());
    let total: kuayu::credits::Credits = sums.iter().map(|sum| sum.passed).sum();
    let mut out = vec![say("畢業學分", format!("合計{CELLS}{}{CELLS}{total}", table.total), Must::Always)];
    for sum in &sums {
        let required = sum.required.map_or("－".to_owned(), |credits| credits.to_string());
        let cells = [audit::block(ZH, sum.block).to_owned(), required, sum.passed.to_string()];
        out.push(say("畢業學分", cells.join(CELLS), Must::Always));
    }
    Some(out)
}
