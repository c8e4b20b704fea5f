package insights.platform.optout;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.http.Answer;
import insights.platform.http.ApiClient;
import insights.platform.services.Sandbox;
import java.net.http.HttpHeaders;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An account at the Autopilot stand-in, which wrote down every request word by word. */
final class Witness {

    private static final Set<String> OF_TAKING_OFF = Set.of("Email", "notify", "custom");

    private final ApiClient control;
    private final String apiKey = UUID.randomUUID().toString().replace("-", "");
    private final String account = "/accounts/" + apiKey;
    private final Map<String, String> addresses = new HashMap<>();

    Witness(Sandbox sandbox) {
        control = ApiClient.withHeader(sandbox.control(), "Accept", "application/json");
        control.post("/accounts", Map.of("apiKey", apiKey, "ratePerSecond", 0, "logged", true))
                .succeeded();
    }

    String apiKey() {
        return apiKey;
    }

    /**
     * What it holds.
     *
     * @param audiences addresses by the name of the list or of the field that is true, in canonical form
     */
    record Audiences(Map<String, Set<String>> audiences) {

        Set<String> of(String segment) {
            return audiences.getOrDefault(segment, Set.of());
        }

        Set<String> all() {
            Set<String> all = new HashSet<>();
            audiences.values().forEach(all::addAll);
            return all;
        }
    }

    Audiences audiences() {
        Map<String, String> titles = new HashMap<>();
        control.get(account + "/lists")
                .succeeded()
                .json()
                .forEach(list -> titles.put(
                        list.get("list_id").textValue(), list.get("title").textValue()));
        Map<String, Set<String>> audiences = new HashMap<>();
        for (JsonNode contact : control.get(account + "/contacts").succeeded().lines()) {
            String address = canonical(contact.get("Email").textValue());
            addresses.put(contact.get("contact_id").textValue(), address);
            contact.path("lists").forEach(list -> add(audiences, titles.get(list.textValue()), address));
            contact.path("custom_fields").forEach(field -> {
                if (field.path("value").asBoolean()) {
                    add(audiences, field.path("kind").textValue(), address);
                }
            });
        }
        return new Audiences(audiences);
    }

    private static void add(Map<String, Set<String>> audiences, String name, String address) {
        audiences.computeIfAbsent(name, unused -> new HashSet<>()).add(address);
    }

    /**
     * Whom requests have named since this was asked last, otherwise than to take them off: the request by the address. After
     * {@link #audiences}, by which the ids of contacts are known.
     */
    Map<String, String> named() {
        Map<String, String> named = new HashMap<>();
        Map<String, String> lookedUp = new HashMap<>();
        for (JsonNode request : control.get(account + "/requests").succeeded().json()) {
            String path = request.get("path").textValue();
            String words = request.get("method").textValue() + " " + path + " "
                    + request.path("body").asText("");
            switch (request.get("method").textValue()) {
                case "GET" -> contactIn(path).forEach(address -> lookedUp.put(address, words));
                case "DELETE" -> contactIn(path).forEach(lookedUp::remove);
                default -> {
                    contactIn(path).forEach(address -> named.put(address, words));
                    for (JsonNode contact : contacts(request)) {
                        String address = canonical(contact.path("Email").asText());
                        if (isTakenOff(contact)) {
                            lookedUp.remove(address);
                        } else {
                            named.put(address, words);
                        }
                    }
                }
            }
        }
        control.delete(account + "/requests").succeeded();
        // To look somebody up is all right where the next thing is to take them off.
        lookedUp.forEach(named::putIfAbsent);
        return named;
    }

    private List<String> contactIn(String path) {
        int at = path.indexOf("/contact/");
        if (at < 0) {
            return List.of();
        }
        String contact = path.substring(at + "/contact/".length());
        return List.of(addresses.getOrDefault(contact, canonical(contact)));
    }

    private static List<JsonNode> contacts(JsonNode request) {
        if (!request.hasNonNull("body")) {
            return List.of();
        }
        JsonNode body = new Answer(
                        "",
                        0,
                        HttpHeaders.of(Map.of(), (a, b) -> true),
                        request.get("body").textValue())
                .json();
        List<JsonNode> contacts = new ArrayList<>();
        body.path("contacts").forEach(contacts::add);
        if (body.has("contact")) {
            contacts.add(body.get("contact"));
        }
        return contacts;
    }

    private static boolean isTakenOff(JsonNode contact) {
        for (var member : contact.properties()) {
            if (!OF_TAKING_OFF.contains(member.getKey())) {
                return false;
            }
        }
        for (JsonNode value : contact.path("custom")) {
            if (value.asBoolean(true)) {
                return false;
            }
        }
        return !contact.path("custom").isEmpty();
    }

    /** What everybody would take it for: no damage of an address hides whose it is. */
    private static String canonical(String address) {
        return Normalizer.normalize(address, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}\\p{Z}\\s]", "")
                .toLowerCase(Locale.ROOT);
    }
}
