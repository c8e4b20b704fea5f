package insights.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RealmTest {

    private final Realm realm = new Realm();

    @Test
    void hasOneUserPerRole() {
        assertThat(realm.users()).extracting(User::role).containsExactly("admin", "contributor", "viewer");
    }

    @Test
    void namesTheSecretsOfItsClientsButDoesNotHoldThem() throws IOException {
        try (InputStream file = realm.open()) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.contains("\"secret\"")))
                    .hasSameSizeAs(realm.confidentialClients())
                    .allMatch(line -> line.matches(".*\"secret\": \"\\$\\{[A-Z_]+_SECRET}\".*"));
        }
    }
}
