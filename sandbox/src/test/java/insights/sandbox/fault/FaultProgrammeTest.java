package insights.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import insights.sandbox.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultProgrammeTest {

    private final AtomicLong now = new AtomicLong();
    private final FaultProgramme programme = new FaultProgramme(now::get);

    @Test
    void hitsEveryRequestUnlessToldOtherwise() throws Exception {
        add("{'effect':'STATUS','status':401}");

        assertThat(hits(3)).containsExactly(true, true, true);
    }

    @Test
    void hitsTheNextFewAfterSparingSome() throws Exception {
        add("{'effect':'HANG','skip':2,'next':3}");

        assertThat(hits(7)).containsExactly(false, false, true, true, true, false, false);
    }

    @Test
    void hitsAFractionTheSameWayForTheSameSeed() throws Exception {
        add("{'effect':'CLOSE','fraction':0.25,'seed':42}");
        List<Boolean> first = hits(1_000);
        programme.clear();
        add("{'effect':'CLOSE','fraction':0.25,'seed':42}");

        assertThat(hits(1_000)).isEqualTo(first);
        assertThat(first.stream().filter(hit -> hit).count()).isBetween(200L, 300L);
    }

    @Test
    void hitsWithinItsTimeWindowOnly() throws Exception {
        add("{'effect':'STATUS','status':503,'fromMillis':1000,'forMillis':500}");

        assertThat(hitAfter(0)).isFalse();
        assertThat(hitAfter(999)).isFalse();
        assertThat(hitAfter(1)).isTrue();
        assertThat(hitAfter(499)).isTrue();
        assertThat(hitAfter(1)).isFalse();
    }

    @Test
    void hitsOnlyTheOperationItIsFor() throws Exception {
        add("{'effect':'HANG','method':'POST','path':'/contacts'}");

        assertThat(programme.hitting("GET", "/contacts")).isEmpty();
        assertThat(programme.hitting("POST", "/contact")).isEmpty();
        assertThat(programme.hitting("POST", "/contacts")).isPresent();
    }

    @Test
    void givesARequestTheFirstFaultThatHitsItAndLeavesTheOthersAlone() throws Exception {
        Fault first = add("{'effect':'STATUS','status':500,'next':1}");
        Fault second = add("{'effect':'STATUS','status':502,'next':1}");

        assertThat(programme.hitting("GET", "/lists")).contains(first);
        assertThat(second.hits()).isZero();
        assertThat(programme.hitting("GET", "/lists")).contains(second);
        assertThat(programme.hitting("GET", "/lists")).isEmpty();
    }

    @Test
    void refusesAnEmailHoweverItIsWrittenAndNoOtherRequest() throws Exception {
        add("{'effect':'REFUSE_EMAIL','email':'bad@example.com'}");

        assertThat(programme.refuses("BAD@example.com", "POST", "/contacts")).isTrue();
        assertThat(programme.refuses("good@example.com", "POST", "/contacts")).isFalse();
        assertThat(programme.refuses(null, "POST", "/contacts")).isFalse();
        assertThat(programme.hitting("POST", "/contacts")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'effect':'BOOM'}",
                "{'effect':'STATUS'}",
                "{'effect':'STATUS','status':200}",
                "{'effect':'HANG','status':500}",
                "{'effect':'HANG','retryAfterSeconds':1}",
                "{'effect':'LATE'}",
                "{'effect':'LATE','delayMillis':0}",
                "{'effect':'LATE','delayMillis':5,'applied':true}",
                "{'effect':'HANG','delayMillis':5}",
                "{'effect':'REFUSE_EMAIL'}",
                "{'effect':'HANG','email':'a@example.com'}",
                "{'effect':'HANG','skip':-1}",
                "{'effect':'HANG','next':0}",
                "{'effect':'HANG','fraction':1.5,'seed':1}",
                "{'effect':'HANG','fraction':0.5}",
                "{'effect':'HANG','forMillis':0}",
                "{'effect':'HANG','fromMillis':-1}"
            })
    void refusesAPlanThatMakesNoSense(String plan) {
        assertThatThrownBy(() -> add(plan)).isInstanceOf(JacksonException.class);
    }

    private Fault add(String plan) throws IOException {
        byte[] json = plan.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return programme.add(Json.as(FaultPlan.class, Json.parse(json)));
    }

    private List<Boolean> hits(int requests) {
        return IntStream.range(0, requests)
                .mapToObj(i -> programme.hitting("GET", "/lists").isPresent())
                .toList();
    }

    private boolean hitAfter(long millis) {
        now.addAndGet(Duration.ofMillis(millis).toNanos());
        return programme.hitting("GET", "/lists").isPresent();
    }
}
