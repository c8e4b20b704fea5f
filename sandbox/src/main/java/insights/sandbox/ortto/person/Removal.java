package insights.sandbox.ortto.person;

import java.util.function.BiConsumer;

/** What happens to people who go, or come back. Only who is archived is restored or deleted. */
public enum Removal {
    ARCHIVE("archived_contacts", false, (people, person) -> people.archive(person, true)),
    RESTORE("restored_contacts", true, (people, person) -> people.archive(person, false)),
    DELETE("deleted_contacts", true, People::remove);

    private final String counted;
    private final boolean ofArchived;
    private final BiConsumer<People, Person> effect;

    Removal(String counted, boolean ofArchived, BiConsumer<People, Person> effect) {
        this.counted = counted;
        this.ofArchived = ofArchived;
        this.effect = effect;
    }

    /** What the number of those whom it happened to is called. */
    String counted() {
        return counted;
    }

    boolean isFor(Person person) {
        return person.archived() == ofArchived;
    }

    void happen(People people, Person person) {
        effect.accept(people, person);
    }
}
