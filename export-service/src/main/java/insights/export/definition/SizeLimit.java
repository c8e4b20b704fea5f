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

    /** What to say about too many profiles; empty when they are not too many. */
    public Optional<String> excess(UUID connection) {
        return excess(profiles(segments(connection, null)));
    }

    /**
     * Why no export of a connection can be run for its size, by connection: too many profiles, or segments that have no
     * members. Connections with nothing in the way are not in it. segment-service is asked once for all of them.
     */
    public Map<UUID, HttpProblem> obstacles(Collection<UUID> connections) {
        if (connections.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Set<UUID>> segments = new HashMap<>();
        QuarkusTransaction.requiringNew().run(() -> exports.ofConnections(connections)
                .forEach(export -> segments.computeIfAbsent(export.connectionId, connection -> new HashSet<>())
                        .addAll(List.of(export.segmentIds))));
        List<UUID> asked = List.copyOf(segments.keySet());
        List<MemberCount> counts = members.of(asked.stream().map(segments::get).toList());
        Map<UUID, HttpProblem> obstacles = new HashMap<>();
        for (int i = 0; i < counts.size(); i++) {
            UUID connection = asked.get(i);
            obstacle(counts.get(i)).ifPresent(problem -> obstacles.put(connection, problem));
        }
        return obstacles;
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
        excess(profiles(all)).ifPresent(excess -> {
            throw Problem.of(ExportProblem.TOO_MANY_PROFILES, excess);
        });
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

    /** Distinct profiles in the segments; a problem when one of them is gone or was never refreshed. */
    long profiles(Collection<UUID> segments) {
        return segments.isEmpty() ? 0 : members.of(segments).orThrow();
    }

    /** Most distinct profiles in all exports of one connection together. */
    long maxProfiles() {
        return config.maxProfiles();
    }

    /** What all exports of the connection but one have chosen. */
    Set<UUID> segments(UUID connection, UUID except) {
        Set<UUID> segments = new HashSet<>();
        QuarkusTransaction.requiringNew().run(() -> exports.ofConnection(connection).stream()
                .filter(export -> !export.id.equals(except))
                .forEach(export -> segments.addAll(List.of(export.segmentIds))));
        return segments;
    }
}
