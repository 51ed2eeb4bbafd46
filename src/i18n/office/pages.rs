//! What is asked of saved pages that are taken into the catalog.

use crate::i18n::Lang;
use crate::office::curricula::Doubt;
use crate::office::standard::{Question, Rule};

/// What may be answered: what is told back, and its words. Nothing where a text is typed.
pub type Answers = Vec<(String, String)>;

/// A question in words, and its answers.
pub fn question(question: &Question, lang: Lang) -> (String, Answers) {
    let answers = |all: &[(&str, (&str, &str))]| -> Answers {
        all.iter().map(|(value, (zh, en))| ((*value).to_owned(), lang.pick(*zh, *en).to_owned())).collect()
    };
    let coded =
        |code: &Option<String>, name: &str| [code.as_deref().unwrap_or_default(), name].join(" ").trim().to_owned();
    match question {
        Question::NewEdition { year } => (
            match lang {
                Lang::ZhTw => format!("這一頁是 {year} 學年度，目錄還沒有這一版。要新增嗎？"),
                Lang::En => {
                    format!("The page is of academic year {year}, which the catalog has no edition of. Add one?")
                }
            },
            answers(&[("yes", ("新增這一版", "Add it")), ("no", ("不採用這一頁", "Leave the page"))]),
        ),
        Question::WhichProgram { page, codes } => {
            let mut all: Answers = codes.iter().map(|(code, name)| (code.clone(), format!("{code} {name}"))).collect();
            all.extend(answers(&[("no", ("不採用這一頁", "Leave the page"))]));
            let text = match lang {
                Lang::ZhTw => format!("這一頁的標題是「{page}」，和檔名的代碼不是同一個微學程。是哪一個？"),
                Lang::En => {
                    format!("The page is headed 「{page}」, which is not the program of the file's name. Which is it?")
                }
            };
            (text, all)
        }
        Question::NewProgram { name } => (
            match lang {
                Lang::ZhTw => format!("目錄沒有「{name}」。是新的微學程就寫它的代碼；不採用就寫 no"),
                Lang::En => {
                    format!("The catalog has no 「{name}」. Type its code if it is new, or no to leave the page")
                }
            },
            Vec::new(),
        ),
        Question::Number { rule, was, sentence } => (number(rule, was.as_deref(), sentence, lang), {
            answers(&[("take", ("照這一頁", "As on the page")), ("keep", ("維持原來的", "As it was"))])
        }),
        Question::Sentence { sentence } => (
            match lang {
                Lang::ZhTw => format!("規定裡的這一句和看過的不同，請對照限制：「{sentence}」"),
                Lang::En => format!(
                    "This sentence of the rules has not been read before; compare it with the restrictions: 「{sentence}」"
                ),
            },
            answers(&[("seen", ("看過了", "Read"))]),
        ),
        Question::Credits { code, name, text } => {
            let course = coded(code, name);
            let text = match (text.as_str(), lang) {
                ("", Lang::ZhTw) => format!("{course} 沒有寫學分。是幾學分？"),
                ("", Lang::En) => format!("{course} has no credits on the page. How many?"),
                (text, Lang::ZhTw) => format!("{course} 的學分寫成「{text}」。是幾學分？"),
                (text, Lang::En) => format!("The credits of {course} read 「{text}」. How many?"),
            };
            (text, Vec::new())
        }
        Question::OtherCredits { code, name, page, catalog } => (
            match lang {
                Lang::ZhTw => format!("{code} {name}：這一頁是 {page} 學分，目錄是 {catalog} 學分（所有微學程共用）"),
                Lang::En => {
                    format!("{code} {name}: {page} credits on the page, {catalog} in the catalog (for all programs)")
                }
            },
            answers(&[("take", ("照這一頁", "As on the page")), ("keep", ("維持原來的", "As it was"))]),
        ),
        Question::Category { code, name, was } => {
            let course = coded(code, name);
            let text = match lang {
                Lang::ZhTw => format!("{course} 在這一頁沒有類別，原來是「{was}」"),
                Lang::En => format!("{course} has no category on the page; it was 「{was}」"),
            };
            let keep = ("維持，註明這一版沒有印", "Keep it, marked as not printed");
            (text, answers(&[("keep", keep), ("open", ("改成未定", "Leave it open"))]))
        }
        Question::OtherRow { text } => (
            match lang {
                Lang::ZhTw => format!("看不懂這一列：「{text}」"),
                Lang::En => format!("This row cannot be read: 「{text}」"),
            },
            answers(&[("leave", ("不是課程，略過", "No course, leave it"))]),
        ),
    }
}

fn number(rule: &Rule, was: Option<&str>, sentence: &str, lang: Lang) -> String {
    let (what, now) = match (rule, lang) {
        (Rule::MinCredits(credits), Lang::ZhTw) => ("應修學分".to_owned(), credits.to_string()),
        (Rule::MinCredits(credits), Lang::En) => ("Credits".to_owned(), credits.to_string()),
        (Rule::Minimum { category, courses }, Lang::ZhTw) => (format!("{category}至少門數"), courses.to_string()),
        (Rule::Minimum { category, courses }, Lang::En) => (format!("Courses of {category}"), courses.to_string()),
    };
    let was = was.unwrap_or(lang.pick("沒寫", "not stated"));
    match lang {
        Lang::ZhTw => format!("{what} {was} → {now}，依據「{sentence}」"),
        Lang::En => format!("{what}: {was} → {now}, by 「{sentence}」"),
    }
}

/// The day of a page.
pub fn which_day(lang: Lang) -> &'static str {
    lang.pick("這一頁是哪一天存的？", "On which day was the page saved?")
}

/// The entry year of a page whose heading does not say it.
pub fn which_year(lang: Lang) -> &'static str {
    lang.pick("標題沒寫入學年度。是哪一年（民國）？", "The heading does not say the entry year. Which (ROC)?")
}

/// The group of a page whose heading does not say it, or says one that is not known.
pub fn which_group(found: &str, lang: Lang) -> String {
    match (found, lang) {
        ("", Lang::ZhTw) => "標題沒寫系組。是哪一個？".to_owned(),
        ("", Lang::En) => "The heading does not say the group. Which is it?".to_owned(),
        (found, Lang::ZhTw) => format!("標題的「{found}」不在系所表。是哪一個系組？"),
        (found, Lang::En) => format!("No department has 「{found}」, as the heading says. Which group is it?"),
    }
}

/// A doubt about a page, and its answers.
pub fn doubt(doubt: &Doubt, lang: Lang) -> (String, Answers) {
    let pair = |value: &str, zh: &str, en: &str| (value.to_owned(), lang.pick(zh, en).to_owned());
    let (zh, en) = super::curricula::doubt_words(doubt);
    (lang.pick(zh, en), vec![pair("yes", "確定沒錯", "It is right"), pair("no", "不採用這一頁", "Leave the page")])
}

/// A page that was taken.
pub fn took(file: &str, what: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{file}：已採用到「{what}」，其他都沒有動（可以復原）"),
        Lang::En => format!("{file}: taken into {what}, nothing else was touched (can be undone)"),
    }
}

/// A page that was left.
pub fn left(file: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{file}：沒有採用"),
        Lang::En => format!("{file}: left"),
    }
}

/// The page waits for answers.
pub fn waits(file: &str, questions: usize, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{file}：還有 {questions} 題要回答，答完才會採用"),
        Lang::En => format!("{file}: {questions} questions left; it is taken once they are answered"),
    }
}

/// The catalog has mistakes; a page would be compared with something else.
pub fn mend_first(file: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{file}：請先改好目錄裡的錯誤，再放這一頁"),
        Lang::En => format!("{file}: mend the catalog's mistakes first, then drop the page"),
    }
}
