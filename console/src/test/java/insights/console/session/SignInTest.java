package insights.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import insights.console.testing.Browser;
import insights.console.testing.Provider;
import insights.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.HttpCookie;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Provider.class)
@QuarkusTestResource(Services.class)
class SignInTest {

    private static final Map<String, String> OPENED =
            Map.of("Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");

    @Test
    void comesBackToWhereItBeganAndKnowsWhoItIs() {
        HttpResponse<String> answer = new Browser().open("/console/auth/me");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.uri()).hasPath("/console/auth/me").hasNoQuery();
        HttpResponse<String> admin = Browser.of("grace", "admin,viewer").fetch("/console/auth/me");
        assertThat(admin.body())
                .contains(
                        "\"subject\":\"subject-of-grace\"",
                        "\"name\":\"Name of grace\"",
                        "\"userName\":\"grace\"",
                        "\"roles\":[\"admin\",\"viewer\"]",
                        "\"signedInAt\":");
    }

    @Test
    void asksWithPkceStateAndNonce() {
        new Browser().open("/console/auth/me");
        assertThat(Browser.lastAuthorization())
                .contains("response_type=code", "client_id=console", "code_challenge_method=S256", "state=", "nonce=")
                .doesNotContain("prompt=");
    }

    @Test
    void hasTheProviderSpeakTheLanguageThatWasChosen() {
        assertThat(askedFor("/console/", "insights_language=it")).contains("ui_locales=it");
        assertThat(askedFor("/console/auth/fresh", "insights_language=es"))
                .as("also when somebody proves anew who it is")
                .contains("ui_locales=es", "prompt=login");
        assertThat(askedFor("/console/", "other=1")).as("its own choice").doesNotContain("ui_locales");
        assertThat(askedFor("/console/", "insights_language=\"it&prompt=none\""))
                .as("nothing else gets there")
                .doesNotContain("ui_locales", "prompt");
    }

    @Test
    void keepsTokensInCookiesThatNoScriptReads() {
        Browser.tellProvider("user=ada&roles=admin");
        Browser browser = new Browser();
        HttpResponse<String> redirect = browser.get("/console/auth/me", OPENED);
        HttpResponse<String> back = browser.get(
                redirect.headers().firstValue("Location").orElseThrow().startsWith("http") ? "/console/auth/me" : "/",
                OPENED);
        assertThat(back.statusCode()).isEqualTo(302);
        HttpResponse<String> signedIn = browser.open("/console/auth/me");
        List<String> set = signedIn.previousResponse()
                .map(one -> one.headers().allValues("Set-Cookie"))
                .orElse(List.of());
        assertThat(set).allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "Secure", "SameSite=Lax"));
        assertThat(browser.cookies())
                .filteredOn(cookie -> cookie.getName().startsWith("q_session"))
                .isNotEmpty()
                .allSatisfy(cookie -> {
                    assertThat(cookie.isHttpOnly()).isTrue();
                    assertThat(cookie.getPath()).isEqualTo("/console/");
                    assertThat(cookie.getValue()).doesNotContain("eyJhbGciOiJSUzI1NiI");
                });
        assertThat(signedIn.body()).doesNotContain("eyJ");
        assertThat(signedIn.headers().map().toString()).doesNotContain("eyJhbGciOiJSUzI1NiI");
    }

    @Test
    void tellsScriptsThatNobodyIsSignedInAndSendsPeopleToTheProvider() {
        Browser browser = new Browser();
        assertThat(browser.fetch("/console/api/exports").statusCode()).isEqualTo(499);
        assertThat(browser.fetch("/console/auth/me").statusCode()).isEqualTo(499);
        for (String page : List.of("/console/", "/console/exports")) {
            assertThat(browser.get(page, OPENED).statusCode()).as(page).isEqualTo(302);
        }
        assertThat(browser.get("/console/api/exports/1/runs/1/rejections.csv", OPENED)
                        .statusCode())
                .as("a report that is opened")
                .isEqualTo(302);
    }

    @Test
    void refreshesTokensByItself() {
        Browser.tellProvider("user=hedy&roles=viewer&seconds=35");
        Browser browser = new Browser();
        browser.open("/console/auth/me");
        String first = tokenAtService(browser);
        Browser.tellProvider("user=hedy&roles=viewer&seconds=300");
        Awaitility.await()
                .untilAsserted(() -> assertThat(tokenAtService(browser)).isNotEqualTo(first));
    }

    @Test
    void aSessionThatTheProviderEndedIsOver() {
        Browser.tellProvider("user=ada&roles=admin&seconds=1");
        Browser browser = new Browser();
        browser.open("/console/auth/me");
        Browser.tellProvider("user=ada&roles=admin&no-refresh=1");
        Awaitility.await().untilAsserted(() -> assertThat(
                        browser.fetch("/console/api/exports").statusCode())
                .isEqualTo(499));
        Browser.tellProvider("user=ada&roles=admin");
    }

    /** It is being restarted, for example: afterwards people go on where they were. */
    @ParameterizedTest
    @ValueSource(strings = {"closed", "broken", "silent"})
    void aSessionOutlastsAProviderThatIsAway(String away) {
        Browser.tellProvider("user=ada&roles=admin&seconds=1");
        Browser browser = new Browser();
        browser.open("/console/auth/me");
        List<HttpCookie> session = browser.cookies();
        Browser.tellProvider("user=ada&roles=admin&away=" + away);

        Awaitility.await().untilAsserted(() -> assertThat(
                        browser.fetch("/console/api/exports").statusCode())
                .isEqualTo(503));

        HttpResponse<String> answer = browser.fetch("/console/auth/me");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("urn:insights:problem:unavailable", "The identity provider does not answer");
        assertThat(browser.get("/console/exports", OPENED).statusCode()).isEqualTo(503);
        assertThat(browser.cookies()).isEqualTo(session);
        Browser.tellProvider("user=ada&roles=admin");
        assertThat(browser.fetch("/console/auth/me").statusCode()).isEqualTo(200);
    }

    @Test
    void signsOutAtTheProviderToo() {
        Browser browser = Browser.of("ada", "admin");
        HttpResponse<String> provider = browser.open("/console/auth/logout");
        assertThat(provider.uri().toString()).startsWith(System.getProperty("insights.test.provider") + "/logout");
        assertThat(provider.body()).contains("id_token_hint=", "post_logout_redirect_uri=");
        assertThat(browser.fetch("/console/auth/me").statusCode()).isEqualTo(499);
    }

    @Test
    void isSignedOutByTheProvider() {
        Browser browser = Browser.of("bess", "viewer");
        assertThat(browser.fetch("/console/auth/me").statusCode()).isEqualTo(200);
        HttpResponse<String> told = new Browser()
                .send(Browser.request(
                                "/console/auth/back-channel-logout",
                                Map.of("Content-Type", "application/x-www-form-urlencoded"))
                        .POST(BodyPublishers.ofString("logout_token=" + Browser.logoutToken("bess"))));
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(browser.fetch("/console/auth/me").statusCode()).isEqualTo(499);
    }

    @Test
    void provesAnewWhoIsSignedIn() {
        Browser.tellProvider("user=ada&roles=admin&padding=9000");
        Browser browser = new Browser();
        browser.open("/console/auth/me");
        long many = cookies(browser);
        Browser.tellProvider("user=ada&roles=admin&padding=10");
        HttpResponse<String> answer = browser.open("/console/auth/fresh");
        assertThat(answer.uri()).hasPath("/console/signed-in");
        assertThat(Browser.lastAuthorization()).contains("prompt=login", "max_age=0");
        assertThat(cookies(browser)).as("none of the old session is left").isLessThan(many);
        assertThat(browser.fetch("/console/auth/me").statusCode()).isEqualTo(200);
    }

    @Test
    void whoGivesUpProvingItIsStillSignedIn() {
        Browser browser = Browser.of("ada", "admin");
        assertThat(browser.get("/console/auth/fresh", OPENED).statusCode()).isEqualTo(302);
        assertThat(browser.fetch("/console/auth/me").statusCode()).isEqualTo(200);
    }

    @Test
    void saysSoWhenTheProviderDoesNotLetIn() {
        Browser.tellProvider("error=temporarily_unavailable");
        HttpResponse<String> answer = new Browser().open("/console/exports");
        Browser.tellProvider("user=ada&roles=admin");
        assertThat(answer.uri()).hasPath("/console/sign-in-failed.html");
        assertThat(answer.body()).contains("You are not signed in", "Accesso non effettuato", "No ha iniciado sesión");
    }

    /** What the provider is asked for when somebody who is not signed in opens a page. */
    private static String askedFor(String page, String cookie) {
        Map<String, String> headers = new HashMap<>(OPENED);
        headers.put("Cookie", cookie);
        return new Browser().get(page, headers).headers().firstValue("Location").orElseThrow();
    }

    private static long cookies(Browser browser) {
        return browser.cookies().stream()
                .filter(cookie -> cookie.getName().startsWith("q_session") && !cookie.hasExpired())
                .count();
    }

    private static String tokenAtService(Browser browser) {
        String body = browser.fetch("/console/api/exports").body();
        assertThat(body).contains("\"authorization\":\"Bearer ");
        return body.substring(body.indexOf("Bearer ")).split("\"")[0];
    }
}
