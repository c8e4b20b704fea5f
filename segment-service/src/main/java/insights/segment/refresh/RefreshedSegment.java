package insights.segment.refresh;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a refresh found of one segment.
 *
 * @param version of the segment's definition
 * @param joined how many members it has now that the refresh before did not find
 * @param left how many it has no more, those included whom an import or an erasure took out meanwhile
 * @param counted whether it looked at everybody for it, or only at those who had changed
 * @param reason why it looked at everybody; absent when it did not, or when nobody kept that
 */
public record RefreshedSegment(
        @NotNull UUID id,
        long version,
        long size,
        long joined,
        long left,

        @NotNull
        @Schema(
                description =
                        "Whether everybody was looked at for it, or only those whose profile had changed since the"
                                + " refresh before, which comes to the same")
        Counted counted,

        @Schema(description = """
                        Why everybody was looked at; absent with `CHANGES`, and in refreshes from before this was kept. `FIRST`:
                        the refresh before did not compute the segment. `RULE`: its rule, one that it is made of, or the type of
                        a field in it is another. `DATE`: it looks at the age of a date, and time has passed. `PROFILES`: too many
                        profiles have changed, or it is not known whose.""") FullCountReason reason) {}
