//! What the list of programs is narrowed to, as a query of the fragment: `q=綠建&college=設計學院&open=1`.

use super::percent::{decode, encode};

/// Search, filters and order of the list of programs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgramQuery {
    /// Words searched for.
    pub text: String,
    /// Only this college.
    pub college: Option<String>,
    /// Only this kind of verdict.
    pub status: StatusFilter,
    /// Without the programs that are closed to the student.
    pub open_only: bool,
    /// Only those taught in English.
    pub english: bool,
    /// Only those that ask at most so many credits.
    pub max_credits: Option<u16>,
    /// Order.
    pub sort: Sort,
    /// Codes of those chosen to be compared.
    pub compared: Vec<String>,
}

/// Kinds of verdict to narrow to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatusFilter {
    /// All.
    #[default]
    Any,
    /// Met.
    Met,
    /// Met once courses in progress or planned are passed.
    Coming,
    /// A course or two away.
    Near,
    /// Something to confirm.
    Confirm,
    /// Something missing.
    NotYet,
}

/// Orders of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By what is left for the student.
    #[default]
    Nearest,
    /// By college, as the official list does.
    College,
    /// By credits asked.
    Credits,
    /// By name.
    Name,
}

impl StatusFilter {
    /// All, in the order shown.
    pub const ALL: [StatusFilter; 6] = [
        StatusFilter::Any,
        StatusFilter::Met,
        StatusFilter::Coming,
        StatusFilter::Near,
        StatusFilter::Confirm,
        StatusFilter::NotYet,
    ];

    /// As the query writes it.
    pub fn key(self) -> &'static str {
        match self {
            StatusFilter::Any => "",
            StatusFilter::Met => "met",
            StatusFilter::Coming => "coming",
            StatusFilter::Near => "near",
            StatusFilter::Confirm => "confirm",
            StatusFilter::NotYet => "not_yet",
        }
    }
}

impl Sort {
    /// All, in the order shown.
    pub const ALL: [Sort; 4] = [Sort::Nearest, Sort::College, Sort::Credits, Sort::Name];

    /// As the query writes it.
    pub fn key(self) -> &'static str {
        match self {
            Sort::Nearest => "",
            Sort::College => "college",
            Sort::Credits => "credits",
            Sort::Name => "name",
        }
    }
}

impl ProgramQuery {
    /// Reads a query (without `?`). Unknown keys and values are passed over.
    pub fn parse(query: &str) -> ProgramQuery {
        let mut out = ProgramQuery::default();
        for pair in query.split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = decode(value);
            match key {
                "q" => out.text = value,
                "college" => out.college = Some(value).filter(|value| !value.is_empty()),
                "status" => out.status = by_key(&StatusFilter::ALL, StatusFilter::key, &value),
                "open" => out.open_only = value == "1",
                "english" => out.english = value == "1",
                "credits" => out.max_credits = value.parse().ok(),
                "sort" => out.sort = by_key(&Sort::ALL, Sort::key, &value),
                "compare" => out.compared = codes(&value),
                _ => {}
            }
        }
        out
    }

    /// The query, without `?`; empty for the whole list in its usual order.
    pub fn write(&self) -> String {
        let mut pairs = Vec::new();
        let mut push = |key: &str, value: &str| {
            if !value.is_empty() {
                pairs.push(format!("{key}={}", encode(value)));
            }
        };
        push("q", &self.text);
        push("college", self.college.as_deref().unwrap_or_default());
        push("status", self.status.key());
        push("open", if self.open_only { "1" } else { "" });
        push("english", if self.english { "1" } else { "" });
        push("credits", &self.max_credits.map(|n| n.to_string()).unwrap_or_default());
        push("sort", self.sort.key());
        push("compare", &self.compared.join("~"));
        pairs.join("&")
    }

    /// How many filters are set (search and order aside).
    pub fn filters(&self) -> usize {
        [
            self.college.is_some(),
            self.status != StatusFilter::Any,
            self.open_only,
            self.english,
            self.max_credits.is_some(),
        ]
        .iter()
        .filter(|set| **set)
        .count()
    }
}

/// The codes of programs in a text that has them one after the other.
pub fn codes(text: &str) -> Vec<String> {
    text.split('~').filter(|code| !code.is_empty()).map(str::to_owned).collect()
}

fn by_key<T: Copy + Default>(all: &[T], key: impl Fn(T) -> &'static str, value: &str) -> T {
    all.iter().copied().find(|item| key(*item) == value).unwrap_or_default()
}
