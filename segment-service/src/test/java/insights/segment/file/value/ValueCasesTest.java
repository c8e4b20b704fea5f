package insights.segment.file.value;

import static insights.segment.file.ReadFile.csv;
import static insights.segment.file.ReadFile.ndjson;
import static insights.segment.file.ReadFile.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.segment.field.FieldType;
import insights.segment.file.ReadFile;
import insights.segment.file.row.ImportRejection;
import insights.segment.file.row.ImportRejection.Reason;
import insights.segment.file.row.Remark;
import insights.segment.file.text.UnusableFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases C20 to C40 that are about values and their types. */
class ValueCasesTest {

    private static final String MIXED =
            "profileId;spent\nx1;1.234,50\nx2;1234,5\nx3;1234.567\nx4;12.345\nx5;1.234\nx6;-1.234,50\n";

    /** Case C22. */
    @Test
    void aFileHasOneNotationOfNumbers() {
        ReadFile file = csv(MIXED);
        assertThat(file.type("spent")).isEqualTo(FieldType.STRING);
        assertThat(file.value("x3", "spent")).isEqualTo("1234.567");
        assertThat(file.summary.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo(Remark.Code.BECAME_TEXT);
            assertThat(remark.detail()).contains("line 4 is written as in 1,234.5 and that of line 2 as in 1.234,5");
        });
        assertThat(csv(MIXED, "locale=it").type("spent")).isEqualTo(FieldType.STRING);
        ReadFile given = csv(MIXED, "locale=it", "types=spent=number");
        assertThat(given.value("x1", "spent")).isEqualTo(number("1234.50"));
        assertThat(given.value("x4", "spent")).isEqualTo(number("12345"));
        assertThat(given.value("x6", "spent")).isEqualTo(number("-1234.50"));
        assertThat(given.profiles.get("x3")).isEmpty();
        assertThat(given.rejections).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(4);
            assertThat(rejection.field()).isEqualTo("spent");
            assertThat(rejection.detail()).contains("9999.999").doesNotContain("1234.567");
        });
    }

    /** Whatever most values are; the remark names the line that is otherwise. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-31;2026-02-28;soon|line 4",
                "31/12/2026;30/11/2026;n.d.|line 4",
                "2026-01-31T10:00Z;2026-02-28T10:00Z;?|line 4",
                "2026-01-31;2026-02-28;2026-02-28T10:00Z|time of day",
                "31/12/2026;12/31/2026;2026-01-31|one way",
                "true;false;maybe|line 4",
                "yes;no;1|line 4",
                "yes;no;true|line 4",
                "7;8;x|line 4"
            })
    void aColumnThatIsNearlyOfATypeAndStaysTextIsTold(String values, String said) {
        String[] cells = values.split(";");
        ReadFile file = csv("profileId;v\na;%s\nb;%s\nc;%s\n".formatted((Object[]) cells));
        assertThat(file.type("v")).isEqualTo(FieldType.STRING);
        assertThat(file.summary.remarks())
                .filteredOn(remark -> remark.code() == Remark.Code.BECAME_TEXT)
                .singleElement()
                .satisfies(remark -> assertThat(remark.detail()).contains(said));
    }

    @Test
    void truthValuesAndNumbersOfJsonThatBecomeTextAreToldToo() {
        assertThat(ndjson(
                                "{\"profileId\":\"a\",\"v\":true}\n{\"profileId\":\"b\",\"v\":false}\n{\"profileId\":\"c\",\"v\":7}\n")
                        .remarks())
                .containsExactly(Remark.Code.BECAME_TEXT);
        assertThat(ndjson(
                                "{\"profileId\":\"a\",\"v\":1}\n{\"profileId\":\"b\",\"v\":2}\n{\"profileId\":\"c\",\"v\":true}\n")
                        .remarks())
                .containsExactly(Remark.Code.BECAME_TEXT);
    }

    @ParameterizedTest
    @CsvSource({"NUMBER, 7", "BOOLEAN, true", "DATE, 2026-01-31", "DATETIME, 2026-01-31T10:00:00Z"})
    void aFieldThatIsWidenedIsTold(FieldType type, String fits) {
        byte[] file = "profileId,v\na,%s\nb,x9\n".formatted(fits).getBytes(StandardCharsets.UTF_8);
        ReadFile read = ReadFile.read(file, Map.of("v", type), "widen=true");
        assertThat(read.type("v")).isEqualTo(FieldType.STRING);
        assertThat(read.summary.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo(Remark.Code.BECAME_TEXT);
            assertThat(remark.detail()).contains("line 3");
        });
    }

    @Test
    void whatMayBeATousandTimesAsMuchIsNotGuessed() {
        ReadFile file = csv("profileId,people\na,2.644\nb,1.250\nc,7\n");
        assertThat(file.type("people")).isEqualTo(FieldType.STRING);
        assertThat(file.remarks()).containsExactly(Remark.Code.AMBIGUOUS);
        assertThat(csv("profileId,people\na,2.644\nb,1.250\n", "locale=it").value("a", "people"))
                .isEqualTo(number("2644"));
        assertThat(csv("profileId,people\na,2.644\nb,1.250\n", "locale=en").value("a", "people"))
                .isEqualTo(number("2.644"));
        // Another column shows it.
        assertThat(csv("profileId,people,share\na,2.644,0.5\n").value("a", "people"))
                .isEqualTo(number("2.644"));
        assertThat(csv("profileId;people;share\na;2.644;0,5\n").value("a", "people"))
                .isEqualTo(number("2644"));
        assertThat(csv("profileId;people;share\na;2.644;0,5\n").remarks()).containsExactly(Remark.Code.NOTATION_TAKEN);
        // Two columns that contradict each other decide nothing.
        assertThat(csv("profileId;people;share;size\na;2.644;0,5;1.5\n").type("people"))
                .isEqualTo(FieldType.STRING);
    }

    @Test
    void aFieldThatIsThereTakesNoNumberThatMayBeAnother() {
        byte[] file = "profileId,people\na,2.644\nb,7\nc,12.5x\n".getBytes(StandardCharsets.UTF_8);
        ReadFile read = ReadFile.read(file, Map.of("people", FieldType.NUMBER));
        assertThat(read.profiles.get("a")).isEmpty();
        assertThat(read.value("b", "people")).isEqualTo(number("7"));
        assertThat(read.rejections).extracting(ImportRejection::line).containsExactly(2L, 4L);
        assertThat(read.rejections.getFirst().detail()).contains("locale");
    }

    /** Cases C22, C24. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.5|en|1234.5",
                "1.234,5|it|1234.5",
                "1'234.5|de-CH|1234.5",
                "1’234.5|de-CH|1234.5",
                "1\u00a0234,5|fr|1234.5",
                "1\u202f234,5|fr|1234.5",
                "1 234,5|fr|1234.5",
                ".5|en|0.5",
                "-.5|en|-0.5",
                "1,23,456|en|",
                "1234.|en|",
                "12,34.5|en|",
                "1.234.567|it|1234567",
                "1234.567|it|",
                "1.5.5|en|",
                "1e3|en|",
                "007|en|",
                "+5|en|",
                "--5|en|",
                "0.123|it|",
                "0.123|en|0.123",
                "(12.50)|en|",
                "12 %|en|",
                "EUR 5|en|",
                "'$90,000 '|en|"
            })
    void numbersAreReadAsTheLocaleWritesThemOrNotAtAll(String text, String locale, String expected) {
        ReadFile file = csv(
                "profileId;n\na;" + text.replace("'$", "$").replace(" '", " ") + "\n",
                "locale=" + locale,
                "types=n=number");
        if (expected == null) {
            assertThat(file.profiles.get("a")).isEmpty();
            assertThat(file.rejections).hasSize(1);
        } else {
            assertThat(file.value("a", "n")).isEqualTo(number(expected));
        }
    }

    /** Case C24. */
    @Test
    void telephoneNumbersAndMoneyStayText() {
        ReadFile file = csv("profileId,phone,card,paid\na,333 123 456,4111111111111111111,\"$90,000 \"\n");
        assertThat(file.profiles.get("a"))
                .isEqualTo(Map.of("phone", "333 123 456", "card", "4111111111111111111", "paid", "$90,000"));
    }

    /** What a spreadsheet shows of numbers is told where it makes a column text (C24); codes are nobody's number. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$90,000;(12.50);12 %;EUR 5;1e3;.5;5.;+5;007|$99,999",
                "€ 5;€ 7,50|€ 9",
                "-$5.00;$7|-$9.99",
                "$-5;7|$-9",
                "5 €;7.25 €|9 €",
                "1.234,50 EUR;12 EUR|9.999,99 aaa",
                "12%;100 %|99%",
                "(12.50);(1,000)|(99.99)",
                "£5;£7;none|£9"
            })
    void aColumnOfAmountsThatStaysTextIsTold(String values, String shape) {
        ReadFile file = csv(column(values));
        assertThat(file.type("v")).isEqualTo(FieldType.STRING);
        assertThat(file.summary.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo(Remark.Code.BECAME_TEXT);
            assertThat(remark.detail()).contains("line 2", "something like " + shape);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+39055123;+390612345",
                "00184;00185",
                "(055) 123;(06) 456",
                "12 kg;15 kg",
                "ABC 12;XYZ 13",
                "%;(a)",
                "$;EUR",
                "#5;#6",
                "(039);(040)"
            })
    void whatOnlyHasDigitsIsNoAmount(String values) {
        ReadFile file = csv(column(values));
        assertThat(file.type("v")).isEqualTo(FieldType.STRING);
        assertThat(file.remarks()).isEmpty();
    }

    private static String column(String values) {
        StringBuilder file = new StringBuilder("profileId\tv\n");
        for (String value : values.split(";")) {
            file.append('p').append(file.length()).append('\t').append(value).append('\n');
        }
        return file.toString();
    }

    /** Case C25. */
    @Test
    void truthHasManyWords() {
        ReadFile file = csv(
                "profileId;a;b;c;d;e;f;g\nz1;yes;1;ja;sì;VERO;T;x\nz2;no;0;nein;no;FALSO;F;\nz3;Yes;1;JA;SÌ;Vero;t;X\n",
                "true=x");
        for (String field : new String[] {"a", "c", "d", "e", "f"}) {
            assertThat(file.type(field)).as(field).isEqualTo(FieldType.BOOLEAN);
            assertThat(file.value("z1", field)).as(field).isEqualTo(true);
            assertThat(file.value("z2", field)).as(field).isEqualTo(false);
        }
        assertThat(file.type("b")).isEqualTo(FieldType.NUMBER);
        assertThat(file.value("z3", "g")).isEqualTo(true);
        assertThat(file.profiles.get("z2")).doesNotContainKey("g");
        ReadFile known = ReadFile.read(
                "profileId,o\n1,1\n2,0\n3,Yes\n4,maybe\n".getBytes(StandardCharsets.UTF_8),
                Map.of("o", FieldType.BOOLEAN));
        assertThat(known.profiles)
                .isEqualTo(
                        Map.of("1", Map.of("o", true), "2", Map.of("o", false), "3", Map.of("o", true), "4", Map.of()));
    }

    @Test
    void oneWordAloneIsNoTruth() {
        assertThat(csv("profileId,o\n1,SI\n2,NO\n").value("1", "o")).isEqualTo(true);
        assertThat(csv("profileId,o\n1,SI\n2,NO\n3,IT\n").type("o")).isEqualTo(FieldType.STRING);
        // Norway, or everybody's answer: it stays what it says.
        assertThat(csv("profileId,country\n1,NO\n2,NO\n").type("country")).isEqualTo(FieldType.STRING);
        assertThat(csv("profileId,shippingCountry\n1,NO\n2,NO\n").type("shippingCountry"))
                .isEqualTo(FieldType.STRING);
        StringBuilder late = new StringBuilder("profileId,o\n");
        for (int i = 0; i < 1_500; i++) {
            late.append(i).append(i == 1_400 ? ",no\n" : ",yes\n");
        }
        assertThat(csv(late.toString()).value("1400", "o")).isEqualTo(false);
    }

    /** Case C26. */
    @Test
    void databasesWriteTimesInManyWays() {
        String[] forms = {
            "2026-01-31 10:00:00",
            "2026-01-31 10:00:00.123456",
            "2026-01-31 10:00:00+00",
            "2026-01-31 10:00:00 UTC",
            "2026-01-31T10:00:00",
            "2026-01-31T11:00:00+0100",
            "2026-01-31T10:00:00.123456Z"
        };
        for (String form : forms) {
            ReadFile file = csv("profileId,t\na," + form + "\n");
            assertThat(file.type("t")).as(form).isEqualTo(FieldType.DATETIME);
            assertThat(file.value("a", "t").toString())
                    .as(form)
                    .startsWith("2026-01-31T10:00:00.")
                    .endsWith("Z");
        }
        assertThat(csv("profileId,t\na,2026-01-31 10:00:00\n", "timeZone=Europe/Rome")
                        .value("a", "t"))
                .isEqualTo("2026-01-31T09:00:00.000Z");
        assertThat(csv("profileId,t\na,2026-01-31 10:00:00\n").remarks()).containsExactly(Remark.Code.TIME_ZONE_TAKEN);
        assertThat(csv("profileId,t\na,31/01/2026 10:15\n").value("a", "t")).isEqualTo("2026-01-31T10:15:00.000Z");
        assertThat(csv("profileId,t\na,1/31/2026 10:15 PM\n").value("a", "t")).isEqualTo("2026-01-31T22:15:00.000Z");
        ReadFile midnight = csv("profileId,t\na,2026-01-31 00:00:00\nb,2026-02-01 00:00:00\n");
        assertThat(midnight.type("t")).isEqualTo(FieldType.DATE);
        assertThat(midnight.value("a", "t")).isEqualTo("2026-01-31");
    }

    /** Case C28. */
    @Test
    void noDayIsAWrongOne() {
        String file = "profileId,a,b,c,d,e\n"
                + "C1,04-08-1966,45123,31/12/25,01-Sep-08,20260131\n"
                + "C2,5/14/1965,45124.5,1/2/26,02-Sep-08,20260201\n";
        ReadFile italian = csv(file, "locale=it");
        assertThat(italian.value("C1", "a")).isEqualTo("04-08-1966");
        ReadFile american = csv(file, "locale=en-US");
        assertThat(american.value("C1", "a")).isEqualTo("1966-04-08");
        assertThat(american.value("C2", "a")).isEqualTo("1965-05-14");
        assertThat(american.value("C1", "c")).isEqualTo("31/12/25");
        assertThat(american.value("C1", "d")).isEqualTo("01-Sep-08");
        // Without a locale the days of the file decide, or nothing does.
        assertThat(csv("profileId,d\na,31/12/2025\nb,1/2/2026\n").value("b", "d"))
                .isEqualTo("2026-02-01");
        assertThat(csv("profileId,d\na,12/31/2025\nb,1/2/2026\n").value("b", "d"))
                .isEqualTo("2026-01-02");
        ReadFile open = csv("profileId,d\na,1/2/2026\nb,3/4/2026\n");
        assertThat(open.value("a", "d")).isEqualTo("1/2/2026");
        assertThat(open.remarks()).containsExactly(Remark.Code.AMBIGUOUS);
        assertThat(csv("profileId,d\na,2026/1/2\n").value("a", "d")).isEqualTo("2026-01-02");
        assertThat(csv("profileId,d\na,30/02/2026\n", "locale=it").type("d")).isEqualTo(FieldType.STRING);
    }

    /** Case C40. */
    @Test
    void ndjsonHasOneIdPerNumber() {
        ReadFile file = ndjson("\uFEFF{\"profileId\":\"N1\",\"email\":\"ann@example.com\"}\r\n"
                + "{\"profileId\":2,\"email\":\"b@example.com\"}\n"
                + "{\"profileId\":2.0,\"email\":\"c@example.com\"}\n"
                + "{\"profileId\":1e3,\"email\":\"d@example.com\"}\n"
                + "{\"profileId\":12345678901234567890,\"email\":\"e@example.com\"}\n"
                + "{\"profileId\":\"N6\",\"tags\":[\"a\",\"b\"],\"email\":\"f@example.com\"}\n"
                + "{\"profileId\":\"N7\",\"email\":\"g@example.com\",\"email\":\"h@example.com\"}\n"
                + "{\"profileId\":\"N8\",\"email\":null,\"spent\":NaN}\n"
                + "{\"profileId\":\"N9\"}{\"profileId\":\"N10\"}\n"
                + "{\"profileId\":true,\"email\":\"t@example.com\"}\n"
                + "{\"profileId\":\"N12\",\"spent\":1e400}\n"
                + "{\"profileId\":\"N13\",\"name\":\"\\ud800\"}\n"
                + "{\"profileId\":\"N14\",\"email\":\"\",\"first_name\":\"   \"}\n"
                + "{\"profileId\":1.5}\n");
        assertThat(file.profiles)
                .containsOnlyKeys("N1", "2", "1000", "12345678901234567890", "N6", "N12", "N13", "N14");
        assertThat(file.profiles.get("N6")).isEqualTo(Map.of("email", "f@example.com"));
        assertThat(file.profiles.get("N14")).isEmpty();
        assertThat(file.rejections)
                .extracting(ImportRejection::reason)
                .contains(Reason.NOT_FLAT, Reason.UNREADABLE_LINE, Reason.INVALID_ID, Reason.INVALID_TEXT);
        assertThatThrownBy(() -> ndjson("[{\"profileId\":\"N11\"},\n{\"profileId\":\"N12\"}]\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("JSON array");
    }

    @Test
    void whatHasNoObjectInAnyLineIsNoNdjson() {
        for (String file : List.of(
                "profileId,email\nx1,ann@example.com\n",
                "{\n  \"profileId\": \"x1\",\n  \"email\": \"ann@example.com\"\n}\n",
                "{\"items\": [{\"profileId\": \"x1\"},\n{\"profileId\": \"x2\"}]}\n",
                "\n\n12\n")) {
            assertThatThrownBy(() -> ndjson(file))
                    .as(file)
                    .isInstanceOf(UnusableFile.class)
                    .hasMessageContaining("write each object whole into one line")
                    .hasMessageNotContaining("example");
        }
    }

    /** Cases C40, S12. */
    @Test
    void oneBadValueCostsItselfOnly() {
        ReadFile file = ndjson(
                "{\"profileId\":\"a1\",\"email\":\"a@example.com\",\"tags\":[\"vip\",\"it\"],\"optOut\":true}\n"
                        + "{\"profileId\":\"a2\",\"email\":\"b@example.com\",\"tags\":\"vip;it\",\"address\":{\"city\":\"Rome\"}}\n");
        assertThat(file.profiles)
                .isEqualTo(Map.of(
                        "a1", Map.of("email", "a@example.com", "optOut", true),
                        "a2", Map.of("email", "b@example.com", "tags", "vip;it")));
        assertThat(file.rejections).extracting(ImportRejection::field).containsExactly("tags", "address");
    }

    @Test
    void aFieldKeepsItsTypeUnlessItIsWidened() {
        byte[] file = "profileId,n\na,1\nb,many\n".getBytes(StandardCharsets.UTF_8);
        assertThat(ReadFile.read(file, Map.of("n", FieldType.NUMBER)).profiles)
                .isEqualTo(Map.of("a", Map.of("n", number("1")), "b", Map.of()));
        assertThat(ReadFile.read(file, Map.of("n", FieldType.NUMBER), "widen=true")
                        .value("b", "n"))
                .isEqualTo("many");
        assertThatThrownBy(() -> ReadFile.read(file, Map.of("n", FieldType.NUMBER), "types=n=string"))
                .hasMessageContaining("widen=true");
    }

    @Test
    void textIsComposedAndCleanAtItsEdges() {
        assertThat(csv("profileId,t\na,\u200b\u00a0Zoe\u0308 \n").value("a", "t"))
                .isEqualTo("Zoë");
    }

    @Test
    void takesLongFractionsForNumbersAndLongRowsOfDigitsForText() {
        ReadFile file = csv("profileId,average,card\na,40.166666666666664,1234567890123456\n");
        assertThat(file.value("a", "average")).isEqualTo(number("40.166666666666664"));
        assertThat(file.value("a", "card")).isEqualTo("1234567890123456");
    }

    @Test
    void takesNoCodesOfCountriesForTruthValues() {
        for (String name : List.of("country", "Billing Country", "País", "country_code", "lang")) {
            ReadFile file = csv("profileId," + name + "\na,NO\nb,si\n");
            assertThat(file.value("a", name)).as(name).isEqualTo("NO");
        }
        assertThat(csv("profileId,vip\na,NO\nb,si\n").value("b", "vip")).isEqualTo(true);
    }

    /** The next file has a +, zeros or blanks in them. */
    @Test
    void telephonesAndPostalCodesAreText() {
        String file =
                "profileId,phone,PLZ,SMS,calls,fax\n1,3331234567,10115,491701234560,1,yes\n2,3337654321,1010,491701234561,2,no\n";
        ReadFile read = csv(file);
        assertThat(read.value("1", "phone")).isEqualTo("3331234567");
        assertThat(read.value("2", "PLZ")).isEqualTo("1010");
        assertThat(read.value("1", "SMS")).isEqualTo("491701234560");
        assertThat(read.type("calls")).isEqualTo(FieldType.NUMBER);
        assertThat(read.type("fax")).isEqualTo(FieldType.BOOLEAN);
        assertThat(csv(file, "types=phone=number").type("phone")).isEqualTo(FieldType.NUMBER);
        assertThat(csv("profileId,nr\n1,333\n", "map=nr=phone").type("phone")).isEqualTo(FieldType.STRING);
        assertThat(ReadFile.ndjson("{\"profileId\":1,\"phone\":491701234560}\n").value("1", "phone"))
                .isEqualTo("491701234560");
        byte[] later = file.getBytes(StandardCharsets.UTF_8);
        assertThat(ReadFile.read(later, Map.of("phone", FieldType.NUMBER)).value("1", "phone"))
                .isEqualTo(number("3331234567"));
    }

    @Test
    void telephonesTellNothingOfHowNumbersAreWritten() {
        ReadFile read = csv("profileId;phone;spent\n1;333,5;2.644\n2;40,7;1.5\n");
        assertThat(read.value("1", "spent")).isEqualTo(number("2.644"));
        assertThat(read.remarks()).isEmpty();
    }
}
