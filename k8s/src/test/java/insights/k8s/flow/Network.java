package insights.k8s.flow;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of addresses, such as {@code 10.0.0.0/8}. */
record Network(byte[] first, int prefix) {

    static Network of(String cidr) {
        String[] parts = cidr.split("/");
        return new Network(bytes(parts[0]), Integer.parseInt(parts[1]));
    }

    boolean holds(String address) {
        byte[] bytes = bytes(address);
        if (bytes.length != first.length) {
            return false;
        }
        int rest = bytes.length * Byte.SIZE - prefix;
        return new BigInteger(1, bytes).shiftRight(rest).equals(new BigInteger(1, first).shiftRight(rest));
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new AssertionError(address, e);
        }
    }
}
