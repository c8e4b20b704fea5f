import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keepFocus } from "./focusKeeper";

let end: () => void;
beforeEach(() => {
  end = keepFocus();
});
afterEach(() => end());

function Rows({ inDialog }: { inDialog?: boolean }) {
  const [rows, setRows] = useState(["one", "two", "three"]);
  const [asked, setAsked] = useState<string>();
  const remove = (name: string) => {
    setRows(rows.filter((one) => one !== name));
    setAsked(undefined);
  };
  return (
    <main>
      <h1 id="page-title" tabIndex={-1}>
        Title
      </h1>
      <ul>
        {rows.map((name) => (
          <li key={name}>
            <a href="/">{name}</a>
            <button type="button" onClick={() => (inDialog ? setAsked(name) : remove(name))}>
              remove {name}
            </button>
          </li>
        ))}
      </ul>
      {asked && (
        <div role="dialog">
          <button type="button" onClick={() => remove(asked)}>
            yes
          </button>
        </div>
      )}
    </main>
  );
}

const focused = (name: string) => waitFor(() => expect(screen.getByRole("button", { name })).toHaveFocus());
const press = async (name: string) => {
  act(() => screen.getByRole("button", { name }).focus());
  await userEvent.keyboard("{Enter}");
};

it("goes from a row that is removed to its neighbour, and from the last to the title", async () => {
  render(<Rows />);
  await press("remove two");
  await focused("remove three");
  await userEvent.keyboard("{Enter}");
  await focused("remove one");
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(screen.getByRole("heading")).toHaveFocus());
});

it("goes from a dialog whose opener is gone to where that was", async () => {
  render(<Rows inDialog />);
  await press("remove one");
  await press("yes");
  await focused("remove two");
});

function Steps() {
  const [step, setStep] = useState<"busy" | "first" | "second">("first");
  return (
    <main>
      <h1>Title</h1>
      <div>
        {step === "second" ? (
          <section>
            <button type="button">next step</button>
          </section>
        ) : (
          <form>
            <input aria-label="name" />
            <button type="button" disabled={step === "busy"} onClick={() => setStep("busy")}>
              do it {step === "busy" && <span role="progressbar" />}
            </button>
          </form>
        )}
      </div>
      <button type="button" hidden onClick={() => setStep(step === "busy" ? "second" : "first")} />
    </main>
  );
}

it("goes from a step that is done to the next one, though its button was disabled meanwhile", async () => {
  const { container } = render(<Steps />);
  await press("do it");
  expect(screen.getByLabelText("name")).not.toHaveFocus();
  act(() => container.querySelector<HTMLElement>("[hidden]")?.click());
  await focused("next step");
});

function More() {
  const [all, setAll] = useState(false);
  return (
    <main>
      <div>
        <table>
          <tbody>
            <tr>
              <td>
                <a href="/1">first</a>
              </td>
            </tr>
            {all && (
              <tr>
                <td>
                  <a href="/2">second</a>
                </td>
              </tr>
            )}
          </tbody>
        </table>
        {!all && (
          <button type="button" onClick={() => setAll(true)}>
            more
          </button>
        )}
      </div>
    </main>
  );
}

it("goes from a button that loaded the last to what it loaded", async () => {
  render(<More />);
  await press("more");
  await waitFor(() => expect(screen.getByText("second")).toHaveFocus());
});

it("leaves alone who clicked beside everything", async () => {
  const { rerender } = render(<Rows />);
  screen.getByRole("button", { name: "remove one" }).focus();
  await userEvent.click(screen.getByRole("main"));
  rerender(<p>other</p>);
  await new Promise((done) => setTimeout(done));
  expect(document.body).toHaveFocus();
});

function Pages() {
  const [page, setPage] = useState(1);
  return (
    <main>
      <div>
        <button type="button" onClick={() => setPage(page - 1)}>
          previous
        </button>
        <button type="button" disabled={page === 2} onClick={() => setPage(page + 1)}>
          next
        </button>
      </div>
    </main>
  );
}

it("goes from a button that cannot be pressed any more to the one beside it", async () => {
  render(<Pages />);
  await press("next");
  await focused("previous");
});
