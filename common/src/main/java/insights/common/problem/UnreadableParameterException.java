package insights.common.problem;

import jakarta.ws.rs.WebApplicationException;
import java.util.List;

/**
 * A query parameter cannot be read as what it must be. Of what a converter throws the framework lets exceptions of this
 * kind through only; all others become a 404.
 */
public final class UnreadableParameterException extends WebApplicationException {

    private static final long serialVersionUID = 1;

    private final String parameter;
    private final String expected;

    /** @param expected what it must be, such as "a whole number"; never what was sent */
    public UnreadableParameterException(String parameter, String expected) {
        super(CommonProblem.VALIDATION_FAILED.status());
        this.parameter = parameter;
        this.expected = expected;
    }

    HttpProblem problem() {
        return Problem.of(
                CommonProblem.VALIDATION_FAILED,
                "Send %s as the parameter `%s`.".formatted(expected, parameter),
                List.of(new FieldError(parameter, "must be " + expected)));
    }
}
