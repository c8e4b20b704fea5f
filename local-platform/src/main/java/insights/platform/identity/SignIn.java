package insights.platform.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import insights.platform.process.PlatformFailure;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Signs a person in the way a browser does: authorization code with PKCE (RFC 7636), user name and password typed into
 * Keycloak's own form. So the token says when the person proved who they are ({@code auth_time}), which a token got by
 * sending the password to the token endpoint would not.
 */
public final class SignIn {

    private static final String REDIRECT = "http://localhost:1/signed-in";

    private final URI issuer;
    private final String client;

    public SignIn(URI issuer, String client) {
        this.issuer = issuer;
        this.client = client;
    }

    /** The access token of a person who signs in now. */
    public String token(User user) {
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, SignIn::acceptOnLocalhost))
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            String verifier = random();
            URI form = loginForm(browser, verifier);
            String code = submit(browser, form, user);
            return exchange(browser, code, verifier);
        } catch (IOException e) {
            throw new PlatformFailure(
                    "Keycloak does not answer at %s. Is the platform running (`make run`)?".formatted(issuer), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Signing in was interrupted", e);
        }
    }

    /** Browsers send "secure" cookies to localhost without TLS; the JDK's client would not. */
    private static boolean acceptOnLocalhost(URI address, HttpCookie cookie) {
        cookie.setSecure(false);
        return true;
    }

    private URI loginForm(HttpClient browser, String verifier) throws IOException, InterruptedException {
        URI address = endpoint(
                "auth",
                Map.of(
                        "client_id",
                        client,
                        "response_type",
                        "code",
                        "scope",
                        "openid",
                        "redirect_uri",
                        REDIRECT,
                        "code_challenge_method",
                        "S256",
                        "code_challenge",
                        challenge(verifier)));
        HttpResponse<String> page = browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        Element form = Jsoup.parse(page.body()).getElementById("kc-form-login");
        if (form == null) {
            throw new PlatformFailure(
                    "Keycloak shows no form to sign in but answers %d at %s".formatted(page.statusCode(), address));
        }
        return URI.create(form.attr("action"));
    }

    private static String submit(HttpClient browser, URI form, User user) throws IOException, InterruptedException {
        HttpResponse<Void> answer = browser.send(
                post(form, Map.of("username", user.name(), "password", user.password())), BodyHandlers.discarding());
        String location = answer.headers().firstValue("Location").orElse("");
        return Arrays.stream(location.substring(location.indexOf('?') + 1).split("&"))
                .filter(parameter -> parameter.startsWith("code="))
                .map(parameter -> parameter.substring("code=".length()))
                .findFirst()
                .orElseThrow(() -> new PlatformFailure(
                        "Keycloak did not sign %s in: user name and password are those of the realm file"
                                .formatted(user.name())));
    }

    private String exchange(HttpClient browser, String code, String verifier) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(
                post(
                        endpoint("token", Map.of()),
                        Map.of(
                                "client_id", client,
                                "grant_type", "authorization_code",
                                "code", code,
                                "redirect_uri", REDIRECT,
                                "code_verifier", verifier)),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new PlatformFailure("Keycloak gives no token: " + answer.body());
        }
        return new ObjectMapper().readTree(answer.body()).get("access_token").textValue();
    }

    private URI endpoint(String name, Map<String, String> query) {
        String address = issuer + "/protocol/openid-connect/" + name;
        return URI.create(query.isEmpty() ? address : address + "?" + encoded(query));
    }

    private static HttpRequest post(URI address, Map<String, String> form) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return base64(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
