package insights.common.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What one action changed, value by value. Keys and hints of keys never go in here. */
public final class Changes {

    private final Map<String, Change> byName = new LinkedHashMap<>();

    private Changes() {}

    public static Changes none() {
        return new Changes();
    }

    /** Notes a value; nothing if it stays the same. */
    public Changes with(String name, Object from, Object to) {
        if (!Objects.equals(from, to)) {
            byName.put(name, new Change(Objects.toString(from, null), Objects.toString(to, null)));
        }
        return this;
    }

    /** Whether everything stays as it was. */
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    Map<String, Change> byName() {
        return byName;
    }
}
