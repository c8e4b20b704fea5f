package insights.segment.field;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An attribute that profiles have, and what its values are like. The figures are exact for up to 20,000 profiles; for more
 * they come from a sample of about so many, always the same ones.
 *
 * @param filled share of the profiles that have it, from 0 to 1
 * @param distinctEstimate how many different values there are, about: what occurs once in a sample may be one of a few or
 *     one of very many (Duj1, the estimator of PostgreSQL's own ANALYZE)
 * @param email share of the values that look like e-mail addresses, from 0 to 1
 * @param role what it is for; absent when it is just an attribute
 * @param suggestedRole a role that it seems to have by its name or its values; absent when it has one
 * @param lastFilledAt when a file last had a value for it; absent when that was before it was noted. A field that no file has
 *     filled for long may have got another name at its source, and holds what was true then
 * @param importsWithout how many files were imported since that had no column for it
 * @param version of its role, which edits name as {@code If-Match: "version"}
 */
public record Field(
        @NotNull String name,
        @NotNull FieldType type,
        @Schema(minimum = "0", maximum = "1") double filled,
        long distinctEstimate,
        @Schema(minimum = "0", maximum = "1") double email,
        FieldRole role,
        FieldRole suggestedRole,
        Instant lastFilledAt,
        int importsWithout,

        @Schema(description = "Of its role; an edit names it in `If-Match`, in double quotes")
        long version) {

    /** So many of the values of a column of addresses look like some. */
    private static final double MOST = 0.5;

    /** As it is known, with the role suggested that it seems to have. */
    static Field of(
            String name,
            FieldType type,
            double filled,
            long distinctEstimate,
            double email,
            FieldRole role,
            Instant lastFilledAt,
            int importsWithout,
            long version) {
        FieldRole suggested = role == null ? suggested(name, type, filled, email) : null;
        return new Field(
                name, type, filled, distinctEstimate, email, role, suggested, lastFilledAt, importsWithout, version);
    }

    private static FieldRole suggested(String name, FieldType type, double filled, double email) {
        FieldRole byName = plainRole(name, type);
        if (byName == FieldRole.OPT_OUT || byName == FieldRole.EMAIL && (email > 0 || filled == 0)) {
            return byName;
        }
        return mayBeOptOut(name) ? FieldRole.OPT_OUT : email >= MOST ? FieldRole.EMAIL : null;
    }

    /** About how many different addresses profiles have in it; none where it does not hold addresses. */
    public double addresses(long profiles) {
        return holdsAddresses() ? Math.min(filled * email * profiles, distinctEstimate) : 0;
    }

    /** Whether its values are addresses, by its role or by most of them. */
    public boolean holdsAddresses() {
        return role == FieldRole.EMAIL || email >= MOST;
    }

    /** Whether a field may be one of opt-outs by its name, though not so plainly that it is taken for one. */
    public static boolean mayBeOptOut(String name) {
        return OptOutWords.areIn(name);
    }

    /** Whether a name says or may say who opted out. */
    public static boolean speaksOfOptingOut(String name) {
        return mayBeOptOut(name) || plainRole(name, FieldType.BOOLEAN) == FieldRole.OPT_OUT;
    }

    /** Whether a field may say who wants mail, by its name. */
    public static boolean mayBeConsent(String name) {
        return ConsentWords.areIn(name);
    }

    /** Whether a field of times may say when somebody said that they want mail, by its name. */
    public static boolean mayBeTimeOfConsent(String name) {
        return ConsentWords.sayWhen(name);
    }

    /** Whether a name says who does not want what the rest of it speaks of: {@code consent.refused}. */
    public static boolean refusesConsent(String name) {
        return OptOutWords.refuseConsent(name);
    }

    /** Whether a name says who wants mail, and not who does not. */
    public static boolean isConsent(String name) {
        return mayBeConsent(name) && !speaksOfOptingOut(name);
    }

    /** Whether a name speaks of another way to reach people than mail. */
    public static boolean isOfOtherChannel(String name) {
        return FieldNames.speakOfOtherChannels(FieldNames.letters(name));
    }

    /** Whether the short words of a field may be codes of countries or languages, by its name. */
    public static boolean mayBeCodes(String name) {
        return CodeWords.areIn(name);
    }

    /** Whether the digits of a field are those of telephones or postal codes, by its name, and so no numbers. */
    public static boolean isDialled(String name) {
        return DialledWords.areIn(name);
    }

    /** The role that a field plainly has by its name; null when its name says nothing. */
    public static FieldRole plainRole(String name, FieldType type) {
        return FieldNames.role(name)
                .filter(role -> role == FieldRole.OPT_OUT || type == FieldType.STRING)
                .orElse(null);
    }
}
