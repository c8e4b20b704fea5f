package insights.destination;

/** How to find the API keys of the tests where they must not be. */
final class TestKeys {

    static final String PREFIX = "feedc0de";

    private TestKeys() {}
}
