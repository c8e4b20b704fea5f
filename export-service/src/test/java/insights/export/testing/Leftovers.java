package insights.export.testing;

import io.restassured.path.json.JsonPath;
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
            JsonPath page = Api.get(path);
            page.<String>getList("items.findAll { it.connectionId != null && it.schedule.kind != 'OFF' }.id")
                    .forEach(export -> requests.add(AtOnce.delete("admin", "/exports/" + export + "/connection")));
            path = page.getString("next");
        }
        AtOnce.send(requests);
    }
}
