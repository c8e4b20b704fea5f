package insights.destination.consent;

/** A text that somebody agreed to, by its hash then. */
record AgreedText(int version, Language language, String sha256) {}
