package insights.segment.definition;

import insights.common.time.ZoneNames;
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
        if (name != null && !ZoneNames.has(name)) {
            throw InvalidSegment.of("/timeZone", "unknown; give a name like Europe/Rome");
        }
        return name;
    }

    /**
     * What a segment has of its own when somebody asks for a zone. The one that it shows already, its own or the
     * installation's, changes nothing: people send back what they were shown.
     *
     * @param asked null for that of the installation
     * @param own what it has of its own so far; null for that of the installation
     * @throws RuntimeException 422 for what is no zone
     */
    String chosen(String asked, String own) {
        return asked != null && asked.equals(of(own).getId()) ? own : known(asked);
    }

    /** @param own null for that of the installation */
    public ZoneId of(String own) {
        return own == null ? zone : ZoneId.of(own);
    }
}
