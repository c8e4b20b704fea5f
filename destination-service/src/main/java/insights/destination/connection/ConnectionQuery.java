package insights.destination.connection;

import insights.common.page.ListOrder;
import insights.destination.type.ConnectionType;
import java.util.List;

/**
 * Which connections to list.
 *
 * @param text part of the display name, whatever the case; null: all
 * @param types of one of these; none: of any
 * @param statuses in one of these; none: in any
 * @param shared whether contributors may use them; null: both
 * @param after the cursor to go on from; null: from the start
 */
public record ConnectionQuery(
        String text,
        List<ConnectionType> types,
        List<ConnectionStatus> statuses,
        Boolean shared,
        ListOrder order,
        String after) {}
