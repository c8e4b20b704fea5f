package insights.export.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.address.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealedAddressesTest {

    private static final List<EmailAddress> ADDRESSES =
            SealedAddresses.addresses(List.of("Ann@example.com", "no address", "Ann@example.com", "ännä@exämple.com"));

    private final SealedAddresses addresses = with("a key of the ledger, forty characters ..");

    @Test
    void whatWasSealedOpensAsItWas() {
        assertThat(addresses.open("p1", addresses.seal("p1", ADDRESSES)))
                .extracting(EmailAddress::sent)
                .containsExactly("Ann@example.com", "ännä@xn--exmple-cua.com");
        assertThat(addresses.open("p1", null)).isEmpty();
    }

    @Test
    void nothingOfItCanBeRead() {
        byte[] sealed = addresses.seal("p1", ADDRESSES);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("example", "Ann");
        assertThat(addresses.seal("p1", ADDRESSES))
                .as("nor that it is the same")
                .isNotEqualTo(sealed);
    }

    /** What was lost with a key must not hold up the rest. */
    @Test
    void ofAnotherProfileOrWithAnotherKeyThereIsNone() {
        byte[] sealed = addresses.seal("p1", ADDRESSES);
        assertThat(addresses.open("p2", sealed)).isEmpty();
        assertThat(with("another key of the ledger, forty-one ....").open("p1", sealed))
                .isEmpty();
    }

    private static SealedAddresses with(String key) {
        return new SealedAddresses(new Fingerprints(() -> Optional.of(key)));
    }
}
