package insights.export.delivery;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.comparison.WorkRepository;
import insights.export.definition.ExportRemoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Contacts that exports want no more. They stay at the destination with what they were given, so where contacts of erased people are
 * deleted (D4) it is still known whose they are, by ids and keyed hashes; elsewhere they are forgotten.
 */
@ApplicationScoped
class FormerContacts {

    private final DeliveryConfig config;
    private final Database database;

    FormerContacts(DeliveryConfig config, Database database) {
        this.config = config;
        this.database = database;
    }

    /** Takes those out of the ledger that are not wanted, once nothing shows them in an audience by the doing of the export. */
    void forgetUnwanted(Connection connection, UUID run, UUID export) throws SQLException {
        Sql unwanted = WorkRepository.unwanted(run, export);
        Database.update(
                connection,
                keeps()
                        ? Sql.of("with gone as (delete from ledger l where ")
                                .then(unwanted)
                                .then(" returning l.contact_id, l.profile_id, l.address) ")
                                .then(Sql.of("""
                                        insert into former_contact (connection_id, contact_id, profile_id, address)
                                        select (select ledger_connection_id from export where id = ?), contact_id, profile_id, address
                                        from gone where contact_id is not null
                                        on conflict do nothing""", export))
                        : Sql.of("delete from ledger l where ").then(unwanted));
    }

    /** What the export put there stays there. */
    @Transactional(Transactional.TxType.MANDATORY)
    void removed(@Observes ExportRemoved removed) {
        database.transaction(connection -> {
            keepThoseOf(connection, removed.export());
            return null;
        });
    }

    /** All that the ledgers of an export have, before they go with it; also those of accounts that it left. */
    void keepThoseOf(Connection connection, UUID export) throws SQLException {
        if (keeps()) {
            Database.update(connection, Sql.of("""
                    insert into former_contact (connection_id, contact_id, profile_id, address)
                    select e.ledger_connection_id, l.contact_id, l.profile_id, l.address
                    from export e join ledger l on l.export_id = e.id
                    where (e.id = ? or e.former_of = ?) and l.contact_id is not null
                    on conflict do nothing""", export, export));
        }
    }

    private boolean keeps() {
        return config.erasure() == DeliveryConfig.Erased.DELETE_CONTACT;
    }
}
