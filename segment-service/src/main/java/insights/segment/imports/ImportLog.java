package insights.segment.imports;

import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.common.id.Ids;
import insights.common.problem.Problem;
import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import insights.segment.audit.SegmentAction;
import insights.segment.file.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** How imports stand, as it can be seen while they run: every entry is a transaction of its own. */
@ApplicationScoped
class ImportLog {

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
    UUID newId() {
        return ids.next();
    }

    /** Enters an import, unless there is one with the same key of the same caller already: then that is the answer. */
    @Transactional(TxType.REQUIRES_NEW)
    ImportResponse started(UUID id, ImportRequest request) {
        if (request.idempotencyKey() == null) {
            return create(id, request);
        }
        // Of two requests at once the later one waits here, and finds the import of the other.
        database.transaction(connection -> {
            JobLock.take(connection, "import key " + request.startedBy() + " " + request.idempotencyKey());
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
        entity.startedAt = clock.instant();
        entity.startedBy = request.startedBy();
        entity.idempotencyKey = request.idempotencyKey();
        imports.persistAndFlush(entity);
        ImportResponse started = ImportResponse.from(entity);
        audit.record(SegmentAction.IMPORT_STARTED, id, null, Changes.none().with("mode", null, request.mode()));
        return started;
    }

    @Transactional(TxType.REQUIRES_NEW)
    ImportResponse progress(UUID id, long received, long rejected) {
        ProfileImportEntity entity = imports.findById(id);
        entity.received = received;
        entity.rejected = rejected;
        return ImportResponse.from(entity);
    }

    /** The file is all there. */
    @Transactional(TxType.REQUIRES_NEW)
    ImportResponse staged(UUID id, StagedImport file) {
        ProfileImportEntity entity = imports.findById(id);
        entity.received = file.received();
        entity.rejected = file.rejected();
        entity.optOutsUnreadable = file.optOuts().unreadable();
        entity.roles = GivenRole.of(file.columns());
        return ImportResponse.from(entity);
    }

    /** It was accepted and came to nothing. */
    @Transactional(TxType.REQUIRES_NEW)
    void failed(UUID id, String detail) {
        imports.lockRunning(id).ifPresent(entity -> fail(entity, detail));
    }

    /** It came to nothing before it was accepted: the same key may be used to try again. */
    @Transactional(TxType.REQUIRES_NEW)
    void refused(UUID id, String detail) {
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
    ImportResponse get(UUID id) {
        return imports.findByIdOptional(id).map(ImportResponse::from).orElseThrow(() -> Problem.notFound("import", id));
    }

    @Transactional
    List<ImportResponse> list(UUID before, int limit) {
        return imports.page(before, limit).stream().map(ImportResponse::from).toList();
    }

    @Transactional
    List<UUID> running() {
        return imports.running().stream().map(entity -> entity.id).toList();
    }

    /** Rejected lines in order of their numbers. */
    List<Rejection> rejections(UUID id, long afterLine, int limit) {
        return database.transaction(connection -> Database.list(
                connection,
                Sql.of("""
                        select line, reason, detail from import_rejection
                        where import_id = ? and line > ? order by line limit ?""", id, afterLine, limit),
                row -> new Rejection(row.getLong(1), Rejection.Reason.valueOf(row.getString(2)), row.getString(3))));
    }
}
