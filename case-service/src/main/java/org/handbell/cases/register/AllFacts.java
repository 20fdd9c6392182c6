package org.handbell.cases.register;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handbell.cases.register.Facts.Acknowledgement;
import org.handbell.cases.register.Facts.Check;
import org.handbell.cases.register.Facts.Spokesperson;
import org.springframework.stereotype.Component;

/// Brings together what is known beside the entries.
@Component
class AllFacts {

    private final GateRecords gates;
    private final Checks checks;
    private final Spokespersons spokespersons;

    AllFacts(GateRecords gates, Checks checks, Spokespersons spokespersons) {
        this.gates = gates;
        this.checks = checks;
        this.spokespersons = spokespersons;
    }

    Facts of(String accountId) {
        return new Facts(
                gates.current(),
                gates.acknowledgements(accountId),
                checks.of(accountId),
                spokespersons.of(accountId));
    }

    /// For many accounts with four questions; of checks, those that are open.
    Function<Entry, Facts> all() {
        var current = gates.current();
        var acknowledged = by(gates.acknowledgements(), Acknowledgement::accountId);
        var open = by(checks.open(), Check::accountId);
        var speaking = by(spokespersons.all(), Spokesperson::accountId);
        return entry ->
                new Facts(
                        current,
                        acknowledged.getOrDefault(entry.accountId(), List.of()),
                        open.getOrDefault(entry.accountId(), List.of()),
                        speaking.getOrDefault(entry.accountId(), List.of()));
    }

    private static <T> Map<String, List<T>> by(List<T> facts, Function<T, String> accountId) {
        return facts.stream().collect(Collectors.groupingBy(accountId));
    }
}
