import { ApiError } from "./problem";

/** As long as names may be. */
const LONGEST = 100;
const TRIES = 20;

/**
 * Makes a copy under the first name that is free: the given one, then with a number behind it. Who has very many copies gets the
 * name that the service finds.
 */
export async function copied<T>(
  name: string,
  make: (body: { displayName?: string }) => Promise<T>,
): Promise<T> {
  for (let number = 1; number <= TRIES; number++) {
    const end = number === 1 ? "" : ` ${number}`;
    try {
      return await make({ displayName: shortened(name, LONGEST - end.length) + end });
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem.type !== "name-taken") {
        throw error;
      }
    }
  }
  return make({});
}

/** Not in the middle of a character that takes two. */
function shortened(name: string, length: number): string {
  return name
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();
}
