//! A saved page as lines of cells: a tolerant reader of tables, and of the texts and buttons between them.
//!
//! It is no HTML parser. It knows tags, entities and how tables nest; it never fails, and it shows nothing: what it
//! gives is text.

mod entities;
mod merged;

use super::cells;
use super::line::{Line, is_invisible};
use entities::entities;
use merged::{Table, WIDEST};

/// How much of a text is looked at to see whether it is HTML.
const LOOKED_AT: usize = 200_000;

/// Whether a text is a page or a piece of one.
pub(super) fn looks_like(text: &str) -> bool {
    let start = text.trim_start().get(..15).unwrap_or("").to_ascii_lowercase();
    if start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<table") {
        return true;
    }
    let end = (0..=text.len().min(LOOKED_AT)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let head = text.get(..end).unwrap_or("").to_ascii_lowercase();
    ["<table", "<html", "<body"].iter().any(|tag| head.contains(tag)) && head.contains("</") && head.contains('>')
}

/// The rows of all tables, with the texts and buttons between them, from top to bottom. Merged cells are taken apart:
/// what spans rows stands in each of them, what spans columns is followed by empty cells.
pub(super) fn lines(text: &str) -> Vec<Line> {
    read(text, Page::default())
}

fn read(text: &str, mut page: Page) -> Vec<Line> {
    let mut rest = text;
    loop {
        if let Some(hidden) = page.hidden.take() {
            // What a script says is no markup, whatever it looks like.
            rest = after_hidden(rest, hidden);
        }
        let Some(at) = rest.find('<') else { break };
        let (before, tag) = rest.split_at(at);
        page.text(before);
        rest = page.markup(tag);
    }
    page.text(rest);
    page.end_text();
    while !page.open.is_empty() {
        page.end_table();
    }
    page.lines
}

#[derive(Default)]
struct Page {
    lines: Vec<Line>,
    /// Table rows seen so far.
    rows: usize,
    /// Tables open, outermost first.
    open: Vec<Table>,
    /// Text outside any cell.
    loose: String,
    /// The tag whose content is not shown.
    hidden: Option<&'static str>,
    /// Inside an option that is not chosen.
    unchosen: bool,
}

/// Elements whose content is no part of the page's text.
const HIDDEN: [&str; 6] = ["script", "style", "title", "textarea", "noscript", "template"];

/// Elements that end a line of text.
const BREAKS: [&str; 20] = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ul", "form", "center", "option", "select", "fieldset",
    "caption", "body", "section", "button",
];

impl Page {
    /// Text between tags.
    fn text(&mut self, text: &str) {
        if self.unchosen || text.is_empty() {
            return;
        }
        let target = match self.open.last_mut() {
            Some(Table { cell: Some(cell), .. }) => cell,
            _ => &mut self.loose,
        };
        let decoded = entities(text);
        for c in decoded.chars() {
            // White space of the source is one space; the wide space is a character that the page shows.
            if c.is_ascii_whitespace() {
                if !target.is_empty() && !target.ends_with([' ', '\n']) {
                    target.push(' ');
                }
            } else {
                target.push(c);
            }
        }
    }

    /// A tag, comment or stray `<` at the start of `text`; gives what follows it.
    fn markup<'t>(&mut self, text: &'t str) -> &'t str {
        if let Some(comment) = text.strip_prefix("<!--") {
            return comment.split_once("-->").map_or("", |(_, rest)| rest);
        }
        let inner = text.get(1..).unwrap_or("");
        if !inner.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            self.text("<");
            return inner;
        }
        let end = end_of_tag(inner);
        let tag = inner.get(..end).unwrap_or("");
        let (closing, tag) = match tag.strip_prefix('/') {
            Some(tag) => (true, tag),
            None => (false, tag),
        };
        let name_end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
        let (name, attributes) = tag.split_at(name_end);
        self.tag(&name.to_ascii_lowercase(), closing, attributes);
        inner.get(end + 1..).unwrap_or("")
    }

    fn tag(&mut self, name: &str, closing: bool, attributes: &str) {
        match (name, closing) {
            ("table", false) => {
                // What an outer cell says before the inner table stands before it.
                let said = self.open.last_mut().and_then(|table| table.cell.as_mut()).map(std::mem::take);
                self.loose.push_str(&said.unwrap_or_default());
                self.end_text();
                self.open.push(Table::default());
            }
            ("table", true) => self.end_table(),
            ("tr", _) => {
                self.end_row();
                if let (false, Some(table)) = (closing, self.open.last_mut()) {
                    table.row = Some(Vec::new());
                }
            }
            ("td" | "th", false) => {
                self.end_cell();
                let span = |name: &str| {
                    let said = attribute(attributes, name).and_then(|number| number.trim().parse().ok());
                    said.unwrap_or(1).clamp(1, WIDEST)
                };
                let spans = (span("rowspan"), span("colspan"));
                if let Some(table) = self.open.last_mut() {
                    table.row.get_or_insert_default();
                    table.cell = Some(String::new());
                    table.span = spans;
                }
            }
            ("td" | "th", true) => self.end_cell(),
            ("br", _) => match self.open.last_mut().and_then(|table| table.cell.as_mut()) {
                Some(cell) => cell.push('\n'),
                None => self.end_text(),
            },
            ("a", false) => self.link(attributes),
            ("input", false) => self.button(attributes),
            ("option", _) => {
                self.end_text();
                self.unchosen = !closing && attribute(attributes, "selected").is_none();
            }
            ("select", _) => self.unchosen = false,
            _ => {}
        }
        if let (Some(hidden), false) = (HIDDEN.into_iter().find(|hidden| *hidden == name), closing) {
            self.hidden = Some(hidden);
        }
        if BREAKS.contains(&name) {
            match self.open.last_mut().and_then(|table| table.cell.as_mut()) {
                Some(cell) if !cell.is_empty() && !cell.ends_with('\n') => cell.push('\n'),
                Some(_) => {}
                None => self.end_text(),
            }
        }
    }

    /// The codes that a link in a cell names (`Curr.jsp?code=9900205`), all of them.
    fn link(&mut self, attributes: &str) {
        let Some(table) = self.open.last_mut().filter(|table| table.cell.is_some()) else { return };
        let Some(href) = attribute(attributes, "href") else { return };
        let (_, query) = href.split_once('?').unwrap_or_default();
        for part in entities(query).split(['&', ';', '#']) {
            let code = part.strip_prefix("code=").and_then(cells::course_code);
            if let Some(code) = code.filter(|code| !table.linked.contains(code)) {
                table.linked.push(code);
            }
        }
    }

    /// A button's words are its value; the score page writes its headings so.
    fn button(&mut self, attributes: &str) {
        let kind = attribute(attributes, "type").unwrap_or_default().to_ascii_lowercase();
        if !matches!(kind.as_str(), "submit" | "button" | "reset") {
            return;
        }
        let value = attribute(attributes, "value").unwrap_or_default();
        if self.open.last().is_some_and(|table| table.cell.is_some()) {
            self.text(&value);
        } else {
            self.end_text();
            self.loose.push_str(&entities(&value));
            self.end_text();
        }
    }

    /// Ends a line of text outside tables.
    fn end_text(&mut self) {
        let text = std::mem::take(&mut self.loose);
        let text = text.trim_matches(is_invisible);
        if !text.is_empty() {
            self.lines.push(Line { no: self.rows + 1, cells: vec![text.to_owned()], ..Line::default() });
        }
    }

    fn end_cell(&mut self) {
        if let Some(table) = self.open.last_mut()
            && let Some(cell) = table.cell.take()
        {
            table.add(cell.trim_matches(is_invisible).to_owned());
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        let taken = self.open.last_mut().and_then(|table| {
            if table.row.is_some() {
                table.reach_down();
            }
            Some((table.row.take()?, std::mem::take(&mut table.codes)))
        });
        let Some((cells, codes)) = taken else { return };
        if cells.iter().any(|cell| !cell.is_empty()) {
            self.end_text();
            self.rows += 1;
            self.lines.push(Line { no: self.rows, cells, codes });
        }
    }

    fn end_table(&mut self) {
        self.end_row();
        self.end_text();
        self.open.pop();
    }
}

/// What follows the closing tag of an element whose content is no markup.
fn after_hidden<'t>(text: &'t str, element: &str) -> &'t str {
    let mut rest = text;
    while let Some((_, tag)) = rest.split_once("</") {
        if tag.get(..element.len()).is_some_and(|name| name.eq_ignore_ascii_case(element)) {
            return tag.split_once('>').map_or("", |(_, rest)| rest);
        }
        rest = tag;
    }
    ""
}

/// Where a tag ends: at the first `>` outside quotation marks.
fn end_of_tag(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    // A mark that is never closed: the tag ends at the first `>` after all.
    tag.find('>').unwrap_or(tag.len())
}

/// The value of an attribute, quoted or not; empty for one without value.
fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let after = after.trim_start();
        let value;
        match after.strip_prefix('=').map(str::trim_start) {
            None => (value, rest) = ("", after),
            Some(quoted) => {
                let mark = quoted.chars().next().filter(|c| matches!(c, '"' | '\''));
                (value, rest) = match mark {
                    Some(mark) => quoted.get(1..).and_then(|text| text.split_once(mark)).unwrap_or((quoted, "")),
                    None => quoted.split_at(quoted.find(char::is_whitespace).unwrap_or(quoted.len())),
                };
            }
        }
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value.to_owned());
        }
        if name.is_empty() && value.is_empty() && rest.is_empty() {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        lines(text).into_iter().map(|line| line.cells).collect()
    }

    #[test]
    fn rows_with_and_without_closing_tags() {
        for text in [
            "<table><tr><th>a</th><td> b&nbsp;</td></tr><tr><td>c&amp;d<td>&#24037;<br>E</table>",
            "<TABLE border=1><TBODY><TR><TH>a<TD>b<TR><TD><a href='x?a>b'>c&amp;d</a></TD><TD>&#x5de5;<BR/>E",
        ] {
            assert_eq!(cells(text), [["a", "b"], ["c&d", "工\nE"]], "{text}");
        }
    }

    #[test]
    fn buttons_are_headings_and_scripts_are_nothing() {
        let text = "<script>if (a<b) '<table>'</script><form><input type=submit value=\"114 學年度 第 1 學期\"></form>\
                    <select><option>x<option selected>7 四年制</select><table><tr><td>1</table><!-- <td>no -->end";
        assert_eq!(cells(text), [["114 學年度 第 1 學期"], ["7 四年制"], ["1"], ["end"]]);
    }

    #[test]
    fn tables_in_tables_keep_their_order() {
        let text = "<table><tr><td>head<table><tr><td>in</td></tr></table>tail</td></tr></table>";
        assert_eq!(cells(text), [["head"], ["in"], ["tail"]]);
    }

    #[test]
    fn merged_cells_are_taken_apart() {
        let text = "<table><tr><td rowspan=2>a<td>b<td rowspan='9999999'>c<tr><td colspan=2>d<tr><td>e<td>f</table>\
                    <table><tr><td colspan=0>g<td rowspan=x>h</table>";
        assert_eq!(cells(text), [vec!["a", "b", "c"], vec!["a", "d", "c", ""], vec!["e", "f", "c"], vec!["g", "h"]]);
    }

    #[test]
    fn links_keep_every_code_that_they_name() {
        let text = "<table><tr><td>1<td><a href=\"Curr.jsp?format=-2&amp;code=9900205\"><a href='x?code=9900205&code=99E0001'>a</a></a>";
        assert_eq!(lines(text)[0].codes, [(1, "9900205".to_owned()), (1, "99E0001".to_owned())]);
    }

    #[test]
    fn a_stray_bracket_is_text() {
        assert_eq!(cells("<table><tr><td>a < b &unknown; & c</td></tr>"), [["a < b &unknown; & c"]]);
        assert!(!looks_like("9901001,x<y>,3"));
        assert!(looks_like("  <TABLE><tr></tr></TABLE>"));
    }
}
