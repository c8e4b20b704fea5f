package insights.export.autopilot;

import insights.export.destination.AudienceMode;
import insights.export.destination.StandIn;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** An account of the Autopilot sandbox, as the contract of destinations sees it. */
final class AutopilotStandIn implements StandIn {

    private final Sandbox sandbox = new Sandbox();

    AutopilotStandIn() {
        sandbox.configure(Map.of("quirks", Map.of("namesOverwritten", true)));
    }

    @Override
    public UUID connect(double rate) {
        return Neighbours.get().connection(sandbox, rate);
    }

    @Override
    public List<Map<String, String>> dataMatching() {
        return List.of(
                Map.of("target", "Email", "field", "email"),
                Map.of("target", "FirstName", "field", "first_name"),
                Map.of("target", "integer--Points", "field", "points"));
    }

    @Override
    public List<AudienceMode> audienceModes() {
        return List.of(AudienceMode.LIST, AudienceMode.FIELD);
    }

    @Override
    public Map<String, String> firstNames() {
        Map<String, String> names = new TreeMap<>();
        sandbox.contacts().forEach((email, contact) -> names.put(email, (String) contact.get("FirstName")));
        return names;
    }

    @Override
    public Set<String> audience(AudienceMode mode, String segment) {
        return mode == AudienceMode.LIST
                ? sandbox.memberships().getOrDefault(segment, new TreeSet<>())
                : flagged(segment);
    }

    private Set<String> flagged(String segment) {
        Set<String> flagged = new TreeSet<>();
        sandbox.contacts().forEach((email, contact) -> {
            if (contact.get("custom_fields") instanceof List<?> fields
                    && fields.stream()
                            .map(Map.class::cast)
                            .anyMatch(field ->
                                    segment.equals(field.get("kind")) && Boolean.TRUE.equals(field.get("value")))) {
                flagged.add(email);
            }
        });
        return flagged;
    }

    @Override
    public void putByHand(AudienceMode mode, String segment, String email) {
        Map<String, Object> contact = mode == AudienceMode.LIST
                ? Map.of(
                        "Email",
                        email,
                        "_autopilot_list",
                        sandbox.asSomebodyElse("POST", "/list", Map.of("name", segment))
                                .getString("list_id"))
                : Map.of("Email", email, "custom", Map.of("boolean--" + segment, true));
        sandbox.asSomebodyElse("POST", "/contact", Map.of("contact", contact));
        sandbox.clearCounters();
    }

    @Override
    public void fault(Fault fault) {
        sandbox.clearFaults();
        sandbox.fault(
                switch (fault) {
                    case UNAVAILABLE -> Map.of("effect", "STATUS", "status", 503, "next", 2);
                    case DONE_UNANSWERED -> Map.of("effect", "CLOSE", "applied", true, "next", 1);
                    case NEVER_ANSWERED -> Map.of("effect", "CLOSE", "applied", true, "path", "/contacts");
                    case NOT_ITS_ANSWER -> Map.of("effect", "NOT_JSON", "next", 1);
                    case THROTTLED -> Map.of("effect", "STATUS", "status", 429, "next", 2);
                    case KEY_REFUSED -> Map.of("effect", "STATUS", "status", 401);
                    case PLAN_LIMIT -> Map.of("effect", "STATUS", "status", 402, "path", "/contacts");
                });
    }

    @Override
    public void heal() {
        sandbox.clearFaults();
    }

    @Override
    public void refuse(String email) {
        sandbox.fault(Map.of("effect", "REFUSE_EMAIL", "email", email));
    }

    @Override
    public void limit(int perSecond) {
        sandbox.configure(Map.of("ratePerSecond", perSecond));
    }

    /** Looks for the list, creates it, and reads who is on it. */
    @Override
    public int preparations() {
        return 3;
    }

    @Override
    public void clearCounters() {
        sandbox.clearCounters();
    }

    @Override
    public int requests() {
        return sandbox.totalRequests();
    }

    @Override
    public int mostInOneSecond() {
        return sandbox.peakPerSecond();
    }
}
