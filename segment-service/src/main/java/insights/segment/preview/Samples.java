package insights.segment.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.mask.Mask;
import insights.common.security.Caller;
import insights.common.security.Roles;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Shows single profiles to people who choose: to administrators as they are, to all others masked. */
@ApplicationScoped
class Samples {

    private static final TypeReference<LinkedHashMap<String, Object>> ATTRIBUTES = new TypeReference<>() {};

    private final ObjectMapper json;
    private final Caller caller;

    Samples(ObjectMapper json, Caller caller) {
        this.json = json;
        this.caller = caller;
    }

    /**
     * One profile of those that are meant.
     *
     * @param from with what comes behind it, everything after the columns of a select on {@code profile p}
     */
    Optional<SampleProfile> first(Connection connection, Sql from) throws SQLException {
        return Database.first(
                connection, Sql.of("select p.profile_id, p.attributes ").then(from), this::sample);
    }

    private SampleProfile sample(ResultSet row) throws SQLException {
        Map<String, Object> attributes = attributes(row.getString(2));
        boolean masked = !caller.is(Roles.ADMIN);
        return new SampleProfile(row.getString(1), masked, masked ? Mask.of(attributes) : attributes);
    }

    private Map<String, Object> attributes(String text) {
        try {
            return json.readValue(text, ATTRIBUTES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the attributes of a profile cannot be read", e);
        }
    }
}
