import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { columnsIn, isIdUnclear, likelyId } from "./columns";

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

test("finds the columns after the lines before them", () => {
  expect(columnsIn("Report of May\n\nid,email\n1,a@example.com", 2)).toEqual(["id", "email"]);
  expect(columnsIn("id,email\n", 5)).toEqual([]);
});

test.each([
  [["email", "customer_id"], "customer_id"],
  [["ID", "shop_id"], "ID"],
  [["email", "shop_id"], "shop_id"],
  [["email", "profileId", "customer_id"], ""],
  [["shop", "paid"], ""],
  [["Email", "paid"], "Email"],
  [["Email", "Record ID"], "Record ID"],
  [["Email", "Subscriber Key", "Send ID"], "Subscriber Key"],
])("of %j takes %j for the id", (columns, id) => {
  expect(likelyId(columns)).toBe(id);
});

test.each([
  ...["customerId", "customer no", "contact id", "subscriber_id", "Client Code", "shop-id", "Record ID"],
  ...["Kundennr", "Kunden-Nr.", "Kundennummer", "Kunden-ID", "KUNNR"],
  ...[
    "ID cliente",
    "Codice cliente",
    "codice",
    "Cod. cliente",
    "cliente_id",
    "Codice del cliente",
    "N. cliente",
  ],
  ...["Número de cliente", "N.º de cliente", "código", "Código de cliente", "id_cliente"],
  ...["Email", "E-Mail", "e_mail", "Email Address", "E-mail 1 - Value", "E-Mail-Adresse", "Indirizzo e-mail"],
  ...["Correo electrónico", "Dirección de correo electrónico", "Indirizzo email", "Posta elettronica"],
])("%j may say who somebody is", (column) => {
  expect(likelyId(["Name", column, "Zahlt"])).toBe(column);
});

test.each([
  "paid",
  "Codice fiscale",
  "Codice postale",
  "Idea",
  "email opt out",
  "Mailing",
  "Kunde",
  "Candid",
])("%j says nothing of it", (column) => {
  expect(likelyId(["Name", column])).toBe("");
});

test.each([
  [["nome", "cognome"], true],
  [["nome"], false],
  [[], false],
  [["nome", "profileId"], false],
  [["nome", "codice cliente"], false],
])("has the id of %j chosen: %j", (columns, unclear) => {
  expect(isIdUnclear(columns)).toBe(unclear);
});

test("the sample to try is understood without being told anything", () => {
  const sample = readFileSync(join(import.meta.dirname, "../../../public/sample-customers.csv"), "utf8");
  expect(likelyId(columnsIn(sample))).toBe("customer_id");
  expect(sample.match(/@(?!example\.(com|org|net)\b)/g)).toBeNull();
});
