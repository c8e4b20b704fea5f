package insights.export.destination;

import java.util.List;

/**
 * Some of the contacts on a list.
 *
 * @param total how many are on it
 * @param next what to ask for the contacts after these; null when there are none
 */
public record ListPage(List<Listed> contacts, long total, String next) {

    /**
     * A contact on a list.
     *
     * @param email null when it has none
     */
    public record Listed(String contactId, String email) {

        /** Hides the person. */
        @Override
        public String toString() {
            return "Listed[…]";
        }
    }
}
