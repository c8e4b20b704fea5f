package insights.export.autopilot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.export.connection.ApiKey;
import insights.export.connection.Connection;
import insights.export.destination.AudienceMode;
import insights.export.destination.ContactChange;
import insights.export.destination.Destination;
import insights.export.destination.DestinationType;
import insights.export.destination.Gate;
import insights.export.destination.TargetFields;
import insights.export.line.Lines;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Autopilot as a destination, by its API v1. */
@ApplicationScoped
class AutopilotType implements DestinationType {

    /** Most contacts in one bulk upsert ({@code autopilot-api.md}, "Bulk"). */
    private static final int MAX_CONTACTS = 100;

    private static final String FLAG = AutopilotField.Type.BOOLEAN.prefix() + AutopilotField.SEPARATOR;

    private final AutopilotRestClient client;
    private final Lines lines;
    private final Answers answers;
    private final TargetFields fields = new AutopilotFields();

    AutopilotType(@RestClient AutopilotRestClient client, Lines lines, Clock clock) {
        this.client = client;
        this.lines = lines;
        this.answers = new Answers(clock);
    }

    @Override
    public String type() {
        return "AUTOPILOT";
    }

    @Override
    public String name() {
        return "Autopilot";
    }

    @Override
    public TargetFields fields() {
        return fields;
    }

    @Override
    public List<AudienceMode> audienceModes() {
        return List.of(AudienceMode.LIST, AudienceMode.FIELD);
    }

    @Override
    public int maxContacts() {
        return MAX_CONTACTS;
    }

    /** An upsert names its contact by the address alone ({@code autopilot-api.md}, "Upsert"). */
    @Override
    public boolean findsContactsById() {
        return false;
    }

    /** A boolean custom field: words without hyphens at their edges, joined as {@link AutopilotField} reads them. */
    @Override
    public String flag(String segment, int number) {
        String words = Arrays.stream(segment.split("[\\s\\p{Z}]+|--+"))
                .map(word -> word.replaceAll("^-+|-+$", ""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(AutopilotField.SEPARATOR));
        String name = FLAG + (words.isEmpty() ? "Segment" : words);
        return number == 1 ? name : name + AutopilotField.SEPARATOR + number;
    }

    @Override
    public ObjectNode show(ContactChange change) {
        return AutopilotContact.of(change);
    }

    @Override
    public Destination open(Connection connection, ApiKey key, Gate gate) {
        return new AutopilotAccount(
                client,
                lines.to(connection, name(), gate),
                answers,
                connection.endpoint().toString(),
                key);
    }
}
