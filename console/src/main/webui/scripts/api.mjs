// The types of the API, from the descriptions that the services commit. They are made for each build, and not committed: what the
// pages know of the API is what it is, and where they take it for something else, tsc says so.
import { mkdirSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const folder = new URL("../src/api/generated/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const service of ["destination", "segment", "export"]) {
  const source = new URL(`../../../../../${service}-service/src/main/openapi/openapi.yaml`, import.meta.url);
  writeFileSync(new URL(`${service}.ts`, folder), astToString(await openapiTS(source)));
}
