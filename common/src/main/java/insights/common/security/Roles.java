package insights.common.security;

import java.util.Set;

/** The roles of {@code design.md} §2. For people each includes the one below it; those of services include nothing. */
public final class Roles {

    /** Sees what is exported. */
    public static final String VIEWER = "viewer";

    /** Chooses what is exported and when. */
    public static final String CONTRIBUTOR = "contributor";

    /** Decides where data may go. */
    public static final String ADMIN = "admin";

    /** The identity of export-service when it calls the other services. */
    public static final String EXPORT_SERVICE = "export-service";

    /** The identity of destination-service when it tells that a connection was removed. */
    public static final String DESTINATION_SERVICE = "destination-service";

    /** The identity of segment-service when it announces a finished refresh. */
    public static final String SEGMENT_SERVICE = "segment-service";

    /** The customer-data platform: it imports profiles, starts refreshes and announces its own. */
    public static final String PLATFORM = "platform";

    /** Whoever has one of these is no person. */
    static final Set<String> OF_MACHINES = Set.of(EXPORT_SERVICE, DESTINATION_SERVICE, SEGMENT_SERVICE, PLATFORM);

    private Roles() {}
}
