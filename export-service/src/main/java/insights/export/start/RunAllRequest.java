package insights.export.start;

/** How all exports are to be run. Nothing of it can be chosen: what removes many people is confirmed export by export. */
public record RunAllRequest() {}
