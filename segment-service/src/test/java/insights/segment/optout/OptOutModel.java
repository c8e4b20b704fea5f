package insights.segment.optout;

import insights.segment.optout.RandomFile.Cell;
import insights.segment.optout.RandomFile.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who must be opted out, by rules as plain as they can be written, of people who are few: what the service does with SQL and
 * fingerprints is done here with lists. Addresses are those that the file's generator meant, not what it made of them.
 */
final class OptOutModel {

    /** An opt-out that a file said: since which step. */
    private final Map<String, Integer> saidByFile = new HashMap<>();

    private final Set<String> enteredByAdministrator = new HashSet<>();

    /** What people have or had for addresses since they opted out, and when they did. */
    private final Map<String, Set<String>> addressesOfOut = new HashMap<>();

    /** Of the profiles that are there; null for those without one. */
    private final Map<String, String> profiles = new HashMap<>();

    private final Set<String> erased = new HashSet<>();
    private final Set<String> erasedAddresses = new HashSet<>();

    /**
     * What an import makes of it.
     *
     * @param step when it is
     * @param first when the very same file came first; the step itself when it is new
     */
    void imported(RandomFile file, int step, int first) {
        Set<String> saidTrue = new HashSet<>();
        for (Line line : file.lines()) {
            if (file.hasOptOut() && line.cell().countsAsTrue(line.isBroken())) {
                saidTrue.add(line.id());
                saidByFile.putIfAbsent(line.id(), step);
                if (file.hasAddress() && line.address() != null) {
                    addressesOf(line.id()).add(line.address());
                }
                String had = profiles.get(line.id());
                if (had != null) {
                    addressesOf(line.id()).add(had);
                }
            }
        }
        Map<String, Line> last = new LinkedHashMap<>();
        file.lines().stream().filter(line -> !line.isBroken()).forEach(line -> last.put(line.id(), line));
        List<Line> counting = new ArrayList<>();
        Set<String> spared = new HashSet<>();
        file.lines().stream().filter(Line::isBroken).forEach(line -> spared.add(line.id()));
        for (Line line : last.values()) {
            boolean returns = file.hasAddress()
                    && line.address() != null
                    && erasedAddresses.contains(line.address())
                    && !Objects.equals(profiles.get(line.id()), line.address());
            if (returns) {
                spared.add(line.id());
            } else if (!erased.contains(line.id())) {
                counting.add(line);
            }
        }
        for (Line line : counting) {
            Integer since = saidByFile.get(line.id());
            boolean ends = file.hasOptOut() && line.cell() == Cell.NO && !saidTrue.contains(line.id());
            if (ends && since != null && (first == step || since < first)) {
                saidByFile.remove(line.id());
            }
        }
        if (file.replaces()) {
            Set<String> kept = new HashSet<>(spared);
            counting.forEach(line -> kept.add(line.id()));
            profiles.keySet().retainAll(kept);
        }
        for (Line line : counting) {
            if (file.hasAddress()) {
                profiles.put(line.id(), line.address());
            } else if (file.replaces()) {
                profiles.put(line.id(), null);
            } else {
                profiles.putIfAbsent(line.id(), null);
            }
        }
        settle();
    }

    void erased(String id) {
        String address = profiles.get(id);
        if (address != null) {
            erasedAddresses.add(address);
        }
        erased.add(id);
        profiles.remove(id);
    }

    void entered(String id, boolean optedOut) {
        if (optedOut) {
            enteredByAdministrator.add(id);
        } else {
            enteredByAdministrator.remove(id);
            saidByFile.remove(id);
        }
        settle();
    }

    /** Whoever is opted out makes the address opted out that they have; whoever is not any more takes theirs along. */
    private void settle() {
        profiles.forEach((id, address) -> {
            if (isOut(id) && address != null) {
                addressesOf(id).add(address);
            }
        });
        addressesOfOut.keySet().removeIf(id -> !isOut(id));
    }

    /** Of the profiles that are there, whether they must not be sent. */
    Map<String, Boolean> members() {
        Map<String, Boolean> members = new HashMap<>();
        profiles.forEach((id, address) -> members.put(
                id,
                isOut(id)
                        || address != null && addressesOfOut.values().stream().anyMatch(all -> all.contains(address))));
        return members;
    }

    /** Whether somebody who is in no segment any more has to be taken off at once. */
    boolean isToBeTakenOff(String id) {
        return erased.contains(id) || isOut(id) || members().getOrDefault(id, false);
    }

    private boolean isOut(String id) {
        return saidByFile.containsKey(id) || enteredByAdministrator.contains(id);
    }

    private Set<String> addressesOf(String id) {
        return addressesOfOut.computeIfAbsent(id, unused -> new HashSet<>());
    }
}
