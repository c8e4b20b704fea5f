package insights.export.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import insights.export.autopilot.AutopilotFields;
import insights.export.destination.TargetFields;
import insights.export.matching.DataMatching;
import insights.export.matching.FieldMatch;
import insights.export.ortto.OrttoFields;
import insights.export.segment.ProfileField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SuggesterTest {

    private static final TargetFields THERE = new AutopilotFields();
    private static final TargetFields ORTTO = new OrttoFields();

    @Test
    void matchesByNameAndProposesCustomFieldsForTheRest() {
        MatchingSuggestion suggestion = suggest(
                THERE,
                List.of(
                        field("email", "string", 1, 1.0),
                        field("first_name", "string", 1, 0.0),
                        field("Cognome", "string", 1, 0.0),
                        field("zip", "number", 1, null),
                        field("loyalty points", "number", 1, null),
                        field("signed_up", "date", 1, null),
                        field("vip", "boolean", 1, null),
                        field("opted_out", "boolean", 1, null)));
        assertThat(suggestion.dataMatching())
                .containsExactly(
                        new FieldMatch("Email", "email"),
                        new FieldMatch("FirstName", "first_name"),
                        new FieldMatch("LastName", "Cognome"),
                        new FieldMatch("MailingPostalCode", "zip"));
        assertThat(suggestion.optOutField()).isEqualTo("opted_out");
        assertThat(suggestion.custom())
                .containsExactly(
                        new FieldMatch("float--Loyalty--Points", "loyalty points"),
                        new FieldMatch("date--Signed--Up", "signed_up"),
                        new FieldMatch("boolean--Vip", "vip"));
    }

    @Test
    void takesForEmailWhatHoldsAddresses() {
        assertThat(suggest(
                                THERE,
                                List.of(
                                        field("email", "string", 1, 0.1),
                                        field("contact", "string", 0.9, 0.97),
                                        field("note", "string", 0.9, 0.6)))
                        .dataMatching())
                .containsExactly(new FieldMatch("Email", "contact"));
        assertThat(suggest(THERE, List.of(field("email", "number", 1, null))).dataMatching())
                .isEmpty();
    }

    @Test
    void usesOfTwoNamesForOneThingTheNearerAndThenTheFuller() {
        assertThat(suggest(
                                THERE,
                                List.of(
                                        field("emails", "string", 1, 1.0),
                                        field("email", "string", 0.5, 1.0),
                                        field("nome", "string", 0.2, 0.0),
                                        field("first_name", "string", 0.9, 0.0)))
                        .dataMatching())
                .containsExactly(new FieldMatch("Email", "email"), new FieldMatch("FirstName", "first_name"));
    }

    /** Whatever the fields are called, all of a suggestion with an address is a data matching that can be saved. */
    @ParameterizedTest
    @MethodSource
    void suggestsNothingThatIsRefused(TargetFields there) {
        Random random = new Random(12);
        List<String> types = List.of("string", "number", "boolean", "date", "datetime");
        List<String> parts = List.of(
                "first", "Name", "e-mail", "città", "--", " ", "_", "opt", "out", "zip", "日本", "x-", "Phone", "phone");
        for (int round = 0; round < 500; round++) {
            Map<String, ProfileField> named = new TreeMap<>();
            IntStream.range(0, 1 + random.nextInt(8))
                    .mapToObj(i -> field(
                            "x" + parts.get(random.nextInt(parts.size())) + parts.get(random.nextInt(parts.size())),
                            types.get(random.nextInt(types.size())),
                            random.nextDouble(),
                            random.nextBoolean() ? random.nextDouble() : null))
                    .forEach(field -> named.put(field.name(), field));
            named.put("email", field("email", "string", 1, 1.0));
            List<ProfileField> fields = List.copyOf(named.values());
            MatchingSuggestion suggestion = suggest(there, fields);
            List<FieldMatch> all = new ArrayList<>(suggestion.dataMatching());
            all.addAll(suggestion.custom());
            assertThatCode(() -> DataMatching.check(there, all, suggestion.optOutField(), fields))
                    .as("%s of %s", suggestion, fields)
                    .doesNotThrowAnyException();
        }
    }

    static List<TargetFields> suggestsNothingThatIsRefused() {
        return List.of(THERE, ORTTO);
    }

    @Test
    void proposesOneOfTwoNamesThatAreOneFieldThere() {
        assertThat(custom(
                        ORTTO,
                        List.of(),
                        field("stop", "number", 1, null),
                        field("Stop", "string", 1, null),
                        field("halt it", "number", 1, null),
                        field("halt_it", "number", 1, null)))
                .containsExactly("+decimal:Stop", "+decimal:Halt It");
    }

    @Test
    void proposesNoMoreThanAnAccountCanHave() {
        ProfileField[] fields = IntStream.range(0, 120)
                .mapToObj(i -> field("number " + i, "number", 1, null))
                .toArray(ProfileField[]::new);
        assertThat(custom(ORTTO, List.of("integer:Orders", "text:Note"), fields))
                .hasSize(98);
        assertThat(custom(THERE, List.of(), fields)).hasSize(120);
    }

    @Test
    void proposesNoFieldForWhoOptedOut() {
        assertThat(custom(
                        ORTTO,
                        List.of(),
                        field("opted_out", "boolean", 1, null),
                        field("opt-out-sms", "boolean", 1, null)))
                .isEmpty();
    }

    @Test
    void prefersTheCustomFieldsThatTheAccountHas() {
        assertThat(custom(
                        THERE,
                        List.of("integer--Orders", "string--Loyalty--Points", "date--Signed--Up", "string--Other"),
                        field("orders", "number", 1, null),
                        field("loyaltyPoints", "number", 1, null),
                        field("signed_up", "datetime", 1, null),
                        field("vip", "boolean", 1, null)))
                .containsExactly("integer--Orders", "string--Loyalty--Points", "date--Signed--Up", "boolean--Vip");
        assertThat(custom(
                        ORTTO,
                        List.of("integer:Orders", "price:Basket value"),
                        field("orders", "number", 1, null),
                        field("basket_value", "number", 1, null),
                        field("points", "number", 1, null)))
                .containsExactly("integer:Orders", "price:Basket value", "+decimal:Points");
    }

    @Test
    void proposesNoSecondFieldOfAName() {
        assertThat(custom(THERE, List.of("boolean--Orders"), field("orders", "number", 1, null)))
                .isEmpty();
        assertThat(custom(
                        THERE,
                        List.of("integer--Orders"),
                        field("orders", "number", 1, null),
                        field("Orders", "number", 1, null)))
                .containsExactly("integer--Orders");
        assertThat(custom(ORTTO, List.of("bool:Orders"), field("orders", "number", 1, null)))
                .isEmpty();
    }

    private static List<String> custom(TargetFields there, List<String> existing, ProfileField... fields) {
        return Suggester.suggest(there, List.of(fields), existing).custom().stream()
                .map(FieldMatch::target)
                .toList();
    }

    private static MatchingSuggestion suggest(TargetFields there, List<ProfileField> fields) {
        return Suggester.suggest(there, fields, List.of());
    }

    private static ProfileField field(String name, String type, double filled, Double email) {
        String role = type.equals("boolean") && name.contains("opt")
                ? ProfileField.OPT_OUT
                : type.equals("string") ? ProfileField.EMAIL : null;
        return new ProfileField(name, type, filled, email, role);
    }
}
