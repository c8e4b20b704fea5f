package insights.platform.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Autopilot must hold after the sample export, and why the rest is not there. It is computed from the file alone:
 * no service, no database and no code of theirs has a part in it.
 *
 * @param contacts by e-mail address in lower case
 * @param rejections reason by customer id
 * @param outside customers in none of the segments
 */
public record Expectation(Map<String, Contact> contacts, Map<String, String> rejections, int outside) {

    /** Enough for the addresses that the sample has; the services use a library. */
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s.]+(\\.[^@\\s.]+)*@[^@\\s.]+(\\.[^@\\s.]+)+");

    /** For the sample's segments. */
    public static Expectation of(String csv) {
        Map<String, Contact> contacts = new HashMap<>();
        Map<String, String> rejections = new TreeMap<>();
        int outside = 0;
        // All were imported at once, so that of two with one address the first by id is kept: the file is in that
        // order.
        for (Customer customer : Customer.read(csv)) {
            Set<String> lists = lists(customer);
            String address = customer.email().toLowerCase(Locale.ROOT);
            if (lists.isEmpty()) {
                outside++;
            } else if (address.isEmpty()) {
                rejections.put(customer.id(), "NO_EMAIL");
            } else if (!ADDRESS.matcher(address).matches()) {
                rejections.put(customer.id(), "INVALID_EMAIL");
            } else if (contacts.containsKey(address)) {
                // One contact speaks for both, and is on the lists of both.
                rejections.put(customer.id(), "DUPLICATE_EMAIL");
                contacts.computeIfPresent(address, (email, contact) -> contact.alsoOn(lists));
            } else {
                contacts.put(address, contact(customer, lists));
            }
        }
        return new Expectation(contacts, rejections, outside);
    }

    /** How many are on at least one of the lists, counted once per list. */
    public int memberships() {
        return contacts.values().stream()
                .mapToInt(contact -> contact.lists().size())
                .sum();
    }

    /** In which addresses the account differs from this, sorted. */
    public List<String> differences(Map<String, Contact> account) {
        Set<String> addresses = new java.util.TreeSet<>(contacts.keySet());
        addresses.addAll(account.keySet());
        return addresses.stream()
                .filter(address ->
                        !account.containsKey(address) || !account.get(address).equals(contacts.get(address)))
                .toList();
    }

    private static Set<String> lists(Customer customer) {
        return SampleSegment.ALL.stream()
                .filter(segment -> segment.sameInJava().test(customer))
                .map(SampleSegment::displayName)
                .collect(Collectors.toSet());
    }

    private static Contact contact(Customer customer, Set<String> lists) {
        return new Contact(
                customer.email(), customer.firstName(), customer.lastName(), customer.city(), customer.orders(), lists);
    }
}
