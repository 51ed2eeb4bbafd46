//! The head of the graduation review in the layouts that it is seen in, and what makes a page a review.

use kuayu::import::{self, Format, Import, ImportedProfile};

const TABLE: &str =
    "學年期\t選課別\t開課別\t課程編碼\t課程名稱\t學分數\t階段\t成績\n1121\t★\t☆\t9900301\t範例導論\t3 / 3\t1\t80\n";

fn read(head: &str) -> Import {
    import::read_text(&format!("畢業資格審查\n{head}\n尚待確定之所有修習及格課程\n{TABLE}"), None)
}

fn profile(head: &str) -> ImportedProfile {
    read(head).profile.unwrap_or_default()
}

#[test]
fn the_entry_year_stands_in_its_cell_beside_its_label_or_below() {
    for head in [
        "學年度：112",
        "入學學年度 112 年",
        "學年度\t112",
        "學年度\t學制\n112\t7 四年制",
        "姓名\t學年度\n王甲乙\t112",
        "最低畢業學分數\t128\n第 1 學期 100\n學年度：112",
        "115 學年度 第 1 學期\n學年度：112",
        "學年度：112\n學年度：113",
    ] {
        assert_eq!(profile(head).entry, Some(112), "{head}");
    }
    for head in ["學年度：89", "學年度：200", "學年度", "128", "112 學年度第 1 學期"] {
        assert_eq!(profile(head).entry, None, "{head}");
    }
}

#[test]
fn degree_and_group_stand_after_their_numbers() {
    let told = |head: &str| {
        let profile = profile(head);
        [profile.degree, profile.group_code, profile.group].map(Option::unwrap_or_default).join("|")
    };
    for (head, expected) in [
        ("7 四年制\t360 電子系", "四年制|360|電子系"),
        ("5 進修部\t36A 電子所", "進修部|36A|電子所"),
        ("學制：7 四年制大學部\n系組：AB 土木系結構組", "四年制大學部|AB|土木系結構組"),
        ("7 四年制\n5 進修部\n360 電子系\n361 土木系", "四年制|360|電子系"),
        // No number, too long a number, or a name of something else.
        ("甲 四年制\t乙丙 電子系", "||"),
        ("7 範例\t360 範例", "||"),
        ("77 四年制\t36000 電子系\t3 電子系", "||"),
        ("x 四年制\tabc 電子系", "||"),
    ] {
        assert_eq!(told(head), expected, "{head}");
    }
}

#[test]
fn classes_of_credits_have_a_name_and_two_columns() {
    let told = |head: &str| {
        let credits = read(head).review_credits;
        credits.iter().map(|class| format!("{} {}/{}", class.label, class.earned, class.required)).collect::<Vec<_>>()
    };
    assert_eq!(told("類別\t已修\t應修\n必修\t11\t13\n選修\t9\t28"), ["必修 11/13", "選修 9/28"]);
    // A line without both numbers or without a name ends the table.
    assert_eq!(told("類別\t應修\t已修\n必修\t13\t11\n說明\n選修\t28\t9"), ["必修 11/13"]);
    assert_eq!(told("類別\t應修\t已修\n必修\t13\t11\n\t28\t9\n選修\t28\t9"), ["必修 11/13"]);
    assert_eq!(told("類別\t應修\t已修\n15\t13\t11"), [""; 0]);
    // One column that says both is neither.
    assert_eq!(told("類別\t應修已修\n必修\t13"), [""; 0]);
}

#[test]
fn a_review_is_known_by_its_title_or_by_its_columns() {
    let untitled = import::read_text(TABLE, None);
    assert_eq!((untitled.format, untitled.rows.len()), (Some(Format::Review), 1));
    assert!(!untitled.rows[0].unplaced);
    let titled = import::read_text(
        "畢業資格審查\n尚待確定之所有修習及格課程\n課程編碼\t課程名稱\t學分\t成績\n9900301\t範例導論\t3\t80\n",
        None,
    );
    assert_eq!((titled.format, titled.rows.len()), (Some(Format::Review), 1));
    assert!(titled.rows[0].unplaced);
    // Only what stands under the title is not placed, and words of the title in a row are no title.
    let two = format!(
        "畢業資格審查\n尚待確定之所有修習及格課程\n{TABLE}1122\t★\t☆\t9900302\t示範實作\t3 / 3\t1\t尚待確定\n\n{}",
        TABLE.replace("9900301", "9900303")
    );
    let unplaced: Vec<bool> = import::read_text(&two, None).rows.iter().map(|row| row.unplaced).collect();
    assert_eq!(unplaced, [true, true, false]);
}
