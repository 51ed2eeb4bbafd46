//! What the browser's worker calls (`readers/readers.js`): three functions of numbers, so that no glue is needed.
//!
//! `room(n)` gives the place for the file's bytes, `look()` reads them and gives the answer's length, `said()` its place.
//! A fault of a library traps the module; the worker tells the page so and is thrown away.
#![allow(unsafe_code, reason = "a name that the outside knows is unsafe to give: two could be the same")]

use std::cell::RefCell;

thread_local! {
    static FILE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<String> = const { RefCell::new(String::new()) };
}

#[unsafe(no_mangle)]
extern "C" fn room(bytes: usize) -> *mut u8 {
    FILE.with_borrow_mut(|file| {
        file.resize(bytes, 0);
        file.as_mut_ptr()
    })
}

#[unsafe(no_mangle)]
extern "C" fn look() -> usize {
    let answer = FILE.with_borrow(|file| crate::answer(file));
    ANSWER.with_borrow_mut(|place| {
        *place = answer;
        place.len()
    })
}

#[unsafe(no_mangle)]
extern "C" fn said() -> *const u8 {
    ANSWER.with_borrow(|answer| answer.as_ptr())
}
