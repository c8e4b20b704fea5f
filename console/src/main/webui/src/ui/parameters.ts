/** The parameters of an address with some of them changed; what is empty is left out. */
export function changed(
  before: URLSearchParams,
  values: Record<string, string | string[] | undefined>,
): URLSearchParams {
  const next = new URLSearchParams(before);
  for (const [name, value] of Object.entries(values)) {
    next.delete(name);
    for (const one of [value ?? []].flat().filter((some) => some !== "")) {
      next.append(name, one);
    }
  }
  return next;
}
