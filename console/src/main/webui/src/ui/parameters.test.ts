import { describe, expect, it } from "vitest";
import { changed } from "./parameters";

describe("the parameters of an address", () => {
  const before = new URLSearchParams("q=ada&kind=EXPORT&kind=RUN&after=x");

  it("change where they are named, and stay where they are not", () => {
    expect(changed(before, { q: "grace", after: undefined }).toString()).toBe("kind=EXPORT&kind=RUN&q=grace");
    expect(before.get("q")).toBe("ada");
  });

  it("may have several values, and none for what is empty", () => {
    expect(changed(before, { kind: ["RUN", ""], q: "" }).getAll("kind")).toEqual(["RUN"]);
    expect(changed(before, { kind: [], q: "" }).toString()).toBe("after=x");
  });
});
