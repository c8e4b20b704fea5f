package insights.segment.file.text;

/** The file as a whole cannot be imported. The message tells whoever sent it what to do, and repeats none of its data. */
public class UnusableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableFile(String detail) {
        super(detail);
    }
}
