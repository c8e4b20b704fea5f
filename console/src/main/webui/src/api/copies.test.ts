import { expect, it } from "vitest";
import { copied } from "./copies";
import { ApiError, problemOf } from "./problem";

function refuse(type: string): never {
  throw new ApiError(problemOf(409, { type: `urn:insights:problem:${type}` }, null));
}

it("gives a copy the first name that is free, and no longer one than there may be", async () => {
  const taken = ["Copia di A", "Copia di A 2"];
  const make = async ({ displayName }: { displayName?: string }) =>
    taken.includes(displayName ?? "") ? refuse("name-taken") : displayName;
  expect(await copied("Copia di A", make)).toBe("Copia di A 3");
  const long = `Copia di ${"x".repeat(90)}😀`;
  expect(await copied(long, make)).toBe(`Copia di ${"x".repeat(90)}`);
  taken.push(`Copia di ${"x".repeat(90)}`);
  expect(await copied(long, make)).toBe(`Copia di ${"x".repeat(89)} 2`);
});

it("leaves the name to the service where many are taken, and tries nothing again that failed for another reason", async () => {
  const named = await copied("A", async ({ displayName }) => (displayName ? refuse("name-taken") : "made"));
  expect(named).toBe("made");
  let tries = 0;
  await expect(
    copied("A", async () => {
      tries++;
      return refuse("forbidden");
    }),
  ).rejects.toThrow();
  expect(tries).toBe(1);
});
