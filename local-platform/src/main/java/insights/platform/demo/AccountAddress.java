package insights.platform.demo;

import insights.platform.services.Sandbox;
import java.net.URI;

/**
 * Where an account at the stand-in for Autopilot is found.
 *
 * @param api base address of Autopilot's API
 * @param control where the stand-in is asked what it saw
 * @param apiKey the account's key
 */
public record AccountAddress(URI api, URI control, String apiKey) {

    /** The first account of the sandbox of this machine. */
    public static AccountAddress of(Sandbox sandbox) {
        return new AccountAddress(sandbox.api(), sandbox.control(), sandbox.apiKey());
    }
}
