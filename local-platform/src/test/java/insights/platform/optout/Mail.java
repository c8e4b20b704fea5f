package insights.platform.optout;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What stands in a cell of addresses, and what is meant by it. The meaning is known because the text was made from it: nothing
 * here reads addresses.
 *
 * @param text as it is written
 * @param address the one that mail can be sent to, in its canonical form; null when it is none
 * @param meant those whose opt-out a line with it is, in canonical form: also what was damaged, or stands among other words
 */
record Mail(String text, String address, List<String> meant) {

    private static final String UNICODE_DOMAIN = "b\u00fccher.example.com";
    private static final String ASCII_DOMAIN = "xn--bcher-kva.example.com";

    /** Nothing. */
    static Mail none(Random random) {
        return new Mail(random.nextBoolean() ? "" : random.nextBoolean() ? " " : "\u00a0", null, List.of());
    }

    /** An address of some population, in canonical form. */
    static String canonical(String people, int number, boolean international) {
        return "kay%d.%s@%s".formatted(number, people, international ? ASCII_DOMAIN : "example.com");
    }

    /** One of many ways to write an address, or to damage it. */
    static Mail written(Random random, String address, String other) {
        String local = address.substring(0, address.indexOf('@'));
        String domain = domain(random, address.substring(local.length() + 1));
        String plain = local + "@" + domain;
        return switch (random.nextInt(22)) {
            case 0 -> clean(upperCase(local) + "@" + domain, address);
            case 1 -> clean(" " + plain, address);
            case 2 -> clean("\u00a0" + plain + "\u200b", address);
            case 3 -> clean("\ufeff" + plain.replace("kay", "Kay"), address);
            case 4 -> clean("\u00ad" + plain + "\u2060", address);
            case 5 -> clean(plain + "\u202c", address);
            case 6 -> damaged(local.replace("kay", "ka\u00ady") + "@" + domain, address);
            case 7 -> damaged(local.replace("kay", "k\u200bay") + "@" + domain, address);
            case 8 -> damaged("Kay <" + plain + ">", address);
            case 9 -> new Mail(plain + " " + other, null, List.of(address, other));
            // The Kelvin sign: nobody knows whether k is meant, so it is nobody's address.
            case 10 -> damaged(local.replace("kay", "\u212aay") + "@" + domain, address);
            case 11 -> new Mail("n/a", null, List.of());
            default -> clean(plain, address);
        };
    }

    private static String domain(Random random, String canonical) {
        return switch (random.nextInt(4)) {
            case 0 -> upperCase(canonical);
            case 1, 2 -> canonical.equals(ASCII_DOMAIN) ? UNICODE_DOMAIN : canonical;
            default -> canonical;
        };
    }

    private static Mail clean(String text, String address) {
        return new Mail(text, address, List.of(address));
    }

    private static Mail damaged(String text, String address) {
        return new Mail(text, null, List.of(address));
    }

    private static String upperCase(String ascii) {
        return ascii.toUpperCase(Locale.ROOT);
    }
}
