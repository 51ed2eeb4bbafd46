//! Parts of a page that follow their signals.

use leptos::prelude::*;

/// Draws a part anew whenever a signal that it reads changes.
///
/// It does what a closure inside `view!` does. But every closure is a type of its own, and for every type of view Leptos
/// compiles how it is built, kept and replaced; all parts made here are of one type, for which that is compiled once.
pub fn live<V: IntoAny>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    boxed(Box::new(move || draw().into_any()))
}

fn boxed(draw: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    draw.into_any()
}
