package org.handbell.cases.policy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.policy.PolicyBooks.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the pages of the policy show.
@Component
class PolicyPage {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final PolicyBooks books;
    private final People people;

    PolicyPage(PolicyBooks books, People people) {
        this.books = books;
        this.people = people;
    }

    /// @param clauses ids of the clauses that rest on it
    record Paragraph(int number, String words, List<String> clauses) {}

    /// @param until by when it is to be reviewed
    record View(
            long number,
            String name,
            String inForce,
            @Nullable String until,
            String uploaded,
            String hash,
            List<Paragraph> paragraphs) {}

    /// @param inForceNow whether it is the one in force
    record VersionLine(
            long number, String name, String inForce, String uploaded, boolean inForceNow) {}

    /// What a clause rests on.
    ///
    /// @param chosen whether a person chose it; else first and last are a guess of the machine
    /// @param first number of a paragraph; null where there is not even a guess
    record ClauseLine(
            String clause,
            String title,
            boolean chosen,
            @Nullable Integer first,
            @Nullable Integer last,
            String words) {}

    View view(PolicyVersion version) {
        var pointers = books.pointers(version.number());
        var paragraphs = new ArrayList<Paragraph>();
        for (var words : books.paragraphs(version.number())) {
            var number = paragraphs.size() + 1;
            paragraphs.add(
                    new Paragraph(
                            number,
                            words,
                            Clauses.ids().stream()
                                    .filter(clause -> covers(pointers.get(clause), number))
                                    .toList()));
        }
        return new View(
                version.number(),
                version.name(),
                DAY.format(version.inForce()),
                version.reviewOn() == null ? null : DAY.format(version.reviewOn()),
                uploaded(version),
                version.hash(),
                paragraphs);
    }

    List<VersionLine> versions(LocalDate today) {
        var now = books.inForce(today).map(PolicyVersion::number).orElse(0L);
        return books.all().stream()
                .map(version ->
                        new VersionLine(
                                version.number(),
                                version.name(),
                                DAY.format(version.inForce()),
                                uploaded(version),
                                version.number() == now))
                .toList();
    }

    List<ClauseLine> clauses(PolicyVersion version) {
        var paragraphs = books.paragraphs(version.number());
        var chosen = books.pointers(version.number());
        var suggestion = new Suggestion(paragraphs);
        var earlier = earlier(version);
        return Clauses.ids().stream()
                .map(clause -> {
                    var range = chosen.get(clause);
                    var shown =
                            range == null
                                    ? suggestion.like(likeness(earlier, clause)).orElse(null)
                                    : range;
                    return line(clause, range != null, shown, paragraphs);
                })
                .toList();
    }

    private static ClauseLine line(
            String clause, boolean chosen, @Nullable Range range, List<String> paragraphs) {
        var title = Clauses.title(clause);
        return range == null
                ? new ClauseLine(clause, title, false, null, null, "")
                : new ClauseLine(
                        clause,
                        title,
                        chosen,
                        range.first(),
                        range.last(),
                        String.join("\n", paragraphs.subList(range.first() - 1, range.last())));
    }

    /// The version uploaded before, whose passages tell most about those of the next one.
    private Optional<PolicyVersion> earlier(PolicyVersion version) {
        return books.byNumber(version.number() - 1);
    }

    private String likeness(Optional<PolicyVersion> earlier, String clause) {
        return earlier.flatMap(version ->
                        books.pointer(version.number(), clause)
                                .map(range ->
                                        String.join(
                                                " ",
                                                books.paragraphs(version.number())
                                                        .subList(range.first() - 1, range.last()))))
                .orElse(Clauses.title(clause));
    }

    private static boolean covers(@Nullable Range range, int number) {
        return range != null && range.first() <= number && number <= range.last();
    }

    private String uploaded(PolicyVersion version) {
        var day = version.uploadedAt().atZone(PointedPassages.LONDON).toLocalDate();
        return "by "
                + people.byId(version.uploadedBy()).map(Person::name).orElse("somebody who left")
                + ", "
                + DAY.format(day);
    }
}
