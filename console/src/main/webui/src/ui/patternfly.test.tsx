import { DropdownItem } from "@patternfly/react-core";
import { Tbody, Td, Tr } from "@patternfly/react-table";
import { act, screen } from "@testing-library/react";
import type { FormEvent } from "react";
import { expect, it, vi } from "vitest";
import { showPage } from "../testing/page";
import { ActionMenu } from "./ActionMenu";
import { Button, Table } from "./patternfly";

it("has a table that is too wide scroll by keyboard, and only such a one", () => {
  const seen: (() => void)[] = [];
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(look: () => void) {
        seen.push(look);
      }
      observe() {}
      disconnect() {}
    },
  );
  showPage(
    <Table aria-label="Wide">
      <Tbody>
        <Tr>
          <Td>x</Td>
        </Tr>
      </Tbody>
    </Table>,
    {},
  );
  const look = () => act(() => seen.forEach((one) => void one()));
  look();
  expect(screen.queryByRole("region")).toBeNull();
  const place = screen.getByRole("grid").parentElement as HTMLElement;
  vi.spyOn(place, "scrollWidth", "get").mockReturnValue(900);
  look();
  expect(screen.getByRole("region", { name: "Wide" })).toHaveAttribute("tabindex", "0");
  vi.unstubAllGlobals();
});

/** Clicks as a browser reports those of one place: they are counted, and the second comes before anything is drawn anew. */
function pressTwice(button: HTMLElement) {
  for (const detail of [1, 2]) {
    button.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail }));
  }
}

it.each([
  ["one that sends", { isLoading: false }, 1],
  ["one that is sending", { isLoading: true }, 0],
  ["one that loads more", { isLoading: false, sends: false }, 2],
  ["any other", {}, 2],
])("has %s act as often as it should when it is double-clicked", (_which, given, times) => {
  const act = vi.fn();
  showPage(
    <Button {...given} onClick={act}>
      Run
    </Button>,
    {},
  );
  pressTwice(screen.getByRole("button"));
  expect(act).toHaveBeenCalledTimes(times);
});

it("sends a form once when its button is double-clicked, and again later by keyboard", () => {
  const send = vi.fn((event: FormEvent) => event.preventDefault());
  showPage(
    <form onSubmit={send}>
      <Button type="submit" sends>
        Save
      </Button>
    </form>,
    {},
  );
  const button = screen.getByRole("button");
  pressTwice(button);
  expect(send).toHaveBeenCalledTimes(1);
  button.click();
  expect(send, "not drawn anew yet").toHaveBeenCalledTimes(1);
  vi.spyOn(Event.prototype, "timeStamp", "get").mockReturnValue(Number.MAX_SAFE_INTEGER);
  button.click();
  expect(send).toHaveBeenCalledTimes(2);
  vi.restoreAllMocks();
});

it("does what a menu offers once", async () => {
  const act = vi.fn();
  showPage(
    <ActionMenu name="x">
      <DropdownItem onClick={act}>Duplicate</DropdownItem>
    </ActionMenu>,
    {},
  );
  screen.getByRole("button").click();
  pressTwice(await screen.findByRole("menuitem"));
  expect(act).toHaveBeenCalledTimes(1);
});
