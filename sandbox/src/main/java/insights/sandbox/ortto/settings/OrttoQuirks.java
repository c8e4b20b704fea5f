package insights.sandbox.ortto.settings;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where sources about Ortto's API disagree or say nothing. All are off by default, which is what is harder for a
 * client, or what most sources say; each one turns another behaviour on.
 *
 * @param badPersonRefusesBatch one bad person turns a whole merge into a 400; off: an entry in a 200
 * @param overPlanInline people whom the plan has no room for are entries in a 200; off: the whole merge is a 507
 * @param unknownPersonIdCreates a merge by a person id that nobody has makes a person, with another id, if there is an
 *     e-mail or external id; off: the entry is invalid
 * @param mergeRestores a merge brings an archived person back; off: they are changed and stay archived
 * @param omittedPermissionResubscribes a merge without {@code bol::p} subscribes whoever is unsubscribed; off: it is kept
 * @param emailsCaseSensitive people are told apart by upper and lower case of their e-mails; off: they are not
 * @param decimalsMultiplied decimals are written as they are and multiplied by Ortto; off: whoever writes multiplies
 * @param ownPrefixes ids of decimals, currencies, dates, times, links and multiple selects begin with {@code dec},
 *     {@code cur}, {@code dat}, {@code tim}, {@code lnk}, {@code str}; off: {@code int}, {@code int}, {@code dtz},
 *     {@code tme}, {@code str}, {@code sst}
 * @param selectsTakeAnything a select takes a value that is none of its options; off: it is invalid
 * @param longTextCut a text that is too long is cut; off: it is invalid
 * @param duplicateFieldConflicts a second custom field of a name is a 409; off: a 400
 * @param removalsScheduled people are archived, restored and deleted later; off: at once
 * @param plainRateLimit a 429 has the shape of all errors and does not say when to try again; off: the nested one
 * @param bannedAsRateLimit who is banned is answered 429; off: 403
 * @param totalAccounts {@code meta.total_accounts} (documentation); off: {@code meta.total_organizations} (recorded)
 */
@RegisterForReflection
public record OrttoQuirks(
        boolean badPersonRefusesBatch,
        boolean overPlanInline,
        boolean unknownPersonIdCreates,
        boolean mergeRestores,
        boolean omittedPermissionResubscribes,
        boolean emailsCaseSensitive,
        boolean decimalsMultiplied,
        boolean ownPrefixes,
        boolean selectsTakeAnything,
        boolean longTextCut,
        boolean duplicateFieldConflicts,
        boolean removalsScheduled,
        boolean plainRateLimit,
        boolean bannedAsRateLimit,
        boolean totalAccounts) {

    public static final OrttoQuirks NONE = new OrttoQuirks(
            false, false, false, false, false, false, false, false, false, false, false, false, false, false, false);
}
