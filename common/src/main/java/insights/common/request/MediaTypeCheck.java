package insights.common.request;

import insights.common.problem.CommonProblem;
import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * JSON is UTF-8 (RFC 8259 §8.1), in both directions, and as it is. The framework would declare any charset that somebody asks
 * for, and read any that somebody declares as UTF-8.
 */
@ApplicationScoped
public class MediaTypeCheck implements RequestCheck {

    private static final String UTF_8 = "utf-8";

    @Override
    public Optional<HttpProblem> refusal(HttpServerRequest request) {
        Optional<HttpProblem> refusal = sent(request);
        return refusal.isPresent() ? refusal : asked(request);
    }

    private static Optional<HttpProblem> sent(HttpServerRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && encoding.isBlank()) {
            return unsupported("Content-Encoding is empty: leave it out, or say how the body is compressed.");
        }
        String header = request.getHeader("Content-Type");
        if (header == null || !header.toLowerCase(Locale.ROOT).matches("application/([a-z-]+\\+)?json\\b.*")) {
            return Optional.empty();
        }
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            return unsupported("Send JSON as it is, without Content-Encoding.");
        }
        return parse(header).map(MediaTypeCheck::isReadable).orElse(false)
                ? Optional.empty()
                : unsupported("Send JSON in UTF-8, as `application/json`.");
    }

    /**
     * Some clients (REST Assured) add their default charset to every type that they do not know, merge patches among them.
     * What is ASCII means the same in both, and anything else is no UTF-8, which the parser finds.
     */
    private static boolean isReadable(MediaType type) {
        boolean isAddedByClients = type.getSubtype().equals("merge-patch+json")
                && "iso-8859-1".equalsIgnoreCase(type.getParameters().get("charset"));
        return isUtf8(type) || isAddedByClients;
    }

    /** Leaves of the types that are asked for those that can be answered; an empty header asks for nothing. */
    private static Optional<HttpProblem> asked(HttpServerRequest request) {
        List<String> headers = request.headers().getAll("Accept");
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        String all = String.join(",", headers);
        if (all.isBlank()) {
            request.headers().remove("Accept");
            return Optional.empty();
        }
        List<String> usable = new ArrayList<>();
        for (String part : all.split(",")) {
            parse(part).filter(MediaTypeCheck::isUtf8).ifPresent(type -> usable.add(withoutCharset(type)));
        }
        if (usable.isEmpty()) {
            return Optional.of(Problem.of(
                    CommonProblem.NOT_ACCEPTABLE, "Ask for a media type that the API description names, in UTF-8."));
        }
        request.headers().set("Accept", String.join(", ", usable));
        return Optional.empty();
    }

    private static Optional<MediaType> parse(String text) {
        try {
            return Optional.of(MediaType.valueOf(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isUtf8(MediaType type) {
        String charset = type.getParameters().get("charset");
        return charset == null || charset.equalsIgnoreCase(UTF_8);
    }

    private static String withoutCharset(MediaType type) {
        String quality = type.getParameters().get("q");
        return type.getType() + "/" + type.getSubtype() + (quality == null ? "" : ";q=" + quality);
    }

    private static Optional<HttpProblem> unsupported(String detail) {
        return Optional.of(Problem.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE, detail));
    }
}
