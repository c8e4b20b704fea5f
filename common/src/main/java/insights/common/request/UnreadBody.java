package insights.common.request;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Looks after connections on which an answer was given before the whole body had come. Left alone, such a connection stays
 * open and reads nothing more: the next request on it, behind a gateway somebody else's, would wait for ever.
 */
final class UnreadBody {

    /** What is announced to be no longer is read to its end, and the connection goes on. */
    private static final long SHORT = 64 * 1024;

    /** More is not thrown away: a sender that goes on after the answer does not read it. */
    private static final long MOST = 4 * 1024 * 1024;

    private static final long LONGEST_MS = 5_000;

    private UnreadBody() {}

    static void leavesNoDeadConnection(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.version() == HttpVersion.HTTP_2 || !mayHaveBody(request)) {
            return;
        }
        boolean isShort = isShort(request);
        context.addHeadersEndHandler(ignored -> {
            if (!request.isEnded() && !isShort) {
                context.response().putHeader("Connection", "close");
            }
        });
        context.addEndHandler(answered -> {
            // A connection that is gone has nothing to be drained, and whoever reads from it must hear that.
            if (answered.succeeded() && !request.isEnded()) {
                drain(context, isShort);
            }
        });
    }

    private static void drain(RoutingContext context, boolean goesOn) {
        HttpServerRequest request = context.request();
        long[] thrownAway = {0};
        long timer = context.vertx().setTimer(LONGEST_MS, ignored -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        request.exceptionHandler(ignored -> context.vertx().cancelTimer(timer));
        request.handler(bytes -> {
            thrownAway[0] += bytes.length();
            if (thrownAway[0] > MOST) {
                context.vertx().cancelTimer(timer);
                request.connection().close();
            }
        });
        request.endHandler(ignored -> {
            context.vertx().cancelTimer(timer);
            if (!goesOn) {
                request.connection().close();
            }
        });
        request.resume();
    }

    private static boolean mayHaveBody(HttpServerRequest request) {
        return request.getHeader("Transfer-Encoding") != null
                || request.getHeader("Content-Length") != null
                        && !request.getHeader("Content-Length").equals("0");
    }

    private static boolean isShort(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null && length.length() < 10 && Long.parseLong(length) <= SHORT;
    }
}
