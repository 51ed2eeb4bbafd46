//! App.
use leptos::prelude::*;
fn main() {
    mount_to_body(|| view! { <p>"跨域"</p> })
}
