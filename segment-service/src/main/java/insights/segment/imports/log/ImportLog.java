package insights.segment.imports.log;

import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.common.id.Ids;
import insights.common.page.TimeOrder;
import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import insights.segment.audit.SegmentAction;
import insights.segment.file.FileReading;
import insights.segment.file.row.ImportRejection;
import insights.segment.imports.merge.GivenRole;
import insights.segment.imports.request.ImportRequest;
import insights.segment.imports.staging.StagedImport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** How imports stand, as it can be seen while they run: every entry is a transaction of its own. */
@ApplicationScoped
public class ImportLog {

    private final ProfileImportRepository imports;
    private final AuditLog audit;
    private final Database database;
    private final Ids ids;
    private final Clock clock;

    ImportLog(ProfileImportRepository imports, AuditLog audit, Database database, Ids ids, Clock clock) {
        this.imports = imports;
        this.audit = audit;
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(TxType.REQUIRES_NEW)
    public UUID newId() {
        return ids.next();
    }

    /** Enters an import, unless there is one with the same key of the same caller already: then that is the answer. */
    @Transactional(TxType.REQUIRES_NEW)
    public ImportResponse started(UUID id, ImportRequest request) {
        if (request.idempotencyKey() == null) {
            return create(id, request);
        }
        // Of two requests at once the later one waits here, and finds the import of the other.
        database.transaction(connection -> {
            JobLock.take(connection, "import key " + request.startedBy().subject() + " " + request.idempotencyKey());
            return null;
        });
        return imports.findByKey(request.startedBy(), request.idempotencyKey())
                .map(ImportResponse::from)
                .orElseGet(() -> create(id, request));
    }

    private ImportResponse create(UUID id, ImportRequest request) {
        ProfileImportEntity entity = new ProfileImportEntity();
        entity.id = id;
        entity.status = ImportStatus.RUNNING;
        entity.mode = request.mode();
        entity.startedAt = database.transaction(Database::now);
        entity.startedBy = request.startedBy().name();
        entity.startedBySubject = request.startedBy().subject();
        entity.idempotencyKey = request.idempotencyKey();
        imports.persistAndFlush(entity);
        ImportResponse started = ImportResponse.from(entity);
        audit.record(SegmentAction.IMPORT_STARTED, id, null, Changes.none().with("mode", null, request.mode()));
        return started;
    }

    /**
     * How far it is.
     *
     * @throws ImportCanceled when somebody has stopped it
     */
    public void progress(UUID id, long bytes, long received, long rejected) throws ImportCanceled {
        long running = database.statement(Sql.of("""
            update profile_import set received_bytes = ?, received = ?, rejected = ?
            where id = ? and status = 'RUNNING'""", bytes, received, rejected, id));
        if (running == 0) {
            throw new ImportCanceled();
        }
    }

    /** The file is all there. */
    @Transactional(TxType.REQUIRES_NEW)
    public ImportResponse staged(
            StagedImport file, FileReading.Summary summary, long bytes, long rejectedValues, byte[] digest)
            throws ImportCanceled {
        ProfileImportEntity entity = imports.lockRunning(file.id()).orElseThrow(ImportCanceled::new);
        entity.receivedBytes = bytes;
        entity.received = file.received();
        entity.rejected = file.rejected();
        entity.rejectedValues = rejectedValues;
        entity.charset = summary.charset();
        entity.separator =
                summary.separator() == null ? null : summary.separator().toString();
        entity.remarks = summary.remarks();
        entity.requestDigest = digest;
        entity.said = file.said();
        entity.optOutsUnreadable = file.optOuts().unreadable();
        entity.roles = GivenRole.of(file.columns());
        return ImportResponse.from(entity);
    }

    /** By what the file of an import that comes to nothing is known when it comes again; null as far as it is not. */
    public void known(UUID id, byte[] said, byte[] content) {
        database.statement(Sql.of("update profile_import set said = ?, content = ? where id = ?", said, content, id));
    }

    /** Whether that import came of the same request; true also while it is not known yet. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean isOf(UUID id, byte[] digest) {
        byte[] known = imports.findById(id).requestDigest;
        return known == null || Arrays.equals(known, digest);
    }

    /**
     * Stops it: whoever is at it leaves everything as it is.
     *
     * @throws insights.common.problem.HttpProblem 409 when it is over
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void cancel(UUID id) {
        ImportResponse before = get(id);
        ProfileImportEntity entity = imports.lockRunning(id)
                .orElseThrow(() -> Problem.of(
                        CommonProblem.CONFLICT,
                        "The import is over (%s): there is nothing to stop.".formatted(before.status())));
        entity.status = ImportStatus.CANCELED;
        entity.detail = "Somebody has stopped this import, and nothing was changed.";
        entity.finishedAt = clock.instant();
        entity.idempotencyKey = null;
        audit.record(
                SegmentAction.IMPORT_CANCELED,
                id,
                null,
                Changes.none().with("status", ImportStatus.RUNNING, ImportStatus.CANCELED));
    }

    /** It was accepted and came to nothing. */
    @Transactional(TxType.REQUIRES_NEW)
    public void failed(UUID id, String detail) {
        imports.lockRunning(id).ifPresent(entity -> fail(entity, detail));
    }

    /** It came to nothing before it was accepted: the same key may be used to try again. */
    @Transactional(TxType.REQUIRES_NEW)
    public void refused(UUID id, String detail) {
        imports.lockRunning(id).ifPresent(entity -> {
            fail(entity, detail);
            entity.idempotencyKey = null;
        });
    }

    private void fail(ProfileImportEntity entity, String detail) {
        entity.status = ImportStatus.FAILED;
        entity.detail = detail;
        entity.finishedAt = clock.instant();
    }

    @Transactional
    public ImportResponse get(UUID id) {
        return imports.findByIdOptional(id).map(ImportResponse::from).orElseThrow(() -> Problem.notFound("import", id));
    }

    @Transactional
    public List<ImportResponse> list(ImportQuery query, TimeOrder order, UUID last, int limit) {
        return imports.page(query, order, last, limit).stream()
                .map(ImportResponse::from)
                .toList();
    }

    @Transactional
    public List<UUID> running() {
        return imports.running().stream().map(entity -> entity.id).toList();
    }

    /** Rejections in order of the lines, and of the fields in them. @param reasons one of these; empty for all */
    public List<ImportRejection> rejections(
            UUID id, List<ImportRejection.Reason> reasons, long afterLine, String afterField, int limit) {
        List<ImportRejection.Reason> wanted = reasons.isEmpty() ? List.of(ImportRejection.Reason.values()) : reasons;
        return database.transaction(connection -> Database.list(
                connection,
                Sql.of("""
                    select line, field, reason, detail from import_rejection
                    where import_id = ? and reason = any (?) and (line, field) > (?, ?)
                    order by line, field limit ?""", id, wanted.stream().map(Enum::name).toArray(String[]::new), afterLine, afterField, limit),
                row -> new ImportRejection(
                        row.getLong(1),
                        row.getString(2).isEmpty() ? null : row.getString(2),
                        ImportRejection.Reason.valueOf(row.getString(3)),
                        row.getString(4))));
    }
}
