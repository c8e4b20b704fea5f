package insights.export.delivery;

import insights.export.definition.Export;
import insights.export.ledger.Fingerprints;
import insights.export.matching.Contact;
import insights.export.matching.ContactMapper;
import insights.export.matching.Mapped;
import insights.export.segment.Member;
import insights.export.segment.MemberClient;
import insights.export.segment.MemberQuery;
import insights.export.segment.MemberStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what an export wants to be at Autopilot, and how that differs from what is there. It sends nothing. */
@ApplicationScoped
class Comparer {

    private static final int BATCH = 1_000;

    private final MemberClient members;
    private final Fingerprints fingerprints;
    private final WorkRepository work;

    Comparer(MemberClient members, Fingerprints fingerprints, WorkRepository work) {
        this.members = members;
        this.fingerprints = fingerprints;
        this.work = work;
    }

    Comparison compare(Export export, RunControl run) {
        run.commit(Counts.steps(0), database -> DesiredRepository.clear(database, run.id()));
        read(export, run);
        run.commit(Counts.steps(0), database -> {
            DesiredRepository.rejectDuplicates(database, run.id());
            DesiredRepository.rejectRefusedBefore(database, run.id(), export.id());
            DesiredRepository.report(database, run.id());
        });
        return work.compare(run.id(), export.id());
    }

    private void read(Export export, RunControl run) {
        ContactMapper mapper = new ContactMapper(export.dataMatching(), export.optOutField());
        try (MemberStream stream = members.open(new MemberQuery(export.segmentIds(), mapper.fields(), null))) {
            run.phase(Phase.COMPARE, stream.size());
            List<Desired> batch = new ArrayList<>(BATCH);
            for (Optional<Member> member = stream.next(); member.isPresent(); member = stream.next()) {
                batch.add(desired(member.get(), mapper));
                if (batch.size() == BATCH) {
                    store(run, batch);
                }
            }
            store(run, batch);
        }
    }

    private void store(RunControl run, List<Desired> batch) {
        run.commit(Counts.steps(batch.size()), database -> DesiredRepository.add(database, run.id(), batch));
        batch.clear();
    }

    private Desired desired(Member member, ContactMapper mapper) {
        return switch (mapper.map(member.attributes())) {
            case Mapped.Fit(Contact contact) ->
                new Desired(
                        member.profileId(),
                        member.updatedAt(),
                        member.segments(),
                        fingerprints.of(contact.email()),
                        fingerprints.of(contact),
                        null);
            case Mapped.Unfit unfit ->
                new Desired(member.profileId(), member.updatedAt(), member.segments(), null, null, unfit.reason());
        };
    }
}
