//! What a worker knows between two questions, and how it answers one.

mod edits;

use kuayu::catalog::{self, Catalog};
use kuayu::hash::{Hashing, hash, hash_of_catalog};
use kuayu::i18n::edition::data_hashes;
use kuayu::i18n::{self, Lang};
use kuayu::import::needs_reader;
use kuayu::office::batch::{self, File, Judged, Library, Receipt, Rows, Shelf, places};
use kuayu::office::opener::Opener;
use kuayu::office::remark::{Remark, Weight, What};
use kuayu::office::roster::{self, RosterRow};
use kuayu::term::Term;
use std::collections::{BTreeMap, HashMap};

use crate::answer::{Answer, Judgement, Listed, Place, Reply, Told};
use crate::ask::{Request, Sent};
use crate::beside::{Beside, Given, curricula};
use crate::details::{self, Details};
use crate::editing::Bench;
use crate::sheet;
use crate::workbook;
use crate::zipped::Zipped;

/// Where the catalog may be, best first, as the student's page takes it.
const CATALOGS: [&str; 3] = ["programs.json", "programs.json?kept", "programs.shipped.json"];

/// How many profiles are kept prepared: students come by profile, and two files of one may say two.
const PROFILES: usize = 2;

/// What is opened once in a worker's life and used until its end.
struct Open {
    shelf: Shelf<'static>,
    beside: &'static Beside,
    advice: bool,
    programs: Vec<String>,
    /// This day.
    today: String,
}

/// A worker's memory.
#[derive(Default)]
pub struct Desk {
    given: Given,
    open: Option<Open>,
    roster: Vec<RosterRow>,
    zip: Option<Zipped>,
    /// The roster's hash.
    roster_hash: String,
    /// The answers and the problems, as far as they were hashed.
    tables: [Hashing; 2],
    /// The catalog that is edited.
    bench: Option<Bench>,
}

impl Desk {
    /// Answers one question; `parts` are the bytes beside it.
    pub fn ask(&mut self, request: Request, parts: &[Vec<u8>]) -> Reply {
        let first = parts.first().map_or(&[][..], Vec::as_slice);
        match request {
            Request::Given { name, found } => self.give(name, found.then_some(first)),
            Request::Open { lang, today, edition, advice, programs } => {
                self.open(&lang, &today, edition.as_deref(), advice, programs)
            }
            Request::Roster { names, tables } => self.read_roster(&names, tables.as_deref(), first),
            Request::Headings => self.headings(),
            Request::Judge { student, files } => self.with(student, &files, parts, |open, row, judged, remarks| {
                let mut parts = parts.iter();
                let there = files.iter().filter(|file| file.missing.is_none());
                let read = there.filter_map(|file| Some((file.name.clone(), hash(parts.next()?)))).collect();
                judgement(open, row, judged.as_ref(), &remarks, read)
            }),
            Request::Details { student, files } => self.with(student, &files, parts, |open, row, judged, remarks| {
                let edition = open.shelf.edition;
                let wanted = |code: &str| is_wanted(&open.programs, code);
                let told = remarks.iter().map(|remark| told(remark, open.beside.lang())).collect();
                let details: Details = details::details(open.beside, edition, row, judged.as_ref(), told, &wanted);
                Reply { answer: Answer::Details(Box::new(details)), parts: Vec::new() }
            }),
            Request::Sheet { student, files, program } => self.with(student, &files, parts, |open, row, judged, _| {
                let entry = judged.as_ref().and_then(|judged| judged.profile.entry);
                let made =
                    judged.and_then(|judged| sheet::sheet(open.beside, &open.shelf, &judged, &program, &open.today));
                match made {
                    Some((head, paper)) => {
                        let data = data_hashes(open.beside.lang(), &open.beside.data_hashes(entry));
                        Answer::Sheet { student: row.student.clone(), head, paper: Box::new(paper), data }.into()
                    }
                    None => Reply::failed("no sheet"),
                }
            }),
            Request::Hash { answers } => {
                let [of_answers, of_problems] = &mut self.tables;
                if answers { of_answers } else { of_problems }.add(first);
                Reply::default()
            }
            Request::Receipt { build, transcripts } => self.receipt(build, transcripts),
            Request::Crashed { student } => self.crashed(student),
            Request::Zip => match Zipped::open(first.to_vec()) {
                Ok(zip) => {
                    let names = zip.names();
                    self.zip = Some(zip);
                    Reply::from(Answer::Zip { names })
                }
                Err(why) => Reply::failed(why),
            },
            Request::Entry { at } => match self.zip.as_mut().map(|zip| zip.entry(at)) {
                Some(Ok(bytes)) => Reply { answer: Answer::Bytes, parts: vec![bytes] },
                Some(Err(why)) => Reply::failed(why),
                None => Reply::failed("no zip file is open"),
            },
            Request::Edit { lang, view, editing } => self.edit(&lang, &view, editing, parts),
            Request::Workbook { programs } => {
                let second = parts.get(1).map_or(&[][..], Vec::as_slice);
                let lang = self.open.as_ref().map_or(Lang::ZhTw, |open| open.beside.lang());
                match workbook::write(first, second, &|code| is_wanted(&programs, code), lang) {
                    Ok(bytes) => Reply { answer: Answer::Bytes, parts: vec![bytes] },
                    Err(why) => Reply::failed(why),
                }
            }
        }
    }

    fn give(&mut self, name: String, bytes: Option<&[u8]>) -> Reply {
        let text = bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        match &self.open {
            Some(open) => open.beside.give(name, text),
            None => drop(self.given.insert(name, text)),
        }
        Reply::default()
    }

    fn open(&mut self, lang: &str, today: &str, id: Option<&str>, advice: bool, programs: Vec<String>) -> Reply {
        let lang = language(lang);
        let day = today.to_owned();
        let Some(today) = term(today) else { return Reply::failed(format!("no day: {day}")) };
        let catalog = match self.catalog() {
            Ok((catalog, _)) => catalog,
            Err(reply) => return *reply,
        };
        let wanted: Vec<String> = curricula(today).filter(|name| !self.given.contains_key(name)).collect();
        if !wanted.is_empty() {
            return Reply::from(Answer::Need { files: wanted });
        }
        // Kept until the worker ends: it opens one catalog in its life.
        let beside: &'static Beside =
            Box::leak(Box::new(Beside::new(catalog, lang, today, std::mem::take(&mut self.given))));
        let catalog = beside.catalog();
        let found = id.map_or_else(|| catalog.edition_in(today.year), |id| catalog.edition(id));
        let Some(edition) = found else { return Reply::failed("no such edition") };
        self.open = Some(Open { shelf: Shelf::new(beside, edition, PROFILES), beside, advice, programs, today: day });
        Reply::from(Answer::Opened {
            edition: edition.id.clone(),
            editions: catalog.editions().iter().map(|edition| edition.id.clone()).collect(),
            as_of: edition.standard_as_of.clone(),
            programs: edition.programs.iter().map(|one| (one.code.clone(), one.name.clone())).collect(),
        })
    }

    /// The first catalog that is whole, and its text.
    fn catalog(&self) -> Result<(Catalog, String), Box<Reply>> {
        for name in CATALOGS {
            match self.given.get(name) {
                None => return Err(Reply::from(Answer::Need { files: vec![name.to_owned()] }).into()),
                Some(Some(text)) => {
                    if let Ok(catalog) = catalog::read(text) {
                        return Ok((catalog, text.clone()));
                    }
                }
                Some(None) => {}
            }
        }
        Err(Reply::failed("no catalog can be read").into())
    }

    fn read_roster(&mut self, names: &[String], tables: Option<&str>, bytes: &[u8]) -> Reply {
        let Some(open) = &self.open else { return Reply::failed("nothing is open") };
        if needs_reader(bytes) && tables.is_none() {
            return Reply::from(Answer::Readers { files: vec![0] });
        }
        let said = |_: &[u8]| tables.unwrap_or_default().to_owned();
        let lang = open.beside.lang();
        let read = roster::read(bytes, open.beside.catalog(), Opener { big5: &big5, tables: &said });
        let sorted = batch::sort(names, &read.students);
        let problems = read.problems.into_iter().map(|problem| Remark {
            row: problem.row,
            student: problem.student,
            file: String::new(),
            what: What::Roster(problem.kind),
        });
        let nobodys = sorted.nobodys.into_iter().map(|file| Remark {
            row: None,
            student: String::new(),
            file,
            what: What::Nobodys,
        });
        let remarks: Vec<Remark> = problems.chain(nobodys).collect();
        let at: HashMap<&str, usize> = names.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
        let place = |name: &String| match at.get(name.as_str()) {
            Some(at) => Place::At(*at),
            None => Place::Missing(name.clone()),
        };
        let listed = |(row, files): (&RosterRow, &Vec<String>)| Listed {
            student: row.student.clone(),
            group: row.profile.group.clone(),
            entry: row.profile.entry,
            files: files.iter().map(place).collect(),
        };
        let students: Vec<Listed> = read.students.iter().zip(&sorted.files).map(listed).collect();
        let mut order: Vec<usize> = (0..read.students.len()).collect();
        order.sort_by_key(|at| read.students.get(*at).map(|row| batch::profile_key(&row.profile)));
        self.roster = read.students;
        self.roster_hash = hash(bytes);
        let mut lines = Vec::new();
        remarks.iter().for_each(|remark| batch::remark(&mut lines, remark, lang));
        let remarks = remarks.iter().map(|remark| told(remark, lang)).collect();
        Reply { answer: Answer::Roster { students, order, remarks }, parts: vec![lines] }
    }

    fn headings(&self) -> Reply {
        let Some(open) = &self.open else { return Reply::failed("nothing is open") };
        let lang = open.beside.lang();
        let parts = vec![batch::heading(open.advice, lang), batch::remarks_heading(lang)];
        Reply { answer: Answer::Headings, parts }
    }

    /// Reads a student's files and judges by them, and tells it by `tell`, unless something is wanted first.
    fn with(
        &self,
        student: usize,
        files: &[Sent],
        parts: &[Vec<u8>],
        tell: impl FnOnce(&Open, &RosterRow, Option<Judged>, Vec<Remark>) -> Reply,
    ) -> Reply {
        let (Some(open), Some(row)) = (&self.open, self.roster.get(student)) else {
            return Reply::failed("no such student");
        };
        let mut parts = parts.iter();
        let with_bytes: Vec<(&Sent, Option<&Vec<u8>>)> =
            files.iter().map(|file| (file, if file.missing.is_none() { parts.next() } else { None })).collect();
        let unread = |(file, bytes): &(&Sent, Option<&Vec<u8>>)| {
            file.tables.is_none() && bytes.is_some_and(|bytes| needs_reader(bytes))
        };
        let readers: Vec<usize> =
            with_bytes.iter().enumerate().filter(|(_, file)| unread(file)).map(|(at, _)| at).collect();
        if !readers.is_empty() {
            return Reply::from(Answer::Readers { files: readers });
        }
        let files = with_bytes.iter().map(|(file, bytes)| File { name: &file.name, source: source(file, *bytes) });
        let (judged, remarks) = batch::judge(&open.shelf, row, files, open.advice);
        let wanted = open.beside.wanted();
        if !wanted.is_empty() {
            return Reply::from(Answer::Need { files: wanted });
        }
        tell(open, row, judged, remarks)
    }

    /// The receipt of the tables that were hashed since the last one.
    fn receipt(&mut self, build: Option<String>, transcripts: BTreeMap<String, String>) -> Reply {
        let Some(open) = &self.open else { return Reply::failed("nothing is open") };
        let [answers, problems] = std::mem::take(&mut self.tables).map(|table| table.hash());
        let edition = open.shelf.edition;
        let receipt = Receipt {
            kuayu: batch::VERSION.to_owned(),
            build,
            term: open.beside.today().to_string(),
            lang: open.beside.lang().tag().to_owned(),
            advice: open.advice,
            programs: open.programs.clone(),
            edition: edition.id.clone(),
            as_of: edition.standard_as_of.clone(),
            catalog: hash_of_catalog(open.beside.catalog()),
            curricula: open.beside.curricula_hashes(),
            roster: self.roster_hash.clone(),
            transcripts,
            answers,
            problems,
        };
        Reply { answer: Answer::Bytes, parts: vec![receipt.write().into_bytes()] }
    }

    fn crashed(&self, student: usize) -> Reply {
        let (Some(open), Some(row)) = (&self.open, self.roster.get(student)) else {
            return Reply::failed("no such student");
        };
        let what = What::Crashed;
        let remark = Remark { row: Some(row.row), student: row.student.clone(), file: String::new(), what };
        judgement(open, row, None, &[remark], Vec::new())
    }
}

fn source(file: &Sent, bytes: Option<&Vec<u8>>) -> Result<batch::Source, What> {
    match bytes {
        None => Err(What::CannotOpen(file.missing.clone().unwrap_or_default())),
        Some(bytes) => {
            let said = |_: &[u8]| file.tables.clone().unwrap_or_default();
            Ok(Opener { big5: &big5, tables: &said }.source(bytes))
        }
    }
}

/// The lines of a student, and what they say in short.
fn judgement(
    open: &Open,
    row: &RosterRow,
    judged: Option<&Judged>,
    remarks: &[Remark],
    read: Vec<(String, String)>,
) -> Reply {
    let (edition, lang) = (open.shelf.edition, open.beside.lang());
    let mut lines = Vec::new();
    let mut short = Judgement {
        left_out: batch::left_out(remarks),
        contradicts: remarks.iter().any(|remark| remark.what.contradicts().is_some()),
        remarks: remarks.iter().map(|remark| told(remark, lang)).collect(),
        read,
        ..Judgement::default()
    };
    if let Some(judged) = judged {
        let all = edition.programs.iter().zip(&judged.audits).zip(places(&judged.audits));
        let programs: Vec<_> = all
            .map(|((program, audit), place)| (program, audit, place))
            .filter(|(program, ..)| is_wanted(&open.programs, &program.code))
            .collect();
        Rows { edition, advice: open.advice, lang }.answers(&mut lines, row, judged, &programs, remarks);
        short.judged = true;
        short.certificates = judged.audits.iter().map(|audit| i18n::desk::letter(&audit.certificate.answer)).collect();
        short.requirements = judged.audits.iter().map(|audit| i18n::desk::letter(&audit.cross_domain.answer)).collect();
        short.group = judged.profile.group.clone();
        short.entry = judged.profile.entry;
    }
    let mut problems = Vec::new();
    remarks.iter().for_each(|remark| batch::remark(&mut problems, remark, lang));
    Reply { answer: Answer::Judged(short), parts: vec![lines, problems] }
}

fn told(remark: &Remark, lang: Lang) -> Told {
    let words = i18n::batch::remark(&remark.what, lang);
    let weight = remark.what.weight();
    let kind = match weight {
        Weight::NotJudged => "not_judged",
        Weight::LeftOut => "left_out",
        Weight::Check => "contradiction",
        Weight::Note => "note",
    };
    Told {
        row: remark.row,
        student: remark.student.clone(),
        file: remark.file.clone(),
        line: words.line,
        weight: i18n::batch::weight(weight, lang),
        kind,
        what: words.what,
        hint: words.hint,
    }
}

fn is_wanted(programs: &[String], code: &str) -> bool {
    programs.is_empty() || programs.iter().any(|wanted| wanted == code)
}

/// The language of a tag, as pages have it.
fn language(tag: &str) -> Lang {
    Lang::ALL.into_iter().find(|known| known.tag() == tag).unwrap_or(Lang::ZhTw)
}

/// The semester of a day, `2026-11-30`.
fn term(day: &str) -> Option<Term> {
    let mut parts = day.split('-').map(|part| part.parse::<u16>().ok());
    let (year, month) = (parts.next()??, parts.next()??);
    Some(Term::of_date(year, u8::try_from(month).ok()?))
}

/// Decodes Big5 as code page 950.
fn big5(bytes: &[u8]) -> Option<String> {
    Some(encoding_rs::BIG5.decode_without_bom_handling(bytes).0.into_owned())
}
