package org.handbell.cases.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.cases.imports.Preview.Part;
import org.handbell.cases.imports.Preview.Shown;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Register;
import org.handbell.cases.people.RegisterEntry;
import org.handbell.cases.people.RegisterEntry.Clear;
import org.handbell.cases.people.RegisterEntry.Confidential;
import org.handbell.cases.people.RegisterEntry.Former;
import org.handbell.cases.people.RegisterEntry.Pupil;
import org.handbell.contract.RegisterEvent;
import org.springframework.stereotype.Component;

/// Says what an import would change. Pupils by initials alone and only to who leads a school;
/// confidential terms by count alone.
@Component
class ShowImport {

    private static final int MOST_LINES = 20;

    private final Register register;
    private final Members members;

    ShowImport(Register register, Members members) {
        this.register = register;
        this.members = members;
    }

    /// @param initials whether initials of pupils may be shown
    Preview of(Incoming incoming, boolean initials) {
        var parts = incoming.kinds().stream().map(kind -> part(kind, incoming, initials)).toList();
        var places = incoming.members().map(all -> members.compare(all).count()).orElse(0);
        return new Preview(parts, places);
    }

    private Part part(String kind, Incoming incoming, boolean initials) {
        var entries =
                incoming.entries().stream().filter(entry -> entry.kind().equals(kind)).toList();
        var differences = register.compare(Set.of(kind), entries);
        var byId = new HashMap<String, String>();
        entries.forEach(entry -> byId.put(entry.id(), label(entry)));
        var lines = new ArrayList<Shown>();
        if (!hidden(kind) || initials && !"CONFIDENTIAL".equals(kind)) {
            add(lines, "New", differences.came(), byId);
            add(lines, "Changed", differences.changed(), byId);
            add(lines, "Gone", differences.gone(), before(kind, differences.gone()));
        }
        return new Part(
                words(kind),
                differences.came().size(),
                differences.changed().size(),
                differences.gone().size(),
                lines,
                lines.size() < differences.count() && !lines.isEmpty());
    }

    private static void add(
            List<Shown> lines, String how, List<String> ids, Map<String, String> labels) {
        ids.stream()
                .limit(MOST_LINES)
                .map(id -> new Shown(how, labels.getOrDefault(id, id)))
                .forEach(lines::add);
    }

    private Map<String, String> before(String kind, List<String> ids) {
        if (hidden(kind)) {
            return ids.stream()
                    .limit(MOST_LINES)
                    .flatMap(id -> register.hidden(id).stream())
                    .collect(Collectors.toMap(RegisterEntry::id, ShowImport::label));
        }
        var labels = new HashMap<String, String>();
        register.clear(ids.stream().limit(MOST_LINES).toList())
                .forEach(event -> labels.put(event.entryId(), label(new Clear(event))));
        return labels;
    }

    private static boolean hidden(String kind) {
        return Set.of("PUPIL", "FORMER", "CONFIDENTIAL").contains(kind);
    }

    static String label(RegisterEntry entry) {
        return switch (entry) {
            case Pupil pupil -> initials(pupil.name()) + ", year " + pupil.year();
            case Former former -> initials(former.name());
            case Confidential _ -> "";
            case Clear clear -> label(clear.event());
        };
    }

    private static String label(RegisterEvent event) {
        return switch (event) {
            case RegisterEvent.Staff staff -> staff.name() + ", " + staff.role().replace('-', ' ');
            case RegisterEvent.Supplier supplier -> supplier.name();
            case RegisterEvent.Term term -> term.name() + ", " + term.from() + " to " + term.to();
            case RegisterEvent.PhotoConsent consent ->
                    (consent.event() == null ? "for a pupil" : consent.event())
                            + ", until "
                            + consent.until();
            case RegisterEvent.Permission permission ->
                    permission.clause()
                            + " for "
                            + permission.staffId()
                            + ", until "
                            + permission.until();
            default -> event.entryId();
        };
    }

    static String initials(String name) {
        return List.of(name.split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String words(String kind) {
        return switch (kind) {
            case "STAFF" -> "Staff and governors";
            case "PUPIL" -> "Pupils";
            case "FORMER" -> "Former pupils";
            case "TERM" -> "Terms";
            case "SUPPLIER" -> "Suppliers";
            case "CONFIDENTIAL" -> "Confidential terms";
            case "PHOTOCONSENT" -> "Photo consents";
            case "PERMISSION" -> "Exceptions";
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
