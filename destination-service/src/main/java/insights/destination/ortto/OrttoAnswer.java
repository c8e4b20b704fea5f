package insights.destination.ortto;

/** What came back, whoever it came from. The body may hold personal data of the account: it is looked at, not kept. */
record OrttoAnswer(int status, String body) {

    @Override
    public String toString() {
        return "OrttoAnswer[" + status + "]";
    }
}
