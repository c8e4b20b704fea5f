package insights.export.comparison;

/** Whose contacts are taken off their audiences. */
public enum Whose {
    /** Of everybody who is not wanted there any more. */
    ALL,
    /** Of these, those who opted out, whom no guard holds back. */
    OPTED_OUT
}
