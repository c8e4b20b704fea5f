package insights.segment.file.csv;

import static insights.segment.file.ReadFile.csv;
import static insights.segment.file.ReadFile.number;
import static insights.segment.file.ReadFile.unusable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import insights.segment.field.FieldType;
import insights.segment.file.ReadFile;
import insights.segment.file.row.ImportRejection;
import insights.segment.file.row.ImportRejection.Reason;
import insights.segment.file.row.Remark;
import insights.segment.file.text.UnusableFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases C06 to C50 that are about lines and cells; those about headers are in {@link HeaderCasesTest}. */
class CsvCasesTest {

    /** As Shopify writes its ids, and programs that want to keep spreadsheets from rounding. */
    @Test
    void marksForSpreadsheetsAreNoneOfTheValues() {
        ReadFile file = csv("profileId,zip,phone,name,note\r\n"
                + "'6814332551234,'00184,'+390612345,'n Sync,'90s\r\n"
                + "\"=\"\"0042\"\"\",=\"00185\",'=1+1,O'Hara,''\r\n");
        assertThat(file.profiles).containsOnlyKeys("6814332551234", "0042");
        assertThat(file.profiles.get("6814332551234"))
                .isEqualTo(Map.of("zip", "00184", "phone", "+390612345", "name", "'n Sync", "note", "'90s"));
        assertThat(file.profiles.get("0042"))
                .isEqualTo(Map.of("zip", "00185", "phone", "=1+1", "name", "O'Hara", "note", "''"));
    }

    /** Cases C13, C39, C44. */
    @Test
    void shortAndLongLinesAreRejectedNeverGuessed() {
        ReadFile file = csv("profileId,email,city,note,optOut\r\nm1,ann@example.com,Rome,hi,true\r\n"
                + "m2,bob@example.com,Rome\r\nm3,cy@example.com,Rome,,false\r\n");
        assertThat(file.profiles).containsOnlyKeys("m1", "m3");
        assertThat(file.rejections).extracting(ImportRejection::reason).containsExactly(Reason.WRONG_COLUMN_COUNT);
        ReadFile address = csv("profileId,name,address,city,email\r\n"
                + "M1,Ann,Via Roma, 5,Rome,ann@example.com\r\n"
                + "M2,Bob,Via Po 1,Rome,bob@example.com\r\n");
        assertThat(address.profiles).containsOnlyKeys("M2");
        ReadFile quoted =
                csv("profileId,name,email\r\nR1,'Smith, John',john@example.com\r\nR2,Ann,ann@example.com\r\n");
        assertThat(quoted.profiles).containsOnlyKeys("R2");
    }

    @Test
    void aFileThatEndsInTheMiddleOfALineIsKnown() {
        assertThat(csv("profileId,a,b\nx1,1,2\nx2,1").summary.cut()).isTrue();
        assertThat(csv("profileId,a,b\nx1,1,2\nx2,1\n").summary.cut()).isFalse();
        assertThat(csv("profileId,a,b\nx1,1,2\nx2,1,3").summary.cut()).isFalse();
        assertThat(ReadFile.ndjson("{\"profileId\":\"x1\"}\n{\"profileId\":\"x")
                        .summary
                        .cut())
                .isTrue();
        assertThat(ReadFile.ndjson("{\"profileId\":\"x1\"}\n{\"profileId\":\"x2\"}")
                        .summary
                        .cut())
                .isFalse();
    }

    /** Case C14. */
    @Test
    void quotesThatSwallowPeopleAreRefusedWithTheirLine() {
        String lines = numbered(1, 20) + "n020,\"Ace Tools, the best,c20@example.com\n" + numbered(21, 280);
        unusable(
                "profileId,name,email\n" + lines + "n280,Zed\" Ltd,c280@example.com\n" + numbered(281, 301),
                "line 21",
                "quote");
        // The second quote stands where a quote may end: nothing is wrong with the syntax.
        unusable(
                "profileId,name,email\n" + lines + "n280,Zed\",c280@example.com\n" + numbered(281, 301),
                "line 21",
                "confirm=LINES_IN_CELLS");
        unusable("profileId,name,email\nn1,\"Ann,a@example.com\nn2,Bob\",b@example.com\n", "line 2");
        unusable("profileId,name,email\nn1,\"Ann", "never closed");
        ReadFile meant = csv("profileId,name,email\nn1,\"Ann\nn2,Bob\",b@example.com\n", "confirm=LINES_IN_CELLS");
        assertThat(meant.value("n1", "name")).isEqualTo("Ann\nn2,Bob");
    }

    @Test
    void anIdThatAProgramWroteWithAFractionIsTheSame() {
        assertThat(csv("profileId,a\n1001.0,x\n1002.50,y\n0.0,z\nv1.0,v\n").profiles)
                .containsOnlyKeys("1001", "1002.50", "0.0", "v1.0");
    }

    /** Case C47. */
    @Test
    void lineBreaksInCellsAreNormal() {
        ReadFile file = csv("profileId,note,email\r\n"
                + "U1,\"line one\n"
                + "line two, and more\",ann@example.com\r\n"
                + "U2,x,bob@example.com\r\n");
        assertThat(file.value("U1", "note")).isEqualTo("line one\nline two, and more");
        assertThat(file.profiles).hasSize(2);
        assertThat(csv("profileId,note\nann,\"Dear Ann,\nhow are you, my dear?\nBye\"\n").profiles)
                .hasSize(1);
    }

    /** Case C16. */
    @Test
    void wordsForMissingAreGiven() {
        String file = "profileId,first_name,spent,signed_up,optOut\nr1,NULL,NULL,NULL,NULL\nr2,\\N,\\N,\\N,\\N\n"
                + "r3,N/A,12.5,2026-01-31,false\nr4,#N/A,7,2026-02-01,true\nr5,None,3,2026-02-02,false\n";
        ReadFile read = csv(file, "null=NULL", "null=\\N", "null=N/A", "null=#N/A", "null=None");
        assertThat(read.profiles.get("r1")).isEmpty();
        assertThat(read.profiles.get("r3"))
                .isEqualTo(Map.of("spent", number("12.5"), "signed_up", "2026-01-31", "optOut", false));
        assertThat(read.value("r4", "optOut")).isEqualTo(true);
        assertThat(csv(file).value("r1", "spent")).isEqualTo("NULL");
        assertThat(csv(file).rejections).isEmpty();
    }

    /** Case C17. */
    @Test
    void blankLinesAreSkippedAndNotCounted() {
        ReadFile file = csv("profileId;email;city\r\n"
                + "s1;ann@example.com;Rome\r\n"
                + ";;\r\n"
                + " ; ; \r\n\r\n"
                + ";\u00a0;\r\n"
                + "s2;bob@example.com;Pisa\r\n"
                + ";;\r\n");
        assertThat(file.summary.received()).isEqualTo(2);
        assertThat(file.rejections).isEmpty();
        assertThat(file.profiles).containsOnlyKeys("s1", "s2");
        // So many that they would push real rejections out of what is kept.
        ReadFile many =
                csv("profileId;email;city\ns1;ann@example.com;Rome\n" + ";;\n".repeat(1_000_000) + "s2;short\n");
        assertThat(many.summary.received()).isEqualTo(2);
        assertThat(many.rejections).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(1_000_003);
            assertThat(rejection.reason()).isEqualTo(Reason.WRONG_COLUMN_COUNT);
        });
    }

    /** Case C18. */
    @Test
    void blankCellsAreLikeEmptyOnes() {
        String file =
                "profileId,spent,signed_up,optOut\nt1,12.5,2026-01-31,true\nt2, , , \nt3,\u00a0,2026-02-01,false\n";
        Map<String, FieldType> types =
                Map.of("spent", FieldType.NUMBER, "signed_up", FieldType.DATE, "optOut", FieldType.BOOLEAN);
        // When it makes the fields, and when they are there.
        for (Map<String, FieldType> known : List.of(Map.<String, FieldType>of(), types)) {
            ReadFile read = ReadFile.read(file.getBytes(StandardCharsets.UTF_8), known);
            assertThat(read.profiles.get("t2")).isEmpty();
            assertThat(read.profiles.get("t3")).containsOnlyKeys("signed_up", "optOut");
            assertThat(read.rejections).isEmpty();
            types.forEach((field, type) -> assertThat(read.type(field)).isEqualTo(type));
        }
    }

    /** Case C20. */
    @Test
    void idsThatSpreadsheetsShortenedAreRejected() {
        ReadFile file = csv("profileId,email\n1.23E+15,ann@example.com\n\"1,23E+15\",bob@example.com\n"
                + "12E5,cy@example.com\n1.23e15,dan@example.com\n");
        assertThat(file.profiles).containsOnlyKeys("12E5");
        assertThat(file.rejections)
                .extracting(ImportRejection::reason)
                .containsOnly(Reason.INVALID_ID)
                .hasSize(3);
    }

    /** Cases O01, D09. */
    @Test
    void idsThatCouldNotBeFoundAgainAreRejected() {
        ReadFile file = csv("profileId,email\n"
                + "ACME/123,a\n"
                + "..,a\n"
                + ".,a\n"
                + "a;b=c,a\n"
                + "fields,a\n"
                + "%,a\n"
                + "\"x\"\"y\",a\n"
                + "ann\u200b@example.com,a\n"
                + "\ufeff x1\u00a0,a\n");
        assertThat(file.profiles).containsOnlyKeys("ACME/123", "a;b=c", "%", "x\"y", "x1");
        assertThat(file.rejections).extracting(ImportRejection::line).containsExactly(3L, 4L, 6L, 9L);
    }

    /** Case C21. */
    @Test
    void allLinesDecideTheTypeOfANewField() {
        StringBuilder file = new StringBuilder("profileId,code\n");
        IntStream.range(0, 1_100).forEach(i -> file.append("w%04d,%d\n".formatted(i, 10_000 + i)));
        file.append("late,00123\n");
        ReadFile read = csv(file.toString());
        assertThat(read.type("code")).isEqualTo(FieldType.STRING);
        assertThat(read.value("late", "code")).isEqualTo("00123");
        assertThat(read.value("w0007", "code")).isEqualTo("10007");
        assertThat(read.rejections).isEmpty();
        assertThat(read.profiles).hasSize(1_101);
        assertThat(read.remarks()).containsExactly(Remark.Code.BECAME_TEXT);
        assertThat(read.summary.remarks().getFirst().detail())
                .contains("line 1102")
                .contains("99999");
    }

    /** Case C30. */
    @Test
    void controlCharactersAtTheEndOfAFileAreNoLine() {
        ReadFile file = csv("profileId,name,email\r\n"
                + "F1,An\0n,ann@example.com\r\n"
                + "F2,Bob\u0007,bob@example.com\r\n"
                + "F3,Cy,cy@example.com\r\n"
                + "\u001a");
        for (String end : new String[] {"\u001a\u001a", "\0\0\0", "\u001a\r\n"}) {
            ReadFile padded = csv("profileId,a\nx,1\n" + end);
            assertThat(padded.profiles).containsOnlyKeys("x");
            assertThat(padded.rejections).isEmpty();
            assertThat(padded.summary.cut()).isFalse();
            assertThat(csv("profileId,a\nx,1\ny,2\n" + end).summary.mayBeCut()).isFalse();
        }
        assertThat(file.profiles).containsOnlyKeys("F1", "F2", "F3");
        assertThat(file.profiles.get("F1")).containsOnlyKeys("email");
        assertThat(file.rejections).extracting(ImportRejection::field).containsExactly("name");
        assertThat(file.rejections).extracting(ImportRejection::reason).containsExactly(Reason.INVALID_TEXT);
    }

    /** A last line that ends otherwise than all others; of one line alone, or after a closing quote, there is nothing to tell. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "1,Rome~2,Os! true",
                "1,Rome~2,! true",
                "1,Rome~2,Oslo~! false",
                "1,Rome! false",
                "1,Rome~! false",
                "1,Rome~2,\"Oslo\"! false",
                "1,Rome~2,Oslo~  ! false"
            })
    void aFileMayBeCutInItsLastCell(String lines, boolean mayBe) {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            ReadFile read = csv(("profileId,city~" + lines).replace("~", end));
            assertThat(read.summary.mayBeCut()).as(lines).isEqualTo(mayBe);
            assertThat(read.summary.cut()).isFalse();
        }
    }

    /** Case C32. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\r\n\r\n\r\n", ";;;\n;;\n"})
    void filesWithNothingInThemAreRefused(String file) {
        unusable(file, "empty");
    }

    /** Case C32. */
    @Test
    void aHeaderAloneIsAFileWithoutLines() {
        assertThat(csv("profileId,email\r\n").summary.received()).isZero();
    }

    /** Case C38. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"|!", ";!", ",!", "~!separator=~"})
    void theSeparatorIsFoundOrGiven(String separator, String parameter) {
        String file = "profileId|email|city\nL1|ann@example.com|Rome\n".replace("|", separator);
        ReadFile read = parameter == null ? csv(file) : csv(file, parameter);
        assertThat(read.profiles.get("L1")).isEqualTo(Map.of("email", "ann@example.com", "city", "Rome"));
        assertThat(read.summary.separator()).isEqualTo(separator.charAt(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\n", "\"sep=;\"\r\n", "\uFEFFSEP=;\r"})
    void theLineThatTellsExcelTheSeparatorTellsItUs(String line) {
        ReadFile file = csv(line + "profileId;note\n1;a,b\n2\n");
        assertThat(file.value("1", "note")).isEqualTo("a,b");
        assertThat(file.summary.separator()).isEqualTo(';');
        assertThat(file.summary.received()).isEqualTo(2);
        assertThat(file.rejections).extracting(ImportRejection::reason).containsExactly(Reason.WRONG_COLUMN_COUNT);
        assertThat(csv("sep=;\nprofileId,a\n1,x\n", "separator=,").value("1", "a"))
                .isEqualTo("x");
        assertThat(csv("sep=;\n\nprofileId;a\n1\n").rejections)
                .extracting(ImportRejection::line)
                .containsExactly(4L);
    }

    @Test
    void blanksBetweenSeparatorsAndQuotesAreNoPartOfACell() {
        ReadFile file = csv("\"profileId\", \"email\" ,\"note\"\n"
                + "\"1\", \"ann@example.com\" ,\"Smith, John\"\n"
                + "2, bob@example.com, x\n");
        assertThat(file.profiles)
                .isEqualTo(Map.of(
                        "1", Map.of("email", "ann@example.com", "note", "Smith, John"),
                        "2", Map.of("email", "bob@example.com", "note", "x")));
        unusable("\"profileId\"; \"email\"\n\"1\"; \"ann@example.com\"x\n", "line 2");
        // Where the header is not written so, a quote after a blank is text.
        assertThat(csv("profileId,name\n1, \"Ace\" Tools\n").value("1", "name")).isEqualTo("\"Ace\" Tools");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"profileId\":\"1\",\"name\":\"Ann\"}\n", "[\n{\"profileId\":\"1\"}]", "\n { \"a\":1}"})
    void jsonUnderTheNameOfCsvIsCalledByItsName(String json) {
        assertThatThrownBy(() -> csv(json))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("application/x-ndjson")
                .hasMessageNotContaining("Ann");
    }

    /** Case C42. */
    @Test
    void aCellThatIsTooLongIsRefusedForThatReason() {
        unusable(
                "profileId,note,email\nP1,\"" + "x".repeat(3_000_000) + "\",ann@example.com\nP2,short,b@example.com\n",
                "line 2",
                "characters in a cell");
    }

    @Test
    void anAddressAsIdFillsAFieldToo() {
        ReadFile file =
                csv("Email Address,First Name\nann@example.com,Ann\nbob@example.com,Bob\n", "idColumn=Email Address");
        assertThat(file.profiles.get("ann@example.com"))
                .isEqualTo(Map.of("Email Address", "ann@example.com", "First Name", "Ann"));
        assertThat(file.remarks()).containsExactly(Remark.Code.ID_FILLS_FIELD);
        assertThat(csv("profileId\nann@example.com\n").value("ann@example.com", "email"))
                .isEqualTo("ann@example.com");
        assertThat(csv("profileId,email\nann@example.com,a@example.com\n").value("ann@example.com", "email"))
                .isEqualTo("a@example.com");
        assertThat(csv("Mail,n\nann@example.com,1\n", "idColumn=Mail", "map=Mail=email")
                        .value("ann@example.com", "email"))
                .isEqualTo("ann@example.com");
        assertThat(csv("Mail,n\nann@example.com,1\n", "idColumn=Mail", "map=Mail=")
                        .profiles
                        .get("ann@example.com"))
                .containsOnlyKeys("n");
        assertThat(csv("no,n\n17,1\n", "idColumn=no").profiles.get("17")).containsOnlyKeys("n");
    }

    @Test
    void blanksMayStandBetweenCells() {
        ReadFile file = csv("profileId a\n1 2\n", "separator= ");
        assertThat(file.rejections).isEmpty();
        assertThat(file.summary.received()).isEqualTo(1);
    }

    @Test
    void tellsOfStatesThatMayBeOptOuts() {
        ReadFile file = csv(
                "profileId,Subscriber Status,note\n1,Subscribed,all\n2,Unsubscribed,buys a lot\n3,Bounced,baja california\n");
        assertThat(file.summary.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo(Remark.Code.MAY_BE_OPT_OUT);
            assertThat(remark.column()).isEqualTo("Subscriber Status");
            assertThat(remark.detail())
                    .contains("line 3", "optOut=Subscriber Status", "map=Subscriber Status=another name");
        });
        assertThat(csv("profileId,consent\n1,OPTED_OUT\n").remarks()).containsExactly(Remark.Code.MAY_BE_OPT_OUT);
        assertThat(csv("profileId,consent\n1,UNSUBSCRIBED\n", "map=consent=optOut")
                        .remarks())
                .isEmpty();
    }

    /** Files are often in order of it. */
    @Test
    void tellsOfStatesThatComeLate() {
        StringBuilder file = new StringBuilder("profileId,state,tags\n");
        for (int line = 2; line <= 1_500; line++) {
            file.append("%d,Subscribed,vip\n".formatted(line));
        }
        ReadFile read = csv(file + "1501,Unsubscribed,vip\n1502,Subscribed,\"vip,no newsletter\"\n");
        assertThat(read.summary.remarks())
                .extracting(Remark::column, Remark::code)
                .containsExactly(tuple("state", Remark.Code.MAY_BE_OPT_OUT), tuple("tags", Remark.Code.MAY_BE_OPT_OUT));
        assertThat(read.summary.remarks().getFirst().detail()).contains("line 1501");
    }

    @Test
    void aSecondAddressOfFewDoesNotKeepIdsFromBeingAddresses() {
        ReadFile file = csv(
                "E-mail 1 - Value,E-mail 2 - Value\nann@example.com,\nbob@example.com,b2@example.com\ncy@example.com,\n",
                "idColumn=E-mail 1 - Value");
        assertThat(file.value("ann@example.com", "E-mail 1 - Value")).isEqualTo("ann@example.com");
        assertThat(file.value("bob@example.com", "E-mail 2 - Value")).isEqualTo("b2@example.com");
    }

    @Test
    void tellsOfAddressesInAColumnThatIsNotKnownForThem() {
        ReadFile file =
                csv("profileId,reachable_by,city\n1,ann@example.com,Rome\n2,,Oslo\n3,bob@example.com,x@example.com\n");
        assertThat(file.summary.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo(Remark.Code.MAY_BE_EMAIL);
            assertThat(remark.column()).isEqualTo("reachable_by");
            assertThat(remark.detail()).contains("email=reachable_by").doesNotContain("ann@");
        });
        for (String known : List.of("user_email", "SMTP_ADDR", "E-mail 1 - Value", "EmailAddr", "Email ID")) {
            assertThat(csv("profileId," + known + "\n1,ann@example.com\n").remarks())
                    .as(known)
                    .isEmpty();
        }
        assertThat(csv("profileId,tags\n1,a\n2,b\n3,c@example.com\n").remarks()).isEmpty();
    }

    /** What is known of the field by an earlier file changes nothing, and other columns are looked at as well. */
    @Test
    void anAddressAsIdFillsAFieldThatIsThereToo() {
        byte[] file = "profileId,city\nann@example.com,Rome\nbob@example.com,Oslo\n".getBytes(StandardCharsets.UTF_8);
        ReadFile later = ReadFile.read(file, Map.of("email", FieldType.STRING, "city", FieldType.STRING));
        assertThat(later.value("ann@example.com", "email")).isEqualTo("ann@example.com");
        assertThat(later.remarks()).containsExactly(Remark.Code.ID_FILLS_FIELD);
        assertThat(ReadFile.read(file, Map.of("email", FieldType.NUMBER))
                        .profiles
                        .get("ann@example.com"))
                .containsOnlyKeys("city");
        byte[] other = "profileId,owner\nann@example.com,boss@example.com\n".getBytes(StandardCharsets.UTF_8);
        assertThat(ReadFile.read(other, Map.of("email", FieldType.STRING, "owner", FieldType.STRING))
                        .profiles
                        .get("ann@example.com"))
                .containsOnlyKeys("owner", "email");
        byte[] own = "profileId,mail\nann@example.com,boss@example.com\n".getBytes(StandardCharsets.UTF_8);
        assertThat(ReadFile.read(own, Map.of("email", FieldType.STRING))
                        .profiles
                        .get("ann@example.com"))
                .containsOnlyKeys("mail");
    }

    private static String numbered(int from, int to) {
        StringBuilder lines = new StringBuilder();
        IntStream.range(from, to).forEach(i -> lines.append("n%03d,Customer %d,c%d@example.com\n".formatted(i, i, i)));
        return lines.toString();
    }

    /** As databases write tables: the backslashes are theirs, and no part of a text. */
    @Test
    void takesTheEscapesOfCopyAway() {
        ReadFile file =
                csv("id\tnote\tmail\nx\tfirst\\nsecond\\tC:\\\\dir\t\\N\ny\tO\\'Neil\ty@example.com\n", "idColumn=id");
        assertThat(file.value("x", "note")).isEqualTo("first\nsecond\tC:\\dir");
        assertThat(file.value("y", "note")).isEqualTo("O'Neil");
        assertThat(csv("id\tnote\tmail\nx\tC:\\new\tx@example.com\n", "idColumn=id")
                        .value("x", "note"))
                .as("not without \\N, which only databases write")
                .isEqualTo("C:\\new");
    }

    @Test
    void takesTheMarksOfTextOffIds() {
        ReadFile file = csv("profileId,n\n'vi7-00,1\n'0042,2\n=\"vi7-01\",3\n'quoted',4\n");
        assertThat(file.profiles).containsOnlyKeys("vi7-00", "0042", "vi7-01", "'quoted'");
    }
}
