//! Which build of the site this page belongs to.

/// The id that the finished build carries in its page; `None` where nobody wrote one.
pub fn id() -> Option<String> {
    let meta = super::document()?.query_selector("meta[name=kuayu-build]").ok()??;
    meta.get_attribute("content")
}
