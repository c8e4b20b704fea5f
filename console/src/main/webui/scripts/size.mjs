// All scripts and styles that one person's browser can ever load (of the languages beside English, one), compressed as
// the console sends them: more than the limit fails the build.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const LIMIT = 400_000;
const folder = join(process.env.OUTPUT ?? "../../../target/webui/dist", "assets");
let sum = 0;
for (const name of readdirSync(folder)) {
  if (/\.(js|css)$/.test(name) && !/^es-/.test(name)) {
    sum += gzipSync(readFileSync(join(folder, name)), { level: 9 }).length;
  }
}
process.stdout.write(
  `Console pages: ${Math.round(sum / 1000)} kB compressed, of ${LIMIT / 1000} kB at most.\n`,
);
if (sum > LIMIT) {
  process.stderr.write("The pages are too large: look at what was imported last.\n");
  process.exit(1);
}
