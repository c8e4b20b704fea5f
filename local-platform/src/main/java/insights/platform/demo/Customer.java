package insights.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One line of the sample file, as far as the sample export has to do with it. */
public record Customer(
        String id,
        String email,
        String firstName,
        String lastName,
        String city,
        String language,
        LocalDate signedUp,
        int orders,
        BigDecimal totalSpent,
        boolean newsletter) {

    /** All customers of a file. */
    public static List<Customer> read(String csv) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(csv, format)) {
            return parser.stream().map(Customer::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Customer of(CSVRecord line) {
        return new Customer(
                line.get("customer_id"),
                line.get("email"),
                line.get("first_name"),
                line.get("last_name"),
                line.get("city"),
                line.get("language"),
                LocalDate.parse(line.get("signed_up")),
                Integer.parseInt(line.get("orders")),
                new BigDecimal(line.get("total_spent")),
                Boolean.parseBoolean(line.get("newsletter")));
    }
}
