package insights.segment.definition;

/** What the API description says of rules. */
final class RuleSyntax {

    static final String DESCRIPTION = """
            One of {"all":[rules]}, {"any":[rules]}, {"not":rule}, {"segment":"id"} and
            {"field":name,"op":operator,"value":value}. Operators: eq ne in notIn gt gte lt lte between contains startsWith
            endsWith exists missing, and for dates before after withinDays olderThanDays. A missing value fulfils missing,
            ne and notIn only. Segments are united with any, intersected with all, and subtracted with all and not.""";

    static final String EXAMPLE = "{\"all\":[{\"field\":\"country\",\"op\":\"eq\",\"value\":\"IT\"}]}";

    private RuleSyntax() {}
}
