package insights.export.sending;

import insights.export.ledger.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Work on memberships, cut so that what is about one contact is done by one thread, one after the other. */
public final class ByContact {

    private ByContact() {}

    /** Neighbours with the same contact, in their order. */
    public static <T> List<List<T>> cut(List<T> pieces, Function<T, Membership> membership) {
        List<List<T>> cut = new ArrayList<>();
        String before = null;
        for (T piece : pieces) {
            String contact = membership.apply(piece).contactId();
            if (!contact.equals(before)) {
                cut.add(new ArrayList<>());
                before = contact;
            }
            cut.getLast().add(piece);
        }
        return cut;
    }
}
