//! Icons, drawn as strokes on a grid of 24. Always beside a word, so hidden from screen readers.

use leptos::prelude::*;

/// The icons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Home,
    Book,
    Grid,
    Board,
    Compass,
    Gear,
    Check,
    Clock,
    Calendar,
    Question,
    Lock,
    Dash,
    Steps,
    Search,
    Plus,
    Close,
    Back,
    Filter,
    Paste,
    File,
    Download,
    Print,
    Info,
    Warning,
    Undo,
    Trash,
    Link,
    Cross,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Icon::Home => "M4 11.5 12 4.5l8 7M6 10v9.5h12V10M10 19.5v-5h4v5",
            Icon::Book => "M12 6.5c-2-1.5-4.5-2-8-2v13.5c3.5 0 6 .5 8 2 2-1.5 4.5-2 8-2V4.5c-3.5 0-6 .5-8 2zM12 6.5V20",
            Icon::Grid => "M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h6v6h-6z",
            Icon::Board => "M4 5h16v14.5H4zM9.3 5v14.5M14.7 5v14.5M4 9h16",
            Icon::Compass => "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM15.5 8.5l-2 5-5 2 2-5z",
            Icon::Gear => {
                "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM9 14.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z"
            }
            Icon::Check => "M5 12.5l4.5 4.5L19 7.5",
            Icon::Clock => "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 7.5V12l3 2",
            Icon::Calendar => "M4.5 6h15v13.5h-15zM4.5 10h15M8.5 3.5V7M15.5 3.5V7",
            Icon::Question => "M9 9.2a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1-1.3 2.1M12 17.5v.1",
            Icon::Lock => "M6 11h12v8.5H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
            Icon::Dash => "M6 12h12",
            Icon::Steps => "M4 19h5v-5h5V9h5V5",
            Icon::Search => "M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l4.5 4.5",
            Icon::Plus => "M12 5v14M5 12h14",
            Icon::Close => "M6 6l12 12M18 6L6 18",
            Icon::Back => "M14.5 5.5L8 12l6.5 6.5",
            Icon::Filter => "M4 6.5h16M7 12h10M10 17.5h4",
            Icon::Paste => "M8 5.5H6V20h12V5.5h-2M9 4h6v3H9zM9 11.5h6M9 15.5h4",
            Icon::File => "M6 3.5h8l4 4v13H6zM14 3.5v4h4",
            Icon::Download => "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14",
            Icon::Print => "M7 9V4h10v5M7 16H4.5V9h15v7H17M7 13.5h10V20H7z",
            Icon::Info => "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 11v5M12 8v.1",
            Icon::Warning => "M12 4.5L21 19.5H3zM12 10v4.5M12 17v.1",
            Icon::Undo => "M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3",
            Icon::Trash => "M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7M10 10.5v6M14 10.5v6",
            Icon::Link => "M13.5 5H19v5.5M19 5l-8 8M16 13.5V19H5V8h5.5",
            Icon::Cross => {
                "M9.5 6.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM14.5 6.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z"
            }
        }
    }
}

/// Draws an icon in the colour and size of the text around it.
pub fn icon(icon: Icon) -> AnyView {
    view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=icon.path()></path></svg> }.into_any()
}
