//! A department's curriculum from a saved page of the course system (`kuayu catalog import-curriculum`). The page and the
//! file that it goes into are invented; the page has the shape of the real ones, which close no cell.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PAGE: &str = include_str!("../../fixtures/curricula/115-electronics.html");
const BEFORE: &str = include_str!("../../fixtures/curricula/115.json");

/// What the page makes of the file.
const AFTER: &str = r#""電子系": {"as_of": "2026-11-20", "credits": null, "courses": [
["△","9900101","示範體育",0,1,1,"1/2"],
["△",null,"示範國防教育",0,1,1,"1"],
["▲","99A1001","示範電路學",3,1,1,"1/2"],
["△","9900101","示範體育",0,1,2,"2/2"],
["▲","99A1001","示範電路學",3,1,2,"2/2"],
["●","99A2001","示範電磁學(一)",3,2,1,"1"],
["★","99A3001","示範嵌入式系統",3,3,1,"1"],
["★","99A3002","示範晶片設計",1.5,3,2,"1"],
["★","99A4001","示範專題",2,4,1,"1"],
["☆","9900401","示範通用英文",2,4,2,"1"]
]}"#;

/// A desk with the catalog and one year's file.
struct Desk(PathBuf);

/// What a command gave.
struct Done {
    good: bool,
    told: String,
    complained: String,
}

impl Desk {
    fn new(name: &str) -> Desk {
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("curricula").join(name);
        _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(dir.join("public/curricula")).unwrap();
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("programs.json"), dir.join("programs.json")).unwrap();
        fs::write(dir.join("public/curricula/115.json"), BEFORE).unwrap();
        Desk(dir)
    }

    fn run(&self, args: &[&str]) -> Done {
        let done = Command::new(env!("CARGO_BIN_EXE_kuayu")).args(args).current_dir(&self.0).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        assert!(matches!(done.status.code(), Some(0 | 1)), "{}", text(done.stderr.clone()));
        Done { good: done.status.success(), told: text(done.stdout), complained: text(done.stderr) }
    }

    /// Imports a page as that of 電子系, 115.
    fn import(&self, page: impl AsRef<[u8]>, more: &[&str]) -> Done {
        fs::write(self.0.join("page.html"), page).unwrap();
        let mut args = vec!["catalog", "import-curriculum", "--year", "115", "--group", "電子系"];
        args.extend(["--as-of", "2026-11-20", "--lang", "en"]);
        args.extend(more);
        self.run(&[&args[..], &["page.html"]].concat())
    }

    fn file(&self) -> String {
        fs::read_to_string(self.0.join("public/curricula/115.json")).unwrap()
    }
}

/// The file with the page's curriculum: nothing else in it changed.
fn after() -> String {
    let (before, rest) = BEFORE.split_once("\"電子系\"").unwrap();
    format!("{before}{AFTER}{}", &rest[rest.find("]}").unwrap() + 2..])
}

/// Every row with its cells closed, as browsers save the page.
fn closed(page: &str) -> String {
    let (head, rest) = page.split_once("  <tr><td").unwrap();
    let (rows, tail) = rest.split_once("</table>").unwrap();
    let rows =
        format!("<td{rows}").replace("\n      <td", "</td>\n      <td").replace("\n  <tr>", "</td></tr>\n  <tr>");
    format!("{head}<tbody><tr>{rows}</td></tr></tbody></table>{tail}")
}

#[test]
fn a_page_changes_its_own_group_and_nothing_else() {
    let desk = Desk::new("plain");
    let done = desk.import(PAGE, &[]);
    assert!(done.good, "{}", done.complained);
    assert_eq!(desk.file(), after());
    let told = [
        "115 電子系: 6 differences",
        "  as of 2026-06-14 → 2026-11-20",
        "  99A1001 示範電路學: credits 2 → 3",
        "  99A2001 示範電磁學(一): symbol ▲ → ●; year 2 semester 2 → year 2 semester 1",
        "  99A3001 示範嵌入式系統: name 「示範嵌入式」 → 「示範嵌入式系統」",
        "  added: ★ 99A4001 示範專題 (2 credits, year 4 semester 1)",
        "  removed: ★ 99A4009 示範舊選修 (2 credits, year 4 semester 1)",
        "",
    ];
    assert_eq!(done.told, told.join("\n"));
    // The same page again changes nothing, and says so.
    let again = desk.import(PAGE, &["--lang", "zh"]);
    assert_eq!((again.told.as_str(), desk.file()), ("115 電子系：沒有不同\n", after()));
    // The file passes the check.
    let check = desk.run(&["check", "programs.json", "--curricula", "public/curricula"]);
    assert!(check.good, "{}", check.complained);
}

#[test]
fn chinese_first() {
    let done = Desk::new("chinese").import(PAGE, &["--lang", "zh"]);
    for line in [
        "115 電子系：6 處不同",
        "  99A2001 示範電磁學(一)：類別 ▲ → ●；二下 → 二上",
        "  新增 ★ 99A4001 示範專題（2 學分，四上）",
    ] {
        assert!(done.told.lines().any(|told| told == line), "{line} in {}", done.told);
    }
}

#[test]
fn however_the_page_was_saved() {
    let (big5, ..) = encoding_rs::BIG5.encode(PAGE);
    let message = format!(
        "From: <Saved by Blink>\r\nSubject: page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--b\"\r\n\r\n\
         ----b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{PAGE}\r\n----b--\r\n"
    );
    // One cell for two rows, one for two columns.
    let merged = PAGE
        .replacen("<tr><td align=center>3\n", "<tr><td align=center rowspan=2>3\n", 1)
        .replacen("<tr><td align=center>3\n", "<tr>", 1)
        .replace("<td align=left>e\n", "<td align=left colspan=2>e\n");
    assert_eq!(merged.matches("span=2").count(), 2);
    // Page breaks repeat the headings; the rules may stand in the table itself.
    let headings = &PAGE[PAGE.find("  <tr><th>").unwrap()..PAGE.find("  <tr><td").unwrap()];
    let printed = PAGE
        .replacen("  <tr><td align=center>2\n", &format!("{headings}  <tr><td align=center>2\n"), 1)
        .replacen("</table>", "<tr><td colspan=10>一、示範規定。</table>", 1);
    for (name, page) in [
        ("closed", closed(PAGE).into_bytes()),
        ("big5", big5.into_owned()),
        ("mhtml", message.into_bytes()),
        ("merged", merged.into_bytes()),
        ("printed", printed.into_bytes()),
        ("unfinished", PAGE.split("</table>").next().unwrap().as_bytes().to_vec()),
        ("capitals", PAGE.replace("<td", "<TD").replace("<tr", "<TR").into_bytes()),
        ("the long name", PAGE.replace("四技 電子系", "四技 電子工程系").into_bytes()),
    ] {
        let desk = Desk::new(name);
        let done = desk.import(page, &[]);
        assert!(done.good, "{name}: {}", done.complained);
        assert_eq!(desk.file(), after(), "{name}");
    }
}

#[test]
fn another_page_is_named_and_changes_nothing() {
    for (name, heading, told) in [
        ("year", "114 學年度入學 四技 電子系 課程科目表", "the page is of entry year 114, not 115"),
        ("group", "115 學年度入學 四技 電機系 課程科目表", "the page is that of `電機系`, not of `電子系`"),
        (
            "class",
            "115 學年度入學 四技 電資學士班 【電子工程系】 課程科目表",
            "the page is that of `電資學士班【電子工程系】`, not of `電子系`",
        ),
        ("degree", "115 學年度入學 進修部四技 電子系 課程科目表", "the page is a curriculum of 進修部四技"),
        ("program", "115 學年度入學 微學程 微學程 【綠建築微學程】 課程科目表", "the page is a curriculum of 微學程"),
    ] {
        let desk = Desk::new(name);
        let page = PAGE.replace("115 學年度入學 四技 電子系 課程科目表", heading);
        // Nobody can be sure of what the page itself denies.
        for more in [&[][..], &["--sure"]] {
            let done = desk.import(&page, more);
            assert!(!done.good && done.complained.contains(told), "{name}: {}", done.complained);
            assert!(done.complained.ends_with("115.json was not changed\n"), "{}", done.complained);
            assert_eq!(desk.file(), BEFORE, "{name}");
        }
    }
    let desk = Desk::new("nothing");
    for (page, told) in [
        ("<html><body><p>請先登入</p></body></html>".to_owned(), "the page has no table of a curriculum"),
        (PAGE[..PAGE.find("  <tr><td").unwrap()].to_owned(), "the table has no course"),
    ] {
        let done = desk.import(page, &["--sure"]);
        assert!(!done.good && done.complained.contains(told), "{}", done.complained);
        assert_eq!(desk.file(), BEFORE);
    }
}

#[test]
fn what_a_page_leaves_open_is_asked() {
    let title = "115 學年度入學 四技 電子系 課程科目表";
    for (name, page, day, told) in [
        ("no heading", PAGE.replace(title, "課程科目表"), "2026-11-20", &["entry year", "department"][..]),
        ("no year", PAGE.replace(title, "四技 電子系 課程科目表"), "2026-11-20", &["entry year"]),
        ("no group", PAGE.replace(title, "115 學年度入學 四技 課程科目表"), "2026-11-20", &["department"]),
        ("older", PAGE.to_owned(), "2026-05-01", &["what is there is of 2026-06-14, newer than this page"]),
        ("cut off", PAGE[..PAGE.find("示範國防教育").unwrap() + 200].to_owned(), "2026-11-20", &["of the 10 rows"]),
    ] {
        let desk = Desk::new(name);
        let done = desk.import(&page, &["--as-of", day]);
        let asked = done.complained.matches("if it is right, run it again with --sure").count();
        assert!(!done.good && asked == told.len(), "{name}: {}", done.complained);
        assert!(told.iter().all(|word| done.complained.contains(word)), "{name}: {}", done.complained);
        assert_eq!(desk.file(), BEFORE, "{name}");
        let sure = desk.import(&page, &["--as-of", day, "--sure"]);
        assert!(sure.good && desk.file() != BEFORE, "{name}: {}", sure.complained);
    }
}

#[test]
fn what_cannot_be_read_is_named() {
    for (name, old, new, told) in [
        (
            "credits",
            "1.5",
            "1.5/3.0",
            "row 8 of the table (99A3002 示範晶片設計): the credits cannot be read\n  hint: there it says 「1.5/3.0」",
        ),
        ("words", "1.5", "依專案", "the credits cannot be read"),
        ("symbol", "●", "※", "row 6 of the table (99A2001 示範電磁學(一)): the symbol is none of ▲●★△○☆"),
        ("two symbols", "●", "●▲", "the symbol is none of ▲●★△○☆\n  hint: there it says 「●▲」"),
        ("code", "99A2001</a>", "99A20</a>", "the code cannot be read\n  hint: there it says 「99A20」"),
        (
            "time",
            "<tr><td align=center>2\n      <td align=center>1\n",
            "<tr><td align=center>\n      <td align=center>7\n",
            "year or semester cannot be read",
        ),
        ("name", "示範專題", "", "row 9 of the table (99A4001): it has no name"),
        ("no credits", "2.0/2.0", "　", "row 9 of the table (99A4001 示範專題): it has no credits"),
        ("stage", "1 / 2", "第一", "the stage cannot be read"),
        (
            "two names",
            "99A3002</a>",
            "99A3001</a>",
            "99A3001 has two names in one curriculum: 「示範嵌入式系統」 and 「示範晶片設計」",
        ),
    ] {
        let desk = Desk::new(name);
        let page = PAGE.replacen(old, new, 1);
        assert_ne!(page, PAGE);
        let done = desk.import(page, &["--sure"]);
        assert!(!done.good && done.complained.contains(told), "{name}: {}", done.complained);
        assert_eq!(desk.file(), BEFORE, "{name}");
    }
}

#[test]
fn what_can_be_understood_is() {
    let desk = Desk::new("odd credits");
    // Wide digits, a unit, nothing where the file knows it, and a row that the page has twice.
    let twice = &PAGE[PAGE.rfind("  <tr><td align=center>4").unwrap()..PAGE.find("</table>").unwrap()];
    let page = PAGE
        .replacen("3.0#", "　", 1)
        .replacen("1.5", "１．５學分", 1)
        .replacen("2.0/2.0", "2.0 ＊", 1)
        .replacen("</table>", &format!("{twice}  <tr><td>小計<td><td><td><td><td>20.0</table>"), 1);
    let done = desk.import(page, &[]);
    assert!(done.good, "{}", done.complained);
    assert_eq!(desk.file(), after());
    let told = [
        "page.html: no course, left out: 「小計 20.0」",
        "page.html: 99A3001 示範嵌入式系統: the page has no credits; 3 were kept",
        "page.html: 9900401 示範通用英文: the page has the row twice; one was kept",
        "",
    ];
    assert_eq!(done.complained, told.join("\n"));
}

#[test]
fn a_new_year_begins_with_its_first_page() {
    let desk = Desk::new("new year");
    fs::remove_file(desk.0.join("public/curricula/115.json")).unwrap();
    let page = PAGE.replace("115 學年度", "116 學年度");
    let first = desk.import(&page, &["--year", "116"]);
    assert!(first.good, "{}", first.complained);
    let second = desk.import(page.replace("電子系", "電機系"), &["--year", "116", "--group", "電機系"]);
    assert!(second.good, "{}", second.complained);
    let made = fs::read_to_string(desk.0.join("public/curricula/116.json")).unwrap();
    assert!(made.contains("116 學年度入學課程科目表"));
    // In the order of the departments, whatever came first.
    assert!(made.find("\"電機系\"").unwrap() < made.find("\"電子系\"").unwrap());
    assert!(!made.contains("2026-11-20\", \"credits\""), "the day of the file is not repeated");
    let check = desk.run(&["check", "programs.json", "--curricula", "public/curricula"]);
    assert!(check.good, "{}", check.complained);
    // A day that cannot be is refused.
    let wrong = desk.import(&page, &["--year", "116", "--as-of", "2026-02-30"]);
    assert!(!wrong.good && wrong.complained.contains("`2026-02-30` is no date"), "{}", wrong.complained);
}
