package insights.export.ortto;

import com.fasterxml.jackson.databind.JsonNode;
import insights.export.destination.ContactAnswer;
import insights.export.destination.DestinationException;
import insights.export.line.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What became of each person of a merge ({@code ortto-api.md}, "Merge" and "Errors"). */
final class MergeAnswer {

    private static final Pattern PLAN_LIMIT = Pattern.compile(
            "(contact|person|people|storage|plan) limit|limit of .*(contacts|people)|upgrade your",
            Pattern.CASE_INSENSITIVE);

    /** Recorded. Persons' values are refused in other words. */
    private static final Pattern UNKNOWN_FIELD = Pattern.compile("failed to validate field (\\S+) in schema");

    /** What is said of somebody's value; of some it was recorded, of others it is like that. */
    private static final Pattern OF_FIELD = Pattern.compile("failed to validate field ([^\\s:]*:[^\\s:]*:[^\\s:]+)");

    private static final Pattern NOT_FOUND = Pattern.compile("not found|not exist", Pattern.CASE_INSENSITIVE);

    private MergeAnswer() {}

    /**
     * By position, fields by their ids; empty when it says nothing of each.
     *
     * @param people how many were sent
     * @throws DestinationException when it is about the account or its fields, and nobody in particular
     */
    static Optional<List<ContactAnswer>> of(Reply reply, Merge.Key key, int people) {
        return switch (reply) {
            case Reply.Accepted accepted -> Optional.of(each(accepted.body().path("people"), key, people));
            case Reply.Refused refused -> {
                notThePersons(refused.body().path("error").asText("")).ifPresent(why -> {
                    throw why;
                });
                JsonNode details = refused.body().path("details");
                if (details.size() == people) {
                    yield Optional.of(each(details, key, people));
                }
                yield people == 1 && refused.body().path("error").isTextual()
                        ? Optional.of(List.of(one(refused.body(), key)))
                        : Optional.empty();
            }
        };
    }

    private static List<ContactAnswer> each(JsonNode entries, Merge.Key key, int people) {
        if (entries.size() != people) {
            return Collections.nCopies(people, new ContactAnswer.NotNamed());
        }
        List<ContactAnswer> answers = new ArrayList<>(people);
        for (int i = 0; i < people; i++) {
            answers.add(one(entries.path(i), key));
        }
        return answers;
    }

    private static ContactAnswer one(JsonNode entry, Merge.Key key) {
        if (entry.path("person_id").isTextual()) {
            return new ContactAnswer.Accepted(entry.path("person_id").asText());
        }
        String error = entry.path("error").asText("");
        String status = entry.path("status").asText("");
        Optional<DestinationException> why = notThePersons(error);
        if (why.isPresent()) {
            return new ContactAnswer.Hindered(why.get());
        }
        if (key.skipsWhoIsNotThere()
                && (status.equals("skipped") || NOT_FOUND.matcher(error).find())) {
            return new ContactAnswer.NotThere();
        }
        return switch (status) {
            case "suppressed" -> new ContactAnswer.Suppressed();
            case "invalid" -> new ContactAnswer.Refused(field(error));
            default -> error.isEmpty() ? new ContactAnswer.NotNamed() : new ContactAnswer.Refused(field(error));
        };
    }

    /** Its id; null when there is none in it. */
    private static String field(String error) {
        Matcher field = OF_FIELD.matcher(error);
        return field.find() ? field.group(1) : null;
    }

    /** What is wrong with the account or its fields, and with nobody in particular. */
    private static Optional<DestinationException> notThePersons(String error) {
        if (PLAN_LIMIT.matcher(error).find()) {
            return Optional.of(new DestinationException.PlanLimit());
        }
        Matcher unknown = UNKNOWN_FIELD.matcher(error);
        return unknown.find()
                ? Optional.of(new DestinationException.FieldUnavailable(
                        "Ortto has no field %s any more; choose another target.".formatted(unknown.group(1))))
                : Optional.empty();
    }
}
