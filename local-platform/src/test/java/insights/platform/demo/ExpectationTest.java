package insights.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    private static final String CSV = """
            customer_id,email,first_name,last_name,language,city,signed_up,orders,total_spent,newsletter
            c-1,ada@example.com,Ada,Rossi,it,Roma,2024-01-01,1,10.00,true
            c-2,ADA@example.com,Ada,Rossi,it,Roma,2024-01-01,3,1200.00,true
            c-3,,Bea,Verdi,it,Bari,2024-01-01,0,0.00,true
            c-4,carl at example.com,Carl,Smith,en,Leeds,2025-08-01,0,0.00,false
            c-5,dora@example.org,Dora,Diaz,es,Jaca,2024-01-01,0,0.00,true
            """;

    private final Expectation expected = Expectation.of(CSV);

    @Test
    void tellsWhoIsExportedToWhichLists() {
        assertThat(expected.contacts())
                .isEqualTo(Map.of(
                        "ada@example.com",
                        new Contact(
                                "ada@example.com",
                                "Ada",
                                "Rossi",
                                "Roma",
                                1,
                                Set.of("Italian newsletter", "Best customers"))));
        assertThat(expected.memberships()).isEqualTo(2);
    }

    @Test
    void tellsWhyTheOthersAreNot() {
        assertThat(expected.rejections())
                .isEqualTo(Map.of("c-2", "DUPLICATE_EMAIL", "c-3", "NO_EMAIL", "c-4", "INVALID_EMAIL"));
        assertThat(expected.outside()).isEqualTo(1);
    }

    @Test
    void findsWhatIsMissingTooMuchOrDifferent() {
        Map<String, Contact> account = new HashMap<>();
        assertThat(expected.differences(account)).containsExactly("ada@example.com");

        account.put("ada@example.com", new Contact("ada@example.com", "Ada", "Rossi", "Roma", 3, Set.of()));
        account.put("dora@example.org", new Contact("dora@example.org", "Dora", "Diaz", "Jaca", 0, Set.of()));

        assertThat(expected.differences(account)).containsExactly("ada@example.com", "dora@example.org");
        assertThat(expected.differences(expected.contacts())).isEmpty();
    }
}
