package insights.segment.optout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.common.etag.Versions;
import insights.common.patch.MergePatch;
import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.SegmentProblem;
import insights.segment.audit.SegmentAction;
import insights.segment.erasure.ProfilesLock;
import insights.segment.field.Field;
import insights.segment.field.FieldRepository;
import insights.segment.field.FieldRole;
import insights.segment.field.FieldType;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Gives fields their roles, which changes who is opted out. */
@ApplicationScoped
public class FieldRoles {

    /** All profiles are looked at: a minute or two when there are ten million. */
    private static final int TIMEOUT_SECONDS = 3_600;

    private static final long MANY = 10;
    private static final double MOST = 0.5;

    private final FieldRepository fields;
    private final OptOutScan scan;
    private final ErasedAddresses erased;
    private final ProfilesLock lock;
    private final MergePatch patches;
    private final AuditLog audit;
    private final Database database;

    FieldRoles(
            FieldRepository fields,
            OptOutScan scan,
            ErasedAddresses erased,
            ProfilesLock lock,
            MergePatch patches,
            AuditLog audit,
            Database database) {
        this.fields = fields;
        this.scan = scan;
        this.erased = erased;
        this.lock = lock;
        this.patches = patches;
        this.audit = audit;
        this.database = database;
    }

    /**
     * The field as it is after the patch.
     *
     * @param ifMatch the ETag of what the caller saw
     * @param confirmed whether it is meant though most who have a value would be opted out
     */
    @Transactional
    @TransactionConfiguration(timeout = TIMEOUT_SECONDS)
    Field edit(String name, String ifMatch, boolean confirmed, ObjectNode patch) {
        return database.transaction(connection -> {
            lock.take(connection);
            Field before = fields.find(connection, name).orElseThrow(() -> Problem.notFound("field", name));
            Versions.require(ifMatch, before.version());
            FieldRole role = patches.apply(new FieldPatch(before.role()), patch, FieldPatch.class)
                    .role();
            if (role == before.role()) {
                return before;
            }
            refuseAddressesThatAreNoText(before, role);
            boolean asks = !confirmed && role == FieldRole.OPT_OUT;
            if (asks) {
                refuseConsents(before);
            }
            long optedOut = give(connection, name, role);
            if (asks) {
                refuseMost(before, optedOut, profiles(connection));
            }
            Field after = fields.find(connection, name).orElseThrow();
            audit.record(
                    SegmentAction.FIELD_EDITED,
                    name,
                    null,
                    Changes.none()
                            .with("role", before.role(), role)
                            .with("optedOut", null, optedOut == 0 ? null : optedOut));
            return after;
        });
    }

    /**
     * Gives the role and applies to the profiles that are there what it means: who has it true is opted out, and the address of
     * a person who was erased is taken away.
     *
     * @param role null for none
     * @return how many opt-outs there are more
     */
    public long give(Connection connection, String name, FieldRole role) throws SQLException {
        fields.setRole(connection, name, role);
        long found = 0;
        if (role != null) {
            found = scan.run(
                    connection, role == FieldRole.OPT_OUT ? List.of(name) : List.of(), Database.now(connection));
        }
        if (role == FieldRole.EMAIL) {
            List<String> others = fields.withRole(connection, FieldRole.EMAIL).stream()
                    .filter(other -> !other.equals(name))
                    .toList();
            erased.takeOut(connection, name, others, Database.now(connection));
        }
        return found;
    }

    /** By such a field those would be opted out who want mail. */
    private static void refuseConsents(Field field) {
        if (Field.isConsent(field.name())) {
            throw Problem.of(
                    SegmentProblem.OPTS_OUT_MOST,
                    "By its name \"%s\" says who wants mail, and everybody who has yes there would be opted out: import its column with optOut and its words (true=no and false=yes) into a new field, or send it with confirm=true if it does say who opted out."
                            .formatted(field.name()));
        }
    }

    /** Few people opt out: where most do, it is rather another field that was meant, and nothing takes it back. */
    private static void refuseMost(Field field, long optedOut, long profiles) {
        double filled = field.filled() * profiles;
        if (optedOut >= MANY && optedOut > filled * MOST) {
            throw Problem.of(
                    SegmentProblem.OPTS_OUT_MOST,
                    "%,d people of about %,d who have a value for \"%s\" would be opted out, and taking the role away would not undo it: look at the field's values, and send it with confirm=true if it is meant."
                            .formatted(optedOut, Math.max(optedOut, Math.round(filled)), field.name()));
        }
    }

    private static long profiles(Connection connection) throws SQLException {
        return Database.first(connection, Sql.of("select count(*) from profile"), row -> row.getLong(1))
                .orElseThrow();
    }

    private static void refuseAddressesThatAreNoText(Field field, FieldRole role) {
        if (role == FieldRole.EMAIL && field.type() != FieldType.STRING) {
            throw Problem.of(
                    CommonProblem.VALIDATION_FAILED,
                    "Choose a field of text that holds addresses.",
                    List.of(new FieldError(
                            "/role", "a field of the type " + field.type().label() + " holds no addresses")));
        }
    }
}
