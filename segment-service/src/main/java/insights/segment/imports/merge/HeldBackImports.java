package insights.segment.imports.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import insights.segment.erasure.Tombstones;
import insights.segment.file.text.UnusableFile;
import insights.segment.imports.guard.Unconfirmed;
import insights.segment.imports.staging.StagedImport;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Ends imports that ask before they go on, or whose lines cannot be brought in. What their files say of opting out waits for nothing
 * else.
 */
@ApplicationScoped
public class HeldBackImports {

    private static final String END = """
            update profile_import set status = 'FAILED', finished_at = ?, detail = ?, questions = ?::jsonb, opted_out = ?
            where id = ? and status = 'RUNNING'""";

    private final OptOutMerge optOuts;
    private final ObjectMapper json;

    HeldBackImports(OptOutMerge optOuts, ObjectMapper json) {
        this.optOuts = optOuts;
        this.json = json;
    }

    /**
     * Opts out whom the staged lines say so of, and enters why that is all, in the transaction that staged them.
     *
     * @return whether it was still running
     * @throws UnusableFile when opt-outs cannot be told any more
     */
    public boolean end(StagedImport file, UnusableFile why) throws SQLException {
        Connection connection = file.connection();
        JobLock.queue(connection, Tombstones.LOCK);
        Instant now = Database.now(connection);
        long taken = optOuts.takeOnly(file, now);
        Sql end = Sql.of(END, now, detail(why, taken), questions(why), taken, file.id());
        return Database.update(connection, end) == 1;
    }

    private static String detail(UnusableFile why, long taken) {
        if (why instanceof Unconfirmed asking) {
            return asking.detail(taken);
        }
        return taken == 0 ? why.getMessage() : "%s %,d opt-outs of it hold already.".formatted(why.getMessage(), taken);
    }

    private String questions(UnusableFile why) {
        try {
            return json.writeValueAsString(why instanceof Unconfirmed asking ? asking.questions() : List.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
