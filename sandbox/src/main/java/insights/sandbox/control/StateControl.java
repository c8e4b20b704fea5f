package insights.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.account.Account;
import insights.sandbox.account.Accounts;
import insights.sandbox.answer.Answer;
import insights.sandbox.answer.Refusal;
import insights.sandbox.contact.ContactBook;
import insights.sandbox.contact.ContactLists;
import insights.sandbox.contact.Page;
import insights.sandbox.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;

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
        List<ContactLists.Summary> lists = account.contacts().lists().all();
        ObjectNode counters = Json.of(account.counters().snapshot());
        return Answer.ok(counters.put("contacts", account.contacts().size())
                .put("lists", lists.size())
                .put(
                        "memberships",
                        lists.stream().mapToInt(ContactLists.Summary::size).sum()));
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

    Answer lists(ControlCall call) {
        ArrayNode lists = Json.array();
        call.account().contacts().lists().all().forEach(list -> lists.addObject()
                .put("list_id", list.id())
                .put("title", list.title())
                .put("contacts", list.size()));
        return Answer.ok(lists);
    }

    Answer deleteList(ControlCall call) {
        call.account().contacts().lists().delete(call.context().pathParam("list"));
        return Answer.noContent();
    }

    Answer createSegment(ControlCall call) throws IOException {
        ObjectNode body = call.body();
        String id = call.account()
                .contacts()
                .segments()
                .create(text(body, "title"), text(body, "field"), text(body, "value"));
        return Answer.of(201, Json.object().put("segment_id", id));
    }

    /** All contacts, one JSON object a line, in the order and the form of the API. */
    Answer contacts(ControlCall call) {
        ContactBook contacts = call.account().contacts();
        HttpServerResponse response =
                call.context().response().setChunked(true).putHeader("Content-Type", "application/x-ndjson");
        write(contacts, null, response);
        return null;
    }

    /** A page, and when that is written the next: never more in memory than one. */
    private static void write(ContactBook contacts, String bookmark, HttpServerResponse response) {
        Page page = contacts.page(bookmark);
        Buffer lines = Buffer.buffer();
        page.contacts().forEach(contact -> lines.appendBytes(Json.bytes(contact.toJson(false)))
                .appendByte((byte) '\n'));
        if (page.bookmark() == null) {
            response.end(lines);
        } else {
            response.write(lines).onSuccess(written -> write(contacts, page.bookmark(), response));
        }
    }

    private static String text(ObjectNode body, String name) {
        String text = body.path(name).asText("");
        if (text.isBlank()) {
            throw Refusal.badRequest("title, field and value are needed.");
        }
        return text;
    }
}
