package insights.segment.file.csv;

import static insights.segment.file.ReadFile.csv;
import static insights.segment.file.ReadFile.number;
import static insights.segment.file.ReadFile.unusable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.segment.file.ReadFile;
import insights.segment.file.row.Remark;
import insights.segment.file.text.UnusableFile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cases C06 to C50 that are about headers. */
class HeaderCasesTest {

    /** Case C06. */
    @Test
    void aTitleAboveTheHeaderIsToldWithWhatStandsThere() {
        String file =
                "Customer export,28 Feb 2026,,\r\n,,,\r\nprofileId,email,city,spent\r\nf1,ann@example.com,Rome,5\r\n"
                        + "Total,1,,5\r\n";
        unusable(file, "Line 1 has no column \"profileId\"", "\"Customer export\", \"28 Feb 2026\"", "skipLines");
        assertThat(csv(file, "skipLines=2").value("f1", "city")).isEqualTo("Rome");
        // Nothing tells the line of totals from a person; a preview shows it.
        assertThat(csv(file, "skipLines=2").value("Total", "email")).isEqualTo("1");
        assertThat(csv("title\r\rprofileId,a\rf1,x\r", "skipLines=1").value("f1", "a"))
                .isEqualTo("x");
        unusable(new String[] {"skipLines=9"}, file, "skipLines leaves out all lines");
    }

    /** Case C07. */
    @Test
    void columnsWithoutNameAndValueAreLeftOut() {
        ReadFile file =
                csv("profileId,email,,,\r\ng1,ann@example.com,,,\r\ng2,bob@example.com\r\ng3,cy@example.com,,,,,\r\n");
        assertThat(file.profiles).containsOnlyKeys("g1", "g2", "g3");
        assertThat(file.profiles.get("g1")).containsExactly(Map.entry("email", "ann@example.com"));
        assertThat(file.rejections).isEmpty();
        assertThat(file.summary.remarks()).isEmpty();
    }

    /** Case C08. */
    @Test
    void aColumnWithoutNameButWithValuesIsLeftOutAloud() {
        ReadFile file = csv("profileId,,email\r\nh1,x,ann@example.com\r\n");
        assertThat(file.profiles.get("h1")).containsOnlyKeys("email");
        assertThat(file.remarks()).containsExactly(Remark.Code.COLUMN_LEFT_OUT);
        assertThat(csv("profileId,,email\r\nh1,x,ann@example.com\r\n", "map=#2=what")
                        .value("h1", "what"))
                .isEqualTo("x");
    }

    /** Case C09. */
    @Test
    void twoColumnsOfOneNameAreToldWithTheirPlacesAndOneCanBeLeftOut() {
        String file = "profileId;Email;Name;Email \r\ni1;ann@example.com;Ann;ann.old@example.com\r\n";
        unusable(file, "Columns 2 and 4 are both called \"Email\"", "map=#4=");
        assertThat(csv(file, "map=#4=").value("i1", "Email")).isEqualTo("ann@example.com");
        assertThat(csv(file, "map=#2=").value("i1", "Email")).isEqualTo("ann.old@example.com");
        assertThat(csv(file, "map=#4=former").value("i1", "former")).isEqualTo("ann.old@example.com");
    }

    /** Cases C10, C11. */
    @Test
    void lineBreaksAndCommasInNamesBecomeSpaces() {
        ReadFile file = csv("profileId;\"E-mail\naddress\";\"Total\r\n(EUR)\"\r\nj1;ann@example.com;12,50\r\n");
        assertThat(file.profiles.get("j1"))
                .containsExactly(
                        Map.entry("E-mail address", "ann@example.com"), Map.entry("Total (EUR)", number("12.50")));
        ReadFile commas = csv(
                "profileId;Name (first, last, title, suffix);Address (street, number, zip, city)\r\nk1;Ann;Rome\r\n");
        assertThat(commas.profiles.get("k1"))
                .containsExactly(
                        Map.entry("Name (first last title suffix)", "Ann"),
                        Map.entry("Address (street number zip city)", "Rome"));
        assertThat(commas.remarks()).contains(Remark.Code.FIELD_RENAMED);
    }

    @Test
    void namesThatLookTheSameAreTheSame() {
        assertThat(csv("profileId,em\u200bail\n1,ann@example.com\n").value("1", "email"))
                .isEqualTo("ann@example.com");
        assertThat(ReadFile.ndjson("{\"profileId\":\"1\",\"e\u00admail\":\"ann@example.com\"}\n")
                        .value("1", "email"))
                .isEqualTo("ann@example.com");
        unusable("profileId,email,em\u200bail\n1,a,b\n", "Columns 2 and 3 are both called \"email\"");
        // Joiners are letters' business in some scripts.
        assertThat(csv("profileId,\u0645\u06cc\u200c\u0631\n1,x\n").profiles.get("1"))
                .containsOnlyKeys("\u0645\u06cc\u200c\u0631");
    }

    /** Case C45. */
    @Test
    void aColumnOfAnotherNameIsAnsweredWithThoseThatAreThere() {
        unusable("ProfileID,E-Mail\nS1,ann@example.com\n", "\"ProfileID\", \"E-Mail\"", "idColumn");
        unusable(new String[] {"types=City=string"}, "profileId,city\nS1,Rome\n", "\"City\"", "\"city\"");
        unusable(new String[] {"map=City=town"}, "profileId,city\nS1,Rome\n", "\"City\"");
    }

    /** Cases C31, C50. */
    @Test
    void aFileWithoutHeaderIsRefusedWithoutRepeatingItsData() {
        assertThatThrownBy(() -> csv("a@example.com,Ann,true\nb@example.com,Bob,false\n", "idColumn=a@example.com"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("looks like data")
                .hasMessageNotContaining("Ann")
                .hasMessageNotContaining("a@example.com");
        // What curl -d makes of a file.
        unusable("profileId,emailp1,ann@example.comp2,bob@example.com", "--data-binary");
        assertThat(csv("profileId,2024,2025\nx,1,2\n").value("x", "2025")).isEqualTo(number("2"));
        assertThat(csv("profileId,2024,2025,total\nx,1,2,3\n").value("x", "2025"))
                .isEqualTo(number("2"));
    }
}
