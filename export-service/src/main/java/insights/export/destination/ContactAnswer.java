package insights.export.destination;

/** What became of one contact. */
public sealed interface ContactAnswer {

    /**
     * The destination has it as it was sent.
     *
     * @param contactId by which it knows it from now on
     */
    record Accepted(String contactId) implements ContactAnswer {}

    /**
     * It does not want it as it is.
     *
     * @param target the field whose value it does not want, as it stands in the data matching; null when it does not say
     */
    record Refused(String target) implements ContactAnswer {

        public Refused() {
            this(null);
        }
    }

    /** It creates nobody of this address, because the person complained or the mail came back: it is on a list there. */
    record Suppressed() implements ContactAnswer {}

    /**
     * Nothing was done, for something that is no matter of this contact but of the account or its fields; of others in the same request
     * it may have been.
     *
     * @param why what ends the run, once it is written down what became of the others
     */
    record Hindered(DestinationException why) implements ContactAnswer {}

    /**
     * It was to be found, by its id, or in whatever way to take flags off it, and is not there: nothing was done. Who is made where they
     * are not, by their address and with something to be set, is never answered so.
     */
    record NotThere() implements ContactAnswer {}

    /** It was sent with some of whom {@link NotThere} is known now, and nothing was done because of these. */
    record NotDone() implements ContactAnswer {}

    /** Nothing was said of it, though of the request it was said that it was done: whether it was taken is not known. */
    record NotNamed() implements ContactAnswer {}
}
