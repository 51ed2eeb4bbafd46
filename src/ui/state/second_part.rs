//! What the second part of the program offers the first; see [`crate::ui::later`], where the line between them is drawn.

use std::future::Future;
use std::pin::Pin;

use kuayu::saved::Document;
use leptos::prelude::*;

use crate::ui::route::Route;

/// Whether a part of the program is here.
#[derive(Clone, Copy)]
pub enum Arrival<T> {
    /// Not asked for.
    Absent,
    /// On its way.
    Waiting,
    /// Arrived, with its ways in.
    Arrived(T),
    /// The network or the host did not deliver it.
    Failed,
}

/// Ways into the second part.
#[derive(Clone, Copy)]
pub struct Entrances {
    /// Starts it: the files, the verdicts. Once, before the others.
    pub start: fn(),
    /// Draws a page other than home.
    pub page: Draw,
    /// Draws what follows the first questions on the home page; with them, where they are answered already.
    pub home: fn(bool) -> AnyView,
    /// The demo student's document.
    pub demo: fn() -> Document,
    /// Draws notices that stay, whatever page is shown.
    pub notices: fn() -> AnyView,
    /// Draws short messages, whatever page is shown.
    pub toaster: fn() -> AnyView,
}

/// Draws a page.
pub type Draw = fn(Route) -> AnyView;

/// A part of the program on its way; `None` when it could not be had.
pub type Loading<T> = Pin<Box<dyn Future<Output = Option<T>>>>;
