package org.handbell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.handbell.contract.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {

    @Test
    void aFindingOfAnOlderWriterIsReadWithoutExplanationAndOpensACaseAsBefore() {
        var older =
                """
                {"findingId": "f", "clause": "E3", "rule": "E3.one", "severity": "high",
                 "confidence": 0.2, "advisory": false, "why": "It may.", "spans": []}
                """;
        var read = Json.mapper().readValue(older, Finding.class);
        assertThat(read.explanation()).isNull();
        assertThat(read.mayOpenCase()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "HIGH, 0.7, false, true",
        "MEDIUM, 0.6, false, true",
        "MEDIUM, 0.59, false, false",
        "LOW, 0.9, false, false",
        "HIGH, 0.9, true, false",
    })
    void aCaseIsOpenedByWhatIsGraveAndSureAndMoreThanAdvice(
            Severity severity, double confidence, boolean advisory, boolean opens) {
        var explanation = new Finding.Explanation("p", "hash", List.of(), 0.6, List.of(), null);
        var finding =
                new Finding(
                        "f",
                        "E3",
                        "E3.one",
                        severity,
                        confidence,
                        advisory,
                        "It may.",
                        List.of(),
                        List.of());
        assertThat(finding.explained(explanation).mayOpenCase()).isEqualTo(opens);
    }
}
