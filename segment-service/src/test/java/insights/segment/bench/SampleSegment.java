package insights.segment.bench;

import insights.segment.bench.Customers.Customer;
import java.util.List;
import java.util.function.Predicate;

/**
 * A segment told three times: to the service, to PostgreSQL by hand, and to Java.
 *
 * @param rule as the service takes it
 * @param sql as somebody would write it who knows the table
 * @param test of one customer
 */
record SampleSegment(String rule, String sql, Predicate<Customer> test) {

    static final List<SampleSegment> ALL = List.of(
            everyone(),
            text("country", "IT", customer -> customer.country().equals("IT")),
            text("country", "ES", customer -> customer.country().equals("ES")),
            text("tier", "gold", customer -> customer.tier().equals("gold")),
            text("city", "City 7", customer -> customer.city().equals("City 7")),
            number("age", "gte", ">=", 65, customer -> customer.age() >= 65),
            number("age", "lt", "<", 30, customer -> customer.age() < 30),
            number("orders", "gt", ">", 25, customer -> customer.orders() > 25),
            number("spend", "gt", ">", 2500, customer -> customer.spent() > 2500),
            number("spend", "lte", "<=", 100, customer -> customer.spent() <= 100),
            new SampleSegment(
                    "{\"field\":\"newsletter\",\"op\":\"eq\",\"value\":true}",
                    "(attributes -> 'newsletter')::boolean",
                    customer -> Boolean.TRUE.equals(customer.newsletter())),
            new SampleSegment(
                    "{\"field\":\"newsletter\",\"op\":\"missing\"}",
                    "attributes -> 'newsletter' is null",
                    customer -> customer.newsletter() == null),
            new SampleSegment(
                    "{\"field\":\"birthday\",\"op\":\"before\",\"value\":\"1970-01-01\"}",
                    "(attributes ->> 'birthday')::date < date '1970-01-01'",
                    customer -> customer.birthday().compareTo("1970-01-01") < 0),
            new SampleSegment(
                    "{\"field\":\"last_order\",\"op\":\"after\",\"value\":\"2025-06-01T00:00:00Z\"}",
                    "(attributes ->> 'last_order')::timestamptz > timestamptz '2025-06-01T00:00:00Z'",
                    customer -> customer.lastOrder() != null
                            && customer.lastOrder().compareTo("2025-06-01T00:00:00.000Z") > 0),
            new SampleSegment(
                    "{\"field\":\"email\",\"op\":\"contains\",\"value\":\"last19\"}",
                    "attributes ->> 'email' like '%last19%'",
                    customer -> customer.email().contains("last19")),
            new SampleSegment(
                    "{\"field\":\"first_name\",\"op\":\"startsWith\",\"value\":\"First12\"}",
                    "attributes ->> 'first_name' like 'First12%'",
                    customer -> customer.firstName().startsWith("First12")),
            new SampleSegment(
                    "{\"field\":\"country\",\"op\":\"in\",\"value\":[\"DE\",\"FR\"]}",
                    "attributes ->> 'country' in ('DE', 'FR')",
                    customer -> List.of("DE", "FR").contains(customer.country())),
            new SampleSegment(
                    "{\"field\":\"age\",\"op\":\"between\",\"value\":[40,49]}",
                    "(attributes ->> 'age')::int between 40 and 49",
                    customer -> customer.age() >= 40 && customer.age() <= 49),
            new SampleSegment(
                    """
                    {"all":[{"field":"country","op":"eq","value":"IT"},{"field":"newsletter","op":"eq","value":true},
                    {"field":"spend","op":"gt","value":1000}]}""",
                    """
                    attributes ->> 'country' = 'IT' and (attributes -> 'newsletter')::boolean
                    and (attributes ->> 'spend')::numeric > 1000""",
                    customer -> customer.country().equals("IT")
                            && Boolean.TRUE.equals(customer.newsletter())
                            && customer.spent() > 1000),
            new SampleSegment(
                    """
                    {"any":[{"field":"tier","op":"eq","value":"gold"},{"not":{"field":"orders","op":"lt","value":40}}]}""",
                    "attributes ->> 'tier' = 'gold' or not (attributes ->> 'orders')::int < 40",
                    customer -> customer.tier().equals("gold") || customer.orders() >= 40));

    private static SampleSegment everyone() {
        return new SampleSegment("{\"everybody\":true}", "true", customer -> true);
    }

    private static SampleSegment text(String field, String value, Predicate<Customer> test) {
        return new SampleSegment(
                "{\"field\":\"%s\",\"op\":\"eq\",\"value\":\"%s\"}".formatted(field, value),
                "attributes ->> '%s' = '%s'".formatted(field, value),
                test);
    }

    private static SampleSegment number(
            String field, String operator, String sign, int value, Predicate<Customer> test) {
        return new SampleSegment(
                "{\"field\":\"%s\",\"op\":\"%s\",\"value\":%d}".formatted(field, operator, value),
                "(attributes ->> '%s')::numeric %s %d".formatted(field, sign, value),
                test);
    }
}
