package insights.platform.services;

import static org.assertj.core.api.Assertions.assertThat;

import insights.platform.identity.Keycloak;
import insights.platform.identity.Realm;
import insights.platform.port.Port;
import insights.platform.port.Ports;
import insights.platform.postgres.Postgres;
import insights.platform.process.RunFolder;
import insights.platform.secret.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceEnvironmentTest {

    @TempDir
    Path work;

    @Test
    void ofAPersonsEnvironmentOnlyWhatNamesUsIsMeantForTheServices() {
        Map<String, String> environment = Map.of(
                "INSIGHTS_DELIVERY_ERASURE", "DELETE_CONTACT",
                "QUARKUS_LOG_LEVEL", "DEBUG",
                "JAVA_TOOL_OPTIONS", "-verbose",
                "MY_INSIGHTS_", "mine");

        assertThat(ServiceEnvironment.ofPerson(environment))
                .containsOnlyKeys("INSIGHTS_DELIVERY_ERASURE", "QUARKUS_LOG_LEVEL");
    }

    @Test
    void whatIsGivenCountsMoreThanOurSettings() {
        String key = "A2V5IG9mIGEgcGVyc29uIHdobyB0cmllcyByb3RhdGlvbg==";

        assertThat(environment()
                        .of(
                                Service.DESTINATION,
                                Map.of("INSIGHTS_KEYS_MASTER_KEYS_1", key, "INSIGHTS_KEYS_CURRENT", "1")))
                .containsEntry("INSIGHTS_KEYS_MASTER_KEYS_1", key)
                .containsEntry("INSIGHTS_KEYS_CURRENT", "1");
    }

    @ParameterizedTest
    @EnumSource
    void howThePartsFindEachOtherIsOurs(Service service) {
        Map<String, String> wrong =
                Map.of("QUARKUS_HTTP_PORT", "1", "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://elsewhere/x");

        assertThat(environment().of(service, wrong))
                .containsEntry(
                        "QUARKUS_HTTP_PORT", Integer.toString(service.port().standard()))
                .containsEntry(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://localhost:15432/"
                                + service.database().name());
    }

    @Test
    void everybodyIsToldWhereThoseAreWhomTheyCall() {
        assertThat(environment().of(Service.EXPORT, Map.of()))
                .containsEntry("QUARKUS_REST_CLIENT_DESTINATION_SERVICE_URL", "http://localhost:8081")
                .containsEntry("QUARKUS_REST_CLIENT_SEGMENT_SERVICE_URL", "http://localhost:8082");
        assertThat(environment().of(Service.SEGMENT, Map.of()))
                .containsEntry("QUARKUS_REST_CLIENT_EXPORT_SERVICE_URL", "http://localhost:8083")
                .doesNotContainKey("QUARKUS_REST_CLIENT_SEGMENT_SERVICE_URL");
    }

    private ServiceEnvironment environment() {
        Ports ports = Ports.standardExcept(Map.of());
        Secrets secrets = new Secrets();
        RunFolder folder = new RunFolder(work);
        Postgres postgres =
                new Postgres(ports.of(Port.POSTGRES), List.of(), secrets, folder, work.resolve("postgresql"));
        Keycloak keycloak = new Keycloak(ports, secrets, folder, work, new Realm());
        return new ServiceEnvironment(ports, postgres, keycloak, URI.create("http://localhost:8090/v1"), secrets);
    }
}
