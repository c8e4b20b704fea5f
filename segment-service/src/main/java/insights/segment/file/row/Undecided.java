package insights.segment.file.row;

/** What was decided by the first lines of a file does not hold for all of them: the whole file has to be looked at. */
public final class Undecided extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Undecided() {
        super("to be decided by the whole file", null, false, false);
    }
}
