//! How the command line is called: what it says of itself, of a call that it does not understand, and to nobody.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};

const TRANSCRIPT: &str = "課號,課名,學分,學期,成績\n3902019,建築物理(一),2,112-1,80\n";

fn kuayu() -> Command {
    let mut kuayu = Command::new(env!("CARGO_BIN_EXE_kuayu"));
    kuayu.current_dir(env!("CARGO_MANIFEST_DIR"));
    kuayu
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// `kuayu import ... | head -1`: whoever reads may have seen enough.
#[test]
fn a_closed_pipe_is_no_fault() {
    for command in [
        &["import", "-"][..],
        &["import", "--json", "-"],
        &["audit", "-"],
        &["audit", "--json", "-"],
        &["--help"],
        &["audit", "--help"],
        &["--version"],
    ] {
        let mut child =
            kuayu().args(command).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // Nobody reads any more, before anything is said: it is said once all is read.
        drop(child.stdout.take());
        let mut input = child.stdin.take().unwrap();
        // Who only asks for help reads nothing of it.
        _ = input.write_all(TRANSCRIPT.as_bytes());
        drop(input);
        let done = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(done.stderr).unwrap(), "", "{command:?}");
        assert_eq!(done.status.code(), Some(0), "{command:?}");
    }
}

#[test]
fn it_says_which_version_it_is() {
    for asked in ["--version", "-V", "version"] {
        let told = kuayu().arg(asked).output().unwrap();
        assert!(told.status.success());
        assert!(text(&told.stdout).starts_with(concat!("kuayu ", env!("CARGO_PKG_VERSION"))), "{asked}");
    }
}

/// Of an answer longer than a pipe holds, a line is read, and no more.
#[test]
fn who_reads_a_line_and_goes_is_left_in_peace() {
    let rows: String = (0..4000).map(|n| format!("39{n:05},課程{n},2,112-1,80\n")).collect();
    let path = format!("{}/many-rows.csv", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&path, format!("課號,課名,學分,學期,成績\n{rows}")).unwrap();
    for more in [&[][..], &["--json"]] {
        let mut child =
            kuayu().arg("import").args(more).arg(&path).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = String::new();
        BufReader::with_capacity(64, child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        assert!(!first.is_empty());
        let mut complaints = String::new();
        child.stderr.take().unwrap().read_to_string(&mut complaints).unwrap();
        assert_eq!((complaints.as_str(), child.wait().unwrap().code()), ("", Some(0)), "{more:?}");
    }
}

/// What is wrong is said in Chinese, or in the language asked for, with the command whose help tells more; the code is 2.
#[test]
fn a_wrong_call_is_explained() {
    for (call, said) in [
        ("audit --jsn x.csv", "kuayu audit: 不認得 `--jsn`，是不是 `--json`\n用法：`kuayu audit --help`\n"),
        (
            "audit --jsn x.csv --lang en",
            "kuayu audit: `--jsn` is not known here; is it `--json`\nHow it is called: `kuayu audit --help`\n",
        ),
        ("audt", "kuayu: 沒有 `audt` 這個指令，是不是 `audit`\n用法：`kuayu --help`\n"),
        ("catalog difff", "kuayu catalog: 沒有 `difff` 這個指令，是不是 `diff`\n用法：`kuayu catalog --help`\n"),
        ("audit", "kuayu audit: 還要寫 `<FILE>...`\n用法：`kuayu audit --help`\n"),
        ("batch folder", "kuayu batch: 還要寫 `--roster <FILE>`\n用法：`kuayu batch --help`\n"),
        ("check", "kuayu check: 還要寫 `CATALOG`\n"),
        ("advise --programs , x", "kuayu advise: x: "),
        ("audit --entry", "kuayu audit: `--entry` 後面要寫內容\n用法：`kuayu audit --help`\n"),
        (
            "audit --entry 12 x",
            "kuayu audit: `--entry` 不能是 `12`\n--entry: 入學年度，例如 112\n用法：`kuayu audit --help`\n",
        ),
        ("audit --json=yes x", "kuayu audit: `--json` 後面不寫內容，卻有 `yes`\n用法：`kuayu audit --help`\n"),
        (
            "import --lang=fr x",
            "kuayu import: `--lang` 不能是 `fr`，可以是 `zh`、`zh-TW`、`en`\n用法：`kuayu import --help`\n",
        ),
        ("catalog diff --from 114-1 programs.json", "kuayu catalog diff: 還要寫 `--to <EDITION>`\n"),
        ("catalog to-csv programs.json", "kuayu catalog to-csv: 還要寫 `<DIR>`\n"),
        ("catalog diff --from 1-1 --to 114-1 programs.json", "kuayu catalog diff: 沒有這個版本，資料裡有 "),
    ] {
        let done = kuayu().args(call.split(' ')).output().unwrap();
        assert!(text(&done.stderr).starts_with(said), "{call}: {}", text(&done.stderr));
        assert_eq!((done.status.code(), text(&done.stdout).as_str()), (Some(2), ""), "{call}");
    }
    let nothing = kuayu().output().unwrap();
    assert_eq!((nothing.status.code(), text(&nothing.stdout).as_str()), (Some(2), ""));
    assert!(text(&nothing.stderr).contains("用法 Usage: kuayu"));
}

/// As before there was a reader of arguments: the last option counts, `--` ends them, options may come after files.
#[test]
fn options_stand_anywhere_and_the_last_counts() {
    let path = format!("{}/--odd.csv", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&path, TRANSCRIPT).unwrap();
    let calls = [
        &["audit", "--entry=111", "--entry", "112", "--department", "土木系", "--program", "AVM", "--", "--odd.csv"][..],
        &["audit", "./--odd.csv", "--program", "AVM", "--entry", "112", "--department=土木系"],
    ];
    let catalog = concat!(env!("CARGO_MANIFEST_DIR"), "/programs.json");
    let said = calls.map(|call| {
        let (name, rest) = call.split_first().unwrap();
        let catalog = ["--catalog", catalog, "--today", "2026-09-20"];
        let done =
            kuayu().current_dir(env!("CARGO_TARGET_TMPDIR")).arg(name).args(catalog).args(rest).output().unwrap();
        assert!(done.status.success(), "{}", text(&done.stderr));
        text(&done.stdout)
    });
    assert!(said[0].contains("土木系 112"), "{}", said[0]);
    assert_eq!(said[0], said[1]);
}

/// Nobody means such a name; it must not end the program by a panic.
#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStringExt;
    let name = OsString::from_vec(vec![b'a', 0xff]);
    let done = kuayu().arg("audit").arg(name).output().unwrap();
    assert_eq!(
        (done.status.code(), text(&done.stderr).lines().next()),
        (Some(2), Some("kuayu audit: 有一個參數不是文字"))
    );
}
