import type { UseQueryResult } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { IntlProvider } from "react-intl";
import { expect, it } from "vitest";
import { ApiError, problemOf } from "../api/problem";
import en from "../lang/en.json";
import { Loaded } from "./Loaded";

const OUTAGE = new ApiError(problemOf(503, { type: "urn:insights:problem:unavailable" }, null));

function page(query: { data?: string; error?: unknown; errorUpdateCount: number }) {
  const { data, error = null, errorUpdateCount } = query;
  const result = { data, error, errorUpdateCount, isError: error !== null, refetch: async () => {} };
  return (
    <IntlProvider locale="en" messages={en}>
      <Loaded query={result as unknown as UseQueryResult<string>}>{(shown) => <p>{shown}</p>}</Loaded>
    </IntlProvider>
  );
}

it("says that something is down until it is there, also while it is asked again", () => {
  const { rerender } = render(page({ errorUpdateCount: 0 }));
  expect(screen.getByRole("status")).toBeInTheDocument();
  rerender(page({ error: OUTAGE, errorUpdateCount: 1 }));
  expect(screen.getByText(en["problem.unavailable"])).toBeInTheDocument();
  rerender(page({ errorUpdateCount: 1 }));
  expect(screen.getByText(en["problem.unavailable"])).toBeInTheDocument();
  rerender(page({ data: "there", errorUpdateCount: 1 }));
  expect(screen.getByText("there")).toBeInTheDocument();
  expect(screen.queryByText(en["problem.unavailable"])).toBeNull();
});

it("keeps what was read once, with a word above it when reading it anew fails", () => {
  render(page({ data: "there", error: OUTAGE, errorUpdateCount: 1 }));
  expect(screen.getByText("there")).toBeInTheDocument();
  expect(screen.getByText(en["problem.unavailable"])).toBeInTheDocument();
});
