//! What can be wrong with the catalog, for who sees it as tables: no word of the file's own.

use crate::catalog::ProblemKind;
use crate::i18n::Lang;
use crate::i18n::catalog::{Words, problem};
use crate::i18n::restriction::title;
use crate::office::tables::Table;

/// The words for one problem in a table of that file; where the file's own words name a key, the column's heading stands.
pub(super) fn words(file: &str, kind: &ProblemKind, lang: Lang) -> Words {
    use ProblemKind::*;
    let both = |zh: (String, &str), en: (String, &str)| {
        let (what, hint) = lang.pick(zh, en);
        Words { what, hint: hint.to_owned() }
    };
    let heading = |key: &str| heading(file, key).to_owned();
    let meant = |word: &Option<String>| match (word, lang) {
        (None, _) => String::new(),
        (Some(word), Lang::ZhTw) => format!("是不是「{word}」？"),
        (Some(word), Lang::En) => format!("did you mean {word}?"),
    };
    let with = |what: String, hint: String| Words { what, hint };
    match kind {
        UnknownKey { key, .. } => both(
            (format!("這裡不填「{}」", heading(key)), "請清空這一格，或檢查種類"),
            (format!("「{}」 means nothing here", heading(key)), "empty the cell, or check the kind"),
        ),
        MissingKey { key } => both(
            (format!("還沒有填「{}」", heading(key)), "請填上"),
            (format!("「{}」 is not filled in", heading(key)), "fill it in"),
        ),
        UnknownWord { word, suggestion, .. } => {
            let suggestion = suggestion.as_deref().map(|kind| title(kind).unwrap_or(kind).to_owned());
            with(
                lang.pick(format!("沒有「{word}」這個選項"), format!("`{word}` is none of the choices")),
                meant(&suggestion),
            )
        }
        WrongType { .. } | BadValue { .. } => both(
            ("這一列有一格的內容不合這個欄位".to_owned(), "請檢查數字、清單與日期"),
            ("a cell of this row holds what its column does not take".to_owned(), "check numbers, lists and dates"),
        ),
        NoEdition => both(
            ("沒有任何版本".to_owned(), "至少要有一個學年度的版本"),
            ("there is no edition".to_owned(), "at least one academic year is needed"),
        ),
        OutOfOrder { after } => both(
            (format!("日期早於應該在前面的「{}」", heading(after)), "請檢查這兩個日期"),
            (format!("the date lies before 「{}」, which comes first", heading(after)), "check both dates"),
        ),
        NotTheseWeeks { from, to } => both(
            (format!("這段日期不在第 {from} 到 {to} 週"), "請從第 1 週的星期一算起，或檢查那個日期"),
            (format!("the days are not in weeks {from} to {to}"), "count from the Monday of week 1, or check that day"),
        ),
        UnknownSource { url } => both(
            (format!("來源表沒有 {url}"), "請在來源表加上它與它的日期"),
            (format!("the table of sources does not have {url}"), "add it there, with its date"),
        ),
        DuplicateCourse { code } => both(
            (format!("課程編碼 {code} 在課程表出現兩次"), "請留下一列"),
            (format!("the course code {code} stands twice in the table of courses"), "keep one row"),
        ),
        QuestionsDiffer { id } => both(
            (format!("待確認事項「{id}」在同一微學程有兩種文字或洽詢對象"), "請改成同一段文字，或換一個代號"),
            (
                format!("the question {id} stands twice with other words or authorities"),
                "write it alike, or give one another id",
            ),
        ),
        NothingToDoubt { kind } => both(
            (format!("「{}」不影響判定，不必存疑", title(kind).unwrap_or(kind)), "請清空存疑的各欄"),
            (
                format!("no answer hangs on 「{}」, so there is nothing to doubt", title(kind).unwrap_or(kind)),
                "empty the cells of the doubt",
            ),
        ),
        DuplicateConfirm { id } => both(
            (format!("待確認事項的代號「{id}」出現兩次"), "請換一個代號"),
            (format!("the id {id} stands twice"), "give one of them another id"),
        ),
        UnknownCourse { code, suggestion } => {
            let add = lang.pick("請先在課程表加上這門課", "add the course to the table of courses first");
            let hint = if suggestion.is_some() { meant(suggestion) } else { add.to_owned() };
            with(lang.pick(format!("課程表沒有課程編碼 {code}"), format!("the table of courses has no {code}")), hint)
        }
        UnknownName { name, suggestion } => {
            let add = lang.pick(
                "請填上課程編碼，或先在課程表加上這門沒有編碼的課",
                "give its code, or add it to the table of courses without one first",
            );
            let hint = if suggestion.is_some() { meant(suggestion) } else { add.to_owned() };
            let en = format!("the table of courses has no course without code 「{name}」");
            with(lang.pick(format!("課程表沒有無編碼的課程「{name}」"), en), hint)
        }
        UnknownDepartment { name, suggestion } => {
            let en = format!("the table of departments has no 「{name}」");
            with(lang.pick(format!("系所表沒有「{name}」"), en), meant(suggestion))
        }
        EmptyCategory { name, min } => both(
            (format!("類別「{name}」要修 {min} 門，卻沒有課程"), "請加上課程；不知道門數時寫 ?"),
            (
                format!("the category 「{name}」 asks for {min} courses and has none"),
                "add courses; write ? where the number is not known",
            ),
        ),
        Impossible { restriction, asks, list } => {
            let restriction = title(restriction).unwrap_or(restriction);
            problem(&Impossible { restriction, asks: *asks, list: *list }, lang)
        }
        TooManyNarrowing { count, most } => both(
            (
                format!("限定某系哪些課可採計的規定共 {count} 份，一個微學程最多 {most} 份"),
                "請檢查是否重複，或把幾項規定的疑問寫在同一列的存疑欄",
            ),
            (
                format!(
                    "restrictions on which courses count for a department weigh {count}; a program can bear {most}"
                ),
                "check for repeats, or ask in one row's doubt what several ask",
            ),
        ),
        other => problem(other, lang),
    }
}

/// A column's heading by the key that the catalog has for it, in that table first; the key of an object stands for its
/// first column, and one in an object for its own.
fn heading<'k>(file: &str, key: &'k str) -> &'k str {
    let all = || Table::ALL.into_iter().chain(Table::CURRICULA);
    let own = || all().filter(|table| table.file() == file);
    let columns = || own().chain(all()).flat_map(Table::columns);
    let whole = columns().find(|column| column.key == key);
    let inside = || columns().find(|column| column.key.split('.').next() == Some(key));
    let last = || columns().find(|column| column.key.rsplit('.').next() == Some(key));
    whole.or_else(inside).or_else(last).map_or(key, |column| column.heading)
}
