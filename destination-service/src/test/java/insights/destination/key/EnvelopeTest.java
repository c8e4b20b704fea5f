package insights.destination.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.common.seal.CannotOpenException;
import insights.destination.key.Envelope.Sealed;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final UUID ID = UUID.randomUUID();
    private static final Secret KEY = new Secret("0123456789abcdef0123456789abcdef");

    private final Envelope envelope = new Envelope(TestMasterKeys.current(1, 1, 2));

    @Test
    void opensWhatItSealed() {
        assertThat(envelope.open(ID, envelope.seal(ID, KEY)).reveal()).isEqualTo(KEY.reveal());
    }

    @Test
    void sealsTheSameKeyDifferentlyEachTime() {
        Sealed first = envelope.seal(ID, KEY);
        Sealed second = envelope.seal(ID, KEY);
        assertThat(first.bytes()).isNotEqualTo(second.bytes());
        assertThat(first.dataKey().wrappedKey()).isNotEqualTo(second.dataKey().wrappedKey());
    }

    @Test
    void holdsNothingInClear() {
        assertThat(new String(envelope.seal(ID, KEY).bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain(KEY.reveal().substring(0, 8));
    }

    @Test
    void isBoundToItsConnection() {
        Sealed sealed = envelope.seal(ID, KEY);
        assertThatThrownBy(() -> envelope.open(UUID.randomUUID(), sealed)).isInstanceOf(CannotOpenException.class);
    }

    @Test
    void doesNotOpenWithTheDataKeyOfAnother() {
        Sealed sealed = envelope.seal(ID, KEY);
        Sealed other = envelope.seal(ID, KEY);
        assertThatThrownBy(() -> envelope.open(ID, new Sealed(other.dataKey(), sealed.bytes())))
                .isInstanceOf(CannotOpenException.class);
    }

    @Test
    void noticesEveryChangedByte() {
        Sealed sealed = envelope.seal(ID, KEY);
        for (int i = 0; i < sealed.bytes().length; i++) {
            byte[] damaged = sealed.bytes().clone();
            damaged[i] ^= 1;
            assertThatThrownBy(() -> envelope.open(ID, new Sealed(sealed.dataKey(), damaged)))
                    .isInstanceOf(CannotOpenException.class);
        }
        assertThatThrownBy(() -> envelope.open(ID, new Sealed(sealed.dataKey(), new byte[3])))
                .isInstanceOf(CannotOpenException.class);
    }

    @Test
    void opensAfterARotationWithTheNewMasterKeyAlone() {
        Sealed old = envelope.seal(ID, KEY);
        WrappedKey rotated = TestMasterKeys.current(2, 1, 2).rewrap(old.dataKey(), ID.toString());
        assertThat(rotated.masterKeyVersion()).isEqualTo(2);
        Envelope later = new Envelope(TestMasterKeys.current(2, 2));
        assertThat(later.open(ID, new Sealed(rotated, old.bytes())).reveal()).isEqualTo(KEY.reveal());
        assertThatThrownBy(() -> later.open(ID, old))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no master key of version 1");
    }
}
