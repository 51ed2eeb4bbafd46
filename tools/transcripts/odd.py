#!/usr/bin/env python3
"""Makes the few odd files of tests/fixtures/odd: cells that a spreadsheet spoilt, several sheets, passwords, scans.

    python3 tools/transcripts/odd.py FOLDER PRINTED.pdf

Needs openpyxl, reportlab and Pillow from PyPI, and LibreOffice; PRINTED.pdf is one that Chromium printed.
"""

import datetime, subprocess, sys
from pathlib import Path

from openpyxl import Workbook
from PIL import Image, ImageDraw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

folder, printed = Path(sys.argv[1]), Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
HEAD = ["課程編碼", "課程名稱", "學分", "成績", "學期"]

book = Workbook()
first = book.active
first.title = "112 學年"
for row in [HEAD, ["9901001", "範例力學", 3, 75, "112-1"], ["99E0302", "示範資料科學", 2, "Ｗ", "112-2"]]:
    first.append(row)
second = book.create_sheet("113 學年")
for row in [HEAD, ["9901032", "樣本微積分", 3, 88, "113-1"]]:
    second.append(row)
hidden = book.create_sheet("草稿")
hidden.append(["9909999", "不要的課", 3, 60, "113-1"])
hidden.sheet_state = "hidden"
book.save(folder / "two-sheets.xlsx")

book = Workbook()
sheet = book.active
sheet.append(["範例大學成績表"])
sheet.merge_cells("A1:E1")
sheet.append([])
sheet.append(HEAD)
sheet.append([591001, "前面的零不見了", 3.0, 75.0, "112-1"])
sheet.append([591002, "格式補的零", 2, 80, "112-1"])
sheet["A5"].number_format = "0000000"
sheet.append([1.4e102, "變成次方", 2, 66, "112-2"])
sheet.append(["0591003", "文字的編碼", "3.0", "70", "112-2"])
sheet.append([9901004, "數字的編碼", 0.5, 59.6, "112-2"])
sheet.append([9901005, "成績是公式", 3, "=50+40", "112-2"])
sheet.append([9901006, "學期是日期", 3, 90, datetime.date(2023, 9, 1)])
sheet.append([9901007, "合併的學期甲", 3, 91, "113-1"])
sheet.append([9901008, "合併的學期乙", 3, 92, None])
sheet.merge_cells("E11:E12")
book.save(folder / "cells.xlsx")
for target in ["ods", "xls"]:
    subprocess.run(["soffice", "--headless", "--convert-to", target, "--outdir", str(folder), str(folder / "cells.xlsx")], check=True, stdout=subprocess.DEVNULL)
# LibreOffice works the formula out, as Excel does when it saves.
subprocess.run(["soffice", "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(folder / "cells.ods")], check=True, stdout=subprocess.DEVNULL)


def paper(name, **options):
    pdf = canvas.Canvas(str(folder / name), pageCompression=1, **options)
    for y, row in [(800, ["Code", "Name", "Credits", "Grade"]), (780, ["9901001", "Sample Mechanics", "3.0", "75"]), (760, ["99E0302", "Demo Data Science", "2.0", "88"])]:
        for x, cell in zip([50, 150, 350, 450], row):
            pdf.drawString(x, y, cell)
    pdf.save()


paper("plain.pdf")
paper("password.pdf", encrypt=StandardEncryption("secret", ownerPassword="owner"))
paper("no-printing.pdf", encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0, canCopy=0))

picture = Image.new("L", (400, 200), 255)
ImageDraw.Draw(picture).text((20, 20), "9901001 Sample Mechanics 3.0 75", fill=0)
scan = canvas.Canvas(str(folder / "scan.pdf"))
scan.drawImage(ImageReader(picture), 50, 500)
scan.save()

# What says which characters a font writes, renamed so that nobody finds it.
bytes_ = printed.read_bytes()
assert b"/ToUnicode" in bytes_
(folder / "garbled.pdf").write_bytes(bytes_.replace(b"/ToUnicode", b"/ToNothing"))
