package insights.common.problem;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer by RFC 9457 that says what is wrong, to be thrown. {@link Problem} makes them; {@link ProblemMappers} turns them
 * into responses.
 */
public final class HttpProblem extends RuntimeException {

    /** The media type of RFC 9457 §3. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final long serialVersionUID = 1;

    private final URI type;
    private final String title;
    private final int status;
    private final String detail;
    private final transient Map<String, Object> parameters;
    private final transient Map<String, String> headers;

    private HttpProblem(Builder builder) {
        super(builder.title + ": " + builder.detail);
        this.type = builder.type;
        this.title = builder.title;
        this.status = builder.status;
        this.detail = builder.detail;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(builder.parameters));
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(builder.headers));
    }

    /** Begins one of the kind, with the kind's title and status. */
    static Builder builder(ProblemType type, String detail) {
        return new Builder(type, detail);
    }

    public URI getType() {
        return type;
    }

    public String getTitle() {
        return title;
    }

    public int getStatusCode() {
        return status;
    }

    public String getDetail() {
        return detail;
    }

    /** Members beyond those of the RFC: {@code errors}, {@code usedBy}. */
    public Map<String, Object> getParameters() {
        return parameters;
    }

    /** Headers that go with the answer. */
    public Map<String, String> getHeaders() {
        return headers;
    }

    /** The document, with the id of the request that it answers, if there is one. */
    Map<String, Object> document(String requestId) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", type.toString());
        document.put("title", title);
        document.put("status", status);
        document.put("detail", detail);
        document.putAll(parameters);
        if (requestId != null) {
            document.put("requestId", requestId);
        }
        return document;
    }

    /** Makes a problem member by member. */
    public static final class Builder {

        private final URI type;
        private final String title;
        private final String detail;
        private int status;
        private final Map<String, Object> parameters = new LinkedHashMap<>();
        private final Map<String, String> headers = new LinkedHashMap<>();

        private Builder(ProblemType type, String detail) {
            this.type = type.uri();
            this.title = type.title();
            this.status = type.status();
            this.detail = detail;
        }

        /** Another status than the kind's; for those that have no kind of their own. */
        Builder withStatus(int other) {
            status = other;
            return this;
        }

        /** The values of the request that are wrong. */
        Builder withErrors(List<FieldError> errors) {
            parameters.put("errors", errors);
            return this;
        }

        /** What uses the thing. Members beyond these would stand in no description of the API. */
        public Builder withUsedBy(List<Use> uses) {
            parameters.put("usedBy", uses);
            return this;
        }

        /** A header of the answer. */
        public Builder withHeader(String name, Object value) {
            headers.put(name, value.toString());
            return this;
        }

        public HttpProblem build() {
            return new HttpProblem(this);
        }
    }
}
