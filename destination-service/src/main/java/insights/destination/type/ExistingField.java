package insights.destination.type;

/**
 * A field that the customer added at the destination, and that a data matching can name.
 *
 * @param target what a data matching calls it, in exact case
 * @param name what people call it there
 */
public record ExistingField(String target, String name, TargetType type) {}
