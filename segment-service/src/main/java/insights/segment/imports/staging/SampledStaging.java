package insights.segment.imports.staging;

import insights.segment.file.column.Column;
import insights.segment.file.column.Columns;
import insights.segment.file.row.NestedTexts;
import insights.segment.file.row.Row;
import insights.segment.file.row.RowFitter;
import insights.segment.file.value.ValueReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stages a file and keeps some values of each column, to be shown. */
public final class SampledStaging extends Staging {

    private static final int SAMPLES = 5;

    /** Longer texts are cut off. */
    private static final int MAX_TEXT = 200;

    private final Map<Column, List<Object>> samples = new HashMap<>();

    public SampledStaging(StagingTable table, RejectionList rejections, Marks marks, boolean sparing) {
        super(table, rejections, marks, sparing);
    }

    @Override
    public void begin(Columns columns, ValueReader values, RowFitter fitter) throws IOException {
        samples.clear();
        super.begin(columns, values, fitter);
    }

    @Override
    public void row(Row row) throws IOException {
        super.row(row);
        for (int i = 0; i < row.columns().length; i++) {
            Object value = row.values()[i];
            if (value != null
                    && value != RowFitter.UNREADABLE
                    && !(value instanceof NestedTexts)
                    && !row.columns()[i].isId()) {
                List<Object> kept = samples.computeIfAbsent(row.columns()[i], unused -> new ArrayList<>());
                if (kept.size() < SAMPLES && !kept.contains(value)) {
                    kept.add(value instanceof String text ? shortened(text) : value);
                }
            }
        }
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
        return text.substring(0, end) + "…";
    }

    public List<Object> samples(Column column) {
        return List.copyOf(samples.getOrDefault(column, List.of()));
    }
}
