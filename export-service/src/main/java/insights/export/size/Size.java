package insights.export.size;

import insights.export.segment.Segment;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How big an export is, or would be. Each profile counts once, however many segments it is in.
 *
 * @param profiles distinct profiles in the segments; left out while one of them was never refreshed
 * @param connectionProfiles distinct profiles in all exports of the connection, this one included; left out when it is
 *     not known, or there is no connection
 * @param maxProfiles most of them
 * @param tooMany whether they are more
 * @param maxContacts most contacts that the customer's contract allows; left out when nobody said
 * @param overContract whether they are more than that: a run would stop with {@code CONTACT_LIMIT}, unless enough of them
 *     cannot be exported
 * @param segments the segments, each with its size
 */
public record Size(
        Long profiles,
        Long connectionProfiles,
        long maxProfiles,
        boolean tooMany,

        @Schema(description = "Most contacts that the contract of the connection allows; absent when nobody said")
        Long maxContacts,

        @Schema(
                description = "Whether there are more profiles than contacts are allowed, so that runs may stop with"
                        + " `CONTACT_LIMIT`. Profiles without an address of their own make no contacts: how many there would"
                        + " be, `POST /exports/{id}/preview` counts")
        boolean overContract,

        @NotNull List<Segment> segments) {}
