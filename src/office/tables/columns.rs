//! Which tables there are, and what their columns are called. A heading may be written either way.

use super::cell::Cell;

/// A table, by its file name without `.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the names say it
pub enum Table {
    Changes,
    Sources,
    Departments,
    Courses,
    Editions,
    Calendar,
    Programs,
    Listings,
    Restrictions,
    Years,
    Groups,
    Curricula,
    ClassTerms,
    Classes,
    Terms,
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Where its value stands in the catalog; a dot goes inside an object.
    pub key: &'static str,
    /// Its heading in Chinese.
    pub heading: &'static str,
    /// What a cell of it holds.
    pub(super) cell: Cell,
}

impl Column {
    /// The words that a cell of it takes, in Chinese, and whether it takes several; `None` where it takes other things.
    pub fn words(&self) -> Option<(Vec<String>, bool)> {
        let all = |words: &[(&str, &str)]| words.iter().map(|(_, zh)| (*zh).to_owned()).collect();
        match self.cell {
            Cell::Word(words) => Some((all(words), false)),
            Cell::Words(words) => Some((all(words), true)),
            _ => None,
        }
    }

    /// Whether a cell of it says yes or nothing.
    pub fn is_flag(&self) -> bool {
        self.cell == Cell::Flag
    }

    /// Whether a cell of it holds several lines.
    pub fn is_lines(&self) -> bool {
        self.cell == Cell::Lines
    }

    /// Whether a cell of it holds a day.
    pub fn is_date(&self) -> bool {
        self.cell == Cell::Date
    }

    /// Whether a cell of it holds a number.
    pub fn is_number(&self) -> bool {
        self.cell == Cell::Number
    }
}

const fn column(key: &'static str, heading: &'static str, cell: Cell) -> Column {
    Column { key, heading, cell }
}

impl Table {
    /// The tables of the catalog, in the order in which they are read.
    pub const ALL: [Table; 9] = [
        Table::Changes,
        Table::Sources,
        Table::Departments,
        Table::Courses,
        Table::Calendar,
        Table::Editions,
        Table::Programs,
        Table::Listings,
        Table::Restrictions,
    ];

    /// The tables of the curricula, in the order in which they are read.
    pub const CURRICULA: [Table; 3] = [Table::Years, Table::Groups, Table::Curricula];

    /// The tables of the classes, in the order in which they are read.
    pub const CLASSES: [Table; 2] = [Table::ClassTerms, Table::Classes];

    /// Name of its file.
    pub fn file(self) -> &'static str {
        match self {
            Table::Changes => "changes.csv",
            Table::Sources => "sources.csv",
            Table::Departments => "departments.csv",
            Table::Courses => "courses.csv",
            Table::Editions => "editions.csv",
            Table::Calendar => "calendar.csv",
            Table::Programs => "programs.csv",
            Table::Listings => "listings.csv",
            Table::Restrictions => "restrictions.csv",
            Table::Years => "years.csv",
            Table::Groups => "groups.csv",
            Table::Curricula => "curricula.csv",
            Table::ClassTerms => "class_terms.csv",
            Table::Classes => "classes.csv",
            Table::Terms => "terms.csv",
        }
    }

    /// Whether all its columns must be there, as taking one out would lose what it holds: the tables of the catalog, which
    /// `to-csv` writes. Others may be made by hand.
    pub(super) fn is_whole(self) -> bool {
        Table::ALL.contains(&self)
    }

    /// Its columns, in order.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Table::Changes => CHANGES,
            Table::Sources => SOURCES,
            Table::Departments => DEPARTMENTS,
            Table::Courses => COURSES,
            Table::Editions => EDITIONS,
            Table::Calendar => CALENDAR,
            Table::Programs => PROGRAMS,
            Table::Listings => LISTINGS,
            Table::Restrictions => RESTRICTIONS,
            Table::Years => YEARS,
            Table::Groups => GROUPS,
            Table::Curricula => CURRICULA,
            Table::ClassTerms => CLASS_TERMS,
            Table::Classes => CLASSES,
            Table::Terms => TERMS,
        }
    }
}

const CHANGES: &[Column] =
    &[column("date", "日期", Cell::Date), column("by", "承辦單位", Cell::Text), column("why", "原因", Cell::Text)];

const SOURCES: &[Column] = &[
    column("title.zh", "名稱", Cell::Text),
    column("title.en", "英文名稱", Cell::Text),
    column("url", "網址", Cell::Text),
    column("date", "日期", Cell::Date),
    column("licence", "授權", Cell::Text),
];

const DEPARTMENTS: &[Column] = &[
    column("name", "系所", Cell::Text),
    column("college", "學院", Cell::Text),
    column("aliases", "別名", Cell::List),
    column("groups", "班組", Cell::List),
    column("classes", "相關學士班", Cell::List),
    column("units", "開課單位", Cell::List),
    column("related_units", "相近單位", Cell::List),
];

const COURSES: &[Column] = &[
    column("code", "課程編碼", Cell::Code),
    column("name", "課程名稱", Cell::Text),
    column("credits", "學分", Cell::Number),
    column("unit", "開課單位", Cell::Text),
    column("school", "外校", Cell::Text),
    column("common", "通識或共同", Cell::Flag),
    column("stages", "階段數", Cell::Number),
    column("levels", "學制", Cell::Words(LEVELS)),
    column("offered", "開課學期", Cell::List),
];

const EDITIONS: &[Column] = &[
    column("id", "版本", Cell::Text),
    column("year", "學年度", Cell::Number),
    column("title.zh", "名稱", Cell::Text),
    column("title.en", "英文名稱", Cell::Text),
    column("standard_as_of", "科目表日期", Cell::Date),
];

const CALENDAR: &[Column] = &[
    column("term", "學期", Cell::Text),
    column("first_monday", "第 1 週星期一", Cell::Date),
    column("registration.from", "登記修讀開始", Cell::Date),
    column("registration.to", "登記修讀結束", Cell::Date),
    column("preselection.day.from", "初選開始（日）", Cell::Date),
    column("preselection.day.to", "初選結束（日）", Cell::Date),
    column("preselection.evening.from", "初選開始（進修）", Cell::Date),
    column("preselection.evening.to", "初選結束（進修）", Cell::Date),
    column("add_drop.day.from", "加退選開始（日）", Cell::Date),
    column("add_drop.day.to", "加退選結束（日）", Cell::Date),
    column("add_drop.evening.from", "加退選開始（進修）", Cell::Date),
    column("add_drop.evening.to", "加退選結束（進修）", Cell::Date),
    column("withdrawal.day.from", "撤選開始（日）", Cell::Date),
    column("withdrawal.day.to", "撤選結束（日）", Cell::Date),
    column("withdrawal.evening.from", "撤選開始（進修）", Cell::Date),
    column("withdrawal.evening.to", "撤選結束（進修）", Cell::Date),
    column("certificate.from", "申請證書開始", Cell::Date),
    column("certificate.to", "申請證書結束", Cell::Date),
    column("final_exam.from", "期末考開始", Cell::Date),
    column("final_exam.to", "期末考結束", Cell::Date),
    column("break_start", "放假開始", Cell::Date),
    column("as_of", "資料日期", Cell::Date),
    column("source", "來源網址", Cell::Text),
];

const PROGRAMS: &[Column] = &[
    column("edition", "版本", Cell::Text),
    column("code", "代碼", Cell::Text),
    column("name", "微學程", Cell::Text),
    column("college", "學院", Cell::Text),
    column("department", "系所", Cell::Text),
    column("min_credits", "應修學分", Cell::Number),
    column("table_credits", "學分欄學分", Cell::Number),
    column("own_department_only", "只含本系課程", Cell::Flag),
    column("taught_in_english", "全英語", Cell::Flag),
    column("categories", "類別與門數", Cell::Categories),
    column("standard_url", "科目表網址", Cell::Text),
    column("plan_url", "規劃書網址", Cell::Text),
    column("notes.zh", "說明", Cell::Lines),
    column("notes.en", "英文說明", Cell::Lines),
];

const LISTINGS: &[Column] = &[
    column("edition", "版本", Cell::Text),
    column("program", "微學程代碼", Cell::Text),
    column("category", "類別", Cell::Text),
    column("code", "課程編碼", Cell::Code),
    column("name", "課程名稱", Cell::Text),
    column("required", "必修", Cell::Flag),
    column("online", "線上", Cell::Flag),
    column("category_not_printed", "類別未印", Cell::Flag),
    column("why", "不採計的原因", Cell::Word(REASONS)),
    column("track_hint", "領域線索", Cell::Text),
    column("category_hint.zh", "類別線索", Cell::Text),
    column("category_hint.en", "英文類別線索", Cell::Text),
];

const RESTRICTIONS: &[Column] = &[
    column("edition", "版本", Cell::Text),
    column("program", "微學程代碼", Cell::Text),
    column("kind", "種類", Cell::Kind),
    column("for", "適用", Cell::Word(PURPOSES)),
    column("entry.from", "入學年度自", Cell::Number),
    column("entry.to", "入學年度至", Cell::Number),
    column("category", "單一類別", Cell::Text),
    column("categories", "類別", Cell::List),
    column("capstone", "總整類別", Cell::Text),
    column("credits", "學分", Cell::Number),
    // `courses` is a number in some kinds and a list of codes in others; each has its own column.
    column("courses", "門數", Cell::Number),
    column("codes", "課程編碼", Cell::Codes),
    column("at_least", "至少", Cell::Number),
    column("certain", "確定必修", Cell::Number),
    column("required", "必修門數", Cell::Number),
    column("elective", "選修門數", Cell::Number),
    column("stage", "階段", Cell::Number),
    column("equivalents", "可認同等課程", Cell::Flag),
    column("from", "可抵認的編碼", Cell::List),
    column("to", "抵認為", Cell::Code),
    column("department", "系所", Cell::Text),
    column("departments", "系所清單", Cell::List),
    column("college", "學院", Cell::Text),
    column("track", "領域", Cell::Text),
    column("tracks", "領域清單", Cell::List),
    column("other_program", "另一微學程", Cell::Text),
    column("name_contains", "名稱含", Cell::List),
    column("any_course", "任何課程", Cell::Flag),
    column("what.zh", "接受什麼", Cell::Text),
    column("what.en", "英文接受什麼", Cell::Text),
    column("id", "代號", Cell::Text),
    column("text.zh", "文字", Cell::Text),
    column("text.en", "英文文字", Cell::Text),
    column("ask", "問誰", Cell::Word(ASK)),
    column("source", "出處", Cell::Text),
    column("doubt.id", "存疑代號", Cell::Text),
    column("doubt.text.zh", "存疑文字", Cell::Text),
    column("doubt.text.en", "英文存疑文字", Cell::Text),
    column("doubt.ask", "存疑問誰", Cell::Word(ASK)),
];

const YEARS: &[Column] = &[
    column("entry", "入學年度", Cell::Number),
    column("as_of", "資料日期", Cell::Date),
    column("title.zh", "來源", Cell::Text),
    column("title.en", "英文來源", Cell::Text),
    column("url", "網址", Cell::Text),
    column("date", "來源日期", Cell::Date),
    column("licence", "授權", Cell::Text),
];

const GROUPS: &[Column] = &[
    column("entry", "入學年度", Cell::Number),
    column("list", "清單", Cell::Word(LISTS)),
    column("group", "班組", Cell::Text),
    column("as_of", "資料日期", Cell::Date),
    column("credits.total", "最低畢業學分", Cell::Number),
    column("credits.common_required", "共同必修學分", Cell::Number),
    column("credits.professional_required", "專業必修學分", Cell::Number),
    column("credits.professional_elective", "專業選修學分", Cell::Number),
    column("credits.free", "跨域及自由選修學分", Cell::Number),
];

const CURRICULA: &[Column] = &[
    column("entry", "入學年度", Cell::Number),
    column("group", "班組", Cell::Text),
    column("symbol", "類別", Cell::Word(SYMBOLS)),
    column("code", "課程編碼", Cell::Code),
    column("name", "課程名稱", Cell::Text),
    column("credits", "學分", Cell::Number),
    column("year", "學年", Cell::Number),
    column("semester", "學期", Cell::Number),
    column("stage", "階段", Cell::Stage),
];

const CLASS_TERMS: &[Column] = &[
    column("term", "學期", Cell::Text),
    column("as_of", "資料日期", Cell::Date),
    column("title.zh", "來源", Cell::Text),
    column("title.en", "英文來源", Cell::Text),
    column("url", "網址", Cell::Text),
    column("date", "來源日期", Cell::Date),
    column("licence", "授權", Cell::Text),
];

const CLASSES: &[Column] = &[
    column("term", "學期", Cell::Text),
    column("code", "課程編碼", Cell::Code),
    column("class_code", "課號", Cell::Code),
    column("groups", "班級", Cell::List),
    column("times", "上課時間", Cell::Times),
    column("language", "授課語言", Cell::Word(TAUGHT_IN)),
];

const TERMS: &[Column] = &[
    column("code", "課程編碼", Cell::Code),
    column("name", "課程名稱", Cell::Text),
    column("credits", "學分", Cell::Number),
    column("unit", "開課單位", Cell::Text),
    column("terms", "開課學期", Cell::List),
    column("levels", "學制", Cell::Text),
];

const TAUGHT_IN: &[(&str, &str)] = &[("en", "英語"), ("bi", "中英雙語")];
const LISTS: &[(&str, &str)] = &[("groups", "系組班"), ("general_education", "通識"), ("common", "校院級")];
const SYMBOLS: &[(&str, &str)] = &[("▲", "▲"), ("●", "●"), ("★", "★"), ("△", "△"), ("○", "○"), ("☆", "☆")];
const LEVELS: &[(&str, &str)] = &[
    ("junior_college", "五專"),
    ("bachelor", "大學部"),
    ("bachelor_evening", "進修部"),
    ("master", "碩士"),
    ("master_inservice", "碩士在職"),
    ("doctoral", "博士"),
];
const REASONS: &[(&str, &str)] = &[("later_edition", "下一版本才列"), ("earlier_edition", "只在較早版本")];
const PURPOSES: &[(&str, &str)] = &[("certificate", "證書"), ("cross_domain_requirement", "跨域畢業條件")];
const ASK: &[(&str, &str)] =
    &[("student", "學生自己"), ("program", "微學程"), ("own_department", "本系"), ("academic_affairs", "教務處")];
