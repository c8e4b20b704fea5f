package insights.sandbox.ortto.api;

import static insights.sandbox.testing.OrttoTestAccount.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.testing.OrttoTestAccount;
import insights.sandbox.testing.Response;
import insights.sandbox.testing.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Custom fields, and what fields take. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class FieldsTest {

    private final OrttoTestAccount account = OrttoTestAccount.make();

    @ParameterizedTest
    @CsvSource({
        "text,str,str",
        "large_text,txt,str",
        "integer,int,int",
        "decimal,int,dec",
        "currency,int,cur",
        "price,int,cur",
        "date,dtz,dat",
        "time,tme,tim",
        "bool,bol,bol",
        "phone,phn,phn",
        "link,str,lnk",
        "object,obj,obj"
    })
    void makesFieldsOfAllTypes(String type, String prefix, String ownPrefix) {
        assertThat(account.field(type, "  Its  Name ")).isEqualTo(prefix + ":cm:its-name");
        assertThat(OrttoTestAccount.with("ownPrefixes").field(type, "Its Name")).isEqualTo(ownPrefix + ":cm:its-name");
    }

    @Test
    void answersANewFieldAsRecorded() {
        Response text = account.post("/person/custom-field/create", "{\"type\":\"text\",\"name\":\"Job Title\"}");
        Response select = account.post(
                "/person/custom-field/create",
                "{\"type\":\"single_select\",\"name\":\"Plan\",\"values\":[\"A\",\"B\"]}");

        assertThat(text.body())
                .isEqualTo("{\"name\":\"Job Title\",\"field_id\":\"str:cm:job-title\",\"display_type\":\"text\"}\n");
        assertThat(select.body())
                .isEqualTo(
                        "{\"name\":\"Plan\",\"field_id\":\"str:cm:plan\",\"display_type\":\"single_select\",\"values\":[\"A\",\"B\"]}\n");
        assertThat(account.post("/person/custom-field/get", null).body())
                .isEqualTo(
                        "{\"fields\":[{\"field\":{\"id\":\"str:cm:job-title\",\"name\":\"Job Title\","
                                + "\"display_type\":\"text\",\"liquid_name\":\"people.custom.job-title\"},\"tracked_value\":false},"
                                + "{\"field\":{\"id\":\"str:cm:plan\",\"name\":\"Plan\",\"display_type\":\"single_select\","
                                + "\"liquid_name\":\"people.custom.plan\",\"dic_items\":[\"A\",\"B\"]},\"tracked_value\":false}]}\n");
    }

    @Test
    void changesTheOptionsOfASelect() {
        account.post(
                "/person/custom-field/create",
                "{\"type\":\"multi_select\",\"name\":\"Likes\",\"values\":[\"A\",\"B\"]}");
        String id = "\"field_id\":\"sst:cm:likes\"";

        assertThat(update(id + ",\"add_values\":[\"C\"],\"remove_values\":[\"A\"]")
                        .body())
                .isEqualTo("{\"field_id\":\"sst:cm:likes\",\"values\":[\"A\",\"B\",\"C\"],\"track_changes\":false}\n");
        assertThat(update(id + ",\"remove_values\":[\"A\"]")
                        .json()
                        .path("values")
                        .toString())
                .isEqualTo("[\"B\",\"C\"]");
        assertThat(update(id + ",\"replace_values\":[\"Z\"],\"add_values\":[\"Y\"]")
                        .json()
                        .path("values")
                        .toString())
                .isEqualTo("[\"Z\"]");
        assertThat(update(id + ",\"track_changes\":true").status()).isEqualTo(400);
        assertThat(update("\"field_id\":\"str:cm:nope\"").status()).isEqualTo(400);

        account.field("text", "Job");
        assertThat(update("\"field_id\":\"str:cm:job\",\"track_changes\":true").body())
                .isEqualTo("{\"field_id\":\"str:cm:job\",\"values\":null,\"track_changes\":true}\n");
        assertThat(update("\"field_id\":\"str:cm:job\",\"add_values\":[\"A\"]").status())
                .isEqualTo(400);
    }

    @Test
    void refusesFieldsThatCannotBe() {
        account.field("text", "Job");

        assertThat(create("text", "JOB").status()).isEqualTo(400);
        assertThat(create("integer", " job").status()).isEqualTo(400);
        assertThat(create("aggregate", "Sum").status()).isEqualTo(400);
        assertThat(create("geo", "Where").status()).isEqualTo(400);
        assertThat(create("text", " ").status()).isEqualTo(400);
        assertThat(create("single_select", "Plan").status()).isEqualTo(400);

        OrttoTestAccount other = OrttoTestAccount.with("duplicateFieldConflicts");
        other.field("text", "Job");
        assertThat(other.post("/person/custom-field/create", "{\"type\":\"text\",\"name\":\"Job\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void makesAHundredFieldsAndNotOneMore() {
        for (int i = 0; i < 100; i++) {
            assertThat(create("text", "Field " + i).status()).isEqualTo(200);
        }

        assertThat(create("text", "One more").status()).isEqualTo(403);
    }

    /** A type, a value that it takes, and what is read then; nothing is read where it is refused. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text|\"Ana\"|\"Ana\"",
                "text|7|",
                "link|\"https://example.com\"|\"https://example.com\"",
                "integer|9007199254740993|9007199254740993",
                "integer|1.5|",
                "integer|\"7\"|",
                "integer|9223372036854775808|",
                "decimal|10500|10500",
                "decimal|10.5|",
                "bool|false|false",
                "bool|\"true\"|",
                "bool|0|",
                "date|{\"year\":1980,\"month\":3,\"day\":4,\"timezone\":\"Australia/Sydney\"}|{\"year\":1980,\"month\":3,\"day\":4,\"timezone\":\"Australia/Sydney\"}",
                "date|{\"year\":1980,\"month\":3,\"day\":4}|{\"year\":1980,\"month\":3,\"day\":4}",
                "date|{\"year\":1981,\"month\":2,\"day\":29}|",
                "date|{\"year\":1980,\"month\":3,\"day\":4,\"timezone\":\"Nowhere\"}|",
                "date|\"1980-03-04\"|",
                "time|\"2026-01-02T10:00:00Z\"|\"2026-01-02T10:00:00Z\"",
                "time|\"2026-01-02\"|",
                "phone|{\"c\":\"61\",\"n\":\"401234567\"}|{\"c\":\"61\",\"n\":\"401234567\"}",
                "phone|{\"n\":\"401234567\"}|{\"n\":\"401234567\"}",
                "phone|{\"phone\":\"61401234567\",\"parse_with_country_code\":true}|{\"c\":\"61\",\"n\":\"401234567\"}",
                "phone|{\"phone\":\"+351912345678\",\"parse_with_country_code\":true}|{\"c\":\"351\",\"n\":\"912345678\"}",
                "phone|{\"phone\":\"912345678\"}|{\"n\":\"912345678\"}",
                "phone|{\"c\":\"61\",\"n\":\"0401 234 567\"}|",
                "phone|\"61401234567\"|",
                "object|{\"a\":[1]}|{\"a\":[1]}",
                "object|\"{}\"|",
            })
    void takesWhatFitsAndNothingElse(String type, String value, String read) {
        String field = account.field(type, "Field");

        JsonNode entry = account.merge(
                        person("a@example.com", "\"" + field + "\":" + value), person("b@example.com", ""))
                .json()
                .at("/people/0");

        if (read == null) {
            assertThat(entry.path("status").asText()).isEqualTo("invalid");
            assertThat(entry.path("error").asText()).startsWith("failed to validate field " + field);
        } else {
            assertThat(account.read(entry.path("person_id").asText(), field)
                            .path(field)
                            .toString())
                    .isEqualTo(read);
        }
    }

    @Test
    void takesPlacesByName() {
        String id = account.merge(person("a@example.com", "\"geo::city\":{\"name\":\"Perth\"},\"geo::country\":{}"))
                .json()
                .at("/people/0/person_id")
                .asText();

        assertThat(account.read(id, "geo::city", "geo::country").toString())
                .isEqualTo("{\"geo::city\":{\"name\":\"Perth\"}}");
        assertThat(account.merge(person("a@example.com", "\"geo::city\":\"Perth\""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void takesOptionsOfSelectsAndNothingElse() {
        String select = "{\"type\":\"single_select\",\"name\":\"Plan\",\"values\":[\"A\",\"B\"]}";
        account.post("/person/custom-field/create", select);
        account.post(
                "/person/custom-field/create", select.replace("single", "multi").replace("Plan", "Likes"));

        String id = account.merge(person("a@example.com", "\"str:cm:plan\":\"A\",\"sst:cm:likes\":[\"A\",\"B\"]"))
                .json()
                .at("/people/0/person_id")
                .asText();

        assertThat(account.read(id, "str:cm:plan", "sst:cm:likes").toString())
                .isEqualTo("{\"str:cm:plan\":\"A\",\"sst:cm:likes\":[\"A\",\"B\"]}");
        assertThat(account.merge(person("a@example.com", "\"str:cm:plan\":\"C\""))
                        .status())
                .isEqualTo(400);
        assertThat(account.merge(person("a@example.com", "\"sst:cm:likes\":[\"C\"]"))
                        .status())
                .isEqualTo(400);
        assertThat(account.merge(person("a@example.com", "\"sst:cm:likes\":\"A\""))
                        .status())
                .isEqualTo(400);

        OrttoTestAccount other = OrttoTestAccount.with("selectsTakeAnything");
        other.post("/person/custom-field/create", select);
        assertThat(other.merge(person("a@example.com", "\"str:cm:plan\":\"C\"")).status())
                .isEqualTo(200);
    }

    @Test
    void takesTextsUpToTheirLength() {
        String large = account.field("large_text", "Story");

        assertThat(account.merge(person("a@example.com", "\"str::first\":\"" + "😀".repeat(255) + "\""))
                        .status())
                .isEqualTo(200);
        assertThat(account.merge(person("a@example.com", "\"str::first\":\"" + "a".repeat(256) + "\""))
                        .status())
                .isEqualTo(400);
        assertThat(account.merge(person("a@example.com", "\"" + large + "\":\"" + "a".repeat(4000) + "\""))
                        .status())
                .isEqualTo(200);
        assertThat(account.merge(person("a@example.com", "\"" + large + "\":\"" + "a".repeat(4001) + "\""))
                        .status())
                .isEqualTo(400);

        OrttoTestAccount other = OrttoTestAccount.with("longTextCut");
        other.merge(person("a@example.com", "\"str::first\":\"" + "😀".repeat(256) + "\""));
        assertThat(other.everybody()
                        .get("a@example.com")
                        .at("/fields/str::first")
                        .asText())
                .isEqualTo("😀".repeat(255));
    }

    @Test
    void multipliesDecimalsItselfInAnAccountWithThatQuirk() {
        OrttoTestAccount other = OrttoTestAccount.with("decimalsMultiplied");
        String field = other.field("decimal", "Spent");

        other.merge(person("a@example.com", "\"" + field + "\":10.5"));

        assertThat(other.everybody()
                        .get("a@example.com")
                        .path("fields")
                        .path(field)
                        .asInt())
                .isEqualTo(10_500);
    }

    private Response create(String type, String name) {
        return account.post("/person/custom-field/create", "{\"type\":\"" + type + "\",\"name\":\"" + name + "\"}");
    }

    private Response update(String change) {
        return account.put("/person/custom-field/update", "{" + change + "}");
    }
}
