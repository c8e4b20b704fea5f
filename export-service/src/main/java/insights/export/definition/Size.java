package insights.export.definition;

import insights.export.segment.Segment;
import java.util.List;

/**
 * How big an export is, or would be. Each profile counts once, however many segments it is in.
 *
 * @param profiles distinct profiles in the segments; left out while one of them was never refreshed
 * @param connectionProfiles distinct profiles in all exports of the connection, this one included; left out when it is
 *     not known, or there is no connection
 * @param maxProfiles most of them
 * @param tooMany whether they are more
 * @param maxContacts most contacts that the customer's contract with Autopilot allows; left out when nobody said
 * @param segments the segments, each with its size
 */
public record Size(
        Long profiles,
        Long connectionProfiles,
        long maxProfiles,
        boolean tooMany,
        Long maxContacts,
        List<Segment> segments) {}
