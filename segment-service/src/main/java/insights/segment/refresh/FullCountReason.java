package insights.segment.refresh;

/** Why a refresh looked at everybody for a segment. */
public enum FullCountReason {
    /** The refresh before did not compute the segment: it is new, was inactive, or could not be computed. */
    FIRST,
    /** Its rule is another, or that of a segment that it is made of, or the type of a field in it. */
    RULE,
    /** It looks at the age of a date, and the moment is another: people join and leave without any change. */
    DATE,
    /** So many profiles have changed that looking at everybody costs less, or it is not known whose. */
    PROFILES
}
