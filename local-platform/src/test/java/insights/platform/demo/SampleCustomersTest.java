package insights.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleCustomersTest {

    private final String csv = new SampleCustomers(1).csv(2000);
    private final List<Customer> customers = Customer.read(csv);

    @Test
    void sameSeedMakesTheSameCustomers() {
        assertThat(new SampleCustomers(1).csv(2000)).isEqualTo(csv);
        assertThat(new SampleCustomers(2).csv(2000)).isNotEqualTo(csv);
    }

    @Test
    void areAsManyAsAskedForInThreeLanguages() {
        assertThat(customers).hasSize(2000).doesNotHaveDuplicates();
        Set<String> languages =
                customers.stream().map(Customer::language).collect(Collectors.toCollection(TreeSet::new));
        assertThat(languages).containsExactly("en", "es", "it");
    }

    @Test
    void haveAddressesOfNobody() {
        assertThat(customers.stream()
                        .map(customer -> customer.email().toLowerCase())
                        .filter(email -> email.contains("@")))
                .allMatch(email -> email.endsWith("@") || email.matches(".*@?example\\.{1,2}(com|org|net)"));
    }

    @Test
    void showEveryReasonForNotBeingExported() {
        assertThat(Expectation.of(csv).rejections().values()).contains("NO_EMAIL", "INVALID_EMAIL", "DUPLICATE_EMAIL");
    }
}
