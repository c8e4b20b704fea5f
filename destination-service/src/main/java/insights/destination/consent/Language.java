package insights.destination.consent;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The languages that consent texts are written in, by their ISO 639-1 codes. */
public enum Language {
    EN,
    IT,
    ES;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name in the API. */
    @Override
    public String toString() {
        return code();
    }
}
