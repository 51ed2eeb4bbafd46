//! Every command that the staff's guide shows is run, in the order of the guide.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::Path;
use std::process::Command;

/// A standard as the course system shows one, invented.
const PAGE: &str = "<p>116 學年度入學 微學程 【綠建築微學程】 課程科目表</p><table>\
<tr><th>類別</th><th>課程編碼</th><th>課程名稱</th><th>學分</th><th>備註</th></tr>\
<tr><td>★</td><td>3401007</td><td>測量學(一)</td><td>9.0</td><td>基礎</td></tr>\
<tr><td>★</td><td>99A0001</td><td>示範綠建築</td><td>9.0</td><td>核心</td></tr>\
<tr><td>★</td><td>99A0002</td><td>示範專題</td><td>9.0</td><td>總整</td></tr>\
<tr><td colspan=5>至少修畢10學分。</td></tr></table>";

#[test]
fn the_commands_of_the_guide_work() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = std::fs::read_to_string(root.join("docs/catalog.md")).unwrap();
    let commands: Vec<&str> = guide.lines().map(str::trim).filter(|line| line.starts_with("kuayu ")).collect();
    assert!(commands.len() >= 8, "{commands:?}");

    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide");
    _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(dir.join("public/curricula")).unwrap();
    for (from, to) in [
        ("programs.json", "programs.json"),
        ("programs.json", "old.json"),
        ("public/courses.json", "public/courses.json"),
    ] {
        std::fs::copy(root.join(from), dir.join(to)).unwrap();
    }
    std::fs::copy(root.join("public/curricula/112.json"), dir.join("public/curricula/112.json")).unwrap();
    std::fs::write(dir.join("AVM.html"), PAGE).unwrap();

    for command in commands {
        let args = command.split_whitespace().skip(1);
        let run = Command::new(env!("CARGO_BIN_EXE_kuayu")).args(args).current_dir(&dir).output().unwrap();
        let told = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{command}\n{told}");
    }
    // The tables came back as they went out.
    assert!(std::fs::read(dir.join("programs.json")).unwrap() == std::fs::read(root.join("programs.json")).unwrap());
    assert!(std::fs::read_to_string(dir.join("proposal.json")).unwrap().contains("\"116-1\""));
}
