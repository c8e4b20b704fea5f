package insights.common.audit;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a value was and what it is now, as text; null where there was or is none. */
@RegisterForReflection
public record Change(String from, String to) {}
