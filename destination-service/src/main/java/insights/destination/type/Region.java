package insights.destination.type;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Where accounts of a kind of destination can be.
 *
 * @param name what people call it
 * @param endpoint base of the API there
 */
public record Region(@NotNull String name, @NotNull URI endpoint) {

    /**
     * Those that an installation allows, the first one before the others if it is allowed.
     *
     * @param name what people call the region of a host
     */
    public static List<Region> allowed(URI first, Collection<URI> endpoints, UnaryOperator<String> name) {
        return Stream.concat(
                        endpoints.stream().filter(first::equals),
                        endpoints.stream()
                                .filter(endpoint -> !endpoint.equals(first))
                                .sorted())
                .map(endpoint -> new Region(name.apply(endpoint.getHost()), endpoint))
                .toList();
    }
}
