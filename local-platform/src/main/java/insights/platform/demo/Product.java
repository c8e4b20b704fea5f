package insights.platform.demo;

import java.util.List;
import java.util.Map;

/** A kind of destination that the sample is exported to, and what of a customer becomes which field there. */
public enum Product {
    AUTOPILOT(
            "Autopilot",
            "put on a list",
            List.of(
                    Map.of("target", "Email", "field", "email"),
                    Map.of("target", "FirstName", "field", "first_name"),
                    Map.of("target", "LastName", "field", "last_name"),
                    Map.of("target", "MailingCity", "field", "city"),
                    Map.of("target", "integer--Orders", "field", "orders"))) {
        @Override
        public Account open(AccountAddress address) {
            return new AutopilotAccount(address);
        }
    },
    ORTTO(
            "Ortto",
            "given a tag",
            List.of(
                    Map.of("target", "str::email", "field", "email"),
                    Map.of("target", "str::first", "field", "first_name"),
                    Map.of("target", "str::last", "field", "last_name"),
                    Map.of("target", "geo::city", "field", "city"),
                    Map.of("target", "+integer:Orders", "field", "orders"))) {
        @Override
        public Account open(AccountAddress address) {
            return new OrttoAccount(address);
        }
    };

    private final String label;
    private final String joined;
    private final List<Map<String, String>> dataMatching;

    Product(String label, String joined, List<Map<String, String>> dataMatching) {
        this.label = label;
        this.joined = joined;
        this.dataMatching = dataMatching;
    }

    /** Looks into an account of it. */
    public abstract Account open(AccountAddress address);

    /** What people call it. */
    public String label() {
        return label;
    }

    /** What happens to somebody who comes into a segment. */
    String joined() {
        return joined;
    }

    List<Map<String, String>> dataMatching() {
        return dataMatching;
    }
}
