package insights.segment.refresh;

import insights.segment.field.IsoTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** People, rules and lists at random, with so few values that each thing happens often. */
final class RandomPeople {

    private static final int IDS = 30;
    private static final String COLUMNS = "profileId,cm_text,cm_number,cm_flag,cm_day,cm_at";

    private final Random random;
    private final String prefix;
    private int names;
    private int erased;
    private int widened;

    RandomPeople(Random random, String prefix) {
        this.random = random;
        this.prefix = "cm-" + prefix + "-";
    }

    String id() {
        return prefix + random.nextInt(IDS);
    }

    /** Of somebody who is erased for ever: everybody once. */
    String newId() {
        return prefix + (IDS - 1 - erased++ % IDS);
    }

    String name() {
        return "Counting " + prefix + names++ + " " + System.nanoTime();
    }

    /** @param all whether everybody is in it, with everything, so that the fields get their types */
    String file(boolean all, Instant now) {
        return COLUMNS + "\n"
                + IntStream.range(0, IDS)
                        .filter(i -> all || random.nextInt(4) == 0)
                        .mapToObj(i -> prefix + i + "," + line(all, now))
                        .collect(Collectors.joining())
                // Who is erased comes no more, and a file needs a line that counts.
                + prefix + "all," + line(true, now);
    }

    private String line(boolean all, Instant now) {
        String day = IsoTime.of(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(random.nextInt(9) - 6));
        String at = IsoTime.of(now.minus(Duration.ofHours(random.nextInt(120) - 20)));
        List<String> values = List.of("abc".substring(random.nextInt(3)), "" + random.nextInt(5), flag(), day, at);
        return values.stream()
                        .map(value -> all || random.nextInt(5) > 0 ? value : "")
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private String flag() {
        return random.nextBoolean() ? "true" : "false";
    }

    /** A field that held numbers, and holds a word from now on. */
    String widening() {
        String id = prefix + "all";
        return "profileId,cm_wide" + (widened++ % 2) + "\n" + id + "," + (widened > 2 ? "word" + widened : "7") + "\n";
    }

    /** Some of the people, perhaps none who is there. */
    String list() {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> "\"" + id() + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** @param segments that it may be made of */
    String rule(List<String> segments) {
        return switch (random.nextInt(6)) {
            case 0 -> "{\"all\":[%s,%s]}".formatted(condition(), condition());
            case 1 -> "{\"any\":[%s,{\"not\":%s}]}".formatted(condition(), condition());
            case 2 ->
                segments.isEmpty()
                        ? condition()
                        : "{\"any\":[%s,{\"segment\":\"%s\"}]}"
                                .formatted(condition(), segments.get(random.nextInt(segments.size())));
            default -> condition();
        };
    }

    private String condition() {
        return switch (random.nextInt(9)) {
            case 0 -> condition("cm_text", "eq", "\"" + "abc".charAt(random.nextInt(3)) + "\"");
            case 1 -> condition("cm_text", "contains", "\"b\"");
            case 2 -> condition("cm_number", "gt", "" + random.nextInt(5));
            case 3 -> condition("cm_flag", "ne", flag());
            case 4 -> "{\"field\":\"cm_text\",\"op\":\"missing\"}";
            case 5 -> "{\"field\":\"cm_number\",\"op\":\"exists\"}";
            case 6 -> condition("cm_day", "withinDays", "" + random.nextInt(4));
            case 7 -> condition("cm_day", "olderThanDays", "" + random.nextInt(4));
            default -> condition("cm_at", "withinDays", "" + random.nextInt(4));
        };
    }

    private static String condition(String field, String operator, String value) {
        return "{\"field\":\"%s\",\"op\":\"%s\",\"value\":%s}".formatted(field, operator, value);
    }
}
