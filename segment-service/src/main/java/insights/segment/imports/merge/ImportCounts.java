package insights.segment.imports.merge;

/** What became of the lines of a file, and of the profiles that were not in it. */
public record ImportCounts(
        long received, long inserted, long updated, long removed, long rejected, OptOutCounts optOuts) {

    /**
     * What became of opt-outs.
     *
     * @param unreadable values that say neither true nor false, and count as opting out
     */
    record OptOutCounts(long taken, long ended, long unreadable) {}

    public long unchanged() {
        return received - inserted - updated - rejected;
    }
}
