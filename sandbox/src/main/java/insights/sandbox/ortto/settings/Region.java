package insights.sandbox.ortto.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where an account is: its key works nowhere else (help.ortto.com; PostHog's Ortto source). */
@RegisterForReflection
public enum Region {
    /** api.ap3api.com */
    @JsonProperty("GLOBAL")
    GLOBAL(""),
    /** api.au.ap3api.com */
    @JsonProperty("AU")
    AUSTRALIA("au"),
    /** api.eu.ap3api.com */
    @JsonProperty("EU")
    EUROPE("eu");

    private final String name;

    Region(String name) {
        this.name = name;
    }

    /**
     * The region that a request was sent to: the one that its host names ({@code api.eu.…}), else its path
     * ({@code /eu/v1/…}).
     */
    public static Region of(String host, String path) {
        for (Region region : values()) {
            if (region != GLOBAL && (host.startsWith("api." + region.name + ".") || path.startsWith(region.prefix()))) {
                return region;
            }
        }
        return GLOBAL;
    }

    /** A path as it is without the region. */
    public String strip(String path) {
        return this != GLOBAL && path.startsWith(prefix()) ? path.substring(prefix().length() - 1) : path;
    }

    private String prefix() {
        return "/" + name + "/";
    }
}
