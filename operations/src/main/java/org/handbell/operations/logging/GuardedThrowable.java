package org.handbell.operations.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An exception with its class, causes and stack, and its message only where that cannot quote
/// content: our own messages, those of the virtual machine and of libraries that speak of servers
/// and settings. A database error keeps its SQLState.
final class GuardedThrowable implements IThrowableProxy {

    static final String LEFT_OUT = "…";
    static final String WITHHELD = "(message withheld)";

    /// Characters; shorter ones would be found in the midst of other words.
    private static final int SHORTEST = 3;

    private final IThrowableProxy original;
    private final @Nullable IThrowableProxy cause;
    private final IThrowableProxy[] suppressed;

    private GuardedThrowable(IThrowableProxy original) {
        this.original = original;
        this.cause = of(original.getCause());
        this.suppressed =
                suppressed(original).map(GuardedThrowable::new).toArray(IThrowableProxy[]::new);
    }

    static @Nullable IThrowableProxy of(@Nullable IThrowableProxy original) {
        return original == null ? null : new GuardedThrowable(original);
    }

    /// The messages in an exception, its causes and what it suppressed, that may not be written.
    static List<String> unwritten(@Nullable IThrowableProxy failure) {
        if (failure == null) {
            return List.of();
        }
        var own = mayBeWritten(failure) ? Stream.<String>empty() : message(failure).stream();
        var below = Stream.concat(Stream.ofNullable(failure.getCause()), suppressed(failure));
        return Stream.concat(own, below.flatMap(each -> unwritten(each).stream())).toList();
    }

    /// A text without the messages that may not be written.
    static String without(List<String> messages, String text) {
        var rest = text;
        for (var message : messages) {
            rest = rest.replace(message, LEFT_OUT);
        }
        return rest;
    }

    @Override
    public @Nullable String getMessage() {
        if (mayBeWritten(original)) {
            return message(original)
                    .map(text -> Addresses.masked(without(unwritten(original), text)))
                    .orElse(null);
        }
        return original.getMessage() == null
                ? null
                : JdbcState.of(original).map(state -> "SQLState " + state.code()).orElse(WITHHELD);
    }

    private static boolean mayBeWritten(IThrowableProxy failure) {
        return Authors.ours(failure.getClassName())
                || Authors.knownException(failure.getClassName())
                || thrownByUs(failure)
                || JdbcState.of(failure).map(JdbcState::isOfTheServer).orElse(false);
    }

    /// An exception of the JDK's that our code made carries our words.
    private static boolean thrownByUs(IThrowableProxy failure) {
        var frames = failure.getStackTraceElementProxyArray();
        return failure.getClassName().startsWith("java.")
                && frames != null
                && frames.length > 0
                && Authors.ours(frames[0].getStackTraceElement().getClassName());
    }

    private static Optional<String> message(IThrowableProxy failure) {
        return Optional.ofNullable(failure.getMessage()).filter(text -> text.length() >= SHORTEST);
    }

    private static Stream<IThrowableProxy> suppressed(IThrowableProxy failure) {
        return Optional.ofNullable(failure.getSuppressed()).stream().flatMap(Arrays::stream);
    }

    @Override
    public @Nullable String getOverridingMessage() {
        return null;
    }

    @Override
    public String getClassName() {
        return original.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return original.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return original.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return cause;
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return suppressed;
    }

    @Override
    public boolean isCyclic() {
        return original.isCyclic();
    }
}
