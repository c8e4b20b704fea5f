package insights.segment.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Made-up customers with twelve attributes, the same ones every time. */
final class Customers {

    private static final String[] COUNTRIES = {"IT", "ES", "EN", "DE", "FR"};
    private static final String[] TIERS = {"bronze", "silver", "gold"};

    private Customers() {}

    /** A customer; newsletter and lastOrder may be missing. */
    record Customer(
            String id,
            String email,
            String firstName,
            String lastName,
            String country,
            String city,
            int age,
            String spend,
            Boolean newsletter,
            String birthday,
            String lastOrder,
            String tier,
            int orders) {

        /** The same customer, some time later. */
        Customer changed() {
            return new Customer(
                    id,
                    email,
                    firstName,
                    lastName,
                    country.equals("IT") ? "ES" : "IT",
                    city,
                    age + 1,
                    spend,
                    newsletter == null || !newsletter,
                    birthday,
                    lastOrder,
                    tier.equals("gold") ? "silver" : "gold",
                    orders + 1);
        }

        double spent() {
            return Double.parseDouble(spend);
        }

        String csv() {
            return String.join(
                    ",",
                    id,
                    email,
                    firstName,
                    lastName,
                    country,
                    city,
                    Integer.toString(age),
                    spend,
                    newsletter == null ? "" : newsletter.toString(),
                    birthday,
                    lastOrder == null ? "" : lastOrder,
                    tier,
                    Integer.toString(orders));
        }

        /** In the text format of COPY; nothing in it needs escaping. */
        String json() {
            StringBuilder json = new StringBuilder(400)
                    .append("{\"email\":\"")
                    .append(email)
                    .append("\",\"first_name\":\"")
                    .append(firstName)
                    .append("\",\"last_name\":\"")
                    .append(lastName)
                    .append("\",\"country\":\"")
                    .append(country)
                    .append("\",\"city\":\"")
                    .append(city)
                    .append("\",\"age\":")
                    .append(age)
                    .append(",\"spend\":")
                    .append(spend);
            if (newsletter != null) {
                json.append(",\"newsletter\":").append(newsletter);
            }
            json.append(",\"birthday\":\"").append(birthday);
            if (lastOrder != null) {
                json.append("\",\"last_order\":\"").append(lastOrder);
            }
            return json.append("\",\"tier\":\"")
                    .append(tier)
                    .append("\",\"orders\":")
                    .append(orders)
                    .append('}')
                    .toString();
        }
    }

    static final String HEADER = "customer_id,email,first_name,last_name,country,city,age,spend,newsletter,birthday,"
            + "last_order,tier,orders";

    /** Makes so many, in order of their ids. */
    static void generate(int count, Consumer<Customer> each) {
        Random random = new Random(4);
        for (int i = 0; i < count; i++) {
            int first = random.nextInt(4_000);
            int last = random.nextInt(20_000);
            each.accept(new Customer(
                    id(i),
                    "first" + first + ".last" + last + "." + i + "@example.com",
                    "First" + first,
                    "Last" + last,
                    COUNTRIES[random.nextInt(COUNTRIES.length)],
                    "City " + random.nextInt(300),
                    18 + random.nextInt(70),
                    String.format(Locale.ROOT, "%d.%02d", random.nextInt(5_000), random.nextInt(100)),
                    random.nextInt(10) == 0 ? null : random.nextBoolean(),
                    LocalDate.of(1940, 1, 1).plusDays(random.nextInt(24_000)).toString(),
                    random.nextInt(3) == 0
                            ? null
                            : LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700))
                                    + "T%02d:30:00.000Z".formatted(random.nextInt(24)),
                    TIERS[random.nextInt(TIERS.length)],
                    random.nextInt(50)));
        }
    }

    static String id(int number) {
        return "c-%07d".formatted(number);
    }

    static void writeCsv(Path file, int count) throws IOException {
        writeCsv(file, count, UnaryOperator.identity());
    }

    /** @param changes what becomes of each of them */
    static void writeCsv(Path file, int count, UnaryOperator<Customer> changes) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER + "\n");
            generate(count, customer -> line(out, changes.apply(customer).csv()));
        }
    }

    static void writeJson(Path file, int count) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            generate(count, customer -> line(out, customer.json()));
        }
    }

    private static void line(BufferedWriter out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
