// Transcripts of nobody, as files of a wanted size: what is printed and what is kept in a workbook.
import { crc32, deflateRawSync } from "node:zlib";
import { printer } from "./lib.mjs";

const FIRST = ["範例", "示範", "樣本", "進階", "應用", "基礎", "智慧", "綠色"];
const SECOND = ["力學", "資料科學", "微積分", "電路學(一)", "概論與實作", "設計", "物理實驗", "機器學習導論", "結構學"];

/** So many courses, nine a semester, the newest first. */
export function courses(count) {
  return Array.from({ length: count }, (_, at) => {
    const term = Math.floor(at / 9);
    return {
      number: String(310000 + at),
      code: `99${String(at).padStart(5, "0")}`,
      name: FIRST[at % FIRST.length] + SECOND[at % SECOND.length],
      credits: ["3.0", "2.0", "1.0"][at % 3],
      grade: String(60 + (at % 40)),
      year: 114 - Math.floor(term / 2),
      half: 2 - (term % 2),
    };
  });
}

/** The score page of so many courses as Chromium prints it: a PDF file. */
export async function printed(count) {
  let html = "<!DOCTYPE html><meta charset=utf-8><style>table{border-collapse:collapse}th,td{border:1px solid #999}</style>";
  courses(count).forEach((course, at) => {
    if (at % 9 === 0) {
      html += `${at ? "</table>" : ""}<form><input type=submit value='${course.year} 學年度 第 ${course.half} 學期'></form><table><tr>`;
      html += ["課號", "修", "課程名稱", "英文課名", "課程編碼", "階段", "學分", "成績", "備註"].map((head) => `<th>${head}`).join("");
    }
    const cells = [course.number, "必<br>Required", course.name, "Sample Demo Course", course.code, "1", course.credits, course.grade, "範例二甲"];
    html += `<tr>${cells.map((cell) => `<td>${cell}`).join("")}`;
  });
  const paper = await (await (await printer()).newContext()).newPage();
  await paper.setContent(`${html}</table>`);
  const pdf = await paper.pdf({ format: "A4" });
  await paper.context().close();
  return pdf;
}

/** A workbook (.xlsx) of so many courses. */
export function workbook(count) {
  const rows = courses(count).map((course) => [course.code, course.name, course.credits, course.grade, `${course.year}-${course.half}`]);
  return workbookOf([["課程編碼", "課程名稱", "學分", "成績", "學期"], ...rows]);
}

/** A workbook (.xlsx) of one sheet with these rows of texts. */
export function workbookOf(rows) {
  const cell = (text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (cells, at) => `<row r="${at + 1}">${cells.map(cell).join("")}</row>`;
  const sheet = rows.map(row).join("");
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relationships = (kind, target) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${links}/${kind}" Target="${target}"/></Relationships>`;
  const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return zip({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    "_rels/.rels": relationships("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${links}"><sheets><sheet name="成績" sheetId="1" r:id="a"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships("worksheet", "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  });
}

/** A zip file of these parts, by their names. */
export function zip(parts) {
  const locals = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    locals.push(Buffer.from("PK\x03\x04"), head, Buffer.from(name), packed);
    directory.push(Buffer.from("PK\x01\x02\x14\0"), head, place, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from("PK\x05\x06"), end]);
}
