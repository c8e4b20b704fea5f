package insights.common.time;

import java.time.ZoneId;

/** The names of the IANA time zone database. Java has some of its own beside them, which no other language can read. */
public final class ZoneNames {

    private static final String OF_JAVA_ALONE = "SystemV/";

    private ZoneNames() {}

    /** Whether there is a zone of this name; of null there is none. */
    public static boolean has(String name) {
        return name != null
                && !name.startsWith(OF_JAVA_ALONE)
                && ZoneId.getAvailableZoneIds().contains(name);
    }
}
