package insights.platform.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A segment of the sample: the rule that segment-service gets, and beside it the same thing said in Java, by which its
 * members are counted again without segment-service.
 */
public record SampleSegment(String displayName, Object rule, Predicate<Customer> sameInJava) {

    /** The three of the sample. */
    public static final List<SampleSegment> ALL = List.of(
            new SampleSegment(
                    "Italian newsletter",
                    Map.of("all", List.of(condition("language", "eq", "it"), condition("newsletter", "eq", true))),
                    customer -> customer.language().equals("it") && customer.newsletter()),
            new SampleSegment(
                    "Best customers",
                    condition("total_spent", "gte", 1000),
                    customer -> customer.totalSpent().compareTo(BigDecimal.valueOf(1000)) >= 0),
            new SampleSegment(
                    "New this summer", condition("signed_up", "after", "2025-06-20"), customer -> customer.signedUp()
                            .isAfter(LocalDate.of(2025, 6, 20))));

    private static Map<String, Object> condition(String field, String operator, Object value) {
        return Map.of("field", field, "op", operator, "value", value);
    }
}
