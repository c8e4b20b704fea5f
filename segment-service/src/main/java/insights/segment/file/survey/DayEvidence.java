package insights.segment.file.survey;

import insights.segment.field.IsoTime;
import insights.segment.file.value.DayOrder;
import insights.segment.file.value.LocalMoment;
import insights.segment.file.value.Shape;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the values of a column tell of how the file writes days, and whether they are days or times. */
final class DayEvidence {

    private static final int SHORTEST = "1/2/2026".length();
    private static final int LONGEST = 40;

    /** By the order in which days are written, how far all values are days, or times. */
    private static final class Fit {
        private boolean days = true;
        private boolean times = true;
        private boolean midnights = true;
    }

    private final Map<DayOrder, Fit> fits = new EnumMap<>(DayOrder.class);
    private boolean dayFirst;
    private boolean monthFirst;
    private boolean swapped;
    private boolean local;
    private long read;
    private long firstOther;
    private String firstOtherShape;

    /** @param given order that the file was said to have; null to find out */
    DayEvidence(DayOrder given) {
        if (given == null) {
            for (DayOrder order : DayOrder.values()) {
                fits.put(order, new Fit());
            }
        } else {
            fits.put(given, new Fit());
        }
    }

    void observe(long line, String text) {
        boolean like = text.length() >= SHORTEST && text.length() <= LONGEST && Character.isDigit(text.charAt(0));
        boolean iso = like && IsoTime.dateText(text).isPresent();
        boolean instant = like && !iso && IsoTime.dateTimeText(text).isPresent();
        boolean day = false;
        boolean month = false;
        boolean any = iso || instant;
        for (Map.Entry<DayOrder, Fit> entry : fits.entrySet()) {
            Fit fit = entry.getValue();
            if (iso || instant || !like) {
                fit.days &= iso;
                fit.midnights &= iso;
                fit.times &= instant;
                continue;
            }
            boolean isRead = observe(text, entry.getKey(), fit);
            any |= isRead;
            day |= isRead && entry.getKey() == DayOrder.DAY_FIRST;
            month |= isRead && entry.getKey() == DayOrder.MONTH_FIRST;
        }
        count(line, text, any);
        dayFirst |= day && !month;
        monthFirst |= month && !day;
        swapped |= day && month && fits.containsKey(DayOrder.YEAR_FIRST) && !readsYearFirst(text);
    }

    private void count(long line, String text, boolean isRead) {
        read += isRead ? 1 : 0;
        if (!isRead && firstOther == 0) {
            firstOther = line;
            firstOtherShape = Shape.of(text);
        }
    }

    private static boolean readsYearFirst(String text) {
        return DayOrder.YEAR_FIRST.read(text).isPresent()
                || LocalMoment.read(text, DayOrder.YEAR_FIRST).isPresent();
    }

    private boolean observe(String text, DayOrder order, Fit fit) {
        boolean isDay = order.read(text).isPresent();
        Optional<LocalMoment> moment = isDay ? Optional.empty() : LocalMoment.read(text, order);
        fit.days &= isDay;
        fit.midnights &= isDay || moment.filter(LocalMoment::isMidnight).isPresent();
        fit.times &= moment.isPresent();
        local |= moment.filter(read -> read.offset() == null).isPresent();
        return isDay || moment.isPresent();
    }

    /** A value that is no text. */
    void observeOther(long line, Object value) {
        count(line, value.toString(), false);
        fits.values().forEach(fit -> {
            fit.days = false;
            fit.times = false;
            fit.midnights = false;
        });
    }

    /** Whether some day in it can only be one with the day in front. */
    boolean showsDayFirst() {
        return dayFirst;
    }

    boolean showsMonthFirst() {
        return monthFirst;
    }

    /** Whether all values are days or times in some order, of which nobody knows which. */
    boolean isAmbiguous() {
        return swapped
                && fits.entrySet().stream()
                        .anyMatch(fit -> fit.getKey() != DayOrder.YEAR_FIRST
                                && (fit.getValue().midnights || fit.getValue().times));
    }

    boolean areDays(DayOrder order) {
        return fits.containsKey(order) && fits.get(order).midnights;
    }

    boolean areTimes(DayOrder order) {
        return fits.containsKey(order) && fits.get(order).times;
    }

    /** Whether most values are days or times; where none is anything else, some are days, others times, or days of two orders. */
    boolean isNearly(long values) {
        return read * 2 > values;
    }

    /** The line of the first value that is no day or time; 0 when all are. */
    long firstOther() {
        return firstOther;
    }

    String firstOtherShape() {
        return firstOtherShape;
    }

    /** Whether some time has no offset. */
    boolean hasLocalTimes() {
        return local;
    }
}
