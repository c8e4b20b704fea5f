package insights.destination.connection;

import java.util.ArrayList;
import java.util.List;

/** What a connection lacks before a run can start, in the order in which people give it. */
public enum MissingPart {
    /** None was given, or it was withdrawn. */
    CONSENT,
    /** The endpoint is not one that the installation allows, or no longer. */
    ALLOWED_ENDPOINT,
    /** There is no key that the destination accepts: none at all, or the one that is stored was refused or not proven yet. */
    API_KEY,
    /** Nobody in whose name runs act: none at all, or one who lends their name no more. */
    EXPORT_USER;

    /** Empty when a run can start. */
    static List<MissingPart> of(ConnectionEntity row, boolean endpointAllowed) {
        List<MissingPart> missing = new ArrayList<>();
        if (row.consent == null) {
            missing.add(CONSENT);
        }
        if (!endpointAllowed) {
            missing.add(ALLOWED_ENDPOINT);
        }
        // Without consent nobody asks about a key; with a new one it is proven by itself.
        boolean proven = row.status == ConnectionStatus.CONNECTED || row.status == ConnectionStatus.CONSENT_WITHDRAWN;
        if (row.keyHint == null || !proven) {
            missing.add(API_KEY);
        }
        if (!row.hasExportUser()) {
            missing.add(EXPORT_USER);
        }
        return List.copyOf(missing);
    }
}
