package insights.common.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is wrong with one value of a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, or the name of a query or path parameter
 * @param detail what is wrong and what would be right
 */
@RegisterForReflection
public record FieldError(String pointer, String detail) {}
