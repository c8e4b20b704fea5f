package insights.export.ortto;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom an export made known to Ortto stays one person there, whatever becomes of their address. */
@QuarkusTest
class OrttoKnownPeopleTest extends OrttoWorld {

    @ParameterizedTest
    @ValueSource(strings = {"none", "emailsCaseSensitive", "badPersonRefusesBatch", "unknownPersonIdCreates"})
    void whoTookAnotherAddressThereKeepsItAndIsNotMadeASecondTime(String quirk) {
        play(quirk);
        String export = delivered("ana@example.com", "ben@example.com", "cid@example.com");
        changeThere("ana@example.com", Map.of("str::email", "private@example.org", "bol::p", false));

        profile(0, "ana@example.com", "Anna", customers);
        run(export);

        assertThat(ortto.people()).containsOnlyKeys("private@example.org", "ben@example.com", "cid@example.com");
        assertThat(ortto.field("private@example.org", "str::first")).isEqualTo("Anna");
        assertThat(ortto.field("private@example.org", "bol::p")).isEqualTo(false);
        assertThat(ortto.tagged("Customers")).hasSize(3);
        neighbours.optOut(id(0));
        run(export);
        assertThat(ortto.tagged("Customers")).containsExactly("ben@example.com", "cid@example.com");
        assertThat(previewed(export)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "emailsCaseSensitive"})
    void whoseAddressIsSpelledOtherwiseHereIsNotMadeASecondTime(String quirk) {
        play(quirk);
        String export = delivered("ana@example.com", "ben@example.com");

        profile(0, "ANA@Example.COM", "Anna", customers);
        run(export);

        assertThat(ortto.people()).hasSize(2);
        assertThat(ortto.field("ana@example.com", "str::first")).isEqualTo("Anna");
        neighbours.optOut(id(0));
        run(export);
        assertThat(ortto.tagged("Customers")).containsExactly("ben@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "badPersonRefusesBatch", "unknownPersonIdCreates"})
    void whoWasDeletedThereIsMadeAnewAndOthersAreNotTouchedByThat(String quirk) {
        play(quirk);
        String export = delivered("ana@example.com", "ben@example.com", "cid@example.com", "dan@example.com");
        deleteThere("ben@example.com");
        deleteThere("dan@example.com");
        changeThere("ana@example.com", Map.of("str::email", "private@example.org"));

        for (String name : List.of("ana", "ben", "cid")) {
            profile(List.of("ana", "ben", "cid").indexOf(name), name + "@example.com", "New", customers);
        }
        Json run = run(export);

        assertThat(run.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(run.getInt("totals.contactsUpserted")).isEqualTo(3);
        assertThat(ortto.people()).containsOnlyKeys("private@example.org", "ben@example.com", "cid@example.com");
        assertThat(ortto.tagged("Customers")).hasSize(3);
        neighbours.optOut(id(1));
        run(export);
        assertThat(ortto.tagged("Customers")).containsExactly("cid@example.com", "private@example.org");
    }

    /** All of a request, of which Ortto then says that none is valid. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "badPersonRefusesBatch"})
    void aRequestOfWhichNobodyIsThereAnyMoreMakesThemAllAnew(String quirk) {
        play(quirk);
        String export = delivered("ana@example.com", "ben@example.com");
        deleteThere("ana@example.com");
        deleteThere("ben@example.com");
        profile(0, "ana@example.com", "New", customers);
        profile(1, "ben@example.com", "New", customers);
        assertThat(run(export).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(ortto.tagged("Customers")).containsExactly("ana@example.com", "ben@example.com");
    }

    /** Bad requests are few before Ortto bans an address. */
    @Test
    void thoseWhoAreGoneAreFoundOutByOneBadRequestWhereOneBadPersonRefusesAll() {
        play("badPersonRefusesBatch");
        String[] emails =
                IntStream.range(10, 50).mapToObj("p%d@example.com"::formatted).toArray(String[]::new);
        String export = delivered(emails);
        for (int i = 0; i < 40; i += 13) {
            deleteThere(emails[i]);
        }
        for (int i = 0; i < 40; i++) {
            profile(i, emails[i], "New", customers);
        }
        ortto.account().clearCounters();

        assertThat(run(export).getString("status")).isEqualTo("SUCCESSFUL");

        assertThat(ortto.account().requests())
                .containsOnly(Map.entry("POST /person/merge", 3), Map.entry("POST /person/get-by-ids", 1));
        assertThat(ortto.tagged("Customers")).containsExactly(emails);
        for (int i = 1; i < 40; i += 13) {
            deleteThere(emails[i]);
        }
        ortto.account().clearCounters();
        IntStream.range(0, 40).forEach(i -> neighbours.optOut(id(i)));
        run(export);
        assertThat(ortto.account().requests())
                .as("by id twice, and those who are gone by address")
                .containsOnly(Map.entry("POST /person/merge", 3), Map.entry("POST /person/get-by-ids", 1));
        assertThat(ortto.tagged("Customers")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "emailsCaseSensitive"})
    void anotherExportFindsThoseWhomTheFirstOneMadeKnown(String quirk) {
        play(quirk);
        delivered("ana@example.com", "ben@example.com");
        changeThere("ana@example.com", Map.of("str::email", "private@example.org", "bol::p", false));
        UUID friends = neighbours.segment("Friends");
        profile(0, "ana@example.com", "Anna", friends);
        profile(2, "cid@example.com", "Cid", friends);

        String other = export(friends);
        run(other);

        assertThat(ortto.people()).containsOnlyKeys("private@example.org", "ben@example.com", "cid@example.com");
        assertThat(ortto.tagged("Friends")).containsExactly("cid@example.com", "private@example.org");
        neighbours.optOut(id(0));
        run(other);
        assertThat(ortto.tagged("Friends")).containsExactly("cid@example.com");
    }

    /** They take turns. */
    @Test
    void noRequestGoesOutHalfEmptyBecauseSomeOfItsPeopleAreNew() {
        int people = 450;
        for (int i = 0; i < people; i += 2) {
            profile(i, "p%d@example.com".formatted(i), "Name", customers);
        }
        String export = export(customers);
        run(export);
        for (int i = 0; i < people; i++) {
            profile(i, "p%d@example.com".formatted(i), "New", customers);
        }
        ortto.account().clearCounters();
        long expected = previewed(export);

        run(export);

        assertThat(ortto.account().requests()).containsExactly(Map.entry("POST /person/merge", 6));
        assertThat(expected).isEqualTo(6);
        assertThat(ortto.tagged("Customers")).hasSize(people);
    }
}
