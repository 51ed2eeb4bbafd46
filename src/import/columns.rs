//! Which column of a table is which, by its heading in Chinese or English. Without headings, see [`super::guess`].

use std::collections::BTreeSet;

use serde::Serialize;

use super::cells;
use super::line::Line;
use crate::names::fold_width;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// 課程編碼.
    Code,
    /// 課號: six digits on the university's pages, but many people head the code with it.
    Class,
    /// Chinese name.
    Name,
    /// English name.
    EnglishName,
    /// 學分.
    Credits,
    /// 成績.
    Grade,
    /// 學期, or year and term together.
    Term,
    /// 學年 alone.
    Year,
    /// 狀態.
    Status,
    /// 階段.
    Stage,
    /// 備註.
    Note,
    /// Nothing that is of use here.
    Other,
}

impl Column {
    /// Every one, in the order in which a person is asked.
    pub const ALL: [Column; 12] = {
        use Column::*;
        [Code, Class, Name, EnglishName, Credits, Grade, Term, Year, Status, Stage, Note, Other]
    };
}

/// A column of the source and what it was taken for, so that a person can say otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnRead {
    /// Its heading; the first cell that is not empty, where the table has no headings.
    pub shown: String,
    /// What it was taken for.
    pub column: Column,
    /// It has a heading, and the heading says nothing to us.
    pub unknown: bool,
}

/// What each column was taken for, as it is told: the headings or, without, the first cells.
pub(super) fn columns_read(columns: &[Column], header: Option<&Line>, data: &[Line]) -> Vec<ColumnRead> {
    let one = |(at, column): (usize, &Column)| {
        let first = || data.iter().map(|line| line.cell(at)).find(|cell| !cell.is_empty()).unwrap_or("");
        let shown = header.map_or_else(first, |line| line.cell(at)).to_owned();
        let unknown = header.is_some() && !shown.is_empty() && heading(&shown).is_none() && *column == Column::Other;
        ColumnRead { shown, column: *column, unknown }
    };
    columns.iter().enumerate().map(one).collect()
}

/// Puts what a person said of columns in place of what was found: what is said of one holds of no other.
pub(super) fn choose(columns: &mut [Column], chosen: &[(usize, Column)]) {
    for (at, column) in chosen {
        for known in columns.iter_mut().filter(|known| **known == *column) {
            *known = Column::Other;
        }
        if let Some(place) = columns.get_mut(*at) {
            *place = *column;
        }
    }
}

/// What each heading says; [`Column::Other`] also for what is unknown or empty.
pub(super) fn of_header(line: &Line) -> Vec<Column> {
    let mut columns: Vec<Column> = line.cells.iter().map(|cell| heading(cell).unwrap_or(Column::Other)).collect();
    // A letter beside the number says no more than the number.
    if columns.iter().filter(|column| **column == Column::Grade).count() > 1 {
        for (column, cell) in columns.iter_mut().zip(&line.cells) {
            if *column == Column::Grade && is_letter_grade(cell) {
                *column = Column::Other;
            }
        }
    }
    // `課程名稱, course name`: the second is the English name. Otherwise the first of its kind is meant.
    let mut seen = BTreeSet::new();
    for column in &mut columns {
        if *column != Column::Other && !seen.insert(*column) {
            *column = match column {
                Column::Name if !seen.contains(&Column::EnglishName) => Column::EnglishName,
                _ => Column::Other,
            };
        }
    }
    columns
}

/// Whether a line is a header row: at least two headings (one, when it is the only cell), and nothing that is data.
pub(super) fn is_header(line: &Line) -> bool {
    let known = line.cells.iter().filter(|cell| heading(cell).is_some()).count();
    let filled = line.cells.iter().filter(|cell| !cell.is_empty()).count();
    let names_course = line
        .cells
        .iter()
        .any(|cell| matches!(heading(cell), Some(Column::Code | Column::Class | Column::Name | Column::EnglishName)));
    let data = line.cells.iter().any(|cell| cells::course_code(cell).is_some());
    names_course && !data && (known >= 2 || filled == 1)
}

/// Whether a heading speaks of a grade in letters.
fn is_letter_grade(cell: &str) -> bool {
    ["等第", "等级", "等級", "lettergrade"].contains(&key(cell).as_str())
}

/// A heading as it is compared: whatever its width, case, spaces and remarks in brackets.
fn key(cell: &str) -> String {
    let folded = fold_width(cell).to_lowercase();
    let first = folded.split(['(', '\n', ':']).next().unwrap_or("");
    first.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | '.' | '*')).collect()
}

/// What one heading says.
fn heading(cell: &str) -> Option<Column> {
    if cell.len() > 60 {
        return None;
    }
    Some(match key(cell).as_str() {
        "課程編碼" | "課程代碼" | "課程代號" | "科目代碼" | "科目代號" | "科目編碼" | "課程碼" | "課碼" | "編碼"
        | "代碼" | "课程编码" | "课程代码" | "课程代号" | "科目代码" | "编码" | "代码" | "code" | "coursecode"
        | "codeno" | "coursecodeno" | "courseid" | "subjectcode" | "subjectid" => Column::Code,
        "課號" | "課程編號" | "選課號碼" | "選課代號" | "開課編號" | "课号" | "课程编号" | "课程号" | "number"
        | "no" | "courseno" | "course#" | "coursenumber" | "classno" | "class#" | "classnumber" | "sectionno"
        | "id" => Column::Class,
        "課程名稱" | "課名" | "科目名稱" | "課程中文名稱" | "中文課名" | "中文課程名稱" | "課程" | "科目" | "名稱"
        | "修習課程" | "修習科目" | "课程名称" | "课名" | "科目名称" | "课程" | "名称" | "name" | "course"
        | "coursename" | "coursetitle" | "title" | "subject" | "subjectname" | "chinesename" | "chinesetitle"
        | "namezh" => Column::Name,
        "英文課名" | "英文課程名稱" | "課程英文名稱" | "英文名稱" | "英文课名" | "英文课程名称" | "英文名称"
        | "englishname" | "englishtitle" | "englishcoursename" | "nameen" | "courseenglishname" => Column::EnglishName,
        "學分" | "學分數" | "学分" | "学分数" | "credit" | "credits" | "cr" | "crs" | "units" | "unit" | "crhrs"
        | "credithours" | "credithour" | "ects" => Column::Credits,
        "成績" | "分數" | "學期成績" | "總成績" | "得分" | "等第" | "等級" | "成绩" | "分数" | "学期成绩"
        | "总成绩" | "等级" | "grade" | "grades" | "finalgrade" | "lettergrade" | "score" | "scores" | "finalscore"
        | "mark" | "marks" | "result" | "results" => Column::Grade,
        "學期" | "學年期" | "學年學期" | "修課學期" | "修習學期" | "修習學年期" | "開課學期" | "學年度學期"
        | "學年度/學期" | "學年/學期" | "学期" | "学年学期" | "term" | "semester" | "academicterm" | "session" => {
            Column::Term
        }
        "學年" | "學年度" | "学年" | "学年度" | "year" | "academicyear" => Column::Year,
        "狀態" | "修課狀態" | "修習狀態" | "修習情形" | "通過與否" | "是否通過" | "状态" | "修课状态" | "是否通过"
        | "status" | "state" | "passed" => Column::Status,
        "階段" | "階段別" | "阶段" | "阶段别" | "stage" | "part" => Column::Stage,
        "備註" | "註" | "附註" | "說明" | "备注" | "附注" | "说明" | "note" | "notes" | "remark" | "remarks"
        | "comment" | "comments" => Column::Note,
        "修" | "必選修" | "必/選修" | "修別" | "選別" | "選課別" | "開課別" | "類別" | "課程類別" | "班級"
        | "開課班級" | "開課系所" | "開課單位" | "系所" | "教師" | "授課教師" | "老師" | "時數" | "序號" | "項次"
        | "必修选修" | "必选修" | "班级" | "教师" | "时数" | "序号" | "type" | "required" | "class" | "department"
        | "teacher" | "instructor" | "hours" => Column::Other,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Column::*;

    fn line(text: &str) -> Line {
        Line { no: 1, cells: text.split(',').map(str::to_owned).collect(), ..Line::default() }
    }

    #[test]
    fn headings_in_both_languages() {
        for (text, columns) in [
            ("課程編碼,課程名稱,學分,成績,學期,狀態", vec![Code, Name, Credits, Grade, Term, Status]),
            ("Code,Course name,Credits,Grade,Semester,Status", vec![Code, Name, Credits, Grade, Term, Status]),
            (
                "課號,修,課程名稱,課程名稱,課程編碼,階段,學分,成績,備註",
                vec![Class, Other, Name, EnglishName, Code, Stage, Credits, Grade, Note],
            ),
            ("course_code , ＮＡＭＥ,學年度,學期,分數(score)", vec![Code, Name, Year, Term, Grade]),
        ] {
            assert_eq!(of_header(&line(text)), columns, "{text}");
            assert!(is_header(&line(text)), "{text}");
        }
        for text in ["9901001,課程,3", "甲,乙,丙", "姓名,座號"] {
            assert!(!is_header(&line(text)), "{text}");
        }
    }
}
