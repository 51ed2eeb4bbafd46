//! Where the student is in the app, as the fragment of the address says it. Pure: reading and writing a fragment, no
//! browser.

mod percent;
mod query;

pub use query::{ProgramQuery, Sort, StatusFilter};

use query::codes;

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/`
    Home,
    /// `#/courses`
    Courses,
    /// `#/import`
    Import,
    /// `#/programs?...`
    Programs(ProgramQuery),
    /// `#/programs/AVM`
    Program(String),
    /// `#/programs/AVM/sheet`
    Sheet(String),
    /// `#/compare/AVM~AVB`: programs side by side.
    Compare(Vec<String>),
    /// `#/plan`
    Plan,
    /// `#/guide`
    Guide,
    /// `#/credits`
    Credits,
    /// `#/settings`
    Settings,
    /// `#/office`
    Office,
    /// `#/office/catalog`
    Editor,
    /// `#/share/...`: what follows is the shared data; without any, where links are opened.
    Share(String),
    /// Anything else.
    NotFound,
}

impl Route {
    /// Reads a fragment, with or without its `#`.
    pub fn parse(hash: &str) -> Route {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let route = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Route::Home,
            (Some("courses"), None, _) => Route::Courses,
            (Some("import"), None, _) => Route::Import,
            (Some("programs"), None, _) => Route::Programs(ProgramQuery::parse(query)),
            (Some("programs"), Some(code), None) => Route::Program(percent::decode(code)),
            (Some("programs"), Some(code), Some("sheet")) => Route::Sheet(percent::decode(code)),
            (Some("compare"), Some(some), None) => Route::Compare(codes(&percent::decode(some))),
            (Some("plan"), None, _) => Route::Plan,
            (Some("guide"), None, _) => Route::Guide,
            (Some("credits"), None, _) => Route::Credits,
            (Some("settings"), None, _) => Route::Settings,
            (Some("office"), None, _) => Route::Office,
            (Some("office"), Some("catalog"), None) => Route::Editor,
            (Some("share"), data, None) => Route::Share(data.unwrap_or_default().to_owned()),
            _ => Route::NotFound,
        };
        if parts.next().is_some() { Route::NotFound } else { route }
    }

    /// The fragment, with its `#`.
    pub fn hash(&self) -> String {
        match self {
            Route::Home | Route::NotFound => "#/".to_owned(),
            Route::Courses => "#/courses".to_owned(),
            Route::Import => "#/import".to_owned(),
            Route::Programs(query) => match query.write() {
                query if query.is_empty() => "#/programs".to_owned(),
                query => format!("#/programs?{query}"),
            },
            Route::Program(code) => format!("#/programs/{}", percent::encode(code)),
            Route::Sheet(code) => format!("#/programs/{}/sheet", percent::encode(code)),
            Route::Compare(codes) => format!("#/compare/{}", percent::encode(&codes.join("~"))),
            Route::Plan => "#/plan".to_owned(),
            Route::Guide => "#/guide".to_owned(),
            Route::Credits => "#/credits".to_owned(),
            Route::Settings => "#/settings".to_owned(),
            Route::Office => "#/office".to_owned(),
            Route::Editor => "#/office/catalog".to_owned(),
            Route::Share(data) if data.is_empty() => "#/share".to_owned(),
            Route::Share(data) => format!("#/share/{data}"),
        }
    }

    /// The entry of the main menu that the page belongs to.
    pub fn section(&self) -> Section {
        match self {
            Route::Courses | Route::Import | Route::Credits => Section::Courses,
            Route::Programs(_) | Route::Program(_) | Route::Sheet(_) | Route::Compare(_) => Section::Programs,
            Route::Plan => Section::Plan,
            Route::Guide => Section::Guide,
            Route::Home | Route::Share(_) | Route::NotFound => Section::Home,
            Route::Settings | Route::Office | Route::Editor => Section::Settings,
        }
    }
}

/// Entries of the main menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Home.
    Home,
    /// My courses.
    Courses,
    /// Programs.
    Programs,
    /// Plan.
    Plan,
    /// Guide.
    Guide,
    /// Settings.
    Settings,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_comes_back() {
        let query = ProgramQuery {
            text: "半導 設備&?/%".to_owned(),
            college: Some("電資學院".to_owned()),
            status: StatusFilter::NotYet,
            open_only: true,
            english: true,
            max_credits: Some(9),
            sort: Sort::Name,
            compared: vec!["AVM".to_owned(), "AVB".to_owned()],
        };
        for route in [
            Route::Home,
            Route::Courses,
            Route::Import,
            Route::Programs(ProgramQuery::default()),
            Route::Programs(query),
            Route::Program("AVM".to_owned()),
            Route::Program("綠/建".to_owned()),
            Route::Sheet("AZ7".to_owned()),
            Route::Compare(vec!["AVM".to_owned(), "綠/建".to_owned()]),
            Route::Plan,
            Route::Guide,
            Route::Credits,
            Route::Settings,
            Route::Office,
            Route::Editor,
            Route::Share(String::new()),
            Route::Share("AbC-_9".to_owned()),
        ] {
            assert_eq!(Route::parse(&route.hash()), route, "{}", route.hash());
        }
    }

    #[test]
    fn forgives() {
        for hash in ["", "#", "#/", "/"] {
            assert_eq!(Route::parse(hash), Route::Home, "{hash}");
        }
        assert_eq!(Route::parse("#/programs/"), Route::Programs(ProgramQuery::default()));
        for hash in ["#/nowhere", "#/plan/x", "#/programs/AVM/sheet/x", "#/share/a/b"] {
            assert_eq!(Route::parse(hash), Route::NotFound, "{hash}");
        }
        assert_eq!(Route::parse("#/programs/%E7%B6%"), Route::Program("\u{fffd}%".to_owned()));
    }
}
