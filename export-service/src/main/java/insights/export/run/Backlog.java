package insights.export.run;

/**
 * What is still to be done, by all replicas together.
 *
 * @param waiting runs that nobody has begun
 * @param processing runs that go on
 * @param retrying runs that failed and are tried again later
 * @param oldestWaiting seconds that the first of those waiting has waited
 * @param longestRunning seconds since the first of those going on began
 * @param profiles contacts that these runs have yet to deliver, as far as they have compared
 */
record Backlog(
        long waiting, long processing, long retrying, double oldestWaiting, double longestRunning, long profiles) {}
