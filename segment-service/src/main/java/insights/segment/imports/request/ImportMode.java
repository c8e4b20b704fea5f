package insights.segment.imports.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens to profiles that are there already. */
public enum ImportMode {
    /** Those in the file are added or changed in the attributes that the file has; all others stay as they are. */
    @JsonProperty("upsert")
    UPSERT,
    /** The file is the whole truth: profiles that are not in it are removed, attributes that are not in it as well. */
    @JsonProperty("replace")
    REPLACE
}
