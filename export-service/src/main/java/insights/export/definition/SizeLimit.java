package insights.export.definition;

import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import insights.export.ExportProblem;
import insights.export.segment.MemberCount;
import insights.export.segment.MemberCounts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How much all exports of one connection may have together: distinct profiles, counted once however often (F4, L1). */
@ApplicationScoped
public class SizeLimit {

    private final SizeConfig config;
    private final ExportRepository exports;
    private final MemberCounts members;

    SizeLimit(SizeConfig config, ExportRepository exports, MemberCounts members) {
        this.config = config;
        this.exports = exports;
        this.members = members;
    }

    /**
     * What to say about too many profiles in the exports of its connection; empty when they are not too many. Segments of other
     * exports that have no members now count nothing: they are no matter of this one.
     */
    public Optional<String> excess(Export export) {
        Set<UUID> all = segments(export.connectionId(), null);
        all.addAll(export.segmentIds());
        return excess(together(export.segmentIds(), all));
    }

    /**
     * Why exports cannot be run for their size, by export: too many profiles, or segments of theirs that have no members.
     * Those with nothing in the way are not in it. segment-service is asked once for all of them, and once more where there are
     * segments without members.
     */
    public Map<UUID, HttpProblem> obstacles(Collection<Export> asked) {
        Map<UUID, Set<UUID>> segments = segments(asked);
        Map<UUID, MemberCount> counts = counts(segments);
        Map<UUID, Set<UUID>> instead = new HashMap<>();
        for (Export export : asked) {
            if (counts.get(export.connectionId()) instanceof MemberCount.NotCounted not
                    && !not.without().isEmpty()) {
                instead.put(export.id(), not.instead(export.segmentIds(), segments.get(export.connectionId())));
            }
        }
        Map<UUID, MemberCount> countsInstead = counts(instead);
        Map<UUID, HttpProblem> obstacles = new HashMap<>();
        for (Export export : asked) {
            obstacle(countsInstead.getOrDefault(export.id(), counts.get(export.connectionId())))
                    .ifPresent(problem -> obstacles.put(export.id(), problem));
        }
        return obstacles;
    }

    /** What all exports of each connection have chosen. */
    private Map<UUID, Set<UUID>> segments(Collection<Export> asked) {
        Map<UUID, Set<UUID>> segments = new HashMap<>();
        asked.forEach(export -> segments.computeIfAbsent(export.connectionId(), connection -> new HashSet<>())
                .addAll(export.segmentIds()));
        if (!segments.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> exports.ofConnections(segments.keySet())
                    .forEach(export -> segments.get(export.connectionId).addAll(List.of(export.segmentIds))));
        }
        return segments;
    }

    private <K> Map<K, MemberCount> counts(Map<K, Set<UUID>> choices) {
        List<K> keys = List.copyOf(choices.keySet());
        List<MemberCount> counted = members.of(keys.stream().map(choices::get).toList());
        Map<K, MemberCount> counts = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            counts.put(keys.get(i), counted.get(i));
        }
        return counts;
    }

    private Optional<HttpProblem> obstacle(MemberCount count) {
        return switch (count) {
            case MemberCount.Counted counted ->
                excess(counted.profiles()).map(excess -> Problem.of(ExportProblem.TOO_MANY_PROFILES, excess));
            case MemberCount.NotCounted not -> Optional.of(not.why());
        };
    }

    /** 422 when it would be too many with these segments for that export. */
    void require(UUID connection, UUID export, Collection<UUID> segments) {
        Set<UUID> all = connection == null ? new HashSet<>() : segments(connection, export);
        all.addAll(segments);
        excess(together(segments, all)).ifPresent(excess -> {
            throw Problem.of(ExportProblem.TOO_MANY_PROFILES, excess);
        });
    }

    /** Distinct profiles in all of the segments that have members; a problem when one of those that are meant has none. */
    public long together(Collection<UUID> meant, Set<UUID> all) {
        MemberCount count = members.of(all);
        boolean isOthers =
                count instanceof MemberCount.NotCounted not && !not.without().isEmpty();
        return isOthers
                ? members.of(((MemberCount.NotCounted) count).instead(meant, all))
                        .orThrow()
                : count.orThrow();
    }

    private Optional<String> excess(long profiles) {
        return profiles <= config.maxProfiles()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "The exports of this connection have %,d distinct profiles together; %,d are allowed. Choose fewer"
                                + " or smaller segments.",
                        profiles,
                        config.maxProfiles()));
    }

    /** Most distinct profiles in all exports of one connection together. */
    public long maxProfiles() {
        return config.maxProfiles();
    }

    /** What all exports of the connection but one have chosen. */
    public Set<UUID> segments(UUID connection, UUID except) {
        Set<UUID> segments = new HashSet<>();
        QuarkusTransaction.requiringNew().run(() -> exports.ofConnection(connection).stream()
                .filter(export -> !export.id.equals(except))
                .forEach(export -> segments.addAll(List.of(export.segmentIds))));
        return segments;
    }
}
