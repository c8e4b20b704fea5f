package insights.sandbox.autopilot.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.answer.Answer;
import insights.sandbox.answer.Refusal;
import insights.sandbox.autopilot.contact.Contact;
import insights.sandbox.autopilot.contact.ContactChange;
import insights.sandbox.autopilot.contact.Page;
import insights.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Contacts: {@code /contact} and {@code /contacts}. */
final class ContactOperations {

    /** Developer blog, "Autopilot Bulk Contacts API": "more than 100 … status code of 400". */
    private static final int MOST_AT_ONCE = 100;

    private ContactOperations() {}

    static Answer upsert(Call call) {
        ContactChange change = change(call, call.json().path("contact"));
        Contact contact = call.contacts().upsert(change, call.settings());
        return Answer.ok(Json.object().put("contact_id", contact.contactId()));
    }

    static Answer upsertAll(Call call) {
        JsonNode contacts = call.json().path("contacts");
        if (!contacts.isArray()) {
            throw Refusal.badRequest("No contacts provided.");
        }
        if (contacts.size() > MOST_AT_ONCE) {
            throw Refusal.badRequest("A maximum of " + MOST_AT_ONCE + " contacts can be provided.");
        }
        List<ContactChange> changes = new ArrayList<>(contacts.size());
        for (JsonNode contact : contacts) {
            try {
                changes.add(change(call, contact));
            } catch (Refusal refusal) {
                if (call.quirks().badEmailRefusesBatch()) {
                    throw refusal;
                }
            }
        }
        return Answer.ok(result(call, changes));
    }

    static Answer get(Call call) {
        Contact contact = call.contacts().contact(call.argument(0));
        return Answer.ok(contact.toJson(call.quirks().epochTimestamps()));
    }

    static Answer delete(Call call) {
        call.contacts().delete(call.argument(0));
        return call.quirks().deleteAnswers200() ? Answer.done() : Answer.noContent();
    }

    static Answer unsubscribe(Call call) {
        call.contacts().unsubscribe(call.argument(0));
        return Answer.done();
    }

    static Answer all(Call call) {
        return page(call, call.contacts().page(call.bookmark(0)));
    }

    static Answer customFields(Call call) {
        ArrayNode fields = Json.array();
        call.contacts().customFields().forEach(field -> fields.addObject()
                .put("name", field.name())
                .put("fieldType", field.type().toString()));
        return Answer.ok(fields);
    }

    static Answer page(Call call, Page page) {
        ObjectNode json = Json.object();
        ArrayNode contacts = json.putArray("contacts");
        page.contacts()
                .forEach(contact -> contacts.add(contact.toJson(call.quirks().epochTimestamps())));
        json.put("total_contacts", page.total());
        if (page.bookmark() != null) {
            json.put("bookmark", page.bookmark());
        }
        return Answer.ok(json);
    }

    private static ContactChange change(Call call, JsonNode contact) {
        ContactChange change = ContactChange.of(contact);
        if (call.account()
                .faults()
                .refuses(change.email(), call.route().method(), call.route().path())) {
            throw Refusal.badRequest("Invalid Email provided.");
        }
        return change;
    }

    /** In the form of the recording of June 2017, odd member included (advocately/autopilothq-ruby). */
    private static ObjectNode result(Call call, List<ContactChange> changes) {
        List<Optional<Contact>> made = call.contacts().upsertAll(changes, call.settings());
        ObjectNode json = Json.object();
        ArrayNode ids = json.putArray("contact_ids");
        ObjectNode idsByEmail = json.putObject("email_contact_map");
        for (int i = 0; i < made.size(); i++) {
            String email = changes.get(i).email();
            made.get(i).map(Contact::contactId).ifPresent(id -> {
                ids.add(id);
                if (email != null) {
                    idsByEmail.put(call.quirks().emailMapAsSent() ? email : email.toLowerCase(Locale.ROOT), id);
                }
            });
        }
        json.putArray("_removeResultKeys").add("proposedContacts");
        return json;
    }
}
