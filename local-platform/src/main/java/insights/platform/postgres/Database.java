package insights.platform.postgres;

import java.util.List;
import java.util.stream.Stream;

/**
 * A database of one service.
 *
 * @param user the role that the service works as
 * @param owner the role that its migrations run as; the same where the service does not tell them apart
 */
public record Database(String name, String user, String owner) {

    List<String> roles() {
        return Stream.of(user, owner).distinct().toList();
    }
}
