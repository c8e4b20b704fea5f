package insights.common.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteTest {

    private final Route one = Route.of("/exports/{id}", Set.of("GET"));
    private final Route size = Route.of("/exports/size", Set.of("POST"));

    @Test
    void aPlaceForAValueTakesAnySegment() {
        assertThat(one.matches(Route.segments("/exports/42"))).isTrue();
        assertThat(one.matches(Route.segments("/exports/42/"))).isTrue();
        assertThat(one.matches(Route.segments("/exports/a%2Fb"))).isTrue();
        assertThat(one.matches(Route.segments("/exports"))).isFalse();
        assertThat(one.matches(Route.segments("/exports/42/runs"))).isFalse();
        assertThat(one.matches(Route.segments("/imports/42"))).isFalse();
    }

    @Test
    void aNameIsMoreExactThanAPlaceForAValue() {
        assertThat(size.matches(Route.segments("/exports/size"))).isTrue();
        assertThat(size.isMoreExactThan(one)).isTrue();
        assertThat(one.isMoreExactThan(size)).isFalse();
        assertThat(one.isMoreExactThan(one)).isFalse();
    }
}
