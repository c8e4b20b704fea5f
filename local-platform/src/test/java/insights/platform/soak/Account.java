package insights.platform.soak;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.http.ApiClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is in an account at Autopilot. */
final class Account {

    private final Map<String, Set<String>> audiences = new HashMap<>();
    private final Map<String, String> cities = new HashMap<>();

    private Account() {}

    static Account read(ApiClient control, String apiKey) {
        Account account = new Account();
        Map<String, String> titles = new HashMap<>();
        control.get("/accounts/" + apiKey + "/lists")
                .succeeded()
                .json()
                .forEach(list -> titles.put(
                        list.get("list_id").textValue(), list.get("title").textValue()));
        for (JsonNode contact :
                control.get("/accounts/" + apiKey + "/contacts").succeeded().lines()) {
            String address = contact.get("Email").textValue();
            account.cities.put(address, contact.path("MailingCity").asText());
            contact.path("lists").forEach(list -> account.add(titles.get(list.textValue()), address));
            contact.path("custom_fields").forEach(field -> {
                if (field.path("value").asBoolean()) {
                    account.add(field.path("kind").textValue(), address);
                }
            });
        }
        return account;
    }

    private void add(String audience, String address) {
        audiences.computeIfAbsent(audience, unused -> new TreeSet<>()).add(address);
    }

    Set<String> audience(String segment) {
        return audiences.getOrDefault(segment, Set.of());
    }

    String city(String address) {
        return cities.get(address);
    }
}
