package insights.common.parameter;

import insights.common.time.ApiTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A type of query parameters.
 *
 * @param expected what such a parameter must be, in words
 * @param read throws when the text is not that
 */
record ParameterType(String expected, Function<String, Object> read) {

    private static final ParameterType NUMBER =
            new ParameterType("a whole number", text -> Integer.valueOf(whole(text)));
    private static final ParameterType LONG = new ParameterType("a whole number", text -> Long.valueOf(whole(text)));
    private static final ParameterType CHOICE = new ParameterType("true or false", ParameterType::choice);
    private static final ParameterType ID = new ParameterType("an id as the API hands it out", UUID::fromString);
    private static final ParameterType TIME = new ParameterType(ApiTime.EXPECTED, ApiTime::parse);

    /** Empty for a type that is left to the framework. */
    static Optional<ParameterType> of(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return Optional.of(NUMBER);
        }
        if (type == long.class || type == Long.class) {
            return Optional.of(LONG);
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of(CHOICE);
        }
        if (type == UUID.class) {
            return Optional.of(ID);
        }
        if (type == Instant.class) {
            return Optional.of(TIME);
        }
        return type.isEnum() ? Optional.of(oneOf(type.getEnumConstants())) : Optional.empty();
    }

    /** As JSON writes them: Java would take other scripts' digits, signs and leading zeros, too. */
    private static String whole(String text) {
        if (!text.matches("-?(0|[1-9][0-9]*)")) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static Object choice(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    /** What it must be, to whoever sent this text. The plus of an offset arrives as a blank, unless it is escaped. */
    String expected(String text) {
        return this == TIME && text.contains(" ") ? expected + ", with %2B for a plus," : expected;
    }

    /** In the API a constant is called what its {@code toString} says. */
    private static ParameterType oneOf(Object... constants) {
        String names = Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "));
        return new ParameterType("one of " + names, text -> Arrays.stream(constants)
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow());
    }
}
