package insights.destination.consent;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A text that somebody agreed to, by its hash then. */
@RegisterForReflection
record AgreedText(int version, Language language, String sha256) {}
