package insights.common.patch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.Set;

/** Applies a JSON merge patch (RFC 7396) to a value, and validates the result like any request body. */
@ApplicationScoped
public class MergePatch {

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The value after the patch; 400 for unknown members, 422 for values that are not valid. */
    public <T> T apply(T current, ObjectNode patch, Class<T> type) {
        ObjectNode merged = json.valueToTree(current);
        merge(merged, patch);
        T result = read(merged, type);
        var violations = validator.validate(result);
        if (!violations.isEmpty()) {
            refuseNulls(patch, violations);
            throw new ConstraintViolationException(violations);
        }
        return result;
    }

    /** "Must be given" would be the wrong thing to say: it can be left out, but not taken away. */
    private static void refuseNulls(ObjectNode patch, Set<? extends ConstraintViolation<?>> violations) {
        List<FieldError> errors = violations.stream()
                .map(violation -> violation.getPropertyPath().toString())
                .filter(member -> patch.path(member).isNull())
                .distinct()
                .sorted()
                .map(member -> new FieldError("/" + member, "cannot be taken away; leave it out to keep it"))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.of(
                    CommonProblem.VALIDATION_FAILED,
                    "Correct the values listed under errors, then send it again.",
                    errors);
        }
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(member -> {
            String name = member.getKey();
            if (member.getValue().isNull()) {
                // Left out and null are one for a record; but only what is there can be refused as unknown.
                target.putNull(name);
            } else if (member.getValue() instanceof ObjectNode changes) {
                merge(target.get(name) instanceof ObjectNode object ? object : target.putObject(name), changes);
            } else {
                target.set(name, member.getValue());
            }
        });
    }

    private <T> T read(ObjectNode merged, Class<T> type) {
        try {
            return json.treeToValue(merged, type);
        } catch (JsonProcessingException e) {
            throw new BadRequestException(e);
        }
    }
}
