package insights.platform.browser;

import com.microsoft.playwright.Browser;
import insights.platform.LocalPlatform;
import insights.platform.demo.AutopilotAccount;
import insights.platform.http.ApiClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The platform, a browser, and the people who sit in front of it during one test. */
final class Site implements AutoCloseable {

    private final LocalPlatform platform;
    private final URI console;
    private final Browser browser;
    private final Runnable end;
    private final List<Person> people = new ArrayList<>();

    /**
     * @param console where people open it
     * @param end what is to be done in the end
     */
    Site(LocalPlatform platform, URI console, Browser browser, Runnable end) {
        this.platform = platform;
        this.console = console;
        this.browser = browser;
        this.end = end;
    }

    LocalPlatform platform() {
        return platform;
    }

    /** Somebody who has signed in, in English, at a wide window. */
    Person person(String user) {
        return person(user, Look.ENGLISH);
    }

    Person person(String user, Look look) {
        Person person = new Person(browser, console, user, look);
        people.add(person);
        person.signIn();
        return person;
    }

    /** The API as the administrator has it, for what a test needs to be there before it begins. */
    ApiClient api() {
        return platform.api(platform.signIn("admin"));
    }

    /** A new account at Autopilot, and its API key. */
    String newAccount(int ratePerSecond) {
        return newAccount("AUTOPILOT", ratePerSecond);
    }

    /** A new account at Ortto, and its API key. */
    String newOrttoAccount() {
        return newAccount("ORTTO", 100);
    }

    private String newAccount(String api, int ratePerSecond) {
        String key = UUID.randomUUID().toString().replace("-", "");
        ApiClient.withHeader(platform.sandbox().control(), "Accept", "application/json")
                .post("/accounts", Map.of("api", api, "apiKey", key, "ratePerSecond", ratePerSecond))
                .succeeded();
        return key;
    }

    AutopilotAccount account(String apiKey) {
        return new AutopilotAccount(platform.sandbox(), apiKey);
    }

    /** What everybody sees now, for whoever looks why a test failed. */
    void photograph(Path folder) {
        for (int i = 0; i < people.size(); i++) {
            people.get(i).photograph(folder.resolve("person-%d.png".formatted(i + 1)));
        }
    }

    /** Everybody leaves. What their browsers complained of is returned. */
    List<String> endOfTest() {
        List<String> complaints =
                people.stream().flatMap(person -> person.complaints().stream()).toList();
        people.forEach(Person::close);
        people.clear();
        return complaints;
    }

    @Override
    public void close() {
        browser.close();
        end.run();
    }
}
