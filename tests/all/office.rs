//! The tools for those who keep the data.

mod careful;
mod catalog;
mod classes;
mod curricula;
mod curricula_page;
mod differences;
mod editor;
mod impact;
mod renew;
