package insights.sandbox.autopilot.contact;

import java.util.List;

/**
 * Up to a hundred contacts.
 *
 * @param total how many there are on all pages
 * @param bookmark what leads to the next page; null on the last
 */
public record Page(List<Contact> contacts, int total, String bookmark) {

    /** As many as Autopilot puts on one (singer-io/tap-autopilot, PER_PAGE). */
    static final int SIZE = 100;
}
