package insights.destination.connection;

import insights.common.page.ListOrder;

/**
 * Which connections to list.
 *
 * @param text part of the display name, whatever the case; null: all
 * @param after the cursor to go on from; null: from the start
 */
public record ConnectionQuery(String text, ListOrder order, String after) {}
