package org.handbell.cases.investigation;

import java.util.List;
import java.util.function.Function;
import org.handbell.cases.form.Field;

/// A page that asks for one step.
///
/// @param path the last part of its address
/// @param lead what to know before answering
/// @param button what the button says
/// @param fields depend on the case
/// @param step made of the answers
record StepForm(
        StepKind kind,
        String path,
        String title,
        String lead,
        String button,
        Function<Asking, List<Field>> fields,
        Function<Answered, Step> step) {

    @Override
    public String toString() {
        return "StepForm[" + path + "]";
    }
}
