package insights.export.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import insights.common.problem.FieldError;
import insights.common.problem.HttpProblem;
import insights.export.ExportProblem;
import insights.export.autopilot.AutopilotFields;
import insights.export.destination.TargetFields;
import insights.export.segment.ProfileField;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataMatchingTest {

    private static final TargetFields THERE = new AutopilotFields();

    private static final List<ProfileField> FIELDS = List.of(
            new ProfileField("email", "string", 0.9, 0.97, "EMAIL"),
            new ProfileField("first_name", "string", 1, 0.01, null),
            new ProfileField("points", "number", 1, null, null),
            new ProfileField("member_since", "date", 1, null, null),
            new ProfileField("vip", "boolean", 1, null, null),
            new ProfileField("no_mail", "string", 1, null, "OPT_OUT"),
            new ProfileField("contact", "string", 1, 0.9, null),
            new ProfileField("work_email", "string", 0, 0.0, "EMAIL"));

    @Test
    void acceptsFieldsThatFit() {
        assertThatCode(() -> DataMatching.check(
                        THERE,
                        List.of(
                                new FieldMatch("Email", "email"),
                                new FieldMatch("FirstName", "first_name"),
                                new FieldMatch("integer--Points", "points"),
                                new FieldMatch("string--Points--Text", "points"),
                                new FieldMatch("date--Member--Since", "member_since"),
                                new FieldMatch("boolean--VIP", "vip")),
                        "no_mail",
                        FIELDS))
                .doesNotThrowAnyException();
    }

    @Test
    void needsAnEmail() {
        assertThat(problem(new FieldMatch("FirstName", "first_name")))
                .singleElement()
                .extracting(FieldError::pointer)
                .isEqualTo("/dataMatching");
    }

    @Test
    void refusesAnEmailFieldWhoseValuesAreNone() {
        assertThat(problem(new FieldMatch("Email", "first_name")))
                .singleElement()
                .extracting(FieldError::pointer)
                .isEqualTo("/dataMatching/0/field");
        assertThatCode(() -> DataMatching.check(THERE, List.of(new FieldMatch("Email", "work_email")), null, FIELDS))
                .as("it may be filled later")
                .doesNotThrowAnyException();
    }

    @Test
    void refusesATargetNamedTwice() {
        assertThat(problem(new FieldMatch("Email", "email"), new FieldMatch("Email", "work_email")))
                .singleElement()
                .extracting(FieldError::pointer)
                .isEqualTo("/dataMatching/1/target");
    }

    @Test
    void refusesTargetsThatAreNoFieldOfAutopilot() {
        assertThat(problem(new FieldMatch("Email", "email"), new FieldMatch("Nickname", "first_name")))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.pointer()).isEqualTo("/dataMatching/1/target");
                    assertThat(error.detail())
                            .as("says what there is, and how a custom field is written")
                            .contains("Email, FirstName, LastName", "MailingPostalCode", "integer--Loyalty--Points");
                });
    }

    @Test
    void refusesTypesThatDoNotFit() {
        assertThat(problem(
                        new FieldMatch("Email", "points"),
                        new FieldMatch("integer--Name", "first_name"),
                        new FieldMatch("date--Points", "points"),
                        new FieldMatch("boolean--Points", "points")))
                .extracting(FieldError::pointer)
                .containsExactly(
                        "/dataMatching/0/field",
                        "/dataMatching/1/field",
                        "/dataMatching/2/field",
                        "/dataMatching/3/field");
    }

    @Test
    void refusesFieldsThatTheProfilesDoNotHave() {
        HttpProblem problem = thrown(new FieldMatch("Email", "email"), new FieldMatch("FirstName", "vorname"));
        assertThat(problem.getType()).isEqualTo(ExportProblem.UNKNOWN_FIELD.uri());
        assertThat(errors(problem)).extracting(FieldError::pointer).containsExactly("/dataMatching/1/field");
    }

    @Test
    void needsAFieldOfThisRoleForOptingOut() {
        List<FieldMatch> matches = List.of(new FieldMatch("Email", "email"));
        assertThat(catchThrowableOfType(HttpProblem.class, () -> DataMatching.check(THERE, matches, "nothing", FIELDS))
                        .getType())
                .isEqualTo(ExportProblem.UNKNOWN_FIELD.uri());
        HttpProblem problem =
                catchThrowableOfType(HttpProblem.class, () -> DataMatching.check(THERE, matches, "points", FIELDS));
        assertThat(errors(problem)).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("/optOutField");
            assertThat(error.detail()).contains("PATCH /profiles/fields/points {\"role\":\"OPT_OUT\"}");
        });
    }

    @Test
    void needsAFieldOfThisRoleForTheAddress() {
        assertThat(problem(new FieldMatch("Email", "contact"))).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("/dataMatching/0/field");
            assertThat(error.detail()).contains("PATCH /profiles/fields/contact {\"role\":\"EMAIL\"}");
        });
    }

    @Test
    void saysWhichFieldsDoNotFitAnyMore() {
        assertThat(DataMatching.misfits(
                        THERE,
                        List.of(
                                new FieldMatch("Email", "email"),
                                new FieldMatch("FirstName", "points"),
                                new FieldMatch("date--Since", "vip"),
                                new FieldMatch("integer--Gone", "gone")),
                        FIELDS))
                .containsExactly("vip is a boolean now, which date--Since cannot hold");
    }

    private static List<FieldError> problem(FieldMatch... matches) {
        HttpProblem problem = thrown(matches);
        assertThat(problem.getType()).isEqualTo(ExportProblem.INVALID_DATA_MATCHING.uri());
        return errors(problem);
    }

    private static HttpProblem thrown(FieldMatch... matches) {
        return catchThrowableOfType(HttpProblem.class, () -> DataMatching.check(THERE, List.of(matches), null, FIELDS));
    }

    @SuppressWarnings("unchecked")
    private static List<FieldError> errors(HttpProblem problem) {
        return (List<FieldError>) problem.getParameters().get("errors");
    }
}
