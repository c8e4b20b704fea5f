package insights.segment.imports.guard;

import insights.segment.file.text.UnusableFile;
import java.util.List;
import java.util.stream.Collectors;

/** An import would do what nobody has said is meant. */
public final class Unconfirmed extends UnusableFile {

    private static final long serialVersionUID = 1L;

    private final transient List<Question> questions;

    public Unconfirmed(List<Question> questions) {
        super(text("Nothing was changed.", questions));
        this.questions = questions;
    }

    /** @param optedOut how many people were opted out nevertheless */
    public String detail(long optedOut) {
        return optedOut == 0
                ? getMessage()
                : text(
                        "Nothing was changed but that %,d opt-outs of the file hold already.".formatted(optedOut),
                        questions);
    }

    private static String text(String changed, List<Question> questions) {
        return changed
                + " "
                + questions.stream().map(Question::detail).collect(Collectors.joining(" "))
                + " If that is meant, send the file again with "
                + questions.stream()
                        .map(question -> "confirm=" + question.confirm())
                        .collect(Collectors.joining("&"))
                + ".";
    }

    public List<Question> questions() {
        return questions;
    }
}
