package insights.export.comparison;

import insights.export.definition.Export;
import insights.export.desired.Desired;
import insights.export.desired.DesiredRepository;
import insights.export.destination.Contact;
import insights.export.destination.TargetFields;
import insights.export.ledger.Fingerprints;
import insights.export.matching.Mapped;
import insights.export.progress.Counts;
import insights.export.progress.Phase;
import insights.export.progress.WaitReason;
import insights.export.run.RunControl;
import insights.export.run.StopRunException;
import insights.export.segment.Member;
import insights.export.segment.MemberClient;
import insights.export.segment.MemberQuery;
import insights.export.segment.MemberStream;
import insights.export.segment.ReadAhead;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/** Finds out what an export wants to be at its destination, and how that differs from what is there. It sends nothing. */
@ApplicationScoped
public class Comparer {

    private static final int PIECE = 2_000;

    private final MemberClient members;
    private final Fingerprints fingerprints;
    private final WorkRepository work;
    private final FieldCheck fields;
    private final ExecutorService threads;

    Comparer(
            MemberClient members,
            Fingerprints fingerprints,
            WorkRepository work,
            FieldCheck fields,
            @VirtualThreads ExecutorService threads) {
        this.members = members;
        this.fingerprints = fingerprints;
        this.work = work;
        this.fields = fields;
        this.threads = threads;
    }

    /** @throws StopRunException when the fields of the export, or what is known of opt-outs, forbid it */
    public Comparison compare(Export export, TargetFields there, RunControl run) {
        read(export, new MemberMapping(there, export, fields.optOutFields(export, there), fingerprints), run);
        // In a transaction of its own: another run that tells the same would wait for its end.
        run.commit(Counts.steps(0), DesiredRepository::analyze);
        run.commit(Counts.steps(0), database -> {
            OneContact.optOut(database, run.id());
            OneContact.choose(database, run.id(), export.id());
            DesiredRepository.rejectRefusedBefore(database, run.id(), export.id());
        });
        return work.compare(run.id(), export.id(), !export.audienceMode().isFlag());
    }

    private void read(Export export, MemberMapping mapping, RunControl run) {
        MemberQuery query = new MemberQuery(export.segmentIds(), mapping.fields(), mapping.emailField(), null);
        try (MemberStream stream = run.asking(WaitReason.SEGMENT_SERVICE, () -> members.open(query))) {
            run.phase(Phase.COMPARE, stream.size());
            ReadAhead<List<Desired>> pieces =
                    new ReadAhead<>(() -> piece(stream, member -> desired(member, mapping)), threads);
            while (true) {
                List<Desired> piece = run.asking(WaitReason.SEGMENT_SERVICE, pieces::next);
                if (piece.isEmpty()) {
                    return;
                }
                run.commit(Counts.steps(piece.size()), database -> DesiredRepository.add(database, run.id(), piece));
            }
        }
    }

    private static List<Desired> piece(MemberStream stream, Function<Member, Desired> desired) {
        List<Desired> piece = new ArrayList<>(PIECE);
        while (piece.size() < PIECE) {
            Optional<Member> member = stream.next();
            if (member.isEmpty()) {
                break;
            }
            piece.add(desired.apply(member.get()));
        }
        return piece;
    }

    private Desired desired(Member member, MemberMapping mapping) {
        return switch (mapping.map(member)) {
            case Mapped.Fit(Contact contact) ->
                new Desired(
                        member.profileId(),
                        Instant.parse(member.updatedAt()),
                        member.segments(),
                        fingerprints.of(contact.email()),
                        member.optOutKey(),
                        mapping.fingerprint(contact),
                        null,
                        false,
                        null,
                        mapping.emptied(contact));
            case Mapped.Unfit unfit ->
                new Desired(
                        member.profileId(),
                        Instant.parse(member.updatedAt()),
                        member.segments(),
                        unfit.email() == null ? null : fingerprints.of(unfit.email()),
                        member.optOutKey(),
                        null,
                        unfit.reason(),
                        mapping.optedOutItself(member),
                        unfit.field(),
                        List.of());
        };
    }
}
