import { Tbody, Td, Tr } from "@patternfly/react-table";
import { act, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { showPage } from "../testing/page";
import { Table } from "./patternfly";

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
