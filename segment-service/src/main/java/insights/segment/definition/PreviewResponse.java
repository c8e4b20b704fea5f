package insights.segment.definition;

import java.util.List;

/**
 * Who a rule would choose right now.
 *
 * @param profileIds of a few of them
 */
public record PreviewResponse(long count, List<String> profileIds) {}
