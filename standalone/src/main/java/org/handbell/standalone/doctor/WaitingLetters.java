package org.handbell.standalone.doctor;

import java.util.List;
import java.util.Map;
import org.handbell.standalone.deadletter.DeadLetters;

/// Dead letters that wait for a person.
record WaitingLetters(Map<String, Object> client) implements Check {

    @Override
    public List<Diagnosis> look() {
        try (var letters = DeadLetters.on(client)) {
            var open = letters.open();
            return open.isEmpty()
                    ? List.of(Diagnosis.well("no dead letters wait"))
                    : open.entrySet().stream().map(WaitingLetters::waiting).toList();
        } catch (RuntimeException e) {
            return List.of(
                    Diagnosis.look(
                            "dead letters cannot be looked at: %s".formatted(e.getMessage()), ""));
        }
    }

    private static Diagnosis waiting(Map.Entry<String, Long> topic) {
        return Diagnosis.look(
                "%d dead letter%s on %s"
                        .formatted(
                                topic.getValue(), topic.getValue() == 1 ? "" : "s", topic.getKey()),
                "./handbell dlt list %s, then replay or discard".formatted(topic.getKey()));
    }
}
