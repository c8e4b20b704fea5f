package insights.segment.profile;

import com.fasterxml.jackson.annotation.JsonRawValue;
import insights.segment.optout.OptOutReason;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A unified customer profile.
 *
 * @param attributes the JSON object as it is stored; missing attributes are left out
 * @param optedOut whether the person, or somebody with the same address, opted out; when one profile is asked for
 * @param optOuts why, when one profile is asked for
 */
public record Profile(
        @NotNull String profileId,

        @NotNull @JsonRawValue @Schema(type = SchemaType.OBJECT)
        String attributes,

        @NotNull Instant updatedAt,
        Boolean optedOut,
        List<OptOutReason> optOuts) {

    Profile with(List<OptOutReason> reasons) {
        return new Profile(profileId, attributes, updatedAt, !reasons.isEmpty(), reasons);
    }
}
