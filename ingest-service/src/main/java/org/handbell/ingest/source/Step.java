package org.handbell.ingest.source;

import java.util.function.Function;

/// One step of a fetch: a value to go on with, or the outcome that ends it.
public sealed interface Step<T> {

    record Go<T>(T value) implements Step<T> {}

    record Stop<T>(Fetch outcome) implements Step<T> {}

    static <T> Step<T> go(T value) {
        return new Go<>(value);
    }

    static <T> Step<T> refused(String reason) {
        return new Stop<>(new Fetch.Refused(reason));
    }

    /// The next step, taken only where this one can be gone on with.
    default <R> Step<R> then(Function<T, Step<R>> next) {
        return switch (this) {
            case Go<T>(var value) -> next.apply(value);
            case Stop<T>(var outcome) -> new Stop<>(outcome);
        };
    }

    /// The outcome: of the last step, or of the step that ended it.
    default Fetch end(Function<T, Fetch> last) {
        return switch (this) {
            case Go<T>(var value) -> last.apply(value);
            case Stop<T>(var outcome) -> outcome;
        };
    }
}
