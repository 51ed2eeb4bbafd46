//! The catalog that is edited, as the page shows it.

use kuayu::i18n::Lang;
use kuayu::i18n::office::editor as words;
use kuayu::i18n::office::{self, curricula as curricula_words, diff};
use kuayu::i18n::restriction::restriction;
use kuayu::office::curricula::lists;
use kuayu::office::editor::{Checked, Choices, Editor, Section, View, choices, column};
use kuayu::office::tables::{SheetProblem, Table, YES};
use serde::Serialize;

/// How many lines of what is different are told.
const MOST_LINES: usize = 400;

/// All that the page shows.
#[derive(Debug, Serialize)]
pub struct Edited {
    /// The tables.
    pub tables: Vec<TableOf>,
    /// The editions: id and title.
    pub editions: Vec<(String, String)>,
    /// The programs.
    pub programs: Vec<ProgramOf>,
    /// What is looked at.
    pub sections: Vec<SectionOf>,
    /// Everything that is wrong or asked.
    pub problems: Vec<ProblemOf>,
    /// What is different, in words.
    pub differences: Vec<String>,
    /// Whether the tables can be read as a catalog.
    pub is_whole: bool,
    /// Whether an edit can be undone.
    pub can_undo: bool,
    /// Whether one can be done again.
    pub can_redo: bool,
    /// What was taken or left of the files that came last, in words.
    pub told: Vec<String>,
    /// What the files that came last leave to a person.
    pub questions: Vec<QuestionOf>,
}

/// A table.
#[derive(Debug, Serialize)]
pub struct TableOf {
    /// Its file's name without the ending.
    pub table: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// Its rows.
    pub rows: usize,
    /// Whether something in it is different.
    pub touched: bool,
    /// Its problems.
    pub problems: usize,
}

/// A program.
#[derive(Debug, Serialize)]
pub struct ProgramOf {
    /// Its edition.
    pub edition: String,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its problems.
    pub problems: usize,
}

/// Rows of a table.
#[derive(Debug, Serialize)]
pub struct SectionOf {
    /// The table's file without the ending.
    pub table: &'static str,
    /// What the table is called.
    pub title: &'static str,
    /// Its columns.
    pub columns: Vec<ColumnOf>,
    /// The rows.
    pub rows: Vec<RowOf>,
    /// How many there are in all.
    pub all: usize,
}

/// A column.
#[derive(Debug, Serialize)]
pub struct ColumnOf {
    /// Its key.
    pub key: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// What its cells take: `one`, `several`, `flag`, `lines`, `date`, `number` or `text`.
    pub takes: &'static str,
    /// Of what is chosen.
    pub choices: Vec<String>,
}

/// A row.
#[derive(Debug, Serialize)]
pub struct RowOf {
    /// Its number in the table, from 0.
    pub at: usize,
    /// Its cells.
    pub cells: Vec<String>,
    /// Whether it was not there before.
    pub is_new: bool,
    /// The columns that mean something here; all where there is none.
    pub fields: Vec<usize>,
    /// A restriction in a sentence.
    pub sentence: Option<String>,
    /// What is wrong or asked, in words.
    pub problems: Vec<String>,
}

/// A problem.
#[derive(Debug, Serialize)]
pub struct ProblemOf {
    /// The table's file without the ending.
    pub table: &'static str,
    /// The row in the table, from 0.
    pub row: Option<usize>,
    /// The program that the row is of: edition and code.
    pub program: Option<(String, String)>,
    /// Where it is, in words.
    pub place: String,
    /// What.
    pub what: String,
    /// What to do about it.
    pub hint: String,
    /// Whether somebody's word is enough.
    pub asked: bool,
}

/// A question about a file.
#[derive(Clone, Debug, Serialize)]
pub struct QuestionOf {
    /// By what the answer is told.
    pub id: String,
    /// The question.
    pub text: String,
    /// What may be answered: what is told, and its words. Nothing where a text is typed.
    pub choices: Vec<(String, String)>,
    /// What was answered.
    pub answer: Option<String>,
    /// What is likely the answer.
    pub preset: String,
}

/// What the page shows of the editor.
pub fn edited(editor: &Editor, checked: &Checked, view: &View, lang: Lang) -> Edited {
    let problems: Vec<ProblemOf> = checked
        .refused
        .iter()
        .map(|one| problem(editor, one, false, lang))
        .chain(checked.asked.iter().map(|one| problem(editor, one, true, lang)))
        .collect();
    let touched = editor.touched();
    let of_table = |table: Table| TableOf {
        table: stem(table),
        title: words::title(table, lang),
        rows: editor.cells(table).len(),
        touched: touched.contains(&table),
        problems: problems.iter().filter(|one| one.table == stem(table)).count(),
    };
    let text = |table: Table, row: &[String], key: &str| {
        column(table, key).and_then(|at| row.get(at)).cloned().unwrap_or_default()
    };
    let programs = editor.cells(Table::Programs).iter().map(|row| {
        let of = |key: &str| text(Table::Programs, row, key);
        let (edition, code, name) = (of("edition"), of("code"), of("name"));
        let mine = |one: &&ProblemOf| one.program.as_ref().is_some_and(|(e, c)| *e == edition && *c == code);
        let problems = problems.iter().filter(mine).count();
        ProgramOf { edition, code, name, problems }
    });
    let editions = editor
        .cells(Table::Editions)
        .iter()
        .map(|row| (text(Table::Editions, row, "id"), text(Table::Editions, row, lang.pick("title.zh", "title.en"))));
    let (can_undo, can_redo) = editor.can();
    Edited {
        tables: Table::ALL.into_iter().chain(Table::CURRICULA).map(of_table).collect(),
        editions: editions.collect(),
        programs: programs.collect(),
        sections: editor.look(view).into_iter().map(|one| section(editor, checked, one, &problems, lang)).collect(),
        differences: differences(editor, checked, lang),
        is_whole: checked.document.is_some(),
        problems,
        can_undo,
        can_redo,
        told: Vec::new(),
        questions: Vec::new(),
    }
}

/// What is different from the catalog as it was, in words; nothing while it cannot be read.
pub fn differences(editor: &Editor, checked: &Checked, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(document) = checked.document.as_ref().filter(|document| *document != editor.former()) {
        lines.extend(diff::told(editor.former(), document, None, lang));
        // An edition's heading says only that nothing in it is different.
        let same = |id: &str| diff::unchanged(id, lang);
        lines.retain(|line| !document.editions.iter().any(|edition| *line == same(&edition.id)));
    }
    for now in checked.years.iter().flatten() {
        match editor.former_years().iter().find(|former| former.year == now.year) {
            None => lines.push(curricula_words::new_year(now.year, lang)),
            Some(former) => {
                for (name, changes) in lists(former, now) {
                    lines.push(curricula_words::heading(now.year, &name, changes.len(), lang));
                    lines.extend(changes.iter().map(|one| format!("  {}", curricula_words::change(one, lang))));
                }
            }
        }
    }
    let more = lines.len().saturating_sub(MOST_LINES);
    if more > 0 {
        lines.truncate(MOST_LINES);
        lines.push(words::more(more, lang));
    }
    lines
}

fn stem(table: Table) -> &'static str {
    table.file().trim_end_matches(".csv")
}

fn problem(editor: &Editor, one: &SheetProblem, asked: bool, lang: Lang) -> ProblemOf {
    let told = office::told(one, lang);
    let of = Table::ALL.into_iter().chain(Table::CURRICULA).find(|table| table.file() == one.file);
    let row = one.row.and_then(|row| row.checked_sub(2));
    let program = of.and_then(|table| {
        let cells = editor.cells(table).get(row?)?;
        let code = if table == Table::Programs { "code" } else { "program" };
        Some((cells.get(column(table, "edition")?)?.clone(), cells.get(column(table, code)?)?.clone()))
    });
    let heading = one.column.as_ref().map(|(_, heading)| heading.as_str());
    ProblemOf {
        table: of.map(stem).unwrap_or_default(),
        row,
        program,
        place: words::place(of, one.row, heading, lang),
        what: told.what,
        hint: told.hint,
        asked,
    }
}

fn section(editor: &Editor, checked: &Checked, section: Section, problems: &[ProblemOf], lang: Lang) -> SectionOf {
    let Section { table, rows, all } = section;
    let columns = table.columns().iter().map(|of| {
        let (takes, choices) = match choices(editor, table, of) {
            Choices::One(words) => ("one", words),
            Choices::Several(words) => ("several", words),
            Choices::Flag => ("flag", vec![YES.to_owned()]),
            Choices::Lines => ("lines", Vec::new()),
            Choices::Date => ("date", Vec::new()),
            Choices::Number => ("number", Vec::new()),
            Choices::Text => ("text", Vec::new()),
        };
        ColumnOf { key: of.key, heading: words::heading(of, lang), takes, choices }
    });
    let columns: Vec<ColumnOf> = columns.collect();
    let sentences = sentences(editor, checked, table, &rows, lang);
    let told = |one: &ProblemOf| match one.hint.as_str() {
        "" => one.what.clone(),
        hint => words::with_hint(&one.what, hint, lang),
    };
    let row = |(row, sentence): (kuayu::office::editor::Row, Option<String>)| RowOf {
        problems: problems.iter().filter(|one| one.table == stem(table) && one.row == Some(row.at)).map(told).collect(),
        at: row.at,
        cells: row.cells,
        is_new: row.is_new,
        fields: row.fields,
        sentence,
    };
    let rows = rows.into_iter().zip(sentences).map(row).collect();
    SectionOf { table: stem(table), title: words::title(table, lang), columns, rows, all }
}

/// Each restriction in a sentence, where the tables can be read.
fn sentences(
    editor: &Editor,
    checked: &Checked,
    table: Table,
    rows: &[kuayu::office::editor::Row],
    lang: Lang,
) -> Vec<Option<String>> {
    let none = || vec![None; rows.len()];
    let (Some(document), Table::Restrictions) = (&checked.document, table) else { return none() };
    let name = |code: &str| {
        let course = document.courses.iter().find(|course| course.code.as_deref() == Some(code));
        course.map_or_else(|| code.to_owned(), |course| course.name.clone())
    };
    let (Some(edition_at), Some(program_at)) = (column(table, "edition"), column(table, "program")) else {
        return none();
    };
    let of = |row: &kuayu::office::editor::Row| {
        let (edition, program) = (row.cells.get(edition_at)?, row.cells.get(program_at)?);
        let before = editor.cells(table).iter().take(row.at);
        let mine =
            |cells: &&Vec<String>| cells.get(edition_at) == Some(edition) && cells.get(program_at) == Some(program);
        let at = before.filter(mine).count();
        let edition = document.editions.iter().find(|one| one.id == *edition)?;
        let program = edition.programs.iter().find(|one| one.code == *program)?;
        program.restrictions.get(at).map(|one| restriction(lang, one, &name))
    };
    rows.iter().map(of).collect()
}
