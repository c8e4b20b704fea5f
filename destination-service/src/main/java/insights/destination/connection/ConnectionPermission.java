package insights.destination.connection;

import insights.common.security.Caller;
import insights.common.security.Roles;
import java.util.List;

/** What a caller may do with a connection that they see, whatever state it is in. */
public enum ConnectionPermission {
    /** Choose it for an export. */
    USE,
    /** Change everything that can be changed of it: settings, sharing, key, consent, export user; and test it. */
    EDIT,
    REMOVE;

    static List<ConnectionPermission> of(Caller caller) {
        if (caller.is(Roles.ADMIN)) {
            return List.of(values());
        }
        // Contributors see shared connections only.
        return caller.is(Roles.CONTRIBUTOR) ? List.of(USE) : List.of();
    }
}
