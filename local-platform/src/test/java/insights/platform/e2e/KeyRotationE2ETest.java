package insights.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import insights.platform.http.ApiClient;
import insights.platform.services.Service;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak gets a new key while tokens of the old one are in use, and the new one is withdrawn again. */
@ExtendWith(SharedPlatform.class)
class KeyRotationE2ETest {

    private static final String KEY = "rotated";
    private static final List<String> A_PATH_OF_EACH_SERVICE = List.of("/connections", "/segments", "/exports");

    @Test
    void everybodyGoesOnAndAWithdrawnKeyIsOfNoUse(Workbench workbench) {
        SigningKeys keys = new SigningKeys(workbench.platform().keycloak());
        String export = export(workbench);
        String old = workbench.platform().signIn("contributor");
        isAnswered(workbench.withToken(old), 200);
        keys.add(KEY);
        String fresh;
        try {
            fresh = workbench.platform().signIn("contributor");
            assertThat(header(fresh)).isNotEqualTo(header(old));
            isAnswered(workbench.withToken(fresh), 200);
            isAnswered(workbench.withToken(old), 200);
            // So that its own tokens are signed with the new key, too.
            workbench.platform().process(Service.EXPORT).killHard();
            workbench.platform().process(Service.EXPORT).start();
            theServicesAskEachOther(workbench, export);
        } finally {
            keys.withdraw(KEY);
        }
        isAnswered(workbench.withToken(fresh), 401);
        isAnswered(workbench.withToken(old), 200);
        isAnswered(workbench.asJustSignedIn("contributor"), 200);
        theServicesAskEachOther(workbench, export);
    }

    private static String export(Workbench workbench) {
        String segment = workbench.refreshedSegment("keys", "customer_id,email,cohort\nk-1,k1@example.com,keys\n");
        String connection = workbench.job().connect("Keys", workbench.newAccount(100), 100);
        return workbench.job().makeExport("Keys", connection, List.of(segment));
    }

    private static void isAnswered(ApiClient api, int status) {
        for (String path : A_PATH_OF_EACH_SERVICE) {
            Waiting.until(path + " is answered " + status, () -> api.get(path).status() == status);
        }
    }

    /** A preview asks destination-service for the connection, and segment-service for the members. */
    private static void theServicesAskEachOther(Workbench workbench, String export) {
        Waiting.until(
                "a preview is made",
                () -> workbench
                                .as("contributor")
                                .post("/exports/" + export + "/preview")
                                .status()
                        == 200);
    }

    /** Which has the id of the key. */
    private static String header(String token) {
        return token.substring(0, token.indexOf('.'));
    }
}
