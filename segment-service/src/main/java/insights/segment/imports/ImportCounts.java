package insights.segment.imports;

/** What became of the lines of a file, and of the profiles that were not in it. */
record ImportCounts(long received, long inserted, long updated, long removed, long rejected) {

    long unchanged() {
        return received - inserted - updated - rejected;
    }
}
