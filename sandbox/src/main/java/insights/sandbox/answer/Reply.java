package insights.sandbox.answer;

import java.time.Duration;

/** What goes back to the client, if anything does. */
public sealed interface Reply {

    /** Which status the client sees; 0: none. */
    default int status() {
        return 0;
    }

    /** The answer, after a while. */
    record Whole(Answer answer, Duration delay) implements Reply {

        public Whole(Answer answer) {
            this(answer, Duration.ZERO);
        }

        @Override
        public int status() {
            return answer.status();
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
