package insights.export.ledger;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.common.start.SecretText;
import insights.common.start.StartCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
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
    private final Database database;

    LedgerKeyCheck(SecretText secrets, Fingerprints fingerprints, Database database) {
        this.secrets = secrets;
        this.fingerprints = fingerprints;
        this.database = database;
    }

    @Override
    public List<String> faults() {
        List<String> faults = secrets.faults(NAME, WELL_KNOWN);
        return faults.isEmpty() && isAnother(fingerprints.ofKey())
                ? List.of(NAME + " is not the key that this database was written with: nobody in the ledger would be"
                        + " recognised, and every export would stop; give the key that was used before"
                        + " (docs/operations.md, The ledger key).")
                : faults;
    }

    /** Of two replicas that are the first ones, one writes it down and the other compares. */
    boolean isAnother(byte[] mine) {
        return database.transaction(connection -> {
            Database.update(
                    connection,
                    Sql.of("insert into ledger_key (id, fingerprint) values (1, ?) on conflict do nothing", mine));
            byte[] kept = Database.first(
                            connection,
                            Sql.of("select fingerprint from ledger_key where id = 1"),
                            row -> row.getBytes(1))
                    .orElseThrow();
            return !MessageDigest.isEqual(mine, kept);
        });
    }
}
