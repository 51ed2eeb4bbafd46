//! What is another in a batch made again.

use super::Lang;
use crate::office::batch::Difference;

/// A difference in a sentence.
pub fn difference(what: &Difference, lang: Lang) -> String {
    use Difference::*;
    match lang {
        Lang::ZhTw => match what {
            Version(before, now) => format!("程式版本不同：原本 {before}，現在 {now}"),
            Build => "網站的建置不同".to_owned(),
            Asked => "版本、學期、語言、微學程或建議的選擇不同".to_owned(),
            Catalog => "微學程目錄（programs.json）的內容不同".to_owned(),
            Curriculum(year) => format!("{year} 學年度的系所科目表不同"),
            Roster => "名冊不同".to_owned(),
            Changed(name) => format!("成績檔內容不同：{name}"),
            Gone(name) => format!("少了成績檔：{name}"),
            New(name) => format!("多了成績檔：{name}"),
            Answers => "結果不同".to_owned(),
            Problems => "問題表不同".to_owned(),
        },
        Lang::En => match what {
            Version(before, now) => format!("another version of the program: {before} then, {now} now"),
            Build => "another build of the site".to_owned(),
            Asked => "another edition, semester, language, choice of programs or of advice".to_owned(),
            Catalog => "the catalog (programs.json) says otherwise".to_owned(),
            Curriculum(year) => format!("other curricula of {year}"),
            Roster => "another roster".to_owned(),
            Changed(name) => format!("a transcript has other bytes: {name}"),
            Gone(name) => format!("a transcript is not there: {name}"),
            New(name) => format!("a transcript that was not there: {name}"),
            Answers => "the answers differ".to_owned(),
            Problems => "the problems differ".to_owned(),
        },
    }
}

/// That nothing that counts is another.
pub fn same(lang: Lang) -> &'static str {
    lang.pick("重做的結果一位元組都不差", "made again, it is the same to the byte")
}

/// A file that is no receipt.
pub fn no_receipt(file: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{file} 不是審查憑據（results.receipt.json）"),
        Lang::En => format!("{file} is no receipt (results.receipt.json)"),
    }
}
