// The command line, as the native tests have built it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Of their profile: of another it would be compiled once more. */
const RUN = ["run", "--quiet", "--profile", "test", "--no-default-features", "--features", "cli", "--bin", "kuayu", "--"];

/** What `kuayu` prints with these arguments; it must end with one of these codes. */
export function kuayu(args, codes = [0]) {
  const { stdout, stderr, status } = spawnSync("cargo", [...RUN, ...args], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 });
  assert.ok(codes.includes(status), stderr);
  return stdout;
}
