package insights.console.api;

import insights.console.outage.Outage;
import insights.console.problem.Problem;
import insights.console.problem.RequestId;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/**
 * One request on its way to a service, and the answer on its way back. Bodies go through piece by piece, at the pace of the
 * slower side: an upload or a report may be of any size, and a run can be followed for hours.
 */
final class Forwarding {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * So long may an answer run out for somebody who left, before it is cut. Vert.x ends the connection of a request that is
     * reset although its answer has come whole, and by then the connection may be that of somebody else's request.
     */
    private static final long RUN_OUT_MILLIS = 1_000;

    private final RoutingContext context;
    private final Upstream upstream;
    private final URI address;
    private final Duration silence;
    private final Outage outage;

    private HttpClientRequest asked;
    private HttpClientResponse answering;
    private boolean answeredWhole;
    private boolean over;

    Forwarding(RoutingContext context, Upstream upstream, URI address, Duration silence, Outage outage) {
        this.context = context;
        this.upstream = upstream;
        this.address = address;
        this.silence = silence;
        this.outage = outage;
    }

    /**
     * Asks, and answers.
     *
     * @param target path and query at the service
     * @param token who is signed in
     */
    void begin(HttpClient client, String target, String token) {
        HttpServerRequest request = context.request();
        request.pause();
        context.response().closeHandler(gone -> runOut());
        boolean secure = "https".equals(address.getScheme());
        RequestOptions options = new RequestOptions()
                .setMethod(request.method())
                .setHost(address.getHost())
                .setPort(address.getPort() > 0 ? address.getPort() : secure ? HTTPS : HTTP)
                .setSsl(secure)
                .setURI(target)
                .setIdleTimeout(silence.toMillis());
        ask(client, options, token)
                .recover(failure ->
                        mayBeAskedAgain(failure) ? ask(client, options, token) : Future.failedFuture(failure))
                .compose(this::answer)
                .onFailure(this::fail);
    }

    private Future<HttpClientResponse> ask(HttpClient client, RequestOptions options, String token) {
        asked = null;
        return new Connecting(context.vertx(), client, options, () -> over)
                .begin()
                .compose(connected -> ask(connected, token));
    }

    /**
     * A connection that was kept may end in the moment in which it is used again, when a service goes: what only reads and
     * was not answered is asked once more (RFC 9110, 9.2.2).
     */
    private boolean mayBeAskedAgain(Throwable failure) {
        HttpMethod method = context.request().method();
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        boolean ended = failure instanceof HttpClosedException || failure instanceof IOException;
        return reads && ended && asked != null && !over && !hasBody();
    }

    private Future<HttpClientResponse> ask(HttpClientRequest connected, String token) {
        asked = connected;
        if (over) {
            connected.reset();
            return Future.failedFuture("the caller is gone");
        }
        HttpServerRequest request = context.request();
        ForwardedHeaders.ofRequest(request.headers(), connected.headers());
        connected.putHeader("Authorization", "Bearer " + token).putHeader(RequestId.HEADER, RequestId.of(context));
        if (hasBody()) {
            return connected.send(request);
        }
        readOn();
        return connected.send();
    }

    private boolean hasBody() {
        MultiMap headers = context.request().headers();
        return headers.contains("Transfer-Encoding") || headers.contains("Content-Length");
    }

    private Future<Void> answer(HttpClientResponse answer) {
        HttpServerResponse response = context.response();
        outage.answered();
        answering = answer;
        answer.end().onComplete(all -> answeredWhole = true);
        if (over || response.closed()) {
            return Future.failedFuture("the caller is gone");
        }
        response.setStatusCode(answer.statusCode());
        ForwardedHeaders.ofAnswer(answer.headers(), response.headers());
        boolean isEmpty = answer.statusCode() == 204 || answer.statusCode() == 304;
        response.setChunked(!isEmpty && !answer.headers().contains("Content-Length"));
        // An answer that broke off must not be ended as if it were whole.
        return answer.pipe().endOnFailure(false).to(response).onSuccess(done -> over = true);
    }

    private void fail(Throwable failure) {
        HttpServerResponse response = context.response();
        abandon();
        if (response.closed() || response.ended()) {
            return;
        }
        outage.missed(failure);
        if (response.headWritten()) {
            context.request().connection().close();
        } else {
            Problem.unavailable(upstream.title()).answer(context);
            readOn();
        }
    }

    /** In HTTP/2 what was read whole cannot be read on. */
    private void readOn() {
        if (!context.request().isEnded()) {
            context.request().resume();
        }
    }

    /** For somebody who left. */
    private void runOut() {
        abandon();
        if (answering != null && !answeredWhole) {
            answering.handler(unread -> {}).resume();
        }
    }

    /** A service does not go on working for nobody. */
    private void abandon() {
        if (!over && asked != null) {
            context.vertx().setTimer(RUN_OUT_MILLIS, later -> cut());
        }
        over = true;
    }

    private void cut() {
        if (!answeredWhole) {
            asked.reset();
        }
    }
}
