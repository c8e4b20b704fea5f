package insights.segment.file.csv;

import static insights.segment.file.ReadFile.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.segment.file.ReadFile;
import insights.segment.file.text.UnusableFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C14: two quotes that were not meant as such swallow nobody, wherever the id is and whatever it looks like. */
class SwallowedLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The id at the end, in the middle, and an address as the id.
                "email,grp,optOut,profileId\n"
                        + "ann@example.com,\"s,true,a\n"
                        + "bob@example.com,s\",false,b\n"
                        + "cy@example.com,s,false,c\n",
                "email,profileId,grp,optOut\nann@example.com,a,\"s,true\nbob@example.com,b,s\",false\n",
                "grp,profileId,optOut,email\n\"s,a,true,ann@example.com\ns\",b,false,bob@example.com\n",
                "nome;codice;profileId\nAnn;\"x;ann@example.com\nBob;y\";bob@example.com\n",
                "size,optOut,profileId\n\"L,true,17\n24\",false,18\n",
                "note,profileId\n\"x,1\ny\",2\n",
                // Two columns, and names of users of which some have a digit in them.
                "profileId,city\nyann2,\"Rome\nybob,Bari\"\n",
                "profileId,no_newsletter\nybob,\"no\nyann2,yes\"\n",
                "city;profileId\n\"Rome;yann2\nBari\";ybob\n",
                "profileId\tcity\n\"yann2\tRome\nybob\tBari\"\n",
                // Three lines, the middle one whole; breaks of all kinds.
                "name,optOut,profileId\r\n\"Ann,true,1\r\nBob,true,2\r\nCy\",false,3\r\n",
                "name,optOut,profileId\r\"Ann,true,A1\rBob\",false,7\r",
                // UUIDs in front.
                "profileId,grp,email,optOut\n8c1f2a4e-6b0d-4c39-9a57-0e3d1b7f6a21,\"n,n1@example.com,false\n"
                        + "f03b9d7c-12e4-4a8f-b6c0-5d9e8a7f1c34,n,n2@example.com,true\n"
                        + "a7e45f60-9c8b-4d21-8f3e-6b2c1d0a9e85,n\",n3@example.com,false\n",
                // The quotes in different columns: the line is rejected, but those inside it would be lost.
                "email,grp,optOut,profileId\nann@example.com,\"s,true,a\nbob@example.com,s,true\",b\n",
                "profileId,name,email,optOut\nk9,\"Ann,ann@example.com,false\n77,Bob,bob@example.com,true\"\n",
                // In a column that is not read.
                "email,grp,,profileId\nann@example.com,s,\"x,a\nbob@example.com,s,y\",b\n"
            })
    void whoeverWouldBeSwallowedIsAskedFor(String file) {
        assertThatThrownBy(() -> csv(file))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("confirm=LINES_IN_CELLS");
        assertThat(csv(file, "confirm=LINES_IN_CELLS").summary).isNotNull();
    }

    @Test
    void namesOfColumnsSwallowNobody() {
        String file = "profileId,\"name,city\na,Ann\",Rome\nb,Bob,Bari\n";
        assertThatThrownBy(() -> csv(file)).hasMessageContainingAll("line 1", "confirm=LINES_IN_CELLS");
        assertThat(csv(file, "confirm=LINES_IN_CELLS").profiles).containsOnlyKeys("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profileId,address,email\n1,\"Via Roma 1, scala B\n20100 Milano, Italia\",ann@example.com\n",
                "profileId,address\n1,\"Via Roma 1\n20100 Milano, Italia\"\n",
                "profileId,address\nann2,\"Via Roma 1\nMilano, Italia\"\n",
                "profileId,address\n1,\"Piazza Duomo\nMilano, Italia\"\n",
                "address,email,profileId\n\"Ann Lee, 1 Main Street, Springfield\nUSA\",ann@example.com,17\n",
                "email,note,profileId\nann@example.com,\"called, no answer\nagain on Monday, she was there\",a17\n",
                "email,note,profileId\nann@example.com,\"Dear Ann,\n\nhow are you, my dear?\nBob\",ann\n",
                "note,profileId\n\"Hello, Ann\nbye\",1\n",
                "profileId;note;email\nU1;\"one; two\nthree\nfour; five; six; seven\";ann@example.com\n",
                "profileId,\"E-mail\naddress\",\"Total\n(EUR)\"\n1,ann@example.com,5\n"
            })
    void addressesAndRemarksOfSeveralLinesAreRead(String file) {
        ReadFile read = csv(file);
        assertThat(read.profiles).hasSize(1);
        assertThat(read.rejections).isEmpty();
    }

    @Test
    void twoQuotesAnywhereInAFileSwallowNobody() {
        Random random = new Random(13);
        for (int i = 0; i < 2_000; i++) {
            List<String[]> lines = lines(random, random.nextInt(3));
            int idPlace = random.nextInt(4);
            int opens = random.nextInt(lines.size() - 1);
            int closes = opens + 1 + random.nextInt(lines.size() - opens - 1);
            int[] places = {other(random, idPlace), other(random, idPlace)};
            StringBuilder file =
                    new StringBuilder(line(new String[] {"profileId", "name", "email", "optOut"}, idPlace, -1, ""));
            for (int n = 0; n < lines.size(); n++) {
                file.append(
                        n == opens
                                ? line(lines.get(n), idPlace, places[0], "\"")
                                : line(lines.get(n), idPlace, n == closes ? places[1] : -1, null));
            }
            assertThatExceptionOfType(UnusableFile.class)
                    .as("file %d%n%s", i, file)
                    .isThrownBy(() -> csv(file.toString()));
        }
    }

    private static int other(Random random, int place) {
        return (place + 1 + random.nextInt(3)) % 4;
    }

    private static List<String[]> lines(Random random, int kind) {
        List<String[]> lines = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String id =
                    switch (kind) {
                        case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
                        case 1 -> Long.toString(random.nextLong(1L << 50), 36);
                        default -> "person" + i + "@example.org";
                    };
            lines.add(new String[] {id, "Name " + i, "x" + i + "@example.com", Boolean.toString(random.nextBoolean())});
        }
        return lines;
    }

    /** The id is moved to its place; the cell at the quoted place begins with a quote, or ends with one where null is given. */
    private static String line(String[] cells, int idPlace, int quoted, String opening) {
        List<String> moved = new ArrayList<>(List.of(cells).subList(1, 4));
        moved.add(idPlace, cells[0]);
        if (quoted >= 0) {
            String cell = moved.get(quoted);
            moved.set(quoted, opening == null ? cell + '"' : opening + cell);
        }
        return String.join(",", moved) + "\n";
    }
}
