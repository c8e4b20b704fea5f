// The types of the API, from the descriptions that the services commit. With --check it only compares.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const check = process.argv.includes("--check");
let differ = false;
for (const service of ["destination", "segment", "export"]) {
  const source = new URL(`../../../../../${service}-service/src/main/openapi/openapi.yaml`, import.meta.url);
  const target = new URL(`../src/api/generated/${service}.ts`, import.meta.url);
  const text = `// Made by \`npm run api\` from the description of ${service}-service.\n${astToString(await openapiTS(source))}`;
  if (!check) {
    writeFileSync(target, text);
  } else if (readFileSync(target, "utf8") !== text) {
    process.stderr.write(
      `${service}-service describes another API than the pages know: run \`npm run api\`.\n`,
    );
    differ = true;
  }
}
process.exit(differ ? 1 : 0);
