package insights.destination.type;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A field that every contact has at a kind of destination, and that an export may fill.
 *
 * @param target what a data matching calls it, in exact case
 * @param name what people call it, in English
 * @param meaning what belongs into it, in English
 */
@RegisterForReflection
public record StandardField(String target, String name, TargetType type, String meaning) {}
