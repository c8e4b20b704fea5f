package insights.export.destination;

import java.util.List;

/** What a destination made of the contacts of one request. What it did not understand at all is a {@link DestinationException}. */
public sealed interface BatchAnswer {

    /** It says something of each, in the order in which they were sent. */
    record Each(List<ContactAnswer> answers) implements BatchAnswer {}

    /** It took none of them, and does not say whose fault it is. Never the answer to a single contact. */
    record NoneOfThem() implements BatchAnswer {}
}
