package insights.segment.definition;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whose days count in conditions on the age of a date, where a segment does not say so. */
@Singleton
@Startup
public class DayZone {

    private final ZoneId zone;

    DayZone(@ConfigProperty(name = "insights.segment.time-zone") String name) {
        try {
            this.zone = ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalStateException(
                    "insights.segment.time-zone is no time zone: give a name like Europe/Rome", e);
        }
    }

    /** The same name, if there is such a zone in the IANA time zone database, or none is named; 422 otherwise. */
    public static String known(String name) {
        if (name != null && !ZoneId.getAvailableZoneIds().contains(name)) {
            throw InvalidSegment.of("/timeZone", "unknown; give a name like Europe/Rome");
        }
        return name;
    }

    /** @param own null for that of the installation */
    public ZoneId of(String own) {
        return own == null ? zone : ZoneId.of(own);
    }
}
