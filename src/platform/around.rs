//! What surrounds the page, as far as it changes what the page can do: another app with a browser inside it, a place on
//! the home screen, another site's frame. Told by what browsers say of themselves; what is not recognised is taken for
//! an ordinary browser.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Where the page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// A tab of a browser.
    Browser,
    /// An app of its own, from the home screen.
    HomeScreen,
    /// A browser inside another app, with the app's name where it says one.
    InApp(Option<&'static str>),
    /// A frame of another site's page.
    Frame,
}

/// Apps with a browser inside them, by how they show in its name.
const APPS: [(&str, &str); 7] = [
    (" Line/", "LINE"),
    ("Instagram", "Instagram"),
    ("FBAN/", "Facebook"),
    ("FBAV/", "Facebook"),
    ("FB_IAB", "Facebook"),
    ("Barcelona", "Threads"),
    ("MicroMessenger", "WeChat"),
];

/// Where this page stands.
pub fn around() -> Around {
    let agent = agent();
    if let Some((_, app)) = APPS.iter().find(|(sign, _)| agent.contains(sign)) {
        return Around::InApp(Some(app));
    }
    if is_framed() {
        return Around::Frame;
    }
    if is_on_home_screen() {
        return Around::HomeScreen;
    }
    // Android marks views inside apps; on iOS they leave out the browser's name, which Safari and all others say.
    if agent.contains("; wv)") || (is_ios() && !agent.contains("Safari/")) {
        return Around::InApp(None);
    }
    Around::Browser
}

/// Whether a file offered to download falls silently here: then it has to be shared, or copied.
pub fn drops_downloads() -> bool {
    match around() {
        Around::InApp(_) => true,
        Around::HomeScreen => is_ios(),
        Around::Browser | Around::Frame => false,
    }
}

/// Whether it is an iPhone or an iPad, whatever the browser.
pub fn is_ios() -> bool {
    let agent = agent();
    // An iPad calls itself a Mac; no Mac has a screen for fingers.
    let fingers = || super::window().is_some_and(|window| window.navigator().max_touch_points() > 1);
    ["iPhone", "iPad", "iPod"].iter().any(|sign| agent.contains(sign)) || (agent.contains("Macintosh") && fingers())
}

/// Whether this browser clears what a site has stored after seven days of use without a visit to it: every one with
/// Apple's engine, but not an app on the home screen.
pub fn forgets() -> bool {
    let agent = agent();
    let apple = agent.contains("Version/") && agent.contains("Safari/") && !agent.contains("Chrome/");
    (apple || is_ios()) && around() == Around::Browser
}

fn agent() -> String {
    super::window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default()
}

fn is_on_home_screen() -> bool {
    let Some(window) = super::window() else { return false };
    let safari = Reflect::get(&window.navigator(), &JsValue::from_str("standalone"));
    safari.is_ok_and(|value| value.is_truthy())
        || window.match_media("(display-mode: standalone)").ok().flatten().is_some_and(|query| query.matches())
}

/// Whether the page around is another site's: only of the same one can the address be read.
fn is_framed() -> bool {
    let parent = super::window().and_then(|window| window.parent().ok().flatten());
    parent.is_some_and(|parent| parent.location().href().is_err())
}
