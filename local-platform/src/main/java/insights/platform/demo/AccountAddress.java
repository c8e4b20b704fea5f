package insights.platform.demo;

import insights.platform.services.Sandbox;
import java.net.URI;

/**
 * Where an account at a stand-in is found.
 *
 * @param api base address of the API that it is at
 * @param control where the stand-in is asked what it saw
 * @param apiKey the account's key
 */
public record AccountAddress(URI api, URI control, String apiKey) {

    /** The first account at a product of the sandbox of this machine. */
    public static AccountAddress of(Sandbox sandbox, Product product) {
        return new AccountAddress(
                sandbox.api(),
                sandbox.control(),
                product == Product.AUTOPILOT ? sandbox.apiKey() : sandbox.orttoApiKey());
    }
}
