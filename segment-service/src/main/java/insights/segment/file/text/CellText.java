package insights.segment.file.text;

import insights.common.address.EmailAddress;
import insights.common.text.CleanText;

/** What a file has in one place, as it is kept. */
public final class CellText {

    private CellText() {}

    /**
     * The text in its clean form. But what looks like an address, because a sign in it stands in for a letter, stays as it was
     * written: composed, it would be the address that it looks like, and that is somebody else's.
     */
    public static String of(String text) {
        String clean = CleanText.of(text);
        return EmailAddress.hasStandIn(text) && !EmailAddress.hasStandIn(clean) ? text : clean;
    }
}
