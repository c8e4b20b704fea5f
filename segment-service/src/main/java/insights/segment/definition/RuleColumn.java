package insights.segment.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.segment.rule.RuleDefinition;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * A rule as it is stored: JSON, as the API shows it. Hibernate's own way would write it by the declared type, which is an
 * interface and has no members.
 */
@Converter
class RuleColumn implements AttributeConverter<RuleDefinition, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(RuleDefinition rule) {
        try {
            return rule == null ? null : JSON.writeValueAsString(rule);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rule cannot be written", e);
        }
    }

    @Override
    public RuleDefinition convertToEntityAttribute(String stored) {
        try {
            return stored == null ? null : JSON.readValue(stored, RuleDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored rule cannot be read", e);
        }
    }
}
