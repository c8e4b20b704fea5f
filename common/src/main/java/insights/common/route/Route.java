package insights.common.route;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A path with places for values.
 *
 * @param template segment by segment; a segment in braces stands for any value
 * @param methods that it takes
 */
record Route(List<String> template, Set<String> methods) {

    static Route of(String template, Set<String> methods) {
        return new Route(segments(template), Collections.unmodifiableSet(new TreeSet<>(methods)));
    }

    /** A slash at the end makes no difference. */
    static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    String path() {
        return "/" + String.join("/", template);
    }

    boolean matches(List<String> segments) {
        if (segments.size() != template.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            if (!isValue(i) && !template.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Of two that match: which one has a name where the other has a value, from the left. */
    boolean isMoreExactThan(Route other) {
        for (int i = 0; i < template.size(); i++) {
            if (isValue(i) != other.isValue(i)) {
                return other.isValue(i);
            }
        }
        return false;
    }

    private boolean isValue(int segment) {
        return template.get(segment).startsWith("{");
    }
}
