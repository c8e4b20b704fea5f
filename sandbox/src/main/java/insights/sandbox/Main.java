package insights.sandbox;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the sandbox. */
@QuarkusMain
public class Main {

    /**
     * Clients put e-mail addresses into paths as they are, {@code {}|^} and odd percent signs included: what to think
     * of that is for the API to say, so Quarkus must not look at the path before. (Native images are built with this
     * property, see application.properties; it is read when they are.)
     */
    public static void main(String... args) {
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(args);
    }
}
