//! Which column of a table is which: by its heading in Chinese or English, or by what stands in it.

use std::collections::BTreeSet;

use super::cells;
use super::sheet::Line;
use crate::names::fold_width;
use crate::transcript::{Grade, Stage};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Column {
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
    /// A heading that is known and of no use here.
    Other,
}

/// What each heading says; [`Column::Other`] also for what is unknown or empty.
pub(super) fn of_header(line: &Line) -> Vec<Column> {
    let mut columns: Vec<Column> = line.cells.iter().map(|cell| heading(cell).unwrap_or(Column::Other)).collect();
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

/// What one heading says, whatever its width, case, spaces and remarks in brackets.
fn heading(cell: &str) -> Option<Column> {
    if cell.len() > 60 {
        return None;
    }
    let folded = fold_width(cell).to_lowercase();
    let first = folded.split(['(', '\n', ':']).next().unwrap_or("");
    let key: String = first.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | '.' | '*')).collect();
    Some(match key.as_str() {
        "課程編碼" | "課程代碼" | "課程代號" | "科目代碼" | "科目代號" | "科目編碼" | "課程碼" | "課碼" | "編碼"
        | "代碼" | "code" | "coursecode" | "codeno" | "coursecodeno" | "courseid" | "subjectcode" => Column::Code,
        "課號" | "課程編號" | "選課號碼" | "選課代號" | "開課編號" | "number" | "no" | "courseno" | "coursenumber"
        | "classno" | "id" => Column::Class,
        "課程名稱" | "課名" | "科目名稱" | "課程中文名稱" | "中文課名" | "中文課程名稱" | "課程" | "科目" | "名稱"
        | "修習課程" | "修習科目" | "name" | "course" | "coursename" | "coursetitle" | "title" | "subject"
        | "chinesename" | "namezh" => Column::Name,
        "英文課名" | "英文課程名稱" | "課程英文名稱" | "英文名稱" | "englishname" | "englishcoursename" | "nameen"
        | "courseenglishname" => Column::EnglishName,
        "學分" | "學分數" | "credit" | "credits" | "cr" | "units" | "credithours" => Column::Credits,
        "成績" | "分數" | "學期成績" | "總成績" | "得分" | "grade" | "grades" | "score" | "scores" | "mark"
        | "marks" | "result" => Column::Grade,
        "學期" | "學年期" | "學年學期" | "修課學期" | "修習學期" | "修習學年期" | "開課學期" | "學年度學期"
        | "學年度/學期" | "學年/學期" | "term" | "semester" | "academicterm" => Column::Term,
        "學年" | "學年度" | "year" | "academicyear" => Column::Year,
        "狀態" | "修課狀態" | "修習狀態" | "修習情形" | "通過與否" | "是否通過" | "status" | "state" | "passed" => {
            Column::Status
        }
        "階段" | "stage" | "part" => Column::Stage,
        "備註" | "註" | "附註" | "說明" | "note" | "notes" | "remark" | "remarks" | "comment" | "comments" => {
            Column::Note
        }
        "修" | "必選修" | "必/選修" | "修別" | "選別" | "選課別" | "開課別" | "類別" | "課程類別" | "班級"
        | "開課班級" | "開課系所" | "開課單位" | "系所" | "教師" | "授課教師" | "老師" | "時數" | "序號" | "項次"
        | "type" | "required" | "class" | "department" | "teacher" | "instructor" | "hours" => Column::Other,
        _ => return None,
    })
}

/// What each column holds, judged by the cells under it.
pub(super) fn of_content(lines: &[Line]) -> Vec<Column> {
    const LOOKED_AT: usize = 200;
    let lines: Vec<&Line> = lines.iter().filter(|line| !line.is_blank()).take(LOOKED_AT).collect();
    let width = lines.iter().map(|line| line.cells.len()).max().unwrap_or(0);
    let mut columns = vec![Column::Other; width];
    let mut put = |at: Option<usize>, column: Column| {
        if let Some(place) = at.and_then(|at| columns.get_mut(at)) {
            *place = column;
        }
        at
    };
    let share = |at: usize, test: &dyn Fn(&str) -> bool| {
        let filled: Vec<&str> = lines.iter().map(|line| line.cell(at)).filter(|cell| !cell.is_empty()).collect();
        let fitting = filled.iter().filter(|cell| test(cell)).count();
        // Per mille, and nothing where there is nothing.
        (fitting * 1000).checked_div(filled.len()).unwrap_or(0)
    };
    let mut free: Vec<usize> = (0..width).collect();
    let mut take = |free: &mut Vec<usize>, column: Column, least: usize, test: &dyn Fn(&str) -> bool| {
        // The leftmost of the best.
        let best = free.iter().copied().rev().max_by_key(|at| share(*at, test)).filter(|at| share(*at, test) >= least);
        free.retain(|at| Some(*at) != best);
        put(best, column)
    };

    take(&mut free, Column::Code, 500, &|cell| cells::course_code(cell).is_some());
    take(&mut free, Column::Class, 800, &|cell| cells::class_number(cell).is_some());
    take(&mut free, Column::Term, 600, &|cell| cells::term(cell).is_some());
    take(&mut free, Column::Name, 500, &|cell| cells::has_chinese(cell) && !is_word(cell));
    // 通過 alone may be a grade or a status; a column with words that no grade has is a status.
    let says_status = |cell: &str| matches!(cells::status(cell), Some(Some(_)));
    let mut wordy: Vec<usize> =
        free.iter().copied().filter(|at| share(*at, &|cell| Grade::parse(cell).is_some()) < 1000).collect();
    if let Some(at) = take(&mut wordy, Column::Status, 800, &says_status) {
        free.retain(|free| *free != at);
    }

    // Numbers: grades go up to 100 and may be letters; credits are small; a stage is 1, 2 or 全 and stands before.
    let is_grade = |cell: &str| Grade::parse(cell).is_some();
    let is_credits = |cell: &str| cells::credits(cell).is_some_and(|(credits, _)| credits.tenths() <= 180);
    let speaks_of_grade = |cell: &str| match Grade::parse(cell) {
        Some(Grade::Score(score)) => score > 18,
        Some(grade) => grade != Grade::None,
        None => false,
    };
    let is_stage = |cell: &str| matches!(Stage::parse(cell), Some(Stage::Whole | Stage::Part(1 | 2)));
    let grade = free.iter().copied().find(|at| share(*at, &speaks_of_grade) >= 300 && share(*at, &is_grade) >= 600);
    let small: Vec<usize> = free
        .iter()
        .copied()
        .filter(|at| Some(*at) != grade && (share(*at, &is_credits) >= 800 || share(*at, &is_stage) == 1000))
        .collect();
    let (stage, credits) = match small.as_slice() {
        [first, second, ..] if share(*first, &is_stage) == 1000 => (Some(*first), Some(*second)),
        [first, ..] => (None, Some(*first)),
        [] => (None, None),
    };
    for (at, column) in [(grade, Column::Grade), (stage, Column::Stage), (credits, Column::Credits)] {
        if let Some(place) = at.and_then(|at| columns.get_mut(at)) {
            *place = column;
        }
    }
    columns
}

/// A word of a table that is no name: a grade, a status, a kind of requirement.
fn is_word(cell: &str) -> bool {
    Grade::parse(cell).is_some() || cells::status(cell).is_some() || cells::is_requirement(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Column::*;

    fn line(text: &str) -> Line {
        Line { no: 1, cells: text.split(',').map(str::to_owned).collect() }
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

    #[test]
    fn columns_that_are_evident() {
        for (rows, columns) in [
            (
                ["9901001,範例力學,3.0,75,112-1", "99E0302,示範資料科學,2.0,Ｗ,112-2"],
                vec![Code, Name, Credits, Grade, Term],
            ),
            (["75,範例力學,1,3,9901001", "88,示範資料科學,全,2,99E0302"], vec![Grade, Name, Stage, Credits, Code]),
            (["範例力學,3,通過", "示範資料科學,2,修習中"], vec![Name, Credits, Status]),
            (["範例力學,通過", "示範資料科學,抵免"], vec![Name, Grade]),
        ] {
            assert_eq!(of_content(&rows.map(line)), columns, "{rows:?}");
        }
    }
}
