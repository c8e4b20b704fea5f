package insights.destination.autopilot;

import insights.destination.key.Secret;
import insights.destination.type.KeyCheck;
import insights.destination.type.ConnectionType;
import insights.destination.type.DestinationType;
import insights.destination.type.ExistingField;
import insights.destination.type.KeyShape;
import insights.destination.type.Limits;
import insights.destination.type.Region;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Autopilot as a kind of destination, by its API v1. */
@ApplicationScoped
class AutopilotType implements DestinationType {

    /** The rate is the figure in Autopilot's own documentation ("5 r/s"), the batch what all its clients send at most. */
    private static final Limits LIMITS = new Limits(5, 100_000, 100);

    /** Keys are 32 hexadecimal digits; nothing documents that they stay so, hence the width. */
    private static final KeyShape KEY = KeyShape.ofWhatCanBeSeen("Autopilot");

    private final AutopilotConfig config;
    private final AccountProof proof;
    private final CustomFieldLookup fields;

    AutopilotType(AutopilotConfig config, AccountProof proof, CustomFieldLookup fields) {
        this.config = config;
        this.proof = proof;
        this.fields = fields;
    }

    @Override
    public ConnectionType type() {
        return ConnectionType.AUTOPILOT;
    }

    @Override
    public String description() {
        return "E-mail marketing: contacts, and a list for every segment.";
    }

    @Override
    public URI documentation() {
        return URI.create("https://autopilot.docs.apiary.io/");
    }

    /** There is one Autopilot; others are stand-ins, or proxies on the way to it. */
    @Override
    public List<Region> regions() {
        return Region.allowed(config.defaultEndpoint(), config.allowedEndpoints(), UnaryOperator.identity());
    }

    @Override
    public String regionsSetting() {
        return "insights.autopilot.allowed-endpoints";
    }

    @Override
    public boolean allowsHttp() {
        return config.allowHttp();
    }

    @Override
    public KeyShape keyShape() {
        return KEY;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public KeyCheck check(URI endpoint, Secret apiKey) {
        return proof.check(endpoint, apiKey);
    }

    @Override
    public Optional<List<ExistingField>> existingFields(URI endpoint, Secret apiKey) {
        return fields.find(endpoint, apiKey).map(all -> all.stream()
                .flatMap(field -> CustomTarget.of(field).stream())
                .toList());
    }
}
