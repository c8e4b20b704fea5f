package insights.destination.type;

import jakarta.validation.constraints.NotNull;
import java.net.URI;

/**
 * Where accounts of a kind of destination can be.
 *
 * @param name what people call it
 * @param endpoint base of the API there
 */
public record Region(@NotNull String name, @NotNull URI endpoint) {}
