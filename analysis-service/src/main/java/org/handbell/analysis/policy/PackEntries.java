package org.handbell.analysis.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.handbell.contract.Severity;
import org.jspecify.annotations.Nullable;

/// The file of a pack, entry by entry, as it is written.
final class PackEntries {

    private PackEntries() {}

    record PackFile(
            @Nullable String id,
            @Nullable LocalDate inForceFrom,
            @Nullable LocalDate inForceUntil,
            @Nullable ThresholdsEntry thresholds,
            @Nullable List<ModelEntry> models,
            @Nullable List<ClauseEntry> clauses,
            @Nullable Map<String, ExemptionEntry> exemptions,
            @Nullable List<String> lexicons,
            @Nullable Map<String, String> words,
            @Nullable List<RuleEntry> rules) {}

    record ThresholdsEntry(@Nullable Double tellFrom, @Nullable Double digestFrom) {

        Thresholds over(Thresholds usual) {
            return new Thresholds(
                    tellFrom == null ? usual.tellFrom() : tellFrom,
                    digestFrom == null ? usual.digestFrom() : digestFrom);
        }
    }

    /// @param file beside the pack, or `classpath:…`
    /// @param sha256 of its bytes, as hex
    record ModelEntry(@Nullable String file, @Nullable String sha256) {}

    record ClauseEntry(
            @Nullable String id,
            @Nullable String title,
            @Nullable String obligation,
            @Nullable String modality,
            @Nullable Severity severity,
            @Nullable List<String> route,
            @Nullable Boolean optional,
            @Nullable ThresholdsEntry thresholds) {}

    record ExemptionEntry(@Nullable String when, @Nullable String why) {}

    record RuleEntry(
            @Nullable String id,
            @Nullable String clause,
            @Nullable List<String> when,
            @Nullable List<String> in,
            @Nullable String condition,
            @Nullable Severity severity,
            @Nullable List<String> route,
            double confidence,
            @Nullable String why,
            @Nullable List<String> unless,
            @Nullable List<String> show) {}

    static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static <T> Map<String, T> mapped(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
