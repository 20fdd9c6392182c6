package org.handbell.cases.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handbell.contract.Channel;
import org.jspecify.annotations.Nullable;

/// How a person wants to be told, and when they are away.
///
/// @param phone null where there is none
/// @param digestHour hour of the day for what can wait, 0 to 23, Europe/London
/// @param channels for each urgency, none empty
/// @param absences at most two: what the person set, and what an import says
public record Preference(
        @Nullable String phone,
        int digestHour,
        Map<Urgency, Set<Channel>> channels,
        List<Absence> absences) {

    /// How soon a person should look.
    public enum Urgency {
        NOW,
        TODAY,
        LATER
    }

    /// Days away, both included.
    ///
    /// @param standIn person id of who takes the place; null where nobody was named
    public record Absence(LocalDate from, LocalDate until, @Nullable String standIn) {

        public Absence {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("an absence ends before it begins");
            }
        }

        public boolean on(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }

        @Override
        public String toString() {
            return "Absence[" + from + " to " + until + "]";
        }
    }

    public Preference {
        if (digestHour < 0 || digestHour > 23) {
            throw new IllegalArgumentException("digest hour " + digestHour + " is no hour");
        }
        channels = Map.copyOf(channels);
        for (var urgency : Urgency.values()) {
            if (channels.getOrDefault(urgency, Set.of()).isEmpty()) {
                throw new IllegalArgumentException("no channel for " + urgency);
            }
        }
        absences = List.copyOf(absences);
    }

    /// By e-mail, whatever it is, and never away.
    public static Preference plain() {
        var email = Set.of(Channel.EMAIL);
        return new Preference(
                null,
                Members.DIGEST_HOUR,
                Map.of(Urgency.NOW, email, Urgency.TODAY, email, Urgency.LATER, email),
                List.of());
    }

    public Set<Channel> channels(Urgency urgency) {
        return channels.getOrDefault(urgency, Set.of());
    }

    public boolean awayOn(LocalDate day) {
        return absences.stream().anyMatch(absence -> absence.on(day));
    }

    /// Who stands in on a day; null where the person is there or named nobody.
    public @Nullable String standInOn(LocalDate day) {
        return absences.stream()
                .filter(absence -> absence.on(day) && absence.standIn() != null)
                .map(Absence::standIn)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return "Preference[]";
    }
}
