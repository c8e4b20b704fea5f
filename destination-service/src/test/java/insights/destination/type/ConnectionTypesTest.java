package insights.destination.type;

import static org.assertj.core.api.Assertions.assertThat;

import insights.destination.key.Secret;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must be so of each kind of destination. */
@QuarkusTest
class ConnectionTypesTest {

    @Inject
    ConnectionTypes types;

    @Inject
    FieldCatalogues fields;

    @ParameterizedTest
    @EnumSource
    void eachIsKnown(ConnectionType type) {
        DestinationType known = types.of(type);
        assertThat(known.type()).isEqualTo(type);
        assertThat(known.regions()).isNotEmpty();
        assertThat(known.limits().rateLimitPerSecond()).isPositive();
        assertThat(known.limits().maxContactsPerRequest()).isPositive();
        assertThat(known.keyShape().fits(new Secret("no key at all"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void oneStandardFieldIsTheAddress(ConnectionType type) {
        assertThat(fields.of(type).standard())
                .filteredOn(field -> field.type() == TargetType.EMAIL)
                .hasSize(1);
    }
}
