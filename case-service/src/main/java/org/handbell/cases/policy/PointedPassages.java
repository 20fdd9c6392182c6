package org.handbell.cases.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads the passage from the version in force on the day of the post. What is only suggested for a
/// clause does not count: a person must have pointed to it.
@Component
class PointedPassages implements Passages {

    /// Days of the policy are the trust's own.
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final PolicyBooks books;

    PointedPassages(PolicyBooks books) {
        this.books = books;
    }

    @Override
    public Optional<Passage> of(String clause, Instant postedAt) {
        return books.inForce(LocalDate.ofInstant(postedAt, LONDON))
                .flatMap(version ->
                        books.pointer(version.number(), clause)
                                .map(range ->
                                        new Passage(
                                                version.name(),
                                                String.join(
                                                        "\n",
                                                        books.paragraphs(version.number())
                                                                .subList(
                                                                        range.first() - 1,
                                                                        range.last())))));
    }
}
