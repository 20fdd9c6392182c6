package org.handbell.cases.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.handbell.cases.form.Answers.Problem;
import org.jspecify.annotations.Nullable;

/// A question as it is shown: with what was entered already, and what is wrong with that.
public record Asked(Field field, List<Problem> mistakes) {

    /// @param given what was entered, by the names of the fields
    public static List<Asked> of(
            List<Field> fields, Map<String, String> given, List<Problem> problems) {
        return fields.stream().map(field -> of(field, given, problems)).toList();
    }

    private static Asked of(Field field, Map<String, String> given, List<Problem> problems) {
        var entered = entered(field, given);
        return new Asked(
                entered == null ? field : field.holding(entered),
                problems.stream().filter(p -> p.field().equals(field.name())).toList());
    }

    private static @Nullable String entered(Field field, Map<String, String> given) {
        return field.kind() == Field.Kind.TICKS && !given.isEmpty()
                ? field.choices().stream()
                        .map(Field.Choice::value)
                        .filter(value -> given.containsKey(field.name() + "-" + value))
                        .collect(Collectors.joining(","))
                : given.get(field.name());
    }
}
