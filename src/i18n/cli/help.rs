//! What the command line says of itself. A help says everything in both languages, the Chinese first, as nobody has said
//! yet which of them they read.

use super::super::Lang;

/// A text in both languages.
pub struct Both {
    zh: &'static str,
    en: &'static str,
}

impl Both {
    /// The text in one language.
    pub fn of(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::ZhTw => self.zh,
            Lang::En => self.en,
        }
    }

    /// One under the other.
    pub fn lines(&self) -> String {
        format!("{}\n{}", self.zh, self.en)
    }
}

const fn both(zh: &'static str, en: &'static str) -> Both {
    Both { zh, en }
}

/// The headings of a help.
pub const USAGE: &str = "用法 Usage";
/// See [`USAGE`].
pub const COMMANDS: &str = "指令 Commands";
/// See [`USAGE`].
pub const OPTIONS: &str = "選項 Options";
/// See [`USAGE`].
pub const FILES: &str = "檔案 Files";

/// What the program is for.
pub const PROGRAM: Both = both(
    "跨域微學程：哪些修得完、還差什麼",
    "Which cross-domain micro-programs can I finish, and what is still missing?",
);

/// What stands at the end of the program's help.
pub const MORE: Both = both(
    "`kuayu 指令 --help` 說明一個指令；檔案寫 `-` 是標準輸入。\n\
     結束代碼：0 完成；1 讀了，但沒有可用的內容；2 用法不對；3（batch）有人或有東西沒算進去。",
    "`kuayu COMMAND --help` explains a command; `-` as a file is the standard input.\n\
     Exit codes: 0 done; 1 read, but there is nothing good in it; 2 wrong usage; 3 (batch) something was left out.",
);

/// What a command does, by its name (`catalog diff`); `None` for what is no command.
pub fn command(name: &str) -> Option<Both> {
    Some(match name {
        "advise" => both(
            "一起修完幾個微學程（最多六個），再修哪些課最省",
            "The cheapest courses that finish these programs (at most six) together",
        ),
        "audit" => both(
            "一份成績單：每個微學程的兩個答案與理由",
            "Both answers for every program, with the reasons, for one transcript",
        ),
        "batch" => both(
            "很多學生：一份名冊、一個放成績單的資料夾（docs/batch.md 說明欄位）",
            "Both answers for every program, for many students: a roster, and a folder with their transcripts (docs/batch.md)",
        ),
        "catalog" => both("維護資料檔的工具", "Tools for those who keep the data files"),
        "certify" => both(
            "每個答案的證明書（JSON）：不信任這個程式的人，逐步算一次就能檢查（docs/certainty.md 說明）",
            "What shows each answer, as JSON, for a checker that does not trust this program (docs/certainty.md)",
        ),
        "check" => both(
            "檢查微學程資料（每個錯誤的行、欄與提示），也可以一起檢查旁邊的資料檔",
            "Whether a catalog makes sense (every mistake with line, column and hint), and the data files beside it",
        ),
        "import" => both(
            "匯入功能從成績頁、審查頁、課表、排課軟體的連結與表格讀到什麼，並與微學程資料比對",
            "What the importer reads in score pages, reviews, timetables, links of timetable apps and tables, compared with the catalog",
        ),
        "replay" => both(
            "依審查憑據（results.receipt.json）重做一次 batch：一樣，或說哪一項不同",
            "Makes a batch again from its receipt (results.receipt.json): it is the same, or what is another is told",
        ),
        "catalog diff" => both(
            "兩份資料或兩個版本之間改了什麼，用文字說",
            "What changed between two catalogs, or between two editions, in words",
        ),
        "catalog impact" => both(
            "改了資料以後，學生的答案有什麼不同：用虛構的學生比較，說出變好與變差的最小例子",
            "What a change does to the answers: invented students are judged before and after; the smallest who gain or lose are told",
        ),
        "catalog english-names" => both(
            "從表格（code,name_en,term）做課程與單位的英文名稱；收不進去的每一列都會指出",
            "English names of courses and units from a table (code,name_en,term); every row that cannot be taken is named",
        ),
        "catalog import-standard" => both(
            "把存下來的科目表網頁（AVM.html：檔名是微學程代碼）做成新版本的提案",
            "Saved standards (AVM.html: the file is named after the program) as a proposal for a new edition",
        ),
        "catalog import-curriculum" => both(
            "把存下來的課程科目表網頁放進該入學年度的檔案，並說改了什麼；別系或別年的網頁不會改動任何東西",
            "A department's curriculum of an entry year, from its saved page into that year's file; what changed is told",
        ),
        "catalog curricula-to-csv" => both(
            "一個資料夾（或一個檔案）的課程科目表，變成試算表用的表格",
            "The curricula of a folder (or of one file) as tables for a spreadsheet",
        ),
        "catalog curricula-from-csv" => both(
            "表格變回課程科目表；改了什麼、每個錯誤的表、列、欄都會說",
            "The tables back as the curricula of a folder; what changed is told, every mistake with table, row and column",
        ),
        "catalog classes-to-csv" => both(
            "各學期的上課時間，變成試算表用的表格",
            "When courses are taught, of every semester in a folder, as tables for a spreadsheet",
        ),
        "catalog classes-from-csv" => both(
            "表格變回各學期的檔案與學期清單；每個錯誤的表、列、欄都會說",
            "The tables back as a file a semester and the list of semesters; every mistake with table, row and column",
        ),
        "catalog renew-curricula" => both(
            "手動改過檔案以後，重寫各年度檔案裡與其他年度有關的部分；其他工具會自己做，忘了做 `kuayu check` 會指出",
            "Writes anew what each year's curricula say of the other years, after a file was edited by hand",
        ),
        "catalog courses" => both(
            "從表格（代碼、名稱、學分、單位、學期、學制）做搜尋用的全部課程清單",
            "The list of all courses for the search, from a table: code, name, credits, unit, terms, levels",
        ),
        "catalog to-csv" => both("微學程資料變成試算表用的表格", "The catalog as tables for a spreadsheet"),
        "catalog from-csv" => both(
            "表格變回微學程資料；每個錯誤的表、列、欄都會說",
            "The tables back as a catalog; every mistake with table, row and column",
        ),
        _ => return None,
    })
}

/// What an option or a file of a command is, by the command's name and its own (`--out`, `DIR`).
pub fn argument(command: &str, name: &str) -> Option<Both> {
    of_one(command, name).or_else(|| of_all(name))
}

/// What means something else than in other commands.
fn of_one(command: &str, name: &str) -> Option<Both> {
    Some(match (command, name) {
        ("advise", "--programs") => both("一起修完的微學程", "The programs to finish together"),
        ("batch", "--out") => both("結果寫到這個檔案", "Where the results go, else the standard output"),
        ("batch", "--programs") => both("只算這些微學程", "These programs only"),
        ("batch" | "replay", "DIR") => both("放成績單的資料夾", "The folder with the transcripts"),
        ("replay", "RECEIPT") => {
            both("batch 寫的憑據 results.receipt.json", "The receipt that batch wrote: results.receipt.json")
        }
        ("catalog curricula-from-csv" | "catalog classes-from-csv", "--out") => {
            both("檔案寫到這個資料夾", "The folder that the files go to")
        }
        ("catalog renew-curricula", "DIR") => both("放課程科目表的資料夾", "The folder with the curricula"),
        ("catalog from-csv", "DIR") => both("放表格的資料夾", "The folder with the tables"),
        ("catalog from-csv", "--sure") => {
            both("看起來像打錯的地方，由下指令的人負責", "You answer for what looks like a slip")
        }
        ("catalog impact", "OLD") => both("原來的資料", "The catalog as it was"),
        ("catalog import-standard", "--year") => {
            both("科目表的學年度，例如 116", "The standards' academic year, for example 116")
        }
        ("catalog import-standard", "--edition") => {
            both("新版本的代碼，預設是 學年度-1", "The new edition, else YEAR-1")
        }
        ("check", "--curricula") => {
            both("也檢查這個資料夾的課程科目表", "The folder with the curricula, to check them, too")
        }
        _ => return None,
    })
}

fn of_all(name: &str) -> Option<Both> {
    Some(match name {
        "--advice" => both("也說再修哪些課最省", "Also the cheapest courses that are left to take"),
        "--as-of" => both("資料是哪一天的，例如 2026-06-14", "The day that the data are of, for example 2026-06-14"),
        "--catalog" => both("微學程資料，預設是這裡的 programs.json", "The catalog, else programs.json in this folder"),
        "--classes" => both("也檢查這個資料夾的上課時間", "The folder with the classes, to check them, too"),
        "--courses" => both("也檢查這份全部課程清單", "The list of all courses, to check it, too"),
        "--curricula" => both(
            "課程科目表的資料夾，預設是資料檔旁邊的 public/curricula 或 curricula",
            "The folder with the curricula, else public/curricula or curricula beside the catalog",
        ),
        "--date" => both("網頁是哪一天存的，例如 2026-08-01", "The day the pages were saved, for example 2026-08-01"),
        "--degree" => both("學制：日間部、進修部、研究所", "Day school, evening school, graduate"),
        "--department" => both("系組或班，例如 土木系", "A department or class, for example 土木系"),
        "--edition" => both(
            "版本，例如 115-1，預設是今天這一學年的",
            "The edition, for example 115-1, else that of this academic year",
        ),
        "--entry" => both("入學年度，例如 112", "The entry year, for example 112"),
        "--format" => both("檔案是什麼，預設自己認", "What the files are, else it is found out"),
        "--from" => both("這個版本", "From this edition"),
        "--group" => both("系組或班，照資料檔的名稱", "The department or class, as the catalog names it"),
        "--help" => both("說明", "This help"),
        "--json" => both("給程式讀的 JSON", "JSON, for programs"),
        "--lang" => both("中文或英文，預設中文", "Chinese or English, else Chinese"),
        "--names" => both("也檢查這份英文名稱", "The English names, to check them, too"),
        "--newest" => both(
            "成績頁沒寫學期時，最上面是哪一學期，例如 114-1",
            "The first semester of a page that does not say it, for example 114-1",
        ),
        "--out" => both("寫到這個檔案，預設是標準輸出", "The file to write, else the standard output"),
        "--overwrite" => both("覆蓋有人改過的表格", "Gives up tables that somebody edited"),
        "--pin" => both("無論如何都要修的課號", "Courses taken in any case"),
        "--problems" => both("沒算進去的人與東西寫到這個檔案", "Where everything that was left out is listed"),
        "--program" => both("只說這個微學程，例如 AVM", "This program only, for example AVM"),
        "--requirement" => both("跨域畢業條件，而不是證書", "For the graduation requirement, not the certificate"),
        "--roster" => both("名冊：學號、系組、入學年度", "The roster: number, department, entry year"),
        "--seed" => both("用哪一批虛構的學生，預設是 1", "Which students are invented, else 1"),
        "--students" => both(
            "每個改過的微學程虛構幾位學生，預設是 10000",
            "How many students are invented for each changed program, else 10000",
        ),
        "--sure" => both("網頁沒說清楚的，由下指令的人負責", "You answer for what the page leaves open"),
        "--terms" => both("全部課程的表格", "The table of all courses"),
        "--threads" => both("同時算幾位學生，1 到 64", "How many students at once, 1 to 64"),
        "--to" => both("到這個版本", "To this edition"),
        "--today" => both("當作今天的日期，例如 2026-09-20", "The day to take for today, for example 2026-09-20"),
        "--version" => {
            both("版本，以及一起發行的網站", "The version, and the build of the site that it was released with")
        }
        "--without" => both("不建議的課號", "Courses not to be advised"),
        "--year" => both("入學年度，例如 115", "The entry year, for example 115"),
        "CATALOG" => both("微學程資料，例如 programs.json", "The catalog, for example programs.json"),
        "CLASSES" => both("放上課時間的資料夾", "The folder with the classes"),
        "CURRICULA" => both("放課程科目表的資料夾，或一個檔案", "The folder with the curricula, or one file"),
        "DIR" => both("放表格的資料夾", "The folder for the tables"),
        "FILE" => both("成績單，一個或幾個檔案", "The transcript, in one or several files"),
        "NEW" => both("新的資料", "The new catalog"),
        "OLD" => both("舊的資料，或唯一的一份", "The old catalog, or the only one"),
        "PAGE" => both("存下來的網頁（.html、.mhtml）", "A saved page (.html or .mhtml)"),
        "TABLE" => both("表格，例如 names.csv", "A table, for example names.csv"),
        "TABLES" => both("放表格的資料夾", "The folder with the tables"),
        _ => return None,
    })
}
