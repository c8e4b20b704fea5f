import { useAllSegments } from "../api/segments";
import { useText } from "../lang/Texts";

/** The names of segments. While they are asked for, nothing is claimed of one. */
export function useSegmentNames(): (id: string) => string {
  const say = useText();
  const { data } = useAllSegments();
  const names = new Map((data?.items ?? []).map((one) => [one.id, one.displayName]));
  return (id) => names.get(id) ?? (data ? say("export.segmentGone") : "…");
}
