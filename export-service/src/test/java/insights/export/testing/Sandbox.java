package insights.export.testing;

import com.fasterxml.jackson.databind.JsonNode;
import insights.common.testing.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** One account of the sandbox, at Autopilot where nothing else is said, as a test sets it up and looks into it. */
public final class Sandbox {

    private final String control = System.getProperty(SandboxResource.CONTROL);
    private final String key = UUID.randomUUID().toString().replace("-", "");

    /** A new account at Autopilot without limits. */
    public Sandbox() {
        this("AUTOPILOT");
    }

    /** @param api whose stand-in has it */
    Sandbox(String api) {
        post("/accounts", Map.of("api", api, "apiKey", key, "ratePerSecond", 0));
    }

    public static URI endpoint() {
        return URI.create(System.getProperty(SandboxResource.API));
    }

    public String key() {
        return key;
    }

    /** Changes settings of the account, for example its rate or quirks. */
    public void configure(Map<String, Object> settings) {
        StandInControl.send("PATCH", account(), settings, 200);
    }

    /** Adds to the programme of faults. */
    public void fault(Map<String, Object> fault) {
        post("/accounts/" + key + "/faults", fault);
    }

    public void clearFaults() {
        StandInControl.send("DELETE", account() + "/faults", null, 204);
    }

    /** Requests by method and path since the counters were cleared, for example {@code POST /contacts}. */
    public Map<String, Integer> requests() {
        Map<String, Integer> requests = new TreeMap<>();
        counters()
                .all("outcomes")
                .forEach(outcome -> requests.merge(
                        outcome.getString("method") + " " + outcome.getString("path"),
                        outcome.getInt("count"),
                        Integer::sum));
        return requests;
    }

    /** What was answered since the counters were cleared. */
    public List<Integer> statuses() {
        return counters().getList("outcomes.status");
    }

    /** All requests since the counters were cleared. */
    public int totalRequests() {
        return counters().getInt("requests");
    }

    public int peakPerSecond() {
        return counters().getInt("peakPerSecond");
    }

    public void clearCounters() {
        StandInControl.send("DELETE", account() + "/counters", null, 204);
    }

    /** Every request since the account is {@code logged}. */
    public List<Request> log() {
        return StandInControl.get(account() + "/requests").getList("", Request.class);
    }

    /** Id of each contact by its e-mail in lower case. */
    public Map<String, String> contactIds() {
        Map<String, String> ids = new TreeMap<>();
        contacts()
                .forEach((email, contact) ->
                        ids.put(email.toLowerCase(Locale.ROOT), (String) contact.get("contact_id")));
        return ids;
    }

    /**
     * A request as the stand-in got it.
     *
     * @param atMicros when, in microseconds since the account was made
     * @param lateMillis how much later it was answered
     */
    public record Request(String method, String path, String body, int status, long atMicros, long lateMillis) {

        private static final Set<String> TAKING_OFF = Set.of("Email", "notify", "custom");

        /**
         * Who is named by it, otherwise than to be taken off something or looked up; in lower case.
         *
         * @param addresses by the id of the contact
         */
        public List<String> named(Map<String, String> addresses) {
            if (!method.equals("POST")) {
                return List.of();
            }
            if (path.contains("/list/")) {
                String contact = path.substring(path.lastIndexOf('/') + 1);
                return addresses.containsKey(contact) ? List.of(addresses.get(contact)) : List.of();
            }
            List<String> named = new ArrayList<>();
            JsonNode json = json();
            for (JsonNode contact : json.has("contact") ? List.of(json.path("contact")) : json.path("contacts")) {
                if (!isTakenOff(contact)) {
                    named.add(contact.path("Email").asText().toLowerCase(Locale.ROOT));
                }
            }
            return named;
        }

        /** Its body; nothing when it had none. */
        public JsonNode json() {
            return StandInControl.read(body == null ? "null" : body);
        }

        private static boolean isTakenOff(JsonNode contact) {
            List<JsonNode> fields = new ArrayList<>();
            contact.path("custom").forEach(fields::add);
            return TAKING_OFF.containsAll(
                            contact.properties().stream().map(Map.Entry::getKey).toList())
                    && contact.has("custom")
                    && fields.stream().allMatch(field -> field.isBoolean() && !field.booleanValue());
        }
    }

    /** Contacts by e-mail, with everything the API shows of them. */
    public Map<String, Map<String, Object>> contacts() {
        Map<String, Map<String, Object>> contacts = new TreeMap<>();
        StandInControl.getLines(account() + "/contacts")
                .forEach(contact -> contacts.put((String) contact.get("Email"), contact));
        return contacts;
    }

    /** Who is in an audience: on the list, or, where the mode shows it by a field, with that set. */
    public Set<String> audience(String mode, String name) {
        if (mode.equals("LIST")) {
            return memberships().getOrDefault(name, new TreeSet<>());
        }
        Set<String> in = new TreeSet<>();
        contacts().forEach((email, contact) -> {
            if (contact.get("custom_fields") instanceof List<?> fields
                    && fields.stream()
                            .map(Map.class::cast)
                            .anyMatch(field ->
                                    field.get("kind").equals(name) && Boolean.TRUE.equals(field.get("value")))) {
                in.add(email);
            }
        });
        return in;
    }

    /** E-mails by the title of the list they are on. */
    public Map<String, TreeSet<String>> memberships() {
        Map<String, String> titles = lists();
        Map<String, TreeSet<String>> memberships = new TreeMap<>();
        titles.values().forEach(title -> memberships.put(title, new TreeSet<>()));
        contacts().forEach((email, contact) -> {
            if (contact.get("lists") instanceof List<?> ids) {
                ids.forEach(id -> memberships.get(titles.get(id)).add(email));
            }
        });
        return memberships;
    }

    /** Title of every list by its id. */
    public Map<String, String> lists() {
        Map<String, String> titles = new TreeMap<>();
        StandInControl.get(account() + "/lists")
                .all("")
                .forEach(list -> titles.put(list.getString("list_id"), list.getString("title")));
        return titles;
    }

    /** Somebody else deletes something over Autopilot's own API. */
    public void deleteAsSomebodyElse(String path) {
        StandInControl.ask("DELETE", endpoint() + path, null, Map.of("autopilotapikey", key));
    }

    /** Somebody deletes the list in Autopilot's pages. */
    public void deleteList(String title) {
        lists().forEach((id, other) -> {
            if (other.equals(title)) {
                StandInControl.send("DELETE", account() + "/lists/" + id, null, 204);
            }
        });
    }

    /** Makes a request of somebody else's to the account, over Autopilot's own API. */
    public Json asSomebodyElse(String method, String path, Object body) {
        return Json.from(StandInControl.text(method, endpoint() + path, body, 200, Map.of("autopilotapikey", key)));
    }

    /** Somebody wants to hear of an event of Autopilot's. */
    public void hook(String event, String target) {
        StandInControl.text(
                "POST",
                endpoint() + "/hook",
                Map.of("event", event, "target_url", target),
                201,
                Map.of("autopilotapikey", key));
    }

    private Json counters() {
        return StandInControl.get(account() + "/counters");
    }

    String account() {
        return control + "/accounts/" + key;
    }

    private void post(String path, Map<String, Object> body) {
        StandInControl.send("POST", control + path, body, 201);
    }
}
