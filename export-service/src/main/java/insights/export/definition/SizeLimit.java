package insights.export.definition;

import insights.common.problem.Problem;
import insights.export.ExportProblem;
import insights.export.segment.MemberClient;
import insights.export.segment.MemberQuery;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How much all exports of one connection may have together: distinct profiles, counted once however often (F4, L1). */
@ApplicationScoped
public class SizeLimit {

    private final SizeConfig config;
    private final ExportRepository exports;
    private final MemberClient members;

    SizeLimit(SizeConfig config, ExportRepository exports, MemberClient members) {
        this.config = config;
        this.exports = exports;
        this.members = members;
    }

    /** What to say about too many profiles; empty when they are not too many. */
    public Optional<String> excess(UUID connection) {
        return excess(segments(connection, null));
    }

    /** 422 when it would be too many with these segments for that export. */
    void require(UUID connection, UUID export, Collection<UUID> segments) {
        Set<UUID> all = connection == null ? new HashSet<>() : segments(connection, export);
        all.addAll(segments);
        excess(all).ifPresent(excess -> {
            throw Problem.of(ExportProblem.TOO_MANY_PROFILES, excess);
        });
    }

    private Optional<String> excess(Set<UUID> segments) {
        long profiles = profiles(segments);
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
        return segments.isEmpty() ? 0 : members.count(new MemberQuery(segments, List.of(), null));
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
