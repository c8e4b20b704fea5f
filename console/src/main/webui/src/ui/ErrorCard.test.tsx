import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { ApiError, problemOf } from "../api/problem";
import en from "../lang/en.json";
import { showPage } from "../testing/page";
import { ErrorCard } from "./ErrorCard";

it.each([
  [400, undefined, en["problem.refused"]],
  [401, undefined, en["problem.unauthenticated"]],
  [403, undefined, en["problem.forbidden"]],
  [404, "about:blank", en["problem.not-found"]],
  [409, "urn:insights:problem:of-a-later-release", en["problem.conflict"]],
  [412, undefined, en["problem.stale"]],
  [413, undefined, en["problem.too-large"]],
  [429, undefined, en["problem.too-many-requests"]],
  [500, undefined, en["problem.internal-error"]],
  [502, undefined, en["problem.unavailable"]],
  [504, undefined, en["problem.unavailable"]],
])("says what a status %i means of which no type is known", (status, type, told) => {
  showPage(<ErrorCard error={new ApiError(problemOf(status, type ? { type } : "<html>", null))} />, {});
  expect(screen.getByText(told)).toBeInTheDocument();
});
