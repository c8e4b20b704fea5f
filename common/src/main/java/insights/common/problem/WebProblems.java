package insights.common.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;

/** Problems for what the framework refuses by itself, with details that say what to do. */
@ApplicationScoped
public class WebProblems {

    private static final Map<CommonProblem, String> DETAILS = Map.ofEntries(
            Map.entry(CommonProblem.UNREADABLE_REQUEST, "Send what the API description of this operation asks for."),
            Map.entry(
                    CommonProblem.UNAUTHENTICATED,
                    "Send a valid bearer token of the identity provider, meant for this service."),
            Map.entry(CommonProblem.FORBIDDEN, "This is not for you to do."),
            Map.entry(CommonProblem.NOT_FOUND, "There is nothing at this path."),
            Map.entry(CommonProblem.METHOD_NOT_ALLOWED, "This path does not take this method; see the Allow header."),
            Map.entry(CommonProblem.NOT_ACCEPTABLE, "Ask for a media type that the API description names."),
            Map.entry(
                    CommonProblem.UNSUPPORTED_MEDIA_TYPE,
                    "Send the body with a Content-Type that the API description names."),
            Map.entry(CommonProblem.TOO_LARGE, "Send less at once."),
            Map.entry(
                    CommonProblem.INTERNAL_ERROR,
                    "Try again; if it stays, give the request id to whoever runs this service."),
            Map.entry(CommonProblem.UNAVAILABLE, "Try again in a moment."));

    /** What a response of the framework may say besides its status. */
    private static final List<String> HEADERS =
            List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE);

    private final ProblemResponses responses;

    WebProblems(ProblemResponses responses) {
        this.responses = responses;
    }

    /** A problem of the kind with what is usually to be done about it. */
    public static HttpProblem of(CommonProblem type) {
        return HttpProblem.builder(type, detail(type)).build();
    }

    /** The answer to what the framework threw. Another server's error that nobody here expected is one of ours. */
    Response answer(WebApplicationException exception) {
        if (exception instanceof ResteasyReactiveClientProblem) {
            return responses.of(of(CommonProblem.INTERNAL_ERROR), exception);
        }
        int status = exception.getResponse().getStatus();
        CommonProblem type = CommonProblem.ofStatus(status)
                .orElse(status >= 500 ? CommonProblem.INTERNAL_ERROR : CommonProblem.UNREADABLE_REQUEST);
        HttpProblem.Builder problem = HttpProblem.builder(type, detail(type)).withStatus(status);
        for (String header : HEADERS) {
            String value = exception.getResponse().getHeaderString(header);
            if (value != null) {
                problem.withHeader(header, value);
            }
        }
        return status >= 500 ? responses.of(problem.build(), exception) : responses.of(problem.build());
    }

    private static String detail(CommonProblem type) {
        return DETAILS.getOrDefault(type, type.title() + ".");
    }
}
