package insights.sandbox.ortto.api;

import insights.sandbox.ortto.ban.Bans;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Bans of those who come with a key that is none, or without one; each key as if it came from an address of its own. */
final class Strangers {

    private static final int MOST = 1_000;

    private final LongSupplier nanoTime;
    private final Map<String, Bans> bans = new LinkedHashMap<>();

    Strangers(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized Bans bans(String apiKey) {
        if (bans.size() >= MOST) {
            bans.remove(bans.keySet().iterator().next());
        }
        return bans.computeIfAbsent(apiKey, stranger -> new Bans(nanoTime));
    }
}
