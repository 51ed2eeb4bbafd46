//! What a change of the catalog does, in words: who gains, who loses, and the smallest student of each.

use crate::audit::{Answer, Degree, Profile};
use crate::catalog::document::Program;
use crate::i18n::{Lang, audit, badge, names, units};
use crate::office::impact::{Affected, Case, Effect, Impact, ProgramImpact};
use crate::transcript::{Completion, Grade, Record, Stage};

/// Everything that a change does, line by line. It is never empty.
pub fn told(impact: &Impact, lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    if impact.programs.is_empty() {
        let (zh, en) =
            ("沒有微學程的規定或課程變得不同，答案都一樣", "no program's facts changed: every answer is the same");
        lines.push(lang.pick(zh, en).to_owned());
    }
    lines.extend(impact.programs.iter().flat_map(|program| of_program(program, lang)));
    lines.extend(impact.added.iter().map(|(edition, program)| only(edition, program, true, lang)));
    lines.extend(impact.removed.iter().map(|(edition, program)| only(edition, program, false, lang)));
    lines
}

/// By what the same students are invented again.
pub fn again(students: usize, seed: u64, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("學生都是虛構的：每個改過的微學程 {students} 位，同一個 --seed {seed} 每次都是同一批"),
        Lang::En => {
            format!("all students are invented: {students} for each changed program, the same for --seed {seed}")
        }
    }
}

fn only(edition: &str, program: &Program, is_new: bool, lang: Lang) -> String {
    let Program { code, name, .. } = program;
    match (is_new, lang) {
        (true, Lang::ZhTw) => format!("{edition} {code} {name}：新的微學程，沒有原來的答案可比"),
        (false, Lang::ZhTw) => format!("{edition} {code} {name}：微學程刪除了，沒有現在的答案可比"),
        (true, Lang::En) => format!("{edition} {code} {name}: a new program, there are no answers from before"),
        (false, Lang::En) => format!("{edition} {code} {name}: the program is gone, there are no answers now"),
    }
}

/// What a change does to one program.
fn of_program(impact: &ProgramImpact, lang: Lang) -> Vec<String> {
    let Program { code, name, .. } = &impact.now;
    let head = format!("{} {code} {name}{}", impact.edition, lang.pick("：", ": "));
    let students = impact.students;
    if impact.is_nothing() {
        return vec![match lang {
            Lang::ZhTw => format!("{head}{students} 位學生的答案都和原來一樣"),
            Lang::En => format!("{head}the same answers for every one of {students} students"),
        }];
    }
    let mut lines = vec![match lang {
        Lang::ZhTw => format!("{head}{students} 位學生"),
        Lang::En => format!("{head}{students} students"),
    }];
    let questions = [
        (lang.pick("證書", "certificate"), &impact.certificate),
        (lang.pick("跨域畢業條件", "requirement"), &impact.requirement),
    ];
    for (question, effect) in questions {
        lines.push(format!("  {question}{}{}", lang.pick("：", ": "), counts(effect, lang)));
        let [better, worse, otherwise] = match lang {
            Lang::ZhTw => ["變好", "變差", "理由不同"],
            Lang::En => ["gains", "loses", "has other reasons"],
        };
        for (word, affected) in [(better, &effect.better), (worse, &effect.worse), (otherwise, &effect.otherwise)] {
            lines.extend(smallest(affected, word, impact, lang));
        }
    }
    lines
}

fn counts(effect: &Effect, lang: Lang) -> String {
    let Effect { better, worse, otherwise } = effect;
    if effect.is_nothing() {
        return lang.pick("每一位都一樣", "the same for every one").to_owned();
    }
    let (better, worse, otherwise) = (better.students, worse.students, otherwise.students);
    match lang {
        Lang::ZhTw => format!("{better} 位變好，{worse} 位變差，{otherwise} 位答案相同但理由不同"),
        Lang::En => format!("{better} gain, {worse} lose, {otherwise} have the same answer for other reasons"),
    }
}

fn smallest(affected: &Affected, word: &str, impact: &ProgramImpact, lang: Lang) -> Vec<String> {
    let Some(Case { profile, records, before, now }) = &affected.smallest else { return Vec::new() };
    let mut lines = vec![match lang {
        Lang::ZhTw => format!("    {word}的學生裡最小的例子：{}", who(profile, lang)),
        Lang::En => format!("    the smallest student who {word}: {}", who(profile, lang)),
    }];
    if records.is_empty() {
        lines.push(format!("      {}", lang.pick("（什麼都還沒修）", "(nothing taken yet)")));
    }
    lines.extend(records.iter().map(|one| format!("      {}", taken(one, profile.pass_mark(), lang))));
    let (was, is) = (lang.pick("原來：", "before: "), lang.pick("現在：", "now: "));
    lines.push(format!("      {was}{}", answer(before, &impact.before, lang)));
    lines.push(format!("      {is}{}", answer(now, &impact.now, lang)));
    lines
}

/// `土木系，113 學年度入學，日間部`.
fn who(profile: &Profile, lang: Lang) -> String {
    let group = profile.group.as_deref().map(|group| names::unit(lang, group));
    let group = group.unwrap_or_else(|| lang.pick("沒說系組", "no department said").to_owned());
    let entry = match (profile.entry, lang) {
        (Some(year), Lang::ZhTw) => format!("{year} 學年度入學"),
        (Some(year), Lang::En) => format!("entry year {year}"),
        (None, _) => lang.pick("沒說入學年度", "no entry year said").to_owned(),
    };
    let degree = match profile.degree {
        Degree::Bachelor => lang.pick("日間部", "day school"),
        Degree::BachelorEvening => lang.pick("進修部", "evening school"),
        Degree::Graduate => lang.pick("研究所", "graduate"),
    };
    [group.as_str(), &entry, degree].join(lang.pick("，", ", "))
}

/// `3401007 測量學(一)　2 學分　60 分（113-1）`.
fn taken(record: &Record, pass_mark: u8, lang: Lang) -> String {
    let code = record.code.as_deref().unwrap_or(lang.pick("（無編碼）", "(no code)"));
    let stage = match (record.stage, lang) {
        (Stage::Only, _) => String::new(),
        (Stage::Whole, _) => lang.pick("（全學年）", " (both halves)").to_owned(),
        (Stage::Part(part), Lang::ZhTw) => format!("（第 {part} 階段）"),
        (Stage::Part(part), Lang::En) => format!(" (part {part})"),
    };
    let credits = record
        .credits
        .map_or_else(|| lang.pick("沒寫學分", "credits not given").to_owned(), |credits| units::credits(lang, credits));
    let term = record.term.map(|term| term.to_string()).unwrap_or_default();
    let parts = [format!("{code} {}{stage}", record.name), credits, grade(record, pass_mark, lang), term];
    parts.join(lang.pick("　", "  "))
}

/// The grade, or how far the course is.
fn grade(record: &Record, pass_mark: u8, lang: Lang) -> String {
    let completion = record.completion(pass_mark);
    match (record.grade, completion, lang) {
        (_, Completion::Planned | Completion::InProgress, _) => badge::how(lang, completion).to_owned(),
        (Grade::Score(score), _, Lang::ZhTw) => format!("{score} 分"),
        (Grade::Score(score), _, Lang::En) => format!("grade {score}"),
        (Grade::Transferred, ..) => lang.pick("抵免", "transferred").to_owned(),
        _ => badge::how(lang, completion).to_owned(),
    }
}

/// An answer with its reasons.
fn answer(answer: &Answer, program: &Program, lang: Lang) -> String {
    let fact = |fact| {
        let whom = audit::ask(lang, audit::who_to_ask(fact, program));
        let text = audit::fact(lang, fact, program);
        match lang {
            Lang::ZhTw => format!("{text}（{whom}）"),
            Lang::En => format!("{text} ({whom})"),
        }
    };
    let reasons: Vec<String> = match answer {
        Answer::NotYet { missing, .. } => missing.iter().map(|missing| audit::missing(lang, missing)).collect(),
        Answer::DependsOn { facts, .. } => facts.iter().map(fact).collect(),
        Answer::NotOpen(closed) => vec![audit::closed(lang, closed)],
        Answer::Met | Answer::MetIfInProgress | Answer::MetIfPlanned | Answer::NotRequired => Vec::new(),
    };
    let status = badge::status(lang, answer);
    match (reasons.as_slice(), lang) {
        ([], _) => status.to_owned(),
        (reasons, Lang::ZhTw) => format!("{status}：{}", reasons.join("；")),
        (reasons, Lang::En) => format!("{status}: {}", reasons.join("; ")),
    }
}
