import { beforeEach, expect, it, vi } from "vitest";
import { ok, segments } from "./client";
import type { ApiError } from "./problem";
import { endSignIn, signInNeed } from "./signin";

const answers: Response[] = [];
const asked: Request[] = [];

beforeEach(() => {
  answers.length = 0;
  asked.length = 0;
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(request);
    const answer = answers.shift();
    if (!answer) {
      throw new TypeError("network");
    }
    return answer;
  });
});

function problem(status: number, type: string) {
  return new Response(
    JSON.stringify({ type: `urn:insights:problem:${type}`, status, title: "", detail: "why" }),
    {
      status,
      headers: { "Content-Type": "application/problem+json", "X-Request-Id": "r1" },
    },
  );
}

const make = () => ok(segments.POST("/segments", { body: { displayName: "A", rule: { everybody: true } } }));

it("sends what was typed again when the person has signed in", async () => {
  answers.push(new Response(null, { status: 499 }), new Response('{"id":"1"}', { status: 201 }));
  const made = make();
  await vi.waitFor(() => expect(signInNeed()).toBe("expired"));
  endSignIn(true);
  await expect(made).resolves.toEqual({ id: "1" });
  expect(await asked[1]?.json()).toEqual({ displayName: "A", rule: { everybody: true } });
  expect(asked[1]?.headers.get("X-Requested-With")).toBe("XMLHttpRequest");
});

it("asks for credentials anew where a service wants that", async () => {
  answers.push(problem(401, "fresh-sign-in-required"), new Response('{"id":"1"}', { status: 201 }));
  const made = make();
  await vi.waitFor(() => expect(signInNeed()).toBe("fresh"));
  endSignIn(true);
  await expect(made).resolves.toEqual({ id: "1" });
});

it("says why when the person does not", async () => {
  answers.push(problem(401, "fresh-sign-in-required"));
  const made = make().catch((error: unknown) => error);
  await vi.waitFor(() => expect(signInNeed()).toBe("fresh"));
  endSignIn(false);
  expect(((await made) as ApiError).problem.type).toBe("fresh-sign-in-required");
});

it("knows what goes away by itself", async () => {
  answers.push(problem(503, "unavailable"));
  const outage = (await make().catch((error: unknown) => error)) as ApiError;
  expect(outage.isOutage).toBe(true);
  expect(outage.problem.requestId).toBe("r1");
  expect(((await make().catch((error: unknown) => error)) as ApiError).problem.type).toBe("unreachable");
  answers.push(problem(422, "invalid-rule"));
  expect(((await make().catch((error: unknown) => error)) as ApiError).isOutage).toBe(false);
});
