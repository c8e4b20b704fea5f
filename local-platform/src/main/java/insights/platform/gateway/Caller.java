package insights.platform.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Whoever sent a request: is answered once, and lets go of the connection where it cannot be used again. */
final class Caller {

    /** How long the rest of a body is read and thrown away that nobody wants any more, so that the answer arrives. */
    private static final long DRAIN_MILLIS = 5_000;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private boolean bodyEnded;
    private boolean answered;
    private boolean over;
    private Runnable whenOver = () -> {};

    Caller(Vertx vertx, HttpServerRequest request) {
        this.vertx = vertx;
        this.request = request;
        request.exceptionHandler(gone -> over());
        request.response().closeHandler(closed -> over());
        request.response().endHandler(ended -> over());
    }

    HttpServerRequest request() {
        return request;
    }

    HttpServerResponse response() {
        return request.response();
    }

    /** Is told once, when the answer has gone out or the connection is gone. */
    void whenOver(Runnable told) {
        Runnable before = whenOver;
        whenOver = () -> {
            before.run();
            told.run();
        };
    }

    /** Whether nothing can be answered any more. */
    boolean isOver() {
        return over;
    }

    boolean isAnswered() {
        return answered;
    }

    void bodyEnded() {
        bodyEnded = true;
    }

    boolean hasSentItsBody() {
        return bodyEnded;
    }

    /** Answers by ourselves to a request of which nobody reads the body. */
    void refuse(Problem problem) {
        if (answered || over) {
            return;
        }
        boolean readable = request.decoderResult().isSuccess();
        beginAnswer(!readable);
        problem.write(response(), readable ? request.getHeader(Problem.REQUEST_ID) : null);
    }

    /** Says before the answer whether the connection can be used again: not if some of the body is still to come. */
    void beginAnswer(boolean last) {
        answered = true;
        if (!bodyEnded && hasBody() || last) {
            response().putHeader("Connection", "close");
            response().endHandler(ended -> {
                over();
                drainAndClose();
            });
            if (last) {
                bodyEnded = true;
            }
        }
        if (!bodyEnded) {
            request.handler(thrownAway -> {});
            request.endHandler(all -> bodyEnded = true);
            request.resume();
        }
    }

    /** Ends an answer that was begun and cannot be finished: the caller must not take it for whole. */
    void breakOff() {
        request.connection().close();
    }

    private boolean hasBody() {
        String length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding") || length != null && !length.equals("0");
    }

    private void drainAndClose() {
        if (bodyEnded) {
            request.connection().close();
            return;
        }
        long timer = vertx.setTimer(DRAIN_MILLIS, late -> request.connection().close());
        request.endHandler(all -> {
            vertx.cancelTimer(timer);
            request.connection().close();
        });
    }

    private void over() {
        if (!over) {
            over = true;
            whenOver.run();
        }
    }
}
