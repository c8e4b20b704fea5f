package insights.export.ortto;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.export.connection.ApiKey;
import insights.export.connection.Connection;
import insights.export.destination.AudienceMode;
import insights.export.destination.ContactChange;
import insights.export.destination.Destination;
import insights.export.destination.DestinationType;
import insights.export.destination.Gate;
import insights.export.destination.TargetFields;
import insights.export.line.BadRequests;
import insights.export.line.Lines;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Ortto as a destination, by its API v1. */
@ApplicationScoped
class OrttoType implements DestinationType {

    /** Most people in one merge ({@code ortto-api.md}, "Merge"). */
    private static final int MAX_CONTACTS = 100;

    private final OrttoRestClient client;
    private final Lines lines;
    private final Clock clock;
    private final OrttoConfig config;
    private final TargetFields fields = new OrttoFields();

    /** By endpoint: a ban is of the address that all connections call from. */
    private final Map<String, BadRequests> badRequests = new ConcurrentHashMap<>();

    OrttoType(@RestClient OrttoRestClient client, Lines lines, Clock clock, OrttoConfig config) {
        this.client = client;
        this.lines = lines;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public String type() {
        return "ORTTO";
    }

    @Override
    public String name() {
        return "Ortto";
    }

    @Override
    public TargetFields fields() {
        return fields;
    }

    /** It has no lists that people are put on ({@code ortto-api.md}, "Endpoints"). */
    @Override
    public List<AudienceMode> audienceModes() {
        return List.of(AudienceMode.TAG);
    }

    @Override
    public int maxContacts() {
        return MAX_CONTACTS;
    }

    @Override
    public boolean findsContactsById() {
        return true;
    }

    @Override
    public String flag(String segment, int number) {
        String name = segment.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
        String tag = name.isEmpty() ? "Segment" : name;
        return number == 1 ? tag : "%s (%d)".formatted(tag, number);
    }

    /** Its custom fields are in one list, its tags in another. */
    @Override
    public long preparations(Collection<String> targets, Predicate<String> filled, boolean named) {
        List<OrttoField.Custom> custom = targets.stream()
                .flatMap(target -> OrttoField.of(target).stream())
                .filter(OrttoField.Custom.class::isInstance)
                .map(OrttoField.Custom.class::cast)
                .toList();
        long made = custom.stream()
                .filter(field -> field.creates() && !filled.test(field.target()))
                .count();
        return (custom.isEmpty() ? 0 : 1) + made + (named ? 1 : 0);
    }

    @Override
    public ObjectNode show(ContactChange change) {
        return OrttoPerson.of(
                change,
                target ->
                        target.startsWith(OrttoField.CREATES) ? target.substring(OrttoField.CREATES.length()) : target);
    }

    @Override
    public Destination open(Connection connection, ApiKey key, Gate gate) {
        String endpoint = connection.endpoint().toString();
        BadRequests shared =
                badRequests.computeIfAbsent(endpoint, any -> new BadRequests(config.badRequests(), config.ban()));
        return new OrttoAccount(
                client,
                lines.to(connection, name(), gate, shared),
                new OrttoAnswers(clock, config.ban()),
                endpoint,
                key);
    }
}
