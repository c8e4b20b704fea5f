package insights.sandbox.autopilot.settings;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where sources about Autopilot's API disagree or say nothing. All are off by default, which is what is harder for a
 * client; each one turns another observed or documented behaviour on.
 *
 * @param badEmailRefusesBatch a bad e-mail turns a whole bulk request into a 400; off: it is left out of a 200
 * @param overPlanRefusesBatch a bulk request that would pass the plan's limit is a 402 and changes nothing; off: those
 *     that do not fit are left out of a 200
 * @param emailMapAsSent {@code email_contact_map} has e-mails as they were sent; off: in lower case
 * @param namesOverwritten an upsert overwrites the first and last name of an existing contact; off: keeps them
 * @param resubscribeByUpsert {@code unsubscribed:false} re-subscribes an unsubscribed contact; off: nothing does
 * @param deleteAnswers200 a deleted contact is a 200 with {@code {}}; off: a 204 without a body
 * @param sameListNameAllowed a second list of the same name comes into being; off: 409
 * @param retryAfter a 429 has a {@code Retry-After} header; off: no hint
 * @param hookIdAsId a registered hook's id is called {@code id}; off: {@code hook_id}
 * @param epochTimestamps {@code created_at} and {@code updated_at} are epoch milliseconds; off: ISO-8601
 * @param listInBulk {@code _autopilot_list} puts the contacts of a bulk request on that list too; off: it is ignored without a word
 * @param listInBulkSometimes it does so for about half of the contacts, always the same ones, whatever {@code listInBulk} says
 * @param errorAsCode errors are {@code {"code","message"}}; off: {@code {"error","message"}}
 */
@RegisterForReflection
public record Quirks(
        boolean badEmailRefusesBatch,
        boolean overPlanRefusesBatch,
        boolean emailMapAsSent,
        boolean namesOverwritten,
        boolean resubscribeByUpsert,
        boolean deleteAnswers200,
        boolean sameListNameAllowed,
        boolean retryAfter,
        boolean hookIdAsId,
        boolean epochTimestamps,
        boolean listInBulk,
        boolean listInBulkSometimes,
        boolean errorAsCode) {

    public static final Quirks NONE =
            new Quirks(false, false, false, false, false, false, false, false, false, false, false, false, false);
}
