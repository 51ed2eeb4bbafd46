#!/usr/bin/env python3
"""Invents transcripts and makes workbooks and PDF files of them, with what each says (truth.json).

What they are for: tests/all/import/opened.rs.

    python3 tools/transcripts/make.py FOLDER [COUNT [SEED [BROWSER]]]

Needs Chromium (playwright-core of tests/e2e), LibreOffice (libreoffice-calc), and reportlab and fontTools from PyPI;
CHROMIUM names the browser; BROWSER is `firefox` for prints of that one. The few files in tests/fixtures/opened were made by it, so no test needs any of these.
"""

import json, os, random, subprocess, sys
from html import escape
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIRST = "範例 示範 樣本 進階 應用 基礎 智慧 綠色 數位 跨域 人工智慧 Python程式 永續 社會 全民 工程 高階 生醫 太空 房屋".split()
SECOND = "力學 資料科學 微積分 電路學(一) 電路學(二) 概論與實作 設計 英文 物理實驗 專題 網路規劃 數學 材料 結構學 行銷 機器學習導論 民法 日語會話".split()
ENGLISH = "Sample Demo Applied Advanced Introduction Engineering Data Science Mechanics Design Project Laboratory English Green Smart Digital".split()


class Course:
    def __init__(self, r, term):
        self.name = r.choice(FIRST) + r.choice(SECOND)
        if r.random() < 0.2:
            self.name += r.choice(["- 半導體製程與設備之理論與實務", "（全英語授課）", " 與 AI 應用", "-工程(一)"])
        self.english = " ".join(r.choices(ENGLISH, k=r.randint(2, 6)))
        self.code = f"99{r.choice('0123456789')}{r.choice('0123456789ABE')}{r.randint(0, 999):03}"
        self.stage = r.choices(["1", "2", "全"], [8, 2, 1])[0]
        self.credits = r.choice(["0.0", "0.5", "1.0", "2.0", "2.0", "3.0", "3.0", "3.0", "4.0"])
        self.grade = r.choices([str(r.randint(60, 99)), str(r.randint(1, 59)), "Ｗ", "N", "抵免", "通過", "100"], [70, 8, 4, 4, 4, 6, 2])[0]
        self.term = term
        self.number = str(r.randint(100000, 399999))
        self.kind = r.choice(["必", "選", "通"])
        self.classes = r.choice(["範例二甲", "範例三", "博雅課程", "範例四甲乙合開"])

    def truth(self, term=True, stage=True, name=True):
        return {
            "code": self.code,
            "name": self.name if name else None,
            "credits": float(self.credits),
            "stage": self.stage if stage else None,
            "term": self.term if term else None,
            "grade": {"Ｗ": "W", "通過": "P"}.get(self.grade, self.grade),
        }


def transcript(r, terms=None, most=9):
    """Terms with their courses, newest first; no code twice in one."""
    out = []
    for at in range(terms or r.randint(1, 7)):
        term = f"{113 - at // 2}-{2 - at % 2}"
        courses = {}
        for _ in range(r.randint(1, most)):
            course = Course(r, term)
            courses.setdefault(course.code, course)
        out.append((term, list(courses.values())))
    return out


def page(r, terms):
    """The score page as HTML, as a browser prints it."""
    nine = r.random() < 0.7
    css = r.choice([
        "table{border-collapse:collapse}th,td{border:1px solid #999;font-weight:normal;padding:2px 4px}",
        "th,td{font-weight:normal}",
        "table{border-collapse:collapse}th,td{border:1px solid #000;padding:1px}tr:nth-child(even){background:#eee}",
        "table{border:0}th,td{border:0;font-weight:normal;padding:3px 5px}",
    ])
    border = 0 if "border:0" in css else r.choice([1, 1, 2])
    size = r.choice(["", f"body{{font-size:{r.choice([11, 12, 13, 14])}px}}"])
    head = ["課號", "修", "課程名稱"] + (["英文課名"] if nine else []) + ["課程編碼", "階段", "學分", "成績", "備註"]
    out = [f"<!DOCTYPE html><meta charset=utf-8><title>歷年成績查詢</title><style>{css}{size}</style><h3>歷年成績查詢</h3>"]
    for term, courses in terms:
        year, half = term.split("-")
        out.append(f"<form><input type=submit value='{year} 學年度 第 {half} 學期'></form><table border={border}>")
        row = "<tr>" + "".join(f"<th>{cell}" for cell in head)
        out.append(f"<thead>{row}</thead><tbody>" if r.random() < 0.3 else row)
        for c in courses:
            kind = {"必": "必<br>Required", "選": "選<br>Elective", "通": "通<br>General"}[c.kind]
            transfer = c.grade == "抵免"
            number, kind, note = ("　", "　", f"原修讀課程：{c.name}") if transfer else (c.number, kind, c.classes)
            cells = [number, kind, f"<a href='#{c.code}'>{escape(c.name)}</a>"] + ([escape(c.english)] if nine else [])
            cells += [c.code, c.stage, c.credits, c.grade, note]
            out.append("<tr>" + "".join(f"<td align=center>{cell}</td>" for cell in cells) + "</tr>")
        span = len(head) - 2
        for label, value in [("總平均", "75.20"), ("操行成績", "85.0"), ("備註", "　")]:
            out.append(f"<tr><th colspan=2>{label}<td colspan={span}>{value}")
        out.append("</table>")
    options = {
        "format": r.choice(["A4", "A4", "Letter"]),
        "landscape": r.random() < 0.4,
        "scale": r.choice([1, 1, 0.9, 0.8]),
        "displayHeaderFooter": r.random() < 0.5,
        "printBackground": r.random() < 0.3,
        "tagged": r.random() < 0.5,
        "margin": {side: "1cm" for side in ["top", "bottom", "left", "right"]},
    }
    return "\n".join(out), options, [c.truth() for _, courses in terms for c in courses]


def number_or_text(r, text):
    """A cell as LibreOffice stores it: a number, or a number kept as text."""
    try:
        value = float(text)
    except ValueError:
        return f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'
    # Codes such as 99E0123 and those with a leading zero are no numbers to whoever typed them as text.
    if r.random() < 0.3 or "E" in text or text.startswith("0") and len(text) > 3:
        return f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value!r}"><text:p>{value:g}</text:p></table:table-cell>'


def workbook(r, terms, paper=False):
    """A flat OpenDocument spreadsheet; LibreOffice makes the others of it. On paper nothing says what is merged."""
    text = lambda value: f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
    kind = r.choice(["plain", "title"] + ([] if paper else ["merged", "two rows", "second sheet"]))
    columns = ["課程編碼", "課程名稱", "學分", "階段", "成績", "學期"]
    order = columns[:]
    if r.random() < 0.4:
        r.shuffle(order)
    rows = []
    if kind == "title":
        rows.append(f'<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="{len(order)}" table:number-rows-spanned="1"><text:p>歷年成績表</text:p></table:table-cell></table:table-row>')
        rows.append("<table:table-row><table:table-cell/></table:table-row>")
    if kind == "two rows":
        order = columns[:]
        tall = lambda value: f'<table:table-cell office:value-type="string" table:number-rows-spanned="2" table:number-columns-spanned="1"><text:p>{value}</text:p></table:table-cell>'
        rows.append('<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="1"><text:p>課程</text:p></table:table-cell><table:covered-table-cell/>' + "".join(tall(name) for name in order[2:]) + "</table:table-row>")
        rows.append("<table:table-row>" + text("編碼") + text("名稱") + "<table:covered-table-cell/>" * 4 + "</table:table-row>")
    else:
        rows.append("<table:table-row>" + "".join(text(name) for name in order) + "</table:table-row>")
    for term, courses in terms:
        for at, c in enumerate(courses):
            value = {"課程編碼": c.code, "課程名稱": c.name, "學分": c.credits, "階段": c.stage, "成績": c.grade, "學期": term}
            cells = []
            for name in order:
                if name == "學期" and kind == "merged":
                    span = f' table:number-rows-spanned="{len(courses)}" table:number-columns-spanned="1"'
                    cells.append(f'<table:table-cell office:value-type="string"{span}><text:p>{term}</text:p></table:table-cell>' if at == 0 else "<table:covered-table-cell/>")
                elif name == "課程編碼" and c.code.isdigit() and r.random() < 0.5:
                    cells.append(f'<table:table-cell office:value-type="float" office:value="{int(c.code)}"><text:p>{int(c.code)}</text:p></table:table-cell>')
                elif name in ("課程編碼", "課程名稱", "學期", "階段"):
                    cells.append(text(value[name]))
                else:
                    cells.append(number_or_text(r, value[name]))
            rows.append("<table:table-row>" + "".join(cells) + "</table:table-row>")
    # Wide enough for every name: what is cut off on paper cannot be read.
    style = lambda name, width: f'<style:style style:name="{name}" style:family="table-column"><style:table-column-properties style:column-width="{width}cm"/></style:style>'
    styles = f'<office:automatic-styles>{style("wide", 8.0)}{style("narrow", 1.7)}</office:automatic-styles>'
    widths = "".join(f'<table:table-column table:style-name="{"wide" if name == "課程名稱" else "narrow"}"/>' for name in order)
    cover = '<table:table table:name="說明"><table:table-row>' + text("這一頁是說明") + "</table:table-row></table:table>"
    sheets = (cover if kind == "second sheet" else "") + f'<table:table table:name="成績">{widths}{"".join(rows)}</table:table>'
    names = " ".join(f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{key}:1.0"' for key in ["office", "style", "table", "text"])
    truth = [c.truth() for _, courses in terms for c in courses]
    return f'<?xml version="1.0" encoding="UTF-8"?><office:document {names} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">{styles}<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document>', truth


FONTS = {}


def fonts():
    """A font that is embedded, and one that every reader is to have: known by a predefined table of characters only."""
    if not FONTS:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont
        from reportlab.pdfbase.ttfonts import TTFont
        pdfmetrics.registerFont(TTFont("Zen", "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"))
        pdfmetrics.registerFont(UnicodeCIDFont("MSung-Light"))
        FONTS.update(embedded="Zen", known="MSung-Light")
    return FONTS


def drawn(r, terms, path):
    """A tabular transcript, drawn cell by cell without frames or with lines across only."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfgen import canvas
    size = landscape(A4)
    paper = canvas.Canvas(str(path), pagesize=size, pageCompression=r.choice([0, 1]))
    font = fonts()[r.choice(["embedded", "known"])]
    points = r.choice([8, 9, 10])
    step = points * r.choice([1.6, 1.9])
    x = {"學期": 40, "課程編碼": 90, "課程名稱": 150, "學分": 480, "階段": 540, "成績": 620}
    right = r.random() < 0.5
    lines = r.random() < 0.4
    y = 0

    def put(column, value, heading=False):
        if right and column in ("學分", "成績") and not heading:
            paper.drawRightString(x[column] + 40, y, value)
        else:
            paper.drawString(x[column], y, value)

    def fresh():
        nonlocal y
        paper.setFont(font, points + 4)
        y = size[1] - 50
        paper.drawString(330, y, "範例大學歷年成績單")
        paper.setFont(font, points)
        y -= 3 * step
        for column in x:
            put(column, column, heading=True)
        if lines:
            paper.line(36, y - 0.4 * points, 700, y - 0.4 * points)
        y -= step

    fresh()
    for term, courses in terms:
        for c in courses:
            if y < 60:
                paper.showPage()
                fresh()
            for column, value in [("學期", term), ("課程編碼", c.code), ("課程名稱", c.name), ("學分", c.credits), ("階段", c.stage), ("成績", c.grade)]:
                put(column, value)
            y -= step
    paper.drawString(x["課程名稱"], y - step, "合計")
    paper.drawString(x["學分"], y - step, "20.0")
    paper.save()
    return [c.truth() for _, courses in terms for c in courses]


def convert(folder, files, target):
    for at in range(0, len(files), 60):
        batch = [str(file) for file in files[at : at + 60]]
        subprocess.run(["soffice", "--headless", "--convert-to", target, "--outdir", str(folder), *batch], check=True, stdout=subprocess.DEVNULL)


def main():
    folder, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20
    folder.mkdir(parents=True, exist_ok=True)
    sources = folder / "sources"
    sources.mkdir(exist_ok=True)
    r = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 20260901)
    truth, printed, sheets = {}, [], {"xlsx": [], "ods": [], "xls": [], "pdf": []}
    small = count <= 40
    for at in range(count):
        terms = transcript(r, terms=r.randint(1, 3) if small else None, most=5 if small else 9)
        kind = ["print", "xlsx", "drawn", "ods", "print", "pdf", "drawn", "xlsx", "print", "xls"][at % 10]
        name = f"{at:04}-{kind}"
        if kind == "print":
            html, options, truth[f"{name}.pdf"] = page(r, terms)
            (sources / f"{name}.html").write_text(html)
            printed.append({"html": str(sources / f"{name}.html"), "pdf": str(folder / f"{name}.pdf"), "options": options})
        elif kind == "drawn":
            truth[f"{name}.pdf"] = drawn(r, terms, folder / f"{name}.pdf")
        else:
            flat, truth[f"{name}.{kind}"] = workbook(r, terms, paper=kind == "pdf")
            (sources / f"{name}.fods").write_text(flat)
            sheets[kind].append(sources / f"{name}.fods")
    (sources / "print.json").write_text(json.dumps(printed))
    subprocess.run(["node", str(HERE / "print.mjs"), str(sources / "print.json"), *sys.argv[4:5]], check=True)
    for target, files in sheets.items():
        convert(folder, files, target)
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=0, sort_keys=True) + "\n")


main()
