package org.handbell.cases.investigation;

import java.time.Instant;
import java.util.Optional;
import org.handbell.cases.form.Answers;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.jspecify.annotations.Nullable;

/// Answers to a form, with what was asked and the file that came with them.
///
/// @param file null where none was sent
record Answered(Asking asking, Answers answers, People people, @Nullable Upload file) {

    /// A file as it was sent.
    ///
    /// @param name as its owner named it
    record Upload(String name, byte[] content) {

        @Override
        public String toString() {
            return "Upload[" + content.length + " bytes]";
        }
    }

    /// A person of the register by their e-mail address; somebody else by what was entered.
    Optional<Person> person(String field) {
        var entered = answers.raw(field).strip();
        var found = entered.contains("@") ? people.byEmail(entered) : Optional.<Person>empty();
        if (entered.contains("@") && found.isEmpty()) {
            answers.wrong(field, "Nobody in the register has this e-mail address.");
        }
        return found;
    }

    String participant(String field) {
        return answers.among(
                field,
                asking.participants().stream().map(Person::personId).toList(),
                "Choose a person.");
    }

    /// A day and a time of it.
    Instant moment(String dayField, String timeField) {
        return answers.day(dayField)
                .atTime(answers.time(timeField))
                .atZone(asking.zone())
                .toInstant();
    }
}
