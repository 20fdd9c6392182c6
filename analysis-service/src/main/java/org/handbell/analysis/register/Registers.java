package org.handbell.analysis.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.handbell.contract.RegisterEvent;

/// The register, kept up to date. Changes are gathered and made visible together: the automaton
/// over all names is built once for many changes, on the caller's thread.
public final class Registers {

    private final Map<String, RegisterEvent> entries = new HashMap<>();
    private final AtomicReference<Register> current = new AtomicReference<>(Register.of(List.of()));
    private boolean changed;

    /// Takes a change in; readers see it after [#publish()].
    public synchronized void apply(RegisterEvent event) {
        changed = true;
        if (event instanceof RegisterEvent.Removed) {
            entries.remove(event.entryId());
        } else {
            entries.put(event.entryId(), event);
        }
    }

    /// Shows what was gathered, where anything was.
    public synchronized void publish() {
        if (changed) {
            current.set(Register.of(entries.values()));
            changed = false;
        }
    }

    /// The register as last shown.
    public Register current() {
        return current.get();
    }
}
