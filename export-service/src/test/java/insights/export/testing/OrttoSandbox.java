package insights.export.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.HashMap;
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
        given().get(account.account() + "/contacts")
                .asString()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> new HashMap<String, Object>(JsonPath.from(line).getMap("$")))
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
        given().contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .post(account.account() + "/suppressions")
                .then()
                .statusCode(204);
    }

    /** What was promised for later is done. */
    public void settle() {
        given().post(account.account() + "/settle").then().statusCode(204);
    }

    /** Makes a request of somebody else's to the account, over Ortto's own API. */
    public JsonPath asSomebodyElse(String path, Object body) {
        return given().header("X-Api-Key", account.key())
                .contentType(ContentType.JSON)
                .body(body)
                .post(endpoint() + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
