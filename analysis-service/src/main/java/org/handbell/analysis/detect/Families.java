package org.handbell.analysis.detect;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.handbell.analysis.meaning.Meaning;

/// What the detectors hit without any lexicon, by name. A policy pack is held against it.
public final class Families {

    /// All of them.
    public static final Set<String> DETECTED = detected();

    private Families() {}

    private static Set<String> detected() {
        var families = new TreeSet<String>();
        for (var whose : Set.of("pupil.", "former.", "own.", "relative.")) {
            Stream.of("full", "full-word", "first", "class", "year", "identified", "tag")
                    .map(whose::concat)
                    .forEach(families::add);
        }
        families.addAll(Set.of("term", "term.word", "authority", "partner"));
        families.addAll(Set.of("school.name", "school.joined", "school.postcode"));
        families.addAll(Set.of("staff.full", "staff.titled", "staff.first", "staff.self"));
        families.addAll(Set.of("supplier.full", "supplier.alias"));
        families.addAll(Set.of("mark", "mark.motto", "mark.part", "media.mark", "media.any"));
        families.addAll(Set.of("contact.phone", "contact.mail", "contact.school-mail"));
        families.addAll(Set.of("channel.handle"));
        families.addAll(Set.of("place.address", "place.street", "place.postcode"));
        families.addAll(Set.of("account.unapproved-school", "time.working"));
        families.addAll(Set.of("of.pupil", "of.former", "of.own", "of.relative", "of.maybe-pupil"));
        families.addAll(Set.of("of.supplier", "of.official"));
        Meaning.CLAUSES.stream().map(Meaning::family).forEach(families::add);
        return Set.copyOf(families);
    }
}
