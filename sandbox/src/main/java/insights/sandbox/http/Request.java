package insights.sandbox.http;

import insights.sandbox.account.Api;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A request as it came.
 *
 * @param host what it was sent to, without a port
 * @param path not decoded
 * @param headers the value of a header by its name; null where there is none
 * @param body null when it is larger than any that is looked at
 */
public record Request(String method, String host, String path, UnaryOperator<String> headers, byte[] body) {

    /** Paths of Ortto's, in the region that has no name or in one that has; Autopilot has nothing like them. */
    private static final Pattern ORTTO =
            Pattern.compile("/((au|eu)/.*|v1/(person|people|tags|audiences?|activities|accounts|organizations)(/.*)?)");

    /** Whose API it is meant for: Ortto's says so by the header of its key or by its path. */
    public Api api() {
        boolean isOrtto = header("X-Api-Key") != null || ORTTO.matcher(path).matches();
        return isOrtto ? Api.ORTTO : Api.AUTOPILOT;
    }

    /** @return null where there is none */
    public String header(String name) {
        return headers.apply(name);
    }
}
