package insights.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.http.ApiClient;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An account at Ortto, looked into over Ortto's own API. */
public final class OrttoAccount implements Account {

    private static final int PAGE = 500;

    private final ApiClient ortto;
    private final ApiClient control;
    private final String apiKey;

    public OrttoAccount(AccountAddress address) {
        this.ortto = ApiClient.withHeader(address.api(), "X-Api-Key", address.apiKey());
        this.control = ApiClient.withHeader(address.control(), "Accept", "application/json");
        this.apiKey = address.apiKey();
    }

    @Override
    public int requests() {
        return control.get("/accounts/" + apiKey + "/counters")
                .succeeded()
                .json()
                .get("requests")
                .intValue();
    }

    @Override
    public Map<String, Contact> contacts() {
        String orders = idOf("Orders");
        Map<String, Contact> contacts = new HashMap<>();
        boolean hasMore = true;
        for (int offset = 0; hasMore; offset += PAGE) {
            JsonNode page = ortto.post(
                            "/person/get",
                            Map.of(
                                    "limit", PAGE,
                                    "offset", offset,
                                    "fields",
                                            List.of(
                                                    "str::email",
                                                    "str::first",
                                                    "str::last",
                                                    "geo::city",
                                                    orders,
                                                    "tags")))
                    .succeeded()
                    .json();
            for (JsonNode person : page.get("contacts")) {
                Contact contact = read(person.get("fields"), orders);
                contacts.put(contact.email().toLowerCase(Locale.ROOT), contact);
            }
            hasMore = page.get("has_more").booleanValue();
        }
        return contacts;
    }

    private String idOf(String name) {
        JsonNode fields = ortto.post("/person/custom-field/get", Map.of())
                .succeeded()
                .json()
                .get("fields");
        for (JsonNode one : fields) {
            if (one.at("/field/name").textValue().equals(name)) {
                return one.at("/field/id").textValue();
            }
        }
        return "none";
    }

    private static Contact read(JsonNode fields, String orders) {
        Set<String> tags = new HashSet<>();
        fields.path("tags").forEach(tag -> tags.add(tag.textValue()));
        return new Contact(
                fields.path("str::email").asText(),
                fields.path("str::first").asText(),
                fields.path("str::last").asText(),
                fields.at("/geo::city/name").asText(),
                fields.path(orders).asInt(),
                tags);
    }
}
