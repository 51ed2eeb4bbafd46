//! Reading the static files beside the page.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCredentials, RequestInit, RequestMode};

/// Why a file could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No answer: offline, or blocked.
    Network,
    /// The host answered, but not with the file (HTTP status).
    Status(u16),
}

/// The text of a file that belongs to this build. The address names the build, so that a page that stays open while the
/// site changes never reads a file of another one from the service worker.
pub async fn of_build(path: &str) -> Result<String, Trouble> {
    match super::build::id() {
        Some(build) => text(&format!("{path}?v={build}")).await,
        None => text(path).await,
    }
}

/// The text of a file of this site, by its address relative to the page.
pub async fn text(path: &str) -> Result<String, Trouble> {
    Asked::now(path).text().await
}

/// A file that was asked for before somebody is there to read it.
pub struct Asked(Option<Promise>);

impl Asked {
    /// Asks for a file of this site, by its address relative to the page.
    pub fn now(path: &str) -> Asked {
        // As links ask: boot/program.js has asked for some of them by a link, and says more.
        let as_links_ask = RequestInit::new();
        as_links_ask.set_mode(RequestMode::NoCors);
        as_links_ask.set_credentials(RequestCredentials::Include);
        let asked = super::window().map(|window| window.fetch_with_str_and_init(path, &as_links_ask));
        if let Some(promise) = asked.clone() {
            // Where it fails before anybody reads it, that is nobody's mistake: it is told to whoever reads it.
            super::spawn(async move { drop(JsFuture::from(promise).await) });
        }
        Asked(asked)
    }

    /// Its text, once it is here.
    pub async fn text(self) -> Result<String, Trouble> {
        let network = |_: JsValue| Trouble::Network;
        let response = JsFuture::from(self.0.ok_or(Trouble::Network)?).await.map_err(network)?;
        let response: web_sys::Response = response.dyn_into().map_err(network)?;
        if !response.ok() {
            return Err(Trouble::Status(response.status()));
        }
        let text = JsFuture::from(response.text().map_err(network)?).await.map_err(network)?;
        text.as_string().ok_or(Trouble::Network)
    }
}
