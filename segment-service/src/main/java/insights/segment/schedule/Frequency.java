package insights.segment.schedule;

/** How often refreshes start by themselves. */
public enum Frequency {
    OFF,
    DAILY,
    WEEKLY
}
