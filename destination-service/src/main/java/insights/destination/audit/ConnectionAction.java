package insights.destination.audit;

import insights.common.audit.AuditAction;

/** What can be done to a connection, as far as an audit wants to know. */
public enum ConnectionAction implements AuditAction {
    CONNECTION_CREATED,
    CONNECTION_EDITED,
    CONNECTION_TESTED,
    CONNECTION_NEEDS_ATTENTION,
    CONNECTION_REMOVED,
    API_KEY_STORED,
    API_KEY_HANDED_OUT,
    CONSENT_AGREED,
    CONSENT_WITHDRAWN,
    EXPORT_USER_SET,
    EXPORT_USER_REMOVED,
    EXPORT_USER_LAPSED,
    EXPORT_USER_RESTORED
}
