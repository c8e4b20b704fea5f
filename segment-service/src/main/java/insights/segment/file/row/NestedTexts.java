package insights.segment.file.row;

import java.util.List;

/**
 * A list or an object, of which nothing becomes a value. Its texts, names among them, may be addresses, for which opt-outs hold,
 * and erasures where addresses are wanted.
 */
public record NestedTexts(List<String> texts) {}
