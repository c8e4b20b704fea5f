package insights.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/** Looks at every response of the suite: only one operation may answer with a key. */
class NoKeyInResponses implements Filter {

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        if (!request.getURI().matches(".*/internal/connections/[^/]+/api-key")) {
            assertThat(response.getHeaders() + response.asString())
                    .as("%s %s", request.getMethod(), request.getURI())
                    .doesNotContain(TestKeys.PREFIX);
        }
        return response;
    }
}
