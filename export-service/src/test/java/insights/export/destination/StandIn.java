package insights.export.destination;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An account at the stand-in of a destination, as {@link DestinationContract} sets it up and looks into it. */
public interface StandIn {

    /** A connection to it that may be used. @param rate requests a second that the connection says are allowed */
    UUID connect(double rate);

    /** Of the profile fields {@code email}, {@code first_name} and {@code points}. */
    List<Map<String, String>> dataMatching();

    List<AudienceMode> audienceModes();

    /** First names by the address of everybody who is a contact. */
    Map<String, String> firstNames();

    /** Addresses of those in the audience of a segment. */
    Set<String> audience(AudienceMode mode, String segment);

    /** Somebody else puts a contact into an audience that was there before; it need not be a contact yet. */
    void putByHand(AudienceMode mode, String segment, String email);

    /** From now on a request goes wrong now and then. */
    void fault(Fault fault);

    /** Nothing goes wrong any more. */
    void heal();

    /** Whoever has the address is not wanted. */
    void refuse(String email);

    /** The account allows so many requests a second, and refuses others. */
    void limit(int perSecond);

    /** Requests that a first run makes before it sends anybody. */
    default int preparations() {
        return 0;
    }

    void clearCounters();

    int requests();

    int mostInOneSecond();

    /** What can go wrong with any API. */
    enum Fault {
        /** Twice in a row nobody is there. */
        UNAVAILABLE,
        /** It is done, and the answer is lost. */
        DONE_UNANSWERED,
        /** People are taken, and no answer comes, however often they are sent. */
        NEVER_ANSWERED,
        /** Something in between answers. */
        NOT_ITS_ANSWER,
        /** A pause is asked for. */
        THROTTLED,
        /** Nothing is done any more: the key is not accepted. */
        KEY_REFUSED,
        /** Nothing is done any more: the contract has no room. */
        PLAN_LIMIT
    }
}
