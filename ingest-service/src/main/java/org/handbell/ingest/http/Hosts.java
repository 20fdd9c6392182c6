package org.handbell.ingest.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The hosts met lately. A host that is dropped is met with fresh manners the next time.
final class Hosts {

    private final int bound;
    private final Supplier<Host> fresh;
    private final Map<String, Host> lately = new LinkedHashMap<>(16, 0.75f, true);

    Hosts(int bound, Supplier<Host> fresh) {
        this.bound = bound;
        this.fresh = fresh;
    }

    /// @param key `host:port`
    synchronized Host at(String key) {
        var host = lately.computeIfAbsent(key, _ -> fresh.get());
        if (lately.size() > bound) {
            lately.remove(lately.keySet().iterator().next());
        }
        return host;
    }

    synchronized int size() {
        return lately.size();
    }
}
