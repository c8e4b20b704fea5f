package insights.segment.imports;

import insights.segment.file.UnusableFile;
import java.util.List;
import java.util.stream.Collectors;

/** An import would do what nobody has said is meant. */
final class Unconfirmed extends UnusableFile {

    private static final long serialVersionUID = 1L;

    private final transient List<Question> questions;

    Unconfirmed(List<Question> questions) {
        super("Nothing was changed. "
                + questions.stream().map(Question::detail).collect(Collectors.joining(" "))
                + " If that is meant, send the file again with "
                + questions.stream()
                        .map(question -> "confirm=" + question.confirm())
                        .collect(Collectors.joining("&"))
                + ".");
        this.questions = questions;
    }

    List<Question> questions() {
        return questions;
    }
}
