//! Pages saved as .html: what makes a text a page, and which row of it is told.

use kuayu::import::{self, Import, IssueKind};

/// The rows as line, code and name.
fn rows(import: &Import) -> Vec<(usize, &str, &str)> {
    import.rows.iter().map(|row| (row.line, row.record.code.as_deref().unwrap_or("?"), &*row.record.name)).collect()
}

#[test]
fn a_page_without_closing_tags_is_a_page() {
    for start in ["<!DOCTYPE html>", "<!doctype html>\n<html lang=zh>", "<html>", "<table>", "  <TABLE border=1>"] {
        let text = format!("{start}<table><tr><td>課程編碼<td>課名<td>成績<tr><td>9901001<td>甲<td>75");
        let import = import::read_text(&text, None);
        assert_eq!((rows(&import), import.issues.len()), (vec![(2, "9901001", "甲")], 0), "{start}");
    }
}

#[test]
fn what_is_said_of_a_row_names_its_place_among_the_rows() {
    let row = |cells: [&str; 3]| format!("<tr><td>{}</td></tr>", cells.join("</td><td>"));
    let rows_of = |all: &[[&str; 3]]| all.iter().map(|cells| row(*cells)).collect::<String>();
    let text = format!(
        "<h1>我的課</h1><table>{}</table><table>{}</table>",
        rows_of(&[["課程編碼", "課名", "成績"], ["9901001", "甲", "75"]]),
        rows_of(&[["課程編碼", "課名", "成績"], ["9901002", "乙", "優"]]),
    );
    let import = import::read_text(&text, None);
    assert_eq!(rows(&import), [(2, "9901001", "甲"), (4, "9901002", "乙")]);
    let told: Vec<_> = import.issues.iter().map(|issue| (issue.line, issue.kind)).collect();
    assert_eq!(told, [(Some(4), IssueKind::GradeUnreadable)]);
    // The text stands before the first row, and the headings are the first and third.
    assert_eq!(import.ignored, [1, 1, 3]);
}

#[test]
fn white_space_of_the_source_is_one_space_and_paragraphs_are_lines() {
    let text = "<table><tr><td>課程編碼<td>課名<td>成績<tr><td>\n  9901001\n  <td>\n  範例\n    力學\n<td>75\
                <tr><td>9901002<td><div><p>示範</p></div><div>實作</div><td>80</table>";
    assert_eq!(rows(&import::read_text(text, None)), [(2, "9901001", "範例 力學"), (3, "9901002", "示範\n實作")]);
}

#[test]
fn damage_in_one_frame_of_a_saved_page_is_told() {
    let sound = "<table><tr><td>課程編碼<td>課名<td>成績<tr><td>9901001<td>甲<td>75</table>".as_bytes();
    let menu = "<p>教務系統選單：成績、選課、課程查詢".as_bytes();
    for (damage, kind) in [(b"\xe7", IssueKind::DamagedText), (b"\0", IssueKind::NulBytes)] {
        let damaged = [menu, damage].concat();
        for (first, second) in [(sound, &*damaged), (&*damaged, sound)] {
            let frame = |html: &[u8]| [b"--x\r\nContent-Type: text/html\r\n\r\n", html, b"\r\n"].concat();
            let head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n";
            let file = [&head[..], &frame(first), &frame(second), b"--x--\r\n"].concat();
            let import = import::read_bytes(&file, &|_| None, None);
            assert_eq!((import.rows.len(), import.issues[0].kind), (1, kind), "{:?}", import.issues);
        }
    }
}

#[test]
fn characters_that_a_page_names_are_themselves() {
    for (named, name) in [
        ("甲&amp;乙", "甲&乙"),
        ("甲&lt;乙&gt;", "甲<乙>"),
        ("&quot;甲&quot;的&apos;乙&#39;", "\"甲\"的'乙'"),
        ("甲&middot;乙&mdash;丙&ndash;丁", "甲·乙—丙–丁"),
        ("甲&nbsp;乙&ensp;丙&emsp;丁", "甲\u{a0}乙\u{2002}丙\u{2003}丁"),
        ("&#24037;&#x5DE5;&#X5de5;", "工工工"),
        ("甲&unknown;&乙; & 丙", "甲&unknown;&乙; & 丙"),
    ] {
        let text = format!("<table><tr><td>課程編碼<td>課名<td>成績<tr><td>9901001<td>{named}<td>75</table>");
        assert_eq!(rows(&import::read_text(&text, None)), [(2, "9901001", name)]);
    }
}

#[test]
fn of_a_list_to_choose_from_only_what_is_chosen_is_read() {
    for list in [
        "<select><option selected>114<option>113</select>",
        "<select><option>114</option><option selected>113</option><option>112</option></select>",
    ] {
        let text = format!("{list}<table><tr><td>課程編碼<td>課名<td>成績<tr><td>9901001<td>甲<td>75</table>");
        let import = import::read_text(&text, None);
        assert_eq!((rows(&import), import.ignored.clone()), (vec![(2, "9901001", "甲")], vec![1, 1]), "{list}");
    }
}

#[test]
fn attributes_are_found_however_they_are_written() {
    for attribute in [
        " rowspan=2",
        " rowspan = '2'",
        "\nROWSPAN=\"2\"",
        " nowrap rowspan=2",
        "/rowspan=2",
        " =\"\" rowspan=2",
        " =x rowspan=2",
        " title='a>b' rowspan=2",
    ] {
        let text = format!(
            "<table><tr><td>學期<td>課程編碼<td>課名<td>成績<tr><td{attribute}>112-1<td>9901001<td>甲<td>75<tr><td>9901002<td>乙<td>80</table>"
        );
        let import = import::read_text(&text, None);
        assert_eq!(rows(&import), [(2, "9901001", "甲"), (3, "9901002", "乙")], "{attribute}");
        assert!(import.records().iter().all(|record| record.term.is_some()), "{attribute}");
    }
}

#[test]
fn links_of_a_page_are_no_links_of_a_timetable_app() {
    let text = "<a href=\"https://example.org/?term=115-1&plan=372001\">x</a><table><tr><td>課程編碼<td>課名<td>成績\
                <tr><td>9901001<td>甲<td>75</table>";
    let import = import::read_text(text, None);
    assert_eq!((rows(&import), import.linked_terms()), (vec![(2, "9901001", "甲")], vec![]));
}
