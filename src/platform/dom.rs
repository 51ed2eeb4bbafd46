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

/// Whether the element with that id has the focus.
pub fn has_focus(id: &str) -> bool {
    let focused = super::document().and_then(|document| document.active_element());
    focused.is_some_and(|element| element.id() == id)
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

/// The same without scrolling there: the page has its own place, to which Back returns.
pub fn focus_soon_in_place(id: &'static str) {
    super::after(0, move || {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        if let Some(element) = super::document().and_then(|document| document.get_element_by_id(id)) {
            let _ = element.unchecked_into::<web_sys::HtmlElement>().focus_with_options(&options);
        }
    });
}

/// Has a list show its first choice. When its choices are drawn anew, browsers differ in what they show of it.
pub fn show_first(id: &str) {
    if let Some(list) = super::document().and_then(|document| document.get_element_by_id(id)) {
        let _ = js_sys::Reflect::set(&list, &"selectedIndex".into(), &0.into());
    }
}

/// What had the focus before it came to where this event tells of; nothing where it came from within.
pub fn left_for(event: &web_sys::FocusEvent, within: &str) -> Option<web_sys::HtmlElement> {
    let left = event.related_target()?.dyn_into::<web_sys::HtmlElement>().ok()?;
    left.closest(within).ok().flatten().is_none().then_some(left)
}

/// Gives the focus back, soon and without scrolling: to what had it, or, where that is gone, to the element with that id.
pub fn focus_back(to: Option<web_sys::HtmlElement>, otherwise: &'static str) {
    super::after(0, move || {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let taken = to.is_some_and(|element| {
            let _ = element.focus_with_options(&options);
            super::document().and_then(|document| document.active_element()).is_some_and(|now| now == *element)
        });
        if !taken {
            focus_soon_in_place(otherwise);
        }
    });
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

/// Scrolls to the element with that id, soon, where it begins in the lower half of the window or below it.
pub fn bring_up(id: &'static str) {
    super::after(0, move || {
        let element = super::document().and_then(|document| document.get_element_by_id(id));
        let height = super::window().and_then(|window| window.inner_height().ok()?.as_f64());
        if let Some((element, height)) = element.zip(height)
            && element.get_bounding_client_rect().top() > height / 2.0
        {
            element.scroll_into_view();
        }
    });
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = super::window() {
        let _ = window.print();
    }
}
