import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { columnsIn, likelyId } from "./columns";

test.each([
  ["customer_id,email\n1,a@example.com\n", ["customer_id", "email"]],
  ['\uFEFF"Kunde, Nr";Ort\r\n1;Rom', ["Kunde, Nr", "Ort"]],
  ["id\tcittà\n", ["id", "città"]],
  ['{"profileId":"1","email":"a@example.com"}\n', ["profileId", "email"]],
  ['{"profileId":"1', []],
  ["", []],
])("finds the columns in %j", (beginning, columns) => {
  expect(columnsIn(beginning)).toEqual(columns);
});

test.each([
  [["email", "customer_id"], "customer_id"],
  [["ID", "shop_id"], "ID"],
  [["email", "shop_id"], "shop_id"],
  [["email", "profileId", "customer_id"], ""],
  [["email", "paid"], ""],
])("of %j takes %j for the id", (columns, id) => {
  expect(likelyId(columns)).toBe(id);
});

test("the sample to try is understood without being told anything", () => {
  const sample = readFileSync(join(import.meta.dirname, "../../../public/sample-customers.csv"), "utf8");
  expect(likelyId(columnsIn(sample))).toBe("customer_id");
  expect(sample.match(/@(?!example\.(com|org|net)\b)/g)).toBeNull();
});
