// What browsers print: PDF files, looked into as far as the tests need.
import { constants, inflateSync } from "node:zlib";

/** Size and number of a PDF file's pages. Its objects may be packed together (Firefox does so). Points. */
export function paper(file) {
  const text = file.toString("latin1");
  const packed = [...text.matchAll(/stream\r?\n([^]*?)endstream/g)].map(([, bytes]) => {
    try {
      return inflateSync(Buffer.from(bytes, "latin1"), { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
    } catch {
      return ""; // not packed, or a picture
    }
  });
  const parts = [text, ...packed];
  const [, width, height] = parts.join("\n").match(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/);
  return { pages: parts.flatMap((part) => part.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length, width: Number(width), height: Number(height) };
}
