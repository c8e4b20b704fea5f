package insights.destination.field;

import insights.destination.connection.ConnectionService;
import insights.destination.connection.ConnectionUse;
import insights.destination.connection.ConnectionView;
import insights.destination.type.ConnectionType;
import insights.destination.type.ExistingField;
import insights.destination.type.FieldCatalogue;
import insights.destination.type.FieldCatalogues;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells which fields a data matching may fill at a connection, to people and to export-service. The destination is asked outside of transactions. */
@ApplicationScoped
public class ConnectionFieldService {

    private final ConnectionService connections;
    private final ConnectionUse use;
    private final FieldCatalogues catalogues;
    private final CustomFields customFields;

    ConnectionFieldService(
            ConnectionService connections, ConnectionUse use, FieldCatalogues catalogues, CustomFields customFields) {
        this.connections = connections;
        this.use = use;
        this.catalogues = catalogues;
        this.customFields = customFields;
    }

    /** 404 for a connection that the caller may not see. */
    ConnectionFields of(UUID id) {
        ConnectionView connection = connections.find(id);
        return of(id, connection.type());
    }

    /** The same for whoever may know of every connection; it must be there. */
    public ConnectionFields of(UUID id, ConnectionType type) {
        FieldCatalogue catalogue = catalogues.of(type);
        Optional<List<ExistingField>> existing = use.workingKey(id).flatMap(key -> customFields.of(id, key));
        return new ConnectionFields(
                Stream.concat(
                                catalogue.standard().stream().map(ConnectionField::of),
                                custom(existing.orElse(List.of())))
                        .toList(),
                existing.isPresent(),
                catalogue.custom());
    }

    private static Stream<ConnectionField> custom(List<ExistingField> existing) {
        return existing.stream()
                .map(ConnectionField::of)
                .sorted(Comparator.comparing(ConnectionField::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(ConnectionField::target));
    }
}
