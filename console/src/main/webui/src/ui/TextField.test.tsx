import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import { showPage } from "../testing/page";
import { TextField } from "./TextField";

function Name() {
  const [name, setName] = useState("");
  return <TextField id="name" label="Name" value={name} change={setName} maxLength={10} />;
}

it("keeps what is too long, and says that it is", async () => {
  showPage(<Name />, {});
  const field = screen.getByLabelText("Name");
  await userEvent.click(field);
  await userEvent.paste("0123456789");
  expect(field).toHaveAccessibleDescription("");
  await userEvent.paste("abc");
  expect(field).toHaveValue("0123456789abc");
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription(/Too long: 13 characters, and 10 at most\./);
  await userEvent.keyboard("{Backspace>3}");
  expect(field).toBeValid();
});
