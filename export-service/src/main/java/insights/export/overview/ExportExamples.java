package insights.export.overview;

/** What requests look like, for the API description. */
final class ExportExamples {

    static final String NEW = """
            {
              "displayName": "Italian customers",
              "connectionId": "01997f0f-6b6a-7c62-9d11-4d2ab5a7c1d0",
              "segmentIds": ["01997f10-02f1-7a40-8f0c-0b7a5c0d9e11"],
              "dataMatching": [
                {"target": "Email", "field": "email"},
                {"target": "FirstName", "field": "first_name"},
                {"target": "integer--Loyalty--Points", "field": "points"}
              ],
              "optOutField": "opted_out",
              "schedule": {"kind": "DAILY", "times": ["06:30"], "timeZone": "Europe/Rome"}
            }""";

    private ExportExamples() {}
}
