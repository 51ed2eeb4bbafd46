// The command line, as the native tests have built it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Where cargo has to find out whether that is still what the source says: it compiles for a minute. */
const CARGO = ["cargo", "run", "--quiet", "--no-default-features", "--features", "cli", "--bin", "kuayu", "--"];

/** What `kuayu` prints with these arguments; it must end with one of these codes. `$KUAYU` says where it is. */
export function kuayu(args, codes = [0]) {
  const [program, ...first] = process.env.KUAYU ? [process.env.KUAYU] : CARGO;
  const { stdout, stderr, status } = spawnSync(program, [...first, ...args], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 });
  assert.ok(codes.includes(status), stderr);
  return stdout;
}
