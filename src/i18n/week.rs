//! When courses are taught, in words: hours, classes, clashes, and what to choose.

use super::{Lang, units};
use crate::classes::{Clash, Class, Hour, Language, PERIODS, Times, clock};
use crate::term::Term;

words! {
    /// The week of a semester.
    Week {
        title: "上課時間", "When it is taught";
        missing: "上課時間沒有載入。", "When courses are taught could not be loaded.";
        again: "再試一次", "Try again";
        class_of: "班別", "Class";
        any_class: "還沒選班", "No class chosen";
        untimed: "時間未公布", "time not published";
        english: "英語授課", "In English";
        both: "中英雙語", "Chinese and English";
        no_code: "沒有課程編碼，查不到開課資料", "without a code, no class can be found";
        free: "有時間的課都能一起修，不衝堂。", "All courses with known times can be taken together.";
        take: "採用這些班", "Take these classes";
        taken: "已選好班別", "Classes chosen";
        others_do: "換班就不衝堂：", "Other classes would do: ";
        one_way: "這樣選班就不衝堂：", "Without a clash, for example: ";
        ask: "能不能修別系的班，以課程系統為準。", "Whether you may join a class of another department, the course system says.";
        busy: "我沒空的時間", "Hours I am not free";
        busy_hint: "點一下標成沒空，再點一下取消；用鍵盤時以方向鍵移動、空白鍵切換。", "Tap an hour to mark it, tap again to clear it. By keyboard: arrow keys move, the space bar marks.";
        busy_kept: "只存在這個瀏覽器，不會放進分享連結。", "Kept in this browser only, and in no shared link.";
        busy_timetable: "含匯入課表的上課時間", "with the hours of the imported timetable";
        clear: "全部清除", "Clear all";
        cleared: "已清除沒空的時間", "Busy hours cleared";
        period: "節次", "Period";
        keep_hours: "也把課表的上課時間記成這學期沒空的時間，規劃時用來看會不會衝堂", "Also keep the hours of the timetable as hours I cannot, so that plans can tell clashes";
    }
}

/// Weekdays, Monday first.
const DAYS: [(&str, &str, &str); 7] = [
    ("一", "Mon", "Monday"),
    ("二", "Tue", "Tuesday"),
    ("三", "Wed", "Wednesday"),
    ("四", "Thu", "Thursday"),
    ("五", "Fri", "Friday"),
    ("六", "Sat", "Saturday"),
    ("日", "Sun", "Sunday"),
];

/// `二`, `Tue`; 1 is Monday.
pub fn day(lang: Lang, day: u8) -> &'static str {
    let (zh, en, _) = day_names(day);
    lang.pick(zh, en)
}

fn day_names(day: u8) -> (&'static str, &'static str, &'static str) {
    DAYS.get(usize::from(day.saturating_sub(1))).copied().unwrap_or_default()
}

/// A period as the course system writes it.
pub fn period(at: u8) -> char {
    PERIODS.get(usize::from(at)).copied().unwrap_or_default()
}

/// `星期二第 3 節，10:10 到 11:00`, `Tuesday, period 3, 10:10 to 11:00`.
pub fn hour(lang: Lang, hour: Hour) -> String {
    let ((zh, _, en), (from, to), period) = (day_names(hour.day), clock(hour.period), period(hour.period));
    match lang {
        Lang::ZhTw => format!("星期{zh}第 {period} 節，{from} 到 {to}"),
        Lang::En => format!("{en}, period {period}, {from} to {to}"),
    }
}

/// `二 3–4、四 5`, `Tue 3–4, Thu 5`: short, for lists. Heard alone it says nothing: see [`times_in_words`].
pub fn times(lang: Lang, times: Times) -> String {
    let run = |(of, first, last): &(u8, u8, u8)| match first == last {
        true => format!("{} {}", day(lang, *of), period(*first)),
        false => format!("{} {}–{}", day(lang, *of), period(*first), period(*last)),
    };
    runs(times).iter().map(run).collect::<Vec<_>>().join(lang.pick("、", ", "))
}

/// `星期二第 3 到 4 節、星期四第 5 節`, `Tuesday periods 3 to 4, Thursday period 5`: for sentences and for whoever hears
/// the page.
pub fn times_in_words(lang: Lang, times: Times) -> String {
    let run = |(of, first, last): &(u8, u8, u8)| {
        let ((zh, _, en), from, to) = (day_names(*of), period(*first), period(*last));
        match (lang, first == last) {
            (Lang::ZhTw, true) => format!("星期{zh}第 {from} 節"),
            (Lang::ZhTw, false) => format!("星期{zh}第 {from} 到 {to} 節"),
            (Lang::En, true) => format!("{en} period {from}"),
            (Lang::En, false) => format!("{en} periods {from} to {to}"),
        }
    };
    runs(times).iter().map(run).collect::<Vec<_>>().join(lang.pick("、", ", "))
}

/// Day, first and last period; periods that follow each other as one.
fn runs(times: Times) -> Vec<(u8, u8, u8)> {
    let mut runs: Vec<(u8, u8, u8)> = Vec::new();
    for Hour { day, period } in times.hours() {
        match runs.last_mut().filter(|(of, _, last)| *of == day && last + 1 == period) {
            Some((.., last)) => *last = period,
            None => runs.push((day, period, period)),
        }
    }
    runs
}

/// `二 3–4 · 電子四甲 · 英語授課`.
pub fn class(lang: Lang, class: &Class) -> String {
    let when = if class.times.is_empty() { Week::of(lang).untimed.to_owned() } else { times(lang, class.times) };
    when + &class_about(lang, class)
}

/// The same in words: `星期二第 3 到 4 節 · 電子四甲 · 英語授課`.
pub fn class_in_words(lang: Lang, class: &Class) -> String {
    let untimed = Week::of(lang).untimed.to_owned();
    let when = if class.times.is_empty() { untimed } else { times_in_words(lang, class.times) };
    when + &class_about(lang, class)
}

/// For whom a class is, and in which language; behind its hours.
pub fn class_about(lang: Lang, class: &Class) -> String {
    let mut text = String::new();
    for group in &class.groups {
        text.push_str(" · ");
        text.push_str(group);
    }
    if let Some(language) = class.language.map(|language| taught_in(lang, language)) {
        text.push_str(" · ");
        text.push_str(language);
    }
    text
}

/// The different hours of several classes, and whether there are more of them than help: those of a course for everybody.
pub fn different_times(classes: &[&Class]) -> (Vec<Times>, bool) {
    const MOST: usize = 4;
    let mut seen: Vec<Times> = Vec::new();
    for class in classes.iter().filter(|class| !class.times.is_empty()) {
        if !seen.contains(&class.times) {
            seen.push(class.times);
        }
    }
    let more = seen.len() > MOST;
    seen.truncate(MOST);
    (seen, more)
}

/// How many classes there are, behind their hours: ` · 3 班`.
pub fn how_many(lang: Lang, classes: usize) -> String {
    match lang {
        Lang::ZhTw => format!(" · {classes} 班"),
        Lang::En => format!(" · {classes} classes"),
    }
}

/// The language of a class, where it is not Chinese alone.
pub fn taught_in(lang: Lang, language: Language) -> &'static str {
    let words = Week::of(lang);
    match language {
        Language::English => words.english,
        Language::Both => words.both,
    }
}

/// Whose classes are shown, and as of when; `known` is another semester where those of `wanted` are not out.
pub fn source(lang: Lang, wanted: Term, known: Term, as_of: &str) -> String {
    match (lang, wanted == known) {
        (Lang::ZhTw, true) => format!("{known} 的開課資料，資料日期 {as_of}。"),
        (Lang::En, true) => format!("Classes of {known}, as of {as_of}."),
        (Lang::ZhTw, false) => {
            format!("以下同 {known}（資料日期 {as_of}）；{wanted} 的開課資料還沒公布，時間、班級與是否開課都可能不同。")
        }
        (Lang::En, false) => format!(
            "As in {known} (as of {as_of}); classes of {wanted} are not out. Times, groups and whether there is a class at all may differ."
        ),
    }
}

/// A semester of whose classes nothing is known.
pub fn none_known(lang: Lang, term: Term) -> String {
    match lang {
        Lang::ZhTw => format!("沒有 {term} 的開課資料。"),
        Lang::En => format!("Of classes in {term} nothing is known."),
    }
}

/// A course without a class in the semester whose classes are shown.
pub fn no_class(lang: Lang, known: Term) -> String {
    match lang {
        Lang::ZhTw => format!("{known} 沒有開班"),
        Lang::En => format!("No class in {known}"),
    }
}

/// Courses that are not judged.
pub fn not_judged(lang: Lang, names: &[String]) -> String {
    match lang {
        Lang::ZhTw => format!("時間不明，沒有判斷會不會衝堂：{}。", quoted(lang, names)),
        Lang::En => format!("Time unknown, so not judged: {}.", quoted(lang, names)),
    }
}

/// What a clash is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// All classes.
    Every,
    /// The classes that the student chose.
    Chosen,
    /// The classes of known times; another may fit.
    Known,
}

/// Why courses cannot be taken together.
pub fn clash(lang: Lang, clash: &Clash, names: &[String], of: Of) -> String {
    let (told, at) = (quoted(lang, names), times_in_words(lang, clash.at));
    let text = match (lang, names.len(), clash.busy.is_empty()) {
        (Lang::ZhTw, 1, _) => match of {
            Of::Chosen => format!("{told}選的班在你沒空的時間：{at}。"),
            _ => format!("{told}每一班都在你沒空的時間：{at}。"),
        },
        (Lang::En, 1, _) => match of {
            Of::Chosen => format!("The class chosen of {told} is at hours you cannot: {at}."),
            _ => format!("Every class of {told} is at hours you cannot: {at}."),
        },
        (Lang::ZhTw, 2, true) => match of {
            Of::Chosen => format!("照選的班，{told}在同一時間：{at}。"),
            _ => format!("{told}每一班都在同一時間：{at}。"),
        },
        (Lang::En, 2, true) => match of {
            Of::Chosen => format!("{told} are at the same time in the classes chosen: {at}."),
            _ => format!("{told} are at the same time in every class: {at}."),
        },
        (Lang::ZhTw, _, free) => {
            let busy = if free {
                String::new()
            } else {
                format!("，再加上你沒空的時間（{}）", times_in_words(lang, clash.busy))
            };
            let chosen = if of == Of::Chosen { "照選的班，" } else { "" };
            format!("{chosen}{told}不能一起修{busy}：怎麼排都會撞在 {at}。")
        }
        (Lang::En, _, free) => {
            let busy = match free {
                true => String::new(),
                false => format!(" beside the hours you cannot ({})", times_in_words(lang, clash.busy)),
            };
            let chosen = if of == Of::Chosen { "With the classes chosen, " } else { "" };
            format!("{chosen}{told} cannot be taken together{busy}: whatever the choice, two meet ({at}).")
        }
    };
    match (lang, of) {
        (Lang::ZhTw, Of::Known) => format!("{text}這只看時間已知的班；有一班的時間還沒公布，也許不衝堂。"),
        (Lang::En, Of::Known) => {
            format!("{text} This looks at classes of known times; one has none yet, and may fit.")
        }
        _ => text,
    }
}

fn quoted(lang: Lang, names: &[String]) -> String {
    match lang {
        Lang::ZhTw => units::list(lang, names.iter().map(|name| format!("「{name}」"))),
        Lang::En => units::list(lang, names),
    }
}

/// The button that opens the week grid.
pub fn busy(lang: Lang, hours: u32) -> String {
    let words = Week::of(lang);
    match (lang, hours) {
        (_, 0) => words.busy.to_owned(),
        (Lang::ZhTw, _) => format!("{}（{hours} 節）", words.busy),
        (Lang::En, 1) => format!("{} (1 period)", words.busy),
        (Lang::En, _) => format!("{} ({hours} periods)", words.busy),
    }
}

/// Taking over the busy hours of an earlier semester.
pub fn busy_as(lang: Lang, term: Term) -> String {
    match lang {
        Lang::ZhTw => format!("同 {term}"),
        Lang::En => format!("As in {term}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_told_as_people_say_them() {
        let told = |lang, text| times(lang, Times::parse(text).unwrap());
        assert_eq!(told(Lang::ZhTw, "2:34,4:5"), "二 3–4、四 5");
        assert_eq!(told(Lang::En, "1:23,1:5,7:9ABC"), "Mon 2–3, Mon 5, Sun 9–C");
        // Period 5 does not follow period 4: the hour of noon is between them.
        assert_eq!(told(Lang::En, "1:45"), "Mon 4, Mon 5");
        let in_words = |lang, text| times_in_words(lang, Times::parse(text).unwrap());
        assert_eq!(in_words(Lang::ZhTw, "2:34,4:5"), "星期二第 3 到 4 節、星期四第 5 節");
        assert_eq!(in_words(Lang::En, "1:23,7:D"), "Monday periods 2 to 3, Sunday period D");
        assert_eq!(hour(Lang::ZhTw, Hour::new(2, '3').unwrap()), "星期二第 3 節，10:10 到 11:00");
    }

    #[test]
    fn a_clash_says_which_when_and_of_what() {
        let of = |courses: &[usize], busy: &str, at: &str| Clash {
            courses: courses.to_vec(),
            busy: Times::parse(busy).unwrap(),
            at: Times::parse(at).unwrap(),
        };
        let names = ["甲", "乙", "丙"].map(str::to_owned);
        let told = |lang, one: &Clash, of| clash(lang, one, &names[..one.courses.len()], of);
        let two = of(&[0, 1], "", "2:34");
        assert_eq!(told(Lang::ZhTw, &two, Of::Every), "「甲」、「乙」每一班都在同一時間：星期二第 3 到 4 節。");
        assert_eq!(
            told(Lang::En, &two, Of::Every),
            "甲 and 乙 are at the same time in every class: Tuesday periods 3 to 4."
        );
        assert_eq!(
            told(Lang::ZhTw, &of(&[0], "2:3", "2:3"), Of::Every),
            "「甲」每一班都在你沒空的時間：星期二第 3 節。"
        );
        let three = of(&[0, 1, 2], "1:1", "2:34");
        assert!(told(Lang::En, &three, Of::Known).contains("beside the hours you cannot (Monday period 1)"));
    }
}
