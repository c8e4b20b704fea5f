package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.OnTheWay;
import insights.export.testing.Rows;
import insights.export.testing.Sandbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first run of an export writes into its ledger as if nobody else did. */
@QuarkusTest
class FirstDeliveryTest {

    private static final int PEOPLE = 3;

    @Inject
    AgroalDataSource database;

    private final Neighbours neighbours = Neighbours.get();
    private final UUID customers = neighbours.segment("First customers");
    private final String prefix = UUID.randomUUID() + "-first-";
    private OnTheWay way;
    private String export;

    @BeforeEach
    void begin() throws IOException {
        way = new OnTheWay(5);
        for (int i = 0; i < PEOPLE; i++) {
            neighbours.profile(
                    prefix + i,
                    Instant.EPOCH,
                    Map.of("email", prefix + i + "@example.com", "first_name", "Ann", "points", i),
                    customers);
        }
        UUID connection = neighbours.connection("AUTOPILOT", way.endpoint(), new Sandbox().key(), 1_000);
        Map<String, Object> request = new HashMap<>(Api.request(connection, customers));
        request.put("audienceMode", "FIELD");
        export = Api.create(request);
    }

    @AfterEach
    void end() {
        way.close();
        for (int i = 0; i < PEOPLE; i++) {
            neighbours.removeProfile(prefix + i);
        }
    }

    @Test
    void whoIsKnownAfterAllIsRecordedToo() {
        way.look(passing -> {
            if (passing.path().endsWith("/contacts")) {
                new Rows(database).change("""
                        insert into ledger (export_id, profile_id, address)
                        select r.export_id, d.profile_id, d.address from run r join desired d on d.run_id = r.id
                        where r.export_id = ?::uuid order by d.profile_id limit 1""", export);
            }
        });

        Json run = Api.run(export);

        assertThat(run.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(run.getInt("totals.contactsUpserted")).isEqualTo(PEOPLE);
        assertThat(new Rows(database)
                        .number(
                                "select count(*) from ledger where export_id = ?::uuid and contact_id is not null"
                                        + " and cardinality(flags) = 1",
                                export))
                .isEqualTo(PEOPLE);
    }
}
