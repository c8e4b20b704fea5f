package insights.common.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * JSON that was answered, read by paths like {@code items[0].status}; {@code items.status} is what each item has. It is for
 * what tests ask again and again: REST Assured compiles every path as a Groovy script, which costs more than the request.
 */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A name, or a place in a list; the last from behind is -1. */
    private static final Pattern STEP = Pattern.compile("\\[(-?\\d+)]|([^.\\[\\]]+)");

    private final Object value;

    private Json(Object value) {
        this.value = value;
    }

    public static Json from(String text) {
        try {
            return new Json(MAPPER.readValue(text, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON: " + text, e);
        }
    }

    /** What is there, as text, number, truth value, list or map; null where nothing is. An empty path is the whole. */
    @SuppressWarnings("unchecked")
    public <T> T get(String path) {
        Object at = value;
        Matcher steps = STEP.matcher(path);
        while (steps.find()) {
            at = steps.group(1) == null ? named(at, steps.group(2)) : placed(at, Integer.parseInt(steps.group(1)));
        }
        return (T) at;
    }

    public String getString(String path) {
        return Objects.toString(get(path), null);
    }

    public int getInt(String path) {
        return this.<Number>get(path).intValue();
    }

    public long getLong(String path) {
        return this.<Number>get(path).longValue();
    }

    public double getDouble(String path) {
        return this.<Number>get(path).doubleValue();
    }

    public boolean getBoolean(String path) {
        return get(path);
    }

    public <T> List<T> getList(String path) {
        return get(path);
    }

    /** The list's entries as records, for example. */
    public <T> List<T> getList(String path, Class<T> type) {
        return this.<List<Object>>get(path).stream()
                .map(entry -> MAPPER.convertValue(entry, type))
                .toList();
    }

    public <K, V> Map<K, V> getMap(String path) {
        return get(path);
    }

    /** The first entry of a list that has this value under a name; one in which nothing is, where none has. */
    public Json find(String list, String name, Object wanted) {
        return all(list)
                .filter(entry -> Objects.equals(entry.get(name), wanted))
                .findFirst()
                .orElse(new Json(null));
    }

    /** The entries of a list. */
    public Stream<Json> all(String list) {
        return this.<List<Object>>get(list).stream().map(Json::new);
    }

    private static Object named(Object from, String name) {
        if (from instanceof List<?> list) {
            List<Object> each = new ArrayList<>();
            list.forEach(entry -> each.add(named(entry, name)));
            return each;
        }
        return from instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static Object placed(Object from, int place) {
        if (!(from instanceof List<?> list)) {
            return null;
        }
        int index = place < 0 ? list.size() + place : place;
        return index >= 0 && index < list.size() ? list.get(index) : null;
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
