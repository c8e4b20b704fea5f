package insights.sandbox.answer;

import java.time.Duration;

/** What goes back to the client, if anything does. */
public sealed interface Reply {

    /** Which status the client sees; 0: none. */
    default int status() {
        return 0;
    }

    /** After how long it goes. */
    default Duration delay() {
        return Duration.ZERO;
    }

    /** The answer. */
    record Whole(Answer answer) implements Reply {

        @Override
        public int status() {
            return answer.status();
        }
    }

    /** Something else, so much later. */
    record Late(Reply reply, Duration by) implements Reply {

        @Override
        public Duration delay() {
            return by.plus(reply.delay());
        }

        @Override
        public int status() {
            return reply.status();
        }
    }

    /** Half of the answer's body, then the end of the connection. The answer has one: there is no half of nothing. */
    record Truncated(Answer answer) implements Reply {

        @Override
        public int status() {
            return answer.status();
        }
    }

    /** A 200 whose body is not JSON. */
    record NotJson() implements Reply {

        @Override
        public int status() {
            return 200;
        }
    }

    /** The end of the connection. */
    record Close() implements Reply {}

    /** Nothing, ever. */
    record Silence() implements Reply {}
}
