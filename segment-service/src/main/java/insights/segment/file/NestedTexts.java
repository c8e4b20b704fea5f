package insights.segment.file;

import java.util.List;

/**
 * A list or an object, of which nothing becomes a value. Where addresses are wanted its texts may be some, and opt-outs and
 * erasures hold for these.
 */
public record NestedTexts(List<String> texts) {}
