package insights.export.segment;

import com.fasterxml.jackson.databind.JsonNode;
import insights.common.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asks segment-service how many people segments have: for any number of choices of segments at once. */
@ApplicationScoped
public class MemberCounts {

    /** How many choices one question may be about. */
    private static final int MOST = 200;

    private final MemberClient client;

    MemberCounts(MemberClient client) {
        this.client = client;
    }

    /** Distinct profiles in the segments. */
    public MemberCount of(Collection<UUID> segments) {
        return of(List.of(segments)).getFirst();
    }

    /** Distinct profiles in each of the choices, in their order; none of them is empty. */
    public List<MemberCount> of(List<? extends Collection<UUID>> choices) {
        List<Set<UUID>> different =
                choices.stream().<Set<UUID>>map(Set::copyOf).distinct().toList();
        Map<Set<UUID>, MemberCount> counts = new HashMap<>();
        for (int from = 0; from < different.size(); from += MOST) {
            counts.putAll(ask(different.subList(from, Math.min(from + MOST, different.size()))));
        }
        return choices.stream().map(choice -> counts.get(Set.copyOf(choice))).toList();
    }

    private Map<Set<UUID>, MemberCount> ask(List<Set<UUID>> choices) {
        Map<Set<UUID>, MemberCount> counts = new HashMap<>();
        try {
            JsonNode answer = client.ask("internal/member-counts", Map.of("choices", choices));
            Map<UUID, JsonNode> segments = new HashMap<>();
            answer.path("segments")
                    .forEach(segment ->
                            segments.put(UUID.fromString(segment.path("id").asText()), segment));
            List<JsonNode> numbers = new ArrayList<>();
            answer.path("counts").forEach(numbers::add);
            if (numbers.size() != choices.size()) {
                throw SegmentClient.unavailable();
            }
            for (int i = 0; i < numbers.size(); i++) {
                Set<UUID> choice = choices.get(i);
                counts.put(
                        choice,
                        numbers.get(i).isNull()
                                ? notCounted(choice, segments)
                                : new MemberCount.Counted(numbers.get(i).longValue()));
            }
        } catch (HttpProblem problem) {
            choices.forEach(choice -> counts.put(choice, new MemberCount.NotCounted(problem, Set.of())));
        }
        return counts;
    }

    private static MemberCount notCounted(Set<UUID> choice, Map<UUID, JsonNode> segments) {
        Set<UUID> without = choice.stream()
                .filter(segment -> !segments.containsKey(segment)
                        || !segments.get(segment).path("refreshed").asBoolean()
                        || !segments.get(segment).path("active").asBoolean())
                .collect(Collectors.toSet());
        return new MemberCount.NotCounted(why(choice, segments), without);
    }

    private static HttpProblem why(Set<UUID> choice, Map<UUID, JsonNode> segments) {
        if (!segments.keySet().containsAll(choice)) {
            return NoMembers.gone();
        }
        Optional<String> failure = choice.stream()
                .map(segment -> segments.get(segment).path("failure").asText(""))
                .filter(detail -> !detail.isEmpty())
                .findFirst();
        if (failure.isPresent()) {
            return NoMembers.failed(failure.get());
        }
        // To refresh is of no use where somebody switched a segment off.
        return choice.stream()
                .map(segments::get)
                .filter(segment -> !segment.path("active").asBoolean())
                .findFirst()
                .map(inactive -> NoMembers.inactive(inactive.path("displayName").asText()))
                .orElseGet(() -> NoMembers.notRefreshed(choice.stream()
                        .map(segments::get)
                        .filter(segment -> !segment.path("refreshed").asBoolean())
                        .map(segment -> segment.path("displayName").asText())
                        .sorted()
                        .toList()));
    }
}
