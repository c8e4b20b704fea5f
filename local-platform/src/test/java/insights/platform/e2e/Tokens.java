package insights.platform.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import insights.platform.identity.Keycloak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Tokens that are got from Keycloak's token endpoint alone. */
final class Tokens {

    private Tokens() {}

    /** The token of a service, by its client's secret. */
    static String ofService(Keycloak keycloak, String client) {
        return request(
                URI.create(keycloak.issuer() + "/protocol/openid-connect/token"),
                "grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(client, keycloak.clientSecret(client)));
    }

    /** The token of Keycloak's own administrator. */
    static String ofAdministrator(Keycloak keycloak) {
        return request(
                keycloak.console().resolve("/realms/master/protocol/openid-connect/token"),
                "grant_type=password&client_id=admin-cli&username=%s&password=%s"
                        .formatted(Keycloak.ADMINISTRATOR, keycloak.administratorPassword()));
    }

    static String request(URI endpoint, String form) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body = http.send(request, BodyHandlers.ofString()).body();
            return new ObjectMapper().readTree(body).get("access_token").textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
