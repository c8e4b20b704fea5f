package insights.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.http.ApiClient;
import insights.platform.services.Sandbox;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An account at Autopilot, looked into over Autopilot's own API. */
public final class AutopilotAccount implements Account {

    private final ApiClient autopilot;
    private final ApiClient control;
    private final String apiKey;

    public AutopilotAccount(Sandbox sandbox, String apiKey) {
        this(new AccountAddress(sandbox.api(), sandbox.control(), apiKey));
    }

    public AutopilotAccount(AccountAddress address) {
        this.autopilot = ApiClient.withHeader(address.api(), "autopilotapikey", address.apiKey());
        this.control = ApiClient.withHeader(address.control(), "Accept", "application/json");
        this.apiKey = address.apiKey();
    }

    @Override
    public int requests() {
        return counters().get("requests").intValue();
    }

    /** How many of them wrote contacts or memberships, whatever they were answered. */
    public int writes() {
        int writes = 0;
        for (JsonNode outcome : counters().get("outcomes")) {
            String path = outcome.get("path").textValue();
            if (!outcome.get("method").textValue().equals("GET") && path.contains("contact")) {
                writes += outcome.get("count").intValue();
            }
        }
        return writes;
    }

    private JsonNode counters() {
        return control.get("/accounts/" + apiKey + "/counters").succeeded().json();
    }

    @Override
    public Map<String, Contact> contacts() {
        Map<String, String> titles = titles();
        Map<String, Contact> contacts = new HashMap<>();
        String bookmark = "";
        do {
            JsonNode page = autopilot.get("/contacts" + bookmark).succeeded().json();
            for (JsonNode contact : page.get("contacts")) {
                contacts.put(contact.get("Email").textValue().toLowerCase(Locale.ROOT), read(contact, titles));
            }
            bookmark = page.has("bookmark") ? "/" + page.get("bookmark").textValue() : "";
        } while (!bookmark.isEmpty());
        return contacts;
    }

    private Map<String, String> titles() {
        Map<String, String> titles = new HashMap<>();
        for (JsonNode list : autopilot.get("/lists").succeeded().json().get("lists")) {
            titles.put(list.get("list_id").textValue(), list.get("title").textValue());
        }
        return titles;
    }

    private static Contact read(JsonNode contact, Map<String, String> titles) {
        Set<String> lists = new HashSet<>();
        contact.path("lists").forEach(list -> lists.add(titles.get(list.textValue())));
        return new Contact(
                contact.path("Email").asText(),
                contact.path("FirstName").asText(),
                contact.path("LastName").asText(),
                contact.path("MailingCity").asText(),
                custom(contact, "Orders").asInt(),
                lists);
    }

    private static JsonNode custom(JsonNode contact, String name) {
        for (JsonNode field : contact.path("custom_fields")) {
            if (field.path("kind").asText().equals(name)) {
                return field.path("value");
            }
        }
        return contact.path("custom_fields").path(name);
    }
}
