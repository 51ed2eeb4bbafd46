//! Traditional Chinese.

use super::{amount, shape};
use crate::catalog::ProblemKind;
use crate::i18n::Lang::ZhTw;

pub(super) fn problem(kind: &ProblemKind) -> (String, String) {
    use ProblemKind::*;
    let meant = |word: &Option<String>| word.as_ref().map(|word| format!("是不是「{word}」？")).unwrap_or_default();
    let s = str::to_owned;
    match kind {
        TooLong { bytes, most } => (format!("檔案有 {bytes} 位元組，最多讀 {most} 位元組"), s("請確認選對檔案")),
        Syntax { message } => (format!("不是正確的 JSON：{message}"), s("請檢查這裡和前一行的逗號、引號與括號")),
        EndsEarly => (s("檔案在中途結束"), s("請檢查結尾的括號，或重新取得完整的檔案")),
        UnknownKey { key, suggestion } => (format!("沒有「{key}」這個欄位"), meant(suggestion)),
        MissingKey { key } => (format!("缺少欄位「{key}」"), s("請在這個物件裡補上")),
        DuplicateKey { key } => (format!("欄位「{key}」出現兩次"), s("請留下一個")),
        UnknownWord { word, suggestion, allowed } => {
            let hint =
                if suggestion.is_some() { meant(suggestion) } else { format!("可以用：{}", allowed.join("、")) };
            (format!("這裡不能寫「{word}」"), hint)
        }
        WrongType { found, expected } => {
            (format!("這裡應該是{}，卻是{}", shape(expected, ZhTw), shape(found, ZhTw)), String::new())
        }
        BadValue { message } => (format!("這個值沒有意義：{message}"), String::new()),
        UnsupportedSchema { found, supported } => {
            (format!("檔案格式是第 {found} 版，本程式讀第 {supported} 版"), s("請改用對應版本的程式，或轉換檔案"))
        }
        NoEdition => (s("沒有任何版本（editions）"), s("至少要有一個學年度的版本")),
        EmptyText => (s("文字是空的"), s("請填上內容")),
        BadDate { text } => (format!("「{text}」不是存在的日期"), s("請寫成 2025-09-15 的樣子")),
        EndsBeforeItBegins => (s("結束日早於開始日"), s("請檢查這兩個日期")),
        DuplicateTerm { term } => (format!("行事曆裡 {term} 出現兩次"), s("請留下一筆")),
        NotAMonday { text } => (format!("{text} 不是星期一"), s("請寫第 1 週的星期一")),
        FarFromTerm { text, term } => (format!("{text} 離 {term} 太遠"), s("請檢查年份與學期")),
        OutOfOrder { after } => (format!("日期早於應該在前面的 {after}"), s("請檢查這兩個日期")),
        NotTheseWeeks { from, to } => {
            (format!("這段日期不在第 {from} 到 {to} 週"), s("請從 first_monday 算起，或檢查 first_monday"))
        }
        UnknownSource { url } => (format!("sources 沒有 {url}"), s("請加上這個來源與它的日期")),
        BadAddress { text } => (format!("「{text}」不是網址"), s("網址須以 https:// 開頭，中間沒有空白")),
        DuplicateCourse { code } => (format!("課程編碼 {code} 在 courses 出現兩次"), s("請留下一筆")),
        DuplicateName { name } => (format!("沒有編碼的課程「{name}」出現兩次"), s("請留下一筆，或補上編碼")),
        DuplicateDepartment { name } => (format!("系所名稱「{name}」出現兩次"), s("一個名稱或別名只能指一個系所")),
        DuplicateGroup { name } => (format!("「{name}」屬於兩個系所"), s("一個班組只能屬於一個系所")),
        DuplicateEdition { id } => (format!("版本 {id} 出現兩次"), s("請留下一個")),
        DuplicateProgram { code } => (format!("微學程 {code} 出現兩次"), s("請留下一個")),
        DuplicateCategory { name } => (format!("類別「{name}」出現兩次"), s("請把兩處的課程合在一起")),
        QuestionsDiffer { id } => {
            (format!("待確認事項「{id}」在同一微學程有兩種文字或洽詢對象"), s("請改成同一段文字，或換一個 id"))
        }
        NothingToDoubt { kind } => (format!("「{kind}」不影響判定，不能加上 doubt"), s("請刪去 doubt")),
        DuplicateConfirm { id } => (format!("待確認事項的 id「{id}」出現兩次"), s("請換一個 id")),
        UnknownCourse { code, suggestion } => {
            let hint = match suggestion {
                Some(code) => format!("是不是 {code}？"),
                None => s("請先把這門課加進 courses"),
            };
            (format!("courses 沒有課程編碼 {code}"), hint)
        }
        UnknownCode { code } => (format!("資料檔裡沒有課程編碼 {code}"), s("請檢查編碼，或刪掉這一列")),
        UnknownUnit { name, suggestion } => (format!("資料檔裡沒有單位「{name}」"), meant(suggestion)),
        DuplicateUnit { name } => (format!("單位「{name}」出現兩次"), s("請留下一筆")),
        BadTerm { text } => (format!("「{text}」不是學期"), s("請寫成 114-1 的樣子")),
        UnknownName { name, suggestion } => {
            let hint = match suggestion {
                Some(known) => format!("是不是 {known}？"),
                None => s("請寫上課程編碼，或先把這門沒有編碼的課加進 courses"),
            };
            (format!("courses 沒有無編碼的課程「{name}」"), hint)
        }
        NameMismatch { code, name, expected } => {
            (format!("{code} 的名稱是「{expected}」，這裡寫「{name}」"), s("編碼或名稱有一個打錯了，請對照課程科目表"))
        }
        ListedTwice { course } => (format!("同一微學程列了兩次 {course}"), s("請留下一筆")),
        NotInProgram { code } => (format!("這個微學程沒有列課程 {code}"), s("請檢查編碼，或把課程加進某個類別")),
        UnknownCategory { name, suggestion } => (format!("這個微學程沒有類別「{name}」"), meant(suggestion)),
        UnknownDepartment { name, suggestion } => (format!("departments 沒有「{name}」"), meant(suggestion)),
        UnknownCollege { name, suggestion } => (format!("沒有系所屬於「{name}」"), meant(suggestion)),
        UnknownTrack { name, suggestion } => (format!("規定裡沒有領域「{name}」"), meant(suggestion)),
        UnknownProgram { code, suggestion } => (format!("這個版本沒有微學程 {code}"), meant(suggestion)),
        EmptyCategory { name, min } => {
            (format!("類別「{name}」要修 {min} 門，卻沒有課程"), s("請加上課程；不知道門數時寫 null"))
        }
        CategoryTooSmall { name, min, courses } => {
            (format!("類別「{name}」要修 {min} 門，卻只有 {courses} 門課"), s("永遠修不完：請檢查門數或課程"))
        }
        NotEnoughCredits { min, list } => {
            (format!("要修 {min} 學分，全部課程加起來只有 {list} 學分"), s("永遠修不完：請檢查學分數或課程"))
        }
        Impossible { restriction, asks, list } => (
            format!("{restriction} 要求 {}，課程表最多只有 {}", amount(*asks, ZhTw), amount(*list, ZhTw)),
            s("永遠修不完：請檢查這項限制或課程"),
        ),
        TooManyRestrictions { count, most } => {
            (format!("有 {count} 項限制，一個微學程最多 {most} 項"), s("請檢查是否重複"))
        }
        TooManyNarrowing { count, most } => (
            format!("限定某系哪些課可採計的規定共 {count} 份，一個微學程最多 {most} 份"),
            s("請檢查是否重複，或把幾項規定的疑問寫在同一項（doubt）"),
        ),
        AndMore { count } => (format!("還有 {count} 個錯誤"), s("請先修正上面的錯誤再檢查一次")),
    }
}
