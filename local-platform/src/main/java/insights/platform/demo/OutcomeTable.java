package insights.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.console.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was exported, and why the rest was not, as a run tells it. */
final class OutcomeTable {

    private OutcomeTable() {}

    static List<String> of(Product product, int customers, JsonNode run, List<JsonNode> rejections) {
        JsonNode totals = run.get("totals");
        Table table = new Table()
                .heading("Of the customers")
                .row(
                        "in none of the segments",
                        customers - totals.get("profiles").longValue());
        byDetail(rejections).forEach(table::row);
        table.row("eligible", totals.get("eligible").longValue())
                .row("all", customers)
                .heading("At " + product.label())
                .row("contacts written", totals.get("contactsUpserted").longValue());
        if (product.hasLists()) {
            table.row("put on a list", totals.get("membershipsJoined").longValue());
        }
        return table.row("requests", totals.get("requests").longValue()).lines();
    }

    private static Map<String, Long> byDetail(List<JsonNode> rejections) {
        return rejections.stream()
                .collect(Collectors.groupingBy(
                        rejection -> rejection.get("detail").textValue(), TreeMap::new, Collectors.counting()));
    }
}
