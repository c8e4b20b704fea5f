package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import insights.export.testing.Api;
import insights.export.testing.World;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** An export of one history as it stands. */
final class ModelExport {

    private final ModelRuns runs;
    private final World world;
    private final Random random;
    private final ModelAccount home;
    private final String id;
    private final Map<Class<?>, ModelAccount> elsewhere = new HashMap<>();
    private ModelAccount account;
    private List<UUID> segments;
    private final Map<ModelAccount, String> shown = new HashMap<>();
    private String mode;
    private boolean named = true;

    ModelExport(ModelRuns runs, World world, Random random, ModelAccount home) {
        this.runs = runs;
        this.world = world;
        this.random = random;
        this.home = home;
        account = home;
        segments = world.someSegments();
        mode = home.anyMode();
        id = Api.create(definition());
    }

    String id() {
        return id;
    }

    ModelAccount home() {
        return home;
    }

    /** Where it is now. */
    ModelAccount account() {
        return account;
    }

    boolean isHome() {
        return account == home;
    }

    List<UUID> segments() {
        return segments;
    }

    String mode() {
        return mode;
    }

    boolean isNamed() {
        return named;
    }

    private Map<String, Object> definition() {
        Map<String, Object> request = Api.request(account.connection, segments.toArray(UUID[]::new));
        request.put("audienceMode", mode);
        request.put("optOutField", "opted_out");
        request.put("dataMatching", account.dataMatching(named));
        return request;
    }

    /** Other segments, another mode, other fields, or nothing of it. @param alone whether nobody else works with the account */
    void edit(boolean alone) {
        segments = random.nextBoolean() ? world.someSegments() : segments;
        mode = random.nextInt(3) == 0 ? account.anyMode() : mode;
        named = !alone || random.nextInt(4) > 0;
        Map<String, Object> patch = definition();
        patch.remove("connectionId");
        Api.change("PATCH", "/exports/" + id, patch);
    }

    /** To an account of its own, of the same kind or of another. */
    void away() {
        boolean ortto = random.nextBoolean();
        attach(elsewhere.computeIfAbsent(
                ortto ? ModelOrtto.class : ModelAutopilot.class,
                kind -> ortto ? new ModelOrtto(random, world) : new ModelAutopilot(random, world)));
    }

    void back() {
        attach(home);
    }

    /** With what it is there said, or as the service exchanges it. */
    private void attach(ModelAccount to) {
        boolean other = to.getClass() != account.getClass();
        shown.put(account, mode);
        account = to;
        Map<String, Object> attachment = new HashMap<>(Map.of("connectionId", to.connection));
        if (random.nextBoolean()) {
            mode = to.anyMode();
            attachment.put("audienceMode", mode);
            attachment.put("dataMatching", to.dataMatching(named));
        }
        Api.change("PUT", "/exports/" + id + "/connection", attachment);
        if (other && attachment.size() == 1) {
            String first = to instanceof ModelOrtto ? "TAG" : "LIST";
            mode = Api.get("/exports/" + id).getString("audienceMode");
            assertThat(mode).as("as it was there, if it delivered anything").isIn(first, shown.getOrDefault(to, first));
        }
    }

    /** Accounts that it has been at, but for the one where it is at home. */
    Collection<ModelAccount> elsewhere() {
        return elsewhere.values();
    }

    /** Who of these belongs into the audience of each segment, by address. */
    Map<UUID, Set<String>> audiences(Map<String, List<World.Person>> desired) {
        Map<UUID, Set<String>> audiences = new HashMap<>();
        desired.forEach((email, people) -> people.stream()
                .flatMap(person -> person.in().stream())
                .filter(segments::contains)
                .forEach(segment -> audiences
                        .computeIfAbsent(segment, none -> new TreeSet<>())
                        .add(email)));
        return audiences;
    }

    /** The id of the list that stands for a segment. */
    String list(UUID segment) {
        return audience("list_id from audience_list", segment);
    }

    /** The field or tag that does. */
    String flag(UUID segment) {
        return audience("flag from audience_flag", segment);
    }

    private String audience(String what, UUID segment) {
        return runs.text("select " + what + " where export_id = ? and segment_id = ?", UUID.fromString(id), segment)
                .orElse("boolean--none for " + segment);
    }
}
