package insights.export.comparison;

import insights.export.definition.Export;
import insights.export.desired.DesiredRepository;
import insights.export.progress.Counts;
import insights.export.progress.WaitReason;
import insights.export.run.RunControl;
import insights.export.segment.OptOutClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who opted out among those whom a run did not find: they are asked for, as nobody tells of them with the segments. */
@ApplicationScoped
public class AbsentOptOuts {

    private static final int READ = 1_000;

    private final OptOutClient optOuts;
    private final TakeOffRepository work;

    AbsentOptOuts(OptOutClient optOuts, TakeOffRepository work) {
        this.optOuts = optOuts;
        this.work = work;
    }

    /**
     * Finds those who opted out, or were erased, among the people who are in no segment of the export any more; and the
     * addresses that opted out, whoever had them, among those that nobody in the segments has any more.
     */
    public void find(Export export, RunControl run) {
        byte[] after = {};
        while (true) {
            List<TakeOffRepository.Speaker> absent = work.unwanted(run.id(), export.id(), after, READ);
            if (absent.isEmpty()) {
                return;
            }
            OptOutClient.OptedOut found = run.asking(
                    WaitReason.SEGMENT_SERVICE,
                    () -> optOuts.among(absent.stream()
                            .map(TakeOffRepository.Speaker::contact)
                            .toList()));
            if (!found.isEmpty()) {
                run.commit(
                        Counts.steps(0),
                        database -> DesiredRepository.optedOut(database, run.id(), export.id(), found));
            }
            after = absent.getLast().address();
        }
    }
}
