package insights.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.account.Account;
import insights.sandbox.account.Accounts;
import insights.sandbox.answer.Answer;
import insights.sandbox.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** What an account holds and what was asked of it, exactly and fast. */
@ApplicationScoped
class StateControl {

    private final Accounts accounts;

    StateControl(Accounts accounts) {
        this.accounts = accounts;
    }

    Answer strangers(ControlCall call) {
        return Answer.ok(Json.of(accounts.strangers().snapshot()));
    }

    Answer counters(ControlCall call) {
        Account account = call.account();
        ObjectNode counters = Json.of(account.counters().snapshot());
        return Answer.ok(counters.setAll(account.holdings()));
    }

    Answer clearCounters(ControlCall call) {
        call.account().counters().clear();
        return Answer.noContent();
    }

    Answer requests(ControlCall call) {
        return Answer.ok(Json.of(call.account().log().all()));
    }

    Answer clearRequests(ControlCall call) {
        call.account().log().clear();
        return Answer.noContent();
    }

    /** Everybody whom an account holds, one JSON object a line, in the order and the form of the API. */
    Answer contacts(ControlCall call) {
        Account account = call.account();
        HttpServerResponse response =
                call.context().response().setChunked(true).putHeader("Content-Type", "application/x-ndjson");
        write(account, null, response);
        return null;
    }

    /** A piece, and when that is written the next: never more in memory than one. */
    private static void write(Account account, String bookmark, HttpServerResponse response) {
        Account.Piece piece = account.piece(bookmark);
        Buffer lines = Buffer.buffer();
        piece.contacts()
                .forEach(contact -> lines.appendBytes(Json.bytes(contact)).appendByte((byte) '\n'));
        if (piece.bookmark() == null) {
            response.end(lines);
        } else {
            response.write(lines).onSuccess(written -> write(account, piece.bookmark(), response));
        }
    }
}
