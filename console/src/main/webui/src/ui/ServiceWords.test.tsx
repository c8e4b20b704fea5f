import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { problemOf } from "../api/problem";
import { showPage } from "../testing/page";
import { errorAt } from "./ServiceWords";
import { TextField } from "./TextField";

const PROBLEM = problemOf(
  422,
  { errors: [{ pointer: "/displayName", detail: "give 1 to 100 characters" }] },
  null,
);
const field = (
  <TextField id="a" label="a" value="" change={() => {}} error={errorAt(PROBLEM, "/displayName")} />
);

it("says in the person's language that a value was refused, and of the service's words that they are English", async () => {
  showPage(field, {}, { language: "it" });
  const said = await screen.findByText("give 1 to 100 characters");
  expect(said).toHaveAttribute("lang", "en");
  expect(said.parentElement).toHaveTextContent(/^Questo valore non è accettato/);
});

it("says in English what the service says", async () => {
  showPage(field, {});
  expect((await screen.findByText("give 1 to 100 characters")).parentElement).toHaveTextContent(
    /^give 1 to 100 characters\b/,
  );
});
