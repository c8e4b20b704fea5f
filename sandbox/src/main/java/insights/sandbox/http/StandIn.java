package insights.sandbox.http;

import insights.sandbox.account.Api;
import insights.sandbox.answer.Reply;
import java.util.Map;

/** One of the APIs that are stood in for. */
public interface StandIn {

    Api api();

    /** What becomes of it. Nothing here ever waits. */
    Reply reply(Request request);

    /** The headers of every answer. */
    Map<String, String> headers();

    /** What follows the JSON of every answer. */
    default String ending() {
        return "";
    }
}
