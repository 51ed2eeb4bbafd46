//! What the commands are and take. `tests/all/house/docs.rs` compares it with what they really do.

/// Each command with its usage and what it does, in the order of the alphabet; the tools of the catalog at the end.
const COMMANDS: [(&str, &str); 17] = [
    (
        "advise",
        "  kuayu advise --programs CODE,... [--department GROUP] [--entry YEAR] [--degree DEGREE] [--requirement]
              [--pin CODE,...] [--without CODE,...] [--json] [--edition ID] [--catalog FILE] [--curricula DIR]
              [--lang zh|en] [FILE...]
      The cheapest courses that finish these programs (at most six) together: --requirement for the graduation requirement instead
      of the certificate, --pin for courses taken in any case, --without for courses not to be advised.
",
    ),
    (
        "audit",
        "  kuayu audit [--department GROUP] [--entry YEAR] [--degree DEGREE] [--program CODE] [--advice] [--json]
              [--edition ID] [--catalog FILE] [--curricula DIR] [--lang zh|en] FILE...
      Both answers for every program, with the reasons, for one transcript (in one or several files).
",
    ),
    (
        "batch",
        "  kuayu batch --roster FILE [--programs CODE,...] [--advice] [--json] [--out FILE] [--problems FILE]
              [--edition ID] [--catalog FILE] [--curricula DIR] [--threads N] [--lang zh|en] DIR
      Both answers for every program, for many students: a roster, and a folder with their transcripts. Exit code 3
      when somebody or something was left out; docs/batch.md has the columns.
",
    ),
    (
        "check",
        "  kuayu check [--curricula DIR] [--courses FILE] [--names FILE] [--classes DIR] [--lang zh|en] CATALOG...
      Whether a catalog makes sense (every mistake with line, column and hint), and how much it holds; with the catalog
      also whether the curricula, the course list, the English names and the classes do.
",
    ),
    (
        "import",
        "  kuayu import [--format FORMAT] [--newest TERM] [--catalog FILE] [--json] [--lang zh|en] FILE...
      What the importer reads in score pages, graduation reviews, timetables, links of timetable apps and tables, compared
      with the catalog (the one named, else programs.json if it is here) and, for links, the classes beside it. FORMAT is
      auto, portal-text, portal-html, review, timetable, plan-link or table; --newest names the first semester of a page
      that does not.
",
    ),
    (
        "catalog diff",
        "  kuayu catalog diff [--from EDITION --to EDITION] [--lang zh|en] OLD [NEW]
      What changed between two catalogs, or between two editions, in words.
",
    ),
    (
        "catalog english-names",
        "  kuayu catalog english-names [--out FILE] [--lang zh|en] TABLE
      English names of courses and units from a table (code,name_en,term); every row that cannot be taken is named.
",
    ),
    (
        "catalog import-standard",
        "  kuayu catalog import-standard --year YEAR --date DAY [--edition ID] [--catalog FILE] [--out FILE]
              [--lang zh|en] PAGE...
      Saved standards (AVM.html: the file is named after the program) as a proposal for a new edition.
",
    ),
    (
        "catalog import-curriculum",
        "  kuayu catalog import-curriculum --year YEAR --group GROUP --as-of DAY [--sure] [--catalog FILE]
              [--curricula DIR] [--out FILE] [--lang zh|en] PAGE
      A department's curriculum of an entry year, from its saved page (.html or .mhtml) into that year's file (or the
      one that --out names); what changed is told. A page of another department or year changes nothing. With --sure
      somebody answers for what the page leaves open.
",
    ),
    (
        "catalog curricula-to-csv",
        "  kuayu catalog curricula-to-csv [--lang zh|en] CURRICULA DIR
      The curricula of a folder (or of one file) as tables for a spreadsheet.
",
    ),
    (
        "catalog curricula-from-csv",
        "  kuayu catalog curricula-from-csv --out DIR [--catalog FILE] [--lang zh|en] TABLES
      The tables back as the curricula of a folder; what changed is told, every mistake with table, row and column.
",
    ),
    (
        "catalog classes-to-csv",
        "  kuayu catalog classes-to-csv [--lang zh|en] CLASSES DIR
      When courses are taught, of every semester in a folder, as tables for a spreadsheet.
",
    ),
    (
        "catalog classes-from-csv",
        "  kuayu catalog classes-from-csv --out DIR [--lang zh|en] TABLES
      The tables back as a file a semester and the list of semesters; every mistake with table, row and column.
",
    ),
    (
        "catalog renew-curricula",
        "  kuayu catalog renew-curricula [--lang zh|en] DIR
      Writes anew what each year's curricula say of the other years, after a file was edited by hand. The other tools
      do it themselves, and `kuayu check` refuses files where it was forgotten.
",
    ),
    (
        "catalog courses",
        "  kuayu catalog courses --terms TABLE --as-of DAY [--out FILE] [--lang zh|en]
      The list of all courses for the search, from a table: code, name, credits, unit, terms, levels.
",
    ),
    (
        "catalog to-csv",
        "  kuayu catalog to-csv [--lang zh|en] CATALOG DIR
      The catalog as tables for a spreadsheet.
",
    ),
    (
        "catalog from-csv",
        "  kuayu catalog from-csv [--out FILE] [--lang zh|en] DIR
      The tables back as a catalog; every mistake with table, row and column.
",
    ),
];

/// All commands, and what they have in common.
pub(super) fn all() -> String {
    let commands: String = COMMANDS.iter().map(|(_, text)| *text).collect();
    format!(
        "kuayu: which cross-domain micro-programs can I finish?

{commands}
GROUP is a department or class, for example 土木系; DEGREE is bachelor (the default), bachelor-evening or graduate.
Without --catalog: programs.json in this folder. Without --curricula: public/curricula or curricula beside the catalog.
Without --edition: the catalog's first. Without --lang: zh. `-` as FILE is the standard input.
`kuayu --version` says which version this is, and the build of the site that it was released with.
Exit codes: 0 done; 1 read, but there is nothing good in it; 2 wrong arguments; 3 (batch) something was left out.
"
    )
}

/// One command, or the commands that begin with the word.
pub(super) fn of(command: &str) -> String {
    let own = |(name, _): &&(&str, &str)| *name == command || name.starts_with(&format!("{command} "));
    COMMANDS.iter().filter(own).map(|(_, text)| *text).collect()
}

/// Whether somebody asks for help.
pub(super) fn asked(args: &[String]) -> bool {
    args.iter().take_while(|arg| *arg != "--").any(|arg| arg == "--help" || arg == "-h")
}
