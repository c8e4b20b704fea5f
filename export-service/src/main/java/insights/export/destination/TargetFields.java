package insights.export.destination;

import java.util.List;
import java.util.Optional;

/** The fields of contacts at a kind of destination. */
public interface TargetFields {

    /** The identity of a contact; every data matching needs it. */
    String email();

    /** The field of that name, if there can be such and an export may fill it. */
    Optional<TargetField> find(String target);

    /** What to tell who names another one; goes on from the name. */
    String howToName();

    /** Those that every contact has, in the order in which people would look for them. */
    List<Standard> standard();

    /**
     * A field that every contact has.
     *
     * @param meaning what it is in general, by which names of profile fields are compared with it
     */
    record Standard(String target, String meaning) {}

    /**
     * What a field of the customer's own could be called.
     *
     * @param profileFieldType of the profile field that fills it
     * @param words what people call it
     * @return empty when no such field can be named so
     */
    Optional<String> custom(String profileFieldType, String words);

    /** How many fields of the customer's own an account can have. */
    default int mostCustom() {
        return Integer.MAX_VALUE;
    }

    /** Whether an account may be without the field, so that a run looks first and is stopped by one that it cannot have. */
    default boolean mayBeMissing(String target) {
        return false;
    }

    /**
     * Why a field cannot be filled that may be missing.
     *
     * @param existing the account's fields of the customer's own, as a data matching names them
     * @return what a run would say of it; empty when it is there, or will be made
     */
    default Optional<String> obstacle(String target, List<String> existing) {
        return Optional.empty();
    }

    /** What people call a field of the customer's own, for another destination to name one like it; empty for any other. */
    Optional<String> words(String target);

    /** By what it is remembered that a target was filled. */
    default String remembered(String target) {
        return find(target).map(TargetField::remembered).orElse(target);
    }
}
