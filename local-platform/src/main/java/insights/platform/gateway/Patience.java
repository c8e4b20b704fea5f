package insights.platform.gateway;

import java.time.Duration;

/**
 * How long a service may keep somebody waiting.
 *
 * @param suspicion after so long without a sign of it, it is asked whether it lives; a body of which nothing came for so
 *     long has paused
 * @param pulse how long its answer to that may take
 * @param longest the longest that an answer of a living service is waited for
 */
record Patience(Duration suspicion, Duration pulse, Duration longest) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(120));

    /** Where a service has several pods, probes find the dead one: the gateway's own look meets any of them. */
    static final Patience OF_A_CLUSTER =
            new Patience(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(120));
}
