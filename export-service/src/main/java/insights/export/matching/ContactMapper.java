package insights.export.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import insights.common.address.EmailAddress;
import insights.common.text.CleanText;
import insights.export.destination.Contact;
import insights.export.destination.FieldText;
import insights.export.destination.TargetField;
import insights.export.destination.TargetFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Turns the attributes of a profile into a contact, by the data matching of an export. A value that is absent or blank is
 * left out, so that it never blanks what the destination has.
 */
public final class ContactMapper {

    private final String emailField;
    private final List<Line> lines = new ArrayList<>();

    private record Line(TargetField target, String field) {}

    /** Made for an export. @param fields those of its destination */
    public ContactMapper(TargetFields fields, List<FieldMatch> matches) {
        String email = null;
        for (FieldMatch match : matches) {
            if (match.target().equals(fields.email())) {
                email = match.field();
            } else {
                lines.add(new Line(fields.find(match.target()).orElseThrow(), match.field()));
            }
        }
        emailField = email;
    }

    /** The attribute that is the e-mail address. */
    public String emailField() {
        return emailField;
    }

    /** The attributes it needs. */
    public List<String> fields() {
        return Stream.concat(Stream.of(emailField), lines.stream().map(Line::field))
                .distinct()
                .toList();
    }

    /** The fields at the destination that it fills, besides the e-mail. */
    public List<String> targets() {
        return lines.stream().map(line -> line.target().target()).toList();
    }

    /** @param optedOut whether the person opted out, which nothing else outweighs */
    public Mapped map(Map<String, JsonNode> attributes, boolean optedOut) {
        String text = attributes.getOrDefault(emailField, NullNode.instance).asText("");
        EmailAddress email = EmailAddress.parse(text).orElse(null);
        if (optedOut) {
            return new Mapped.Unfit(RejectionReason.OPTED_OUT, email);
        }
        if (email == null) {
            boolean blank = CleanText.of(text).isEmpty();
            return new Mapped.Unfit(blank ? RejectionReason.NO_EMAIL : RejectionReason.INVALID_EMAIL, null);
        }
        SortedMap<String, JsonNode> values = new TreeMap<>();
        for (Line line : lines) {
            JsonNode value = attributes.get(line.field());
            Optional<String> written = FieldText.of(value);
            if (written.isEmpty()) {
                continue;
            }
            Optional<JsonNode> fitting = line.target().value(value, written.get());
            if (fitting.isEmpty()) {
                return new Mapped.Unfit(RejectionReason.VALUE_DOES_NOT_FIT, email, line.field());
            }
            values.put(line.target().target(), fitting.get());
        }
        return new Mapped.Fit(new Contact(email, values));
    }
}
