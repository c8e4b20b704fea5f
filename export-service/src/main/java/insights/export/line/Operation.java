package insights.export.line;

/** What is asked of a destination. */
public interface Operation {

    /** How it is called in metrics and traces: a few words with hyphens. */
    String label();

    /** Whether it may be asked again when there was no answer. */
    boolean isRepeatable();
}
