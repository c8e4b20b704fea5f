package insights.segment.rule;

import insights.common.problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What came of reading a rule.
 *
 * @param rule null when there are errors
 * @param references the segments that the rule refers to, each with the JSON pointer of the first reference
 * @param errors everything that is wrong
 * @param misfit the field that the first of the errors is about; null when it is about none
 */
public record ParsedRule(Rule rule, Map<UUID, String> references, List<FieldError> errors, String misfit) {}
