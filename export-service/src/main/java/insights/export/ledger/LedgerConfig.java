package insights.export.ledger;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The ledger's one secret. */
@ConfigMapping(prefix = "insights.ledger")
public interface LedgerConfig {

    /**
     * Key of the hashes in the ledger, at least 32 random characters. With another one nobody in it is recognised, so the
     * service starts neither without it nor with another one.
     */
    Optional<String> key();
}
