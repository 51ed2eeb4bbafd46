//! The sentences that the catalog brings along, zh-TW and English. Each belongs to one statement of the facts; a
//! statement without a sentence here stops the run.

use anyhow::{Result, bail};
use serde_json::{Value, json};

/// A text in both languages.
pub fn text(zh: &str, en: &str) -> Value {
    json!({"zh": zh, "en": en})
}

/// Where the facts come from.
pub fn sources() -> Value {
    json!([
        {
            "title": text("臺北科技大學課程系統：課程科目表與開課資料", "National Taipei University of Technology, course system: standards and classes"),
            "url": "https://aps.ntut.edu.tw/course/tw/Cprog.jsp",
        },
        {
            "title": text("教務處跨域學習專區：微學程", "Office of Academic Affairs, cross-domain learning: micro-programs"),
            "url": "https://oaa.ntut.edu.tw/p/412-1008-15588.php?Lang=zh-tw",
            "date": "2025-09-15",
        },
        {
            "title": text("ntutbox-course（課程系統資料整理）", "ntutbox-course (compiled data of the course system)"),
            "url": "https://github.com/poterpan/ntutbox-course",
            "licence": "MIT",
        },
        {
            "title": text("ntut-course-crawler-node（課程系統資料整理）", "ntut-course-crawler-node (compiled data of the course system)"),
            "url": "https://github.com/Dao-you/ntut-course-crawler-node",
            "licence": "MIT",
        },
    ])
}

/// Where a year's curricula come from.
pub fn curriculum_source(year: u16) -> Value {
    json!({
        "title": text(&format!("臺北科技大學課程系統：{year} 學年度入學課程科目表"), &format!("Course system: curricula for entry year {year}")),
        "url": "https://aps.ntut.edu.tw/course/tw/Cprog.jsp",
    })
}

/// A contradiction or gap that the facts note.
pub fn note(fact: &str) -> Result<Value> {
    let (zh, en) = match fact {
        "category minimums are not stated in the course system (left to the programme by-law)" => (
            "課程系統沒有寫各類別至少要修幾門（由微學程的施行細則規定），請向本微學程確認。",
            "The course system does not state how many courses each category needs (the program's by-law does); ask the program.",
        ),
        "rule text says 9 credits while the credit table of the AY114 standard says 8 (AY112 table: 9)" => (
            "規定文字寫應修 9 學分，114 學年度科目表的學分欄卻寫 8 學分（112 學年度寫 9）。此處以規定文字為準。",
            "The rule text asks for 9 credits while the credit table of the standard for 114 says 8 (for 112: 9). The rule text is used here.",
        ),
        "rule text says 10 credits while the credit table of the AY114 standard says 9" => (
            "規定文字寫應修 10 學分，114 學年度科目表的學分欄卻寫 9 學分。此處以規定文字為準。",
            "The rule text asks for 10 credits while the credit table of the standard for 114 says 9. The rule text is used here.",
        ),
        "rule text asks for one professional-required and one professional-elective course, but no row of the AY114/115 list is marked required" => {
            (
                "規定須修專業必修與專業選修各 1 門，但 114、115 學年度科目表沒有任何課程標為必修。",
                "The rules ask for one professional required and one professional elective course, but no course of the lists for 114 and 115 is marked required.",
            )
        }
        "all five rows marked required (▲) carry category 核心 in the AY115 list; no 基礎 row is marked required" => {
            (
                "標為必修（▲）的 5 門課程在 115 學年度科目表都屬核心，基礎課程沒有任何一門標為必修。",
                "The five courses marked required (▲) are all 核心 in the list for 115; no 基礎 course is marked required.",
            )
        }
        "track of a course is not marked in the data; course-code prefix 54 (英文系) / 57 (經管系) suggests it" => {
            (
                "科目表沒有標示課程屬於哪個領域；課程編碼開頭 54（英文系）或 57（經管系）只是線索，請向本微學程確認。",
                "The list does not say to which field a course belongs; a code that begins with 54 (英文系) or 57 (經管系) is only a lead. Ask the program.",
            )
        }
        "field of a course is not marked; course-code prefix 34 (土木系) / 39 (建築系) suggests it" => (
            "科目表沒有標示課程屬於土木或建築；課程編碼開頭 34（土木系）或 39（建築系）只是線索，請向本微學程確認。",
            "The list does not say whether a course belongs to civil engineering or architecture; a code that begins with 34 (土木系) or 39 (建築系) is only a lead. Ask the program.",
        ),
        "track of a course is not marked in the data; prefix AB (資財系) / 59 (資工系) suggests it" => (
            "科目表沒有標示課程屬於哪個領域；課程編碼開頭 AB（資財系）或 59（資工系）只是線索，請向本微學程確認。",
            "The list does not say to which track a course belongs; a code that begins with AB (資財系) or 59 (資工系) is only a lead. Ask the program.",
        ),
        "the official slides quote the plan as asking 6 non-basic cross-domain credits; the course system's text for 114 asks two courses outside the own department instead: require both and show both" => {
            (
                "教務處說明簡報引用的規劃書要求基礎以外至少 6 學分為跨域課程；課程系統 114 學年度的規定則要求至少 2 門外系課程。此處兩項都要求。",
                "The official slides quote the plan as asking for 6 cross-domain credits outside 基礎; the course system's text for 114 asks for two courses outside the own department instead. Both are required here.",
            )
        }
        "credit table lists 3 required credits while two 3-credit rows are marked required (▲)" => (
            "學分欄寫必修 3 學分，科目表卻有兩門各 3 學分的課程標為必修（▲）。是否兩門都要修，請向本微學程確認。",
            "The credit table says 3 required credits while two courses of 3 credits each are marked required (▲). Ask the program whether both are needed.",
        ),
        "the plan PDF of the academic-affairs office is reported to list cross-university courses with at most 4 credits recognised (ntutbox-course docs/research/2026-07-19-mprogram.md); not in the course system" => {
            (
                "據整理資料，教務處的規劃書另列跨校課程，最多採計 4 學分；課程系統沒有這項規定，請向本微學程確認。",
                "The plan at Academic Affairs is reported to list courses of other universities too, of which at most 4 credits count; the course system does not say so. Ask the program.",
            )
        }
        other => bail!("no sentence for the note: {other}"),
    };
    Ok(text(zh, en))
}

/// A lead as to the category of a course.
pub fn category_hint(fact: &str) -> Result<Value> {
    if let Some((code, category)) = between(fact, "AY115 rules make it creditable as ", " (", ")") {
        return Ok(text(
            &format!("115 學年度的規定可抵認為 {code}（{category}）。"),
            &format!("The rules for 115 let it count as {code} ({category})."),
        ));
    }
    if let Some((code, category)) = between(fact, "same name as ", " (", " in AY115)") {
        return Ok(text(
            &format!("與 {code} 同名，後者在 115 學年度屬{category}。"),
            &format!("It has the same name as {code}, which is {category} in 115."),
        ));
    }
    if let Some((category, program)) = between(fact, "", " in ", " (AY115)") {
        return Ok(text(
            &format!("在 {program} 的 115 學年度科目表屬{category}。"),
            &format!("In the list of {program} for 115 it is {category}."),
        ));
    }
    bail!("no sentence for the category hint: {fact}")
}

fn between<'a>(text: &'a str, start: &str, middle: &str, end: &str) -> Option<(&'a str, &'a str)> {
    text.strip_prefix(start)?.strip_suffix(end)?.split_once(middle)
}
