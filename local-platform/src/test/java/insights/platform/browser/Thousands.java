package insights.platform.browser;

import insights.platform.LocalPlatform;
import insights.platform.services.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Very many of everything, copied in the databases from what a {@link Scene} has made: nobody waits for the API to make ten thousand
 * exports. None of them runs: their times are far away.
 */
record Thousands(LocalPlatform platform, Scene scene, String run) {

    static final int EXPORTS = 10_000;
    static final int SEGMENTS = 1_000;
    static final int REJECTIONS = 100_000;

    /** Of the copied exports every so-manieth failed for good in its last run. */
    static final int FAILS_EVERY = 40;

    /** The export that the clock sets off soonest: by its name it is far behind the first page. */
    static final int SOONEST = 9_998;

    void make() throws SQLException {
        in(Service.EXPORT, """
                insert into export
                  select (jsonb_populate_record(e, jsonb_build_object(
                    'id', uuidv7(), 'display_name', 'thousands ' || lpad(n::text, 5, '0'), 'schedule', jsonb_build_object(
                      'kind', 'DAILY', 'times', jsonb_build_array('04:00'), 'timeZone', 'UTC'),
                    'next_fire_at', '2099-01-01T04:00:00Z'::timestamptz + n * interval '1 minute'
                      - case when n = %d then interval '20 years' else interval '0' end))).*
                  from export e cross join generate_series(1, %d) n where e.id = '%s'""".formatted(SOONEST, EXPORTS, scene.export()));
        // What PostgreSQL computes itself cannot be inserted.
        in(Service.EXPORT, """
                do $$
                declare columns text;
                begin
                  select string_agg(quote_ident(column_name), ', ') into columns from information_schema.columns
                  where table_name = 'run' and table_schema = current_schema and is_generated = 'NEVER';
                  execute replace($copies$insert into run (COLUMNS) select COLUMNS from (
                    select (jsonb_populate_record(r, jsonb_build_object(
                      'id', uuidv7(), 'export_id', e.id, 'scheduled_for', null,
                      'status', case when right(e.display_name, 5)::int %% %d = 0 then 'FAILED_PERMANENT' else 'SUCCESSFUL' end,
                      'reason', case when right(e.display_name, 5)::int %% %1$d = 0 then 'INVALID_API_KEY' end))).*
                    from run r cross join export e where r.id = '%2$s' and e.display_name like 'thousands %%') copies$copies$,
                    'COLUMNS', columns);
                end $$""".formatted(FAILS_EVERY, run));
        in(Service.EXPORT, """
                insert into rejection (run_id, profile_id, reason)
                  select '%s', 'nobody-' || lpad(n::text, 6, '0'), 'NO_EMAIL' from generate_series(1, %d) n""".formatted(run, REJECTIONS));
        in(
                Service.EXPORT,
                "update run set status = 'COMPLETED_WITH_WARNINGS', rejected = %d where id = '%s'"
                        .formatted(REJECTIONS, run));
        in(Service.EXPORT, "analyze");
        in(Service.SEGMENT, """
                do $$
                declare columns text;
                begin
                  select string_agg(quote_ident(column_name), ', ') into columns from information_schema.columns
                  where table_name = 'segment' and table_schema = current_schema and column_name <> 'number';
                  execute format('insert into segment (%%1$s) select %%1$s from (
                    select (jsonb_populate_record(s, jsonb_build_object(
                      ''id'', uuidv7(), ''display_name'', ''thousands '' || lpad(n::text, 5, ''0'')))).*
                    from segment s cross join generate_series(1, %d) n where s.id = ''%s'') copies', columns);
                end $$""".formatted(SEGMENTS, scene.segment()));
        in(Service.SEGMENT, "analyze");
    }

    private void in(Service service, String sql) throws SQLException {
        try (Connection connection =
                        platform.postgres().connect(service.database().name());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
