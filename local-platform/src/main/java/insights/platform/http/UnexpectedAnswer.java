package insights.platform.http;

import insights.platform.process.PlatformFailure;

/** An API refused what should have gone well. */
public final class UnexpectedAnswer extends PlatformFailure {

    private static final long serialVersionUID = 1L;

    UnexpectedAnswer(Answer answer) {
        super("%s was answered with %d: %s".formatted(answer.request(), answer.status(), answer.body()));
    }
}
