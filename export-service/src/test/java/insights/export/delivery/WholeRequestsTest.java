package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import insights.export.destination.ContactChange;
import insights.export.matching.RejectionReason;
import insights.export.sending.Upsert;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WholeRequestsTest {

    private final WholeRequests requests = new WholeRequests(2, true);

    @Test
    void whatFillsNoRequestWaitsForTheNextPiece() {
        assertThat(whole(5, "a", "b+", "c", "d", "e+", "f+")).containsExactly("b+", "e+", "a", "c");
        assertThat(whole(9, "g", "h")).containsExactly("d", "g");
        assertThat(whole(9, "i+", "j")).containsExactly("f+", "i+", "h", "j");
        assertThat(requests.rest(9).isEmpty()).isTrue();
    }

    @Test
    void whatNeverFilledOneComesLastEachKindByItself() {
        assertThat(whole(5, "a", "b+")).isEmpty();
        assertThat(profiles(requests.rest(7))).containsExactly("b+");
        assertThat(profiles(requests.rest(7))).containsExactly("a");
        assertThat(requests.rest(7).isEmpty()).isTrue();
    }

    @Test
    void aPieceIsAsOldAsTheOldestThatMayBeInIt() {
        whole(5, "a");
        assertThat(piece(8, "b", "c").toldAt()).isEqualTo(5);
        assertThat(requests.rest(8).toldAt()).isEqualTo(5);
        assertThat(piece(9, "d", "e").toldAt()).isEqualTo(9);
    }

    @Test
    void whoIsMissingIsToldOfAtOnce() {
        Map<String, RejectionReason> missing = Map.of("z", RejectionReason.CHANGED_MEANWHILE);
        assertThat(requests.whole(new UpsertReader.Piece(List.of(), missing, 5)).missing())
                .isEqualTo(missing);
        assertThat(requests.rest(6).missing()).isEmpty();
    }

    @Test
    void whereNobodyIsFoundByIdThereIsOneKind() {
        WholeRequests one = new WholeRequests(2, false);
        assertThat(profiles(one.whole(new UpsertReader.Piece(List.of(upsert("a"), upsert("b+")), Map.of(), 5))))
                .containsExactly("a", "b+");
    }

    private List<String> whole(long toldAt, String... profiles) {
        return profiles(piece(toldAt, profiles));
    }

    private UpsertReader.Piece piece(long toldAt, String... profiles) {
        return requests.whole(new UpsertReader.Piece(
                List.of(profiles).stream().map(WholeRequestsTest::upsert).toList(), Map.of(), toldAt));
    }

    private static List<String> profiles(UpsertReader.Piece piece) {
        return piece.upserts().stream().map(Upsert::profileId).toList();
    }

    /** The id of whose contact is known ends with a plus. */
    private static Upsert upsert(String profile) {
        String id = profile.endsWith("+") ? "id of " + profile : null;
        return Upsert.clearing(profile, new byte[] {1}, new ContactChange(null, id, Set.of(), Set.of(), false));
    }
}
