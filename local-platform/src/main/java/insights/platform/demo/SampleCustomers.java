package insights.platform.demo;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Customers as a shop would have them: Italian, Spanish and English, some without an e-mail address, some with a damaged
 * one, some registered twice. The same seed gives the same customers.
 */
public final class SampleCustomers {

    /** The columns of the file. */
    static final List<String> COLUMNS = List.of(
            "customer_id",
            "email",
            "first_name",
            "last_name",
            "language",
            "city",
            "signed_up",
            "orders",
            "total_spent",
            "newsletter");

    private static final List<Locale> LOCALES = List.of(Locale.ITALY, Locale.of("es", "ES"), Locale.UK);
    private static final List<String> DOMAINS = List.of("example.com", "example.org", "example.net");
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 1000;

    private final Random random;
    private final List<Faker> fakers;

    public SampleCustomers(long seed) {
        this.random = new Random(seed);
        this.fakers = LOCALES.stream().map(locale -> new Faker(locale, random)).toList();
    }

    /** A CSV file of so many customers. */
    public String csv(int count) {
        List<String> addresses = new ArrayList<>();
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(COLUMNS);
            for (int number = 1; number <= count; number++) {
                Faker faker = fakers.get(random.nextInt(fakers.size()));
                String first = faker.name().firstName();
                String last = faker.name().lastName();
                String address = address(first, last, number);
                csv.printRecord(
                        "c-%05d".formatted(number),
                        asTyped(address, addresses),
                        first,
                        last,
                        faker.getContext().getLocale().getLanguage(),
                        faker.address().city(),
                        FIRST_DAY.plusDays(random.nextInt(DAYS)),
                        random.nextInt(12),
                        "%d.%02d".formatted(random.nextInt(1200), random.nextInt(100)),
                        random.nextInt(10) < 4);
                addresses.add(address);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private String address(String first, String last, int number) {
        String domain = DOMAINS.get(random.nextInt(DOMAINS.size()));
        return "%s.%s.%d@%s".formatted(plain(first), plain(last), number, domain);
    }

    /** Most people type their address well; some leave it out, some damage it, some have registered before. */
    private String asTyped(String address, List<String> earlier) {
        int chance = random.nextInt(100);
        if (chance < 3) {
            return "";
        }
        if (chance < 5) {
            return damaged(address);
        }
        if (chance < 8 && !earlier.isEmpty()) {
            String again = earlier.get(random.nextInt(earlier.size()));
            return random.nextBoolean() ? again : again.toUpperCase(Locale.ROOT);
        }
        return address;
    }

    private String damaged(String address) {
        return switch (random.nextInt(4)) {
            case 0 -> address.replace("@", " at ");
            case 1 -> address.substring(0, address.indexOf('@') + 1);
            case 2 -> address.replace("@", "@@");
            default -> address.replace(".", "..");
        };
    }

    /** A name in the letters that are safe in an address. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }
}
