package insights.export.testing;

import insights.common.testing.Json;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/** Exports of other tests, which would be run, and waited for, by a test that sets off all there are. */
public final class Leftovers {

    private Leftovers() {}

    /** Detaches those that run by themselves. */
    public static void detach() {
        List<HttpRequest> requests = new ArrayList<>();
        String path = "/exports?limit=200";
        while (path != null) {
            Json page = Api.get(path);
            page.all("items")
                    .filter(export -> export.get("connectionId") != null)
                    .filter(export -> !export.getString("schedule.kind").equals("OFF"))
                    .forEach(export ->
                            requests.add(AtOnce.delete("admin", "/exports/" + export.getString("id") + "/connection")));
            path = page.getString("next");
        }
        AtOnce.send(requests);
    }
}
