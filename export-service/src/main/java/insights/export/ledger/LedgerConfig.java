package insights.export.ledger;

import io.smallrye.config.ConfigMapping;

/** The ledger's one secret. */
@ConfigMapping(prefix = "insights.ledger")
public interface LedgerConfig {

    /**
     * Key of the hashes in the ledger, at least 32 characters. With another key every contact looks changed and is sent
     * once more; nothing is lost.
     */
    String key();
}
