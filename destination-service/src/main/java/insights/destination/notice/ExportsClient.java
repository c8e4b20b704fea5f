package insights.destination.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks and tells export-service. Whatever goes wrong on the way is an {@link ExportsUnknownException}. */
@ApplicationScoped
public class ExportsClient {

    private final ExportsRestClient exports;

    ExportsClient(@RestClient ExportsRestClient exports) {
        this.exports = exports;
    }

    /** The exports that use the connection. */
    @Retry(maxRetries = 2, delay = 200, jitter = 100, retryOn = ExportsUnknownException.class)
    public List<ExportUse> using(UUID connectionId) {
        return answer(() -> exports.using(connectionId), response -> response.readEntity(ExportUses.class)
                .items());
    }

    /** Returns once export-service knows. Not repeated here: {@link NoticeJob} does that. */
    void tell(UUID connectionId, NoticeKind kind, String notice, String requestId) {
        answer(() -> exports.tell(connectionId, kind.path(), requestId, notice), Response::getStatus);
    }

    private static <T> T answer(Supplier<Response> request, Function<Response, T> read) {
        try (Response response = request.get()) {
            if (response.getStatus() / 100 != 2) {
                throw new ExportsUnknownException("export-service answered " + response.getStatus(), null);
            }
            return read.apply(response);
        } catch (ExportsUnknownException e) {
            throw e;
        } catch (RuntimeException e) {
            // No connection, no token, no readable answer: each has exceptions of its own.
            throw new ExportsUnknownException("export-service does not answer", e);
        }
    }
}
