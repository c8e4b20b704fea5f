package insights.segment.file.ndjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import insights.segment.file.column.Column;
import insights.segment.file.column.Words;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line that is no JSON says of whom it is about. */
class DamagedRowsTest {

    private static final Map<String, List<Column>> COLUMNS = Map.of(
            "profileId", List.of(Column.ofId("profileId")),
            "optOut", List.of(Column.ofField("optOut", "optOut")),
            "email", List.of(Column.ofField("email", "email")));

    private static List<String> read(String line) {
        return DamagedRows.of(line, 7, name -> COLUMNS.getOrDefault(name, List.of()), Words.NONE).stream()
                .map(row -> row.idValue() + ":" + Arrays.toString(row.values()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{\"profileId\":\"a\",\"x\":NaN,\"optOut\":true}#a:[true, a]",
                "{\"optOut\" : 1 , \"profileId\" : 2.0 , \"x\" : }#2.0:[1, 2.0]",
                "{\"profileId\":\"\\u0061\\q\\\"\",\"optOut\":true, NaN}#aq\":[true, aq\"]",
                "{\"profileId\":\"a\",\"note\":\"{\\\"optOut\\\": true}\",NaN}#a:[a]",
                "{\"profileId\":\"a\",\"optOut\":null,NaN}#a:[null, a]",
                "{\"profileId\":\"a\",\"optOut\":\"tr#a:[NestedTexts[texts=[]], a]",
                "{\"optOut\":true,\"profileId\":\"a#null:[true]",
                "{\"optOut\":true,\"profileId\":12#null:[true]",
                "{\"profileId\":\"a\",\"email\":[\"x\",{\"y\":\"z\"}],\"optOut\":true,}#a:[NestedTexts[texts=[x, y,"
                        + " z]], true, a]",
                "{\"profileId\":\"a\",\"profileId\":\"b\",\"optOut\":true}#a:[true, a] b:[true, b]",
                "{\"profileId\":\"a\"} , {\"profileId\":\"b\",\"optOut\":true}#a:[a] b:[true, b]",
                "{optOut:true}#null:[true]",
                "{profileId:\"a\",optOut:true}#a:[true, a]",
                "{ profileId : 'a' , n: 1, optOut : true }#a:[true, a]",
                "{\"note\":1,profileId:17,email:'x@example.com',optOut:True}#17:[x@example.com, True, 17]",
                "{\"note\":\"{optOut:true\",\"profileId\":\"a\",NaN}#a:[a]",
                "{\"disk\":\"C:\\\",\"optOut\":true,\"profileId\":\"a\",\"x\":\"y\"}#a:[true, a]",
                "{\"note\":\"say \"hi\", all\",\"optOut\":true,\"profileId\":\"a\"}#a:[true, a]",
                "{\"note\":\"x,\"optOut\":true,\"profileId\":\"a\"}#a:[true, a]",
                "{\"email\":[\"q\"z\"],\"profileId\":\"a\",\"optOut\":1}#a:[NestedTexts[texts=[q, ],, :, ,]], 1, a]",
                "{\"email\":[\"q\",\"profileId\":\"a\",\"optOut\":1}#a:[NestedTexts[texts=[q, profileId, a, optOut]], 1, a]",
                "{\"profileId\":\"a\",\"email\":\"a@x.org,\"optOut\":1}#a:[NestedTexts[texts=[a@x.org,\"optOut\":1}]], 1, a]",
                "{\"profileId\":\"a\",\"email\":\"\"a@x.org\",\"optOut\":1}#a:[NestedTexts[texts=[\"a@x.org]], 1, a]",
                "{\"profileId\":\"a,\"email\":\"a@x.org\",\"optOut\":true}#a:[a@x.org, true, a]",
                "{\"profileId\":\"a,\"optOut\":true}#a:[true, a]",
                "{\"profileId\":\"a\",\"optOut\" true }#a:[true, a]",
                "{\"optOut\",true,\"profileId\":\"a\"}#a:[true, a]"
            })
    void findsWhomItIsAboutAndWhetherTheyOptOut(String line, String found) {
        assertThat(String.join(" ", read(line))).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"{\\\"profileId\\\":\\\"a\\\",\\\"optOut\\\":true}\"",
                "{\\\"profileId\\\":\\\"a\\\",\\\"optOut\\\":true}",
                "\"{\"\"profileId\"\":\"\"a\"\",\"\"optOut\"\":true}\"",
                "{\"profileId\":\"a\";\"optOut\":true}",
                "{“profileId”:“a”,“optOut”:true}",
                "{„profileId“:„a“,„optOut“:true}",
                "{&quot;profileId&quot;:&quot;a&quot;,&quot;optOut&quot;:true}",
                "array(\"profileId\"=>\"a\",\"optOut\"=>true)",
                "{u'profileId': u'a', u'optOut': true}",
                "{:profileId=>\"a\", :optOut=>true}",
                "{\"x\":{\"profileId\":\"a\",\"optOut\":true}}",
                "{ \"profileId\": \"a\", \"optOut\": true } "
            })
    void findsThemHoweverQuotesAreWritten(String line) {
        assertThat(read(line)).contains("a:[true, a]");
    }

    @Test
    void endsOnAnyText() {
        Random random = new Random(40);
        String[] pieces = {
            "\"", "'", "\\", ":", ",", "{", "}", "[", "]", " ", "\"profileId\":", "\"email\":", "a", "1", "\\u"
        };
        for (int i = 0; i < 50_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                line.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(read(line.toString())).isNotEmpty();
        }
        for (String piece : new String[] {
            "\"",
            "\\\"",
            "{\"email\":[",
            "\"email\":\"",
            "'a",
            "}{",
            "\"a\":",
            "{a:",
            ",  ",
            "\"email\",",
            "\"email\":\"\"",
            "{\"email\":[\"\"a"
        }) {
            String line = piece.repeat(1_000_000 / piece.length());
            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(60), () -> read(line)))
                    .isNotEmpty();
        }
    }
}
