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

    /** Whether there is such a zone, by its name in the IANA time zone database. */
    public static boolean isKnown(String name) {
        return ZoneId.getAvailableZoneIds().contains(name);
    }

    /** @param own null for that of the installation */
    public ZoneId of(String own) {
        return own == null ? zone : ZoneId.of(own);
    }
}
