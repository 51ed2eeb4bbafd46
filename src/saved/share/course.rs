//! One course of a share link. A code of seven digits, known to everybody, takes 26 bits.

use super::bits::{Reader, Writer};
use crate::credits::Credits;
use crate::names::normalise;
use crate::saved::PlannedCourse;
use crate::transcript::{Completion, Grade, Record, Stage};

/// Names and credits by code, as sender and reader both know them.
pub type Known<'a> = &'a dyn Fn(&str) -> Option<(String, Option<Credits>)>;

/// Digits of a letter code: 0-9, A-Z.
const RADIX: u32 = 36;

/// A course without its term and status.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    code: Option<String>,
    /// `None` where the code says it.
    name: Option<String>,
    /// `None` where the code says it, or nobody knows.
    credits: Option<Credits>,
    stage: Stage,
    grade: Grade,
}

impl Item {
    /// A record, with its grade only when asked for.
    pub fn of_record(record: &Record, grades: bool, known: Known) -> Item {
        let grade = if grades { record.grade } else { Grade::None };
        Item { grade, ..Item::new(&record.code, &record.name, record.credits, record.stage, known) }
    }

    /// A course of a plan.
    pub fn of_planned(course: &PlannedCourse, known: Known) -> Item {
        Item::new(&course.code, &course.name, course.credits, course.stage, known)
    }

    fn new(code: &Option<String>, name: &str, credits: Option<Credits>, stage: Stage, known: Known) -> Item {
        let told = code.as_deref().and_then(known);
        let (known_name, known_credits) = told.map_or((None, None), |(name, credits)| (Some(name), credits));
        let same = known_name.is_some_and(|known| normalise(&known) == normalise(name));
        Item {
            code: code.clone(),
            name: (!same).then(|| name.to_owned()),
            credits: credits.filter(|_| credits != known_credits),
            stage,
            grade: Grade::None,
        }
    }

    /// Writes it.
    pub fn write(&self, out: &mut Writer) {
        let extras = [
            self.code.is_none(),
            self.name.is_some(),
            self.credits.is_some(),
            self.stage != Stage::Only,
            self.grade != Grade::None,
        ];
        let any = extras.contains(&true);
        out.put(u64::from(any), 1);
        if any {
            extras.iter().for_each(|extra| out.put(u64::from(*extra), 1));
        }
        if let Some(code) = &self.code {
            write_code(out, code);
        }
        if let Some(name) = &self.name {
            out.text(name);
        }
        if let Some(credits) = self.credits {
            out.number(u64::from(credits.tenths()));
        }
        match self.stage {
            Stage::Only => {}
            Stage::Whole => out.put(0, 4),
            Stage::Part(part) => out.put(u64::from(part.clamp(1, 15)), 4),
        }
        if self.grade != Grade::None {
            out.put(grade_number(self.grade), 7);
        }
    }

    /// Reads one, and adds what the reader's own list knows of the code.
    pub fn read(input: &mut Reader, known: Known) -> Option<Item> {
        let mut extras = [false; 5];
        if input.take(1)? == 1 {
            for extra in &mut extras {
                *extra = input.take(1)? == 1;
            }
        }
        let [no_code, name, credits, stage, grade] = extras;
        let mut item = Item { code: if no_code { None } else { Some(read_code(input)?) }, ..Item::default() };
        let told = item.code.as_deref().and_then(known);
        let (known_name, known_credits) = told.map_or((None, None), |(name, credits)| (Some(name), credits));
        item.name = if name { Some(input.text()?) } else { known_name };
        item.credits =
            if credits { Some(Credits::from_tenths(u16::try_from(input.number()?).ok()?)) } else { known_credits };
        if stage {
            item.stage = match input.take(4)? {
                0 => Stage::Whole,
                part => Stage::Part(part as u8),
            };
        }
        if grade {
            item.grade = grade_of(input.take(7)?);
        }
        Some(item)
    }

    /// As a record. Where nobody knows the name, the code stands for it.
    pub fn record(self, term: Option<crate::term::Term>, status: Completion, pass_mark: u8) -> Record {
        let declared = (self.grade == Grade::None || self.grade.completion(pass_mark) != status).then_some(status);
        let name = self.shown_name();
        Record {
            code: self.code,
            name,
            credits: self.credits,
            stage: self.stage,
            term,
            grade: self.grade,
            declared,
            note: String::new(),
        }
    }

    /// As a course of a plan.
    pub fn planned(self) -> PlannedCourse {
        let name = self.shown_name();
        PlannedCourse { code: self.code, name, credits: self.credits, stage: self.stage, ..PlannedCourse::default() }
    }

    fn shown_name(&self) -> String {
        self.name.clone().or_else(|| self.code.clone()).unwrap_or_default()
    }
}

/// 0: seven digits. 10: seven of 0-9 and A-Z. 11: any text.
fn write_code(out: &mut Writer, code: &str) {
    let seven = code.len() == 7;
    match (code.parse::<u64>(), u64::from_str_radix(code, RADIX)) {
        (Ok(number), _) if seven && code.bytes().all(|b| b.is_ascii_digit()) => {
            out.put(0, 1);
            out.put(number, 24);
        }
        (_, Ok(number)) if seven && code.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()) => {
            out.put(0b10, 2);
            out.put(number, 37);
        }
        _ => {
            out.put(0b11, 2);
            out.text(code);
        }
    }
}

fn read_code(input: &mut Reader) -> Option<String> {
    if input.take(1)? == 0 {
        return Some(format!("{:07}", input.take(24)?));
    }
    if input.take(1)? == 1 {
        return input.text();
    }
    let mut number = input.take(37)?;
    let mut code = [0_u8; 7];
    for place in code.iter_mut().rev() {
        let digit = char::from_digit((number % u64::from(RADIX)) as u32, RADIX)?;
        *place = digit.to_ascii_uppercase() as u8;
        number /= u64::from(RADIX);
    }
    Some(code.iter().map(|byte| char::from(*byte)).collect())
}

fn grade_number(grade: Grade) -> u64 {
    match grade {
        Grade::Score(score) => u64::from(score.min(100)),
        Grade::Pass => 101,
        Grade::Fail => 102,
        Grade::Withdrawn => 103,
        Grade::Transferred => 104,
        Grade::NotDelivered => 105,
        Grade::NotEntered => 106,
        Grade::None => 127,
    }
}

fn grade_of(number: u64) -> Grade {
    match number {
        0..=100 => Grade::Score(number as u8),
        101 => Grade::Pass,
        102 => Grade::Fail,
        103 => Grade::Withdrawn,
        104 => Grade::Transferred,
        105 => Grade::NotDelivered,
        106 => Grade::NotEntered,
        _ => Grade::None,
    }
}
