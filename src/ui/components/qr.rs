//! A text as a QR code.

use fast_qr::{ECL, QRBuilder};
use leptos::prelude::*;

/// Light modules around the code, without which cameras do not find it.
const QUIET: usize = 4;

/// The code as a picture, and its modules a side; `None` for a text that does not fit.
pub fn qr(text: &str, label: &'static str) -> Option<(AnyView, usize)> {
    let code = QRBuilder::new(text).ecl(ECL::L).build().ok()?;
    let mut path = String::new();
    for y in 0..code.size {
        for x in 0..code.size {
            if code.data.get(y * code.size + x).is_some_and(|module| module.value()) {
                // A square at that place.
                path.push_str(&format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET));
            }
        }
    }
    let side = code.size + 2 * QUIET;
    let view_box = format!("0 0 {side} {side}");
    let view = view! {
        <svg class="qr" role="img" aria-label=label viewBox=view_box shape-rendering="crispEdges"><path d=path></path></svg>
    };
    Some((view.into_any(), code.size))
}
