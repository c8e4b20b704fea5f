package insights.console.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** A person's browser: keeps cookies, and goes where it is sent. */
public final class Browser {

    /** What the console's own scripts send with everything. */
    public static final Map<String, String> SCRIPT =
            Map.of("X-Requested-With", "XMLHttpRequest", "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors");

    private final CookieManager cookies = new CookieManager(null, (address, cookie) -> {
        // Browsers send them to localhost without TLS; the JDK's client would not.
        cookie.setSecure(false);
        return true;
    });
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** One in which somebody has signed in. */
    public static Browser of(String user, String roles) {
        tellProvider("user=" + user + "&roles=" + roles);
        Browser browser = new Browser();
        browser.open("/console/auth/me");
        return browser;
    }

    /** What the identity provider does from now on. */
    public static void tellProvider(String query) {
        ask(System.getProperty(Provider.URL) + "/control?" + query);
    }

    /** What it was last asked, as a query. */
    public static String lastAuthorization() {
        return ask(System.getProperty(Provider.URL) + "/last-authorization");
    }

    /** What it sends when it ended somebody's session. */
    public static String logoutToken(String user) {
        return ask(System.getProperty(Provider.URL) + "/logout-token?user=" + user);
    }

    /** Has the run that is followed go on. */
    public static void goOn() {
        ask(System.getProperty(Services.URL) + "/go-on");
    }

    /** Opens a page as a person does, and follows all redirects. */
    public HttpResponse<String> open(String path) {
        HttpResponse<String> answer = get(path, Map.of("Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"));
        for (int hops = 0; answer.statusCode() / 100 == 3 && hops < 10; hops++) {
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = send(HttpRequest.newBuilder(next)
                    .header("Sec-Fetch-Mode", "navigate")
                    .header("Sec-Fetch-Dest", "document"));
        }
        return answer;
    }

    public HttpResponse<String> get(String path, Map<String, String> headers) {
        return send(request(path, headers));
    }

    /** As our scripts ask. */
    public HttpResponse<String> fetch(String path) {
        return get(path, SCRIPT);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    public HttpResponse<InputStream> stream(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofInputStream());
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    public static HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path));
        headers.forEach(request::header);
        return request;
    }

    public static String base() {
        return "http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ask(String url) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
