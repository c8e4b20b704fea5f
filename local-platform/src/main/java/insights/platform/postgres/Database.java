package insights.platform.postgres;

import java.util.List;

/**
 * A database of one service.
 *
 * @param user the role that the service works as
 * @param owner the role that its migrations run as, and that lets the service only add to what is append-only
 */
public record Database(String name, String user, String owner) {

    List<String> roles() {
        return List.of(user, owner);
    }
}
