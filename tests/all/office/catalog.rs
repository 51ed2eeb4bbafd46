//! The tools for those who keep the catalog: tables and back, differences in words.

use std::collections::HashMap;

use kuayu::audit::Ask;
use kuayu::catalog::document::{Document, Edition, Text};
use kuayu::catalog::{layout, read_document};
use kuayu::i18n::Lang;
use kuayu::i18n::office::{diff as words, report};
use kuayu::office::diff;
use kuayu::office::tables::{Table, from_tables, to_tables};

fn shipped() -> (String, Document) {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/programs.json")).unwrap();
    let document = read_document(&text).unwrap();
    (text, document)
}

fn tables() -> HashMap<String, Vec<u8>> {
    let tables = to_tables(&shipped().1).unwrap();
    tables.into_iter().map(|(file, text)| (file.to_owned(), text.into_bytes())).collect()
}

fn text(document: &Document) -> String {
    layout::pretty(&serde_json::to_value(document).unwrap())
}

/// The tables with one text replaced, read back: the reports in English.
fn mistakes(file: &str, old: &str, new: &str) -> Vec<String> {
    let mut tables = tables();
    let before = String::from_utf8(tables[file].clone()).unwrap();
    assert_eq!(before.matches(old).count(), 1, "`{old}` stands once in {file}");
    tables.insert(file.to_owned(), before.replace(old, new).into_bytes());
    match from_tables(&tables) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(|problem| report(problem, Lang::En)).collect(),
    }
}

#[test]
fn the_shipped_catalog_is_laid_out_as_the_tools_lay_it_out() {
    let (shipped, document) = shipped();
    assert!(text(&document) == shipped);
}

#[test]
fn through_tables_and_back_every_byte_is_the_same() {
    let (shipped, _) = shipped();
    let document = from_tables(&tables()).unwrap();
    assert!(text(&document) == shipped);
}

#[test]
fn reads_what_spreadsheets_write() {
    let expected = shipped().1;
    // Semicolons or tabs between the cells, other line ends, empty rows, dates and marks in their own way.
    let mut changed = tables();
    for (file, bytes) in &mut changed {
        let mut text = String::from_utf8(bytes.clone()).unwrap().replace("\r\n", "\n");
        if file == "calendar.csv" {
            text = text.replace(',', "\t").replace("2025-09-08", "2025/9/8");
        }
        if file == "courses.csv" {
            text = text.replace(",是,", ",Ｙ,") + ",,,,,,,,,\n\n";
        }
        *bytes = text.into_bytes();
    }
    assert_eq!(from_tables(&changed).unwrap(), expected);
    // English keys as headings.
    let mut changed = tables();
    let departments = String::from_utf8(changed["departments.csv"].clone()).unwrap();
    let renamed = departments.replacen("系所,學院,別名", "name,college,aliases", 1);
    assert_ne!(renamed, departments);
    changed.insert("departments.csv".to_owned(), renamed.into_bytes());
    assert_eq!(from_tables(&changed).unwrap(), expected);
    // Big5, as older spreadsheets write it.
    let mut changed = tables();
    let calendar = String::from_utf8(changed["calendar.csv"].clone()).unwrap();
    let (big5, ..) = encoding_rs::BIG5.encode(calendar.trim_start_matches('\u{feff}'));
    changed.insert("calendar.csv".to_owned(), big5.into_owned());
    assert_eq!(from_tables(&changed).unwrap(), expected);
}

#[test]
fn cells_are_safe_to_open() {
    let (_, mut document) = shipped();
    let dangerous = ["=1+1", "+1", "-1", "@x", "\t=1", "'x", " 空白 ", "a,b\"c", "兩\n行", "14E0302", "0199997"];
    let course = document.courses[0].clone();
    for text in dangerous {
        let mut course = course.clone();
        course.code = Some(format!("{text}X"));
        course.name = text.to_owned();
        document.courses.push(course);
    }
    let tables = to_tables(&document).unwrap();
    let (_, courses) = tables.iter().find(|(file, _)| *file == "courses.csv").unwrap();
    let mut reader = csv::Reader::from_reader(courses.trim_start_matches('\u{feff}').as_bytes());
    for record in reader.records() {
        for cell in record.unwrap().iter() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
    }
    let codes: Vec<&str> = courses.lines().filter(|line| line.starts_with("'14E")).collect();
    assert!(codes.len() > 5, "codes that look like powers of ten are marked as text");
}

#[test]
fn mistakes_are_told_by_table_row_and_column() {
    for (file, old, new, told) in [
        (
            "programs.csv",
            "114-1,AVM,綠建築微學程,設計學院,建築系,10,",
            "114-1,AVM,綠建築微學程,設計學院,建築系,十,",
            "programs.csv row 39 column F (應修學分): `十` is no number",
        ),
        (
            "programs.csv",
            "114-1,AVM,綠建築微學程,設計學院,建築系,10,",
            "114-1,AVM,綠建築微學程,設計學院,建築糸,10,",
            "programs.csv row 39 column E (系所): the table of departments has no 「建築糸」\n  hint: did you mean 建築系?",
        ),
        (
            "programs.csv",
            "114-1,AVM,綠建築微學程,設計學院,建築系,10,",
            "114-1,AVM,綠建築微學程,設計學院,建築系,99,",
            "programs.csv row 39 column F (應修學分): 99 credits are asked for, all courses together have 45",
        ),
        ("listings.csv", "114-1,AVM,基礎,3401007,", "114-1,AVM,基礎,3901O05,", "the table of courses has no 3901O05"),
        ("listings.csv", "114-1,AVM,基礎,3401007,", "114-1,AVM,基楚,3401007,", "the program has no category `基楚`"),
        ("listings.csv", "114-1,AVM,基礎,3401007,", "114-1,AVN,基礎,3401007,", "programs.csv has no program `AVN`"),
        ("listings.csv", "114-1,AVM,基礎,3401007,", "113-1,AVM,基礎,3401007,", "editions.csv has no edition `113-1`"),
        (
            "listings.csv",
            "114-1,AVM,基礎,3401007,",
            "114-1,AVM,基礎,3.9E+06,",
            "`3.9E+06` is no course code; a spreadsheet seems to have made a number of it",
        ),
        (
            "courses.csv",
            "課程編碼,課程名稱",
            "課程編號,課程名稱",
            "courses.csv row 1 column A (課程編號): no column has this heading",
        ),
        (
            "calendar.csv",
            "登記修讀開始",
            "登記開始",
            "calendar.csv row 1 column C (登記開始): no column has this heading",
        ),
        (
            "restrictions.csv",
            "114-1,AVM,只開放這些系所的學生修讀,",
            "114-1,AVM,only_open,",
            "`only_open` is none of the choices\n  hint: did you mean 只開放這些系所的學生修讀?",
        ),
        ("editions.csv", "2026-09-05", "autumn", "editions.csv row 2 column E (科目表日期): `autumn` is no date"),
    ] {
        let found = mistakes(file, old, new);
        assert!(found.iter().any(|line| line.contains(told)), "{new}: {found:#?}");
    }
    let mut without = tables();
    without.remove("listings.csv");
    let problems = from_tables(&without).unwrap_err();
    assert_eq!(
        report(&problems[0], Lang::ZhTw),
        "listings.csv：資料夾裡沒有這個表\n  建議：請從 to-csv 產生的檔案開始改"
    );
    assert_eq!(from_tables(&HashMap::new()).unwrap_err().len(), Table::ALL.len());
}

#[test]
fn tells_differences_in_words() {
    let (_, document) = shipped();
    let edition = |id: &str| document.editions.iter().find(|edition| edition.id == id).unwrap();
    let name = |code: &str| {
        let course = document.courses.iter().find(|course| course.code.as_deref() == Some(code));
        course.map_or_else(|| code.to_owned(), |course| course.name.clone())
    };
    let told = |lang: Lang| -> Vec<String> {
        let changes = diff::editions(edition("114-1"), edition("115-1"));
        changes.iter().map(|change| words::change(change, &name, lang)).collect()
    };
    let (zh, en) = (told(Lang::ZhTw), told(Lang::En));
    for line in [
        "AVH：應修學分 10 → 9",
        "AZJ：新增微學程「工藝永續與地方文化經濟-社會實踐微學程」",
        "AVH：核心新增 5403222 經貿英文個案研討",
    ] {
        let line = line.replace("核心新增 5403222", "總整新增 5403222");
        assert!(zh.contains(&line), "{line} in {zh:#?}");
    }
    assert!(en.contains(&"AVH: credits 10 → 9".to_owned()));
    assert!(en.contains(&"AVH: removed from 核心: 5704032 科技管理".to_owned()), "{en:#?}");
    assert!(zh.contains(&"科目表日期 2026-09-05 → 2026-09-23".to_owned()), "{zh:#?}");
    assert!(en.contains(&"standards as of 2026-09-05 → 2026-09-23".to_owned()), "{en:#?}");
    assert_eq!(diff::editions(edition("114-1"), edition("114-1")), []);
    // What the university changed in 115, as the compiled facts tell it (`changes_115`), one by one.
    for (line_zh, line_en) in [
        ("AV3：刪除限制：必修：", "AV3: restriction gone: Required: "),
        (
            "AV4：新增限制：基礎以外的跨領域專業課程至少 6 學分。（只用於跨域畢業條件）",
            "AV4: new restriction: Cross-domain professional courses outside Basic: at least 6 credits. (for the cross-domain",
        ),
        (
            "AVC：新增限制：核心、總整的外系課程至少 6 學分。（只用於跨域畢業條件）",
            "AVC: new restriction: Courses from outside your department in Core and Capstone: at least 6 credits.",
        ),
        ("AVC：學分欄學分 9 → （無）", "AVC: credits by the table 9 → (none)"),
        ("AVH：應修學分 10 → 9", "AVH: credits 10 → 9"),
        ("AVH：新增類別「總整」（未寫明）", "AVH: new category 總整 (courses: not stated)"),
        (
            "AVH：新增限制：基礎、核心、總整須全部選自同一領域（英文領域或經管領域）。",
            "AVH: new restriction: Basic, Core and Capstone: all courses of one field, either 英文領域 or 經管領域.",
        ),
        (
            "AVH：刪除限制：基礎、核心須全部選自同一領域（英文領域或經管領域）。",
            "AVH: restriction gone: Basic and Core: all courses of one field, either 英文領域 or 經管領域.",
        ),
        (
            "AVW：新增限制：基礎以外的跨領域專業課程至少 6 學分。（112 學年度起入學）",
            "AVW: new restriction: Cross-domain professional courses outside Basic: at least 6 credits. (entry year 112 on)",
        ),
        (
            "AVL：是否適用不再須確認：核心：土木、建築各至少 1 門。",
            "AVL: whether it stands is no longer asked: Core: one course of each of 土木 and 建築.",
        ),
        ("AZA：C002022 製程設備理論及實務 改為必修", "AZA: C002022 製程設備理論及實務 is required now"),
        ("AZH：新增微學程「主權AI智慧醫療大數據微學程」", "AZH: new program"),
        ("AZI：新增微學程「主權AI智慧醫療資安微學程」", "AZI: new program"),
        ("AZJ：新增微學程「工藝永續與地方文化經濟-社會實踐微學程」", "AZJ: new program"),
    ] {
        assert!(zh.iter().any(|line| line.starts_with(line_zh)), "{line_zh} in {zh:#?}");
        assert!(en.iter().any(|line| line.starts_with(line_en)), "{line_en} in {en:#?}");
    }
    // A doubt is told with what is asked, and whom.
    assert!(
        en.iter().any(|line| line.starts_with("AVW: new restriction: For students of 資工系, only these count in Core: ")
            && line.ends_with(
                "(whether it is meant so is to be confirmed) “The limits for students of certain departments stand in the \
                 clause on the graduation requirement. Are they no limit for the certificate alone?” (ask the program's \
                 contact)"
            )),
        "{en:#?}"
    );
    assert!(!zh.iter().chain(&en).any(|line| line.contains('{')), "in words, not as the catalog writes it");

    // Every kind of change, made on purpose.
    let mut changed = document.clone();
    let program = &mut changed.editions[0].programs[0];
    program.name = "新名稱".to_owned();
    program.categories[0].min_courses = None;
    let moved = program.categories[1].courses.remove(0);
    let gone = program.categories[1].courses.remove(0);
    program.categories[2].courses.push(moved.clone());
    program.restrictions.clear();
    changed.editions[0].programs.remove(1);
    let changes = diff::editions(&document.editions[0], &changed.editions[0]);
    let lines: Vec<String> = changes.iter().map(|change| words::change(change, &name, Lang::ZhTw)).collect();
    let code = |listing: &kuayu::catalog::document::Listing| listing.code.clone().unwrap();
    for line in [
        "AVV：名稱 智慧創新網宇實體系統設計與開發微學程 → 新名稱".to_owned(),
        "AVV：基礎應修 1 門 → 未寫明".to_owned(),
        format!("AVV：{} {} 由核心改為總整", code(&moved), moved.name),
        format!("AVV：核心刪除 {} {}", code(&gone), gone.name),
        "AVR：刪除微學程「半導體設備微學程」".to_owned(),
    ] {
        assert!(lines.contains(&line), "{line} in {lines:#?}");
    }
    assert!(lines.iter().any(|line| line.starts_with("AVV：刪除限制：基礎以外的跨領域專業課程至少 6 學分。")));
    assert_eq!(lines.len(), 6);
}

#[test]
fn tells_in_words_what_a_row_says_and_what_is_asked() {
    let (_, document) = shipped();
    let edition = document.editions.iter().find(|edition| edition.id == "114-1").unwrap();
    let told = |change: &dyn Fn(&mut Edition), lang: Lang| -> Vec<String> {
        let mut changed = edition.clone();
        change(&mut changed);
        let changes = diff::editions(edition, &changed);
        changes.iter().map(|change| words::change(change, &str::to_owned, lang)).collect()
    };
    let both = |change: &dyn Fn(&mut Edition), zh: &[&str], en: &[&str]| {
        assert_eq!(told(change, Lang::ZhTw), zh);
        assert_eq!(told(change, Lang::En), en);
    };
    let at = |code: &str| edition.programs.iter().position(|program| program.code == code).unwrap();
    let (avm, avl) = (at("AVM"), at("AVL"));
    let course = {
        let first = &edition.programs[avm].categories[0].courses[0];
        assert!(!first.required && !first.online && !first.category_not_printed);
        format!("{} {}", first.code.as_ref().unwrap(), first.name)
    };
    let asked = edition.programs[avl].restrictions.iter().position(|one| one.doubt.is_some()).unwrap();

    both(&|_| {}, &[], &[]);
    both(
        &|edition| edition.standard_as_of = "2026-10-01".to_owned(),
        &["科目表日期 2026-09-05 → 2026-10-01"],
        &["standards as of 2026-09-05 → 2026-10-01"],
    );
    both(
        &|edition| {
            let listing = &mut edition.programs[avm].categories[0].courses[0];
            (listing.required, listing.online, listing.category_not_printed) = (true, true, true);
        },
        &[
            &format!("AVM：{course} 改為必修"),
            &format!("AVM：{course} 改為線上"),
            &format!("AVM：{course} 的類別在清單上沒有印"),
        ],
        &[
            &format!("AVM: {course} is required now"),
            &format!("AVM: {course} is online now"),
            &format!("AVM: {course} has no category printed in the list now"),
        ],
    );
    both(
        &|edition| {
            let program = &mut edition.programs[avm];
            let listing = program.categories[0].courses.remove(0);
            program.uncategorised.push(listing);
        },
        &[&format!("AVM：{course} 由基礎改為未定類別")],
        &[&format!("AVM: category of {course}: 基礎 → open category")],
    );
    let rule = ["核心：土木、建築各至少 1 門。", "Core: one course of each of 土木 and 建築."];
    both(
        &|edition| edition.programs[avl].restrictions[asked].doubt = None,
        &[&format!("AVL：是否適用不再須確認：{}", rule[0])],
        &[&format!("AVL: whether it stands is no longer asked: {}", rule[1])],
    );
    both(
        &|edition| {
            let doubt = edition.programs[avl].restrictions[asked].doubt.as_mut().unwrap();
            doubt.text = Text { zh: "只要一門？".to_owned(), en: "Is one enough?".to_owned() };
            doubt.ask = Ask::AcademicAffairs;
        },
        &[&format!("AVL：是否適用須確認：{}「只要一門？」（請洽教務處）", rule[0])],
        &[&format!("AVL: whether it stands is to be confirmed: {} “Is one enough?” (ask Academic Affairs)", rule[1])],
    );
}

/// A page as the course system shows one, invented.
const PAGE: &str = r#"<html><head><title>課程科目表</title></head><body>
<p>116 學年度入學 微學程 【綠建築微學程】 課程科目表</p>
<table><tr><th>學年</th><th>學期</th><th>類別</th><th>課程編碼</th><th>課程名稱</th><th>學分</th><th>時數</th>
<th>階段別/<br>總階段數</th><th>群組編號(應修學分)</th><th>備註</th></tr>
<tr><td>1</td><td>1</td><td>★</td><td>3401007</td><td>測量學(一)</td><td>2.0</td><td>2</td><td>1</td><td></td><td>基礎</td></tr>
<tr><td>1</td><td>1</td><td>▲</td><td>99A0001</td><td>示範綠建築</td><td>3.0</td><td>3</td><td>1/2</td><td></td><td>核心,e</td></tr>
<tr><td>1</td><td>2</td><td>▲</td><td>99A0001</td><td>示範綠建築</td><td>3.0</td><td>3</td><td>2/2</td><td></td><td>核心,e</td></tr>
<tr><td>2</td><td>1</td><td>★</td><td>99A0002</td><td>示範專題</td><td>6.0</td><td>3</td><td>1</td><td></td><td></td></tr>
<tr><td colspan="10">1.本微學程至少修畢１２學分。<br>2.基礎課程至少1門、核心及總整課程各一門；須事先登記。<br>3.跨領域專業課程至少6學分。</td></tr>
</table></body></html>"#;

#[test]
fn proposes_an_edition_from_saved_standards() {
    use kuayu::office::standard::{RemarkKind, Rule, Wanted, propose, read_page};

    let (_, document) = shipped();
    let page = read_page(PAGE).unwrap();
    assert_eq!((page.year, page.name.as_str(), page.rows.len()), (116, "綠建築微學程", 4));
    assert!(page.rows[1].online && page.rows[1].required && page.rows[1].stages == Some(2));
    assert_eq!(read_page("<p>登入</p>"), None);

    let wanted = Wanted { id: "116-1".to_owned(), year: 116, as_of: "2027-08-01".to_owned() };
    let proposal = propose(&document, &wanted, &[("AVM".to_owned(), page)]);
    let edition = proposal.document.editions.last().unwrap();
    let program = &edition.programs[0];
    assert_eq!((program.code.as_str(), program.min_credits.to_string().as_str()), ("AVM", "12"));
    let categories: Vec<(&str, Option<u16>, usize)> =
        program.categories.iter().map(|c| (c.name.as_str(), c.min_courses, c.courses.len())).collect();
    assert_eq!(categories, [("基礎", Some(1), 1), ("核心", Some(1), 1), ("總整", Some(1), 0)]);
    assert_eq!(program.uncategorised.len(), 1);
    assert_eq!(program.restrictions.len(), 3, "what was known is kept");
    assert!(program.not_listed.len() > 5, "what is no longer listed is remembered");

    let kinds: Vec<&RemarkKind> = proposal.remarks.iter().map(|remark| &remark.kind).collect();
    let left: Vec<&str> = kinds
        .iter()
        .filter_map(|kind| match kind {
            RemarkKind::NotUnderstood { sentence } => Some(sentence.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(left, ["須事先登記", "3.跨領域專業課程至少6學分"]);
    let taken = kinds.iter().filter(|kind| matches!(kind, RemarkKind::Taken { .. })).count();
    assert_eq!(taken, 4);
    assert!(kinds.contains(&&RemarkKind::Taken {
        rule: Rule::Minimum { category: "總整".to_owned(), courses: 1 },
        sentence: "2.基礎課程至少1門、核心及總整課程各一門".to_owned(),
    }));
    assert!(kinds.contains(&&RemarkKind::NewCourse { code: "99A0002".to_owned(), name: "示範專題".to_owned() }));
    // The proposal reads as a catalog: nothing in it contradicts itself.
    assert_eq!(kuayu::catalog::read(&text(&proposal.document)).err(), None);
    // The editions that were there are untouched.
    assert_eq!(proposal.document.editions[..2], document.editions[..]);
}
