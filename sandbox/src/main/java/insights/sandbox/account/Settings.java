package insights.sandbox.account;

import insights.sandbox.latency.Latency;

/** What can be chosen for an account of any API, besides what each has of its own. */
public interface Settings {

    /** Requests a second; 0: as many as come. */
    int ratePerSecond();

    /** How late it answers. */
    Latency latency();

    /** Whether requests are kept word by word, in memory and as long as there is room. */
    boolean logged();
}
