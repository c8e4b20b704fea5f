package insights.platform.demo;

import java.util.HashSet;
import java.util.Set;

/**
 * A contact at a destination, as far as the sample export has to do with it: the mapped fields, and the titles of its lists or its
 * tags.
 */
public record Contact(String email, String firstName, String lastName, String city, int orders, Set<String> lists) {

    Contact alsoOn(Set<String> others) {
        Set<String> all = new HashSet<>(lists);
        all.addAll(others);
        return new Contact(email, firstName, lastName, city, orders, all);
    }
}
