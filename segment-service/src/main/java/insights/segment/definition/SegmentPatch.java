package insights.segment.definition;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import insights.common.name.DisplayName;
import insights.segment.rule.RuleDefinition;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to change of a segment; what is left out stays (RFC 7396). Nothing of a segment can be taken away with null but
 * its time zone, which is the installation's then. Setters are how a reader learns of null: it calls them, and does not for
 * what was left out.
 */
@RegisterForReflection
@Schema(examples = """
        {"displayName":"Customers in Rome","rule":{"field":"city","op":"eq","value":"Roma"}}""")
public class SegmentPatch {

    @Pattern(regexp = DisplayName.WHOLE, message = DisplayName.WHOLE_MESSAGE)
    @Schema(maxLength = DisplayName.MAX_LENGTH)
    private String displayName;

    private RuleDefinition rule;

    @Size(max = SegmentRequest.MAX_PROFILES)
    private List<@NotBlank @Size(max = 200) String> profileIds;

    private SegmentStatus status;

    @Size(max = 50)
    @Schema(description = "null for that of the installation")
    private String timeZone;

    @Schema(hidden = true)
    private final Set<String> given = new TreeSet<>();

    @Schema(hidden = true)
    private final Set<String> takenAway = new TreeSet<>();

    @JsonSetter
    void setDisplayName(String value) {
        displayName = DisplayName.normalized(note("displayName", value));
    }

    @JsonSetter
    void setRule(RuleDefinition value) {
        rule = note("rule", value);
    }

    @JsonSetter
    @JsonDeserialize(using = ProfileIdsReader.class)
    void setProfileIds(List<String> value) {
        profileIds = note("profileIds", value);
    }

    @JsonSetter
    void setStatus(SegmentStatus value) {
        status = note("status", value);
    }

    @JsonSetter
    void setTimeZone(String value) {
        given.add("timeZone");
        timeZone = value;
    }

    private <T> T note(String member, T value) {
        if (value == null) {
            takenAway.add(member);
        }
        return value;
    }

    String displayName() {
        return displayName;
    }

    RuleDefinition rule() {
        return rule;
    }

    List<String> profileIds() {
        return profileIds;
    }

    SegmentStatus status() {
        return status;
    }

    /** Null for that of the installation. */
    String timeZone() {
        return timeZone;
    }

    boolean hasTimeZone() {
        return given.contains("timeZone");
    }

    /** Whether it changes who is in the segment, or may. @param seen as the segment is */
    boolean isAboutMembers(SegmentState seen, DayZone zone) {
        return profileIds != null
                || rule != null && !rule.equals(seen.rule())
                || status != null && status != seen.status()
                || hasTimeZone() && !Objects.equals(zone.chosen(timeZone, seen.timeZone()), seen.timeZone());
    }

    /** What null was given for, and a segment cannot do without. */
    Set<String> takenAway() {
        return takenAway;
    }
}
