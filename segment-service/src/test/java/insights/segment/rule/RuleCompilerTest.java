package insights.segment.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.common.testing.PostgresResource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The SQL of a rule chooses exactly the profiles that the rule means, and holds no word of the rule. */
class RuleCompilerTest {

    private static final long SEED = 20260321;
    private static final int PROFILES = 300;
    private static final int RULES = 1_500;
    private static final Instant NOW = Instant.parse("2026-03-29T00:30:00.500Z");

    /** Where it is another day then than in UTC. */
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** All that compiled SQL is made of. */
    private static final Pattern ALLOWED =
            Pattern.compile("(p\\.attributes|->>?|::jsonb(\\[])?|collate \"C\"|strpos|starts_with"
                    + "|right|length|any|and|or|not|is|null|true|[<>=]=?|[?(), ]|0)*");

    private static final RandomRules RANDOM = new RandomRules(SEED, NOW);
    private static final List<Map<String, Object>> STORED = new ArrayList<>();

    private static EmbeddedPostgres postgres;
    private static Connection connection;

    @BeforeAll
    static void storeProfiles() throws Exception {
        postgres = PostgresResource.server();
        connection = postgres.getPostgresDatabase().getConnection();
        Database.update(connection, Sql.of("create table profile (profile_id integer primary key, attributes jsonb)"));
        for (int i = 0; i < PROFILES; i++) {
            Map<String, Object> profile = RANDOM.profile();
            STORED.add(profile);
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            profile.forEach((name, value) -> json.set(name, RandomRules.node(value)));
            Database.update(connection, Sql.of("insert into profile values (?, ?::jsonb)", i, json.toString()));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        connection.close();
        postgres.close();
    }

    @Test
    void choosesWhatTheRuleMeans() throws SQLException {
        RuleEvaluation evaluation = new RuleEvaluation(NOW, ZONE);
        long chosenAtAll = 0;
        for (int i = 0; i < RULES; i++) {
            ObjectNode json = RANDOM.rule(i % 4);
            ParsedRule parsed = parse(json);
            assertThat(parsed.errors()).as("%s", json).isEmpty();
            List<Integer> expected = IntStream.range(0, PROFILES)
                    .filter(profile -> evaluation.holds(parsed.rule(), STORED.get(profile)))
                    .boxed()
                    .toList();
            Sql condition = compile(parsed.rule());
            List<Integer> chosen = Database.list(
                    connection,
                    Sql.of("select profile_id from profile p where ")
                            .then(condition)
                            .then(" order by profile_id"),
                    row -> row.getInt(1));
            assertThat(chosen).as("%s", json).isEqualTo(expected);
            chosenAtAll += chosen.size();
        }
        // Rules that choose nobody, or everybody, would show little.
        assertThat(chosenAtAll).isBetween((long) RULES * PROFILES / 10, (long) RULES * PROFILES * 9 / 10);
    }

    @Test
    void isTrueOrFalseAndNeverNull() throws SQLException {
        for (int i = 0; i < 200; i++) {
            Sql condition = compile(parse(RANDOM.rule(1)).rule());
            List<Boolean> nulls = Database.list(
                    connection,
                    Sql.of("select bool_or((").then(condition).then(") is null) from profile p"),
                    row -> row.getBoolean(1));
            assertThat(nulls).containsExactly(false);
        }
    }

    @Test
    void holdsNoWordOfTheRule() {
        for (int i = 0; i < RULES; i++) {
            Sql condition = compile(parse(RANDOM.rule(3)).rule());
            assertThat(condition.text()).matches(ALLOWED);
            assertThat(condition.text().chars().filter(c -> c == '?').count())
                    .isEqualTo(condition.binds().size());
        }
    }

    private static ParsedRule parse(ObjectNode json) {
        try {
            return RuleParser.parse(new ObjectMapper().treeToValue(json, RuleDefinition.class), "", RANDOM.fields());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Sql compile(Rule rule) {
        return new RuleCompiler(
                        segment -> {
                            throw new IllegalArgumentException("no segments here");
                        },
                        NOW,
                        ZONE)
                .compile(rule);
    }
}
