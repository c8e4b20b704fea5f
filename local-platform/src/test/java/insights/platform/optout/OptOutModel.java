package insights.platform.optout;

import insights.platform.optout.Line.Flaw;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who of one population is opted out, and who is to be sent, by the words of {@code docs/opting-out.md} in the plainest code:
 * sets of names, no fingerprints, no SQL.
 */
final class OptOutModel {

    /** @param out what the profile has in its field of opt-outs; null for nothing */
    private record Profile(Mail mail, String tier, Boolean out) {}

    private static final Mail NO_MAIL = new Mail("", null, List.of());
    private static final Profile NEW = new Profile(NO_MAIL, "", null);

    private final Map<String, Profile> profiles = new HashMap<>();

    /** Since which step somebody is opted out by what files said. Who has no id is an address. */
    private final Map<String, Integer> byFile = new HashMap<>();

    private final Set<String> byAdministrator = new HashSet<>();

    /** Of everybody who is opted out: what their lines had, and what their profile had then and has had since. */
    private final Map<String, Set<String>> addresses = new HashMap<>();

    private final Set<String> erased = new HashSet<>();
    private final Set<String> erasedAddresses = new HashSet<>();

    /** Who was in which segment when it was refreshed last. */
    private Map<String, String> members = Map.of();

    /**
     * A file is imported.
     *
     * @param lines what it says of this population
     * @param step when
     * @param firstStep when the very same file came first; now, if never before
     */
    void imported(CustomerFile file, List<Line> lines, int step, int firstStep) {
        Set<String> saidYes = file.hasOut() ? optOut(file, lines, step) : Set.of();
        Map<String, Line> last = new LinkedHashMap<>();
        Set<String> untouched = new HashSet<>();
        for (Line line : lines) {
            if (!line.isRejected()) {
                last.put(line.id(), line);
            } else if (line.id() != null) {
                untouched.add(line.id());
            }
        }
        last.values().removeIf(line -> {
            boolean returns = file.hasMail() && bringsBackSomebodyErased(line);
            if (returns) {
                untouched.add(line.id());
            }
            return returns || erased.contains(line.id());
        });
        for (Line line : last.values()) {
            Integer since = byFile.get(line.id());
            boolean saysNo = file.hasOut() && line.cell().meaning() == Cell.Meaning.NO && !saidYes.contains(line.id());
            if (saysNo && since != null && (firstStep == step || since < firstStep)) {
                byFile.remove(line.id());
            }
        }
        if (file.replaces()) {
            profiles.keySet().removeIf(id -> !last.containsKey(id) && !untouched.contains(id));
            forgetMembersWithoutProfile();
        }
        last.values().forEach(line -> profiles.put(line.id(), merged(file, line)));
        settle();
    }

    /** A file is held back by a guard: who opts out by it is opted out all the same, and nothing else is changed. */
    void heldBack(CustomerFile file, List<Line> lines, int step) {
        if (file.hasOut()) {
            optOut(file, lines, step);
        }
        settle();
    }

    /** Whatever becomes of the line. */
    private Set<String> optOut(CustomerFile file, List<Line> lines, int step) {
        Set<String> saidYes = new HashSet<>();
        for (Line line : lines) {
            List<String> meant = file.hasMail() ? line.mail().meant() : List.of();
            String who = line.id() != null
                    ? line.id()
                    : line.flaw() == Flaw.IMPOSSIBLE_ID
                            ? line.writtenId()
                            : meant.stream().findFirst().orElse(null);
            if (who != null && line.cell().optsOut(line.isMoved())) {
                saidYes.add(who);
                byFile.putIfAbsent(who, step);
                addressesOf(who).addAll(meant);
                addressesOf(who).addAll(profiles.getOrDefault(who, NEW).mail().meant());
            }
        }
        return saidYes;
    }

    private boolean bringsBackSomebodyErased(Line line) {
        Set<String> back = new HashSet<>(line.mail().meant());
        back.retainAll(erasedAddresses);
        return !profiles.getOrDefault(line.id(), NEW).mail().meant().containsAll(back);
    }

    private Profile merged(CustomerFile file, Line line) {
        Profile before = profiles.getOrDefault(line.id(), NEW);
        Profile stays = file.replaces() ? NEW : before;
        return new Profile(
                file.hasMail() ? line.mail() : stays.mail(),
                file.hasTier() ? line.tier() : stays.tier(),
                file.hasOut()
                        ? switch (line.cell().meaning()) {
                            case YES -> Boolean.TRUE;
                            case NO -> Boolean.FALSE;
                            case NOTHING -> null;
                            // What cannot be read costs itself only.
                            case ODD -> before.out();
                        }
                        : stays.out());
    }

    void erased(String id) {
        erasedAddresses.addAll(profiles.getOrDefault(id, NEW).mail().meant());
        erased.add(id);
        profiles.remove(id);
        forgetMembersWithoutProfile();
    }

    void entered(String id, boolean out) {
        if (out) {
            byAdministrator.add(id);
        } else {
            byAdministrator.remove(id);
            byFile.remove(id);
            // Somebody without an id is the address.
            profiles.getOrDefault(id, NEW).mail().meant().forEach(byFile::remove);
        }
        settle();
    }

    /** The field of opt-outs lost its role and has it again: what profiles have there counts as if it were new. */
    void roleGivenBack(int step) {
        profiles.forEach((id, profile) -> {
            if (Boolean.TRUE.equals(profile.out())) {
                byFile.putIfAbsent(id, step);
            }
        });
        settle();
    }

    void refreshed() {
        Map<String, String> now = new HashMap<>();
        profiles.forEach((id, profile) -> {
            if (!profile.tier().isEmpty()) {
                now.put(id, profile.tier());
            }
        });
        members = now;
    }

    private void forgetMembersWithoutProfile() {
        members = new HashMap<>(members);
        members.keySet().retainAll(profiles.keySet());
    }

    private void settle() {
        profiles.forEach((id, profile) -> {
            if (isOut(id)) {
                addressesOf(id).addAll(profile.mail().meant());
            }
        });
        addresses.keySet().removeIf(who -> !isOut(who));
    }

    private boolean isOut(String who) {
        return byFile.containsKey(who) || byAdministrator.contains(who);
    }

    private Set<String> addressesOf(String who) {
        return addresses.computeIfAbsent(who, unused -> new HashSet<>());
    }

    /** All addresses that are opted out now, in canonical form. */
    Set<String> optedOut() {
        Set<String> all = new HashSet<>();
        addresses.values().forEach(all::addAll);
        return all;
    }

    /** Who is to be in the audience of a segment, in canonical form. */
    Set<String> audience(String segment) {
        Set<String> out = optedOut();
        Set<String> audience = new HashSet<>();
        members.forEach((id, tier) -> {
            String address = profiles.get(id).mail().address();
            if (tier.equals(segment) && address != null && !out.contains(address)) {
                audience.add(address);
            }
        });
        return audience;
    }
}
