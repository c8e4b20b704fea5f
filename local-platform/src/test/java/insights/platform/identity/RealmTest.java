package insights.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RealmTest {

    private final Realm realm = new Realm();

    @Test
    void hasOneUserPerRole() {
        assertThat(realm.users()).extracting(User::role).containsExactly("admin", "contributor", "viewer");
    }

    @Test
    void namesTheSecretsOfItsClientsButDoesNotHoldThem() {
        assertThat(realm.json().lines().filter(line -> line.contains("\"secret\"")))
                .hasSameSizeAs(realm.confidentialClients())
                .allMatch(line -> line.matches(".*\"secret\" : \"\\$\\{[A-Z_]+_SECRET}\".*"));
    }

    /** Keycloak would make one more by itself, for what is encrypted to it: nothing is, and each costs a start a second. */
    @Test
    void hasOneKeyThatIsDearToMake() {
        assertThat(realm.json().lines().filter(line -> line.contains("\"providerId\" : \"rsa-")))
                .singleElement()
                .asString()
                .contains("rsa-generated");
    }

    /** Without it Keycloak speaks English, whatever it is asked for. */
    @Test
    void signsPeopleInInTheLanguagesOfTheConsole() throws IOException {
        JsonNode json = new ObjectMapper().readTree(realm.json());
        assertThat(json.path("internationalizationEnabled").booleanValue()).isTrue();
        assertThat(json.path("supportedLocales"))
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrder("en", "it", "es");
        assertThat(json.path("defaultLocale").textValue()).isEqualTo("en");
    }

    @Test
    void hasAClientForTheConsole() {
        assertThat(realm.confidentialClients()).contains("console");
    }
}
