//! A course taken, from a row of a table.

use kuayu::credits::Credits;
use kuayu::i18n::{Lang, badge};
use kuayu::names::fold_width;
use kuayu::term::Term;
use kuayu::transcript::{Completion, Grade, Record, Stage};

/// The columns of the table of courses.
const COURSES: [&str; 6] = ["課號", "課名", "學分", "階段", "學期", "成績"];

/// The record that a row says; otherwise what is wrong with it.
pub fn record(headings: &[String], cells: &[String]) -> Result<Record, String> {
    if let Some(unknown) = headings.iter().find(|heading| !COURSES.contains(&heading.as_str())) {
        return Err(format!("unknown column `{unknown}`, known: {}", COURSES.join("、")));
    }
    let cell = |name: &str| {
        let at = headings.iter().position(|heading| heading == name);
        at.and_then(|at| cells.get(at)).map_or("", String::as_str)
    };
    let filled = |name: &str| Some(cell(name)).filter(|text| !text.is_empty());
    let name = filled("課名").ok_or("a course needs its name (課名)")?;
    let grade = filled("成績").ok_or("a course needs a grade or a status (成績)")?;
    let how = [Completion::Passed, Completion::InProgress, Completion::Planned, Completion::NotPassed];
    let declared = how.into_iter().find(|how| badge::how(Lang::ZhTw, *how) == grade);
    let unread = || format!("`{grade}` is neither a grade nor 已通過、修習中、計畫修、未通過");
    let grade = match declared {
        Some(_) => Grade::None,
        None => Grade::parse(grade).ok_or_else(unread)?,
    };
    let credits = match filled("學分") {
        Some(text) => Some(Credits::parse(text).ok_or_else(|| format!("`{text}` is no number of credits"))?),
        None => None,
    };
    let term = match filled("學期") {
        Some(text) => Some(Term::parse(text).ok_or_else(|| format!("`{text}` is no semester (112-1)"))?),
        None => None,
    };
    let stage = Stage::parse(cell("階段")).ok_or_else(|| format!("`{}` is no stage (1, 2, 全)", cell("階段")))?;
    let code = filled("課號").map(fold_width);
    Ok(Record { code, name: name.to_owned(), credits, stage, term, grade, declared, note: String::new() })
}
