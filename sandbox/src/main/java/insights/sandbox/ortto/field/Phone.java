package insights.sandbox.ortto.field;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.json.Json;
import java.util.Set;
import java.util.regex.Pattern;

/** Phone numbers: an object of country code and number, or a whole number that is taken apart. */
final class Phone {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");

    /** Codes of one and of two digits (ITU-T E.164); all others have three. */
    private static final Set<String> SHORT_CODES = Set.of(
            "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47",
            "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81",
            "82", "84", "86", "90", "91", "92", "93", "94", "95", "98");

    private Phone() {}

    /** RudderStack sends {@code n} alone. */
    static JsonNode keep(Field field, JsonNode value) throws InvalidValue {
        String whole = value.path("phone").asText("").replaceFirst("^\\+", "");
        if (!whole.isEmpty()) {
            return value.path("parse_with_country_code").asBoolean() ? parsed(field, whole) : number(field, "", whole);
        }
        return number(field, value.path("c").asText(""), value.path("n").asText(""));
    }

    private static JsonNode parsed(Field field, String whole) throws InvalidValue {
        for (int length = 1; length <= 3 && length < whole.length(); length++) {
            String code = whole.substring(0, length);
            if (length == 3 || SHORT_CODES.contains(code)) {
                return number(field, code, whole.substring(length));
            }
        }
        throw Values.invalid(field, "it is not a phone number with a country code");
    }

    private static JsonNode number(Field field, String code, String number) throws InvalidValue {
        if (!DIGITS.matcher(number).matches()
                || !code.isEmpty() && !DIGITS.matcher(code).matches()) {
            throw Values.invalid(field, "it is an object of the digits c and n");
        }
        return code.isEmpty()
                ? Json.object().put("n", number)
                : Json.object().put("c", code).put("n", number);
    }
}
