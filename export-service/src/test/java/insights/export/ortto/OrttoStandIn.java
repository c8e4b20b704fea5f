package insights.export.ortto;

import insights.export.destination.AudienceMode;
import insights.export.destination.StandIn;
import insights.export.testing.OrttoSandbox;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** An account at the stand-in for Ortto, as the contract of destinations sees it. */
public final class OrttoStandIn implements StandIn {

    private final OrttoSandbox ortto = new OrttoSandbox();

    @Override
    public UUID connect(double rate) {
        return ortto.connect(rate);
    }

    @Override
    public List<Map<String, String>> dataMatching() {
        return List.of(
                Map.of("target", "str::email", "field", "email"),
                Map.of("target", "str::first", "field", "first_name"),
                Map.of("target", "+integer:Points", "field", "points"));
    }

    @Override
    public List<AudienceMode> audienceModes() {
        return List.of(AudienceMode.TAG);
    }

    @Override
    public Map<String, String> firstNames() {
        Map<String, String> names = new TreeMap<>();
        ortto.people()
                .forEach((email, person) ->
                        names.put(email, (String) ((Map<?, ?>) person.get("fields")).get("str::first")));
        return names;
    }

    /** A tag that was there before stands for nothing of ours: then the segment has the next one. */
    @Override
    public Set<String> audience(AudienceMode mode, String segment) {
        Set<String> tagged = ortto.tagged(segment);
        tagged.addAll(ortto.tagged(segment + " (2)"));
        return tagged;
    }

    @Override
    public void putByHand(AudienceMode mode, String segment, String email) {
        ortto.asSomebodyElse(
                "/person/merge",
                Map.of("people", List.of(Map.of("fields", Map.of("str::email", email), "tags", List.of(segment)))));
        clearCounters();
    }

    @Override
    public void fault(Fault fault) {
        ortto.account().clearFaults();
        ortto.account()
                .fault(
                        switch (fault) {
                            case UNAVAILABLE -> Map.of("effect", "STATUS", "status", 503, "next", 2);
                            case DONE_UNANSWERED ->
                                Map.of("effect", "CLOSE", "applied", true, "next", 1, "path", "/person/merge");
                            case NEVER_ANSWERED -> Map.of("effect", "CLOSE", "applied", true, "path", "/person/merge");
                            case NOT_ITS_ANSWER -> Map.of("effect", "NOT_JSON", "next", 1, "path", "/person/merge");
                            case THROTTLED ->
                                Map.of("effect", "STATUS", "status", 429, "retryAfterSeconds", 1, "next", 2);
                            case KEY_REFUSED -> Map.of("effect", "STATUS", "status", 401);
                            case PLAN_LIMIT -> Map.of("effect", "STATUS", "status", 507, "path", "/person/merge");
                        });
    }

    @Override
    public void heal() {
        ortto.account().clearFaults();
    }

    @Override
    public void refuse(String email) {
        ortto.account().fault(Map.of("effect", "REFUSE_EMAIL", "email", email));
    }

    @Override
    public void limit(int perSecond) {
        ortto.account().configure(Map.of("ratePerSecond", perSecond));
    }

    /** Its tags and its fields are asked for, and one is made. */
    @Override
    public int preparations() {
        return 3;
    }

    @Override
    public void clearCounters() {
        ortto.account().clearCounters();
    }

    @Override
    public int requests() {
        return ortto.account().totalRequests();
    }

    @Override
    public int mostInOneSecond() {
        return ortto.account().peakPerSecond();
    }
}
