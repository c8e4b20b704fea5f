package insights.sandbox.ortto.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import insights.sandbox.json.Json;
import insights.sandbox.ortto.field.Schema;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody has subscribed to (recorded by phpdevkits/ortto-sdk): of audiences, the two that every account has, whose
 * members are those with the permission.
 */
final class Subscriptions {

    private static final String SMS_SUBSCRIBERS = "6904f4fbf0cc08364094a965";
    private static final String SUBSCRIBERS = "6904f4faf0cc08364094a964";

    private Subscriptions() {}

    /** @param key of a person: an id, an external id or an e-mail, of which the first in this order counts */
    static ObjectNode of(People people, JsonNode key) {
        boolean isById = key.hasNonNull("person_id");
        String field = isById ? Schema.PERSON_ID : key.hasNonNull("external_id") ? Schema.EXTERNAL_ID : Schema.EMAIL;
        String value = key.path(isById ? "person_id" : key.hasNonNull("external_id") ? "external_id" : "email")
                .asText("");
        Optional<Person> person = people.with(field, TextNode.valueOf(value)).findFirst();
        return person.map(found -> describe(found, isById))
                .orElseGet(() -> Json.object().put("person_status", "not-found"));
    }

    private static ObjectNode describe(Person person, boolean isById) {
        ObjectNode fields = person.fields();
        boolean email = Person.isSubscriber(fields);
        boolean sms = fields.path(Schema.SMS_PERMISSION).asBoolean();
        ObjectNode json =
                Json.object().put("person_status", isById ? "by-id" : "merged").put("person_id", person.id());
        if (!isById && fields.has(Schema.EMAIL)) {
            json.set("email", fields.get(Schema.EMAIL));
        }
        ArrayNode subscriptions = json.putArray("subscriptions");
        if (sms) {
            subscriptions.add(audience(SMS_SUBSCRIBERS, "SMS subscribers", person, email, sms));
        }
        if (email) {
            subscriptions.add(audience(SUBSCRIBERS, "Subscribers", person, email, sms));
        }
        return json.put("email_permissions", email)
                .put("sms_permissions", sms)
                .put("ios_permissions", false)
                .put("android_permissions", false)
                .put("web_permissions", false);
    }

    private static ObjectNode audience(String id, String name, Person person, boolean email, boolean sms) {
        String since = Instant.ofEpochSecond(person.createdAt() / 1000).toString();
        return Json.object()
                .put("audience_id", id)
                .put("audience_name", name)
                .put("member_from", since)
                .put("subscribed", email)
                .put("subscribed_from", since)
                .put("sms_opted_in", sms)
                .put("whatsapp_opted_in", false)
                .put("ios_opted_in", false)
                .put("android_opted_in", false)
                .put("web_opted_in", false);
    }
}
