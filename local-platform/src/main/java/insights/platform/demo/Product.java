package insights.platform.demo;

import java.util.List;
import java.util.Map;

/** A kind of destination that the sample is exported to, and what of a customer becomes which field there. */
public enum Product {
    AUTOPILOT(
            "Autopilot",
            true,
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
            false,
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
    private final boolean lists;
    private final List<Map<String, String>> dataMatching;

    Product(String label, boolean lists, List<Map<String, String>> dataMatching) {
        this.label = label;
        this.lists = lists;
        this.dataMatching = dataMatching;
    }

    /** Looks into an account of it. */
    public abstract Account open(AccountAddress address);

    /** What people call it. */
    public String label() {
        return label;
    }

    /** Whether the sample's segments are lists there, whose memberships are counted; otherwise they are said with the contact. */
    boolean hasLists() {
        return lists;
    }

    List<Map<String, String>> dataMatching() {
        return dataMatching;
    }
}
