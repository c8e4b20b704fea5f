package insights.segment.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import java.util.List;

/** Reads JSON merge patches of segments. Null takes a value away (RFC 7396), and a segment can do without none. */
@ApplicationScoped
class SegmentPatchReader {

    private final ObjectMapper json;
    private final Validator validator;

    SegmentPatchReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** What is to change; 400 for unknown members, 422 for values that are not valid. */
    SegmentPatch read(ObjectNode patch) {
        SegmentPatch read = convert(patch);
        refuseNulls(patch);
        var violations = validator.validate(read);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return read;
    }

    private SegmentPatch convert(ObjectNode patch) {
        try {
            return json.treeToValue(patch, SegmentPatch.class);
        } catch (JsonProcessingException e) {
            throw new BadRequestException(e);
        }
    }

    private static void refuseNulls(ObjectNode patch) {
        List<FieldError> errors = patch.properties().stream()
                .filter(member -> member.getValue().isNull())
                .map(member -> new FieldError("/" + member.getKey(), "cannot be taken away; leave it out to keep it"))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.of(
                    CommonProblem.VALIDATION_FAILED,
                    "Correct the values listed under errors, then send it again.",
                    errors);
        }
    }
}
