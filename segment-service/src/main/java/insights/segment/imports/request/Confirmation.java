package insights.segment.imports.request;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an import does only when it is told that it is meant. */
public enum Confirmation {
    /** A replacing file removes three of ten profiles or more. */
    REMOVES_PROFILES,
    /** Most of the addresses would be gone. */
    REMOVES_ADDRESSES,
    /** Most of those whose address changes would get one that is somebody else's now. */
    EXCHANGES_ADDRESSES,
    /** A field becomes one of opt-outs, and most people who have a value for it would be opted out. */
    OPTS_OUT_MOST,
    /** Most of those who opted out by a field would not be opted out any more. */
    ENDS_OPT_OUTS,
    /** A field that many profiles have, or that is relied on, would be empty. */
    EMPTIES_FIELDS,
    /** Cells hold line breaks, and after them what looks like lines of the file. */
    LINES_IN_CELLS,
    /** A replacing file removes profiles, and its last line may have been cut. */
    MAY_BE_CUT;

    static Optional<Confirmation> of(String text) {
        return Stream.of(values())
                .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
