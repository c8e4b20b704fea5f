package insights.destination.type;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The {@link FieldCatalogue} of each type: data that comes with the service, in {@code connection-types/<type>/fields.json}.
 * export-service checks data matchings by a catalogue of its own; a test of it makes sure that both say the same.
 */
@ApplicationScoped
public class FieldCatalogues {

    private final Map<ConnectionType, FieldCatalogue> byType = new EnumMap<>(ConnectionType.class);

    FieldCatalogues(ObjectMapper json) {
        for (ConnectionType type : ConnectionType.values()) {
            byType.put(type, read(json, type));
        }
    }

    public FieldCatalogue of(ConnectionType type) {
        return byType.get(type);
    }

    private static FieldCatalogue read(ObjectMapper json, ConnectionType type) {
        String name = "connection-types/%s/fields.json".formatted(type.name().toLowerCase(Locale.ROOT));
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return json.readValue(file, FieldCatalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
