package insights.export.ledger;

import insights.common.sql.Database;
import insights.common.start.SecretText;
import insights.common.start.StartCheck;
import insights.common.start.WrittenKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Refuses a key that protects nothing, and another one than the one that the database was written with: with that everybody
 * would look like somebody who left.
 */
@ApplicationScoped
public class LedgerKeyCheck implements StartCheck {

    private static final String NAME = "insights.ledger.key";
    private static final String WELL_KNOWN = "a-key-for-tests-and-development-only";

    private final SecretText secrets;
    private final Fingerprints fingerprints;
    private final WrittenKey written;

    LedgerKeyCheck(SecretText secrets, Fingerprints fingerprints, Database database) {
        this.secrets = secrets;
        this.fingerprints = fingerprints;
        this.written = new WrittenKey(database, "ledger_key");
    }

    @Override
    public List<String> faults() {
        List<String> faults = secrets.faults(NAME, WELL_KNOWN);
        return faults.isEmpty() && written.isAnother(fingerprints.ofKey())
                ? List.of(NAME + " is not the key that this database was written with: nobody in the ledger would be"
                        + " recognised, and every export would stop; give the key that was used before"
                        + " (docs/operations.md, The ledger key).")
                : faults;
    }

    @Override
    public List<String> settle() {
        written.keep(fingerprints.ofKey());
        return faults();
    }
}
