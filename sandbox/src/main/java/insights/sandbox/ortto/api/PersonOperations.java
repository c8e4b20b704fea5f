package insights.sandbox.ortto.api;

import insights.sandbox.answer.Answer;
import insights.sandbox.ortto.person.Removal;

/** People: {@code /person}. */
final class PersonOperations {

    private PersonOperations() {}

    static Answer merge(OrttoCall call) {
        return Answer.ok(call.people().merge(call.json(), call.settings(), call::refuses));
    }

    static Answer get(OrttoCall call) {
        return Answer.ok(call.people().page(call.json(), call.settings()));
    }

    static Answer byIds(OrttoCall call) {
        return Answer.ok(call.people().byIds(call.json()));
    }

    static Answer subscriptions(OrttoCall call) {
        return Answer.ok(call.people().subscriptions(call.json()));
    }

    static Answer archive(OrttoCall call) {
        return remove(call, Removal.ARCHIVE);
    }

    static Answer restore(OrttoCall call) {
        return remove(call, Removal.RESTORE);
    }

    static Answer delete(OrttoCall call) {
        return remove(call, Removal.DELETE);
    }

    private static Answer remove(OrttoCall call, Removal removal) {
        return Answer.ok(call.people().remove(removal, call.json(), call.settings()));
    }
}
