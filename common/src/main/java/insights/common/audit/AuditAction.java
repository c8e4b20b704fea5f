package insights.common.audit;

/** What can be done to something, as far as an audit wants to know. Each service lists its own in an enum. */
public interface AuditAction {

    /** The enum constant's name, which is what the audit shows and can be searched by. */
    String name();
}
