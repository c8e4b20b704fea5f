package insights.destination.autopilot;

/** What came back, whoever it came from. The body may hold personal data of the account: it is looked at, not kept. */
record AutopilotAnswer(int status, String body) {

    @Override
    public String toString() {
        return "AutopilotAnswer[" + status + "]";
    }
}
