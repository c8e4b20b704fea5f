package insights.export.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
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
        given().contentType(ContentType.JSON)
                .body(settings)
                .patch(account())
                .then()
                .statusCode(200);
    }

    /** Adds to the programme of faults. */
    public void fault(Map<String, Object> fault) {
        post("/accounts/" + key + "/faults", fault);
    }

    public void clearFaults() {
        given().delete(account() + "/faults").then().statusCode(204);
    }

    /** Requests by method and path since the counters were cleared, for example {@code POST /contacts}. */
    public Map<String, Integer> requests() {
        Map<String, Integer> requests = new TreeMap<>();
        List<Map<String, Object>> outcomes = counters().getList("outcomes");
        outcomes.forEach(outcome -> requests.merge(
                outcome.get("method") + " " + outcome.get("path"), (Integer) outcome.get("count"), Integer::sum));
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
        given().delete(account() + "/counters").then().statusCode(204);
    }

    /** Every request since the account is {@code logged}. */
    public List<Request> log() {
        return given().get(account() + "/requests").jsonPath().getList("$", Request.class);
    }

    /** Id of each contact by its e-mail in lower case. */
    public Map<String, String> contactIds() {
        Map<String, String> ids = new TreeMap<>();
        contacts()
                .forEach((email, contact) ->
                        ids.put(email.toLowerCase(Locale.ROOT), (String) contact.get("contact_id")));
        return ids;
    }

    /** A request as Autopilot got it. */
    public record Request(String method, String path, String body, int status) {

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
            JsonPath json = body == null ? null : JsonPath.from(body);
            List<Map<String, Object>> contacts = new ArrayList<>();
            if (json != null && json.get("contacts") != null) {
                contacts.addAll(json.getList("contacts"));
            } else if (json != null && json.get("contact") != null) {
                contacts.add(json.getMap("contact"));
            }
            return contacts.stream()
                    .filter(contact -> !isTakenOff(contact))
                    .map(contact -> ((String) contact.get("Email")).toLowerCase(Locale.ROOT))
                    .toList();
        }

        private static boolean isTakenOff(Map<String, Object> contact) {
            return TAKING_OFF.containsAll(contact.keySet())
                    && contact.get("custom") instanceof Map<?, ?> fields
                    && fields.values().stream().allMatch(Boolean.FALSE::equals);
        }
    }

    /** Contacts by e-mail, with everything the API shows of them. */
    public Map<String, Map<String, Object>> contacts() {
        Map<String, Map<String, Object>> contacts = new TreeMap<>();
        String dump = given().get(account() + "/contacts").asString();
        dump.lines().filter(line -> !line.isBlank()).forEach(line -> {
            Map<String, Object> contact = new HashMap<>(JsonPath.from(line).getMap("$"));
            contacts.put((String) contact.get("Email"), contact);
        });
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
        List<Map<String, Object>> lists =
                given().get(account() + "/lists").jsonPath().getList("$");
        lists.forEach(list -> titles.put((String) list.get("list_id"), (String) list.get("title")));
        return titles;
    }

    /** Somebody else deletes something over Autopilot's own API. */
    public void deleteAsSomebodyElse(String path) {
        given().header("autopilotapikey", key).delete(endpoint() + path);
    }

    /** Somebody deletes the list in Autopilot's pages. */
    public void deleteList(String title) {
        lists().forEach((id, other) -> {
            if (other.equals(title)) {
                given().delete(account() + "/lists/" + id).then().statusCode(204);
            }
        });
    }

    /** Makes a request of somebody else's to the account, over Autopilot's own API. */
    public JsonPath asSomebodyElse(String method, String path, Object body) {
        var request = given().header("autopilotapikey", key).contentType(ContentType.JSON);
        return (body == null ? request : request.body(body))
                .request(method, endpoint() + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Somebody wants to hear of an event of Autopilot's. */
    public void hook(String event, String target) {
        given().header("autopilotapikey", key)
                .contentType(ContentType.JSON)
                .body(Map.of("event", event, "target_url", target))
                .post(endpoint() + "/hook")
                .then()
                .statusCode(201);
    }

    private JsonPath counters() {
        return given().get(account() + "/counters").jsonPath();
    }

    String account() {
        return control + "/accounts/" + key;
    }

    private void post(String path, Map<String, Object> body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post(control + path)
                .then()
                .statusCode(201);
    }
}
