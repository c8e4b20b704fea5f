package insights.segment;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.lines;
import static insights.segment.SegmentService.members;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import insights.common.testing.OidcResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The main job of the service from end to end: profiles in, members of segments out. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class SegmentPathTest {

    private static final String CUSTOMERS = """
            customer_id,email,country,age,newsletter,birthday,last_order
            path-1,anna@example.com,IT,34,true,1991-02-03,2026-01-31T10:00:00+01:00
            path-2,bob@example.org,ES,51,false,,
            path-3,,IT,17,true,2008-12-24,2026-02-01T08:30:00Z
            path-4,dora@example.net
            """;

    @Test
    void leadsFromAFileToTheMembersOfSegments() {
        imported(CUSTOMERS, "mode=upsert", "idColumn=customer_id")
                .body("status", equalTo("SUCCESSFUL"))
                .body("received", equalTo(4))
                .body("rejected", equalTo(1));
        as("viewer")
                .get("/profiles/fields")
                .then()
                .statusCode(200)
                .body("items.find { it.name == 'age' }.type", equalTo("number"))
                .body("items.find { it.name == 'birthday' }.type", equalTo("date"))
                .body("items.find { it.name == 'last_order' }.type", equalTo("datetime"))
                .body("items.find { it.name == 'newsletter' }.type", equalTo("boolean"));
        as("admin")
                .get("/profiles/path-1")
                .then()
                .statusCode(200)
                .body("attributes.last_order", equalTo("2026-01-31T09:00:00.000Z"))
                .body("attributes.age", equalTo(34));

        String italians =
                segment("Path Italians", "{\"all\":[{\"field\":\"country\",\"op\":\"eq\",\"value\":\"IT\"}]}");
        String readers = segment("Path readers", "{\"field\":\"newsletter\",\"op\":\"eq\",\"value\":true}");
        members(italians, "", "")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:insights:problem:segment-not-refreshed"));
        refreshed()
                .body("status", equalTo("SUCCESSFUL"))
                .body("segments", hasItem(hasEntry(equalTo("id"), equalTo(italians))))
                .body("segments.find { it.id == '" + italians + "' }.size", equalTo(2))
                .body("segments.find { it.id == '" + italians + "' }.joined", equalTo(2));

        List<Map<String, Object>> lines = lines(members(italians + "," + readers, "email,age", ""));
        assertThat(lines).extracting(line -> line.get("profileId")).containsExactly("path-1", "path-3");
        assertThat(lines.getFirst()).containsEntry("attributes", Map.of("email", "anna@example.com", "age", 34));
        assertThat(lines.getLast()).containsEntry("attributes", Map.of("age", 17));
        assertThat(lines.getFirst().get("segments"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder(italians, readers);
        assertThat(lines(members(italians, "email", "path-1")))
                .extracting(line -> line.get("profileId"))
                .containsExactly("path-3");
        as("viewer")
                .get("/segments/" + italians)
                .then()
                .body("size", equalTo(2))
                .body("refreshedAt", notNullValue());
    }
}
