package insights.common.problem;

/**
 * What is wrong with one value of a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, or the name of a query or path parameter
 * @param detail what is wrong and what would be right
 */
public record FieldError(String pointer, String detail) {}
