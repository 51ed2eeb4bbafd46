//! The few things done to the page itself rather than by a view.

use wasm_bindgen::JsCast;

/// Language and title of the page.
pub fn set_language(tag: &str, title: &str) {
    if let Some(document) = super::document() {
        document.set_title(title);
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("lang", tag);
        }
    }
}

/// Title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = super::document() {
        document.set_title(title);
    }
}

/// Sets (`Some`) or removes a `data-` attribute of the root element, which style sheets look at.
pub fn set_root_data(name: &str, value: Option<&str>) {
    let Some(root) = super::document().and_then(|document| document.document_element()) else { return };
    let name = format!("data-{name}");
    let _ = match value {
        Some(value) => root.set_attribute(&name, value),
        None => root.remove_attribute(&name),
    };
}

/// A `data-` attribute of the root element.
pub fn root_data(name: &str) -> Option<String> {
    super::document()?.document_element()?.get_attribute(&format!("data-{name}"))
}

/// Moves keyboard and reading focus to the element with that id.
pub fn focus(id: &str) {
    if let Some(element) = super::document().and_then(|document| document.get_element_by_id(id)) {
        let _ = element.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}

/// The same once the page has been brought up to date.
pub fn focus_soon(id: &str) {
    let id = id.to_owned();
    super::after(0, move || focus(&id));
}

/// The same once the page has that element; not when it does not come within two seconds.
pub fn focus_when_there(id: &'static str) {
    fn try_again(id: &'static str, tries: u32) {
        if exists(&format!("#{id}")) {
            return focus(id);
        }
        if tries > 0 {
            super::after(50, move || try_again(id, tries - 1));
        }
    }
    super::after(0, move || try_again(id, 40));
}

/// Tells whoever listens on the window, `boot/boot.js` for one.
pub fn tell(event: &str) {
    if let (Some(window), Ok(event)) = (super::window(), web_sys::Event::new(event)) {
        let _ = window.dispatch_event(&event);
    }
}

/// Whether the page has an element that this selector fits.
pub fn exists(selector: &str) -> bool {
    super::document().and_then(|document| document.query_selector(selector).ok().flatten()).is_some()
}

/// Selects the text of the input with that id.
pub fn select(id: &str) {
    let element = super::document().and_then(|document| document.get_element_by_id(id));
    if let Some(input) = element.and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        input.select();
    }
}

/// Gives a drag the text that some browsers ask for before they begin one.
pub fn drag_text(event: &web_sys::DragEvent, text: &str) {
    if let Some(data) = event.data_transfer() {
        let _ = data.set_data("text/plain", text);
        data.set_effect_allowed("move");
    }
}

/// Scrolls the element with that id into view.
pub fn scroll_into_view(id: &str) {
    if let Some(element) = super::document().and_then(|document| document.get_element_by_id(id)) {
        element.scroll_into_view();
    }
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = super::window() {
        let _ = window.print();
    }
}
