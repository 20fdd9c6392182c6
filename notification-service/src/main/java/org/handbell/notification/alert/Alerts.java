package org.handbell.notification.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handbell.contract.Severity;

/// The alerts this service knows.
public interface Alerts {

    /// False where the alert is known already; then nothing changes.
    boolean add(Alert alert, AlertState state, Instant now);

    /// Opens a known alert again for the next round, with what the hand-over says.
    Standing reopen(Alert alert, Instant now);

    /// The alert, locked until the transaction ends. Whoever changes an alert or its ladder locks
    /// it first, so that two never wait for each other.
    Optional<Standing> lock(String alertId);

    /// All alerts of a case, locked, in the order of their ids.
    List<Standing> lockCase(String caseId);

    void close(String alertId, AlertState state, Instant now);

    /// The ladder has come to this step.
    void moveTo(String alertId, int step, Instant now);

    /// True where nobody had been reached before.
    boolean reached(String alertId, Instant at);

    /// The alerts that nobody has acknowledged.
    List<Unacknowledged> unacknowledged();

    /// Alerts that nobody has acknowledged, and that stand alike.
    ///
    /// @param step last step of the ladder that was told; -1 before the first
    /// @param ranOut whether everybody was told
    /// @param oldest when the oldest of them was raised
    record Unacknowledged(
            Severity severity, int step, boolean ranOut, long alerts, Instant oldest) {}

    /// Removes alerts that wait for nobody, with their messages and their log.
    ///
    /// @return how many were removed
    int forgetBefore(Instant lastChange);
}
