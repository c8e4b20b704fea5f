import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { IntlProvider } from "react-intl";
import { createMemoryRouter, RouterProvider } from "react-router";
import { vi } from "vitest";
import { PreferencesProvider } from "../app/preferences";
import { type Role, SessionProvider } from "../app/session";
import en from "../lang/en.json";

/** What services answer: by the beginning of the path, the longest that fits. A function may look at the request, and take its time. */
export type Answers = Record<string, unknown | ((request: Request) => unknown)>;

const PREFIX = "/console/api";

/** What a service answers that does not do as it is told. */
export function refusal(status: number, type: string, errors: { pointer: string; detail: string }[] = []) {
  return new Response(JSON.stringify({ type: `urn:insights:problem:${type}`, status, errors }), { status });
}

/** Shows a page as somebody sees it whose services answer so. What was asked for is returned. */
export function showPage(page: ReactNode, answers: Answers, { at = "/", role = "admin" as Role } = {}) {
  const asked: Request[] = [];
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(request.clone());
    const path = new URL(request.url).pathname.slice(PREFIX.length);
    const known = Object.keys(answers)
      .filter((one) => path.startsWith(one))
      .sort((a, b) => b.length - a.length)[0];
    const answer = known === undefined ? { items: [] } : answers[known];
    const body: unknown = await (typeof answer === "function" ? answer(request) : answer);
    if (body instanceof Response) {
      return body;
    }
    return new Response(JSON.stringify(body), {
      status: 200,
      headers: { "Content-Type": "application/json", ETag: '"1"' },
    });
  });
  const router = createMemoryRouter([{ path: "*", element: page }], { initialEntries: [at] });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <PreferencesProvider>
        <IntlProvider locale="en-GB" messages={en} timeZone="UTC">
          <SessionProvider person={{ subject: "s", name: "Ada", userName: "ada", roles: [role] }}>
            <RouterProvider router={router} />
          </SessionProvider>
        </IntlProvider>
      </PreferencesProvider>
    </QueryClientProvider>,
  );
  return { asked, router };
}
