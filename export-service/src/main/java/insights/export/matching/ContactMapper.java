package insights.export.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.common.address.EmailAddress;
import insights.common.text.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns the attributes of a profile into a contact of Autopilot, by the data matching of an export. A value that is
 * absent or blank is left out, so that it never blanks what Autopilot has.
 */
public final class ContactMapper {

    private final String emailField;
    private final List<Line> lines = new ArrayList<>();

    private record Line(AutopilotField target, String field) {}

    /** Made for an export. */
    public ContactMapper(List<FieldMatch> matches) {
        String email = null;
        for (FieldMatch match : matches) {
            if (match.target().equals(AutopilotField.EMAIL)) {
                email = match.field();
            } else {
                lines.add(new Line(AutopilotField.of(match.target()).orElseThrow(), match.field()));
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

    /** The fields at Autopilot that it fills, besides the e-mail. */
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
        Contact contact = Contact.of(email);
        ObjectNode custom = JsonNodeFactory.instance.objectNode();
        for (Line line : lines) {
            JsonNode value = attributes.get(line.field());
            Optional<String> written = FieldValue.text(value);
            if (written.isEmpty()) {
                continue;
            }
            switch (line.target()) {
                case AutopilotField.Standard standard -> contact.body().put(standard.target(), written.get());
                case AutopilotField.Custom field -> {
                    Optional<JsonNode> typed = FieldValue.typed(field.type(), value, written.get());
                    if (typed.isEmpty()) {
                        return new Mapped.Unfit(RejectionReason.VALUE_DOES_NOT_FIT, email, line.field());
                    }
                    custom.set(field.target(), typed.get());
                }
            }
        }
        if (!custom.isEmpty()) {
            contact.body().set("custom", custom);
        }
        return new Mapped.Fit(contact);
    }
}
