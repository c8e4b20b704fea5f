package insights.common.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

/** On which days something recurs. */
public sealed interface Days {

    /** Whether the day is one of them. */
    boolean include(LocalDate day);

    /** All days. */
    record Every() implements Days {

        @Override
        public boolean include(LocalDate day) {
            return true;
        }
    }

    /** Some days of each week. */
    record OfWeek(Set<DayOfWeek> days) implements Days {

        @Override
        public boolean include(LocalDate day) {
            return days.contains(day.getDayOfWeek());
        }
    }

    /** Some days of each month, from 1 to 31. Those that a month does not have fall on its last day, all on that one. */
    record OfMonth(Set<Integer> days) implements Days {

        @Override
        public boolean include(LocalDate day) {
            int number = day.getDayOfMonth();
            boolean last = number == YearMonth.from(day).lengthOfMonth();
            return days.contains(number) || last && days.stream().anyMatch(other -> other > number);
        }
    }
}
