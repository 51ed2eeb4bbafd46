//! What is asked of the worker that holds the catalog, and what becomes of its answers.

use std::collections::BTreeMap;
use std::sync::Arc;

use kuayu::i18n;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

use super::data::{Answer, Edited, Editing, Trial, View};
use crate::platform::files::Picked;
use crate::platform::office as desk;
use crate::ui::state::AppState;

/// Opens the site's catalog.
pub fn open(app: AppState, editing: &Editing) {
    ask(app, editing, json!({"wanted": "open", "today": app.today.iso()}), Vec::new(), true);
}

/// Shows what there is, in the present view and language.
pub fn see(app: AppState, editing: &Editing) {
    ask(app, editing, json!({"wanted": "see"}), Vec::new(), true);
}

/// Looks at something else.
pub fn look(app: AppState, editing: &Editing, view: View) {
    editing.view.set(view);
    see(app, editing);
}

/// Gives a cell another text.
pub fn put(app: AppState, editing: &Editing, table: &str, row: usize, key: &str, text: &str) {
    let edit = json!({"do": "cell", "table": table, "row": row, "key": key, "text": text});
    ask(app, editing, json!({"wanted": "do", "edit": edit}), Vec::new(), false);
}

/// Does an edit by which rows come, go or move.
pub fn edit(app: AppState, editing: &Editing, edit: Value) {
    ask(app, editing, json!({"wanted": "do", "edit": edit}), Vec::new(), true);
}

/// Takes what files hold.
pub fn take(app: AppState, editing: &Editing, files: Vec<Picked>) {
    editing.answers.set(BTreeMap::new());
    editing.files.set(files.iter().map(Picked::name).collect());
    ask(app, editing, taking(app, editing), files, true);
}

/// Takes the same files again, with what was answered.
pub fn take_again(app: AppState, editing: &Editing) {
    ask(app, editing, taking(app, editing), Vec::new(), true);
}

fn taking(app: AppState, editing: &Editing) -> Value {
    let named = |name: &String| json!({"name": name});
    let files: Vec<Value> = editing.files.with_untracked(|files| files.iter().map(named).collect());
    json!({"wanted": "take", "files": files, "today": app.today.iso(), "answers": editing.answers.get_untracked()})
}

/// Saves the tables as a file.
pub fn tables(app: AppState, editing: &Editing, workbook: bool) {
    let wanted = json!({"wanted": "tables", "workbook": workbook});
    let editing = editing.clone();
    let words = i18n::Editor::of(app.lang.get_untracked());
    spawn_local(async move {
        let name = if workbook { "kuayu-catalog.xlsx" } else { "kuayu-catalog.csv.zip" };
        match (said(app, &editing, wanted, &[]).await, desk::made(0).await) {
            (Some(Answer::Bytes), Some(made)) => desk::save(name, &made),
            _ => app.toasts.show(words.crashed, None),
        }
    });
}

/// Saves what was changed.
pub fn store(app: AppState, editing: &Editing) {
    let (by, why) = (editing.by.get_untracked(), editing.why.get_untracked());
    let wanted = json!({"wanted": "store", "date": app.today.iso(), "by": by.trim(), "why": why.trim()});
    let words = i18n::Editor::of(app.lang.get_untracked());
    let editing = editing.clone();
    spawn_local(async move {
        match said(app, &editing, wanted, &[]).await {
            Some(Answer::Stored { paths, edited }) => {
                let name = format!("kuayu-catalog-{}.zip", app.today.iso());
                if let Some(made) = desk::made(0).await {
                    desk::save(&name, &made);
                }
                editing.stored.set(paths);
                editing.why.set(String::new());
                editing.sure.set(false);
                show(&editing, edited, true);
            }
            _ => app.toasts.show(words.crashed, None),
        }
    });
}

/// Saves the catalog that was stored last, alone.
pub fn save_catalog() {
    spawn_local(async {
        if let Some(made) = desk::made(1).await {
            desk::save("programs.json", &made);
        }
    });
}

fn ask(app: AppState, editing: &Editing, wanted: Value, files: Vec<Picked>, reshape: bool) {
    let editing = editing.clone();
    editing.turn.update(|turn| *turn += 1);
    let words = i18n::Editor::of(app.lang.get_untracked());
    let opens = wanted.get("wanted") == Some(&json!("open"));
    spawn_local(async move {
        match said(app, &editing, wanted, &files).await {
            Some(Answer::Edited(edited)) => {
                if opens {
                    editing.open.set(true);
                    editing.failed.set(None);
                }
                show(&editing, edited, reshape);
                try_on(app, editing);
            }
            Some(Answer::Failed { why }) => editing.failed.set(Some(why)),
            Some(Answer::Trapped) => {
                app.toasts.show(words.crashed, None);
                if let Some(Answer::Edited(edited)) = said(app, &editing, json!({"wanted": "see"}), &[]).await {
                    show(&editing, edited, true);
                }
            }
            _ => editing.failed.set(Some(String::new())),
        }
    });
}

async fn said(app: AppState, editing: &Editing, wanted: Value, files: &[Picked]) -> Option<Answer> {
    let mut request = json!({
        "ask": "edit",
        "lang": app.lang.get_untracked().tag(),
        "view": editing.view.get_untracked(),
    });
    if let (Some(request), Value::Object(wanted)) = (request.as_object_mut(), wanted) {
        request.extend(wanted);
    }
    serde_json::from_str(&desk::edit(&request.to_string(), files).await?).ok()
}

fn show(editing: &Editing, edited: Edited, reshape: bool) {
    let asked = |edited: &Edited| {
        edited.problems.iter().filter(|one| one.asked).map(|one| one.what.clone()).collect::<Vec<_>>()
    };
    // A word given for what was asked does not stand for what is asked now.
    if editing.shown.with_untracked(|before| asked(before)) != asked(&edited) {
        editing.sure.set(false);
    }
    editing.shown.set(Arc::new(edited));
    if reshape {
        editing.shape.update(|shape| *shape += 1);
    }
}

/// Tries the change on invented students, until it is tried or something else is asked.
fn try_on(app: AppState, editing: Editing) {
    let differs = editing.shown.with_untracked(|shown| shown.is_whole && !shown.differences.is_empty());
    if !differs {
        editing.trial.set(Trial::None);
        return;
    }
    let turn = editing.turn.get_untracked();
    spawn_local(async move {
        let mine = || editing.turn.get_untracked() == turn;
        if !matches!(editing.trial.get_untracked(), Trial::Done(_)) {
            editing.trial.set(Trial::Running(0, 1));
        }
        while mine() {
            let answer = said(app, &editing, json!({"wanted": "try"}), &[]).await;
            if !mine() {
                break;
            }
            match answer {
                Some(Answer::Tried { made, all, told }) if made >= all => {
                    editing.trial.set(Trial::Done(told));
                    break;
                }
                Some(Answer::Tried { made, all, .. }) => editing.trial.set(Trial::Running(made, all)),
                _ => {
                    editing.trial.set(Trial::Failed);
                    break;
                }
            }
        }
    });
}
