package insights.segment.imports.guard;

/**
 * What a file makes of opt-outs.
 *
 * @param byValues that there are more by values that profiles have already of fields that become some of opt-outs
 * @param byFile that there are more by what its lines say
 * @param ended that there are less
 * @param before how many there were by the fields of which it says anything
 */
public record OptOutChange(long byValues, long byFile, long ended, long before) {

    /** That there are more. */
    public long taken() {
        return byValues + byFile;
    }
}
