// A folder chosen in a field for folders. Chromium chooses one by its protocol; in the other engines the field is given the
// folder's files, each with its path, as a choice gives them.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { ENGINE } from "./lib.mjs";

export async function chooseFolder(field, folder) {
  if (ENGINE === "chromium") return field.setInputFiles(folder);
  const found = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = await Promise.all(found.map(async (entry) => {
    const at = path.join(entry.parentPath, entry.name);
    return [path.relative(path.dirname(folder), at), (await readFile(at)).toString("base64")];
  }));
  await field.evaluate((input, files) => {
    const made = files.map(([path, text]) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const file = new File([bytes], path.split("/").pop());
      return Object.defineProperty(file, "webkitRelativePath", { value: path });
    });
    // No list of files can be made whose files have a path: the field shows this one in its place.
    const list = Object.assign(made, { item: (at) => made[at] ?? null });
    Object.defineProperty(input, "files", { configurable: true, value: list });
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, files);
}
