import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { showPage } from "../../testing/page";
import { ImportDialog } from "./ImportDialog";

function choose(text: string) {
  showPage(<ImportDialog close={() => {}} started={() => {}} />, {});
  // The browser of the tests has no way to read files.
  const file = Object.assign(new File([text], "people.csv"), { slice: () => ({ text: async () => text }) });
  return userEvent.upload(screen.getByLabelText(/^File/), file);
}

const look = () => screen.getByRole("button", { name: "Show what would happen" });

it("has the column of the id chosen where nothing tells it", async () => {
  await choose("nome,cognome\nAda,Rossi\n");
  const column = await screen.findByLabelText("Column with the customer id");
  expect(column).toHaveDisplayValue("Choose the column");
  expect(look()).toBeDisabled();
  expect(look()).toHaveAccessibleDescription("First choose the column with the customer id.");
  await userEvent.selectOptions(column, "cognome");
  expect(look()).toBeEnabled();
});

it("leaves it to the service where the file is read otherwise", async () => {
  await choose("nome,cognome\nAda,Rossi\n");
  const column = await screen.findByLabelText("Column with the customer id");
  await userEvent.selectOptions(screen.getByLabelText("Separator"), "Semicolon");
  expect(column).toHaveDisplayValue("Found out by itself");
  expect(look()).toBeEnabled();
});

it("finds the columns again where there are lines before them", async () => {
  await choose("report,May\n\nid,city\n1,Roma\n");
  await screen.findByLabelText("Column with the customer id");
  expect(look()).toBeDisabled();
  await userEvent.type(screen.getByLabelText("Lines before the names of the columns"), "2");
  await waitFor(() => expect(screen.getByLabelText("Column with the customer id")).toHaveValue("id"));
  expect(look()).toBeEnabled();
});

it.each(["profileId,email\n", "email\n"])("asks for nothing where it can be found: %j", async (text) => {
  await choose(text);
  await waitFor(() => expect(screen.getByLabelText("Column with the customer id")).toBeInTheDocument());
  expect(look()).toBeEnabled();
});
