package insights.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.demo.AutopilotAccount;
import insights.platform.demo.Expectation;
import insights.platform.demo.MainJob;
import insights.platform.demo.SampleCustomers;
import insights.platform.demo.SampleSegment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a file of customers to contacts at Autopilot, and what Autopilot holds then, contact by contact. */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobE2ETest {

    private static final int CUSTOMERS = 2000;

    private final String csv = new SampleCustomers(42).csv(CUSTOMERS);
    private final Expectation expected = Expectation.of(csv);

    private MainJob job;
    private AutopilotAccount account;
    private String export;
    private JsonNode run;

    @BeforeAll
    void doTheMainJob(Workbench workbench) {
        String apiKey = workbench.newAccount(100);
        account = workbench.account(apiKey);
        job = workbench.job();
        job.importCustomers(csv);
        List<String> segments = SampleSegment.ALL.stream()
                .map(segment -> job.makeSegment(segment.displayName(), segment.rule()))
                .toList();
        job.refresh();
        String connection = job.connect("Main job", apiKey, 100);
        export = job.makeExport("Main job", connection, segments);
        assertThat(account.requests())
                .as("one call proves the key, and saving runs nothing")
                .isEqualTo(1);
        run = job.run(export, now -> {});
    }

    @Test
    void autopilotHoldsExactlyTheEligibleCustomersAndTheirMemberships() {
        assertThat(account.contacts()).containsExactlyInAnyOrderEntriesOf(expected.contacts());
    }

    @Test
    void everyCustomerWhoWasNotExportedIsAccountedForByIdAndReason() {
        List<JsonNode> rejections = job.rejections(run);

        Map<String, String> reasons = rejections.stream()
                .collect(Collectors.toMap(
                        one -> one.get("profileId").textValue(),
                        one -> one.get("reason").textValue(),
                        (one, other) -> one + " and " + other,
                        TreeMap::new));
        assertThat(reasons).isEqualTo(expected.rejections());
        assertThat(reasons.values()).contains("NO_EMAIL", "INVALID_EMAIL", "DUPLICATE_EMAIL");
        assertThat(rejections)
                .filteredOn(one -> one.get("reason").textValue().equals("DUPLICATE_EMAIL"))
                .allMatch(one -> one.hasNonNull("otherProfileId"));
    }

    @Test
    void theRunCountsThemAll() {
        assertThat(run.get("status").textValue()).isEqualTo("COMPLETED_WITH_WARNINGS");
        JsonNode totals = run.get("totals");
        assertThat(totals.get("profiles").intValue()).isEqualTo(CUSTOMERS - expected.outside());
        assertThat(totals.get("eligible").intValue())
                .isEqualTo(expected.contacts().size());
        assertThat(totals.get("rejected").intValue())
                .isEqualTo(expected.rejections().size());
        assertThat(totals.get("contactsUpserted").intValue())
                .isEqualTo(expected.contacts().size());
        assertThat(totals.get("membershipsJoined").intValue()).isEqualTo(expected.memberships());
    }

    @Test
    void anUnchangedExportMakesNoRequest() {
        int before = account.requests();

        JsonNode again = job.run(export, now -> {});

        assertThat(account.requests()).isEqualTo(before);
        assertThat(again.get("totals").get("requests").intValue()).isZero();
        assertThat(again.get("totals").get("contactsUpserted").intValue()).isZero();
    }
}
