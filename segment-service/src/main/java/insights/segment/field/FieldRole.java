package insights.segment.field;

/** What a field is for, besides being one that rules can ask for. */
public enum FieldRole {
    /** Its values are the person's addresses: an opt-out holds for them, and exports can send to them. */
    EMAIL,
    /** Whoever has it true has opted out. */
    OPT_OUT
}
