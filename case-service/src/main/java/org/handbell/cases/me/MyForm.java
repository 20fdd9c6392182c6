package org.handbell.cases.me;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handbell.cases.forms.Days;
import org.handbell.cases.forms.Entered;
import org.handbell.cases.people.Preference;
import org.handbell.cases.people.Preference.Absence;
import org.handbell.cases.people.Preference.Urgency;
import org.handbell.contract.Channel;
import org.jspecify.annotations.Nullable;

/// The form of a person's own settings, both ways.
final class MyForm {

    private static final int MOST_DIGITS = 40;
    private static final int LONGEST_ABSENCE_DAYS = 400;
    private static final String PHONE = "\\+?[0-9 ()-]{7,40}";
    private static final Map<Urgency, String> FIELDS =
            Map.of(Urgency.NOW, "now", Urgency.TODAY, "today", Urgency.LATER, "later");

    private final Set<Channel> offered;
    private final Set<String> standIns;
    private final LocalDate today;

    /// @param offered channels that are set up
    /// @param standIns ids of those who may stand in
    MyForm(Set<Channel> offered, Set<String> standIns, LocalDate today) {
        this.offered = offered;
        this.standIns = standIns;
        this.today = today;
    }

    static Entered shown(Preference preference) {
        var values = new HashMap<String, List<String>>();
        values.put("phone", preference.phone() == null ? List.of() : List.of(preference.phone()));
        values.put("digestHour", List.of(Integer.toString(preference.digestHour())));
        FIELDS.forEach((urgency, field) ->
                values.put(
                        field,
                        preference.channels(urgency).stream().map(Enum::name).sorted().toList()));
        preference.absences().stream().findFirst().ifPresent(absence -> show(absence, values));
        return new Entered(values);
    }

    private static void show(Absence absence, Map<String, List<String>> values) {
        values.put("awayFrom", List.of(Days.typed(absence.from())));
        values.put("awayUntil", List.of(Days.typed(absence.until())));
        values.put("standIn", absence.standIn() == null ? List.of() : List.of(absence.standIn()));
    }

    /// What was entered; null, with problems noted, where it cannot be taken.
    @Nullable Preference read(Entered form) {
        var phone = phone(form);
        var hour = hour(form);
        var channels = new HashMap<Urgency, Set<Channel>>();
        FIELDS.forEach((urgency, field) -> channels.put(urgency, channels(form, field, phone)));
        var absences = absences(form);
        return form.sound() ? new Preference(phone, hour, channels, absences) : null;
    }

    private static @Nullable String phone(Entered form) {
        var phone = form.optional("phone", MOST_DIGITS);
        if (phone != null && !phone.matches(PHONE)) {
            form.wrong("phone", "Enter a telephone number such as 07700 900123.");
        }
        return phone;
    }

    private static int hour(Entered form) {
        var hour = form.value("digestHour");
        if (hour.matches("[0-9]|1[0-9]|2[0-3]")) {
            return Integer.parseInt(hour);
        }
        form.wrong("digestHour", "Choose an hour.");
        return 0;
    }

    private Set<Channel> channels(Entered form, String field, @Nullable String phone) {
        var chosen = EnumSet.noneOf(Channel.class);
        offered.stream().filter(channel -> form.has(field, channel.name())).forEach(chosen::add);
        if (chosen.isEmpty()) {
            form.wrong(field, "Choose at least one way to be told.");
        } else if (chosen.contains(Channel.SMS) && phone == null) {
            form.wrong(field, "Enter your telephone number, or choose another way.");
        }
        return chosen;
    }

    private List<Absence> absences(Entered form) {
        var from = form.day("awayFrom");
        var until = form.day("awayUntil");
        var standIn = form.value("standIn");
        if (!standIn.isEmpty() && !standIns.contains(standIn)) {
            form.wrong("standIn", "Choose somebody from the list.");
        }
        var absences = new ArrayList<Absence>();
        if (from != null && until != null) {
            check(form, from, until);
            if (form.sound()) {
                absences.add(new Absence(from, until, standIn.isEmpty() ? null : standIn));
            }
        } else if (form.value("awayFrom").isEmpty() != form.value("awayUntil").isEmpty()) {
            form.wrong(
                    from == null ? "awayFrom" : "awayUntil",
                    "Enter both the first and the last day, or neither.");
        }
        return absences;
    }

    private void check(Entered form, LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            form.wrong("awayUntil", "The last day must not come before the first.");
        } else if (until.isBefore(today)) {
            form.wrong("awayUntil", "These days are over. Clear both fields, or enter later ones.");
        } else if (until.isAfter(from.plusDays(LONGEST_ABSENCE_DAYS))) {
            form.wrong("awayUntil", "Enter at most " + LONGEST_ABSENCE_DAYS + " days.");
        }
    }
}
