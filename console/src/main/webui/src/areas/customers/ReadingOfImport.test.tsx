import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import en from "../../lang/en.json";
import { showPage } from "../../testing/page";
import { BY_ITSELF, ReadingOfImport, readingOptions } from "./ReadingOfImport";

function Chosen() {
  const [reading, read] = useState(BY_ITSELF);
  return (
    <>
      <ReadingOfImport reading={reading} read={read} />
      <output>{JSON.stringify(readingOptions(reading))}</output>
    </>
  );
}

it("asks for what is chosen, in the words of the API, and for nothing else", async () => {
  showPage(<Chosen />, {});
  const asked = () => JSON.parse(screen.getByRole("status").textContent ?? "");
  expect(asked()).toEqual({ separator: "", skipLines: "", locale: "", charset: "" });
  await userEvent.click(screen.getByRole("button", { name: en["import.reading"] }));
  await userEvent.selectOptions(screen.getByLabelText(en["import.separator"]), en["import.separator.tab"]);
  await userEvent.selectOptions(screen.getByLabelText(en["import.locale"]), "it-IT");
  await userEvent.type(screen.getByLabelText(en["import.charset"]), "UTF-16");
  await userEvent.type(screen.getByLabelText(en["import.skipLines"]), "2");
  expect(asked()).toEqual({ separator: "\t", skipLines: "2", locale: "it-IT", charset: "UTF-16" });
});
