package insights.common.sql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * SQL text and the values bound to it, kept together so that pieces can be put together without losing count. What comes
 * from outside is only ever a bound value.
 *
 * @param text with one {@code ?} for each bound value
 * @param binds strings, numbers, booleans, instants, UUIDs, byte arrays, and arrays of strings,
 *     integers, longs, UUIDs or byte arrays
 */
public record Sql(String text, List<Object> binds) {

    public static Sql of(String text, Object... binds) {
        return new Sql(text, Arrays.asList(binds));
    }

    /** This, then the other. */
    public Sql then(Sql other) {
        List<Object> all = new ArrayList<>(binds);
        all.addAll(other.binds);
        return new Sql(text + other.text, all);
    }

    public Sql then(String moreText, Object... moreBinds) {
        return then(of(moreText, moreBinds));
    }

    /** The parts with the separator between them. */
    public static Sql join(String separator, List<Sql> parts) {
        return new Sql(
                parts.stream().map(Sql::text).collect(Collectors.joining(separator)),
                parts.stream().flatMap(part -> part.binds.stream()).toList());
    }

    /** The parts in parentheses with the separator between them. */
    public static Sql group(String separator, List<Sql> parts) {
        return of("(").then(join(separator, parts)).then(")");
    }

    /** A statement with all values bound. */
    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        try {
            for (int i = 0; i < binds.size(); i++) {
                bind(connection, statement, i + 1, binds.get(i));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, Object value)
            throws SQLException {
        switch (value) {
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case String[] array -> statement.setArray(index, connection.createArrayOf("text", array));
            case Integer[] array -> statement.setArray(index, connection.createArrayOf("int4", array));
            case Long[] array -> statement.setArray(index, connection.createArrayOf("int8", array));
            case byte[][] array -> statement.setArray(index, connection.createArrayOf("bytea", array));
            case UUID[] array -> statement.setArray(index, connection.createArrayOf("uuid", array));
            case BigDecimal number -> statement.setBigDecimal(index, number);
            case null, default -> statement.setObject(index, value);
        }
    }
}
