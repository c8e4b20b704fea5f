package insights.segment.field;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that turn a name of consent round: who is {@code Excluded from newsletter} does not want it. To take such a name for one of
 * consent would opt out those who want mail, and nobody else.
 */
final class RefusalWords {

    /** Beginnings of words. */
    private static final Pattern WORDS = Pattern.compile(
            "^(?:stop$|stopp|exclu|remov|refus|denied|deny|denial|withdr|revo[ck]|object(?:ion|ed|s)$|oppos|cancel|declin|reject|block|delet|left$|missing|unwanted|disabl|deactiv|forbid|prohibit"
                    // Italian
                    + "|esclu|rimoss|rimuov|rifiut|negat|cancell|fuori|ritirat|mancante"
                    // German
                    + "|unerwunscht|ungewunscht|unzulassig|verweiger|abgelehnt|ablehn|ausgeschlossen|ausschlu|sperr|gesperrt|kundig|gekundigt|fehl|widerr|entzogen|zuruckgezogen|verbot|geloscht"
                    // French
                    + "|retire|interdit|supprim"
                    // Spanish and Portuguese
                    + "|rechaz|deneg|baja$|bajas$|eliminad|anulad|retirad|recus|negad"
                    // Turkish
                    + "|ret$|redded|iptal)");

    /** At the end of names whose words are not told apart. */
    private static final Pattern AT_THE_END = Pattern.compile(
            "(?:refused|denied|withdrawn|revoked|objection|cancelled|canceled|declined|rejected|removed|excluded|rifiutato|negato|revocato|cancellat[oa]|verweigert|abgelehnt|unerwunscht|kundigung|rechazado|denegado|refuse)$");

    /** They deny what comes after them. At the end they are a hint of what is in the column: {@code Newsletter yes/no}. */
    private static final Set<String> NO = Set.of(
            "no", "not", "non", "dont", "doesnt", "never", "without", "nessun", "nessuno", "nessuna", "niente", "senza",
            "mai", "nicht", "nie", "kein", "keine", "keinen", "ohne", "pas", "sans", "aucun", "aucune", "ne", "sin",
            "ningun", "ninguna", "nunca", "nao", "sem", "geen", "niet");

    private static final Set<String> YES = Set.of("yes", "y", "si", "ja", "oui", "sim", "true");

    private RefusalWords() {}

    static boolean areIn(String letters, List<String> words) {
        return AT_THE_END.matcher(letters).find()
                || words.stream().anyMatch(word -> WORDS.matcher(word).find())
                || words.stream().noneMatch(YES::contains)
                        && words.stream().limit(Math.max(0, words.size() - 1)).anyMatch(NO::contains);
    }
}
