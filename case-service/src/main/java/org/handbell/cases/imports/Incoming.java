package org.handbell.cases.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.handbell.cases.people.Agreements.Agreement;
import org.handbell.cases.people.Agreements.Tender;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.RegisterEntry;
import org.jspecify.annotations.Nullable;

/// What the files of an import say: for each kind that they name, all there is.
final class Incoming {

    private final Set<String> kinds = new TreeSet<>();
    private final List<RegisterEntry> entries = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Agreement> agreements = new HashMap<>();
    private final Map<String, Tender> tenders = new HashMap<>();
    private @Nullable List<Member> members;

    /// Says that a kind is named, with or without entries.
    void names(String kind) {
        kinds.add(kind);
    }

    /// @return whether its id is new
    boolean add(RegisterEntry entry) {
        var fresh = ids.add(entry.id());
        if (fresh) {
            entries.add(entry);
        }
        return fresh;
    }

    void agreed(String entryId, Agreement agreement) {
        agreements.put(entryId, agreement);
    }

    void tender(String entryId, Tender tender) {
        tenders.put(entryId, tender);
    }

    /// @param all everybody with a place at the desk
    void members(List<Member> all) {
        members = List.copyOf(all);
    }

    Set<String> kinds() {
        return kinds;
    }

    List<RegisterEntry> entries() {
        return entries;
    }

    /// Nothing where no file names people.
    Optional<List<Member>> members() {
        return Optional.ofNullable(members);
    }

    Map<String, Agreement> agreements() {
        return agreements;
    }

    Map<String, Tender> tenders() {
        return tenders;
    }
}
