package org.handbell.cases.conflict;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Preference;
import org.handbell.cases.people.Preference.Urgency;
import org.handbell.cases.people.Preferences;
import org.handbell.contract.Channel;
import org.handbell.contract.Severity;
import org.springframework.stereotype.Component;

/// Who is there today, who stands in for whom, and by which channels each is told.
@Component
class Attendance {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final People people;
    private final Preferences preferences;
    private final LadderSettings settings;
    private final Clock clock;

    Attendance(People people, Preferences preferences, LadderSettings settings, Clock clock) {
        this.people = people;
        this.preferences = preferences;
        this.settings = settings;
        this.clock = clock;
    }

    /// The person where they are there, else whoever they named, and so on; nobody where nobody was
    /// named, or all of them are away, or who is left does not fit.
    ///
    /// @param fits whether somebody may take the place
    Optional<Person> inPlaceOf(Person person, Predicate<Person> fits) {
        var today = LocalDate.ofInstant(clock.instant(), LONDON);
        var seen = new HashSet<String>();
        var next = Optional.of(person);
        while (next.isPresent() && seen.add(next.get().personId())) {
            var preference = preferences.of(next.get().personId());
            if (!preference.awayOn(today)) {
                return next.filter(fits);
            }
            next = Optional.ofNullable(preference.standInOn(today)).flatMap(people::byId);
        }
        return Optional.empty();
    }

    /// The channels that a person chose, as far as they are set up and lead anywhere; never none.
    Set<Channel> channels(Person person, Severity severity) {
        var preference = preferences.of(person.personId());
        var channels = EnumSet.noneOf(Channel.class);
        preference.channels(urgency(severity)).stream()
                .filter(settings.channels()::contains)
                .filter(channel -> leadsSomewhere(channel, preference))
                .forEach(channels::add);
        if (channels.isEmpty()) {
            channels.add(Channel.EMAIL);
        }
        return channels;
    }

    private static boolean leadsSomewhere(Channel channel, Preference preference) {
        return channel != Channel.SMS || preference.phone() != null;
    }

    private static Urgency urgency(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Urgency.NOW;
            case HIGH -> Urgency.TODAY;
            case MEDIUM, LOW, TIP -> Urgency.LATER;
        };
    }
}
