package insights.destination.ortto;

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
import java.util.Map;
import java.util.Optional;

/** Ortto as a kind of destination, by its API v1 ({@code ortto-api.md}). */
@ApplicationScoped
class OrttoType implements DestinationType {

    /** The rate is that of the smallest plan that has the API (help.ortto.com a-235); the batch is documented (a-257). */
    private static final Limits LIMITS = new Limits(10, 100_000, 100);

    /** What keys look like is not documented. */
    private static final KeyShape KEY = KeyShape.ofWhatCanBeSeen("Ortto");

    private static final Map<String, String> REGIONS =
            Map.of("api.ap3api.com", "Global", "api.au.ap3api.com", "Australia", "api.eu.ap3api.com", "Europe");

    private final OrttoConfig config;
    private final PeopleProof proof;
    private final PersonFieldLookup fields;

    OrttoType(OrttoConfig config, PeopleProof proof, PersonFieldLookup fields) {
        this.config = config;
        this.proof = proof;
        this.fields = fields;
    }

    @Override
    public ConnectionType type() {
        return ConnectionType.ORTTO;
    }

    @Override
    public String description() {
        return "Marketing automation, what Autopilot became: people, and a tag for every segment.";
    }

    @Override
    public URI documentation() {
        return URI.create("https://help.ortto.com/developer/latest/api-reference/person/");
    }

    /** A key works in the region of its account only. Others are stand-ins, or proxies on the way. */
    @Override
    public List<Region> regions() {
        return Region.allowed(
                config.defaultEndpoint(), config.allowedEndpoints(), host -> REGIONS.getOrDefault(host, host));
    }

    @Override
    public String regionsSetting() {
        return "insights.ortto.allowed-endpoints";
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
        return fields.find(endpoint, apiKey);
    }
}
