package insights.segment.file.ndjson;

import static insights.segment.file.ReadFile.ndjson;
import static org.assertj.core.api.Assertions.assertThat;

import insights.segment.file.ReadFile;
import insights.segment.file.row.Remark;
import insights.segment.file.row.Remark.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What objects and lists inside of lines say of opting out, as programs export it, is told. */
class NestedMembersTest {

    @Test
    void tellsOfNamesInsideObjects() {
        ReadFile file =
                ndjson("{\"profileId\":\"1\",\"preferences\":{\"mail\":[{\"optOut\":true}]},\"cart\":{\"sum\":1}}\n"
                        + "{\"profileId\":\"2\",\"preferences\":{\"mail\":[{\"optOut\":false}]}}\n");
        assertThat(file.summary.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo(Code.MAY_BE_OPT_OUT);
            assertThat(remark.column()).isEqualTo("preferences");
            assertThat(remark.detail()).contains("\"preferences.mail.optOut\"");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "\"emailMarketingConsent\":{\"marketingState\":\"UNSUBSCRIBED\"}#emailMarketingConsent.marketingState",
                "\"marketing\":{\"email\":{\"level\":1,\"state\":\"Not subscribed\"}}#marketing.email.state",
                "\"tags\":[\"vip\",[],{\"x\":1},\"unsubscribed\"]#tags",
                "\"people\":{\"ann@example.com\":{\"state\":\"optOut\"}}#people.….state"
            })
    void tellsOfWordsInsideObjectsAndLists(String member, String path) {
        Remark remark = only(member);
        assertThat(remark.code()).isEqualTo(Code.MAY_BE_OPT_OUT);
        assertThat(member).contains(remark.column());
        assertThat(remark.detail()).contains("\"" + path + "\"", "line 2").doesNotContain("ann@");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "\"consent\":{\"email_marketing\":false,\"sms\":true}#consent.email_marketing",
                "\"subscriptions\":{\"newsletter\":0}#subscriptions.newsletter",
                "\"subscriptions\":{\"newsletter\":0.0}#subscriptions.newsletter",
                "\"consent\":{\"email\":\"No\"}#consent.email",
                "\"newsletter\":[{\"id\":7,\"wanted\":\"nein\"}]#newsletter.wanted"
            })
    void tellsOfConsentsThatSayNoInsideObjects(String member, String path) {
        Remark remark = only(member);
        assertThat(remark.code()).isEqualTo(Code.MAY_BE_CONSENT);
        assertThat(remark.detail())
                .contains("\"" + path + "\"", "line 2", "true=no and false=yes", "true=yes and false=no");
    }

    /** A no there says that somebody wants mail. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "\"consent\":{\"refused\":true}#consent.refused",
                "\"consent\":{\"refused\":false}#consent.refused",
                "\"newsletter\":{\"not_wanted\":\"no\"}#newsletter.not_wanted",
                "\"gdpr\":{\"email\":{\"withdrawn\":0}}#gdpr.email.withdrawn",
                "\"refused\":{\"newsletter\":true,\"consent\":false}#refused.newsletter",
                "\"do_not\":{\"email\":true}#do_not.email",
                "\"consenso\":[{\"negato\":\"si\"}]#consenso.negato"
            })
    void tellsOfNamesThatTurnAConsentRound(String member, String path) {
        Remark remark = only(member);
        assertThat(remark.code()).isEqualTo(Code.MAY_BE_OPT_OUT);
        assertThat(remark.detail()).contains("\"" + path + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"consent\":{\"sms\":{\"refused\":true}}",
                "\"card\":{\"refused\":true}",
                "\"consent\":{\"email_marketing\":true,\"newsletter\":\"yes\",\"sms\":false,\"date\":\"no\"}",
                "\"smsMarketingConsent\":{\"marketingState\":\"NOT_SUBSCRIBED\",\"given\":false}",
                "\"address\":{\"street\":\"No. 5\",\"main\":false}",
                "\"optOut\":{\"newsletter\":false,\"state\":\"unsubscribed\"}"
            })
    void tellsNothingOfOthers(String member) {
        assertThat(read(member).remarks()).isEmpty();
    }

    @Test
    void tellsNothingOfWhatIsLeftOut() {
        assertThat(read("\"tags\":[\"unsubscribed\"]", "map=tags=").remarks()).isEmpty();
    }

    private static Remark only(String member) {
        ReadFile file = read(member);
        assertThat(file.summary.remarks()).hasSize(1);
        return file.summary.remarks().getFirst();
    }

    private static ReadFile read(String member, String... parameters) {
        return ndjson("{\"profileId\":\"1\"}\n{\"profileId\":\"2\"," + member + "}\n", parameters);
    }
}
