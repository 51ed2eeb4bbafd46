//! What the browser's worker calls (`office/office.js`).

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Answer, Desk, Reply};

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Answers one question, JSON with bytes beside it, by the same: the first of the array is the answer's text, the others
/// are its bytes.
#[wasm_bindgen]
pub fn ask(request: &str, parts: Vec<Uint8Array>) -> Array {
    let reply = match serde_json::from_str(request) {
        Ok(request) => {
            let parts: Vec<Vec<u8>> = parts.iter().map(Uint8Array::to_vec).collect();
            DESK.with_borrow_mut(|desk| desk.ask(request, &parts))
        }
        Err(error) => Reply { answer: Answer::Failed { why: error.to_string() }, parts: Vec::new() },
    };
    let text = serde_json::to_string(&reply.answer).unwrap_or_default();
    let answer = Array::of1(&text.into());
    for part in reply.parts {
        answer.push(&Uint8Array::from(part.as_slice()));
    }
    answer
}
