package insights.export.testing;

import insights.common.testing.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** One account at the stand-in for Ortto, as a test sets it up and looks into it. */
public final class OrttoSandbox {

    private final Sandbox account = new Sandbox("ORTTO");

    /** Settings, faults and counters, which are alike for all. */
    public Sandbox account() {
        return account;
    }

    public static URI endpoint() {
        return Sandbox.endpoint();
    }

    /** A connection to it that may be used. @param rate requests a second */
    public UUID connect(double rate) {
        return Neighbours.get().connection("ORTTO", endpoint(), account.key(), rate);
    }

    /** Everybody who is not archived, by e-mail: {@code id}, {@code fields} and {@code tags}. */
    public Map<String, Map<String, Object>> people() {
        Map<String, Map<String, Object>> people = new TreeMap<>();
        StandInControl.getLines(account.account() + "/contacts").stream()
                .filter(person -> Boolean.FALSE.equals(person.get("archived")))
                .forEach(person -> people.put((String) fields(person).get("str::email"), person));
        return people;
    }

    /** A field of somebody; null when it has no value. */
    public Object field(String email, String id) {
        return fields(people().get(email)).get(id);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Map<String, Object> person) {
        return (Map<String, Object>) person.get("fields");
    }

    /** E-mails of those who have a tag. */
    public Set<String> tagged(String tag) {
        Set<String> tagged = new TreeSet<>();
        people().forEach((email, person) -> {
            if (person.get("tags") instanceof List<?> tags && tags.contains(tag)) {
                tagged.add(email);
            }
        });
        return tagged;
    }

    /** Puts an address on the list of those to whom Ortto does not write. */
    public void suppress(String email) {
        StandInControl.send("POST", account.account() + "/suppressions", Map.of("email", email), 204);
    }

    /** What was promised for later is done. */
    public void settle() {
        StandInControl.send("POST", account.account() + "/settle", null, 204);
    }

    /** Makes a request of somebody else's to the account, over Ortto's own API. */
    public Json asSomebodyElse(String path, Object body) {
        return asSomebodyElse("POST", path, body);
    }

    /** Deletes somebody by hand. */
    public void delete(String person) {
        Map<String, Object> selection = Map.of("inclusion_ids", List.of(person), "all_rows_selected", false);
        asSomebodyElse("PUT", "/person/archive", selection);
        asSomebodyElse("DELETE", "/person/delete", selection);
    }

    private Json asSomebodyElse(String method, String path, Object body) {
        return Json.from(StandInControl.text(method, endpoint() + path, body, 200, Map.of("X-Api-Key", account.key())));
    }
}
