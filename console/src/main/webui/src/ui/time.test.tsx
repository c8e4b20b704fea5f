import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../testing/page";
import { useDuration } from "./time";

function Took({ to }: { to: string }) {
  return <output>{useDuration()("2026-01-01T00:00:00.000Z", `2026-01-01T${to}Z`)}</output>;
}

it.each([
  ["00:00:00.300", "less than a second"],
  ["00:00:00.900", "1 sec"],
  ["00:01:00.000", "1 min"],
  ["02:03:04.000", "2 hrs 3 min"],
])("says how long until %s", (to, words) => {
  showPage(<Took to={to} />, {});
  expect(screen.getByRole("status")).toHaveTextContent(words);
});
