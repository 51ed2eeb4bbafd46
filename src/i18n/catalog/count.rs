//! How much a data file holds, in a line.

use crate::i18n::Lang;

/// Numbers of an edition.
pub struct Edition {
    /// Programs.
    pub programs: usize,
    /// Courses in their lists.
    pub listed: usize,
    /// Of these, how many have no category.
    pub without_category: usize,
    /// Of these, how many have no code.
    pub without_code: usize,
}

/// The shared tables of a catalog.
pub fn table(courses: usize, without_code: usize, departments: usize, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{courses} 門課程（其中 {without_code} 門沒有編碼），{departments} 個系所"),
        Lang::En => format!("{courses} courses ({without_code} without code), {departments} departments"),
    }
}

/// One edition.
pub fn edition(id: &str, numbers: &Edition, lang: Lang) -> String {
    let Edition { programs, listed, without_category, without_code } = numbers;
    match lang {
        Lang::ZhTw => format!(
            "{id}：{programs} 個微學程，列課 {listed} 筆（{without_category} 筆沒有類別，{without_code} 筆沒有編碼）；限制："
        ),
        Lang::En => format!(
            "{id}: {programs} programs, {listed} listed courses ({without_category} without category, {without_code} without code); restrictions:"
        ),
    }
}

/// One year's curricula.
pub fn curricula(year: u16, groups: usize, rows: usize, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{year} 學年度入學：{groups} 個班組，{rows} 列"),
        Lang::En => format!("entry year {year}: {groups} groups, {rows} rows"),
    }
}

/// How much there is, and the day whose state it is.
pub fn as_of(numbers: &str, day: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{numbers}，資料日期 {day}"),
        Lang::En => format!("{numbers}, as of {day}"),
    }
}

/// The English names.
pub fn english(courses: usize, translated: usize, units: usize, as_of: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!(
            "{courses} 門課程的英文名稱（其中 {translated} 門取自同名的其他編碼），{units} 個單位；最近見於 {as_of}"
        ),
        Lang::En => format!(
            "English names of {courses} courses ({translated} of them another code's of the same name) and {units} units; last seen in {as_of}"
        ),
    }
}

/// The list of all courses.
pub fn courses(courses: usize, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{courses} 門課程"),
        Lang::En => format!("{courses} courses"),
    }
}
