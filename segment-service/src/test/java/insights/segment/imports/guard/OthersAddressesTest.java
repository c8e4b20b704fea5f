package insights.segment.imports.guard;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 13: a column of addresses that was sorted, or moved by a line, by itself gives everybody somebody else's address. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class OthersAddressesTest {

    private static final int PEOPLE = 40;
    private static final String CONFIRM = "confirm=EXCHANGES_ADDRESSES";
    private static final List<String> ASKED = List.of("EXCHANGES_ADDRESSES");

    @BeforeEach
    void theyHaveAddressesOfTheirOwn() {
        imported(
                        file(PEOPLE, i -> i),
                        "email=oth_mail",
                        "mode=replace",
                        CONFIRM,
                        "confirm=REMOVES_PROFILES",
                        "confirm=REMOVES_ADDRESSES",
                        "confirm=EMPTIES_FIELDS")
                .body("status", equalTo("SUCCESSFUL"));
    }

    private static String file(int lines, IntUnaryOperator address) {
        return of(lines, i -> "oth-%03d,P%d@example.com".formatted(i, address.applyAsInt(i)));
    }

    private static String of(int lines, IntFunction<String> line) {
        return "profileId,oth_mail\n"
                + IntStream.range(0, lines).mapToObj(line).collect(Collectors.joining("\n"))
                + "\n";
    }

    private static void asks(String file) {
        for (String mode : new String[] {"mode=upsert", "mode=replace"}) {
            imported(file, mode, "confirm=REMOVES_PROFILES")
                    .body("status", equalTo("FAILED"))
                    .body("questions.confirm", equalTo(ASKED));
            previewed(file, mode, ASKED);
        }
    }

    private static void previewed(String file, String mode, List<String> questions) {
        as("platform")
                .contentType("text/csv; charset=utf-8")
                .queryParam("mode", mode.split("=")[1])
                .queryParam("confirm", "REMOVES_PROFILES")
                .body(file)
                .post("/profile-imports/preview")
                .then()
                .statusCode(200)
                .body("questions.confirm", equalTo(questions));
    }

    private static void isTaken(String file) {
        previewed(file, "mode=upsert", List.of());
        imported(file).body("status", equalTo("SUCCESSFUL"));
    }

    @Test
    void asksWhenAColumnWasMovedByALine() {
        String moved = file(PEOPLE, i -> (i + 1) % PEOPLE);
        asks(moved);
        imported(moved)
                .body("detail", containsString("another address in \"oth_mail\" to 40 people"))
                .body("detail", containsString("40 of these addresses are somebody else's now"))
                .body("detail", containsString("lines 2 and 41"))
                .body("detail", containsString(CONFIRM));
        as("admin").get("/profiles/oth-007").then().body("attributes.oth_mail", equalTo("P7@example.com"));
        imported(moved, CONFIRM).body("status", equalTo("SUCCESSFUL")).body("updated", equalTo(PEOPLE));
        as("admin").get("/profiles/oth-007").then().body("attributes.oth_mail", equalTo("P8@example.com"));
    }

    @Test
    void asksWhenAPartWasSortedInAnotherCase() {
        asks(file(PEOPLE, i -> i < 24 ? i : PEOPLE + 23 - i).replace("P", "p"));
    }

    /** A list that was put together wrongly, of a few of the people. */
    @Test
    void asksWhenSomeGetAddressesOfOthersWhoAreNotInTheFile() {
        String file = file(12, i -> i + 20);
        imported(file).body("questions.confirm", equalTo(ASKED));
        previewed(file, "mode=upsert", ASKED);
    }

    @Test
    void asksNotOfWhatHappens() {
        // The same again, from another system.
        isTaken(file(PEOPLE, i -> i).replace("P", "p"));
        // Nine exchange theirs, and somebody gets a new one.
        isTaken(file(PEOPLE, i -> i < 9 ? (i + 1) % 9 : i == 9 ? 900 : i));
        isTaken(file(PEOPLE, i -> i));
        // Couples who share from now on, in a file of everybody; then all of them one address of their firm.
        isTaken(file(PEOPLE, i -> i < 24 ? i / 2 * 2 : i));
        isTaken(file(PEOPLE, i -> i < 24 ? 39 : i));
        isTaken(file(PEOPLE, i -> i));
        // Everybody at a new domain.
        isTaken(file(PEOPLE, i -> i).replace("example.com", "example.org"));
        // Everybody under new ids.
        isTaken(file(PEOPLE, i -> i).replace("example.com", "example.org").replace("oth-0", "oth-9"));
    }

    /** Which line counts of several of somebody shows at the end. */
    @Test
    void asksNotOfLinesThatDoNotCount() {
        isTaken(file(PEOPLE, i -> (i + 1) % PEOPLE)
                + file(PEOPLE, i -> i).lines().skip(1).collect(Collectors.joining("\n")));
    }

    /** People who look after customers change, whatever looks like an address. */
    @Test
    void asksNotOfAddressesThatAreNotTheirs() {
        String managers =
                of(PEOPLE, i -> "oth-%03d,m%d@example.com".formatted(i, i)).replace("oth_mail", "oth_manager");
        imported(managers).body("status", equalTo("SUCCESSFUL"));
        isTaken(of(PEOPLE, i -> "oth-%03d,m%d@example.com".formatted(i, (i + 1) % PEOPLE))
                .replace("oth_mail", "oth_manager"));
    }
}
